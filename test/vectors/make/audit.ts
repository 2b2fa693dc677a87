/** Vectors of the audit trail: entries, leaves, the tree, notes and an exported log. */
import { createHash } from "node:crypto";
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { type Part, Seeded, type Signer, concat, list, signer, u32 } from "../primitives.ts";
import { type Fields, Office, type Signed, base64url, hex } from "./directory.ts";

const MALFORMED = { error: "malformed" } as const;
type Result = { output: Json } | { error: string };

const sha256 = (...parts: readonly Uint8Array[]) => createHash("sha256").update(concat(...parts)).digest();
const base64 = (value: Uint8Array) => Buffer.from(value).toString("base64");

/** RFC 6962, 2.1 */
const split = (n: number) => 2 ** Math.floor(Math.log2(n - 1));
function root(leaves: readonly Uint8Array[]): Buffer {
  if (leaves.length === 0) return sha256();
  if (leaves.length === 1) return sha256(Buffer.of(0), leaves[0]!);
  const k = split(leaves.length);
  return sha256(Buffer.of(1), root(leaves.slice(0, k)), root(leaves.slice(k)));
}

/** RFC 6962, 2.1.1 */
function path(m: number, leaves: readonly Uint8Array[]): Buffer[] {
  if (leaves.length === 1) return [];
  const k = split(leaves.length);
  return m < k
    ? [...path(m, leaves.slice(0, k)), root(leaves.slice(k))]
    : [...path(m - k, leaves.slice(k)), root(leaves.slice(0, k))];
}

/** RFC 6962, 2.1.2 */
function subproof(m: number, leaves: readonly Uint8Array[], isWhole: boolean): Buffer[] {
  if (m === leaves.length) return isWhole ? [] : [root(leaves)];
  const k = split(leaves.length);
  return m <= k
    ? [...subproof(m, leaves.slice(0, k), isWhole), root(leaves.slice(k))]
    : [...subproof(m - k, leaves.slice(k), false), root(leaves.slice(0, k))];
}

type Key = Signer & { readonly name: string; readonly line: string; readonly id: Buffer };

/** https://c2sp.org/signed-note */
function noteKey(name: string, kind: number, seed: Uint8Array): Key {
  const pair = signer(seed);
  const id = sha256(Buffer.from(`${name}\n`), Buffer.of(kind), pair.publicKey).subarray(0, 4);
  const line = `${name}+${hex(id)}+${base64(concat(Buffer.of(kind), pair.publicKey))}`;
  return { publicKey: pair.publicKey, sign: (message) => pair.sign(message), name, line, id };
}

const signatureLine = ({ name, id }: Key, signature: Uint8Array) => `— ${name} ${base64(concat(id, signature))}\n`;
const signedBy = (key: Key, text: string) => signatureLine(key, key.sign(Buffer.from(text)));
const cosignedBy = (key: Key, text: string, seconds: number) =>
  signatureLine(key, concat(u32(0), u32(seconds), key.sign(Buffer.from(`cosignature/v1\ntime ${seconds}\n${text}`))));

