import fc from "fast-check";
import t from "tap";
import { actingAs } from "../../src/client/audit/acting.ts";
import { type AuditCheck, verifyLog } from "../../src/client/audit/verify-log.ts";
import type { AuditFault } from "../../src/client/audit/verdict.ts";
import { nextDocument, stateFreshness } from "../../src/client/directory/organisation.ts";
import { ApiError } from "../../src/client/line/http.ts";
import { fromHex, hex } from "../../src/crypto/bytes.ts";
import { rootsFingerprintOf } from "../../src/crypto/identity.ts";
import { deriveSigningKeyPair } from "../../src/crypto/secret/keys.ts";
import { encodeExportLine, encodeHeaderLine } from "../../src/protocol/audit/export.ts";
import { encodeLeaf, parseLeaf } from "../../src/protocol/audit/leaf.ts";
import { encodeNote, encodeNoteKey, parseNote, signText } from "../../src/protocol/audit/signed-note.ts";
import { type Item, type TestLog, fileOf, makeSigner, sha256, startLog } from "../support/proof/audit-log.ts";
import { readForeignly } from "../support/proof/foreign-auditor.ts";
import type { SignedStatement } from "../../src/protocol/directory/statement.ts";
import { makeOrganisation, signedOf } from "../support/organisation.ts";

const NOW = Date.parse("2026-03-02T08:00:00Z");
const office = makeOrganisation(NOW);
const [one, two, three] = office.investigators as [
  (typeof office.investigators)[number],
  (typeof office.investigators)[number],
  (typeof office.investigators)[number],
];
const { lead, administrator, rootSet } = office;

/** Of the next version, in which `gone` is removed. */
function withoutMember(gone: string) {
  const { version, previous: _, ...content } = office.document;
  const members = content.members.map((member) =>
    member.id === gone ? { ...member, removedIn: version + 1 } : member,
  );
  const channels = content.channels.map((channel) => ({
    ...channel,
    recipients: channel.recipients.filter((id) => id !== gone),
    excludable: channel.excludable.filter((id) => id !== gone),
  }));
  return signedOf(office, nextDocument({ ...content, members, channels }, office.signed, NOW));
}

const second = withoutMember(three.entry.id);

/** Thirty-five entries of every kind, under two directories, ended by an act. */
function makeLog(): TestLog {
  const log = startLog(office, { now: NOW });
  for (let round = 0; round < 5; round++) {
    log.act(one);
    log.act(two, { act: "grant" });
    if (round === 1) log.pages();
    log.hourLater();
    log.act(three);
    if (round === 2) log.server();
    log.act(lead, { act: "something-newer" });
  }
  log.act(administrator, { act: "publish-directory" });
  log.directory(second);
  for (let round = 0; round < 3; round++) {
    log.hourLater();
    log.act(one);
    log.act(lead);
  }
  return log;
}

const whole = makeLog();
const kept = whole.checkpoint();
const given = { signer: whole.signer, rootSet };

async function faultOf(bytes: Uint8Array, check: Partial<AuditCheck> = {}): Promise<AuditFault | undefined> {
  const verdict = await verifyLog(bytes, { sha256, ...check });
  return verdict.holds ? undefined : verdict.fault;
}

t.test("a log that nobody touched holds, alone and beside what was kept of it", async (t) => {
  const file = whole.file();
  const verdict = await verifyLog(file, { sha256 });
  t.match(verdict, {
    holds: true,
    summary: {
      origin: "https://lapor.example/audit",
      size: whole.items.length,
      counts: { act: 27, directory: 2, statement: 2, pages: 1, server: 2 },
      since: undefined,
    },
  });
  const isOnPoster = (fingerprint: Uint8Array) => hex(fingerprint) === hex(rootsFingerprintOf(rootSet));
  const key = encodeNoteKey(sha256, whole.signer);
  t.equal(await faultOf(file, { isOnPoster, key, earlier: kept }), undefined);
  t.match(await faultOf(file, { isOnPoster: () => false }), { code: "other-roots" });
  t.match(await faultOf(file, { key: encodeNoteKey(sha256, makeSigner()) }), { code: "other-key" });
  t.match(await faultOf(file, { earlier: "something" }), { code: "bad-earlier" });
  t.match(await faultOf(file, { earlier: kept.replace(/[A-Z]/u, "x") }), { code: "bad-earlier" });
  const early = startLog(office, given.signer === undefined ? { now: NOW } : { now: NOW, signer: given.signer });
  t.equal(await faultOf(early.file()), undefined, "a log that has just begun");
  t.equal(await faultOf(fileOf([], given)), undefined, "and an empty one");
});

