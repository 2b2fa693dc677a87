/** Figures: what is counted by one way must come out by another, on any day, in any period. */
import fc from "fast-check";
import t from "tap";
import { type FigureCase, type FigureSource, disagrees, figureCaseOf } from "../../src/client/figures/figure-case.ts";
import { type Counting, type Figures, figuresOf, median } from "../../src/client/figures/figures.ts";
import {
  type Period,
  SPAN_NAMES,
  after,
  before,
  daysIn,
  isWithin,
  monthsIn,
  numberOf,
  periodAt,
  spanOf,
} from "../../src/client/figures/period.ts";
import { FORMULAS, GROUPS, groupOf } from "../../src/client/figures/share.ts";
import { addDays } from "../../src/protocol/encoding/day.ts";
import { SHARE_FORMULAS } from "../../src/protocol/law/counting.ts";
import { LAW, ruleOf } from "../../src/protocol/law/law.ts";
import { makeCounting } from "../../src/web/investigator/figures/counting.ts";
import { sheetsOf } from "../../src/web/investigator/figures/figure-sheets.ts";
import { speak } from "../../src/words/speech.ts";
import { CATEGORIES, OUTCOMES, STATES } from "../../src/protocol/rules/casework.ts";
import { PROFILES } from "../../src/protocol/rules/deadline-profiles.ts";

const FIRST = "2023-01-01";
const someDay = fc.integer({ min: 0, max: 1_500 }).map((days) => addDays(FIRST, days));
const someCase: fc.Arbitrary<FigureCase> = fc
  .record({
    receivedOn: someDay,
    took: fc.integer({ min: 0, max: 400 }),
    state: fc.constantFrom(...STATES, "of-a-later-version"),
    channel: fc.constantFrom("c1", "c2", "c3"),
    unit: fc.constantFrom("", "Dinas", "Balai", "Kantor"),
    category: fc.option(fc.constantFrom(...CATEGORIES), { nil: undefined }),
    way: fc.option(fc.constantFrom("page", "letter", "call"), { nil: undefined }),
    outcome: fc.option(fc.constantFrom(...OUTCOMES), { nil: undefined }),
    answered: fc.option(fc.integer({ min: 0, max: 60 }), { nil: undefined }),
    kept: fc.constantFrom("kept", "missed", "running"),
    asksProtection: fc.boolean(),
    returned: fc.boolean(),
    isOpened: fc.boolean(),
  })
  .map(({ took, answered, kept, ...one }) => {
    const stateOn = addDays(one.receivedOn, took);
    const hasEnded = one.state === "closed" || one.state === "archived";
    return {
      ...one,
      stateOn,
      answeredOn: answered === undefined ? undefined : addDays(one.receivedOn, answered),
      verifiedOn: undefined,
      endedOn: hasEnded ? stateOn : undefined,
      promises: [{ kind: "first-answer", is: kept }],
    } as FigureCase;
  });
const somePeriod: fc.Arbitrary<Period> = fc.oneof(
  fc.tuple(fc.constantFrom(...SPAN_NAMES), someDay).map(([span, day]) => periodAt(span, day)),
  fc.tuple(someDay, fc.integer({ min: 0, max: 500 })).map(([from, days]) => ({ from, to: addDays(from, days) })),
);
const counting = (period: Period, change: Partial<Counting> = {}): Counting => ({
  period,
  today: "2027-06-30",
  formula: ruleOf("share-followed-up").value,
  bands: ruleOf("age-bands").value,
  ...change,
});

const sum = (parts: readonly { readonly n: number }[]) => parts.reduce((total, { n }) => total + n, 0);

