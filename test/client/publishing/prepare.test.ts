import t from "tap";
import fc from "fast-check";
import type { FigureCase } from "../../../src/client/figures/figure-case.ts";
import { figuresOf } from "../../../src/client/figures/figures.ts";
import { withCorrections } from "../../../src/client/publishing/corrected.ts";
import { nextFigures } from "../../../src/client/publishing/next.ts";
import { type Prepared, prepare } from "../../../src/client/publishing/prepare.ts";
import { CATEGORIES, OUTCOMES } from "../../../src/protocol/rules/casework.ts";
import { addDays } from "../../../src/protocol/encoding/day.ts";
import { type Link, chainError, periodError } from "../../../src/protocol/publishing/chain.ts";
import { daysOf, periodsOf } from "../../../src/protocol/publishing/period.ts";
import { type Snapshot, encodeSnapshot, parseSnapshot } from "../../../src/protocol/publishing/snapshot.ts";
import { rangeOf, sumsOf } from "./attacker.ts";

const CHANNELS = ["a", "b"].map((id) => ({ id: id.repeat(32), names: { id: `Saluran ${id}` } }));
const UNITS = [{ name: "Dinas Satu" }, { name: "Dinas Dua", aliases: ["Kantor Dua"] }, { name: "Dinas Tiga" }];
const DIRECTORY = { version: 1, hash: "0".repeat(64) };

function made(one: Partial<FigureCase> & Pick<FigureCase, "receivedOn">): FigureCase {
  return {
    state: "reviewing",
    stateOn: one.receivedOn,
    channel: CHANNELS[0]?.id ?? "",
    unit: "Dinas Satu",
    category: "suap",
    way: "page",
    outcome: undefined,
    answeredOn: undefined,
    verifiedOn: undefined,
    endedOn: undefined,
    promises: [],
    asksProtection: false,
    returned: false,
    isOpened: true,
    ...one,
  };
}

function prepared(
  cases: readonly FigureCase[],
  period: string,
  earlier: readonly Link[] = [],
  {
    anew = [],
    counted = addDays(daysOf(period).until, 30),
    threshold = 5,
  }: { anew?: readonly number[]; counted?: string; threshold?: number } = {},
): Prepared {
  const figures = (of: string) => {
    const { from, until } = daysOf(of);
    const counting = { today: counted, formula: "closed-of-due", bands: [0] };
    return figuresOf(cases, { ...counting, period: { from, to: until } });
  };
  return prepare({
    period,
    counted,
    earlier,
    directory: DIRECTORY,
    channels: CHANNELS,
    units: UNITS,
    formula: "closed-of-due",
    threshold,
    sharesFrom: 10,
    unitsFrom: 10,
    figures: figures(period),
    anew: new Map(
      anew.map((sequence) => [
        sequence,
        figures(earlier.find(({ snapshot }) => snapshot.sequence === sequence)?.snapshot.period ?? ""),
      ]),
    ),
  });
}

const link = ({ snapshot }: Prepared): Link => {
  const bytes = encodeSnapshot(snapshot);
  return { snapshot: parseSnapshot(bytes), bytes };
};
const rowsOf = ({ snapshot }: Prepared, by: string) =>
  Object.fromEntries(snapshot.tables.find((one) => one.by === by)?.rows.map(({ key, count }) => [key, count]) ?? []);

const many = (n: number, one: Partial<FigureCase>) =>
  Array.from({ length: n }, (_, at) => made({ receivedOn: addDays("2026-07-01", at % 80), ...one }));

