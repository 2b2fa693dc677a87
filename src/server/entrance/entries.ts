/** Entries that wait for a request to the roots, and a member's own seeds exchanged under a signature of the directory key. */
import { fromHex, hex, sameBytes } from "../../crypto/bytes.ts";
import { vaultKeysSignatureInput } from "../../crypto/request.ts";
import { vaultHashOf } from "../../crypto/vault-hash.ts";
import { type Role, isSteward } from "../../protocol/rules/casework.ts";
import { isActive } from "../../protocol/directory/directory.ts";
import { isSignedByItself } from "../../protocol/directory/members-themselves.ts";
import { ProblemError } from "../problem.ts";
import { type Session, actOf } from "../services/common/sessions.ts";
import type { Act } from "../store/audit.ts";
import { type WaitingEntry, findEntries, upsertEntry, upsertWishedRoles } from "../store/office/entries.ts";
import { findLoginOf, updateVaultKeys } from "../store/office/members.ts";
import type { EntranceDeps } from "./second-step.ts";
import { type Signed, checkSigned } from "./signed.ts";

type Entry = WaitingEntry["entry"];
type Listed = { readonly memberId: string; readonly roles: Role[] | null; readonly entry: Entry };

/** The own one; for whoever asks the roots for changes, all. */
export async function listEntries({ database }: EntranceDeps, { memberId, member }: Session): Promise<Listed[]> {
  const found = await findEntries(database, isSteward(member.roles) ? undefined : memberId);
  return found.map(({ memberId: id, roles, entry }) => ({ memberId: hex(id), roles: roles && [...roles], entry }));
}

/** Throws ProblemError `not-found` where nobody of that id is active. */
export async function wishRoles(
  { database, directories }: EntranceDeps,
  memberId: Uint8Array,
  roles: readonly Role[] | null,
  act: Act,
): Promise<void> {
  if (!isActive((await directories.current()).members.get(hex(memberId)))) throw new ProblemError("not-found");
  await upsertWishedRoles(database, memberId, roles, act);
}

/** Throws ProblemError `bad-signature` for another member's, and for one that is not signed by itself. */
export async function putEntry({ database }: EntranceDeps, session: Session, entry: Entry): Promise<void> {
  const { memberId } = session;
  const isOwn = entry === null || (sameBytes(fromHex(entry.id), memberId) && isSignedByItself(entry));
  if (!isOwn) throw new ProblemError("bad-signature");
  await upsertEntry(database, memberId, entry, actOf(session));
}

type NewKeys = Signed & { readonly before: Uint8Array; readonly keys: Uint8Array };

/** Throws ProblemError `bad-signature`, and `conflict` where the vault is another than the one that the member has read. */
export async function putVaultKeys(deps: EntranceDeps, session: Session, given: NewKeys): Promise<void> {
  const { memberId, member } = session;
  const { database } = deps;
  const { before, keys } = given;
  const vault = (await findLoginOf(database, memberId))?.vault;
  // Over another key wrap a signature cannot be told from a wrong one: said as what it is, where what it rests on is old.
  if (vault === undefined || !sameBytes(before, vaultHashOf(vault))) throw new ProblemError("conflict");
  const after = vaultHashOf({ ...vault, keys });
  await checkSigned(deps, member, given, (place) => vaultKeysSignatureInput({ ...place, memberId }, before, after));
  if (!(await updateVaultKeys(database, memberId, { before: vault.keys, after: keys, act: actOf(session) })))
    throw new ProblemError("conflict");
}
