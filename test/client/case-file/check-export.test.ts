/** Whether a ZIP is what a member made: what is changed in it is named, and what two programs could read in two ways is refused. */
import * as fs from "node:fs/promises";
import path from "node:path";
import t from "tap";
import { type ByteSource, readPlainZip } from "../../../src/client/case-file/plain-zip.ts";
import type { CaseTrailPlaces } from "../../../src/client/case-file/case-file.ts";
import { type CheckOptions, checkExport, standingOf } from "../../../src/client/case-file/check-export.ts";
import { encodeCaseProof } from "../../../src/client/case-file/case-proof.ts";
import { idBytes } from "../../../src/client/directory/organisation.ts";
import { wordListOf } from "../../../src/client/reporter/word-lists.ts";
import { concat, fromHex, hex, utf8 } from "../../../src/crypto/bytes.ts";
import { fingerprintWords } from "../../../src/crypto/secret/fingerprint-words.ts";
import { rootsFingerprintOf } from "../../../src/crypto/identity.ts";
import { THE_OFFICE } from "../../../src/protocol/audit/entry.ts";
import { parseLeaf } from "../../../src/protocol/audit/leaf.ts";
import { encodeNoteKey } from "../../../src/protocol/audit/signed-note.ts";
import { isEntryName } from "../../../src/protocol/documents/export-manifest.ts";
import { zipStream } from "../../../src/web/investigator/files/zip/zip.ts";
import { type TestLog, makeSigner, sha256, startLog } from "../../support/proof/audit-log.ts";
import { DAY, NO_RECORD, casePartsOf, makeCaseFile, zipOf } from "../../support/proof/case-file.ts";
import { makeOrganisation } from "../../support/organisation.ts";
import { readZip } from "../../support/proof/zip.ts";
import { callSegel, makeFolder } from "../../cli/programs.ts";

const NOW = Date.parse(DAY);
const organisation = makeOrganisation(NOW);
const parts = casePartsOf({ reporter: () => "", team: (place) => `Tim: ${place}.` });
const made = makeCaseFile(parts);
const genuine = await zipOf(made, { organisation });
const ours = hex(rootsFingerprintOf(organisation.rootSet));
const isOurs = (fingerprint: Uint8Array): boolean => hex(fingerprint) === ours;

const sourceOf = (bytes: Uint8Array): ByteSource => ({
  size: bytes.length,
  read: async (offset, length) => bytes.slice(offset, offset + length),
});
const check = (bytes: Uint8Array, options: CheckOptions = {}) => checkExport(sourceOf(bytes), options);

type Part = { readonly name: string; readonly bytes: Uint8Array };

async function partsOf(bytes: Uint8Array): Promise<Part[]> {
  const entries = await readPlainZip(sourceOf(bytes));
  return entries.map(({ name, from, size }) => ({ name, bytes: bytes.slice(from, from + size) }));
}

async function zipped(parts: readonly Part[]): Promise<Uint8Array> {
  const inOrder = async function* () {
    for (const { name, bytes } of parts) yield { name, content: new Blob([new Uint8Array(bytes)]), day: DAY };
  };
  return new Uint8Array(await new Response(zipStream(inOrder())).arrayBuffer());
}

t.test("a genuine export checks out, and tells who made it under which roots", async (t) => {
  const { faults, manifest, member, fingerprint } = await check(genuine, { isNoted: isOurs });
  t.same(faults, []);
  t.match(manifest, { of: "segel/1/case-file", on: DAY, record: NO_RECORD });
  t.equal(member?.names["id"], "Penanggung jawab");
  t.equal(fingerprint, ours);
  const checked = await check(genuine);
  t.equal(standingOf(checked, false), "unplaced", "anybody can make roots that fit");
  t.equal(standingOf(checked, true), "genuine");
  t.equal(standingOf(await check(concat(genuine, utf8("x"))), true), "doubtful");
  t.same(
    (await partsOf(genuine)).map(({ name }) => name),
    ["document.html", "case.json", "sha256sums.txt", "manifest.json", "manifest.sig", "directory.json"],
  );
});

