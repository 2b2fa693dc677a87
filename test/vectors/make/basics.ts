/** Vectors of what everything else is made of: lists, derivation, keys, padding, text forms, the token and its words. */
import { createHash } from "node:crypto";
import { wordlist } from "@scure/bip39/wordlists/english.js";
import { Collection, type VectorFile, bytes } from "../format.ts";
import { Seeded, concat, derive, encapsulate, hash, list, pad, signer, u32, wing, wingShared } from "../primitives.ts";

const MALFORMED = { error: "malformed" } as const;

export function lists(): VectorFile {
  const c = new Collection("lists");
  const text = (value: string) => ({ text: value });
  c.add("a label alone", "list", { purpose: "row", fields: [] }, { output: bytes(list("row")) });
  c.add(
    "text is UTF-8",
    "list",
    { purpose: "row", fields: [text("Rp 500.000 – é 漢 😀")] },
    { output: bytes(list("row", "Rp 500.000 – é 漢 😀")) },
  );
  c.add(
    "text is not normalized, a byte order mark is content",
    "list",
    { purpose: "row", fields: [text("\ufeffe\u0301\u202e")] },
    { output: bytes(list("row", "\ufeffe\u0301\u202e")) },
  );
  c.add(
    "a number is four bytes, big-endian",
    "list",
    { purpose: "row", fields: [{ number: 0x01020304 }] },
    { output: bytes(list("row", 0x01020304)) },
  );
  c.add(
    "the largest number",
    "list",
    { purpose: "row", fields: [{ number: 0xffff_ffff }] },
    { output: bytes(list("row", 0xffff_ffff)) },
  );
  c.add(
    "an empty field is a field",
    "list",
    { purpose: "row", fields: [text(""), { bytes: "" }] },
    { output: bytes(list("row", "", "")) },
  );
  c.add(
    "bytes stand as they are",
    "list",
    { purpose: "row", fields: [{ bytes: "00ff80" }, text("a")] },
    { output: bytes(list("row", Buffer.from("00ff80", "hex"), "a")) },
  );
  c.add("half a surrogate has no UTF-8", "list", { purpose: "row", fields: [text("\ud800")] }, MALFORMED);
  c.add("a number above 32 bits", "list", { purpose: "row", fields: [{ number: 2 ** 32 }] }, MALFORMED);
  const good = list("row", "one", 2);
  c.add(
    "fields come out in order",
    "parse-list",
    { purpose: "row", bytes: bytes(good) },
    { output: [bytes(Buffer.from("one")), "00000002"] },
  );
  c.add("no fields", "parse-list", { purpose: "row", bytes: bytes(list("row")) }, { output: [] });
  c.add("another label", "parse-list", { purpose: "rows", bytes: bytes(good) }, MALFORMED);
  c.add(
    "a label of another version",
    "parse-list",
    { purpose: "row", bytes: bytes(concat(u32(11), Buffer.from("segel/2/row"), good.subarray(15))) },
    MALFORMED,
  );
  c.add(
    "a label with something behind it",
    "parse-list",
    { purpose: "row", bytes: bytes(concat(u32(12), Buffer.from("segel/1/row "), good.subarray(15))) },
    MALFORMED,
  );
  c.add("no label", "parse-list", { purpose: "row", bytes: "" }, MALFORMED);
  c.add(
    "a length that runs over the end",
    "parse-list",
    { purpose: "row", bytes: bytes(good.subarray(0, -1)) },
    MALFORMED,
  );
  c.add(
    "a length of which half is missing",
    "parse-list",
    { purpose: "row", bytes: bytes(concat(good, Uint8Array.of(0, 0))) },
    MALFORMED,
  );
  c.add(
    "a length far beyond the end",
    "parse-list",
    { purpose: "row", bytes: bytes(concat(good, u32(0xffff_ffff))) },
    MALFORMED,
  );
  return c.file();
}