export function auditTrails(): VectorFile {
  const c = new Collection("audit");
  const office = new Office(c.subject);
  const random = new Seeded("audit, acts");
  const log = noteKey("https://lapor.example/audit", 1, random.bytes(32));
  const other = noteKey("https://lapor.example/audit", 1, random.bytes(32));
  const witness = noteKey("witness.example/w1", 4, random.bytes(32));

  const [member] = [...office.signers.entries()] as [[string, Signer], ...unknown[]];
  const act = (changes: Partial<Record<"id" | "act" | "details" | "member" | "version" | "seen", Part>> = {}, leaves: Uint8Array[] = []) => {
    const { id = random.bytes(16), act: name = "message", details = random.bytes(32), version = 1 } = changes;
    const entry = list("audit", id, name, random.bytes(16), details, Buffer.from(member[0], "hex"), version, leaves.length, changes.seen ?? root(leaves));
    return concat(entry, member[1].sign(entry));
  };
  const read = (about: string, operation: string, value: Uint8Array, result: Result) =>
    c.add(about, operation, { bytes: bytes(value) }, result);
  const entryFields: Part[] = [random.bytes(16), "message", random.bytes(16), random.bytes(32), random.bytes(16), 7, 3, random.bytes(32)];
  const signature = random.bytes(64);
  const written = (fields: readonly Part[]): Json => [...fields.map((part) => (typeof part === "object" ? bytes(part) : part)), bytes(signature)];
  const entry = (...fields: readonly Part[]) => concat(list("audit", ...fields), signature);
  read("an entry and its signature", "parse-act", entry(...entryFields), { output: written(entryFields) });
  const newer = entryFields.with(1, "something-newer");
  read("an act that this version does not know", "parse-act", entry(...newer), { output: written(newer) });
  read("an act's name in capitals", "parse-act", entry(...entryFields.with(1, "Message")), MALFORMED);
  read("an act's name of 33 letters", "parse-act", entry(...entryFields.with(1, "a".repeat(33))), MALFORMED);
  read("an object of 15 bytes", "parse-act", entry(...entryFields.with(2, random.bytes(15))), MALFORMED);
  read("a version of eight bytes", "parse-act", entry(...entryFields.with(5, random.bytes(8))), MALFORMED);
  read("a field more", "parse-act", entry(...entryFields, ""), MALFORMED);
  read("a field less", "parse-act", entry(...entryFields.slice(0, 7)), MALFORMED);
  read("under another label", "parse-act", concat(list("audit-leaf", ...entryFields), signature), MALFORMED);
  read("a signature one byte short", "parse-act", entry(...entryFields).subarray(0, -1), MALFORMED);

  const leaf = (hour: Part, kind: string, payload: Part, ...more: readonly Part[]) => list("audit-leaf", hour, kind, payload, ...more);
  const document = random.bytes(32);
  for (const kind of ["directory", "statement", "pages"])
    read(`a leaf of the kind ${kind}`, "parse-leaf", leaf(497_000, kind, document), { output: [497_000, kind, bytes(document)] });
  const handle = random.bytes(16);
  read("an act of the server", "parse-leaf", leaf(497_000, "server", list("audit-server", "remove-discarded", handle)), {
    output: [497_000, "server", ["remove-discarded", bytes(handle)]],
  });
  read("a member's act", "parse-leaf", leaf(497_000, "act", entry(...entryFields)), {
    output: [497_000, "act", written(entryFields)],
  });
  read("a kind that does not exist", "parse-leaf", leaf(497_000, "visit", document), MALFORMED);
  read("a hash of 31 bytes", "parse-leaf", leaf(497_000, "pages", document.subarray(1)), MALFORMED);
  read("an hour as text", "parse-leaf", leaf("497000", "pages", document), MALFORMED);
  read("a leaf with a field more", "parse-leaf", leaf(497_000, "pages", document, ""), MALFORMED);
  read("an act of the server without an object", "parse-leaf", leaf(497_000, "server", list("audit-server", "remove-discarded")), MALFORMED);

  const leaves = Array.from({ length: 7 }, (_, at) => random.bytes(at * 9));
  const given = leaves.map((one) => bytes(one));
  for (const size of [0, 1, 2, 3, 7])
    c.add(`root of ${size} leaves`, "tree-root", { leaves: given.slice(0, size) }, { output: bytes(root(leaves.slice(0, size))) });
  for (const [index, size] of [[0, 1], [2, 3], [4, 7], [6, 7]] as const)
    c.add(`leaf ${index} of ${size}`, "inclusion-proof", { leaves: given.slice(0, size), index }, { output: path(index, leaves.slice(0, size)).map(bytes) });
  for (const [old, size] of [[1, 7], [3, 7], [4, 7], [6, 7], [7, 7], [0, 7]] as const)
    c.add(`${size} leaves begin with ${old}`, "consistency-proof", { leaves: given.slice(0, size), old }, {
      output: old === 0 ? [] : subproof(old, leaves.slice(0, size), true).map(bytes),
    });

  const text = `${log.name}\n7\n${base64(root(leaves))}\n`;
  const note = `${text}\n${signedBy(log, text)}`;
  const look = (about: string, value: string, result: Result, key = log.line) => c.add(about, "read-checkpoint", { note: value, key }, result);
  const head = [log.name, 7, bytes(root(leaves))];
  look("a checkpoint", note, { output: [...head, true] });
  look("a witness has cosigned it", `${note}${cosignedBy(witness, text, 1_796_000_000)}`, { output: [...head, true] });
  look("signed by another key of this name", `${text}\n${signedBy(other, text)}`, { output: [...head, false] });
  look("signed by both", `${note}${signedBy(other, text)}`, { output: [...head, true] });
  look("a right line and a wrong one by the key", `${note}${signatureLine(log, random.bytes(64))}`, { output: [...head, false] });
  look("another size than was signed", note.replace("\n7\n", "\n8\n"), { output: [log.name, 8, head[2]!, false] });
  look("a size with a zero before it", note.replace("\n7\n", "\n07\n"), MALFORMED);
  look("a size beyond 32 bits", note.replace("\n7\n", "\n4294967296\n"), MALFORMED);
  look("a root of 31 bytes", note.replace(base64(root(leaves)), base64(root(leaves).subarray(1))), MALFORMED);
  look("no signature", `${text}\n`, MALFORMED);
  look("a tab", note.replace("lapor", "la\tpor"), MALFORMED);
  look("without its last newline", note.slice(0, -1), MALFORMED);
  c.add("the log's key as a line", "note-key", { name: log.name, kind: "note", publicKey: bytes(log.publicKey) }, { output: log.line });
  c.add("a witness's", "note-key", { name: witness.name, kind: "cosignature", publicKey: bytes(witness.publicKey) }, { output: witness.line });
  const times = (about: string, value: string, output: Json) => c.add(about, "cosigned-at", { note: value, key: witness.line }, { output });
  times("when a witness cosigned", `${note}${cosignedBy(witness, text, 1_796_000_000)}`, 1_796_000_000);
  times("no witness", note, null);
  times("what a witness signed as a note", `${note}${signatureLine(witness, concat(u32(0), u32(5), witness.sign(Buffer.from(text))))}`, null);

  const details = (about: string, method: string, path: string, body: string) =>
    c.add(about, "act-details", { method, path, body: bytes(Buffer.from(body)) }, {
      output: bytes(sha256(list("audit-details", method, path.split("?")[0]!, sha256(Buffer.from(body))))),
    });
  const address = "/api/members/000102030405060708090a0b0c0d0e0f/roles";
  details("a request by its hash", "PUT", address, '{"roles":["lead"]}');
  details("… about another member", "PUT", address.replace("00", "01"), '{"roles":["lead"]}');
  details("… without a body", "DELETE", "/api/account/factors/0", "");
  details("… with a query, which does not count", "PUT", "/api/cases/x/messages/team/0/1?from=new&to=opened", "row");

  exported(c, { office, log, other, act });
  return c.file();
}