t.test("parts of any split add up to what was received, in any period", async (t) => {
  fc.assert(
    fc.property(fc.array(someCase, { maxLength: 40 }), somePeriod, (cases, period) => {
      const figures = figuresOf(cases, counting(period));
      const { received, states, categories, units, channels, ways, groups, outcomes, months, flow, promises } = figures;
      const whole = cases.filter(({ receivedOn }) => isWithin(receivedOn, period)).length;
      const parts = [states, categories, units, channels, ways].map(sum);
      return (
        received === whole &&
        parts.every((part) => part === whole) &&
        GROUPS.reduce((total, group) => total + groups[group], 0) === whole &&
        sum(outcomes) === groups.closed &&
        months.reduce((total, one) => total + one.received, 0) === whole &&
        months.reduce((total, one) => total + one.ended, 0) === flow.ended &&
        flow.received === whole &&
        flow.before + flow.received === flow.ended + flow.after &&
        promises.reduce((total, { kept, missed, running }) => total + kept + missed + running, 0) === whole
      );
    }),
  );
  t.pass();
});

t.test("channels and units, each looked at alone, add up to all of them", async (t) => {
  const numbers = ({ received, flow, protection, returned, unopened }: Figures) => [
    received,
    flow.before,
    flow.ended,
    flow.after,
    protection,
    returned,
    unopened,
  ];
  const total = (parts: readonly Figures[]) =>
    parts.map(numbers).reduce((sums, part) => sums.map((one, at) => one + (part[at] ?? 0)));
  fc.assert(
    fc.property(fc.array(someCase, { maxLength: 40 }), somePeriod, (cases, period) => {
      const all = numbers(figuresOf(cases, counting(period)));
      const byChannel = ["c1", "c2", "c3"].map((channel) => figuresOf(cases, counting(period, { channel })));
      const byUnit = ["", "Dinas", "Balai", "Kantor"].map((unit) => figuresOf(cases, counting(period, { unit })));
      return isSame(all, total(byChannel)) && isSame(all, total(byUnit));
    }),
  );
  t.pass();
});

t.test(
  "two halves of a period have what the whole has, and who was open at its end is open at the next one's beginning",
  async (t) => {
    fc.assert(
      fc.property(fc.array(someCase, { maxLength: 40 }), somePeriod, fc.nat(), (cases, whole, at) => {
        const to = addDays(whole.from, at % daysIn(whole));
        const first = figuresOf(cases, counting({ from: whole.from, to }));
        const second = to === whole.to ? undefined : figuresOf(cases, counting({ from: addDays(to, 1), to: whole.to }));
        const all = figuresOf(cases, counting(whole));
        if (second === undefined) return all.received === first.received;
        return (
          all.received === first.received + second.received &&
          all.flow.ended === first.flow.ended + second.flow.ended &&
          first.flow.after === second.flow.before &&
          all.flow.after === second.flow.after
        );
      }),
    );
    t.pass();
  },
);

t.test("who is open today has one age, and nobody else has", async (t) => {
  fc.assert(
    fc.property(fc.array(someCase, { maxLength: 40 }), someDay, (cases, today) => {
      const { ages } = figuresOf(cases, counting(periodAt("year", today), { today }));
      const open = cases.filter((one) => one.endedOn === undefined && one.receivedOn <= today);
      return sum(ages) === open.length && ages.every(({ to }, at) => to === undefined || ages[at + 1]?.from === to + 1);
    }),
  );
  t.pass();
});

t.test("a median is the number that as many lie below as above", async (t) => {
  t.equal(median([]), undefined);
  t.equal(median([7]), 7);
  t.equal(median([10, 2]), 6);
  t.equal(median([10, 2, 9]), 9, "as numbers, not as text");
  fc.assert(
    fc.property(fc.array(fc.nat(1_000), { minLength: 1, maxLength: 60 }), (numbers) => {
      const found = median(numbers) ?? Number.NaN;
      const below = numbers.filter((one) => one < found).length;
      const above = numbers.filter((one) => one > found).length;
      return below <= numbers.length / 2 && above <= numbers.length / 2;
    }),
  );
});

