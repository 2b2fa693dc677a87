import {
  createHash,
  createPrivateKey,
  createPublicKey,
  decapsulate as decapsulateMlKem,
  diffieHellman,
} from "node:crypto";
import t from "tap";
import { concat, fromHex, fromUtf8, sameBytes } from "../../src/crypto/bytes.ts";
import { SLOT_BYTES } from "../../src/crypto/envelope.ts";
import { type SealingKeyPair, decapsulate, deriveSealingKeyPair, makeSeed } from "../../src/crypto/secret/keys.ts";
import { openBody, openHead } from "../../src/crypto/secret/open.ts";
import { makeThrowAwayKey, openSlot, sealSlot, sealSlots } from "../../src/crypto/secret/slot.ts";
import { KEM_CIPHERTEXT_BYTES, encapsulate, randomBytes } from "../../src/crypto/sodium.ts";
import { LIGHT, craftEnvelope, flipBit, makeCraft, makeReader, rounds } from "./sample.ts";

const altered = { name: "CryptoError", code: "altered" };
const PLACE = new Uint8Array(40).fill(3);
/** ML-KEM-768 ciphertext; the rest of an X-Wing ciphertext is an X25519 public key. */
const ML_KEM_BYTES = 1088;

function opens(slot: Uint8Array, reader: SealingKeyPair, place = PLACE): boolean {
  try {
    return openSlot(place, reader, slot).length === 32;
  } catch {
    return false;
  }
}

// Beginnings of DER encodings (RFC 8410; FIPS 203 keys as seeds): the key follows.
const ML_KEM_SEED = fromHex("3054020100300b06096086480165030404020442" + "8040");
const X25519_SECRET = fromHex("302e020100300506032b656e04220420");
const X25519_PUBLIC = fromHex("302a300506032b656e032100");

/** X-Wing (draft-connolly-cfrg-xwing-kem) from Node's own ML-KEM, X25519 and SHA-3. */
function decapsulateWithNode(ciphertext: Uint8Array, { secretKey, publicKey }: SealingKeyPair): Uint8Array {
  const expanded = createHash("shake256", { outputLength: 96 }).update(secretKey).digest();
  const der = (prefix: Uint8Array, key: Uint8Array) => Buffer.from(concat(prefix, key));
  const lattice = createPrivateKey({ key: der(ML_KEM_SEED, expanded.subarray(0, 64)), format: "der", type: "pkcs8" });
  const curve = createPrivateKey({ key: der(X25519_SECRET, expanded.subarray(64)), format: "der", type: "pkcs8" });
  const ephemeral = ciphertext.subarray(ML_KEM_BYTES);
  const theirs = createPublicKey({ key: der(X25519_PUBLIC, ephemeral), format: "der", type: "spki" });
  return createHash("sha3-256")
    .update(decapsulateMlKem(lattice, ciphertext.subarray(0, ML_KEM_BYTES)))
    .update(diffieHellman({ privateKey: curve, publicKey: theirs }))
    .update(ephemeral)
    .update(publicKey.subarray(1184))
    .update(String.raw`\.//^` + "\\")
    .digest();
}

t.test("encapsulation is X-Wing, as another implementation computes it", (t) => {
  for (let round = 0; round < 5; round++) {
    const reader = makeReader();
    const { ciphertext, shared } = encapsulate(reader.publicKey);
    t.ok(sameBytes(shared, decapsulateWithNode(ciphertext, reader)));
    t.ok(sameBytes(shared, decapsulate(ciphertext, reader)));
  }
  t.end();
});

t.test("a slot opens for its reader in its place, and nowhere else", (t) => {
  const [reader, other] = [makeReader(), makeReader()];
  const key = randomBytes(32);
  const slot = sealSlot(PLACE, reader.publicKey, key);
  t.equal(slot.length, SLOT_BYTES);
  t.same(openSlot(PLACE, reader, slot), key);
  t.throws(() => openSlot(PLACE, other, slot), altered, "another reader");
  t.throws(() => openSlot(flipBit(PLACE, 0), reader, slot), altered, "another place");
  // The same secret under a wrongly named public key: the slot key is bound to the key that was meant.
  t.throws(() => openSlot(PLACE, { ...reader, publicKey: other.publicKey }, slot), altered);
  t.throws(() => openSlot(PLACE, reader, slot.subarray(1)), { code: "malformed" });
  t.end();
});

