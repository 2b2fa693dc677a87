/** A case file on its way to another body: what age writes for us is opened by the test's own reader of the format. */
import { createHash } from "node:crypto";
import t from "tap";
import {
  type Key,
  type Lock,
  keyFileOf,
  makeKeyPair,
  passphraseOf,
  readKeyFile,
  readRecipient,
} from "../../../src/client/referral/age.ts";
import { recipientHash } from "../../../src/client/referral/recipient-hash.ts";
import { PACKAGE_WORDS, readPackageWords } from "../../../src/client/referral/package-words.ts";
import { openPackage, sealPackage } from "../../../src/client/referral/package.ts";
import { type Bytes, concat, hex } from "../../../src/crypto/bytes.ts";
import { ENGLISH } from "../../../src/crypto/secret/wordlists/english.ts";
import { type AgeKey, openAge } from "../../support/proof/age.ts";

/** The pair in the documentation of filippo.io/age: X25519, as `age-keygen` makes them */
const FOREIGN = {
  secret: "AGE-SECRET-KEY-1GFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPYYSJZGFPQ4EGAEX",
  recipient: "age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj",
};

function streamOf(content: Bytes, piece = 40_000): ReadableStream<Bytes> {
  let at = 0;
  return new ReadableStream({
    pull(controller) {
      if (at < content.length) controller.enqueue(content.slice(at, (at += piece)));
      else controller.close();
    },
  });
}

async function sealed(content: Bytes, lock: Lock): Promise<{ readonly file: Bytes; readonly sha256: string }> {
  const pieces: Bytes[] = [];
  const { sha256, bytes } = await sealPackage(streamOf(content), lock, async (piece) => void pieces.push(piece), QUICK);
  const file = concat(...pieces);
  t.equal(bytes, file.length);
  return { file, sha256 };
}

async function opened(file: Bytes, key: Key): Promise<Bytes> {
  const pieces: Bytes[] = [];
  await openPackage(streamOf(file), key, async (piece) => void pieces.push(piece));
  return concat(...pieces);
}

const content = (length: number): Bytes => Uint8Array.from({ length }, (_, at) => (at * 7 + (at >> 8)) & 255);
/** Rounds of scrypt, 2^10: how long the true number takes is measured by hand (package.long.ts). */
const QUICK = 10;
const WORDS = ENGLISH.slice(100, 100 + PACKAGE_WORDS).join(" ");

t.test("a package opens with the key that it was sealed to, with age alone, and with no other", async (t) => {
  const own = await makeKeyPair();
  const other = await makeKeyPair();
  const foreign = readRecipient(FOREIGN.recipient);
  if (foreign === undefined) throw new Error("a key of age-keygen is read");
  const ways: readonly (readonly [string, Lock, Key, AgeKey])[] = [
    ["hybrid", { is: "key", recipient: own.recipient }, { is: "key", secret: own.secret }, { secret: own.secret }],
    ["X25519", { is: "key", recipient: foreign }, { is: "key", secret: FOREIGN.secret }, { secret: FOREIGN.secret }],
    ["words", { is: "words", words: WORDS }, { is: "words", words: WORDS }, { passphrase: passphraseOf(WORDS) }],
  ];
  for (const [name, lock, key, reader] of ways) {
    const whole = content(3 * 65_536 + 1);
    const { file, sha256 } = await sealed(whole, lock);
    t.equal(sha256, createHash("sha256").update(file).digest("hex"), `${name}: its hash is that of the file`);
    t.same(openAge(file, reader), Buffer.from(whole), `${name}: by the format's page alone`);
    t.same(await opened(file, key), whole, `${name}: by us`);
    if (name === "words") continue;
    await t.rejects(opened(file, { is: "key", secret: other.secret }), { code: "not-for-me" }, `${name}: another key`);
    const changed = file.with(-20, (file.at(-20) ?? 0) ^ 1);
    await t.rejects(opened(changed, key), { code: "altered" }, `${name}: a byte changed`);
    const header = file.with(70, (file[70] ?? 0) ^ 1);
    await t.rejects(opened(header, key), `${name}: a byte of its head changed`);
    await t.rejects(opened(file.slice(0, -65_000), key), { code: "altered" }, `${name}: cut`);
  }
  await t.rejects(opened(content(500), { is: "key", secret: own.secret }), { code: "malformed" }, "no package at all");
});

t.test("sizes at the edges of age's pieces come back as they were", async (t) => {
  const { recipient, secret } = await makeKeyPair();
  for (const length of [0, 1, 65_535, 65_536, 65_537, 131_072]) {
    const { file } = await sealed(content(length), { is: "key", recipient });
    t.same(openAge(file, { secret }), Buffer.from(content(length)), String(length));
    t.same(await opened(file, { is: "key", secret }), content(length));
  }
});

t.test("a key is read out of whatever age wrote it into, and a doubtful one is not", async (t) => {
  const { recipient, secret } = await makeKeyPair();
  t.match(recipient, { isHybrid: true, text: /^age1pq1/u });
  const file = keyFileOf({ recipient, secret });
  t.same(readRecipient(file), recipient);
  t.same(await readKeyFile(file), { recipient, secret });
  t.same(await readKeyFile(`# created: 2026-11-29\r\n# public key: ${FOREIGN.recipient}\r\n${FOREIGN.secret}\r\n`), {
    secret: FOREIGN.secret,
    recipient: { text: FOREIGN.recipient, isHybrid: false },
  });
  t.same(readRecipient(`  ${FOREIGN.recipient}\n`), { text: FOREIGN.recipient, isHybrid: false });
  t.equal(hex(recipientHash(FOREIGN.recipient)), createHash("sha256").update(FOREIGN.recipient).digest("hex"));
  const swapped = FOREIGN.recipient.replace("zvk", "zkv");
  for (const none of ["", "age1", swapped, `${FOREIGN.recipient} ${recipient.text}`, "age1tag1qqqq", secret])
    t.equal(readRecipient(none), undefined, none.slice(0, 30));
  for (const none of ["", FOREIGN.recipient, FOREIGN.secret.replace("GFP", "GPF"), `${FOREIGN.secret}\n${secret}`])
    t.equal(await readKeyFile(none), undefined, none.slice(0, 30));
});

t.test("words are read as they were meant, and said to be wrong where they are", (t) => {
  t.same(readPackageWords(passphraseOf(WORDS)), { words: WORDS });
  t.same(readPackageWords(`1. ${WORDS.toUpperCase().split(" ").join("\n2. ")}`), { words: WORDS });
  t.match(readPackageWords(WORDS.split(" ").slice(1).join(" ")), { problem: { code: "count" } });
  t.match(readPackageWords(WORDS.replace(/^\w+/u, "xyzzy")), { problem: { code: "unknown-word", position: 1 } });
  t.end();
});

t.test("what cannot be written ends the sealing", async (t) => {
  const { recipient } = await makeKeyPair();
  const full = new Error("no room");
  const sealing = sealPackage(streamOf(content(200_000)), { is: "key", recipient }, async () => {
    throw full;
  });
  await t.rejects(sealing, full);
});