t.test(
  "entries of cases that whoever exported does not have keep their place, and nothing more is said of them",
  async (t) => {
    const hide = (items: readonly Item[], ...places: readonly number[]) =>
      items.map((item, at): Item => (places.includes(at) ? { ...item, isHidden: true } : item));
    const { items } = whole;
    const verdict = await verifyLog(fileOf(hide(items, 4, 5, 10), given), { sha256, earlier: kept });
    t.match(verdict, { holds: true, summary: { size: items.length, hidden: 3, counts: { act: 24 } } });
    const bent = items.map((item, at) => (at === 5 ? flipped(item, 150, 1) : item));
    t.match(await faultOf(fileOf(hide(bent, 4, 5), given)), { code: "changed", last: 6 });
    t.match(await faultOf(fileOf(hide(items, 4, 5).toSpliced(4, 1), given)), { code: "removed" });
    const directory = items.findLastIndex((item) => item.directory !== undefined);
    t.match(await faultOf(fileOf(hide(items, directory), given)), { code: "bad-statement" });
  },
);

t.test("a log whose key was replaced is signed by both, and what the old one signed still compares", async (t) => {
  const old = makeSigner();
  const keys = [whole.signer, old].map((signer) => encodeNoteKey(sha256, signer));
  const log = startLog(office, { now: NOW, signer: old });
  log.act(one);
  const early = log.checkpoint();
  log.key(whole.signer);
  log.act(two);
  const roots = { threshold: 1, keys: rootSet.keys.map(hex) };
  const header = encodeHeaderLine({ format: "segel/1/audit", origin: whole.signer.name, keys, roots });
  const lines = Buffer.from(log.file()).toString("utf8").split("\n").slice(1, -2);
  const { text } = parseNote(log.checkpoint());
  const noteBy = (...by: readonly (typeof old)[]) =>
    encodeNote({ text, signatures: by.map((signer) => signText(sha256, text, signer)) });
  const signed = (...by: readonly (typeof old)[]) =>
    Buffer.concat([header, Buffer.from(`${lines.join("\n")}\n`), encodeExportLine({ checkpoint: noteBy(...by) })]);
  const both = signed(whole.signer, old);
  t.equal(await faultOf(both, { earlier: early, key: keys[1] }), undefined);
  t.equal(await faultOf(both, { earlier: noteBy(whole.signer), key: keys[0] }), undefined);
  for (const one of [whole.signer, old]) t.match(await faultOf(signed(one)), { code: "bad-checkpoint" });
  t.match(await faultOf(log.file()), { code: "bad-checkpoint" }, "the log names another key since");
});

t.test("attack 52: what an outsider makes up, or signs again by a key of their own, does not hold", async (t) => {
  const isOnPoster = (fingerprint: Uint8Array) => hex(fingerprint) === hex(rootsFingerprintOf(rootSet));
  const stranger = makeSigner();
  const by = { signer: stranger, rootSet };
  const { items } = whole;
  t.match(await faultOf(fileOf(items.slice(0, -6), by)), { code: "bad-checkpoint" }, "cut, and signed again");
  const hidden = items.map((item): Item => ({ ...item, isHidden: true }));
  t.match(await faultOf(fileOf(hidden, by)), { code: "bad-checkpoint" }, "no key is shown");
  // A log of their own, which names their key and the roots of the poster.
  const own = startLog(makeOrganisation(NOW), { now: NOW, signer: stranger });
  const madeUp = [...hidden, { leaf: own.items[2]!.leaf }];
  t.match(await faultOf(fileOf(madeUp, by), { isOnPoster }), { code: "other-roots" }, "no directory bears them out");
  const verdict = await verifyLog(fileOf(madeUp, by), { sha256 });
  t.ok(verdict.holds && verdict.summary.rootsFingerprint === undefined, "and none is told as the one to compare");
});

