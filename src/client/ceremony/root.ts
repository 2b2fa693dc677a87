/** A root key from its making to its signature; and signatures joined to a directory. Nothing here knows a network. */
import { type Bytes, fromHex, hex } from "../../crypto/bytes.ts";
import { deriveSigningKeyPair, makeSeed, sign } from "../../crypto/secret/keys.ts";
import { HASH_BYTES, SIGNATURE_BYTES, SIGNING_KEY_BYTES, isSignedBy, wipe } from "../../crypto/sodium.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import { base64urlOf, hexOf } from "../../protocol/encoding/byte-schemas.ts";
import { encodeJson } from "../../protocol/encoding/canonical-json.ts";
import {
  type RootSet,
  type SignedDirectory,
  directorySignatureInput,
  signedDirectory,
} from "../../protocol/directory/directory.ts";
import * as z from "../../protocol/encoding/zod.ts";
import { CeremonyError } from "./refusal.ts";
import { type Request, readFile } from "./request.ts";

const rootSchema = z.strictObject({ format: z.literal("segel/1/root"), key: hexOf(SIGNING_KEY_BYTES) });

const signatureSchema = z.strictObject({
  format: z.literal("segel/1/root-signature"),
  /** Hash of the document that was signed */
  directory: hexOf(HASH_BYTES),
  root: hexOf(SIGNING_KEY_BYTES),
  signature: base64urlOf(SIGNATURE_BYTES),
});
export type SignatureFile = z.infer<typeof signatureSchema>;

/** 32 random bytes, which the holder keeps as 24 words, and what may be known to everybody. */
export function makeRoot(): { readonly seed: Bytes; readonly key: Bytes } {
  const seed = makeSeed();
  return { seed, key: rootKeyOf(seed) };
}

/** The public half of a root key. */
function rootKeyOf(seed: Uint8Array): Bytes {
  const { publicKey, secretKey } = deriveSigningKeyPair(seed);
  wipe(secretKey);
  return publicKey;
}

export function encodeRoot(key: Uint8Array): Bytes {
  return encodeJson(rootSchema, { format: "segel/1/root", key: hex(key) });
}

export function readRoot(file: Uint8Array): Bytes {
  return fromHex(readFile(rootSchema, file).key);
}

/** What stands in the square code of a root's sheet: letters that such codes hold most tightly. */
export function rootLineOf(key: Uint8Array): string {
  return `SEGEL:ROOT:${hex(key).toUpperCase()}`;
}

/** Throws CeremonyError `no-root-here` where the key is neither an old root nor a new one. */
export function signRequest(request: Request, seed: Uint8Array): SignatureFile {
  const keys = deriveSigningKeyPair(seed);
  try {
    const root = hex(keys.publicKey);
    if (!rootsOf(request).some(({ keys: known }) => known.some((key) => hex(key) === root)))
      throw new CeremonyError("no-root-here");
    const signature = toBase64url(sign(keys, directorySignatureInput(request.bytes)));
    return { format: "segel/1/root-signature", directory: hex(request.directory.hash), root, signature };
  } finally {
    wipe(keys.secretKey);
  }
}

export function encodeSignature(signature: SignatureFile): Bytes {
  return encodeJson(signatureSchema, signature);
}

/** Throws CeremonyError `malformed`, `other-request` or `bad-signature`. */
export function readSignature(file: Uint8Array, request: Request): SignatureFile {
  const read = readFile(signatureSchema, file);
  if (read.directory !== hex(request.directory.hash)) throw new CeremonyError("other-request");
  const isKnown = rootsOf(request).some(({ keys }) => keys.some((key) => hex(key) === read.root));
  const input = directorySignatureInput(request.bytes);
  if (!isKnown || !isSignedBy(fromHex(read.root), fromBase64url(read.signature), input))
    throw new CeremonyError("bad-signature");
  return read;
}

/** The root sets that must sign: the old one, where there was one, and the new one. */
function rootsOf({ before, directory }: Request): RootSet[] {
  return [...(before === undefined ? [] : [before.roots]), directory.roots];
}

/** How many signatures are there and how many each root set needs; one line where old and new are the same. */
export function countSignatures(
  request: Request,
  signatures: readonly SignatureFile[],
): { readonly set: "old" | "new" | "all"; readonly has: number; readonly needs: number }[] {
  const signers = new Set(signatures.map(({ root }) => root));
  const count = (set: "old" | "new" | "all", { keys, threshold }: RootSet) => ({
    set,
    has: keys.filter((key) => signers.has(hex(key))).length,
    needs: threshold,
  });
  const { before, directory } = request;
  if (before === undefined || isSameSet(before.roots, directory.roots)) return [count("all", directory.roots)];
  return [count("old", before.roots), count("new", directory.roots)];
}

function isSameSet(a: RootSet, b: RootSet): boolean {
  return a.threshold === b.threshold && a.keys.map(hex).join() === b.keys.map(hex).join();
}

/** Throws CeremonyError `too-few-signatures`. The signatures have been read for this very request. */
export function joinSignatures(request: Request, signatures: readonly SignatureFile[]): SignedDirectory {
  if (countSignatures(request, signatures).some(({ has, needs }) => has < needs))
    throw new CeremonyError("too-few-signatures");
  const once = new Map(signatures.map(({ root, signature }) => [root, fromBase64url(signature)]));
  return signedDirectory(
    request.bytes,
    [...once].map(([root, signature]) => ({ root: fromHex(root), signature })),
  );
}