t.test("whatever is changed, taken out, put in or exchanged is named", async (t) => {
  const parts = await partsOf(genuine);
  const changed = (name: string, change: (bytes: Uint8Array) => Uint8Array): Promise<Uint8Array> =>
    zipped(parts.map((part) => (part.name === name ? { name, bytes: change(part.bytes) } : part)));
  const flip = (bytes: Uint8Array) => Uint8Array.from(bytes, (byte, at) => (at === 40 ? byte ^ 1 : byte));
  const others = await partsOf(await zipOf(made, { organisation: makeOrganisation(NOW) }));
  const ofOther = (name: string) => others.find((part) => part.name === name)?.bytes ?? new Uint8Array();
  const cases: readonly (readonly [about: string, zip: Uint8Array, faults: readonly unknown[]])[] = [
    ["one byte of an entry", await changed("case.json", flip), [{ code: "changed", name: "case.json" }]],
    [
      "an entry cut short",
      await changed("document.html", (all) => all.slice(0, -1)),
      [{ code: "changed", name: "document.html" }],
    ],
    [
      "an entry left out",
      await zipped(parts.filter(({ name }) => name !== "case.json")),
      [{ code: "missing", name: "case.json" }],
    ],
    [
      "an entry more",
      await zipped([...parts, { name: "files/99.exe", bytes: utf8("x") }]),
      [{ code: "extra", name: "files/99.exe" }],
    ],
    ["another signature", await changed("manifest.sig", flip), [{ code: "signature" }]],
    ["no signature", await zipped(parts.filter(({ name }) => name !== "manifest.sig")), [{ code: "manifest" }]],
    [
      "a manifest in another spelling",
      await changed("manifest.json", (all) => concat(all, utf8("\n"))),
      [{ code: "manifest" }],
    ],
    [
      "a manifest that says another day",
      await changed("manifest.json", (all) => utf8(new TextDecoder().decode(all).replace(DAY, "2026-11-24"))),
      [{ code: "signature" }],
    ],
    ["no directory", await zipped(parts.filter(({ name }) => name !== "directory.json")), [{ code: "directory" }]],
    [
      "another office's directory",
      await changed("directory.json", () => ofOther("directory.json")),
      [{ code: "other-directory" }, { code: "other-office" }, { code: "unknown-member" }],
    ],
    [
      "a directory that its roots have not signed",
      await changed("directory.json", (all) => {
        const { signatures, ...rest } = JSON.parse(new TextDecoder().decode(all)) as { signatures: unknown[] };
        return utf8(JSON.stringify({ ...rest, signatures: signatures.slice(1) }));
      }),
      [{ code: "roots" }],
    ],
    ["all of another office", await zipped(others), [{ code: "other-office" }]],
  ];
  for (const [about, zip, faults] of cases) t.same((await check(zip, { isNoted: isOurs })).faults, faults, about);
});