t.test(
  "each day lies in exactly one month, quarter, half and year, and periods stand beside each other without a gap",
  async (t) => {
    fc.assert(
      fc.property(fc.constantFrom(...SPAN_NAMES), someDay, (span, day) => {
        const period = periodAt(span, day);
        return (
          isWithin(day, period) &&
          spanOf(period) === span &&
          addDays(before(period).to, 1) === period.from &&
          addDays(period.to, 1) === after(period).from &&
          spanOf(before(period)) === span &&
          `${after(before(period)).from}` === period.from &&
          monthsIn(period).reduce((days, month) => days + daysIn(month), 0) === daysIn(period)
        );
      }),
    );
    t.same(periodAt("month", "2024-02-29"), { from: "2024-02-01", to: "2024-02-29" });
    t.same(periodAt("month", "2025-02-01"), { from: "2025-02-01", to: "2025-02-28" });
    t.same(periodAt("quarter", "2026-12-31"), { from: "2026-10-01", to: "2026-12-31" });
    t.same(periodAt("half", "2026-06-30"), { from: "2026-01-01", to: "2026-06-30" });
    t.same(before(periodAt("half", "2026-06-30")), { from: "2025-07-01", to: "2025-12-31" });
    t.equal(numberOf("quarter", periodAt("quarter", "2026-11-29")), 4);
    t.same(before({ from: "2026-03-10", to: "2026-03-12" }), { from: "2026-03-07", to: "2026-03-09" });
    t.same(
      monthsIn({ from: "2026-01-31", to: "2026-03-01" }).map(({ from, to }) => `${from} ${to}`),
      ["2026-01-31 2026-01-31", "2026-02-01 2026-02-28", "2026-03-01 2026-03-01"],
    );
  },
);

t.test("each formula counts what it names, and an unknown one is the rule's own", async (t) => {
  const cases = STATES.map((state) => ({ ...first(fc.sample(someCase, 1)), state, receivedOn: "2026-05-05" }));
  const of = (formula: string) => figuresOf(cases, counting(periodAt("year", "2026-05-05"), { formula })).followedUp;
  t.same(of("closed-of-due"), { done: 1, of: 6 });
  t.same(of("closed-and-referred"), { done: 2, of: 7 });
  t.same(of("ended-of-received"), { done: 3, of: 8 });
  t.same(of("unheard-of"), of(String(LAW["share-followed-up"].value)));
  t.same(Object.keys(FORMULAS), SHARE_FORMULAS);
  for (const { done, of: due } of Object.values(FORMULAS)) t.ok(done.every((group) => due.includes(group)));
  t.equal(groupOf("of-a-later-version"), "working");
});

const SOURCE: FigureSource = {
  channelId: "c1",
  arrivedOn: "2026-03-02",
  state: "closed",
  stateOn: "2026-04-20",
  summary: { unit: "Dinas", category: "suap" },
  burnt: false,
  answers: 2,
  newMessages: 0,
  stale: false,
  digest: {
    course: [[3, 10, 10, 49, null], [], [], null, null],
    sheet: { category: "gratifikasi", total: 20, agreed: true },
    read: [1, 2, 3],
    figures: ["2026-03-02", "closed", "substantiated", "letter", true],
    ends: ["ethics", [["kpk", "2026-04-01", true]]],
  },
};
const CALENDAR = { daysOff: {}, profiles: PROFILES, profileOf: { c1: "zi" }, today: "2026-11-29" };

t.test("what is saved as tables has the numbers of the screen, and says none of few reporters", async (t) => {
  const cases = fc.sample(someCase, 60);
  const period = { from: FIRST, to: "2027-12-31" };
  const figures = figuresOf(cases, counting(period));
  for (const language of ["id", "en"] as const) {
    const safe = (n: number) => (n < 5 ? "<5" : n);
    const shown = { figures: { ...figures, returned: 3 }, period, safe, channelName: String };
    const [all, ...tables] = sheetsOf(shown, speak(language));
    const rows = tables.flatMap(({ rows: of }) => of);
    t.ok(tables.every(({ columns, rows: of }) => of.every((row) => row.length === columns.length)));
    const numbers = rows.flatMap((row) => row.slice(1)).filter((cell) => typeof cell === "number");
    const inOne = all?.rows.map((row) => row[3]).filter((cell) => typeof cell === "number") ?? [];
    t.ok(numbers.every((one) => inOne.includes(one)) && inOne.length > numbers.length, "all in one");
    t.equal(rows.at(-1)?.[1], "<5");
  }
});

