/** The own entry in the directory against what the own vault holds. */
import { sameBytes } from "../../../crypto/bytes.ts";
import {
  type SealingKeyPair,
  type SigningKeyPair,
  deriveSealingKeyPair,
  deriveSigningKeyPair,
} from "../../../crypto/secret/keys.ts";
import type { VaultKeys } from "../../../crypto/secret/vault.ts";
import { type Directory, type Member as Entry, isActive } from "../../../protocol/directory/directory.ts";
import { Refusal } from "../../refusal.ts";

/** Of a member who has signed in */
export type OwnKeyPairs = {
  readonly signing: SigningKeyPair;
  /** First the one that the directory lists, then older ones, newest first, which open older reports. */
  readonly sealing: SealingKeyPair[];
  /** Made here, and in no directory yet: newest first */
  readonly pending: SealingKeyPair[];
};

/**
 * The directory must list keys that the vault holds: else somebody swapped one or the other. Whoever has left is told so,
 * although the server let them in. Throws Refusal `keys-differ`, `no-member`, `suspended`.
 */
export function ownKeys(id: string, { signingSeed, sealingSeeds }: VaultKeys, { members }: Directory): OwnKeyPairs {
  const entry = members.get(id);
  const signing = deriveSigningKeyPair(signingSeed);
  const all = sealingSeeds.map(({ seed }) => deriveSealingKeyPair(seed));
  if (!isActive(entry)) throw new Refusal("no-member");
  if (entry.isSuspended) throw new Refusal("suspended");
  if (!isOwnEntry(entry, { signing, all })) throw new Refusal("keys-differ");
  // Who opens nothing any more keeps what opened older reports.
  const at = all.findIndex(({ publicKey }) => entry.sealingKey !== null && sameBytes(publicKey, entry.sealingKey));
  return { signing, sealing: all.slice(Math.max(0, at)), pending: all.slice(0, Math.max(0, at)) };
}

/** Whether an entry names the own signing key, and a sealing key out of the own vault or none: it is signed over both. */
export function isOwnEntry(
  { signingKey, sealingKey }: Pick<Entry, "signingKey" | "sealingKey">,
  { signing, all }: { readonly signing: SigningKeyPair; readonly all: readonly SealingKeyPair[] },
): boolean {
  return (
    sameBytes(signingKey, signing.publicKey) &&
    (sealingKey === null || all.some(({ publicKey }) => sameBytes(publicKey, sealingKey)))
  );
}

/** All sealing keys of the own vault, in its order. */
export function allSealing({ pending, sealing }: Pick<OwnKeyPairs, "pending" | "sealing">): readonly SealingKeyPair[] {
  return [...pending, ...sealing];
}
