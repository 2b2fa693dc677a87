import t from "tap";
import { fromHex } from "../../../src/crypto/bytes.ts";
import { fingerprintOf } from "../../../src/crypto/identity.ts";
import { fingerprintWords } from "../../../src/crypto/secret/fingerprint-words.ts";
import { INDONESIAN } from "../../../src/crypto/secret/wordlists/indonesian.ts";

const LIST = { language: "id", words: INDONESIAN } as const;

t.test("a fingerprint in words is its first 132 bits, eleven a word, highest first", (t) => {
  const bits = (hexadecimal: string) => fingerprintWords(fromHex(hexadecimal), LIST);
  t.same(bits("00".repeat(32)), Array(12).fill(INDONESIAN[0]));
  t.same(bits("ff".repeat(32)), Array(12).fill(INDONESIAN[2047]));
  t.equal(bits("0020" + "00".repeat(30))[0], INDONESIAN[1], "the eleventh bit is the lowest of the first word");
  t.equal(bits("00".repeat(16) + "10" + "00".repeat(15))[11], INDONESIAN[1], "the last bit that counts");
  t.same(bits("00".repeat(16) + "0f" + "ff".repeat(15)), bits("00".repeat(32)), "what follows is in the numbers alone");
  // Counted the other way round: as one large number.
  const some = "7f3a09c2a0c6e29fc94e6a1be6b19ca45be14d7718b3d4502df0783503d85f62";
  const number = BigInt(`0x${some}`) >> (256n - 132n);
  t.same(
    bits(some),
    Array.from({ length: 12 }, (_, at) => INDONESIAN[Number((number >> BigInt(121 - 11 * at)) & 2047n)]),
  );
  t.end();
});

t.test("the words of a key stay what a poster has printed", (t) => {
  const words = fingerprintWords(fingerprintOf(fromHex("ab".repeat(32))), LIST).join(" ");
  t.equal(words, "rapuh aktual lumut memang dunia harum baca elang dapat oles yoga kakao");
  t.end();
});