t.test("attack 8: a slot with any bit of its KEM ciphertext or box turned over fails like any other", (t) => {
  const reader = makeReader();
  const slot = sealSlot(PLACE, reader.publicKey, randomBytes(32));
  const step = LIGHT ? 97 : 1;
  for (let at = 0; at < SLOT_BYTES; at += step) {
    t.throws(() => openSlot(PLACE, reader, flipBit(slot, at, at % 8)), altered, `byte ${at}`);
  }
  t.end();
});

t.test("attack 8: a changed ciphertext decapsulates to unrelated bytes and not to an error", (t) => {
  const reader = makeReader();
  const { ciphertext, shared } = encapsulate(reader.publicKey);
  const changed = decapsulate(flipBit(ciphertext, 5), reader);
  t.equal(changed.length, 32);
  t.notSame(changed, shared);
  t.throws(() => decapsulate(ciphertext.subarray(1), reader), { code: "malformed" });
  t.end();
});

t.test("nothing is encapsulated to a key that is no key", (t) => {
  const { publicKey } = makeReader();
  const badKey = { name: "CryptoError", code: "bad-key" };
  const lowOrder = new Uint8Array(publicKey);
  lowOrder.fill(0, 1184);
  t.throws(() => encapsulate(lowOrder), badKey, "X25519 part of low order");
  // FIPS 203, 7.2: coefficients at or above q are no key.
  const tooLarge = new Uint8Array(publicKey);
  tooLarge.fill(0xff, 0, 30);
  t.throws(() => encapsulate(tooLarge), badKey, "ML-KEM part out of range");
  t.end();
});

/** u-coordinates of low order (RFC 7748, 6.1; the points of order 1, 2, 4 and 8), little-endian. */
const LOW_ORDER = [
  "00".repeat(32),
  "01" + "00".repeat(31),
  "e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800",
  "5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157",
  "ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f",
].map(fromHex);

t.test("attack 67: a low-order point is one more slot that does not open", (t) => {
  const reader = makeReader();
  const slot = sealSlot(PLACE, reader.publicKey, randomBytes(32));
  for (const point of LOW_ORDER) {
    const poisoned = concat(slot.subarray(0, ML_KEM_BYTES), point, slot.subarray(KEM_CIPHERTEXT_BYTES));
    t.throws(() => openSlot(PLACE, reader, poisoned), altered);
    t.throws(() => decapsulate(poisoned.subarray(0, KEM_CIPHERTEXT_BYTES), reader), altered);
  }
  t.end();
});

t.test("attack 67: a poisoned slot in any of eight places leaves all others open", (t) => {
  const readers = Array.from({ length: 8 }, makeReader);
  const good = sealSlot(PLACE, makeThrowAwayKey(), randomBytes(32));
  const poisons: Readonly<Record<string, Uint8Array>> = {
    "a low-order point": concat(good.subarray(0, ML_KEM_BYTES), LOW_ORDER[2]!, good.subarray(KEM_CIPHERTEXT_BYTES)),
    "an all-zero ciphertext": new Uint8Array(SLOT_BYTES),
    "a bad ML-KEM part": concat(new Uint8Array(ML_KEM_BYTES).fill(0xff), good.subarray(ML_KEM_BYTES)),
  };
  for (const [title, poison] of Object.entries(poisons)) {
    for (const place of LIGHT ? [5] : [0, 1, 2, 3, 4, 5, 6, 7]) {
      const craft = makeCraft([]);
      const { head, body } = craftEnvelope({
        ...craft,
        bend: (_, prefix) =>
          readers.map((reader, at) => (at === place ? poison : sealSlot(prefix, reader.publicKey, craft.contentKey))),
      });
      const trying = LIGHT ? [(place + 1) % 8] : [0, 1, 2, 3, 4, 5, 6, 7].filter((at) => at !== place);
      const texts = trying.map((at) => fromUtf8(openBody(openHead(head, { kind: "report" }, [readers[at]!]), body)));
      t.ok(
        texts.every((text) => text === "body"),
        `${title} in place ${place}`,
      );
      t.throws(() => openHead(head, { kind: "report" }, [readers[place]!]), { code: "not-for-me" });
    }
  }
  t.end();
});