t.test("an act that a statement came in between is signed once more, and no oftener", async (t) => {
  const { keys, entry } = one;
  const acting = actingAs({
    memberId: fromHex(entry.id),
    signing: deriveSigningKeyPair(keys.signingSeed),
    directoryVersion: 1,
    seen: () => whole.head(),
    renew: async () => 1,
  });
  const asked = {
    act: "publish-directory",
    method: "PUT",
    path: "/api/directory",
    handle: undefined,
    body: undefined,
  } as const;
  const sent: string[] = [];
  const refusing =
    (times: number) =>
    async (header: string): Promise<Uint8Array<ArrayBuffer>> => {
      if (sent.push(header) <= times) throw new ApiError("stale-directory");
      return new Uint8Array();
    };
  await acting(asked, refusing(1));
  t.equal(sent.length, 2);
  sent.length = 0;
  await t.rejects(acting(asked, refusing(9)), { code: "stale-directory" });
  t.equal(sent.length, 2);
});

/** What somebody does who has the database, and maybe the server's key as well. */
type Edit = { readonly items: Item[]; readonly at: number; readonly code: RegExp };

/** Of the middle of the log's time, and of no member. */
const stranger: Item = (() => {
  const other = startLog(office, { now: NOW });
  for (let hour = 0; hour < 3; hour++) other.hourLater();
  other.pages();
  return other.items.at(-1)!;
})();

function flipped({ leaf, ...beside }: Item, byte: number, bit: number): Item {
  const changed = Uint8Array.from(leaf);
  changed[byte % leaf.length]! ^= 1 << bit;
  return { leaf: changed, ...beside };
}

const edits: Readonly<Record<string, (items: readonly Item[], at: number, other: number, byte: number) => Edit>> = {
  "a bit flipped": (items, at, other, byte) => ({
    items: items.map((item, place) => (place === at ? flipped(item, byte, other % 8) : item)),
    at,
    code: /./u,
  }),
  "an entry taken out": (items, at) => ({ items: items.toSpliced(at, 1), at, code: /./u }),
  "two exchanged": (items, at, other) => ({
    items: items.map((item, place) => (place === at ? items[other]! : place === other ? items[at]! : item)),
    at: Math.min(at, other),
    code: /./u,
  }),
  "one moved": (items, at, other) => ({
    items: items.toSpliced(at, 1).toSpliced(other, 0, items[at]!),
    at: Math.min(at, other),
    code: /./u,
  }),
  "one twice": (items, at) => ({ items: items.toSpliced(at, 0, items[at]!), at: at + 1, code: /./u }),
  "one put in": (items, at) => ({ items: items.toSpliced(at, 0, stranger), at, code: /./u }),
  "the end cut off": (items, at) => ({ items: items.slice(0, at), at, code: /cut|rolled-back/u }),
};

t.test("attack 52: whatever is done to a log, it is found, and where it was done", async (t) => {
  const places = fc.integer({ min: 0, max: whole.items.length - 1 });
  for (const [name, edit] of Object.entries(edits)) {
    await fc.assert(
      fc.asyncProperty(places, places, fc.nat(4_000), async (at, other, byte) => {
        const edited = edit(whole.items, at, other, byte);
        const same =
          edited.items.length === whole.items.length && edited.items.every((item, i) => item === whole.items[i]);
        if (same) return true;
        // By whoever has the server's key: the checkpoint is made anew, and only what others kept is left.
        const byServer = await faultOf(fileOf(edited.items, given), { earlier: kept });
        // By whoever has the database alone.
        const byOwner = await faultOf(fileOf(edited.items, given, kept));
        for (const fault of [byServer, byOwner]) {
          if (fault === undefined || !edited.code.test(fault.code)) return false;
          // Where the first directory is gone, nothing is wrong until the next entry, which needs it.
          const isThere =
            fault.first <= Math.max(edited.at + 1, 2) && edited.at + 1 <= Math.max(fault.last, fault.first);
          if (!isThere) throw new Error(`${name} ${at} ${other} ${byte}: ${JSON.stringify(fault)}`);
        }
        return true;
      }),
      { numRuns: 8 },
    );
    t.pass(name);
  }
});

