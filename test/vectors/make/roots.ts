/** Vectors of the one fingerprint of all roots. */
// The list is part of the format and no code: there is no second one.
import { INDONESIAN as indonesian } from "../../../src/crypto/secret/wordlists/indonesian.ts";
import { Collection, type VectorFile, bytes } from "../format.ts";
import { Seeded, hash, signer } from "../primitives.ts";
import { bitsOf, wordsOf } from "./more-basics.ts";

export function roots(): VectorFile {
  const c = new Collection("roots");
  const random = new Seeded("roots");
  const keys = [1, 2, 3].map(() => signer(random.bytes(32)).publicKey);
  const put = (about: string, threshold: number, given: readonly Uint8Array[]) => {
    const sorted = given.toSorted((a, b) => Buffer.compare(a, b));
    const fingerprint = hash("roots", threshold, ...sorted);
    c.add(
      about,
      "roots-fingerprint",
      { threshold, keys: given.map((key) => bytes(key)) },
      { output: { fingerprint: bytes(fingerprint), words: wordsOf(bitsOf(fingerprint), indonesian).join(" ") } },
    );
  };
  put("two of three roots", 2, keys);
  put("the same in another order are the same", 2, keys.toReversed());
  put("three of three are others", 3, keys);
  put("one root alone", 1, keys.slice(0, 1));
  return c.file();
}
