import { createHash, sign as nodeSign, verify as nodeVerify } from "node:crypto";
import t from "tap";
import { fromHex, hex, utf8 } from "../../src/crypto/bytes.ts";
import { deriveSigningKeyPair, sign } from "../../src/crypto/secret/keys.ts";
import { ACTS } from "../../src/protocol/audit/acts.ts";
import { checkpointText, parseCheckpoint, signCheckpoint } from "../../src/protocol/audit/checkpoint.ts";
import { cosign, cosignedAt } from "../../src/protocol/audit/cosignature.ts";
import {
  type Entry,
  MAX_SIGNED_ENTRY_BYTES,
  THE_OFFICE,
  encodeEntry,
  encodeSignedEntry,
  parseSignedEntry,
} from "../../src/protocol/audit/entry.ts";
import { type Tree, growTree, leafHashOf } from "../../src/crypto/log/merkle.ts";
import { startWitness } from "../support/proof/foreign-auditor.ts";
import { toBase64 } from "../../src/protocol/encoding/base64url.ts";
import { LEAF_KINDS, encodeLeaf, parseLeaf, serverPayload } from "../../src/protocol/audit/leaf.ts";
import {
  type NoteKey,
  type NoteSigner,
  encodeNote,
  encodeNoteKey,
  isNoteSignedBy,
  parseNote,
  parseNoteBytes,
  parseNoteKey,
} from "../../src/protocol/audit/signed-note.ts";

const sha256 = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest();

/** Published: the first with golang.org/x/mod/sumdb/note, the second in https://c2sp.org/signed-note ("Verifier keys"). */
const PUBLISHED = [
  {
    key: "PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW",
    note: "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n\n— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n",
  },
  {
    key: "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k",
    note: "This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n",
  },
] as const;
/** Out of https://c2sp.org/tlog-cosignature: a checkpoint with the signature of its log and that of a witness. */
const COSIGNED = `example.com/behind-the-sofa
20852163
CsUYapGGPo4dkMgIAUqom/Xajj7h2fB2MPA3j2jxq2I=

— example.com/behind-the-sofa Az3grlgtzPICa5OS8npVmf1Myq/5IZniMp+ZJurmRDeOoRDe4URYN7u5/Zhcyv2q1gGzGku9nTo+zyWE+xeMcTOAYQ8=
— witness.example.com/w1 jWbPPwAAAABkGFDLEZMHwSRaJNiIDoe9DYn/zXcrtPHeolMI5OWXEhZCB9dlrDJsX3b2oyin1nPZqhf5nNo0xUe+mbIUBkBIfZ+qnA==
`;

function signer(name: string, kind: "note" | "cosignature", byte: number): NoteSigner {
  const keys = deriveSigningKeyPair(new Uint8Array(32).fill(byte));
  return { name, kind, publicKey: keys.publicKey, sign: (message) => sign(keys, message) };
}

t.test("notes that others published are read, hold, and are written again to the same bytes", (t) => {
  for (const { key, note } of PUBLISHED) {
    const parsed = parseNoteKey(sha256, key);
    t.equal(encodeNoteKey(sha256, parsed), key);
    t.ok(isNoteSignedBy(sha256, parseNote(note), parsed), key);
    t.equal(encodeNote(parseNote(note)), note);
    t.notOk(isNoteSignedBy(sha256, parseNote(note.replace("is", "was")), parsed), "another text");
  }
  const checkpoint = parseCheckpoint(COSIGNED);
  t.match(checkpoint, { origin: "example.com/behind-the-sofa", size: 20_852_163, extensions: [] });
  t.equal(encodeNote(checkpoint.note), COSIGNED);
  t.equal(checkpointText(checkpoint), checkpoint.note.text);
  const [, witness] = checkpoint.note.signatures;
  t.equal(hex(witness!.keyId), "8d66cf3f");
  t.equal(Buffer.from(witness!.signature).readBigUInt64BE(), 1_679_315_147n, "the time that the page names");
  t.end();
});

/** Ed25519 of OpenSSL: another implementation than ours. */
function isRight(publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array): boolean {
  const der = Buffer.concat([Buffer.from("302a300506032b6570032100", "hex"), publicKey]);
  return nodeVerify(null, message, { key: der, format: "der", type: "spki" }, signature);
}

