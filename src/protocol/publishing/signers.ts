/** Who has signed a snapshot, by the directory that it names: a lead who prepared it, and somebody else. */
import { hex } from "../../crypto/bytes.ts";
import { isSignedBy } from "../../crypto/sodium.ts";
import { fromBase64url } from "../encoding/base64url.ts";
import { type Directory, type Member, isActive } from "../directory/directory.ts";
import { wasValidUnder } from "../directory/validity.ts";
import type { Role } from "../rules/casework.ts";
import { type SignedSnapshot, parseSnapshot, snapshotBytes, snapshotSignatureInput } from "./snapshot.ts";

/** Figures are counted from opened cases, by whoever answers for all of them. */
export function mayPrepare(roles: readonly Role[]): boolean {
  return roles.includes("lead");
}

/** Reads what goes out: another lead, or a custodian, who opens no report and judges by the page alone. */
function mayConfirm(roles: readonly Role[]): boolean {
  return roles.includes("lead") || roles.includes("custodian");
}

export type Signer = { readonly member: Member; readonly day: string };

/** Those whose signature holds, in the order in which they signed; of a document that names this directory. */
export function signersOf(signed: SignedSnapshot, directory: Directory): Signer[] {
  const bytes = snapshotBytes(signed);
  const { directory: named } = parseSnapshot(bytes);
  if (named.version !== directory.version || named.hash !== hex(directory.hash)) return [];
  const signers = new Map<string, Signer>();
  for (const [at, { member: id, day, signature }] of signed.signatures.entries()) {
    const member = directory.members.get(id);
    if (!isActive(member) || !wasValidUnder(directory, member)) continue;
    if (!(at === 0 ? mayPrepare : mayConfirm)(member.roles)) continue;
    if (isSignedBy(member.signingKey, fromBase64url(signature), snapshotSignatureInput(bytes, id, day)))
      signers.set(id, { member, day });
  }
  return [...signers.values()];
}

/** The day on which the second of two has signed; undefined while it is not published. */
export function publishedOn(signers: readonly Signer[]): string | undefined {
  return signers.length < 2
    ? undefined
    : signers
        .map(({ day }) => day)
        .toSorted()
        .at(-1);
}