export function derivation(): VectorFile {
  const c = new Collection("derivation");
  const random = new Seeded(c.subject);
  const key = random.bytes(32);
  const token = random.bytes(16);
  const field = random.bytes(20);
  const put = (about: string, value: Uint8Array, purpose: string) =>
    c.add(
      about,
      "derive",
      { key: bytes(value), purpose, fields: [{ bytes: bytes(field) }] },
      { output: bytes(derive(value, purpose, field)) },
    );
  c.add("a hash of a label alone", "hash", { purpose: "case", fields: [] }, { output: bytes(hash("case")) });
  c.add(
    "a hash of fields",
    "hash",
    { purpose: "case", fields: [{ bytes: bytes(field) }, { number: 7 }] },
    { output: bytes(hash("case", field, 7)) },
  );
  put("a key of 32 bytes", key, "body-key");
  put("the same key and field for another purpose", key, "summary-key");
  put("a token of 16 bytes", token, "token-auth");
  c.add(
    "no fields",
    "derive",
    { key: bytes(key), purpose: "body-key", fields: [] },
    { output: bytes(derive(key, "body-key")) },
  );
  for (const length of [0, 31, 33, 64]) {
    c.add(
      `a key of ${length} bytes`,
      "derive",
      { key: bytes(random.bytes(length)), purpose: "body-key", fields: [] },
      { error: "bad-key" },
    );
  }
  c.add(
    "sixteen bytes for a purpose that is not the token's",
    "derive",
    { key: bytes(token), purpose: "body-key", fields: [] },
    { error: "bad-key" },
  );
  return c.file();
}

export function keys(): VectorFile {
  const c = new Collection("keys");
  const random = new Seeded(c.subject);
  const seed = random.bytes(32);
  const pair = wing(random.bytes(32));
  const { ciphertext, shared } = encapsulate(pair.publicKey, random.bytes(64));
  if (!wingShared(pair, ciphertext).equals(shared)) throw new Error("two implementations of X-Wing differ");
  const signing = signer(seed);
  const message = list("request", "message");
  const signature = signing.sign(message);
  c.add(
    "an Ed25519 public key from its seed",
    "signing-key",
    { seed: bytes(seed) },
    { output: bytes(signing.publicKey) },
  );
  c.add(
    "an X-Wing public key from its seed",
    "sealing-key",
    { seed: bytes(pair.seed) },
    { output: bytes(pair.publicKey) },
  );
  c.add(
    "a signature",
    "is-signed-by",
    { publicKey: bytes(signing.publicKey), message: bytes(message), signature: bytes(signature) },
    { output: true },
  );
  c.add(
    "a signature with one bit changed",
    "is-signed-by",
    { publicKey: bytes(signing.publicKey), message: bytes(message), signature: bytes(flip(signature, 63)) },
    { output: false },
  );
  c.add(
    "a signature over another message",
    "is-signed-by",
    { publicKey: bytes(signing.publicKey), message: bytes(list("login", "message")), signature: bytes(signature) },
    { output: false },
  );
  c.add(
    "a signature one byte short",
    "is-signed-by",
    { publicKey: bytes(signing.publicKey), message: bytes(message), signature: bytes(signature.subarray(1)) },
    { output: false },
  );
  const put = (about: string, value: Uint8Array, result: { output: ReturnType<typeof bytes> } | { error: string }) =>
    c.add(about, "decapsulate", { seed: bytes(pair.seed), ciphertext: bytes(value) }, result);
  put("the shared secret of an encapsulation", ciphertext, { output: bytes(shared) });
  put("an X25519 part of low order", concat(ciphertext.subarray(0, 1088), new Uint8Array(32)), { error: "altered" });
  put("a ciphertext one byte short", ciphertext.subarray(1), MALFORMED);
  c.add("a seed one byte short", "sealing-key", { seed: bytes(seed.subarray(1)) }, { error: "bad-key" });
  return c.file();
}

export function padding(): VectorFile {
  const c = new Collection("padding");
  const classes = [16, 64];
  const filled = (length: number) => Buffer.alloc(length, 0x41);
  for (const length of [0, 15, 16, 63]) {
    c.add(
      `${length} bytes in classes of 16 and 64`,
      "pad",
      { plaintext: bytes(filled(length)), classes },
      { output: bytes(pad(filled(length), ...classes)) },
    );
  }
  c.add("exactly the largest class", "pad", { plaintext: bytes(filled(64)), classes }, { error: "too-long" });
  c.add(
    "zeros and a mark at the end belong to the plaintext",
    "unpad",
    { padded: bytes(pad(Buffer.from("418000", "hex"), ...classes)), classes },
    { output: "418000" },
  );
  c.add("a length that is no class", "unpad", { padded: bytes(pad(filled(3), 32)), classes }, MALFORMED);
  c.add("no mark", "unpad", { padded: bytes(Buffer.alloc(16)), classes }, MALFORMED);
  c.add(
    "another mark",
    "unpad",
    { padded: bytes(concat(filled(3), Uint8Array.of(0x81), Buffer.alloc(12))), classes },
    MALFORMED,
  );
  c.add("a class larger than needed", "unpad", { padded: bytes(pad(filled(3), 64)), classes }, MALFORMED);
  return c.file();
}