t.test("attack 52: each kind of change has its name, and the entry", async (t) => {
  const { items } = whole;
  const found = async (changed: readonly Item[], checkpoint?: string) => faultOf(fileOf(changed, given, checkpoint));
  const actAt = 6;
  t.match(await found(items.map((item, at) => (at === actAt ? flipped(item, 150, 1) : item))), {
    code: "bad-signature",
    first: actAt + 1,
    last: actAt + 1,
    kind: "act",
  });
  t.match(await found(items.toSpliced(actAt, 1)), { code: "removed", first: actAt, last: actAt + 1 });
  const exchanged = items.map((item, at) => items[at === actAt ? actAt + 1 : at === actAt + 1 ? actAt : at] ?? item);
  t.match(await found(exchanged), { code: "moved" });
  const server = items.findIndex(({ leaf }) => Buffer.from(leaf).includes("remove-discarded"));
  t.match(await found(items.map((item, at) => (at === server ? flipped(item, item.leaf.length - 1, 1) : item))), {
    code: "changed",
    first: server,
    last: server + 1,
  });
  t.match(await found(items.toSpliced(actAt + 1, 0, items[actAt]!)), { code: "repeated", first: actAt + 2 });
  t.match(await found(items.slice(0, -3), kept), { code: "cut", first: items.length - 2 });
  t.match(await found([...items, ...items.slice(server, server + 1)], kept), { code: "hour-back" });
  t.match(await faultOf(whole.file().subarray(0, -10)), { code: "cut", first: items.length + 1 });
  t.match(await faultOf(whole.file().subarray(0, 3_000)), { code: "cut" });
  const lines = Buffer.from(whole.file()).toString().split("\n");
  t.match(await faultOf(Buffer.from(`${lines.slice(0, -2).join("\n")}\n`)), { code: "cut" }, "with its checkpoint");
  const behind = { leaf: encodeLeaf(parseLeaf(items.at(-1)!.leaf).hour, "pages", new Uint8Array(32)) };
  t.match(await found([...items, behind], kept), { code: "beyond", first: items.length + 1 }, "what no head covers");
  const foreign = startLog(makeOrganisation(NOW), { now: NOW, signer: whole.signer });
  t.match(await found(foreign.items), { code: "bad-directory", first: 1, kind: "directory" });
  const unlike = items.map((item, at) => (at === 0 ? { ...item, directory: second } : item));
  t.match(await found(unlike), { code: "other-document", first: 1 });
  const unsigned = { ...office.signed, signatures: [] };
  t.match(await found(items.map((item, at) => (at === 0 ? { ...item, directory: unsigned } : item))), {
    code: "bad-directory",
  });
});

t.test("somebody else's program, written from the documents, reads the same log", (t) => {
  t.equal(readForeignly(whole.file()), 27);
  const { items } = whole;
  t.throws(() =>
    readForeignly(
      fileOf(
        items.map((item, at) => (at === 5 ? flipped(item, 150, 1) : item)),
        given,
      ),
    ),
  );
  t.throws(() => readForeignly(fileOf(items.slice(0, -1), given, kept)));
  t.end();
});

