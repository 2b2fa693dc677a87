/** Checking a receipt that somebody shows: with the signed directory alone, by whoever has the office's root keys. */
import { isSignedBy } from "../../crypto/sodium.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { isCaseworker } from "../../protocol/rules/casework.ts";
import { isActive } from "../../protocol/directory/directory.ts";
import { parseReceiptLine, receiptInput } from "../../protocol/receipt-line.ts";
import { wasValidUnder } from "../../protocol/directory/validity.ts";
import type { Directories } from "./directories.ts";

export type CheckedReceipt =
  | {
      readonly is: "genuine";
      /** On which this office received something */
      readonly day: string;
      readonly directoryVersion: number;
      /** Who signed works there no more: whoever has that key could still sign */
      readonly hasLeft: boolean;
    }
  /** It is no receipt at all, or was damaged on its way */
  | { readonly is: "malformed" }
  /** It names a directory that is none of this office's */
  | { readonly is: "other-office" }
  /** No caseworker of that directory has signed it */
  | { readonly is: "not-signed" };

/** Throws ApiError where an older directory cannot be fetched. */
export async function checkReceiptLine(line: string, directories: Directories): Promise<CheckedReceipt> {
  let parsed: ReturnType<typeof parseReceiptLine>;
  try {
    parsed = parseReceiptLine(line);
  } catch (error) {
    if (error instanceof CryptoError) return { is: "malformed" };
    throw error;
  }
  const { facts, signature } = parsed;
  const directory = await directories.at(facts.directoryVersion, facts.directoryHash);
  if (directory === undefined) return { is: "other-office" };
  const input = receiptInput(facts);
  const signer = [...directory.members.values()].find(
    (member) =>
      isActive(member) &&
      isCaseworker(member.roles) &&
      wasValidUnder(directory, member) &&
      isSignedBy(member.signingKey, signature, input),
  );
  if (signer === undefined) return { is: "not-signed" };
  const hasLeft = !isActive(directories.current.members.get(signer.id));
  return { is: "genuine", day: facts.day, directoryVersion: directory.version, hasLeft };
}
