/** What the team judges about a case, folded out of its records: whatever order they come in, and whoever wrote them. */
import fc from "fast-check";
import t from "tap";
import { foldCasework } from "../../../src/client/casework/casework.ts";
import { protectionUrgency, unansweredRequest } from "../../../src/client/casework/protection.ts";
import type { Recorded } from "../../../src/client/casework/recorded.ts";
import { awaitsSecond } from "../../../src/client/casework/sheets.ts";
import { openTasksOf } from "../../../src/client/casework/tasks.ts";
import { type RecordContent, type ReadRecord, encodeRecord } from "../../../src/protocol/records.ts";
import { ELEMENTS, HIGHEST_TOTAL, SCORES, totalOf } from "../../../src/protocol/rules/triage.ts";
import { readersOf } from "../../support/readers.ts";
import { comeBack, first, plant, read, tellStory } from "../../support/hostile/hostile-story.ts";

const [A, B, C] = ["a", "b", "c"].map((letter) => letter.repeat(32)) as [string, string, string];
const READERS = [A, B];

type Written = { readonly by: string; readonly record: ReadRecord };

function fold(all: readonly Written[], readers: readonly string[] = READERS) {
  const records = all.map(({ by, record }, at): Recorded => ({
    sequence: at + 1,
    author: by,
    roles: [],
    storedOn: "2026-11-25",
    record,
  }));
  return foldCasework(records, readersOf(readers));
}

type SheetContent = Extract<RecordContent, { kind: "sheet" }>;

function sheet(score: number | null, change: Partial<SheetContent> = {}): SheetContent {
  return {
    kind: "sheet",
    after: 0,
    scores: Object.fromEntries(
      SCORES.map((code) => [code, { score, reason: score === null ? "" : "Sebab." }]),
    ) as SheetContent["scores"],
    elements: Object.fromEntries(ELEMENTS.map((code) => [code, true])) as SheetContent["elements"],
    category: "suap",
    summary: "",
    plan: "",
    recommendation: { action: null, reason: "" },
    ...change,
  };
}

const says = (by: string, number: number, agrees = true): Written => ({
  by,
  record: { kind: "sheet-agreement", sheet: number, agrees, text: agrees ? "" : "Kurang bukti." },
});
const scored = (by: string, score: number | null, after = 0): Written => ({ by, record: sheet(score, { after }) });

t.test("the newest sheet holds, older ones stay readable, and each says who made it upon what", (t) => {
  const { sheets } = fold([scored(A, 1), scored(B, 4, 1), scored(A, 2, 1)]);
  t.match(sheets.now, { sequence: 3, by: A, total: 16, overlooks: true });
  t.match(sheets.earlier, [
    { sequence: 2, by: B, total: HIGHEST_TOTAL, overlooks: false },
    { sequence: 1, by: A, total: 8, overlooks: false },
  ]);
  t.end();
});

t.test("a second member agrees for the sheet that was read, and never its author", (t) => {
  const cases: readonly (readonly [about: string, all: readonly Written[], agreed: boolean, invalid: number[]])[] = [
    ["nobody", [scored(A, 4)], false, []],
    ["a colleague", [scored(A, 4), says(B, 1)], true, []],
    ["its author", [scored(A, 4), says(A, 1)], false, [2]],
    ["one who disagrees", [scored(A, 4), says(B, 1, false)], false, []],
    ["one who then agrees", [scored(A, 4), says(B, 1, false), says(B, 1)], true, []],
    ["two who differ", [scored(A, 4), says(B, 1), says(C, 1, false)], false, []],
    ["with an older version", [scored(A, 4), says(B, 1), scored(A, 4, 1)], false, []],
    ["before it was written", [says(B, 2), scored(A, 4)], false, [1]],
    ["with what is no sheet", [scored(A, 4), says(B, 1), says(B, 2)], true, [3]],
    ["the author of the version before", [scored(A, 4), scored(B, 4, 1), says(A, 2)], true, []],
  ];
  for (const [about, all, agreed, invalid] of cases) {
    const { sheets } = fold(all);
    t.equal(sheets.now?.agreed, agreed, about);
    t.same(sheets.invalid, invalid, about);
    t.equal(sheets.now !== undefined && awaitsSecond(sheets.now, 24), !agreed, about);
  }
  t.notOk(awaitsSecond({ total: 23, agreed: false }, 24), "below the threshold nobody is asked");
  t.end();
});