/** The 768 ten-bit values at the head of an ML-KEM-768 ciphertext (FIPS 203, 4.2.1: d_u = 10). */
function tenBitValues(slot: Uint8Array): number[] {
  const values: number[] = [];
  for (let at = 0; at < 960; at += 5) {
    let packed = 0n;
    for (let byte = 4; byte >= 0; byte--) packed = (packed << 8n) | BigInt(slot[at + byte]!);
    for (let value = 0; value < 4; value++, packed >>= 10n) values.push(Number(packed & 1023n));
  }
  return values;
}

/** Of 3,329 coefficients, 257 of the 1,024 compressed values stand for four and the others for three: a sign of a real ciphertext. */
const STANDS_FOR_FOUR = (() => {
  const counts = Array.from({ length: 1024 }, () => 0);
  for (let x = 0; x < 3329; x++) counts[Math.round((1024 * x) / 3329) % 1024]!++;
  return counts.map((count) => count === 4);
})();

function shareOfFours(slots: readonly Uint8Array[]): number {
  const values = slots.flatMap(tenBitValues);
  return values.filter((value) => STANDS_FOR_FOUR[value]).length / values.length;
}

t.test("attack 9a: dummy slots cannot be told from real ones, by their bits or by their places", (t) => {
  const reader = makeReader();
  const real: Uint8Array[] = [];
  const dummy: Uint8Array[] = [];
  const places = Array.from({ length: 8 }, () => 0);
  for (let round = 0; round < rounds(100); round++) {
    const slots = sealSlots(PLACE, Array<Uint8Array>(4).fill(reader.publicKey), randomBytes(32), 8);
    for (const [place, slot] of slots.entries()) {
      const isReal = opens(slot, reader);
      (isReal ? real : dummy).push(slot);
      if (isReal) places[place]!++;
    }
  }
  t.equal(real.length, 4 * rounds(100));
  t.equal(dummy.length, real.length);
  // 257 · 4 / 3,329 is expected of a real ciphertext; five standard deviations of that many coefficients are allowed.
  const expected = (257 * 4) / 3329;
  const allowed = 5 * Math.sqrt((expected * (1 - expected)) / (real.length * 768));
  t.ok(Math.abs(shareOfFours(real) - expected) < allowed, "real slots");
  t.ok(Math.abs(shareOfFours(dummy) - expected) < allowed, "dummy slots");
  const noise = real.map(() => randomBytes(SLOT_BYTES));
  t.ok(Math.abs(shareOfFours(noise) - expected) > allowed, "and random bytes would be told");
  const topBits = (slots: readonly Uint8Array[]) =>
    slots.filter((slot) => slot[KEM_CIPHERTEXT_BYTES - 1]! > 127).length;
  t.equal(topBits(real) + topBits(dummy), 0, "a field element has no top bit");
  t.ok(topBits(noise) > 0);
  // Chi-square with 7 degrees of freedom: above 45 once in ten million runs.
  const mean = real.length / 8;
  t.ok(places.reduce((sum, count) => sum + (count - mean) ** 2 / mean, 0) < 45, "places are shuffled");
  t.end();
});

t.test("each envelope has a throw-away key of its own", (t) => {
  t.notSame(makeThrowAwayKey(), makeThrowAwayKey());
  const seed = makeSeed();
  t.same(deriveSealingKeyPair(seed).publicKey, deriveSealingKeyPair(seed).publicKey);
  t.end();
});