t.test("who counts for a page takes cases once, and tells which ones the server shows otherwise", async (t) => {
  const count = makeCounting();
  const sources = [SOURCE, { ...SOURCE, arrivedOn: "2026-03-09" }, { ...SOURCE, summary: undefined }];
  t.same(await count({ call: "take", ask: { sources, calendar: CALENDAR } }), { disagreeing: [1], units: ["Dinas"] });
  const year = counting(periodAt("year", "2026-05-05"));
  t.match(await count({ call: "count", ask: year }), { figures: { received: 3 }, earlier: { received: 0 } });
  const later = counting(periodAt("quarter", "2026-05-05"));
  t.match(await count({ call: "count", ask: later }), { figures: { received: 0 }, earlier: { received: 3 } });
});

t.test("a case counts by what its member opened, and by clear columns where it was not opened", async (t) => {
  t.match(figureCaseOf(SOURCE, CALENDAR), {
    receivedOn: "2026-03-02",
    answeredOn: "2026-03-05",
    verifiedOn: "2026-03-12",
    endedOn: "2026-04-20",
    category: "gratifikasi",
    outcome: "substantiated",
    way: "letter",
    result: "ethics",
    handOvers: [{ to: "kpk", on: "2026-04-01", answered: true }],
    promises: [
      { kind: "first-answer", is: "kept" },
      { kind: "verification", is: "kept" },
    ],
    asksProtection: true,
    returned: true,
    isOpened: true,
  });
  const late = {
    ...SOURCE,
    digest: { ...SOURCE.digest!, course: [[10, null, null, null, null], [], [], null, null] },
  } as FigureSource;
  t.match(figureCaseOf(late, CALENDAR).promises, [{ is: "missed" }, { is: "missed" }]);
  t.match(
    figureCaseOf({ ...late, burnt: true }, CALENDAR).promises,
    [{ kind: "verification" }],
    "nobody reads an answer",
  );
  t.match(figureCaseOf({ ...SOURCE, digest: undefined }, CALENDAR), {
    category: "suap",
    way: undefined,
    outcome: undefined,
    isOpened: false,
    endedOn: "2026-04-20",
  });
  t.match(figureCaseOf({ ...SOURCE, state: "reviewing" }, CALENDAR), { endedOn: undefined, outcome: undefined });
  t.equal(
    figureCaseOf({ ...SOURCE, stateOn: "2026-01-01" }, CALENDAR).endedOn,
    "2026-03-02",
    "nothing ends before it came",
  );
});

t.test("a server that shows another state or another day of arrival than was sealed is found out", async (t) => {
  t.notOk(disagrees(SOURCE));
  t.ok(disagrees({ ...SOURCE, state: "reviewing" }));
  t.ok(disagrees({ ...SOURCE, arrivedOn: "2026-03-09" }));
  t.ok(disagrees({ ...SOURCE, arrivedOn: "2026-03-09", stale: true }), "a day of arrival never moves");
  t.notOk(disagrees({ ...SOURCE, state: "reviewing", stale: true }), "a message has come, and says so when it is read");
  t.notOk(disagrees({ ...SOURCE, digest: undefined }));
});

function isSame(a: readonly number[], b: readonly number[]): boolean {
  return a.length === b.length && a.every((one, at) => one === b[at]);
}

function first<Item>([one]: readonly Item[]): Item {
  if (one === undefined) throw new Error("none");
  return one;
}
