import * as fs from "node:fs/promises";
import t from "tap";
import { type Bytes, list, parseList, sameBytes } from "../../src/crypto/bytes.ts";
import { envelopeSignatureInput } from "../../src/crypto/envelope.ts";
import { type Label, LABELS, RESERVED_LABELS } from "../../src/crypto/labels.ts";
import {
  accessSignatureInput,
  loginSignatureInput,
  passphraseSignatureInput,
  requestSignatureInput,
} from "../../src/crypto/request.ts";
import { deriveSigningKeyPair, makeSeed, sign } from "../../src/crypto/secret/keys.ts";
import { signStatement } from "../../src/crypto/secret/message.ts";
import { aeadOpen, aeadSeal, derive, hash, isSignedBy, randomBytes } from "../../src/crypto/sodium.ts";
import { directorySignatureInput, memberSignatureInput } from "../../src/protocol/directory/directory.ts";

const ALL = [...LABELS, ...RESERVED_LABELS];
const FIELDS = [new Uint8Array(32), "field"] as const;

/** Every pair of different labels. */
function* pairs(): Generator<readonly [Label, Label]> {
  for (const one of ALL) for (const other of ALL) if (one !== other) yield [one, other];
}

t.test("attack 7: a hash, key or list made for one purpose is none for another", (t) => {
  const key = makeSeed();
  const made = ALL.flatMap((label) => [derive(key, label, ...FIELDS), hash(label, ...FIELDS)]);
  t.equal(new Set(made.map(String)).size, 2 * ALL.length, "all are different");
  let refused = 0;
  for (const [one, other] of pairs()) {
    const encoded = list(one, ...FIELDS);
    try {
      parseList(other, encoded);
    } catch {
      refused++;
    }
  }
  t.equal(refused, ALL.length * (ALL.length - 1));
  t.end();
});

t.test("attack 7: a signature made for one purpose is none for another", (t) => {
  const keys = deriveSigningKeyPair(makeSeed());
  const signatures = new Map(ALL.map((label) => [label, sign(keys, list(label, ...FIELDS))]));
  for (const label of ALL) t.ok(isSignedBy(keys.publicKey, signatures.get(label)!, list(label, ...FIELDS)), label);
  let accepted = 0;
  for (const [one, other] of pairs()) {
    if (isSignedBy(keys.publicKey, signatures.get(one)!, list(other, ...FIELDS))) accepted++;
  }
  t.equal(accepted, 0);
  t.end();
});

t.test("attack 7: a box sealed for one purpose does not open for another", (t) => {
  const key = makeSeed();
  const text = new Uint8Array(8);
  const sealed = ALL.map((label) => aeadSeal(derive(key, label), text, list(label)));
  let opened = 0;
  for (const [at, label] of ALL.entries()) {
    const other = sealed[(at + 1) % ALL.length]!;
    for (const open of [
      () => aeadOpen(derive(key, label), other, list(label)),
      () => aeadOpen(derive(key, label), sealed[at]!, list(ALL[(at + 1) % ALL.length]!)),
    ]) {
      try {
        open();
        opened++;
      } catch {
        // Refused, as it must be.
      }
    }
  }
  t.equal(opened, 0);
  t.end();
});

t.test("attack 7: whatever anybody signs begins with a label of its own", (t) => {
  const bytes = (length: number) => randomBytes(length);
  const stretch = { salt: bytes(16), memoryKiB: 65_536, passes: 3 };
  const login = { ...stretch, origin: "https://a.example", name: "a", nonce: bytes(36) };
  const member = { id: "00".repeat(16), roles: ["lead" as const], signingKey: "00".repeat(32), sealingKey: null };
  const context = { caseId: bytes(32), direction: "team", epoch: 0, sequence: 1 } as const;
  const statement = {
    context,
    previous: bytes(32),
    acknowledged: { sequence: 0, hash: bytes(32) },
    directoryVersion: 1,
    directoryHash: bytes(32),
    signer: bytes(16),
    kind: "text",
    content: bytes(1),
  };
  const inputs: Readonly<Record<string, Bytes>> = {
    "segel/1/envelope-signature": envelopeSignatureInput(bytes(32), bytes(0), bytes(32)),
    "segel/1/message-signature": signStatement(statement, deriveSigningKeyPair(makeSeed())).signedList,
    "segel/1/request": requestSignatureInput({
      origin: "https://a.example",
      method: "GET",
      path: "/",
      bodyHash: bytes(32),
      nonce: bytes(36),
    }),
    "segel/1/login": loginSignatureInput(login),
    "segel/1/passphrase": passphraseSignatureInput(login, bytes(32), bytes(32)),
    "segel/1/access": accessSignatureInput({
      origin: "https://a.example",
      caseId: bytes(32),
      epoch: 0,
      memberId: bytes(16),
      nonce: bytes(36),
    }),
    "segel/1/directory": directorySignatureInput(bytes(10)),
    "segel/1/member": memberSignatureInput(member),
  };
  for (const [label, input] of Object.entries(inputs)) {
    const fitting = ALL.filter((candidate) => {
      try {
        return parseList(candidate, input).length > 0;
      } catch {
        return false;
      }
    });
    t.same(fitting, [label]);
  }
  t.end();
});

const root = new URL("../../src/", import.meta.url);

async function sources(): Promise<string> {
  const names = (await fs.readdir(root, { recursive: true })).filter((name) => name.endsWith(".ts"));
  const texts = await Promise.all(names.map((name) => fs.readFile(new URL(name, root), "utf8")));
  return texts.join("\n");
}

t.test("each label of the table is used, each reserved one is not, and none stands twice", async (t) => {
  const text = await sources();
  for (const label of LABELS) t.ok(text.includes(`"${label}"`), label);
  for (const label of RESERVED_LABELS) t.notOk(text.includes(`"${label}"`), `${label} is reserved`);
  t.equal(new Set(ALL).size, ALL.length);
});

t.test("a label serves one purpose: hash, key or list, never two of them", async (t) => {
  const text = await sources();
  const uses = new Map<string, Set<string>>();
  for (const [, call = "", label = ""] of text.matchAll(
    /\b(hash|derive|list|parseList)\(\s*(?:[\w.]+,\s*)?"(segel\/1\/[a-z-]+)"/g,
  )) {
    const kind = call === "parseList" ? "list" : call;
    uses.set(label, (uses.get(label) ?? new Set()).add(kind));
  }
  t.ok(uses.size > 40, "the look found something to look at");
  t.same(
    [...uses].filter(([, kinds]) => kinds.size > 1),
    [],
  );
  const known: readonly string[] = ALL;
  t.same(
    [...uses.keys()].filter((label) => !known.includes(label)),
    [],
  );
  t.ok(sameBytes(list("segel/1/row"), list("segel/1/row")));
});
