/** The evaluation of a period: counted as figures are, joined with the ledger, and honest about what is not proved. */
import t from "tap";
import { calendarOf, nextOn } from "../../src/client/evaluation/calendar.ts";
import { changeLedger, changed } from "../../src/client/evaluation/ledger.ts";
import { proveItems } from "../../src/client/evaluation/proofs.ts";
import { claimsOf, levelOf } from "../../src/client/evaluation/spbe.ts";
import { worksheetOf } from "../../src/client/evaluation/worksheet.ts";
import type { FigureCase } from "../../src/client/figures/figure-case.ts";
import { readOfficeDocument } from "../../src/client/member/office-documents.ts";
import { SHARE_FORMULAS } from "../../src/protocol/law/counting.ts";
import { EMPTY_LEDGER, type Evidence, type Ledger, type Obstacle } from "../../src/protocol/documents/ledger.ts";
import { enter, first, tellStory } from "../support/hostile/hostile-story.ts";

const CASE: FigureCase = {
  receivedOn: "2026-10-05",
  state: "reviewing",
  stateOn: "2026-10-20",
  channel: "c",
  unit: "Dinas Perizinan",
  category: "suap",
  way: "page",
  outcome: undefined,
  answeredOn: "2026-10-07",
  verifiedOn: undefined,
  endedOn: undefined,
  promises: [{ kind: "first-answer", is: "kept" }],
  asksProtection: false,
  returned: false,
  isOpened: true,
};
const CASES: readonly FigureCase[] = [
  CASE,
  { ...CASE, receivedOn: "2026-11-02", state: "closed", outcome: "substantiated", endedOn: "2026-11-22" },
  { ...CASE, receivedOn: "2026-11-03", state: "referred", category: "gratifikasi" },
  { ...CASE, receivedOn: "2026-11-03", state: "archived", category: undefined, endedOn: "2026-11-09", isOpened: false },
  { ...CASE, receivedOn: "2026-09-30", state: "closed", outcome: "partly", endedOn: "2026-10-30" },
];
const PREPARING = {
  period: { from: "2026-10-01", to: "2026-12-31" },
  today: "2026-11-29",
  formula: "closed-of-due",
};
const OBSTACLE: Obstacle = {
  id: "0011223344556677",
  on: "2026-08-02",
  what: "Jawaban pertama terlambat.",
  remedy: "Pengganti saat cuti.",
  owner: "Sekretaris",
  due: "2026-12-01",
  done: null,
  result: "",
};
const publicity: Evidence = {
  id: "8899aabbccddeeff",
  kind: "publicity",
  on: "2026-07-01",
  what: "Poster di loket",
  where: "",
  note: "",
  files: [],
};

t.test("the worksheet's counts add up by month and type, and its lists tell no day and no name", (t) => {
  const worksheet = worksheetOf(CASES, EMPTY_LEDGER, PREPARING);
  const counts = { received: 4, due: 2, done: 1, closed: 1, working: 1, referred: 1, archived: 1 };
  t.match(worksheet.total, counts);
  for (const parts of [worksheet.months, worksheet.types, worksheet.monthTypes])
    for (const key of Object.keys(counts) as (keyof typeof counts)[])
      t.equal(
        parts.reduce((sum, one) => sum + one[key], 0),
        counts[key],
        key,
      );
  t.match(worksheet, { unopened: 1, flow: { before: 1, received: 4, ended: 3, after: 2 }, share: { done: 1, of: 2 } });
  t.same(worksheet.followUps[1], {
    month: "2026-11",
    state: "archived",
    category: undefined,
    outcome: undefined,
    weeks: 0,
  });
  t.notOk(JSON.stringify(worksheet.followUps).includes("Dinas"));
  t.same(
    worksheetOf(CASES.toReversed(), EMPTY_LEDGER, PREPARING).followUps,
    worksheet.followUps,
    "their order tells not which came first",
  );
  const endedOn = (day: string) => worksheetOf([{ ...CASE, state: "closed", endedOn: day }], EMPTY_LEDGER, PREPARING);
  t.same(
    ["2026-10-11", "2026-10-12", "2026-10-18"].map((day) => endedOn(day).followUps[0]?.weeks),
    [0, 1, 1],
    "whole weeks: whoever knows the end does not learn the day on which it came",
  );
  t.end();
});

