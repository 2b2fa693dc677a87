/** Vectors of building blocks that the first files leave out: words of both languages, keys at their edges, shares, slow functions. */
import { argon2Sync, createHash, pbkdf2Sync } from "node:crypto";
import { wordlist as english } from "@scure/bip39/wordlists/english.js";
// The list is part of the format and no code: there is no second one.
import { INDONESIAN as indonesian } from "../../../src/crypto/secret/wordlists/indonesian.ts";
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, concat, encapsulate, hash, list, signer, u32, wing } from "../primitives.ts";

const MALFORMED = { error: "malformed" } as const;
type Result = { output: Json } | { error: string };

export function bitsOf(value: Uint8Array): string {
  return [...value].map((byte) => byte.toString(2).padStart(8, "0")).join("");
}

export function wordsOf(bits: string, words: readonly string[]): string[] {
  return Array.from({ length: 12 }, (_, at) => words[Number.parseInt(bits.slice(11 * at, 11 * at + 11), 2)]!);
}

function tokenWords(token: Uint8Array, words: readonly string[]): string[] {
  return wordsOf(bitsOf(concat(token, createHash("sha256").update(token).digest())), words);
}

export function words(): VectorFile {
  const c = new Collection("words");
  const random = new Seeded(c.subject);
  const token = random.bytes(16);
  for (const value of [new Uint8Array(16), new Uint8Array(16).fill(0xff), token])
    c.add(
      "a token in Indonesian words",
      "words-in",
      { token: bytes(value), language: "id" },
      {
        output: tokenWords(value, indonesian).join(" "),
      },
    );
  const [id, en] = [tokenWords(token, indonesian), tokenWords(token, english)];
  const put = (about: string, typed: string, result: Result) => c.add(about, "read-words-in", { typed }, result);
  const read = (language: string) => ({ output: { token: bytes(token), language } });
  put("twelve Indonesian words", id.join(" "), read("id"));
  put("twelve English ones, by the same reader", en.join(" "), read("en"));
  put("hyphens, commas and full stops between", id.join("-").replace("-", ", ").replace("-", ". "), read("id"));
  put("digits before and behind", id.map((word, at) => `${at + 1}${word}${at}`).join(" "), read("id"));
  put(
    "letters as wide as ideographs, and zero-width ones between",
    id.join("\u200b \u2060").replace(/[a-z]/gu, (letter) => String.fromCodePoint(letter.codePointAt(0)! + 0xfee0)),
    read("id"),
  );
  put(
    "a word with its first four letters and one that contradicts it",
    id.with(0, `${id[0]!.slice(0, 4)}q`).join(" "),
    { error: "unknown-word" },
  );
  put("three letters of a longer word", id.with(0, id.find((word) => word.length > 4)!.slice(0, 3)).join(" "), {
    error: "unknown-word",
  });
  put("one word of the other language", id.with(5, en[5]!).join(" "), { error: "mixed-languages" });
  put("two words in each other's place", id.with(0, id[1]!).with(1, id[0]!).join(" "), { error: "checksum" });
  put("thirteen words", `${id.join(" ")} ${id[0]}`, { error: "count" });
  put("eleven words of which one is none: the word is said first", id.slice(1).with(3, "qqqq").join(" "), {
    error: "unknown-word",
  });
  put("an unknown word before a foreign letter", id.with(1, "qqqq").with(3, "\u0430bdi").join(" "), {
    error: "unknown-word",
  });
  put("a foreign letter before an unknown word", id.with(1, "\u0430bdi").with(3, "qqqq").join(" "), {
    error: "foreign-letter",
  });
  put("a hundred and one words that are none", "qqqq ".repeat(101), { error: "count" });
  put("a hundred that are none", "qqqq ".repeat(100), { error: "unknown-word" });
  put("nothing", "", { error: "count" });
  const key = signer(random.bytes(32)).publicKey;
  const fingerprint = hash("fingerprint", key);
  c.add(
    "the fingerprint of a root key, in words",
    "fingerprint",
    { publicKey: bytes(key) },
    {
      output: { fingerprint: bytes(fingerprint), words: wordsOf(bitsOf(fingerprint), indonesian).join(" ") },
    },
  );
  const sealing = wing(random.bytes(32)).publicKey;
  c.add(
    "the fingerprint of a sealing key",
    "fingerprint",
    { publicKey: bytes(sealing) },
    {
      output: {
        fingerprint: bytes(hash("fingerprint", sealing)),
        words: wordsOf(bitsOf(hash("fingerprint", sealing)), indonesian).join(" "),
      },
    },
  );
  return c.file();
}

/** The order of Ed25519's group. */
const L = 2n ** 252n + 27742317777372353535851937790883648493n;

function littleEndian(value: Uint8Array): bigint {
  return BigInt(`0x${Buffer.from(value).reverse().toString("hex")}`);
}

function thirtyTwo(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, "0"), "hex").reverse();
}