t.test("what stands in the audit trail is proved beside it, and a proof that does not hold is named", async (t) => {
  const log = startLog(organisation, { now: NOW });
  const object = Uint8Array.from({ length: 16 }, () => 7);
  for (const member of [organisation.lead, ...organisation.investigators]) log.act(member, { object });
  log.act(organisation.lead, { object: THE_OFFICE, act: "open-cases" });
  const [signer, other] = [log.signer, makeSigner()].map((one) => encodeNoteKey(sha256, one));
  const actsIn = ({ items, tree }: TestLog) =>
    items
      .map(({ leaf }, place) => ({ place, leaf, proof: tree.inclusion(place) }))
      .filter(({ leaf }) => parseLeaf(leaf).kind === "act");
  const items = actsIn(log);
  const proof = { key: signer ?? "", checkpoint: log.checkpoint(), items };
  const [written, row] = [(items[0]?.place ?? 0) + 1, hex(sha256(utf8("a body")))];
  const by = organisation.lead.entry.id;
  const tell = (trail: CaseTrailPlaces) => makeCaseFile(parts, { notes: [1] }, { by, trail });
  const told = tell({ made: { entry: written, row }, rows: new Map() });
  const withProof = async (changed: Partial<typeof proof>, file = told) =>
    check(await zipOf(file, { organisation, proof: encodeCaseProof({ ...proof, ...changed }) }));
  const { faults, audit } = await withProof({});
  t.same(faults, []);
  t.match(audit, { origin: "https://lapor.example/audit", key: signer });
  t.match(audit?.acts[0], { entry: written, day: DAY, act: "message", by, row: { in: "made" } });
  t.same(
    audit?.acts.map(({ row: wrote }) => wrote?.in),
    ["made", undefined, undefined, undefined, undefined],
  );
  const bad = [{ code: "audit", name: "audit.json" }];
  t.same((await withProof({ key: other ?? "" })).faults, bad, "the key of another log");
  const moved = items.map((item) => ({ ...item, place: item.place - 1 }));
  t.same((await withProof({ items: moved })).faults, bad, "acts at other places");
  const forged = items.map((item) => ({
    ...item,
    leaf: Uint8Array.from(item.leaf, (byte, at) => (at === 90 ? byte ^ 1 : byte)),
  }));
  t.same((await withProof({ items: forged })).faults, bad, "acts that were changed");
  t.same((await withProof({ items: [...items, ...items] })).faults, bad, "acts that stand there twice");
  t.same((await withProof({ items: items.slice(1, 4) })).faults, bad, "none of who made it");
  t.same((await withProof({ items: [] })).faults, bad, "none at all");
  // Who makes the file can keep a log, and sign in it what they like; of others only what those have signed.
  const forger = async (tamper: (log: TestLog) => void) => {
    const own = startLog(organisation, { now: NOW });
    own.act(organisation.lead, { object });
    tamper(own);
    const forged = { key: encodeNoteKey(sha256, own.signer), checkpoint: own.checkpoint(), items: actsIn(own) };
    return withProof(forged);
  };
  const { lead, investigators } = organisation;
  const memberId = idBytes(investigators[0]?.entry.id ?? "");
  t.match(await forger(() => {}), { faults: [], audit: { acts: { length: 1 } } }, "whose log it is, its key says");
  t.same((await forger((own) => own.act(lead, { object, memberId }))).faults, bad, "an act in another's name");
  t.same((await forger((own) => own.act(lead))).faults, bad, "acts of two cases");
  t.same((await forger((own) => own.act(lead, { object: THE_OFFICE }))).faults, bad, "an act of no case");
  const officeOnly = startLog(organisation, { now: NOW });
  officeOnly.act(lead, { object: THE_OFFICE });
  const ofOffice = { key: encodeNoteKey(sha256, officeOnly.signer), checkpoint: officeOnly.checkpoint() };
  t.same((await withProof({ ...ofOffice, items: actsIn(officeOnly) })).faults, bad, "acts of no case alone");
  const stranger = makeOrganisation(NOW).lead;
  t.match(
    await forger((own) => own.act(stranger, { object })),
    { faults: [], audit: { acts: { length: 1 } } },
    "nobody's is not counted",
  );
  log.act(organisation.lead);
  t.same((await withProof({ checkpoint: log.checkpoint() })).faults, bad, "proofs of an older head");
  t.same((await check(await zipOf(told, { organisation, proof: utf8("{}") }))).faults, bad, "no proof at all");
});

t.test("a row is tied to the entry that wrote it, and one that names another's, or none, is told of", async (t) => {
  const log = startLog(organisation, { now: NOW });
  const object = Uint8Array.from({ length: 16 }, () => 7);
  const { lead, investigators } = organisation;
  const writer = investigators[0];
  if (writer === undefined) return;
  const bodies = ["made", "kept", "other"].map((body) => sha256(utf8(body)));
  const [record, note, other] = bodies.map(hex) as [string, string, string];
  for (const [at, member] of [writer, lead, writer].entries()) log.act(member, { object, details: bodies[at]! });
  log.act(writer, { object, act: "discard-step", details: bodies[1]! });
  const items = log.items.flatMap(({ leaf }, place) =>
    parseLeaf(leaf).kind === "act" ? [{ place, leaf, proof: log.tree.inclusion(place) }] : [],
  );
  const begin = (items[0]?.place ?? 0) + 1;
  const proof = encodeCaseProof({ key: encodeNoteKey(sha256, log.signer), checkpoint: log.checkpoint(), items });
  const first = parts.conversation.filter(({ direction }) => direction === "team")[0];
  const byWriter = { ...parts, conversation: [{ ...first!, author: writer.entry.id }] };
  const by = lead.entry.id;
  const check = async (
    [entry, row]: readonly [number, string],
    [madeEntry, madeRow]: readonly [number, string] = [1, note],
    isEnclosed = true,
  ) => {
    const trail = {
      made: { entry: begin + madeEntry, row: madeRow },
      rows: new Map([["team 1", { entry: begin + entry, row }]]),
    };
    const file = makeCaseFile(byWriter, {}, { by, trail });
    return checkExport(sourceOf(await zipOf(file, { organisation, ...(isEnclosed && { proof }) })));
  };
  const good = await check([0, record]);
  t.same(good.faults, []);
  t.same(
    good.audit?.acts.map(({ entry, row }) => [entry - begin, row?.in, row?.number]),
    [
      [0, "conversation", 1],
      [1, "made", 0],
      [2, undefined, undefined],
      [3, undefined, undefined],
    ],
  );
  const bad = [{ code: "audit", name: "audit.json" }];
  t.same((await check([0, other])).faults, bad, "the hash of another row");
  t.same((await check([2, record])).faults, bad, "the entry of another row");
  t.same((await check([6, record])).faults, bad, "an entry that is not there");
  t.same((await check([1, note])).faults, bad, "one entry for two rows");
  t.same((await check([3, note])).faults, bad, "an act that writes no row");
  t.same((await check([0, record], [2, other])).faults, bad, "a file whose record another has written");
  t.same((await check([0, record], [1, note], false)).faults, bad, "entries of which none is enclosed");
  const untold = makeCaseFile(byWriter, {}, { by });
  t.same((await checkExport(sourceOf(await zipOf(untold, { organisation, proof })))).faults, bad, "no record named");
});