t.test("a snapshot tells what many have, and nothing of units, codes and sums that are few", async (t) => {
  const cases = [
    ...many(14, { state: "closed", outcome: "substantiated", endedOn: "2026-09-28", answeredOn: "2026-09-28" }),
    ...many(11, { unit: "kantor dua", category: "gratifikasi", way: "letter" }),
    ...many(3, { unit: "Ruang Pak Fulan", category: "rahasia-saya", way: "call", verifiedOn: "2026-09-28" }),
  ];
  const one = prepared(cases, "2026-Q3");
  t.equal(one.snapshot.received, 28);
  t.equal(one.snapshot.ended, 14);
  t.same(rowsOf(one, "category"), { suap: 14 }, "what is no code of ours counts as others, and is few");
  t.same(rowsOf(one, "way"), { page: 14 }, "a letter too goes with what is few, or the few would be known");
  t.same(rowsOf(one, "standing"), { working: 14, closed: 14, archived: 0, referred: 0 });
  t.same(one.snapshot.followedUp, { formula: "closed-of-due", done: 14, of: 28 });
  t.equal(rowsOf(one, "unit")["Dinas Dua"], undefined, "three of no listed unit take the smallest unit with them");
  const text = new TextDecoder().decode(link(one).bytes);
  for (const typed of ["Fulan", "rahasia", "kantor dua"]) t.notMatch(text, typed);
  t.same(
    one.snapshot.medians.map(({ of }) => of),
    ["answer", "conclusion"],
    "verification is known of three",
  );
});

t.test("what a reporter typed is told of no number, and no table tells what another one hides", async (t) => {
  const typed = prepared(
    [
      ...many(30, {}),
      ...many(20, { unit: "Ruang Pak Fulan", category: "rahasia-saya" }),
      ...many(12, { unit: "Dinas Dua", category: "gratifikasi" }),
    ],
    "2026-Q3",
  );
  t.same(
    [rowsOf(typed, "category"), rowsOf(typed, "unit")],
    [
      { suap: 30, lainnya: 20 },
      { "Dinas Satu": 30, "Dinas Dua": 12 },
    ],
  );
  t.notMatch(new TextDecoder().decode(link(typed).bytes), /Fulan|rahasia/u);
  const units = [...many(14, {}), ...many(7, { unit: "Dinas Dua" }), ...many(7, { unit: "Dinas Tiga" })];
  t.same(rowsOf(prepared(units, "2026-Q3"), "unit"), { "Dinas Satu": 14 }, "a unit is told of ten and more");
  const closed = { state: "closed", endedOn: "2026-09-28" } as const;
  const halves = (n: number) =>
    (["substantiated", "partly"] as const).flatMap((outcome) => many(n, { ...closed, outcome }));
  const beside = prepared([...many(20, {}), ...halves(6), ...many(3, { state: "archived" })], "2026-Q3");
  t.same(rowsOf(beside, "standing"), { working: 20, referred: 0 });
  t.same(rowsOf(beside, "outcome"), {}, "its sum is how many were closed, and so how many were archived");
  t.equal(beside.snapshot.followedUp, null, "and so is the share");
  t.equal(prepared(many(9, closed), "2026-Q3").snapshot.followedUp, null, "no share of nine");

  // Counted anew: one report more is in no sum, and what was told under a larger threshold is not told more finely.
  const before = link(prepared([...many(20, {}), ...halves(12)], "2026-Q3"));
  const moved = [...many(6, { ...closed, outcome: "partly" }), ...many(6, { ...closed, outcome: "substantiated" })];
  const later = [...many(20, {}), ...halves(6), ...moved.map((one) => ({ ...one, outcome: "partly" }))];
  const corrections = (cases: readonly FigureCase[], earlier = before) =>
    prepared(cases, "2026-Q4", [earlier], { anew: [1] }).snapshot.corrections;
  t.same(
    corrections(later).map(({ tables }) => tables.map(({ by }) => by)),
    [["outcome"]],
  );
  t.same(corrections([...later, made({ receivedOn: "2026-07-02" })]), [], "nor is it told beside what changed enough");
  const coarse = link(prepared([...many(20, {}), ...halves(12)], "2026-Q3", [], { threshold: 8 }));
  t.same(corrections(later, coarse), []);
});

