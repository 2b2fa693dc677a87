/** The recovery key: made and split, and looked at again without opening anything. */
import { type Bytes, hex } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { deriveSealingKeyPair, makeSeed } from "../../crypto/secret/keys.ts";
import { combineLocked, deriveAttestationKeyPair, lockedSeed, splitSeed } from "../../crypto/secret/recovery.ts";
import { CEREMONY_BYTES, MOST_SHARES, type Share } from "../../crypto/secret/share-sheet.ts";
import { HASH_BYTES, KEY_BYTES, SEALING_KEY_BYTES, SIGNING_KEY_BYTES, randomBytes, wipe } from "../../crypto/sodium.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import { base64urlOf, hexOf } from "../../protocol/encoding/byte-schemas.ts";
import { encodeJson } from "../../protocol/encoding/canonical-json.ts";
import { type ListedRecovery, shareHashOf } from "../../protocol/directory/directory.ts";
import * as z from "../../protocol/encoding/zod.ts";
import { CeremonyError } from "./refusal.ts";
import { readFile } from "./request.ts";

const recoverySchema = z.strictObject({
  format: z.literal("segel/1/recovery"),
  ceremony: hexOf(CEREMONY_BYTES),
  publicKey: base64urlOf(SEALING_KEY_BYTES),
  threshold: z.int().check(z.gte(2), z.lte(MOST_SHARES)),
  shares: z.array(hexOf(HASH_BYTES)).check(z.minLength(2), z.maxLength(MOST_SHARES)),
  attestationKey: z.optional(hexOf(SIGNING_KEY_BYTES)),
});

/** What everybody may know of a recovery key: what the directory says of it, and which splitting it was. */
export type PublicRecovery = z.infer<typeof recoverySchema>;

export type NewRecovery = {
  readonly shares: readonly Share[];
  /** Kept by the holders of the roots, as 24 words */
  readonly lock: Bytes;
  readonly published: PublicRecovery;
};

/** Who needs `threshold` of `total` shares and the lock. The seed is forgotten before this returns. */
export async function makeRecovery(threshold: number, total: number): Promise<NewRecovery> {
  const ceremony = randomBytes(CEREMONY_BYTES);
  const secret = makeSeed();
  const lock = randomBytes(KEY_BYTES);
  const parts = await splitSeed(secret, threshold, total);
  const seed = lockedSeed(secret, lock, { ceremony, threshold, total });
  const { publicKey } = deriveSealingKeyPair(seed);
  const attestation = deriveAttestationKeyPair(seed);
  wipe(secret, seed, attestation.secretKey);
  const shares = parts.map((share, at): Share => ({ number: at + 1, threshold, total, ceremony, share }));
  return {
    shares,
    lock,
    published: {
      format: "segel/1/recovery",
      ceremony: hex(ceremony),
      publicKey: toBase64url(publicKey),
      threshold,
      shares: shares.map(hashOf),
      attestationKey: hex(attestation.publicKey),
    },
  };
}

/** What the directory says of a share, as hexadecimal: its beginning stands on the sheet. */
export function hashOf({ ceremony, number, threshold, total, share }: Share): string {
  return hex(shareHashOf(ceremony, number, threshold, total, share));
}

export function encodeRecovery(published: PublicRecovery): Bytes {
  return encodeJson(recoverySchema, published);
}

export function readRecovery(file: Uint8Array): PublicRecovery {
  return readFile(recoverySchema, file);
}

/** As it goes into the next document. */
export function listedRecovery({ publicKey, threshold, shares, attestationKey }: PublicRecovery): ListedRecovery {
  return { publicKey, threshold, shares, ...(attestationKey !== undefined && { attestationKey }) };
}

/**
 * Whether one more share goes with those before it: of the same splitting, of this recovery key, and not there yet. Said at
 * once, so that its holder hears it. Throws CeremonyError.
 */
export function checkShare(share: Share, before: readonly Share[], listed: ListedRecovery): void {
  if (before.some(({ ceremony }) => hex(ceremony) !== hex(share.ceremony))) throw new CeremonyError("mixed-ceremonies");
  if (before.some(({ number }) => number === share.number)) throw new CeremonyError("repeated-share");
  if (listed.shares[share.number - 1] !== hashOf(share)) throw new CeremonyError("other-recovery");
}

/** The seed: for who recovers. Throws CeremonyError, each reason by its own name and none with more than that. */
export async function recoverSeed(shares: readonly Share[], lock: Uint8Array, listed: ListedRecovery): Promise<Bytes> {
  for (const [at, share] of shares.entries()) checkShare(share, shares.slice(0, at), listed);
  const [first] = shares;
  if (first === undefined || shares.length < listed.threshold) throw new CeremonyError("too-few-shares");
  const seed = await combineLocked(
    shares.map(({ share }) => share),
    lock,
    first,
    fromBase64url(listed.publicKey),
  ).catch((error: unknown) => {
    if (error instanceof CryptoError) throw new CeremonyError("wrong-lock");
    throw error;
  });
  const attestation = deriveAttestationKeyPair(seed);
  wipe(attestation.secretKey);
  // Exchanged on its way to the roots: what it attests would be believed, and these sheets do not make it.
  const isIts = listed.attestationKey === undefined || listed.attestationKey === hex(attestation.publicKey);
  if (!isIts) wipe(seed);
  if (!isIts) throw new CeremonyError("other-recovery");
  return seed;
}

/** The same for a rehearsal: it ends with nothing but that it would have worked. Throws as `recoverSeed`. */
export async function rehearseRecovery(
  shares: readonly Share[],
  lock: Uint8Array,
  listed: ListedRecovery,
): Promise<void> {
  wipe(await recoverSeed(shares, lock, listed));
}