t.test("a sum of the ZIP that is wrong is told, though every byte is as it was signed", async (t) => {
  const entries = await readPlainZip(sourceOf(genuine));
  t.same(
    [...readZip(genuine).keys()],
    entries.map(({ name }) => name),
    "others take it as it is made",
  );
  for (const { name, from, size } of entries) {
    const copy = genuine.slice();
    const text = new TextDecoder("latin1").decode(genuine);
    for (const at of [from + size + 4, tableEntryOf(text, name) + 16]) copy[at] = (copy[at] ?? 0) ^ 1;
    t.same((await check(copy)).faults, [{ code: "sum", name }], name);
    t.throws(() => readZip(copy), /damaged/u, "as others say too");
  }
});

function tableEntryOf(text: string, name: string): number {
  for (let at = text.indexOf("PK\x01\x02"); at >= 0; at = text.indexOf("PK\x01\x02", at + 1))
    if (text.startsWith(name, at + 46)) return at;
  return -1;
}

t.test("a ZIP that two programs could read in two ways is refused, and none makes much out of little", async (t) => {
  const parts = await partsOf(genuine);
  const twice = await zipped([...parts, ...parts.slice(0, 1)]);
  const at = (needle: string, from = 0) => new TextDecoder("latin1").decode(genuine).indexOf(needle, from);
  const central = at("PK\x01\x02");
  const set = (offset: number, ...bytes: readonly number[]): Uint8Array => {
    const copy = genuine.slice();
    copy.set(bytes, offset);
    return copy;
  };
  const end = genuine.length - 22;
  const [entry] = await readPlainZip(sourceOf(genuine));
  const behind = (entry?.from ?? 0) + (entry?.size ?? 0);
  /** In the table and in front of the entry alike */
  const both = (field: number, value: number) => {
    const copy = set(field, value);
    copy[central + field + 2] = value;
    return copy;
  };
  const tableLater = set(end + 16, ...[0, 8, 16, 24].map((bits) => ((central + 1) >> bits) & 255));
  const cases: readonly (readonly [about: string, zip: Uint8Array])[] = [
    ["no ZIP", utf8("no ZIP at all, and long enough to be one")],
    ["nothing", new Uint8Array()],
    ["bytes behind it", concat(genuine, utf8("x"))],
    ["bytes before it", concat(utf8("x"), genuine)],
    ["a comment", concat(genuine.slice(0, -2), Uint8Array.of(1, 0, 65))],
    ["the same name twice", twice],
    ["an entry that is packed", set(central + 10, 8, 0)],
    ["an entry that is locked", set(central + 8, 9, 8)],
    ["another size than the one behind it", set(central + 24, 1, 0, 0, 0)],
    ["an entry that begins elsewhere", set(central + 42, 1, 0, 0, 0)],
    ["another name in front than in the table", set(30, 0x64, 0x6f, 0x58)],
    ["hidden fields", set(central + 30, 4, 0)],
    ["more entries than there are", set(end + 8, 7, 0, 7, 0)],
    ["fewer entries than there are", set(end + 8, 5, 0, 5, 0)],
    ["a table elsewhere", set(end + 16, 0, 0, 0, 0)],
    ["cut off", genuine.slice(0, -1)],
    ["a sum in front that is none", set(14, 1)],
    ["a size in front, where a reader from the front would end", set(22, 1)],
    ["another time in front", set(10, 1)],
    ["a system whose attributes say something else", set(central + 5, 0)],
    ["a version that reads it otherwise", set(central + 6, 20)],
    ["another disk", set(central + 34, 1)],
    ["a text, whose lines may end otherwise", set(central + 36, 1)],
    ["a link to elsewhere", set(central + 38, 0, 0, 0xff, 0xa1)],
    ["a program", set(central + 38, 0, 0, 0xfd, 0x81)],
    ["an end that is none", set(end, 0)],
    ["another number of entries in all", set(end + 10, 5, 0)],
    ["a comment that is not there", set(end + 20, 1)],
    ["bytes between its table and its end", concat(genuine.slice(0, end), utf8("x"), genuine.slice(end))],
    ["bytes before its table", concat(tableLater.slice(0, central), utf8("x"), tableLater.slice(central))],
    ["an entry that is none in front", set(0, 0)],
    ["a version that reads it otherwise, twice", both(4, 20)],
    ["a lock, twice", both(6, 9)],
    ["packed, twice", both(8, 8)],
    ["another packed size", set(central + 20, 1, 0, 0, 0)],
    ["a comment of an entry", set(central + 32, 1)],
    ["nothing behind an entry", set(behind, 0)],
    ["another sum behind it", set(behind + 4, (genuine[behind + 4] ?? 0) ^ 1)],
    ["another packed size behind it", set(behind + 8, (genuine[behind + 8] ?? 0) ^ 1)],
    ["another size behind it", set(behind + 12, (genuine[behind + 12] ?? 0) ^ 1)],
    [
      "more entries than a case has",
      await zipped(Array.from({ length: 501 }, (_, number) => ({ name: String(number), bytes: utf8("") }))),
    ],
  ];
  for (const [about, zip] of cases) t.same((await check(zip)).faults, [{ code: "form" }], about);
});