t.test("totals count what is of the scale, whatever a later version or another client wrote", (t) => {
  t.equal(totalOf(sheet(null).scores), 0);
  t.equal(totalOf({ ...sheet(2).scores, severity: { score: 900 }, other: { score: 4 } }), 14);
  t.equal(totalOf({ severity: { score: -3 } }), 0);
  t.end();
});

const task = (by: string, id: string, change: object = {}): Written => ({
  by,
  record: {
    kind: "task",
    task: id.repeat(16),
    after: 0,
    what: id,
    who: null,
    until: null,
    from: "hand",
    of: "",
    ...change,
  },
});
const done = (by: string, id: string, isDone = true): Written => ({
  by,
  record: { kind: "task-done", task: id.repeat(16), done: isDone, text: "" },
});

t.test("tasks: the newest wording, done by whom, reopened, and of nobody where nobody wrote them", (t) => {
  const { tasks } = fold([
    task(A, "1", { who: B, until: "2026-12-01" }),
    task(A, "2", { who: C }),
    done(B, "1"),
    done(B, "3"),
    task(B, "2", { after: 2, what: "dua", who: C, until: "2026-11-30" }),
    done(A, "1", false),
    done(A, "2"),
  ]);
  t.same(
    tasks.map(({ what, who, by, sequence, overlooks, done: is }) => [what, who, by, sequence, overlooks, is?.by]),
    [
      ["1", B, A, 1, false, undefined],
      ["dua", undefined, A, 5, false, A],
    ],
  );
  const order = fold([
    task(A, "1"),
    task(A, "2", { until: "2026-12-02" }),
    task(A, "3", { who: B }),
    task(A, "4", { until: "2026-12-01", who: A }),
  ]).tasks;
  const open = (member: string) => openTasksOf(order, member).map(({ what }) => what);
  t.same(open(A), ["4", "2", "1"], "what is due first, then what has no day; nothing of others");
  t.same(open(B), ["2", "1", "3"]);
  t.end();
});

t.test("whatever is written, no task is lost and none is done that nobody wrote", (t) => {
  const step = fc.record({ id: fc.constantFrom("1", "2", "3"), by: fc.constantFrom(A, B, C), is: fc.nat(2) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const all = steps.map(({ id, by, is }) => (is === 0 ? task(by, id) : done(by, id, is === 1)));
      const { tasks } = fold(all);
      const wrote = new Set(steps.filter(({ is }) => is === 0).map(({ id }) => id));
      t.equal(tasks.length, wrote.size);
      for (const { id, done: is } of tasks) {
        const from = steps.findIndex(({ is: kind, id: one }) => kind === 0 && one.repeat(16) === id);
        const last = steps.slice(from + 1).findLast(({ is: kind, id: one }) => kind !== 0 && one.repeat(16) === id);
        t.equal(is !== undefined, last?.is === 1);
      }
    }),
    { numRuns: 60 },
  );
  t.end();
});

const protection = (source: number, urgency: string, closed: object | null = null): Written => ({
  by: A,
  record: {
    ...PROTECTION,
    source,
    urgency,
    closed: closed === null ? null : { reason: "Selesai.", watchUntil: null },
  },
});
const PROTECTION: Extract<ReadRecord, { kind: "protection" }> = {
  kind: "protection",
  after: 0,
  source: 0,
  askedOn: null,
  askedBy: "reporter",
  threats: [],
  threat: "",
  urgency: "none",
  knownTo: [],
  known: "",
  evidence: "",
  wanted: [],
  wish: "",
  never: "",
  consent: { to: "none", named: "", on: null, withdrawnOn: null },
  contact: { way: "inbox", text: "" },
  assessment: { importance: null, threat: null, risk: null, text: "" },
  measures: [],
  referrals: [],
  closed: null,
};

