/** Entries that wait for a request to the roots, and a member's own seeds exchanged under a signature of the directory key. */
import { fromHex, hex, sameBytes } from "../../crypto/bytes.ts";
import { vaultKeysSignatureInput } from "../../crypto/request.ts";
import { hash, isSignedBy } from "../../crypto/sodium.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import { type Role, isSteward } from "../../protocol/rules/casework.ts";
import { isActive, memberSignatureInput } from "../../protocol/directory/directory.ts";
import { ProblemError } from "../problem.ts";
import type { Session } from "../services/sessions.ts";
import { type WaitingEntry, findEntries, upsertEntry, upsertWishedRoles } from "../store/entries.ts";
import { findLoginOf, updateVaultKeys } from "../store/members.ts";
import type { Signed } from "./factors.ts";
import type { EntranceDeps } from "./second-step.ts";

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
): Promise<void> {
  if (!isActive((await directories.current()).members.get(hex(memberId)))) throw new ProblemError("not-found");
  await upsertWishedRoles(database, memberId, roles);
}

/** Throws ProblemError `bad-signature` for another member's, and for one that is not signed by itself. */
export async function putEntry({ database }: EntranceDeps, { memberId }: Session, entry: Entry): Promise<void> {
  const isOwn =
    entry === null ||
    (sameBytes(fromHex(entry.id), memberId) &&
      isSignedBy(fromHex(entry.signingKey), fromBase64url(entry.signature), memberSignatureInput(entry)));
  if (!isOwn) throw new ProblemError("bad-signature");
  await upsertEntry(database, memberId, entry);
}

type NewKeys = Signed & { readonly before: Uint8Array; readonly keys: Uint8Array };

/** Throws ProblemError `bad-signature`, and `conflict` where the vault is another than the one that the member has read. */
export async function putVaultKeys(
  { database, nonces, origins }: EntranceDeps,
  { memberId, member }: Session,
  { before, keys, nonce, signature }: NewKeys,
): Promise<void> {
  const vault = (await findLoginOf(database, memberId))?.vault;
  if (vault === undefined) throw new ProblemError("conflict");
  const hashOf = (seeds: Uint8Array) => hash("segel/1/vault-hash", vault.keyWrap, seeds);
  const isSigned =
    nonce !== undefined &&
    origins.all.some((origin) => {
      const input = vaultKeysSignatureInput({ origin, memberId, nonce: nonce.bytes }, before, hashOf(keys));
      return isSignedBy(member.signingKey, signature, input);
    });
  const isCurrent = sameBytes(before, hashOf(vault.keys));
  // Over another key wrap it cannot be told from a wrong one: said as what it is, where what it rests on is old.
  if (!isCurrent) throw new ProblemError("conflict");
  if (!isSigned || !(await nonces.spend(nonce))) throw new ProblemError("bad-signature");
  if (!(await updateVaultKeys(database, memberId, { before: vault.keys, after: keys })))
    throw new ProblemError("conflict");
}