export function text(): VectorFile {
  const c = new Collection("text");
  for (const value of ["", "66", "666f", "666f6f", "fbeffe"]) {
    const encoded = Buffer.from(value, "hex").toString("base64url");
    c.add(`base64url of ${value.length / 2} bytes`, "from-base64url", { text: encoded }, { output: value });
  }
  const wrong = {
    padding: "Zg==",
    "unused bits that are not zero": "Zh",
    "an impossible length": "Zm9vY",
    "the letters of plain base64": "++__",
    "a line break": "Zm9v\nZm9v",
    "a letter of another script": "Zm9ｖ",
  };
  for (const [about, value] of Object.entries(wrong))
    c.add(`base64url with ${about}`, "from-base64url", { text: value }, MALFORMED);
  c.add("hexadecimal", "from-hex", { text: "00ff7a" }, { output: "00ff7a" });
  for (const value of ["0", "FF", "0g", " 00"])
    c.add(`hexadecimal ${JSON.stringify(value)}`, "from-hex", { text: value }, MALFORMED);
  return c.file();
}

/** BIP39 by hand: 128 bits and the first four bits of their SHA-256, eleven bits a word. */
function words(token: Uint8Array): string[] {
  const checked = concat(token, createHash("sha256").update(token).digest().subarray(0, 1));
  const bits = [...checked]
    .map((byte) => byte.toString(2).padStart(8, "0"))
    .join("")
    .slice(0, 132);
  return Array.from({ length: 12 }, (_, at) => wordlist[Number.parseInt(bits.slice(11 * at, 11 * at + 11), 2)]!);
}

export function token(): VectorFile {
  const c = new Collection("token");
  const random = new Seeded(c.subject);
  const tokens = [new Uint8Array(16), new Uint8Array(16).fill(0xff), random.bytes(16)];
  for (const value of tokens) {
    const auth = signer(derive(value, "token-auth"));
    const caseId = hash("case", auth.publicKey);
    const output = {
      authPublicKey: bytes(auth.publicKey),
      replyPublicKey: bytes(wing(derive(value, "token-reply")).publicKey),
      thread: bytes(derive(value, "token-thread")),
      self: bytes(derive(value, "token-self")),
      caseId: bytes(caseId),
      registerNumber: registerNumber(caseId),
    };
    c.add("keys of a token", "token-keys", { token: bytes(value) }, { output });
    c.add("a token in English words", "words", { token: bytes(value) }, { output: words(value).join(" ") });
  }
  const written = words(tokens[2]!);
  const read = { output: bytes(tokens[2]!) };
  c.add("twelve words", "read-words", { typed: written.join(" ") }, read);
  c.add(
    "four letters of each, in capitals, numbered, on lines of their own",
    "read-words",
    { typed: written.map((word, at) => `${at + 1}. ${word.slice(0, 4).toUpperCase()}`).join("\n") },
    read,
  );
  c.add("fifteen bytes are no token", "token-keys", { token: bytes(new Uint8Array(15)) }, { error: "bad-key" });
  c.add(
    "twenty bytes are fifteen words elsewhere, and none here",
    "words",
    { token: bytes(new Uint8Array(20)) },
    { error: "bad-key" },
  );
  const wrong = wordlist[(wordlist.indexOf(written[0]!) + 1) % 2048]!;
  c.add(
    "a word of the list in the place of another",
    "read-words",
    { typed: written.with(0, wrong).join(" ") },
    { error: "checksum" },
  );
  c.add("eleven words", "read-words", { typed: written.slice(1).join(" ") }, { error: "count" });
  c.add(
    "fifteen words that BIP39 would take",
    "read-words",
    { typed: `${"abandon ".repeat(14)}address` },
    { error: "count" },
  );
  c.add("a word that is none", "read-words", { typed: written.with(3, "qqqq").join(" ") }, { error: "unknown-word" });
  c.add(
    "a Cyrillic letter that looks like a Latin one",
    "read-words",
    { typed: written.with(11, "\u0430bout").join(" ") },
    { error: "foreign-letter" },
  );
  return c.file();
}

const REGISTER_LETTERS = "23456789ABCDEFGHJKMNPQRSTVWXYZ";

function registerNumber(caseId: Uint8Array): string {
  const digest = hash("register-number", caseId);
  const letters = Array.from(
    { length: 8 },
    (_, at) => REGISTER_LETTERS[digest.readUInt16BE(2 * at) % REGISTER_LETTERS.length],
  );
  return `${letters.slice(0, 4).join("")}-${letters.slice(4).join("")}`;
}

/** A copy with the lowest bit of one byte turned over. */
export function flip(value: Uint8Array, at: number): Buffer {
  const copy = Buffer.from(value);
  copy[at] = copy[at]! ^ 1;
  return copy;
}