t.test("fewer reports than the threshold are told as that, with no table", async (t) => {
  for (const n of [0, 1, 4]) {
    const { snapshot } = prepared(many(n, {}), "2026-Q3");
    t.same([snapshot.received, snapshot.ended, snapshot.tables, snapshot.medians], [null, null, [], []]);
  }
});

t.test("what was followed up agrees with its table, also once that was corrected", async (t) => {
  const standing = (working: number, archived: number) => ({
    by: "standing" as const,
    rows: [
      { key: "working", count: working },
      { key: "archived", count: archived },
      { key: "closed", count: 8 },
      { key: "referred", count: 0 },
    ],
    rest: null,
  });
  const snapshot = (changed: Partial<Snapshot>): Snapshot => ({
    format: "segel/1/figures-snapshot",
    sequence: 1,
    previous: "0".repeat(64),
    directory: { version: 1, hash: "0".repeat(64) },
    period: "2026-Q1",
    counted: "2026-04-20",
    threshold: 5,
    sharesFrom: 10,
    received: 32,
    ended: 8,
    tables: [standing(24, 0)],
    followedUp: { formula: "closed-of-due", done: 8, of: 32 },
    medians: [],
    corrections: [],
    ...changed,
  });
  const later = snapshot({ sequence: 2, corrections: [{ sequence: 1, received: 32, tables: [standing(18, 6)] }] });
  t.match(withCorrections(snapshot({}), []).followedUp, { done: 8, of: 32 });
  t.match(withCorrections(snapshot({}), [later]).followedUp, { done: 8, of: 26 });
});

t.test("when the next figures are due is told of the newest alone", async (t) => {
  t.same(nextFigures("2026-Q3", "2026-10-20", 6), { period: "2026-Q4", from: "2027-01-14", by: "2027-04-20" });
  t.same(nextFigures("2026-Q4", "2027-01-31", 6), { period: "2027-Q1", from: "2027-04-14", by: "2027-07-31" });
  t.same(nextFigures("2026-H1", "2026-08-31", 6), { period: "2026-H2", from: "2027-01-14", by: "2027-02-28" });
  t.same(nextFigures("2026-H2", "2027-01-14", 6), { period: "2027-H1", from: "2027-07-14", by: "2027-07-14" });
});

t.test("no two periods that share a day are published, nor one that has hardly ended", async (t) => {
  const cases = many(40, {});
  const half = link(prepared(cases, "2026-H1"));
  for (const period of ["2026-Q1", "2026-Q2", "2026-H1", "2025-Q4"])
    t.equal(periodError([half.snapshot], period, "2027-03-01"), "overlaps", period);
  for (const period of ["2026-Q3", "2026-H2"]) t.equal(periodError([half.snapshot], period, "2027-03-01"), undefined);
  t.equal(periodError([], "2026-Q3", "2026-09-30"), "too-early");
  t.equal(periodError([], "2026-Q3", "2026-10-13"), "too-early");
  t.equal(periodError([], "2026-Q3", "2026-10-14"), undefined);
  // What it would have told: 3 of the first quarter, as half-year less quarter.
  const quarter = prepared(many(30, { receivedOn: "2026-05-02" }), "2026-Q2");
  t.equal(chainError([link(quarter)], { ...half.snapshot, sequence: 2, previous: "0".repeat(64) }), "not-next");
});

const category = fc.constantFrom(...CATEGORIES.slice(0, 4));
const property = fc.record({
  day: fc.oneof(fc.nat(80), fc.nat(364)),
  category,
  way: fc.constantFrom("page", "letter", "call"),
  unit: fc.constantFrom("Dinas Satu", "Dinas Dua", "Kantor Dua", "entah"),
  outcome: fc.constantFrom(undefined, ...OUTCOMES.slice(0, 3)),
});

