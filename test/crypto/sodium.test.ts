import { createHash } from "node:crypto";
import { blake2b } from "@noble/hashes/blake2.js";
import fc from "fast-check";
import t, { type Test } from "tap";
import { list } from "../../src/crypto/bytes.ts";
import { deriveSealingKeyPair, deriveSigningKeyPair, makeSeed, sign } from "../../src/crypto/secret/keys.ts";
import { sealReport } from "../../src/crypto/secret/seal.ts";
import { makeToken } from "../../src/crypto/secret/token.ts";
import {
  AEAD_OVERHEAD_BYTES,
  NONCE_BYTES,
  aeadOpen,
  aeadSeal,
  derive,
  encapsulate,
  equal,
  hash,
  isSignedBy,
  libsodium,
  randomBytes,
  slotOpen,
  slotSeal,
} from "../../src/crypto/sodium.ts";
import { flipBit, makeReader, sealSample } from "./sample.ts";

const altered = { name: "CryptoError", code: "altered" };
const badKey = { name: "CryptoError", code: "bad-key" };
const noRandomness = { name: "CryptoError", code: "no-randomness" };

t.test("attack 77: a missing, short or long key makes an error, never a key", (t) => {
  const wrong = [
    undefined,
    null,
    "",
    "k".repeat(32),
    [],
    ...[0, 15, 17, 31, 33, 64].map((length) => new Uint8Array(length)),
  ];
  for (const key of wrong) {
    t.throws(() => derive(key as Uint8Array, "segel/1/body-key"), badKey);
    t.throws(() => derive(key as Uint8Array, "segel/1/token-auth"), badKey);
    t.throws(() => aeadSeal(key as Uint8Array, new Uint8Array(1), new Uint8Array()), badKey);
    t.throws(() => aeadOpen(key as Uint8Array, new Uint8Array(40), new Uint8Array()), badKey);
    t.throws(() => slotSeal(key as Uint8Array, new Uint8Array(32)), badKey);
    t.throws(() => slotOpen(key as Uint8Array, new Uint8Array(48)), badKey);
    t.throws(() => deriveSigningKeyPair(key as Uint8Array), badKey);
    t.throws(() => deriveSealingKeyPair(key as Uint8Array), badKey);
  }
  t.throws(() => derive(new Uint8Array(16), "segel/1/body-key"), badKey, "16 bytes are for the token alone");
  t.throws(() => encapsulate(new Uint8Array(1215)), badKey);
  t.end();
});

t.test("hash and derivation are BLAKE2b-256 over the list, as another implementation computes it", (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array(), (key, field) => {
      const input = list("segel/1/body-key", field);
      t.same(derive(key, "segel/1/body-key", field), blake2b(input, { dkLen: 32, key }));
      t.same(hash("segel/1/body-key", field), blake2b(input, { dkLen: 32 }));
    }),
  );
  t.end();
});

t.test("sealing anew never gives the same bytes, opening gives the same text", (t) => {
  const key = makeSeed();
  fc.assert(
    fc.property(fc.uint8Array(), fc.uint8Array(), (plaintext, aad) => {
      const sealed = aeadSeal(key, plaintext, aad);
      t.equal(sealed.length, plaintext.length + AEAD_OVERHEAD_BYTES);
      t.same(aeadOpen(key, sealed, aad), plaintext);
      t.notSame(aeadSeal(key, plaintext, aad), sealed);
    }),
  );
  t.end();
});

t.test("a wrong key, nonce, AAD, tag or text is one and the same error", (t) => {
  const key = makeSeed();
  const aad = new Uint8Array(4);
  const sealed = aeadSeal(key, new Uint8Array(20), aad);
  t.throws(() => aeadOpen(makeSeed(), sealed, aad), altered, "key");
  t.throws(() => aeadOpen(key, sealed, new Uint8Array(5)), altered, "AAD");
  for (let at = 0; at < sealed.length; at++)
    t.throws(() => aeadOpen(key, flipBit(sealed, at), aad), altered, `byte ${at}`);
  t.throws(() => aeadOpen(key, sealed.subarray(0, AEAD_OVERHEAD_BYTES - 1), aad), { code: "malformed" }, "too short");
  const slot = slotSeal(key, new Uint8Array(32));
  for (let at = 0; at < slot.length; at++) t.throws(() => slotOpen(key, flipBit(slot, at)), altered, `slot byte ${at}`);
  t.throws(() => slotOpen(key, new Uint8Array(3)), altered, "a slot too short for a tag");
  t.end();
});

