/** Vectors of a member's records and of what members and reporters sign for the server. */
import { createHash } from "node:crypto";
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, aead, concat, derive, hash, list, signer, u32 } from "../primitives.ts";

const MALFORMED = { error: "malformed" } as const;
const ALTERED = { error: "altered" } as const;
type Result = { output: Json } | { error: string };

export function wraps(): VectorFile {
  const c = new Collection("wrap");
  const random = new Seeded(c.subject);
  const [vaultKey, caseId, other, memberId] = [random.bytes(32), random.bytes(32), random.bytes(32), random.bytes(16)];
  const [contentKey, headHash, binding, threadKey, teamSecret] = [
    random.bytes(32),
    random.bytes(32),
    random.bytes(32),
    random.bytes(32),
    random.bytes(32),
  ];
  const points = [random.bytes(32), random.bytes(32), random.bytes(32)];
  const plaintext = (thread: Uint8Array) =>
    concat(
      contentKey,
      headHash,
      binding,
      thread,
      u32(2),
      teamSecret,
      ...points.flatMap((point, at) => [u32(at + 4), point]),
    );
  const place = list("wrap", memberId, caseId);
  const seal = (text: Uint8Array, key = vaultKey, aad: Uint8Array = place) => aead(key, random.bytes(24), text, aad);
  const put = (about: string, sealed: Uint8Array, result: Result) =>
    c.add(
      about,
      "open-wrap",
      { vaultKey: bytes(vaultKey), memberId: bytes(memberId), caseId: bytes(caseId), sealed: bytes(sealed) },
      result,
    );
  const output = (thread: Json) => ({
    output: {
      contentKey: bytes(contentKey),
      headHash: bytes(headHash),
      binding: bytes(binding),
      threadKey: thread,
      epoch: 2,
      teamSecret: bytes(teamSecret),
      reporter: [4, bytes(points[0]!)],
      team: [5, bytes(points[1]!)],
      internal: [6, bytes(points[2]!)],
    },
  });
  put("a case opened in full", seal(plaintext(threadKey)), output(bytes(threadKey)));
  put("a case of which only the head was opened", seal(plaintext(new Uint8Array(32))), output(null));
  put("under another vault key", seal(plaintext(threadKey), other), ALTERED);
  put("of another case", seal(plaintext(threadKey), vaultKey, list("wrap", memberId, other)), ALTERED);
  put("of another member", seal(plaintext(threadKey), vaultKey, list("wrap", memberId.toReversed(), caseId)), ALTERED);
  put("of another purpose", seal(plaintext(threadKey), vaultKey, list("vault-memory", memberId, caseId)), ALTERED);
  put("one byte short", seal(plaintext(threadKey).subarray(0, -1)), MALFORMED);
  return c.file();
}

export function vaults(): VectorFile {
  const c = new Collection("vault");
  const random = new Seeded(c.subject);
  const [stretched, vaultKey, salt, memberId] = [
    random.bytes(32),
    random.bytes(32),
    random.bytes(16),
    random.bytes(16),
  ];
  const nonce = () => random.bytes(24);
  const wrapKey = derive(stretched, "vault-key");
  const wrapPlace = (name = "sari", memory = 65_536, passes = 3, used = salt) =>
    list("vault-key-wrap", name, used, memory, passes);
  const unwrap = (about: string, sealed: Uint8Array, result: Result) =>
    c.add(
      about,
      "unwrap-vault-key",
      {
        stretched: bytes(stretched),
        name: "sari",
        salt: bytes(salt),
        memoryKiB: 65_536,
        passes: 3,
        sealed: bytes(sealed),
      },
      result,
    );
  unwrap("a vault key", aead(wrapKey, nonce(), vaultKey, wrapPlace()), { output: bytes(vaultKey) });
  unwrap("under the stretched passphrase itself", aead(stretched, nonce(), vaultKey, wrapPlace()), ALTERED);
  unwrap("of another name", aead(wrapKey, nonce(), vaultKey, wrapPlace("sara")), ALTERED);
  unwrap("of another salt", aead(wrapKey, nonce(), vaultKey, wrapPlace("sari", 65_536, 3, random.bytes(16))), ALTERED);
  unwrap("of less memory", aead(wrapKey, nonce(), vaultKey, wrapPlace("sari", 32_768)), ALTERED);
  unwrap("of fewer passes", aead(wrapKey, nonce(), vaultKey, wrapPlace("sari", 65_536, 2)), ALTERED);
  unwrap("31 bytes", aead(wrapKey, nonce(), vaultKey.subarray(1), wrapPlace()), MALFORMED);

  const [signing, newer, older] = [random.bytes(32), random.bytes(32), random.bytes(32)];
  const place = list("vault-keys", memberId);
  const input = (sealed: Uint8Array) => ({
    vaultKey: bytes(vaultKey),
    memberId: bytes(memberId),
    sealed: bytes(sealed),
  });
  const open = (about: string, sealed: Uint8Array, result: Result) =>
    c.add(about, "open-vault-keys", input(sealed), result);
  open(
    "seeds of two years, newest first",
    aead(vaultKey, nonce(), concat(signing, u32(9), newer, u32(1), older), place),
    {
      output: {
        signingSeed: bytes(signing),
        sealingSeeds: [
          [9, bytes(newer)],
          [1, bytes(older)],
        ],
      },
    },
  );
  open("an administrator's", aead(vaultKey, nonce(), signing, place), {
    output: { signingSeed: bytes(signing), sealingSeeds: [] },
  });
  open("of another member", aead(vaultKey, nonce(), signing, list("vault-keys", memberId.toReversed())), ALTERED);
  open("half a seed", aead(vaultKey, nonce(), concat(signing, u32(9), newer.subarray(16)), place), MALFORMED);

  const directoryHash = random.bytes(32);
  const memory = concat(u32(7), directoryHash);
  const remember = (about: string, sealed: Uint8Array, result: Result) =>
    c.add(about, "open-vault-memory", input(sealed), result);
  remember("what was seen last", aead(vaultKey, nonce(), memory, list("vault-memory", memberId)), {
    output: [7, bytes(directoryHash)],
  });
  remember("seeds in the place of memory", aead(vaultKey, nonce(), memory, place), ALTERED);
  remember(
    "one byte more",
    aead(vaultKey, nonce(), concat(memory, Uint8Array.of(0)), list("vault-memory", memberId)),
    MALFORMED,
  );

  const [keyWrap, keys] = [random.bytes(72), random.bytes(104)];
  c.add(
    "the name of a state of the vault",
    "vault-hash",
    { keyWrap: bytes(keyWrap), keys: bytes(keys) },
    { output: bytes(hash("vault-hash", keyWrap, keys)) },
  );
  c.add(
    "the login key of a stretched passphrase",
    "login-key",
    { stretched: bytes(stretched) },
    { output: bytes(signer(derive(stretched, "login-seed")).publicKey) },
  );
  return c.file();
}

