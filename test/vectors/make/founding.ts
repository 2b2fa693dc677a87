/** Vectors of a founding: the code that a server prints, and the keys that it knows hashes of. */
import { Collection, type VectorFile, bytes } from "../format.ts";
import { Seeded, hash } from "../primitives.ts";

/** Crockford's, letter by letter. */
const LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

export function founding(): VectorFile {
  const c = new Collection("founding");
  const random = new Seeded("founding");
  const code = Array.from(random.bytes(20), (byte) => LETTERS[byte & 31]).join("");
  const groups = [0, 4, 8, 12, 16].map((at) => code.slice(at, at + 4));
  const read = (about: string, typed: string, letters: string | null) => {
    const output = letters === null ? null : { letters, hash: bytes(hash("founding-code", letters)) };
    c.add(about, "founding-code", { typed }, { output });
  };
  read("as it is printed", groups.join("-"), code);
  read("small letters and spaces, in other groups", ` ${code.toLowerCase().slice(0, 7)} ${code.toLowerCase().slice(7)} `, code);
  read("letters that look alike", "oO0i-IlL1-2345-6789-ABCD", "000111112345" + "6789ABCD");
  read("one too few", code.slice(1), null);
  read("one too many", `${code}0`, null);
  read("a letter that stands in no code", `U${code.slice(1)}`, null);
  read("nothing", "", null);
  for (const about of ["of the founder", "of those who join"]) {
    const key = random.bytes(32);
    c.add(`the key ${about}`, "founding-key", { key: bytes(key) }, { output: bytes(hash("founding-key", key)) });
  }
  return c.file();
}