t.test("no report is counted twice, by whatever formula the office counts what was followed up", (t) => {
  for (const formula of SHARE_FORMULAS) {
    const { total } = worksheetOf(CASES, EMPTY_LEDGER, { ...PREPARING, formula });
    const { received, closed, working, referred, archived } = total;
    t.equal(closed + working + referred + archived, received, formula);
    t.equal(total.working + total.done, total.due, formula);
  }
  t.end();
});

t.test("of the ledger that counts which belongs to the period", (t) => {
  const ledger: Ledger = {
    ...EMPTY_LEDGER,
    obstacles: [
      OBSTACLE,
      { ...OBSTACLE, id: "01", done: "2026-09-01" },
      { ...OBSTACLE, id: "02", on: "2027-01-01" },
      { ...OBSTACLE, id: "03", done: "2026-10-01" },
    ],
    evidence: [
      publicity,
      { ...publicity, id: "04", kind: "appointment" },
      { ...publicity, id: "05", on: "2026-12-31" },
    ],
  };
  const { obstacles, evidence } = worksheetOf(CASES, ledger, PREPARING);
  t.same(
    obstacles.map(({ id }) => id),
    [OBSTACLE.id, "03"],
    "what was open in it",
  );
  t.same(
    evidence.map(({ id }) => id),
    ["04", "05"],
    "an appointment goes on, a poster is of its day",
  );
  t.end();
});

t.test("cases handed to others in the period stand in the register, by month and type, whenever they came", (t) => {
  const handed = [
    { ...CASE, receivedOn: "2026-01-02", handOvers: [{ to: "kpk", on: "2026-08-09", answered: true }] },
    { ...CASE, handOvers: [{ to: "sp4n", on: "2026-07-30", answered: false }] },
    { ...CASE, handOvers: [{ to: undefined, on: "2026-06-30", answered: false }] },
  ];
  const preparing = { ...PREPARING, period: { from: "2026-07-01", to: "2026-09-30" } };
  const worksheet = worksheetOf(handed, EMPTY_LEDGER, preparing);
  t.match(worksheet.caseHandOvers, [
    { month: "2026-07", to: "sp4n", category: CASE.category, answered: false },
    { month: "2026-08", to: "kpk", category: CASE.category, answered: true },
  ]);
  t.notMatch(JSON.stringify(worksheet.caseHandOvers), /2026-0[78]-/u, "no day");
  const lacks = (some: typeof handed, id: string) =>
    proveItems(worksheetOf(some, EMPTY_LEDGER, preparing), { handlers: 1, interests: 0 }, {}).find(
      ({ item }) => item.id === id,
    )?.lacks;
  t.same(lacks(handed, "layanan-a"), [{ evidence: "integration" }], "one went to the national channel");
  t.same(lacks(handed.slice(0, 1), "layanan-a"), [{ part: "hand-overs" }, { evidence: "integration" }]);
  t.end();
});

t.test("what is not proved is said to be missing, and no level counts above one that is not whole", (t) => {
  const facts = { handlers: 3, interests: undefined };
  const bare = worksheetOf(CASES, EMPTY_LEDGER, PREPARING);
  const lacks = (items: ReturnType<typeof proveItems>, id: string) => items.find(({ item }) => item.id === id)?.lacks;
  const items = proveItems(bare, facts, {});
  t.same(lacks(items, "wbs-b"), [{ evaluation: true }]);
  t.same(lacks(items, "wbs-c"), [{ part: "actions" }]);
  t.same(lacks(items, "benturan-c"), [{ part: "conflicts" }], "who leads nobody cannot prepare the register");
  t.same(lacks(items, "reform-pengaduan"), []);
  t.equal(items.find(({ item }) => item.id === "wbs-a")?.name, "WBS a");
  t.equal(items.find(({ item }) => item.id === "benturan-c")?.name, "Benturan kepentingan c");
  t.equal(levelOf(claimsOf(bare, { hasTrail: false, law: {} })), undefined);
  t.equal(levelOf(claimsOf(bare, { hasTrail: true, law: {} })), 3);
  const ledger: Ledger = {
    ...EMPTY_LEDGER,
    obstacles: [{ ...OBSTACLE, done: "2026-11-01" }],
    evaluations: [{ id: "06", on: "2026-11-02", period: "2026-10", by: "Inspektur", found: "" }],
  };
  const evaluated = worksheetOf(CASES, ledger, PREPARING);
  t.equal(levelOf(claimsOf(evaluated, { hasTrail: true, law: {} })), 3, "evaluated and improved, but not integrated");
  const integrated: Ledger = { ...ledger, evidence: [{ ...publicity, kind: "integration" }] };
  t.equal(levelOf(claimsOf(worksheetOf(CASES, integrated, PREPARING), { hasTrail: true, law: {} })), 5);
  t.same(lacks(proveItems(evaluated, facts, {}), "wbs-c"), []);
  t.same(
    lacks(
      proveItems(worksheetOf(CASES, { ...ledger, obstacles: [{ ...OBSTACLE, due: null }] }, PREPARING), facts, {}),
      "wbs-c",
    ),
    [{ part: "actions" }],
    "an obstacle that nobody is to remedy by a day",
  );
  t.end();
});

