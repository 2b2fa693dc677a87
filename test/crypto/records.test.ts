import { argon2Sync } from "node:crypto";
import fc from "fast-check";
import t from "tap";
import { concat, list, u32 } from "../../src/crypto/bytes.ts";
import { CryptoError } from "../../src/crypto/errors.ts";
import { makeSeed } from "../../src/crypto/secret/keys.ts";
import { makeStretchParameters, normalizePassphrase, stretchPassphrase } from "../../src/crypto/secret/argon2.ts";
import {
  deriveLoginKeyPair,
  makeVaultKey,
  openVaultKeys,
  openVaultMemory,
  sealVaultKeys,
  sealVaultMemory,
  unwrapVaultKey,
  wrapVaultKey,
} from "../../src/crypto/secret/vault.ts";
import { type Wrap, openDigest, openWrap, sealDigest, sealWrap, splitWrap } from "../../src/crypto/secret/wrap.ts";
import { aeadSeal, derive, randomBytes } from "../../src/crypto/sodium.ts";
import { vaultHashOf } from "../../src/crypto/vault-hash.ts";
import { DIGESTED_WRAP_BYTES, WRAP_BYTES, WRAP_PLAINTEXT_BYTES } from "../../src/crypto/wrap-size.ts";
import { LIGHT, flipBit, rounds } from "./sample.ts";

const altered = { name: "CryptoError", code: "altered" };
const malformed = { name: "CryptoError", code: "malformed" };
const vaultKey = makeVaultKey();
const memberId = randomBytes(16);
const caseId = randomBytes(32);
const stretched = randomBytes(32);
const parameters = makeStretchParameters();

const point = () => ({ sequence: 3, hash: randomBytes(32) });
function wrapWith(changes: Partial<Wrap> = {}): Wrap {
  return {
    contentKey: randomBytes(32),
    headHash: randomBytes(32),
    binding: randomBytes(32),
    threadKey: randomBytes(32),
    epoch: 2,
    teamSecret: randomBytes(32),
    seen: { reporter: point(), team: point(), internal: point() },
    ...changes,
  };
}

t.test("a wrap comes back whole, with and without a thread key, always of one size", (t) => {
  for (const wrap of [wrapWith(), wrapWith({ threadKey: undefined })]) {
    const sealed = sealWrap(wrap, vaultKey, memberId, caseId);
    t.equal(sealed.length, WRAP_BYTES);
    t.same(openWrap(sealed, vaultKey, memberId, caseId), wrap);
  }
  t.throws(() => sealWrap(wrapWith({ contentKey: new Uint8Array(31) }), vaultKey, memberId, caseId), malformed);
  t.throws(() => sealWrap(wrapWith({ epoch: -1 }), vaultKey, memberId, caseId), malformed);
  t.end();
});

t.test("attack 77: a wrap of another case, member, vault or purpose does not open", (t) => {
  const sealed = sealWrap(wrapWith(), vaultKey, memberId, caseId);
  t.throws(() => openWrap(sealed, vaultKey, memberId, randomBytes(32)), altered, "case");
  t.throws(() => openWrap(sealed, vaultKey, randomBytes(16), caseId), altered, "member");
  t.throws(() => openWrap(sealed, makeVaultKey(), memberId, caseId), altered, "vault");
  t.throws(() => openVaultMemory(sealed, vaultKey, memberId), altered, "as memory");
  t.throws(() => openVaultKeys(sealed, vaultKey, memberId), altered, "as keys");
  for (let at = 0; at < sealed.length; at += LIGHT ? 50 : 1) {
    t.throws(() => openWrap(flipBit(sealed, at), vaultKey, memberId, caseId), altered, `byte ${at}`);
  }
  const place = list("segel/1/wrap", memberId, caseId);
  for (const length of [0, WRAP_PLAINTEXT_BYTES - 1, WRAP_PLAINTEXT_BYTES + 1]) {
    const wrong = aeadSeal(vaultKey, new Uint8Array(length), place);
    t.throws(() => openWrap(wrong, vaultKey, memberId, caseId), malformed, `${length} bytes inside`);
  }
  t.end();
});