/** Argon2id has no second implementation here that is fast enough: libsodium's own is the reference, these are the refusals. */
export function passphrases(): VectorFile {
  const c = new Collection("passphrase");
  const salt = bytes(new Seeded(c.subject).bytes(16));
  const refused = [
    ["memory below 64 MiB", { salt, memoryKiB: 65_535, passes: 3 }],
    ["memory above 256 MiB", { salt, memoryKiB: 262_145, passes: 3 }],
    ["fewer than three passes", { salt, memoryKiB: 65_536, passes: 2 }],
    ["more than eight passes", { salt, memoryKiB: 65_536, passes: 9 }],
    ["a salt of 15 bytes", { salt: bytes(new Uint8Array(15)), memoryKiB: 65_536, passes: 3 }],
  ] as const;
  for (const [about, input] of refused)
    c.add(about, "stretch", { passphrase: "six words", ...input }, { error: "bad-parameters" });
  const folded = { "  Abai\u00a0 bambu\n": "Abai bambu", ａｂａｉ: "abai" };
  for (const [typed, normal] of Object.entries(folded))
    c.add("the form that is stretched", "normalize-passphrase", { typed }, { output: normal });
  return c.file();
}

export function requests(): VectorFile {
  const c = new Collection("request");
  const random = new Seeded(c.subject);
  const origin = "https://segel.example";
  const [nonce, salt, memberId, caseId, publicKey, vaultHash] = [
    random.bytes(36),
    random.bytes(16),
    random.bytes(16),
    random.bytes(32),
    random.bytes(32),
    random.bytes(32),
  ];
  const sha256 = (body: string) => createHash("sha256").update(body).digest();
  const request = (method: string, path: string, body: string, used: Uint8Array) =>
    c.add(
      `${method} ${path}`,
      "request-input",
      { origin, method, path, bodyHash: bytes(sha256(body)), nonce: bytes(used) },
      { output: bytes(list("request", origin, method, path, sha256(body), used)) },
    );
  request("GET", "/api/case", "", nonce);
  request("GET", "/api/case/messages?before=12", "", nonce);
  request("PUT", "/api/case/messages/0/1", "body", nonce);
  request("POST", "/api/reports", "body", Buffer.from("eyJjaGFsbGVuZ2UiOnt9fQ"));
  const login = { origin, name: "sari", salt: bytes(salt), memoryKiB: 65_536, passes: 3, nonce: bytes(nonce) };
  c.add("signing in", "login-input", login, { output: bytes(list("login", origin, "sari", salt, 65_536, 3, nonce)) });
  c.add(
    "enrolling, or a new passphrase",
    "passphrase-input",
    { ...login, loginPublicKey: bytes(publicKey), vaultHash: bytes(vaultHash) },
    {
      output: bytes(list("passphrase", origin, "sari", salt, 65_536, 3, publicKey, vaultHash, nonce)),
    },
  );
  c.add(
    "proving access to a case",
    "access-input",
    { origin, caseId: bytes(caseId), epoch: 0, memberId: bytes(memberId), nonce: bytes(nonce) },
    {
      output: bytes(list("access", origin, caseId, 0, memberId, nonce)),
    },
  );
  c.add(
    "a path with half a surrogate",
    "request-input",
    { origin, method: "GET", path: "/\udc00", bodyHash: bytes(sha256("")), nonce: bytes(nonce) },
    MALFORMED,
  );
  return c.file();
}