t.test("levels are those of the rule as it stands, and what the office counts itself is stated", (t) => {
  const bare = worksheetOf(CASES, EMPTY_LEDGER, PREPARING);
  const claims = claimsOf(bare, { hasTrail: true, law: {} });
  const standing = (id: string) => claims.find((one) => one.id === id)?.standing;
  t.same([standing("progress"), standing("resolution")], ["stated", "stated"]);
  t.same([standing("confidentiality"), standing("non-repudiation")], ["proved", "proved"]);
  const said = (value: readonly string[]) => ({ on: "2026-11-29", value, source: "SE 9/2026" });
  const law = { "spbe-level-3": said(["progress", "evaluated"]), "spbe-level-4": said(["progress", "resolution"]) };
  const moved = claimsOf(bare, { hasTrail: true, law });
  t.same(
    moved.map(({ id, level }) => [id, level]),
    [
      ["progress", 3],
      ["evaluated", 3],
      ["resolution", 4],
      ["improved", 5],
    ],
  );
  t.equal(levelOf(moved), undefined, "level 3 asks for an evaluation now");
  t.end();
});

t.test("colleagues change different entries of the ledger at once, and none overwrites another's unseen", async (t) => {
  const story = await tellStory();
  const { lead, investigators } = story.organisation;
  const [one, other] = [await enter(story, lead), await enter(story, first(investigators))];
  const add = (after: Obstacle) => ({ list: "obstacles", before: undefined, after }) as const;
  await changeLedger(one, add(OBSTACLE));
  const second = { ...OBSTACLE, id: "ff" + OBSTACLE.id.slice(2) };
  await Promise.all([
    changeLedger(one, { list: "obstacles", before: OBSTACLE, after: { ...OBSTACLE, done: "2026-11-20" } }),
    changeLedger(other, add(second)),
  ]);
  await changeLedger(other, { list: "evaluatedOn", after: "04-30" });
  t.match((await readOfficeDocument(one, "ledger")).content, {
    obstacles: [{ done: "2026-11-20" }, second],
    evaluatedOn: "04-30",
  });
  const late = { list: "obstacles", before: OBSTACLE, after: { ...OBSTACLE, result: "Selesai." } } as const;
  await t.rejects(changeLedger(other, late), { code: "changed" });
  const { content } = await readOfficeDocument(other, "ledger");
  t.same(changed(content!, add(second)), content, "the same again, after a lost answer");
  t.match(changed(content!, { list: "obstacles", before: second, after: undefined }), { obstacles: { length: 1 } });
});

t.test("the calendar entry is of its day, says no hour of its making, and keeps the format's lines", (t) => {
  const on = nextOn("05-31", "2026-11-29");
  t.equal(on, "2027-05-31");
  t.equal(nextOn("05-31", "2027-05-31"), "2027-05-31");
  const text = calendarOf({
    on,
    summary: "Permintaan penilaian; WBK, WBBM\rATTENDEE:a\r\nb\nc",
    description: "ä".repeat(80),
    remindDays: 30,
    host: "segel.example",
  });
  t.match(text, "DTSTART;VALUE=DATE:20270531\r\n");
  t.match(text, "SUMMARY:Permintaan penilaian\\; WBK\\, WBBM\\nATTENDEE:a\\nb\\nc\r\n");
  t.notMatch(text.replaceAll("\r\n", ""), /[\r\n]/u, "no line ends but the format's own");
  t.ok(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75));
  t.match(text.replaceAll("\r\n ", ""), `DESCRIPTION:${"ä".repeat(80)}\r\n`);
  t.end();
});