t.test("nobody learns a small count from all snapshots of a year, however they are made", async (t) => {
  let [published, corrected] = [0, 0];
  fc.assert(
    fc.property(
      fc.array(fc.tuple(property, fc.integer({ min: 1, max: 25 })), { minLength: 4, maxLength: 14 }),
      fc.oneof(fc.shuffledSubarray(periodsOf(2026), { minLength: 2 }), fc.constant(periodsOf(2026))),
      fc.array(fc.tuple(category, category, fc.nat(60)), { maxLength: 3 }),
      (facts, periods, changes) => {
        const cases = facts.flatMap(([{ day, outcome, ...rest }, n]) =>
          Array.from({ length: n }, () =>
            made({
              receivedOn: addDays("2026-01-01", day),
              ...rest,
              ...(outcome === undefined ? {} : { outcome, state: "closed", endedOn: addDays("2026-01-01", day) }),
            }),
          ),
        );
        const links: Link[] = [];
        for (const period of periods) {
          const counted = addDays("2027-02-01", links.length);
          if (
            periodError(
              links.map(({ snapshot }) => snapshot),
              period,
              counted,
            ) !== undefined
          )
            continue;
          const one = prepared(cases, period, links, { anew: links.map(({ snapshot }) => snapshot.sequence), counted });
          const next = link(one);
          t.equal(chainError(links, next.snapshot), undefined);
          links.push(next);
          published++;
          checkHidden(t, one);
          checkCorrections(t, links);
          corrected += next.snapshot.corrections.length;
          // Between two snapshots some cases are judged otherwise.
          for (const [from, to, n] of changes) {
            const moved = cases.filter((each) => each.category === from).slice(0, n);
            for (const each of moved) cases[cases.indexOf(each)] = { ...each, category: to };
          }
        }
      },
    ),
    { numRuns: 60 },
  );
  t.ok(published > 40 && corrected > 0, `${published} published, ${corrected} corrections`);
});

/** Every count that is not told stays uncertain by the threshold, with all tables of the snapshot side by side. */
function checkHidden(t: Tap, { snapshot, tables }: Prepared): void {
  const told = tables.filter(({ shown }) => shown !== undefined);
  const keys = Object.fromEntries(told.map(({ by, cells }) => [by, cells.map(({ key }) => key)]));
  const whole = Object.fromEntries(told.map(({ by, cells }) => [by, cells.reduce((sum, { n }) => sum + n, 0)]));
  for (const { by, shown, least } of told) {
    const sums = sumsOf(
      snapshot.tables.filter((one) => one.by === by),
      keys,
      whole,
    );
    for (const { key } of shown?.hidden ?? []) {
      const [from, to] = rangeOf(sums, `${by} ${key}`) ?? [0, -1];
      // Where it is told that nobody has a value, each that is hidden is one at least.
      const known = ["standing", "first-answer", "decision"].includes(by) ? (shown?.hidden.length ?? 0) : 0;
      if (to - from - known < least) t.fail(`${by} ${key} is within ${from} and ${to}`);
    }
  }
}

/** Of one table in any two versions, each number that both tell is equal or five apart. */
function checkCorrections(t: Tap, links: readonly Link[]): void {
  for (const { snapshot } of links) {
    const versions = [
      snapshot,
      ...links.flatMap((one) => one.snapshot.corrections.filter(({ sequence }) => sequence === snapshot.sequence)),
    ];
    for (const { by } of snapshot.tables) {
      const told = versions.flatMap(({ tables }) => tables.filter((one) => one.by === by));
      for (const [at, a] of told.entries())
        for (const b of told.slice(at + 1)) {
          const then = new Map(a.rows.map(({ key, count }) => [key, count]));
          const pairs = [
            ...b.rows.map(({ key, count }) => [count, then.get(key)] as const),
            [b.rest ?? 0, a.rest ?? 0] as const,
          ];
          for (const [now, before = Number.NaN] of pairs)
            if (now !== before && !(Math.abs(now - before) >= 5)) t.fail(`${by}: ${before}, then ${now}`);
        }
    }
  }
}
type Tap = { readonly fail: (message: string) => unknown };