type Trail = {
  readonly office: Office;
  readonly log: Key;
  readonly other: Key;
  readonly act: (changes?: Partial<Record<"id" | "act" | "version" | "seen", Part>>, leaves?: Uint8Array[]) => Buffer;
};

/** A directory, the name of the log's key, three acts and the pages, and what becomes of them. */
function exported(c: Collection, { office, log, other, act }: Trail): void {
  const directory = office.sign(office.document());
  const leaves: Buffer[] = [list("audit-leaf", 497_000, "directory", sha256(Buffer.from(directory.document)))];
  const add = (hour: number, kind: string, payload: Uint8Array) => leaves.push(list("audit-leaf", hour, kind, payload));
  const named = (key: Key) => list("audit-server", "log-key", sha256(key.publicKey).subarray(0, 16));
  add(497_000, "server", named(log));
  const first = act({}, leaves);
  add(497_000, "act", first);
  add(497_001, "act", act({}, leaves));
  add(497_001, "pages", office.random.bytes(32));
  add(497_002, "act", act({}, leaves));
  const seenOther = act({ seen: office.random.bytes(32) }, leaves.slice(0, 4));

  const header = (changes: Fields = {}) =>
    JSON.stringify({
      format: "segel/1/audit",
      origin: log.name,
      keys: [log.line],
      roots: { threshold: 2, keys: office.roots.map(({ publicKey }) => hex(publicKey)) },
      ...changes,
    });
  const line = (one: Uint8Array, beside: { directory?: Signed } = {}) => JSON.stringify({ leaf: base64url(one), ...beside });
  const checkpoint = (of: readonly Buffer[], ...keys: readonly Key[]) => {
    const text = `${log.name}\n${of.length}\n${base64(root(of))}\n`;
    return `${text}\n${(keys.length === 0 ? [log] : keys).map((key) => signedBy(key, text)).join("")}`;
  };
  const lines = (of: readonly Buffer[]) => of.map((one, at) => line(one, at === 0 ? { directory } : {}));
  const fileOf = (of: readonly Buffer[], head = checkpoint(of)) => [header(), ...lines(of), JSON.stringify({ checkpoint: head })];
  const put = (about: string, file: readonly string[], output: Json, more: Record<string, Json> = {}) =>
    c.add(about, "verify-log", { file: `${file.join("\n")}\n`, ...more }, { output });
  const holds = (size: number, hidden = 0): Json => ({ holds: true, size, hidden });
  const fault = (code: string, from: number, to = from): Json => ({ holds: false, code, first: from, last: to });
  const kept = checkpoint(leaves);
  const whole = fileOf(leaves);
  put("a log that holds", whole, holds(6));
  put("and begins with what was kept", whole, holds(6), { earlier: checkpoint(leaves.slice(0, 3)) });
  put("a leaf of which the hash alone is shown", whole.with(4, JSON.stringify({ hash: base64url(sha256(Buffer.of(0), leaves[3]!)) })), holds(6, 1));
  put("a checkpoint on the way", whole.toSpliced(4, 0, JSON.stringify({ checkpoint: checkpoint(leaves.slice(0, 3)) })), holds(6));
  const renewed = [...leaves, list("audit-leaf", 497_002, "server", named(other))];
  put("two keys, and the newest checkpoint signed by both", [header({ keys: [other.line, log.line] }), ...lines(renewed), JSON.stringify({ checkpoint: checkpoint(renewed, other, log) })], holds(7));
  put("… by the newest alone", [header({ keys: [other.line, log.line] }), ...lines(renewed), JSON.stringify({ checkpoint: checkpoint(renewed, other) })], fault("bad-checkpoint", 8));
  const bent = Buffer.from(leaves[3]!);
  bent[bent.length - 80]! ^= 1;
  put("a bit of an act", fileOf(leaves.with(3, bent)), fault("bad-signature", 4));
  put("an act taken out", fileOf(leaves.toSpliced(3, 1)), fault("removed", 3, 5));
  put("two exchanged", fileOf(leaves.with(3, leaves[4]!).with(4, leaves[3]!)), fault("moved", 4, 5));
  put("other pages", fileOf(leaves.with(4, list("audit-leaf", 497_001, "pages", sha256()))), fault("changed", 4, 5));
  put("an act twice", fileOf(leaves.toSpliced(3, 0, leaves[2]!)), fault("repeated", 4));
  put("an hour that goes back", fileOf([...leaves, list("audit-leaf", 497_001, "pages", sha256())]), fault("hour-back", 6, 7));
  put("the end cut off", fileOf(leaves.slice(0, 5), kept), fault("cut", 6));
  put("no checkpoint", whole.slice(0, -1), fault("cut", 7));
  put("entries behind the checkpoint", fileOf(leaves, checkpoint(leaves.slice(0, 5))), fault("beyond", 6, 6));
  put("an older directory than the newest", fileOf([...leaves.slice(0, 1), list("audit-leaf", 497_000, "act", act({ version: 2 }, leaves.slice(0, 1)))]), fault("other-directory", 2));
  put("a directory of other roots", [header(), line(leaves[0]!, { directory: office.sign(office.document(), office.roots.slice(0, 1)) }), ...whole.slice(2)], fault("bad-directory", 1));
  put("another document", [header(), line(leaves[0]!, { directory: office.sign(office.document({ minimumClient: 0 })) }), ...whole.slice(2)], fault("other-document", 1));
  put("somebody who was shown another log", fileOf([...leaves, list("audit-leaf", 497_002, "act", seenOther)]), fault("split-view", 7));
  put("a checkpoint by another key", fileOf(leaves, checkpoint(leaves, other)), fault("bad-checkpoint", 7));
  put("signed by another key than the log names", [header({ keys: [other.line] }), ...lines(leaves), JSON.stringify({ checkpoint: checkpoint(leaves, other) })], fault("bad-checkpoint", 7));
  put("shorter than what was kept", fileOf(leaves.slice(0, 3)), fault("rolled-back", 4, 6), { earlier: kept });
  put("another log than what was kept", whole, fault("forked", 1, 2), { earlier: checkpoint([leaves[0]!, leaves[4]!]) });
  put("a second spelling of a line", whole.with(2, whole[2]!.replace(":", ": ")), fault("malformed", 2));
  put("another file", ["{}"], fault("no-export", 0));
}