t.test("a signature is right or false, whatever the library throws", (t) => {
  const keys = deriveSigningKeyPair(makeSeed());
  const message = list("segel/1/request", "message");
  const signature = sign(keys, message);
  t.equal(isSignedBy(keys.publicKey, signature, message), true);
  for (let at = 0; at < 64; at++) t.equal(isSignedBy(keys.publicKey, flipBit(signature, at), message), false);
  t.equal(isSignedBy(keys.publicKey, signature.subarray(1), message), false, "short signature");
  t.equal(isSignedBy(keys.publicKey.subarray(1), signature, message), false, "short key");
  t.equal(isSignedBy(new Uint8Array(32), signature, message), false, "a key of small order");
  t.equal(isSignedBy(keys.publicKey, signature, message.subarray(1)), false, "another message");
  t.end();
});

t.test("a signature whose scalar was raised by the group order is refused", (t) => {
  // RFC 8032, 5.1.7: without this check one signature has two spellings, and a head two hashes of its signed bytes.
  const order = 2n ** 252n + 27742317777372353535851937790883648493n;
  const keys = deriveSigningKeyPair(makeSeed());
  const message = list("segel/1/request", "message");
  const signature = sign(keys, message);
  let scalar = 0n;
  for (let at = 63; at >= 32; at--) scalar = (scalar << 8n) | BigInt(signature[at]!);
  scalar += order;
  for (let at = 32; at < 64; at++, scalar >>= 8n) signature[at] = Number(scalar & 255n);
  t.equal(isSignedBy(keys.publicKey, signature, message), false);
  t.end();
});

t.test("equality needs equal lengths", (t) => {
  t.equal(equal(new Uint8Array(2), new Uint8Array(3)), false);
  t.equal(equal(Uint8Array.of(1, 2), Uint8Array.of(1, 2)), true);
  t.equal(equal(Uint8Array.of(1, 2), Uint8Array.of(1, 3)), false);
  t.end();
});

/** Puts another generator in the platform's place until the test ends. */
function withGenerator(t: Test, generator: unknown): void {
  const real = Object.getOwnPropertyDescriptor(globalThis, "crypto")!;
  Object.defineProperty(globalThis, "crypto", { configurable: true, value: generator });
  t.teardown(() => Object.defineProperty(globalThis, "crypto", real));
}

/** Every way in which randomness enters: all of them must refuse. */
function refusesToSeal(t: Test, report: ReturnType<typeof sealSample>["report"]): void {
  const { publicKey } = reader;
  t.throws(() => randomBytes(32), noRandomness);
  t.throws(() => makeToken(), noRandomness);
  t.throws(() => makeSeed(), noRandomness);
  t.throws(() => aeadSeal(new Uint8Array(32).fill(1), new Uint8Array(1), new Uint8Array()), noRandomness);
  t.throws(() => encapsulate(publicKey), noRandomness);
  t.throws(() => sealReport(report), noRandomness);
}
const reader = makeReader();
const { report } = sealSample();

const BROKEN: Readonly<Record<string, unknown>> = {
  missing: undefined,
  "without its function": {},
  failing: {
    getRandomValues() {
      throw new Error("no entropy");
    },
  },
  "leaving zeros": { getRandomValues: (array: Uint8Array) => array },
  constant: { getRandomValues: (array: Uint8Array) => array.fill(0xa5) },
  "starting anew each time": {
    getRandomValues(array: Uint8Array) {
      for (let at = 0; at < array.length; at++) array[at] = createHash("sha256").update(String(at)).digest()[0] ?? 0;
      return array;
    },
  },
  "repeating after sixteen bytes": {
    getRandomValues(array: Uint8Array) {
      for (let at = 0; at < array.length; at++) array[at] = (at % 16) * 7;
      return array;
    },
  },
};

for (const [title, generator] of Object.entries(BROKEN)) {
  t.test(`attack 22: with a random generator ${title} nothing is sealed and no token is made`, (t) => {
    withGenerator(t, generator);
    // The first draw of a generator that starts anew cannot be told from a good one; from the second on it is.
    if (title === "starting anew each time") t.ok(randomBytes(32));
    refusesToSeal(t, report);
    t.end();
  });
}

t.test("a good generator serves any length, also above what it gives at once", (t) => {
  for (const length of [0, 1, 15, 16, 65_519, 65_536, 200_000]) t.equal(randomBytes(length).length, length);
  t.ok(new Set(randomBytes(65_536)).size === 256);
  t.end();
});

t.test("libsodium has the sizes on which the format rests", (t) => {
  t.equal(libsodium.crypto_kem_xwing_PUBLICKEYBYTES, 1216);
  t.equal(libsodium.crypto_kem_xwing_CIPHERTEXTBYTES, 1120);
  t.equal(libsodium.crypto_kem_xwing_SEEDBYTES, 32);
  t.equal(libsodium.crypto_aead_xchacha20poly1305_ietf_NPUBBYTES, NONCE_BYTES);
  t.end();
});
