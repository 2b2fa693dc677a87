/** A member's own second factors: added and removed under a signature of the directory key; a session alone cannot. */
import { hex } from "../../crypto/bytes.ts";
import { type FactorChange, factorSignatureInput } from "../../crypto/factor.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import { isActive } from "../../protocol/directory/directory.ts";
import { ProblemError } from "../problem.ts";
import { countFactors, deleteFactor, findFactors, insertFactor, stopResets } from "../store/office/factors.ts";
import { findSignedInDays } from "../store/office/members.ts";
import { today } from "../services/common/today.ts";
import { sealCodeSecret, spendCode } from "./codes.ts";
import type { Registration } from "./passkeys.ts";
import { type Reset, resetOf, resetsOfAll } from "./resets.ts";
import type { EntranceDeps } from "./second-step.ts";
import { type Signed, checkSigned } from "./signed.ts";
import { type Session, actOf } from "../services/common/sessions.ts";

function checkChange(
  deps: EntranceDeps,
  { member, memberId }: Session,
  given: Signed,
  factorId: Uint8Array,
  change: FactorChange,
): ReturnType<typeof checkSigned> {
  return checkSigned(deps, member, given, (place) => factorSignatureInput({ ...place, memberId, factorId }, change));
}

type ListedFactor = {
  readonly id: string;
  readonly kind: "code" | "passkey";
  readonly addedOn: string;
  readonly origin: string | null;
  readonly credentialId: string | null;
  readonly opensVault: boolean;
};
export type OwnFactors = {
  readonly isRequired: boolean;
  readonly factors: ListedFactor[];
  readonly reset: Reset | null;
};

export async function listFactors(deps: EntranceDeps, { memberId }: Session): Promise<OwnFactors> {
  const factors = await findFactors(deps.database, memberId);
  return {
    isRequired: deps.needsFactor,
    factors: factors.map((factor) => ({
      id: hex(factor.factorId),
      kind: factor.kind,
      addedOn: factor.addedOn,
      origin: factor.kind === "passkey" ? factor.origin : null,
      credentialId: factor.kind === "passkey" ? toBase64url(factor.credentialId) : null,
      opensVault: factor.kind === "passkey" && factor.keyWrap !== null,
    })),
    reset: await resetOf(deps, memberId),
  };
}

export type NewCode = Signed & { readonly factorId: Uint8Array; readonly secret: Uint8Array; readonly code: string };

/** Throws ProblemError `bad-signature`, `wrong-factor`, `conflict`. */
export async function addCode(deps: EntranceDeps, session: Session, given: NewCode): Promise<void> {
  const { database, key } = deps;
  const { factorId, secret, code } = given;
  const { memberId } = session;
  await checkChange(deps, session, given, factorId, { what: "add-code", secret });
  if (!(await spendCode({ database, key, memberId, factorId }, secret, code))) throw new ProblemError("wrong-factor");
  const sealed = sealCodeSecret(key, { memberId, factorId }, secret);
  const factor = { factorId, memberId, addedOn: today(), kind: "code", secret: sealed } as const;
  if (!(await insertFactor(database, factor, session.idHash, actOf(session)))) throw new ProblemError("conflict");
}

export type NewPasskey = Signed & Registration & { readonly factorId: Uint8Array; readonly keyWrap: Uint8Array | null };

/** Throws ProblemError `bad-signature`, `wrong-factor`, `conflict`. */
export async function addPasskey(deps: EntranceDeps, session: Session, given: NewPasskey): Promise<void> {
  const { factorId, clientData, attestation, keyWrap, credentialId } = given;
  const { memberId } = session;
  const change = { what: "add-passkey", clientData, attestation, keyWrap: keyWrap ?? new Uint8Array() } as const;
  const { origin, nonce } = await checkChange(deps, session, given, factorId, change);
  const { readRegistration } = await import("./passkeys.ts");
  const passkey = await readRegistration({ credentialId, clientData, attestation }, origin, nonce.bytes);
  if (passkey === undefined) throw new ProblemError("wrong-factor");
  const factor = {
    ...passkey,
    factorId,
    memberId,
    addedOn: today(),
    kind: "passkey",
    credentialId: fromBase64url(credentialId),
    keyWrap,
  } as const;
  if (!(await insertFactor(deps.database, factor, session.idHash, actOf(session)))) throw new ProblemError("conflict");
}

/** Throws ProblemError `bad-signature`, `last-factor`. */
export async function removeFactor(
  deps: EntranceDeps,
  session: Session,
  given: Signed & { readonly factorId: Uint8Array },
): Promise<void> {
  const { factorId } = given;
  await checkChange(deps, session, given, factorId, { what: "remove" });
  const removal = { memberId: session.memberId, factorId, mayBeLast: !deps.needsFactor, act: actOf(session) };
  if (!(await deleteFactor(deps.database, removal))) throw new ProblemError("last-factor");
}

/** What colleagues have asked comes to nothing. Throws ProblemError `bad-signature`. */
export async function stopReset(deps: EntranceDeps, session: Session, given: Signed): Promise<void> {
  await checkChange(deps, session, given, session.memberId, { what: "keep" });
  await stopResets(deps.database, session.memberId, actOf(session));
}

export type MemberFactors = {
  readonly memberId: string;
  readonly codes: number;
  readonly passkeys: number;
  readonly signedInOn: string | null;
  readonly reset: Reset | null;
};

/** Of all active members; on which day each signed in last is for administrators. */
export async function listMemberFactors(deps: EntranceDeps, { member, directory }: Session): Promise<MemberFactors[]> {
  const counted = new Map((await countFactors(deps.database)).map((one) => [hex(one.memberId), one]));
  const days = member.roles.includes("administrator") ? await findSignedInDays(deps.database) : undefined;
  const resets = await resetsOfAll(deps);
  return [...directory.members.values()].filter(isActive).map(({ id }) => ({
    memberId: id,
    codes: counted.get(id)?.codes ?? 0,
    passkeys: counted.get(id)?.passkeys ?? 0,
    signedInOn: days?.get(id) ?? null,
    reset: resets.get(id) ?? null,
  }));
}
