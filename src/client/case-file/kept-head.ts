/** The head of the audit trail in a case file: who was given one holds a checkpoint without having asked for it. */
import { unlessRefused } from "../../crypto/errors.ts";
import { headIn } from "./case-proof.ts";
import { PROOF_NAME } from "./format.ts";
import { readPlainZip } from "./plain-zip.ts";

/** Undefined for what is no case file, or has none of the trail. Who signed it is asked by whoever compares. */
export async function keptHeadOf(bytes: Uint8Array): Promise<string | undefined> {
  const read = async (offset: number, length: number) => bytes.subarray(offset, offset + length);
  const entries = await readPlainZip({ size: bytes.length, read }).catch(() => []);
  const proof = entries.find(({ name }) => name === PROOF_NAME);
  return proof && unlessRefused(() => headIn(bytes.subarray(proof.from, proof.from + proof.size)));
}
