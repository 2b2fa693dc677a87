/**
 * A second factor that was lost: two colleagues ask, each under the own directory key, then the member has a whole day to
 * see it and to stop it. It is carried out when the member next gives the six words; nobody else gains anything by it.
 */
import { fromHex, hex } from "../../crypto/bytes.ts";
import { factorResetSignatureInput } from "../../crypto/factor.ts";
import { isSignedBy } from "../../crypto/sodium.ts";
import { addDays } from "../../protocol/encoding/day.ts";
import type { Directory } from "../../protocol/directory/directory.ts";
import { isSteward } from "../../protocol/rules/casework.ts";
import { FACTOR_RESET_ASKED_DAYS, FACTOR_RESET_DAYS, LEAST_STEWARDS } from "../../protocol/limits.ts";
import { isValidAt } from "../../protocol/directory/validity.ts";
import type { Origins } from "../origins.ts";
import { ProblemError } from "../problem.ts";
import type { Database } from "../store/database.ts";
import { type ResetRow, findResets, insertReset, removeAllFactors } from "../store/office/factors.ts";
import type { Directories } from "../services/common/directories.ts";
import { daysAgo, today } from "../services/common/today.ts";
import { type Session, actOf } from "../services/common/sessions.ts";

export type ResetsDeps = {
  readonly database: Database;
  readonly directories: Directories;
  readonly origins: Origins;
};

/** What was asked about one member; `goesOn` once two have asked. */
export type Reset = { readonly askedBy: string[]; readonly goesOn: string | null };

/**
 * By whom it counts, and when: those who are still stewards, their signatures read again, as many as for a statement: one
 * alone shuts nobody out and lets nobody in.
 */
function standing(rows: readonly ResetRow[], { members }: Directory, origins: Origins): Reset | null {
  const counting = rows.filter(({ memberId, askedBy, askedOn, signature }) => {
    const asker = members.get(hex(askedBy));
    return (
      isValidAt(asker, Date.now()) &&
      isSteward(asker.roles) &&
      hex(askedBy) !== hex(memberId) &&
      origins.all.some((origin) =>
        isSignedBy(asker.signingKey, signature, factorResetSignatureInput(origin, memberId, askedOn)),
      )
    );
  });
  if (counting.length === 0) return null;
  const second = counting[LEAST_STEWARDS - 1];
  const isLate = second === undefined && (counting[0]?.askedOn ?? "") < daysAgo(FACTOR_RESET_ASKED_DAYS);
  if (isLate) return null;
  return {
    askedBy: counting.map(({ askedBy }) => hex(askedBy)),
    goesOn: second === undefined ? null : addDays(second.askedOn, FACTOR_RESET_DAYS),
  };
}

export async function resetOf(deps: ResetsDeps, memberId: Uint8Array): Promise<Reset | null> {
  const rows = await findResets(deps.database, memberId);
  return rows.length === 0 ? null : standing(rows, await deps.directories.current(), deps.origins);
}

/** By member id */
export async function resetsOfAll(deps: ResetsDeps): Promise<Map<string, Reset>> {
  const rows = await findResets(deps.database);
  const directory = await deps.directories.current();
  const ids = new Set(rows.map(({ memberId }) => hex(memberId)));
  const found = [...ids].map((id) => {
    const own = rows.filter(({ memberId }) => hex(memberId) === id);
    return [id, standing(own, directory, deps.origins)] as const;
  });
  return new Map(found.flatMap(([id, reset]) => (reset === null ? [] : [[id, reset] as const])));
}

/** From which day on a reset is carried out, if two have asked for one. */
export async function resetDay(deps: ResetsDeps, memberId: Uint8Array): Promise<string | null> {
  return (await resetOf(deps, memberId))?.goesOn ?? null;
}

/** The same for one that is still to come: one whose day is there is carried out. */
export async function carryOutReset(deps: ResetsDeps, memberId: Uint8Array): Promise<string | null> {
  const goesOn = await resetDay(deps, memberId);
  if (goesOn === null || goesOn > today()) return goesOn;
  await removeAllFactors(deps.database, memberId, today());
  return null;
}

export type Asking = { readonly memberId: Uint8Array; readonly day: string; readonly signature: Uint8Array };

/** Throws ProblemError `not-found`, `forbidden`, `wrong-day`, `bad-signature`. */
export async function askReset(deps: ResetsDeps, asker: Session, asking: Asking): Promise<Reset> {
  const { memberId, day, signature } = asking;
  const colleague = asker.directory.members.get(hex(memberId));
  if (!isValidAt(colleague, Date.now())) throw new ProblemError("not-found");
  if (colleague.id === asker.member.id) throw new ProblemError("forbidden");
  if (day !== today()) throw new ProblemError("wrong-day");
  const isSigned = deps.origins.all.some((origin) =>
    isSignedBy(asker.member.signingKey, signature, factorResetSignatureInput(origin, memberId, day)),
  );
  if (!isSigned) throw new ProblemError("bad-signature");
  const row = { memberId, askedBy: fromHex(asker.member.id), askedOn: day, signature };
  await insertReset(deps.database, row, daysAgo(FACTOR_RESET_ASKED_DAYS), actOf(asker));
  return (await resetOf(deps, memberId)) ?? { askedBy: [asker.member.id], goesOn: null };
}