t.test("a digest comes back whole and in its place alone, always of one size", (t) => {
  for (const length of [0, 1, 511]) {
    const content = randomBytes(length);
    const sealed = sealDigest(content, vaultKey, memberId, caseId);
    t.equal(sealed.length, DIGESTED_WRAP_BYTES - WRAP_BYTES);
    t.same(openDigest(sealed, vaultKey, memberId, caseId), content);
    t.throws(() => openDigest(sealed, vaultKey, memberId, randomBytes(32)), altered, "case");
    t.throws(() => openDigest(sealed, vaultKey, randomBytes(16), caseId), altered, "member");
    t.throws(() => openDigest(sealed, makeVaultKey(), memberId, caseId), altered, "vault");
  }
  t.throws(() => sealDigest(randomBytes(512), vaultKey, memberId, caseId), { code: "too-long" });
  const wrap = sealWrap(wrapWith(), vaultKey, memberId, caseId);
  const digest = sealDigest(new Uint8Array(), vaultKey, memberId, caseId);
  t.same(splitWrap(concat(wrap, digest)), { wrap, digest });
  t.same(splitWrap(wrap), { wrap, digest: new Uint8Array() });
  t.end();
});

const keys = {
  signingSeed: makeSeed(),
  sealingSeeds: [
    { fromVersion: 9, seed: makeSeed() },
    { fromVersion: 1, seed: makeSeed() },
  ],
};
const memory = { directoryVersion: 7, directoryHash: randomBytes(32) };

t.test("a vault opens with its passphrase, and keeps older seeds", (t) => {
  const keyWrap = wrapVaultKey(vaultKey, stretched, "sari", parameters);
  t.same(unwrapVaultKey(keyWrap, stretched, "sari", parameters), vaultKey);
  t.same(openVaultKeys(sealVaultKeys(keys, vaultKey, memberId), vaultKey, memberId), keys);
  const administrator = { signingSeed: makeSeed(), sealingSeeds: [] };
  t.same(openVaultKeys(sealVaultKeys(administrator, vaultKey, memberId), vaultKey, memberId), administrator);
  t.same(openVaultMemory(sealVaultMemory(memory, vaultKey, memberId), vaultKey, memberId), memory);
  t.end();
});

t.test("attack 77: a vault of another member, name, salt or cost does not open", (t) => {
  const keyWrap = wrapVaultKey(vaultKey, stretched, "sari", parameters);
  t.throws(() => unwrapVaultKey(keyWrap, randomBytes(32), "sari", parameters), altered, "passphrase");
  t.throws(() => unwrapVaultKey(keyWrap, stretched, "sara", parameters), altered, "name");
  const others = [{ salt: randomBytes(16) }, { memoryKiB: 65_537 }, { passes: 4 }];
  for (const other of others)
    t.throws(() => unwrapVaultKey(keyWrap, stretched, "sari", { ...parameters, ...other }), altered);
  const sealedKeys = sealVaultKeys(keys, vaultKey, memberId);
  const sealedMemory = sealVaultMemory(memory, vaultKey, memberId);
  t.throws(() => openVaultKeys(sealedKeys, vaultKey, randomBytes(16)), altered, "keys of another member");
  t.throws(() => openVaultMemory(sealedMemory, vaultKey, randomBytes(16)), altered, "memory of another member");
  t.throws(() => openVaultKeys(sealedMemory, vaultKey, memberId), altered, "memory as keys");
  t.throws(() => openVaultMemory(sealedKeys, vaultKey, memberId), altered, "keys as memory");
  t.throws(() => unwrapVaultKey(sealVaultMemory(memory, stretched, memberId), stretched, "sari", parameters), altered);
  t.end();
});

t.test("what a vault holds has the lengths of the format", (t) => {
  const place = list("segel/1/vault-keys", memberId);
  for (const length of [0, 31, 33, 67, 69]) {
    t.throws(
      () => openVaultKeys(aeadSeal(vaultKey, new Uint8Array(length), place), vaultKey, memberId),
      malformed,
      `${length}`,
    );
  }
  const short = aeadSeal(vaultKey, u32(1), list("segel/1/vault-memory", memberId));
  t.throws(() => openVaultMemory(short, vaultKey, memberId), malformed);
  const wrapKey = derive(stretched, "segel/1/vault-key");
  const { salt, memoryKiB, passes } = parameters;
  const empty = aeadSeal(wrapKey, new Uint8Array(), list("segel/1/vault-key-wrap", "sari", salt, memoryKiB, passes));
  t.throws(() => unwrapVaultKey(empty, stretched, "sari", parameters), malformed);
  t.throws(() => wrapVaultKey(new Uint8Array(31), stretched, "sari", parameters), malformed);
  t.throws(() => sealVaultKeys({ ...keys, signingSeed: new Uint8Array(31) }, vaultKey, memberId), malformed);
  t.throws(() => sealVaultMemory({ ...memory, directoryHash: new Uint8Array(31) }, vaultKey, memberId), malformed);
  t.end();
});