/** Points whose order divides eight (RFC 7748, 7; encodings as Ed25519 writes them). */
const SMALL = {
  "the neutral point": { order: 1n, key: `01${"00".repeat(31)}` },
  "a point of order 2": { order: 2n, key: `ec${"ff".repeat(30)}7f` },
  "a point of order 4": { order: 4n, key: "00".repeat(32) },
  "a point of order 8": { order: 8n, key: "26e8958fc2b227b045c3f489f2ef98f0d5dfac05d3c63339b13802886d53fc05" },
} as const;

export function edges(): VectorFile {
  const c = new Collection("edges");
  const random = new Seeded(c.subject);
  const seed = random.bytes(32);
  const signing = signer(seed);
  const { publicKey } = signing;
  // S·B is known where S is the scalar behind a key: for a small key, R = S·B fits every message whose hash its order divides.
  const scalar = createHash("sha512").update(seed).digest().subarray(0, 32);
  scalar[0]! &= 248;
  scalar[31] = (scalar[31]! & 127) | 64;
  const s = littleEndian(scalar) % L;
  const verify = (about: string, key: Uint8Array, message: Uint8Array, signature: Uint8Array, output: boolean) =>
    c.add(
      about,
      "is-signed-by",
      { publicKey: bytes(key), message: bytes(message), signature: bytes(signature) },
      { output },
    );
  for (const [name, { order, key }] of Object.entries(SMALL)) {
    const small = Buffer.from(key, "hex");
    for (let count = 0; ; count++) {
      const message = list("request", `message ${count}`);
      const h =
        littleEndian(
          createHash("sha512")
            .update(concat(publicKey, small, message))
            .digest(),
        ) % L;
      if (h % order !== 0n) continue;
      verify(
        `a signature that is right by the equation, under ${name}`,
        small,
        message,
        concat(publicKey, thirtyTwo(s)),
        false,
      );
      break;
    }
  }
  const message = list("request", "message");
  const good = signing.sign(message);
  const high = concat(good.subarray(0, 32), thirtyTwo(littleEndian(good.subarray(32)) + L));
  verify("the same signature with a scalar above the group order", publicKey, message, high, false);
  verify("a signature of zeros", publicKey, message, Buffer.alloc(64), false);
  verify("a public key of 31 bytes", publicKey.subarray(1), message, good, false);
  verify("a public key that is no point", Buffer.from(`02${"00".repeat(30)}00`, "hex"), message, good, false);

  const pair = wing(random.bytes(32));
  const sealTo = (about: string, key: Uint8Array, result: Result) =>
    c.add(about, "seal-to", { publicKey: bytes(key) }, result);
  const BAD_KEY = { error: "bad-key" } as const;
  sealTo("a key to which everything can be sealed", pair.publicKey, { output: true });
  /** Coefficients are twelve bits each, little-endian. */
  const coefficient = (value: number) =>
    concat(Uint8Array.of(value & 0xff, (pair.publicKey[1]! & 0xf0) | (value >> 8)), pair.publicKey.subarray(2));
  sealTo("a first coefficient of 3328, the largest", coefficient(3_328), { output: true });
  sealTo("a first coefficient of 3329", coefficient(3_329), BAD_KEY);
  sealTo("a first coefficient of 4095", coefficient(4_095), BAD_KEY);
  const last = Buffer.from(pair.publicKey);
  last[1_150] = last[1_150]! | 0x0f;
  last[1_151] = 0xff;
  sealTo("a last coefficient of 4095", last, BAD_KEY);
  const lowOrders = {
    zeros: "00".repeat(32),
    one: `01${"00".repeat(31)}`,
    "a point of order 8": "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  };
  for (const [name, point] of Object.entries(lowOrders))
    sealTo(
      `an X25519 part of low order: ${name}`,
      concat(pair.publicKey.subarray(0, 1_184), Buffer.from(point, "hex")),
      BAD_KEY,
    );
  sealTo("a key one byte short", pair.publicKey.subarray(1), BAD_KEY);
  const { ciphertext } = encapsulate(pair.publicKey, random.bytes(64));
  c.add(
    "a ciphertext with an X25519 part of order 8",
    "decapsulate",
    {
      seed: bytes(pair.seed),
      ciphertext: bytes(concat(ciphertext.subarray(0, 1_088), Buffer.from(lowOrders["a point of order 8"], "hex"))),
    },
    { error: "altered" },
  );
  const text = (about: string, fields: Json, result: Result) =>
    c.add(about, "list", { purpose: "row", fields }, result);
  text("a label in a text is a text", [{ text: "segel/1/row" }], { output: bytes(list("row", "segel/1/row")) });
  text("the number 0", [{ number: 0 }], { output: bytes(list("row", 0)) });
  text("a negative number", [{ number: -1 }], MALFORMED);
  text("half a number", [{ number: 0.5 }], MALFORMED);
  text("the second half of a surrogate pair alone", [{ text: "a\udc00" }], MALFORMED);
  c.add(
    "a length with its highest bit",
    "parse-list",
    { purpose: "row", bytes: bytes(concat(list("row"), u32(0x8000_0000))) },
    MALFORMED,
  );
  c.add(
    "the label twice",
    "parse-list",
    { purpose: "row", bytes: bytes(concat(list("row"), list("row"))) },
    {
      output: [bytes(Buffer.from("segel/1/row"))],
    },
  );
  return c.file();
}

/** GF(256) with AES's polynomial, as shamir-secret-sharing has it; a share is its values, then its place. */
function multiply(a: number, b: number): number {
  let product = 0;
  for (let bit = 0; bit < 8; bit++) {
    if ((b >> bit) & 1) product ^= a << bit;
  }
  for (let bit = 14; bit >= 8; bit--) if ((product >> bit) & 1) product ^= 0x11b << (bit - 8);
  return product;
}

function shareOf(polynomials: readonly (readonly number[])[], x: number): Buffer {
  const at = (coefficients: readonly number[]) => coefficients.reduceRight((sum, value) => multiply(sum, x) ^ value, 0);
  return Buffer.from([...polynomials.map(at), x]);
}

/** Three shares of a seed, of which `threshold` give it. */
export function sharesOf(random: Seeded, seed: Uint8Array, threshold: number): Buffer[] {
  const rest = Array.from({ length: threshold - 1 }, () => random.bytes(32));
  const polynomials = [...seed].map((value, at) => [value, ...rest.map((coefficients) => coefficients[at]!)]);
  return [1, 77, 255].map((x) => shareOf(polynomials, x));
}

export function recoveries(): VectorFile {
  const c = new Collection("recovery");
  const random = new Seeded(c.subject);
  const split = (seed: Buffer, threshold: number) => sharesOf(random, seed, threshold);
  const [seed, other] = [random.bytes(32), random.bytes(32)];
  const { publicKey } = wing(seed);
  const [one, two, three] = split(seed, 2) as [Buffer, Buffer, Buffer];
  const [foreign] = split(other, 2) as [Buffer];
  const again = split(seed, 2);
  const put = (about: string, shares: readonly Uint8Array[], result: Result, key: Uint8Array = publicKey) =>
    c.add(about, "combine-shares", { shares: shares.map(bytes), publicKey: bytes(key) }, result);
  const whole = { output: bytes(seed) };
  const altered = { error: "altered" } as const;
  put("two shares of two", [one, two], whole);
  put("two others, in another order", [three, one], whole);
  put("three of them", [one, two, three], whole);
  put("one share of two", [one], altered);
  put("a share of another seed", [one, foreign], altered);
  put("a share of another ceremony with the same seed", [one, again[1]!], altered);
  put("one share twice", [one, one], altered);
  put(
    "a share with one bit changed",
    [one, concat(two.subarray(0, 5), Uint8Array.of(two[5]! ^ 1), two.subarray(6))],
    altered,
  );
  put("another public key in the directory", [one, two], altered, wing(other).publicKey);
  const three3 = split(seed, 3);
  put("two shares of three", three3.slice(0, 2), altered);
  put("three shares of three", three3, whole);
  const ceremony = random.bytes(16);
  c.add(
    "what a directory says of a share",
    "share-hash",
    { ceremony: bytes(ceremony), index: 2, k: 2, n: 3, share: bytes(two) },
    {
      output: bytes(hash("share", ceremony, 2, 2, 3, two)),
    },
  );
  return c.file();
}

export function slow(): VectorFile {
  const c = new Collection("slow");
  const random = new Seeded(c.subject);
  const stretch = (about: string, passphrase: string, typed: string, memoryKiB: number, passes: number) => {
    const salt = random.bytes(16);
    const derived = argon2Sync("argon2id", {
      message: Buffer.from(passphrase),
      nonce: salt,
      parallelism: 1,
      tagLength: 32,
      memory: memoryKiB,
      passes,
    });
    c.add(about, "stretch", { passphrase: typed, salt: bytes(salt), memoryKiB, passes }, { output: bytes(derived) });
  };
  stretch(
    "what a new passphrase costs",
    "abai bambu cuka dadu ekor fajar",
    "abai bambu cuka dadu ekor fajar",
    65_536,
    3,
  );
  stretch(
    "typed with spaces, a line break and wide letters",
    "abai bambu é",
    "  ａｂａｉ\u00a0 bambu\ne\u0301 ",
    65_536,
    3,
  );
  stretch("an odd number of KiB, and four passes", "abai", "abai", 65_541, 4);
  const solve = (about: string, keyPrefix: string) => {
    const [nonce, salt] = [random.bytes(16), random.bytes(16)];
    for (let counter = 0; ; counter++) {
      const derivedKey = pbkdf2Sync(concat(nonce, u32(counter)), salt, 10_000, 32, "sha256").toString("hex");
      if (!derivedKey.startsWith(keyPrefix)) continue;
      const parameters = {
        algorithm: "PBKDF2/SHA-256",
        cost: 10_000,
        data: { purpose: "report" },
        expiresAt: 1_795_564_800,
        keyLength: 32,
        keyPrefix,
        nonce: nonce.toString("hex"),
        salt: salt.toString("hex"),
      };
      const challenge = { parameters, signature: random.bytes(32).toString("hex") };
      c.add(about, "solve-proof-of-work", { challenge }, { output: { challenge, counter, derivedKey } });
      return;
    }
  };
  solve("a challenge when the server is idle", "0");
  solve("another one", "0");
  return c.file();
}
