/** Vectors of what is made offline: 24 words, shares on paper, the recovery key under its lock, the line of a request. */
import { createHash } from "node:crypto";
import { wordlist as english } from "@scure/bip39/wordlists/english.js";
// The list is part of the format and no code: there is no second one.
import { INDONESIAN as indonesian } from "../../../src/crypto/secret/wordlists/indonesian.ts";
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, concat, derive, hash, wing } from "../primitives.ts";
import { bitsOf, sharesOf } from "./more-basics.ts";

type Result = { output: Json } | { error: string };

function numbersOf(bits: string): number[] {
  return (bits.match(/.{11}/gu) ?? []).map((word) => Number.parseInt(word, 2));
}

function keyWords(secret: Uint8Array, words: readonly string[]): string[] {
  const bits = bitsOf(secret) + bitsOf(createHash("sha256").update(secret).digest()).slice(0, 8);
  return numbersOf(bits).map((number) => words[number]!);
}

type Sheet = { number: number; k: number; n: number; ceremony: Uint8Array; share: Uint8Array };

/** Form 1 in three bits, ceremony, then number, k and n less one in five bits each; behind it the share. */
function sheetLines({ number, k, n, ceremony, share }: Sheet, words: readonly string[]): string[] {
  const count = (value: number) => (value - 1).toString(2).padStart(5, "0");
  const numbers = numbersOf(`001${bitsOf(ceremony)}${count(number)}${count(k)}${count(n)}${bitsOf(share)}`);
  const first = numbers.slice(0, 6);
  return [0, 1, 2, 3, 4].map((line) => {
    const content = numbers.slice(6 * line, 6 * line + 6);
    const check = Number.parseInt(bitsOf(hash("share-line", line, ...first, ...content)).slice(0, 11), 2);
    return [...content, check].map((one) => words[one]!).join(" ");
  });
}

export function ceremonies(): VectorFile {
  const c = new Collection("ceremony");
  const random = new Seeded(c.subject);
  const secret = random.bytes(32);
  for (const value of [Buffer.alloc(32), Buffer.alloc(32, 0xff), secret])
    for (const [language, words] of [["id", indonesian], ["en", english]] as const)
      c.add("32 bytes as 24 words", "key-words", { secret: bytes(value), language }, {
        output: keyWords(value, words).join(" "),
      });
  const read = (about: string, typed: string, result: Result) => c.add(about, "read-key-words", { typed }, result);
  const words = keyWords(secret, indonesian);
  read("24 words, numbered, by their first letters", words.map((word, at) => `${at + 1}. ${word.slice(0, 4)}`).join("\n"), {
    output: { secret: bytes(secret), language: "id" },
  });
  read("two words in each other\u2019s place", words.with(0, words[1]!).with(1, words[0]!).join(" "), { error: "checksum" });
  read("twelve of them", words.slice(0, 12).join(" "), { error: "count" });
  read("one of the other language", words.with(9, keyWords(secret, english)[9]!).join(" "), { error: "mixed-languages" });

  const lock = random.bytes(32);
  const ceremony = random.bytes(6);
  const shares = sharesOf(random, secret, 2);
  const facts = { ceremony: bytes(ceremony), k: 2, n: 3 };
  for (const [language, list] of [["id", indonesian], ["en", english]] as const)
    c.add("a share on paper", "share-lines", { ...facts, number: 2, share: bytes(shares[1]!), language }, {
      output: sheetLines({ number: 2, k: 2, n: 3, ceremony, share: shares[1]! }, list),
    });
  const paper = sheetLines({ number: 2, k: 2, n: 3, ceremony, share: shares[1]! }, indonesian);
  const others = sheetLines({ number: 1, k: 2, n: 3, ceremony, share: shares[0]! }, indonesian);
  const lines = (about: string, given: readonly string[], result: Result) =>
    c.add(about, "read-share-lines", { lines: given }, result);
  lines("its five lines", paper, { output: { number: 2, ...facts, share: bytes(shares[1]!) } });
  lines("line D of another sheet", paper.with(3, others[3]!), { error: "checksum" });
  lines("line A of another sheet", paper.with(0, others[0]!), { error: "checksum" });
  lines("lines B and C in each other\u2019s place", paper.with(1, paper[2]!).with(2, paper[1]!), { error: "checksum" });
  lines("a line of six words", paper.with(4, paper[4]!.split(" ").slice(1).join(" ")), { error: "count" });

  const seed = derive(secret, "recovery-seed", lock, ceremony, 2, 3);
  const { publicKey } = wing(seed);
  const recover = (about: string, given: readonly Uint8Array[], result: Result, changed: Record<string, Json> = {}) =>
    c.add(
      about,
      "recover-seed",
      { shares: given.map(bytes), lock: bytes(lock), ...facts, publicKey: bytes(publicKey), ...changed },
      result,
    );
  recover("two shares and the lock", [shares[2]!, shares[0]!], { output: bytes(seed) });
  const altered = { error: "altered" } as const;
  recover("one share and the lock", [shares[0]!], altered);
  recover("all shares and another lock", shares, altered, { lock: bytes(random.bytes(32)) });
  recover("another ceremony", shares, altered, { ceremony: bytes(random.bytes(6)) });
  recover("said to need three", shares, altered, { k: 3 });
  recover("the seed itself in shares, without a lock", sharesOf(random, seed, 2), altered);

  const document = concat(Buffer.from('{"format":"segel/2/directory","version":1}', "utf8"));
  const proposal = hash("proposal", document);
  c.add("the line of a request", "proposal-line", { document: document.toString("utf8") }, {
    output: numbersOf(bitsOf(proposal).slice(0, 132))
      .map((number) => indonesian[number]!)
      .join(" "),
  });
  return c.file();
}