t.test("one state of a vault has one name", (t) => {
  const keyWrap = wrapVaultKey(vaultKey, stretched, "sari", parameters);
  const sealed = sealVaultKeys(keys, vaultKey, memberId);
  t.same(vaultHashOf({ keyWrap, keys: sealed }), vaultHashOf({ keyWrap, keys: sealed }));
  t.notSame(vaultHashOf({ keyWrap, keys: sealed }), vaultHashOf({ keyWrap: sealed, keys: keyWrap }));
  t.end();
});

t.test("random bytes are no record of a member", (t) => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
      const opens = [
        () => openWrap(noise, vaultKey, memberId, caseId),
        () => openVaultKeys(noise, vaultKey, memberId),
        () => openVaultMemory(noise, vaultKey, memberId),
        () => unwrapVaultKey(noise, stretched, "sari", parameters),
      ];
      for (const open of opens) {
        try {
          open();
          t.fail("noise was opened");
        } catch (error) {
          if (!(error instanceof CryptoError)) throw error;
          t.ok(error.code === "altered" || error.code === "malformed");
        }
      }
    }),
    { numRuns: rounds(200) },
  );
  // The same inside the seal: a member's own vault is trusted to be sealed by the member, and still parsed.
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (noise) => {
      const sealed = aeadSeal(vaultKey, noise, list("segel/1/vault-keys", memberId));
      const fits = noise.length >= 32 && (noise.length - 32) % 36 === 0;
      if (!fits) return void t.throws(() => openVaultKeys(sealed, vaultKey, memberId), malformed);
      const { signingSeed, sealingSeeds } = openVaultKeys(sealed, vaultKey, memberId);
      const again = concat(signingSeed, ...sealingSeeds.flatMap(({ fromVersion, seed }) => [u32(fromVersion), seed]));
      t.same(again, noise);
    }),
    { numRuns: rounds(200) },
  );
  t.end();
});

t.test("attack 77: Argon2id parameters that a server lowered or raised are refused before any work", (t) => {
  const wrong = [
    { memoryKiB: 65_535 },
    { memoryKiB: 262_145 },
    { memoryKiB: 4 * 1_048_576 },
    { memoryKiB: 0 },
    { memoryKiB: 65_536.5 },
    { passes: 2 },
    { passes: 9 },
    { passes: 0 },
    { passes: Number.NaN },
    { salt: new Uint8Array(15) },
    { salt: new Uint8Array(0) },
    { salt: new Uint8Array(17) },
  ];
  for (const change of wrong) {
    t.throws(
      () => stretchPassphrase("six words", { ...parameters, ...change }),
      { code: "bad-parameters" },
      JSON.stringify(change),
    );
  }
  t.end();
});

t.test("a passphrase is stretched by Argon2id, as another implementation computes it", (t) => {
  // RFC 9106, with the form of the passphrase that is the same however it was typed.
  const reference = argon2Sync("argon2id", {
    message: Buffer.from("enam kata"),
    nonce: parameters.salt,
    parallelism: 1,
    tagLength: 32,
    memory: 65_536,
    passes: 3,
  });
  t.same(stretchPassphrase(" enam  kata", parameters), new Uint8Array(reference));
  t.end();
});

t.test("a passphrase is the same however it was typed", (t) => {
  for (const typed of ["  abai  bambu\tcangkir\n", "abai\u00a0bambu cangkir", "ａｂａｉ bambu cangkir"]) {
    t.equal(normalizePassphrase(typed), "abai bambu cangkir", JSON.stringify(typed));
  }
  t.not(normalizePassphrase("Abai"), normalizePassphrase("abai"), "capitals are kept");
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (typed) => {
      t.equal(normalizePassphrase(normalizePassphrase(typed)), normalizePassphrase(typed));
    }),
  );
  t.end();
});

t.test("one stretch gives the login key and the key of the vault, and neither tells of the other", (t) => {
  const login = deriveLoginKeyPair(stretched);
  t.same(login.publicKey, deriveLoginKeyPair(stretched).publicKey);
  t.notSame(login.secretKey.subarray(0, 32), derive(stretched, "segel/1/vault-key"));
  t.end();
});
