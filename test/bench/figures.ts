/**
 * Figures over 10,000 cases that were opened once: taken and counted for the first time, counted for another period; beside
 * it one pass that only adds up the days of the same cases, so that a slow machine is told from slow counting.
 */
import type { FigureSource } from "../../src/client/figures/figure-case.ts";
import { periodAt } from "../../src/client/figures/period.ts";
import { ruleOf } from "../../src/protocol/law/law.ts";
import { CATEGORIES, OUTCOMES } from "../../src/protocol/rules/casework.ts";
import { PROFILES } from "../../src/protocol/rules/deadline-profiles.ts";
import { addDays } from "../../src/protocol/encoding/day.ts";
import { makeCounting } from "../../src/web/investigator/figures/counting.ts";
import { type Figure, ROUNDS, interleave, median, medianRatio, rounded } from "./rounds.ts";

const CASES = 10_000;
/** Issue 13, "Figures to reach" */
const TARGET_S = 2;
const TODAY = "2026-11-29";
const DAYS = 1_400;

const CALENDAR = { daysOff: {}, profiles: PROFILES, profileOf: { main: "zi" }, today: TODAY };

export async function benchFigures(): Promise<Figure[]> {
  const sources = Array.from({ length: CASES }, (_, at) => caseAt(at));
  const year = { period: periodAt("year", TODAY), today: TODAY, ...rules() };
  const seconds = await interleave([
    { name: "first", run: () => timed(() => countAll(year)) },
    {
      name: "days",
      run: () => timed(async () => sources.reduce((sum, { arrivedOn }) => sum + Date.parse(arrivedOn), 0)),
    },
  ]);
  const count = makeCounting();
  await count({ call: "take", ask: { sources, calendar: CALENDAR } });
  const again: number[] = [];
  for (let round = 0; round < ROUNDS; round++) {
    const period = periodAt("month", addDays(TODAY, -31 * round));
    again.push(await timed(() => count({ call: "count", ask: { ...year, period } })));
  }
  const name = `figures over ${CASES.toLocaleString("en")} opened cases`;
  return [
    { name: `${name}, first time`, value: rounded(median(seconds.get("first") ?? [])), unit: "s", atMost: TARGET_S },
    { name: `${name}, another period`, value: rounded(median(again), 3), unit: "s" },
    {
      name: `${name}, beside reading their days of arrival`,
      value: rounded(medianRatio(seconds.get("first"), seconds.get("days")), 0),
      unit: "times",
    },
  ];

  async function countAll(ask: typeof year): Promise<void> {
    const counting = makeCounting();
    // As it crosses to the worker.
    await counting({ call: "take", ask: { sources: structuredClone(sources), calendar: CALENDAR } });
    await counting({ call: "count", ask });
  }
}

function rules() {
  return { formula: ruleOf("share-followed-up").value, bands: ruleOf("age-bands").value };
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return (performance.now() - start) / 1_000;
}

/** Cases of all kinds, with pauses in every third: a date that stands still is counted day by day. */
function caseAt(at: number): FigureSource {
  const arrivedOn = addDays(TODAY, -((at * 7) % DAYS));
  const took = 10 + ((at * 13) % 90);
  const hasEnded = at % 4 !== 0;
  const state = hasEnded ? "closed" : "verifying";
  const stateOn = addDays(arrivedOn, took);
  return {
    channelId: "main",
    arrivedOn,
    state,
    stateOn,
    summary: { unit: `Unit ${at % 60}`, category: CATEGORIES[at % CATEGORIES.length] ?? "lainnya" },
    burnt: false,
    answers: 2,
    newMessages: 0,
    stale: false,
    digest: {
      course: [
        [at % 12, 12, hasEnded ? 20 : null, hasEnded ? took : null, null],
        at % 3 === 0 ? [[5, 15]] : [],
        [],
        null,
        null,
      ],
      sheet: null,
      read: [at % 2, 2, 1],
      figures: [arrivedOn, state, hasEnded ? (OUTCOMES[at % OUTCOMES.length] ?? null) : null, null, at % 20 === 0],
    },
  };
}
