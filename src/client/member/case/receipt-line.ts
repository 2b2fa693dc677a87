/** Signing a receipt for a reporter who has asked for one. */
import { randomBytes } from "../../../crypto/sodium.ts";
import { type SigningKeyPair, sign } from "../../../crypto/secret/keys.ts";
import type { Directory } from "../../../protocol/directory/directory.ts";
import { encodeReceiptLine, receiptInput } from "../../../protocol/receipt-line.ts";

/** @param day on which the report arrived */
export function signReceiptLine({ version, hash }: Directory, day: string, signing: SigningKeyPair): string {
  const facts = { directoryVersion: version, directoryHash: hash, day, random: randomBytes(16) };
  return encodeReceiptLine(facts, sign(signing, receiptInput(facts)));
}