t.test("a checkpoint of ours is signed as the specification says, and so is what a witness adds", (t) => {
  const log = signer("https://lapor.example/audit", "note", 1);
  const witness = signer("witness.example/w1", "cosignature", 2);
  const head = { size: 7, root: new Uint8Array(32).fill(3) };
  const signed = signCheckpoint(sha256, head, log);
  const [origin, size, root, empty, line] = signed.split("\n");
  t.strictSame([origin, size, empty], ["https://lapor.example/audit", "7", ""]);
  t.equal(root, Buffer.from(head.root).toString("base64"));
  const bytes = Buffer.from(line!.split(" ")[2]!, "base64");
  const idInput = Buffer.concat([utf8("https://lapor.example/audit\n\u0001"), log.publicKey]);
  t.equal(bytes.subarray(0, 4).toString("hex"), createHash("sha256").update(idInput).digest("hex").slice(0, 8));
  t.ok(isRight(log.publicKey, utf8(`${origin}\n${size}\n${root}\n`), bytes.subarray(4)));

  const checkpoint = parseCheckpoint(signed);
  const cosignature = cosign(sha256, checkpoint.note.text, 1_800_000_000, witness);
  const input = `cosignature/v1\ntime 1800000000\n${checkpoint.note.text}`;
  t.ok(isRight(witness.publicKey, utf8(input), cosignature.signature.subarray(8)));
  const note = { ...checkpoint.note, signatures: [...checkpoint.note.signatures, cosignature] };
  t.equal(cosignedAt(sha256, parseNote(encodeNote(note)), witness), 1_800_000_000);
  t.ok(isNoteSignedBy(sha256, note, log), "a line of somebody unknown is passed over");
  t.notOk(isNoteSignedBy(sha256, note, { ...log, publicKey: witness.publicKey }));
  const other = { ...cosignature, signature: Buffer.from(cosignature.signature).fill(9, 0, 8) };
  t.equal(cosignedAt(sha256, { ...note, signatures: [other] }, witness), undefined, "another time than was signed");
  const forged = { ...checkpoint.note.signatures[0]!, signature: nodeSignature() };
  t.notOk(
    isNoteSignedBy(sha256, { ...note, signatures: [forged, ...note.signatures] }, log),
    "one wrong line by its key",
  );
  t.end();
});

function nodeSignature(): Uint8Array {
  const seed = Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, 5)]);
  return nodeSign(null, Buffer.from("something else"), { key: seed, format: "der", type: "pkcs8" });
}

t.test("what is no note, checkpoint or key is refused", (t) => {
  const good = PUBLISHED[1].note;
  const notes = [
    "",
    "text\n",
    "text\n\n",
    good.slice(0, -1),
    good.replace("— ", "- "),
    good.replace("This", "This\t"),
    good.replace("=\n", "\n"),
    good.replace("foo Uw", "foo  Uw"),
    good.replace("/foo", "+foo"),
    `${good}\n`,
    `${good}${"— a AAAAAAA=\n".repeat(64)}`,
    "x".repeat(20_000) + good,
    good.replace("example", "\ud800"),
  ];
  for (const note of notes) t.throws(() => parseNote(note), { code: "malformed" }, JSON.stringify(note.slice(0, 50)));
  t.throws(() => parseNoteBytes(Buffer.concat([Buffer.from([0xff]), Buffer.from(good)])), { code: "malformed" });
  const lines = [
    "",
    "x\n",
    "x\n1\n",
    "x\n01\nAA==\n",
    `x\n1\n${"A".repeat(44)}\n`,
    "x\n99999999999\nAA==\n",
    "x\n-1\nAA==\n",
  ];
  for (const text of lines)
    t.throws(() => parseCheckpoint(`${text}\n${good.split("\n\n")[1]}`), { code: "malformed" }, JSON.stringify(text));
  const root = Buffer.alloc(32).toString("base64");
  t.equal(parseCheckpoint(`x\n4294967295\n${root}\n\n${good.split("\n\n")[1]}`).size, 4_294_967_295);
  t.throws(() => parseCheckpoint(`x\n4294967296\n${root}\n\n${good.split("\n\n")[1]}`), { code: "malformed" });
  const { key } = PUBLISHED[1];
  for (const other of [
    "",
    "a+b",
    key.replace("530d903a", "530d903b"),
    key.replace("+Ae", "+Be"),
    `${key}=`,
    `x+${key}`,
  ])
    t.throws(() => parseNoteKey(sha256, other), { code: "malformed" }, other);
  t.throws(() => checkpointText({ origin: "a b", size: 1, root: new Uint8Array(32) }), { code: "malformed" });
  t.end();
});

const ENTRY: Entry = {
  actId: new Uint8Array(16).fill(1),
  act: "message",
  object: new Uint8Array(16).fill(2),
  details: new Uint8Array(32).fill(3),
  memberId: new Uint8Array(16).fill(4),
  directoryVersion: 5,
  seen: { size: 6, root: new Uint8Array(32).fill(7) },
};

t.test("an entry and a leaf are read as they were written, whatever the act", (t) => {
  const longest = "a".repeat(32);
  for (const act of [...Object.keys(ACTS), "something-newer", longest]) {
    const signed = encodeSignedEntry(encodeEntry({ ...ENTRY, act }), new Uint8Array(64));
    const { entryBytes, signature, ...entry } = parseSignedEntry(signed);
    t.strictSame({ ...entry, act: entry.act }, { ...ENTRY, act });
    t.equal(entryBytes.length + signature.length, signed.length);
    t.match(parseLeaf(encodeLeaf(490_000, "act", signed)), { hour: 490_000, kind: "act", entry: { act } });
    t.ok(signed.length <= MAX_SIGNED_ENTRY_BYTES);
  }
  const server = serverPayload({ act: "remove-discarded", object: THE_OFFICE });
  t.match(parseLeaf(encodeLeaf(1, "server", server)), { serverAct: { act: "remove-discarded" } });
  for (const kind of ["directory", "statement", "pages"] as const)
    t.strictSame(parseLeaf(encodeLeaf(1, kind, new Uint8Array(32))), {
      hour: 1,
      kind,
      documentHash: new Uint8Array(32),
    });
  t.end();
});