t.test("attack 52: a log that was cut back or forked by its server is found by what somebody kept", async (t) => {
  const { items } = whole;
  const shorter = fileOf(items.slice(0, -6), given);
  t.equal(await faultOf(shorter), undefined, "by itself it holds: nobody who is left has seen more");
  t.match(await faultOf(shorter, { earlier: kept }), {
    code: "rolled-back",
    first: items.length - 5,
    last: items.length,
  });
  const branch = (changes: (log: TestLog) => void) => {
    const log = startLog(office, { now: NOW, signer: whole.signer });
    changes(log);
    return log;
  };
  const [first, other] = [branch((log) => log.act(one)), branch((log) => log.act(two))];
  t.equal(await faultOf(first.file()), undefined);
  t.match(await faultOf(first.file(), { earlier: other.checkpoint() }), { code: "forked", first: 1, last: 4 });
  other.act(three);
  t.match(await faultOf(other.file(), { earlier: first.checkpoint() }), { code: "forked" });
  // A split view: who was shown one of them acts, and the act says so in the other.
  const seen = first.head();
  other.act(one, { seen });
  t.match(await faultOf(other.file()), { code: "split-view", first: 6, last: 6 });
  t.match(await faultOf(whole.file(), { earlier: branch(() => {}).checkpoint() }), undefined, "the first four hold");
  const stranger = startLog(office, { now: NOW });
  t.match(await faultOf(whole.file(), { earlier: stranger.checkpoint() }), { code: "bad-earlier" });
  const file = Buffer.from(whole.file());
  const foreign = Buffer.from(
    file.toString().replace(kept.split(" ").at(-1)!.trim(), stranger.checkpoint().split(" ").at(-1)!.trim()),
  );
  t.match(await faultOf(foreign), { code: "bad-checkpoint" });
});

t.test("attack 52: an act that saw what nobody else saw is told with its author, and hides nothing", async (t) => {
  const lie = { root: sha256(Buffer.from("made up")) };
  const log = startLog(office, { now: NOW });
  log.act(one);
  log.act(two, { seen: { size: 4, ...lie } });
  log.act(two, { seen: { size: 900, ...lie } });
  for (const member of [one, three, lead]) log.act(member);
  const faultsOf = async (items: readonly Item[]) => {
    const verdict = await verifyLog(fileOf(items, { signer: log.signer, rootSet }), { sha256 });
    return verdict.holds ? [] : verdict.faults;
  };
  const by = { id: two.entry.id, names: two.entry.names };
  t.match(
    await faultsOf(log.items),
    [
      { code: "split-view", first: 5, last: 5, by: { ...by, entry: 5, acts: 1 } },
      { code: "removed", by: { ...by, entry: 6, acts: 1 } },
    ],
    "others saw what stands here: they were shown, or wrote, something else",
  );
  // What is forged behind them is found as ever.
  const forged = log.items.map((item, at) => (at === 7 ? flipped(item, item.leaf.length - 10, 1) : item));
  t.match(
    (await faultsOf(forged)).find(({ code }) => code === "bad-signature"),
    { first: 8, last: 8, kind: "act" },
  );
  const more = startLog(office, { now: NOW, signer: log.signer });
  more.act(two, { seen: { size: 900, ...lie } });
  more.act(three, { memberId: new Uint8Array(16) });
  t.match(await faultsOf(more.items), [{ code: "removed" }, { code: "unknown-member", first: 5 }]);
  // Taken out in truth: everybody who signed later says so, each of them once.
  const without = (await faultsOf(whole.items.toSpliced(8, 1))).filter(({ by: author }) => author !== undefined);
  t.match(without[0], { code: "removed" });
  t.equal(new Set(without.map(({ code, by: author }) => `${code} ${author?.id}`)).size, without.length);
  t.ok(without.some(({ by: author }) => author?.id === lead.entry.id && author.acts > 1));
});

t.test("whoever was removed or suspended acts no more, and each directory is the newest of its day", async (t) => {
  const after = (change: (log: TestLog) => void) => {
    const log = startLog(office, { now: NOW });
    change(log);
    return faultOf(log.file());
  };
  t.match(
    await after((log) => {
      log.directory(second);
      log.act(three);
    }),
    { code: "unknown-member", first: 6 },
  );
  t.match(
    await after((log) => {
      log.directory(second);
      log.act(three, { directoryVersion: 1 });
    }),
    { code: "other-directory", first: 6 },
  );
  const suspending = stateFreshness(office.signed, [lead, administrator], NOW, { suspended: [three.entry.id] });
  t.match(
    await after((log) => {
      log.act(three);
      log.statement(suspending.statements!.at(-1)!);
      log.act(three);
    }),
    { code: "suspended-member", first: 6 },
  );
  t.match(await after((log) => log.statement(suspending.statements![0]!)), { code: "bad-statement", first: 4 });
  t.match(await after((log) => log.directory(office.signed)), { code: "bad-directory", first: 4 });
  t.match(await after((log) => log.act(one, { memberId: new Uint8Array(16) })), { code: "unknown-member" });
});

