/**
 * Everybody is lost: one member who is back recovers, and those who hold sheets are asked for them. What is asked is a file
 * with one line of twelve words, read aloud by the one who recovers: what each types is sealed to that very key, and to no
 * other that somebody may have put in its place.
 */
import { type Bytes, fromHex, hex, sameBytes } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";
import type { SealingKeyPair } from "../../crypto/secret/keys.ts";
import { type RecoveryPart, openRecoveryPart, sealRecoveryPart } from "../../crypto/secret/recovery-part.ts";
import type { Share } from "../../crypto/secret/share-sheet.ts";
import { HASH_BYTES, SEALING_KEY_BYTES, hash, wipe } from "../../crypto/sodium.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import { base64urlOf, hexOf } from "../../protocol/encoding/byte-schemas.ts";
import { encodeJson } from "../../protocol/encoding/canonical-json.ts";
import { type ListedRecovery, listedRecoverySchema, memberSchema } from "../../protocol/directory/directory.ts";
import * as z from "../../protocol/encoding/zod.ts";
import { checkShare, recoverSeed } from "./recovery.ts";
import { CeremonyError } from "./refusal.ts";
import { readFile } from "./request.ts";

const callSchema = z.strictObject({
  format: z.literal("segel/1/recovery-call"),
  /** The recovery key that is to be put together */
  recovery: listedRecoverySchema,
  /** Who recovers, and what is sealed to */
  member: z.strictObject({
    id: hexOf(ID_BYTES),
    names: memberSchema.shape.names,
    sealingKey: base64urlOf(SEALING_KEY_BYTES),
  }),
});

const partSchema = z.strictObject({
  format: z.literal("segel/1/recovery-part"),
  /** Of the call that it answers */
  call: hexOf(HASH_BYTES),
  sealed: base64urlOf(1, 2_048),
});

type CallDocument = z.infer<typeof callSchema>;

/** Who recovers, asked for by that member or read from the file; the same member and recovery key make the same call. */
export type RecoveryCall = Pick<CallDocument, "recovery" | "member"> & {
  /** Its first 132 bits are the line of twelve words */
  readonly line: Bytes;
};

export function makeCall(recovery: ListedRecovery, member: CallDocument["member"]): RecoveryCall {
  return { recovery, member, line: lineOf(encodeCall({ recovery, member })) };
}

/** What the line of twelve words is made of. */
export function lineOf(file: Uint8Array): Bytes {
  return hash("segel/1/recovery-call", file);
}

export function encodeCall({ recovery, member }: Pick<RecoveryCall, "recovery" | "member">): Bytes {
  const { id, names, sealingKey } = member;
  return encodeJson(callSchema, { format: "segel/1/recovery-call", recovery, member: { id, names, sealingKey } });
}

/** Throws CeremonyError `malformed`. */
export function readCall(file: Uint8Array): RecoveryCall {
  const { recovery, member } = readFile(callSchema, file);
  return makeCall(recovery, member);
}

/** What one holder hands over. Throws CeremonyError `other-recovery` for a share of another key, `malformed` for a key that is none. */
export function sealPart(part: RecoveryPart, { recovery, member, line }: RecoveryCall): Bytes {
  if ("share" in part) checkShare(part.share, [], recovery);
  try {
    const sealed = sealRecoveryPart(part, line, fromBase64url(member.sealingKey));
    return encodeJson(partSchema, { format: "segel/1/recovery-part", call: hex(line), sealed: toBase64url(sealed) });
  } catch (error) {
    if (error instanceof CryptoError) throw new CeremonyError("malformed");
    throw error;
  }
}

/** What came in so far: numbers of shares and whether the lock is there, and nothing that they hold. */
export type Received = { readonly shares: readonly number[]; readonly needed: number; readonly hasLock: boolean };

export type Parts = { readonly shares: readonly Share[]; readonly lock: Bytes | undefined };

/**
 * Opens what was handed over, in any order. Throws CeremonyError: `malformed`, `other-call` for what was sealed to somebody
 * else or for another recovery, and of shares what `checkShare` throws. The very same file twice counts once.
 */
export function openParts(files: readonly Uint8Array[], call: RecoveryCall, keys: readonly SealingKeyPair[]): Parts {
  const shares: Share[] = [];
  let lock: Bytes | undefined;
  const seen = new Set<string>();
  for (const file of files) {
    const { call: of, sealed } = readFile(partSchema, file);
    if (!sameBytes(fromHex(of), call.line)) throw new CeremonyError("other-call");
    if (seen.has(sealed)) continue;
    seen.add(sealed);
    const part = openOne(fromBase64url(sealed), call, keys);
    if ("lock" in part) ({ lock } = part);
    else {
      checkShare(part.share, shares, call.recovery);
      shares.push(part.share);
    }
  }
  return { shares, lock };
}

function openOne(sealed: Uint8Array, { line }: RecoveryCall, keys: readonly SealingKeyPair[]): RecoveryPart {
  try {
    return openRecoveryPart(sealed, line, keys);
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    throw new CeremonyError(error.code === "not-for-me" ? "other-call" : "malformed");
  }
}

/** Which of them are there. */
export function receivedOf({ shares, lock }: Parts, { recovery }: RecoveryCall): Received {
  const numbers = shares.map(({ number }) => number).toSorted((a, b) => a - b);
  return { shares: numbers, needed: recovery.threshold, hasLock: lock !== undefined };
}

export function forget({ shares, lock }: Parts): void {
  wipe(...shares.map(({ share }) => share), ...(lock === undefined ? [] : [lock]));
}

/** The seed, and the parts are forgotten. Throws CeremonyError as `recoverSeed`, and `wrong-lock` where there is none. */
export async function seedOf(parts: Parts, { recovery }: RecoveryCall): Promise<Bytes> {
  try {
    return await recoverSeed(parts.shares, parts.lock ?? new Uint8Array(), recovery);
  } finally {
    forget(parts);
  }
}