t.test("what is no entry and no leaf is refused", (t) => {
  const signed = encodeSignedEntry(encodeEntry(ENTRY), new Uint8Array(64));
  for (const act of ["", "Message", "a b", "-a", "a".repeat(33), "ä"])
    t.throws(() => encodeEntry({ ...ENTRY, act }), { code: "malformed" }, act);
  t.throws(() => encodeEntry({ ...ENTRY, actId: new Uint8Array(15) }), { code: "malformed" });
  t.throws(() => encodeEntry({ ...ENTRY, seen: { ...ENTRY.seen, size: 2 ** 32 } }), { code: "malformed" });
  for (const bytes of [new Uint8Array(), signed.subarray(1), signed.subarray(0, -1), Buffer.concat([signed, signed])])
    t.throws(() => parseSignedEntry(bytes), { code: "malformed" });
  const leaves = [
    new Uint8Array(),
    new Uint8Array(10_000),
    encodeLeaf(1, "act", new Uint8Array(32)),
    encodeLeaf(1, "pages", new Uint8Array(31)),
    encodeLeaf(1, "server", new Uint8Array(32)),
    encodeLeaf(1, "other" as "act", signed),
    Buffer.concat([encodeLeaf(1, "act", signed), Buffer.alloc(4)]),
    fromHex(hex(encodeLeaf(1, "act", signed)).replace(hex(utf8("act")), "ff6374")),
  ];
  for (const leaf of leaves) t.throws(() => parseLeaf(leaf), { code: "malformed" }, hex(leaf).slice(0, 60));
  t.equal(LEAF_KINDS.length, 5);
  t.end();
});

t.test("attack 52: a witness cosigns a log that grows, and none that is forked, cut back or split", async (t) => {
  const log = signer("https://lapor.example/audit", "note", 1);
  const key = encodeNoteKey(sha256, log);
  const witness = await startWitness(t, key);
  const known: NoteKey = { name: witness.name, kind: "cosignature", publicKey: witness.publicKey };
  const grow = (leaves: readonly string[]) => {
    const tree = growTree(sha256);
    for (const leaf of leaves) tree.append(leafHashOf(sha256, utf8(leaf)));
    return tree;
  };
  const checkpointOf = (tree: Tree, size = tree.size) => signCheckpoint(sha256, { size, root: tree.root(size) }, log);
  const ask = async (old: number, checkpoint: string, proof: readonly Uint8Array[] = []) => {
    const lines = [`old ${old}`, ...proof.map(toBase64), "", checkpoint];
    const answer = await fetch(`${witness.url}/add-checkpoint`, { method: "POST", body: lines.join("\n") });
    return { status: answer.status, type: answer.headers.get("content-type"), body: await answer.text() };
  };
  const tree = grow(["a", "b", "c", "d", "e", "f", "g"]);
  const first = checkpointOf(tree, 3);
  const cosigned = await ask(0, first);
  t.equal(cosigned.status, 200);
  t.equal(cosignedAt(sha256, parseNote(first + cosigned.body), known), 1_790_000_000, "the two notes are one");
  t.ok(isNoteSignedBy(sha256, parseNote(first + cosigned.body), log));

  t.match(
    await ask(3, checkpointOf(grow(["a", "b", "x", "d", "e"])), tree.consistency(3, 5)),
    { status: 422 },
    "a fork",
  );
  t.match(await ask(3, checkpointOf(grow(["a", "b", "x"]))), { status: 409 }, "another view of the same size");
  t.equal((await ask(3, checkpointOf(tree, 6), tree.consistency(3, 6))).status, 200);
  t.match(await ask(3, checkpointOf(tree, 3)), { status: 409, type: "text/x.tlog.size", body: "6\n" }, "cut back");
  t.match(await ask(6, checkpointOf(tree, 3)), { status: 400 }, "… and said to be longer");
  t.match(await ask(6, checkpointOf(tree, 7), tree.consistency(5, 7)), { status: 422 }, "a proof of something else");
  const stranger = signer("https://lapor.example/audit", "note", 3);
  const head = { size: 7, root: tree.root() };
  t.match(await ask(6, signCheckpoint(sha256, head, stranger), tree.consistency(6, 7)), { status: 403 });
  const elsewhere = signer("https://other.example/audit", "note", 1);
  t.match(await ask(6, signCheckpoint(sha256, head, elsewhere), tree.consistency(6, 7)), { status: 404 });
  t.equal(
    (await ask(6, checkpointOf(tree, 7), tree.consistency(6, 7))).status,
    200,
    "it goes on with the one it knows",
  );
});