t.test("a log that a restored or new server begins with the newest directory and statement alone holds", async (t) => {
  const [, newest] = stateFreshness(office.signed, [lead, administrator], NOW, {
    suspended: [three.entry.id],
  }).statements!;
  const begunWith = (statements: readonly SignedStatement[]) =>
    startLog({ rootSet, signed: { ...office.signed, statements: [...statements] } }, { now: NOW });
  const restored = begunWith([newest!]);
  restored.act(one);
  t.equal(await faultOf(restored.file()), undefined);
  restored.act(three);
  t.match(await faultOf(restored.file()), { code: "suspended-member", first: 5 }, "what was taken before stays taken");

  const withholding = begunWith([]);
  withholding.act(three);
  withholding.statement(newest!);
  t.match(await faultOf(withholding.file()), { code: "bad-statement", first: 4 }, "none is left out behind an act");

  const later = startLog(office, { now: NOW });
  later.act(one);
  const { statements: onSecond = [], ...document } = stateFreshness(second, [lead, administrator], NOW);
  later.directory({ ...document, statements: onSecond.slice(1) });
  later.act(one);
  t.equal(await faultOf(later.file()), undefined, "nor are they needed of a directory that came while it was away");
});

t.test("whatever a file holds, it is read to an answer", async (t) => {
  const lines = Buffer.from(whole.file()).toString("utf8").split("\n");
  const [header = "", leaf = "", ...rest] = lines;
  const codeOf = async (bytes: Uint8Array) => (await faultOf(bytes))?.code;
  t.equal(await codeOf(new Uint8Array()), "no-export");
  t.equal(await codeOf(Buffer.from("\u007fELF")), "no-export");
  t.equal(await codeOf(Buffer.from("{}\n")), "no-export");
  const headers = [
    header.replace("}}", "}}x"),
    header.replace('"origin"', '"origin":"x","origin"'),
    header.replace('"threshold":1', '"threshold":0'),
    header.replace('"threshold":1', '"threshold": 1'),
    header.replace(/"keys":\["[^"]*"\]/u, '"keys":["x"]'),
    header.replace(/"keys":\["[^"]*"\]/u, '"keys":[]'),
    header.replace("}}", `},"more":1}`),
  ];
  for (const one of headers)
    t.equal(await codeOf(Buffer.from([one, leaf, ...rest].join("\n"))), "malformed", one.slice(-60));
  const others = [
    "{}",
    "[]",
    "null",
    '{"leaf":""}',
    '{"leaf":"AAA="}',
    `{"leaf":"${"A".repeat(5_000)}"}`,
    '{"checkpoint":"x"}',
    '{"hash":"AAAA"}',
    `{"hash":"${"A".repeat(43)}","leaf":"AAAA"}`,
    '{"leaf":"AAAA","directory":null}',
    `{"leaf":"AAAA","leaf":"AAAA"}`,
    "[".repeat(100_000),
    `{"checkpoint":${JSON.stringify("x\n".repeat(9_000))}}`,
    "\u0000",
    rest[3]!.replace("}", ',"directory":{"document":"","signatures":[]}}'),
    JSON.stringify({ leaf: (JSON.parse(leaf) as { leaf: string }).leaf }),
    "",
  ];
  for (const one of others)
    t.match(
      await faultOf(Buffer.from([header, leaf, one, ...rest].join("\n"))),
      { code: "malformed", first: 2 },
      JSON.stringify(one.slice(0, 50)),
    );
  const wrong = Buffer.concat([Buffer.from(`${header}\n{"leaf":"`), Buffer.of(0xff, 0xfe), Buffer.from('"}\n')]);
  t.equal(await codeOf(wrong), "malformed");
  const huge = whole.checkpoint().replace(/\n\d+\n/u, "\n4294967295\n");
  t.equal(await codeOf(fileOf(whole.items, given, huge)), "bad-checkpoint");
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
      const fault = await faultOf(Buffer.concat([Buffer.from(`${header}\n${leaf}\n`), bytes, Buffer.from("\n")]));
      return fault?.code === "malformed";
    }),
    { numRuns: 30 },
  );
});
