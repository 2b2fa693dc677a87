/**
 * The receipt that a reporter may show to others: one line that a member has signed. It says which office, which day, and
 * that something was received; nothing in it is of the case (docs/protocol.md, "Receipt lines").
 */
import { type Bytes, concat, list, readU32, u32 } from "../crypto/bytes.ts";
import { CryptoError } from "../crypto/errors.ts";
import { HASH_BYTES, SIGNATURE_BYTES } from "../crypto/sodium.ts";
import { fromBase64url, toBase64url } from "./encoding/base64url.ts";
import { isDay } from "./encoding/day.ts";

const PREFIX = "segel-tt1.";
/** So that two of a day, and of one case, are two, and neither tells how many there are */
const RANDOM_BYTES = 16;
const SIGNED_BYTES = 4 + HASH_BYTES + 4 + RANDOM_BYTES;

export type ReceiptFacts = {
  readonly directoryVersion: number;
  readonly directoryHash: Uint8Array;
  /** On which the report arrived */
  readonly day: string;
  /** 16 bytes */
  readonly random: Uint8Array;
};

/** What the member signs. */
export function receiptInput({ directoryVersion, directoryHash, day, random }: ReceiptFacts): Bytes {
  return list("segel/1/receipt-line", directoryVersion, directoryHash, day, random);
}

export function encodeReceiptLine(facts: ReceiptFacts, signature: Uint8Array): string {
  const { directoryVersion, directoryHash, day, random } = facts;
  return (
    PREFIX +
    toBase64url(concat(u32(directoryVersion), directoryHash, u32(Number(day.replaceAll("-", ""))), random, signature))
  );
}

/** White space of a paper or a letter does not matter. Throws CryptoError `malformed`. */
export function parseReceiptLine(line: string): { readonly facts: ReceiptFacts; readonly signature: Bytes } {
  const plain = line.replaceAll(/\s/gu, "");
  const bytes = fromBase64url(plain.startsWith(PREFIX) ? plain.slice(PREFIX.length) : "=");
  if (bytes.length !== SIGNED_BYTES + SIGNATURE_BYTES) throw new CryptoError("malformed");
  const day = String(readU32(bytes, 4 + HASH_BYTES)).replace(/^(\d{4})(\d\d)(\d\d)$/u, "$1-$2-$3");
  if (!isDay(day)) throw new CryptoError("malformed");
  return {
    facts: {
      directoryVersion: readU32(bytes, 0),
      directoryHash: bytes.slice(4, 4 + HASH_BYTES),
      day,
      random: bytes.slice(SIGNED_BYTES - RANDOM_BYTES, SIGNED_BYTES),
    },
    signature: bytes.slice(SIGNED_BYTES),
  };
}

/** Whether a text has the form of a line, as a message holds it: without white space. */
export function isReceiptLine(text: string): boolean {
  try {
    parseReceiptLine(text);
    return !/\s/u.test(text);
  } catch {
    return false;
  }
}
