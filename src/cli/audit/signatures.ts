/**
 * Signatures of a lot checked by OpenSSL in Node's threads: two cores do in one second what libsodium does in two. Right is what
 * libsodium calls right: what only one of the two takes, libsodium decides.
 */
import { type KeyObject, createPublicKey, verify } from "node:crypto";
import type { CheckSignatures, Signed } from "../../client/audit/signatures.ts";
import { fromHex } from "../../crypto/bytes.ts";
import { SIGNATURE_BYTES, SIGNING_KEY_BYTES, isSignedBy } from "../../crypto/sodium.ts";

/** SubjectPublicKeyInfo of Ed25519 (RFC 8410, 4), before the key. */
const SPKI = Buffer.from("302a300506032b6570032100", "hex");

/** Points of order 8, without their sign. Those of order 1, 2 and 4 are 0 or 1 away from 0 and from the prime. */
const ORDER_8 = [
  "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05",
  "c7176a703d4dd84fba3c0b760d10670f2a2053fa2c39ccc64ec7fd7792ac037a",
].map(fromHex);

/** Of members, whose keys are the same object as long as a directory lasts */
const keys = new WeakMap<Uint8Array, KeyObject>();

export const checkInThreads: CheckSignatures = (lot) => Promise.all(lot.map(isRight));

function isRight(signed: Signed): Promise<boolean> {
  const { publicKey, signature, message } = signed;
  return new Promise((resolve) => {
    // What libsodium refuses and OpenSSL takes.
    if (publicKey.length !== SIGNING_KEY_BYTES || signature.length !== SIGNATURE_BYTES || isOdd(publicKey, signature))
      return resolve(isSignedBy(publicKey, signature, message));
    verify(null, message, keyOf(publicKey), signature, (error, isGenuine) =>
      resolve((error === null && isGenuine) || isSignedBy(publicKey, signature, message)),
    );
  });
}

function keyOf(publicKey: Uint8Array): KeyObject {
  const known = keys.get(publicKey);
  if (known !== undefined) return known;
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: "der", type: "spki" });
  keys.set(publicKey, key);
  return key;
}

/** Key, or point of the signature, of a small order, or written as no honest program writes one; by chance once in 2²⁴⁰. */
function isOdd(publicKey: Uint8Array, signature: Uint8Array): boolean {
  return isOddPoint(publicKey) || isOddPoint(signature);
}

function isOddPoint(bytes: Uint8Array): boolean {
  const middle = bytes[1];
  if ((middle === 0 || middle === 0xff) && bytes.subarray(1, 31).every((byte) => byte === middle)) return true;
  return ORDER_8.some((point) => point.every((byte, at) => byte === (at === 31 ? (bytes[at] ?? 0) & 0x7f : bytes[at])));
}
