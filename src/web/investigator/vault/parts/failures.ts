/** Errors of the layers below as codes that can cross to the page. No text crosses: it might hold what must stay. */
import { CeremonyError } from "../../../../client/ceremony/refusal.ts";
import { ClockDoubt } from "../../../../client/directory/clock.ts";
import { ApiError } from "../../../../client/line/http.ts";
import { StatementNeeded } from "../../../../client/member/entry/sign-in.ts";
import { Refusal } from "../../../../client/refusal.ts";
import { CryptoError } from "../../../../crypto/errors.ts";
import { DirectoryError } from "../../../../protocol/directory/directory.ts";
import type { Failure } from "../messages/vault.ts";

/** Why a ceremony does not go on crosses as an answer: the screen says it where it was asked. */
export async function orRefused<Answer>(work: () => Answer | Promise<Answer>) {
  try {
    return await work();
  } catch (error) {
    if (error instanceof CeremonyError) return { refused: error.code };
    throw error;
  }
}

export function failureOf(error: unknown): Failure {
  if (error instanceof ApiError) return { kind: "api", code: error.code };
  if (error instanceof ClockDoubt) {
    const { code, clock, notBefore, expires } = error;
    const isSteward = error instanceof StatementNeeded;
    return { kind: "directory", code, dates: { clock, notBefore, expires }, ...(isSteward && { isSteward }) };
  }
  if (error instanceof DirectoryError) return { kind: "directory", code: error.code };
  if (error instanceof CryptoError) return { kind: "crypto", code: error.code };
  if (error instanceof Refusal) return { kind: "refusal", code: error.code, findings: error.findings };
  return { kind: "unforeseen" };
}