t.test("segel verify-export says who made it, or names what does not hold, and asks nobody", async (t) => {
  const folder = await makeFolder(t);
  const [good, bad] = [path.join(folder, "good.zip"), path.join(folder, "bad.zip")];
  await fs.writeFile(good, genuine);
  await fs.writeFile(bad, concat(genuine, utf8("x")));
  const grouped = ours.toUpperCase().replaceAll(/(.{4})/gu, "$1 ");
  t.match(await callSegel(["verify-export", good, "--fingerprint", grouped, "--language", "en"]), {
    code: 0,
    out: /made and signed by Penanggung jawab, 25 November 2026\.\nWhat it is: Case file\./u,
    err: "",
  });
  const words = fingerprintWords(fromHex(ours), wordListOf("id")).map(
    (word, at) => `${at % 3 === 0 ? "B " : ""}${word}`,
  );
  t.match(await callSegel(["verify-export", good, "--fingerprint", words.join(" "), "--language", "en"]), { code: 0 });
  t.match(await callSegel(["verify-export", good, "--fingerprint", words.toReversed().join(" ")]), { code: 1 });
  t.match(await callSegel(["verify-export", good, "--language", "en"]), {
    code: 0,
    out: /^Whole; .*not certain yet/u,
    err: /twelve words/u,
  });
  t.match(await callSegel(["verify-export", good, "--fingerprint", "0".repeat(64), "--json"]), {
    code: 1,
    out: /"code":\s*"other-office"/u,
  });
  t.match(await callSegel(["verify-export", bad]), { code: 1, out: /No plain ZIP/u });
  for (const unread of [path.join(folder, "none.zip"), folder])
    t.match(await callSegel(["verify-export", unread]), { code: 2, err: /cannot be read/u });
  t.match(await callSegel(["verify-export", good, "--fingerprint", "ab"]), { code: 2 });
});

t.test("no name of an entry leads anywhere", (t) => {
  const bad = [
    "../a",
    "/a",
    "a/b/c",
    "a\\b",
    "C:a",
    "a/../b",
    "",
    ".a",
    "a.",
    "A.txt",
    "files/",
    "con\u0000",
    "manifest.json",
    "\u202eexe.txt",
    "nul",
    "con.txt",
    "aux/01.pdf",
    "files/lpt1.pdf",
    "com0",
  ];
  for (const name of bad) t.notOk(isEntryName(name), JSON.stringify(name));
  for (const name of ["case.json", "files/01.pdf", "files/02", "files/nul-1.pdf", "console", "com10"])
    t.ok(isEntryName(name), name);
  t.end();
});