t.test("the reporter's word makes a case urgent until the team has judged, and the more urgent of two counts", (t) => {
  const asks = (sequence: number, urgency: string, effective = true) => ({
    direction: "reporter" as const,
    sequence,
    storedOn: "2026-11-25",
    effective,
    message: { kind: "protection-request" as const, urgency, text: "" },
  });
  const cases: readonly (readonly [string | undefined, Parameters<typeof protectionUrgency>[0], readonly Written[]])[] =
    [
      [undefined, [], []],
      ["now", [asks(1, "now")], []],
      [undefined, [asks(1, "now", false)], []],
      ["days", [asks(1, "now")], [protection(1, "days")]],
      ["now", [asks(1, "now"), asks(2, "now")], [protection(1, "none")]],
      ["now", [asks(1, "now"), asks(3, "none")], [protection(1, "now")]],
      ["none", [asks(1, "now")], [protection(1, "none")]],
      [undefined, [asks(1, "now")], [protection(1, "now", {})]],
      ["days", [asks(1, "now"), asks(2, "days")], [protection(1, "now", {})]],
      ["at-dawn", [asks(1, "at-dawn")], []],
    ];
  for (const [urgency, conversation, all] of cases) {
    t.equal(protectionUrgency(conversation, fold(all).protection), urgency);
  }
  t.equal(unansweredRequest([asks(1, "now"), asks(2, "days")], fold([protection(1, "now")]).protection)?.sequence, 2);
  t.end();
});

t.test("colleagues read a sheet, its second member and a task, and the list says what concerns each", async (t) => {
  const story = await tellStory();
  const { investigators } = story.organisation;
  const mine = await read(story);
  await mine.file.record(sheet(4));
  const theirs = await read(story, investigators[1]);
  await theirs.file.record({ kind: "sheet-agreement", sheet: 1, agrees: true, text: "" });
  await (
    await mine.open()
  ).record({
    kind: "task",
    task: "0123456789abcdef",
    after: 0,
    what: "Amankan rekaman",
    who: theirs.member.id,
    until: "2026-12-01",
    from: "hand",
    of: "",
  });
  t.match((await theirs.open()).digest, {
    sheet: { category: "suap", total: HIGHEST_TOTAL, agreed: true },
    tasks: { open: 1, next: "2026-12-01" },
    protection: null,
  });
  t.match((await mine.open()).digest.tasks, { open: 0, next: null }, "a colleague's task is no task of mine");
  await (await comeBack(story)).write({ kind: "protection-request", urgency: "now", text: "Saya diancam." });
  t.equal((await mine.open()).digest.protection, "now");
});

t.test("somebody whom the reporter excluded judges nothing, whatever keys that member holds", async (t) => {
  const story = await tellStory({ excluded: ({ investigators }) => investigators.slice(2, 3) });
  const { file, member } = await read(story);
  t.ok(member.id !== story.organisation.investigators[2]?.entry.id);
  plant(story, {
    author: story.organisation.investigators[2] ?? first([]),
    direction: "internal",
    sequence: 1,
    kind: "sheet",
    statement: { content: encodeRecord(sheet(4)) },
  });
  t.equal(file.opened.casework.sheets.now, undefined);
  const { opened } = (await read(story)).file;
  t.equal(opened.casework.sheets.now, undefined);
  t.match(opened.notes, [{ alarms: ["unfit-signer"], message: undefined }]);
});

t.test("a sheet without a reason for a number is written by nobody", (t) => {
  const bare = sheet(3);
  t.throws(() => encodeRecord({ ...bare, scores: { ...bare.scores, reach: { score: 3, reason: " " } } }), {
    code: "malformed",
  });
  t.throws(() => encodeRecord({ ...bare, recommendation: { action: "archive", reason: "" } }), { code: "malformed" });
  t.throws(() => encodeRecord({ ...bare, summary: "x".repeat(2_001) }), { code: "malformed" });
  t.end();
});
