/** Steps at which answers leave: whatever the work took before one of them does not show behind it. */
import { performance } from "node:perf_hooks";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { quantizeTiming } from "../../../src/server/services/common/response-timing.ts";
import { T_LIMIT, farthest } from "../welch.ts";

const STEP_MS = 25;
/** The quicker half: the other is where neighbours take the processor away, which says nothing about the work. */
const KEPT = 0.5;

function busy(ms: number): void {
  for (const until = performance.now() + ms; performance.now() < until;);
}

type Work = { readonly busyMs: number; readonly waitMs: number; readonly behindMs?: number };
const KINDS: ReadonlyMap<string, Work> = new Map([
  ["nothing", { busyMs: 0, waitMs: 0 }],
  ["little", { busyMs: 0.3, waitMs: 1 }],
  ["more", { busyMs: 3, waitMs: 7 }],
]);

async function leave({ busyMs, waitMs, behindMs = 0 }: Work): Promise<number> {
  const begun = performance.now();
  const leaves = quantizeTiming();
  busy(busyMs);
  if (waitMs > 0) await sleep(waitMs);
  await leaves();
  busy(behindMs);
  return performance.now() - begun;
}

/** So many answers of each kind, in an order that nobody foresees, `lanes` at a time. */
async function measure(kinds: ReadonlyMap<string, Work>, each: number, lanes: number): Promise<Map<string, number[]>> {
  const times = new Map([...kinds.keys()].map((kind): [string, number[]] => [kind, []]));
  const turns = [...kinds.keys()].flatMap((kind) => Array.from({ length: each }, () => ({ kind, at: Math.random() })));
  const waiting = turns.toSorted((a, b) => a.at - b.at).values();
  const lane = async () => {
    for (const { kind } of waiting) times.get(kind)?.push(await leave(kinds.get(kind)!));
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return times;
}

for (const [how, lanes, each] of [
  ["one at a time", 1, 25],
  ["four together", 4, 90],
] as const) {
  t.test(`attack 24: answers asked ${how} leave alike, whatever their work was`, async (t) => {
    let worst = Infinity;
    // A busy neighbour can fake a difference once; a real one comes back every time.
    for (let attempt = 0; attempt < 3 && worst > T_LIMIT; attempt++) {
      const times = await measure(KINDS, each, lanes);
      worst = farthest(times, KEPT);
      const earliest = Math.min(...[...times.values()].flat());
      t.ok(earliest >= STEP_MS, `none leaves before its step: ${earliest.toFixed(3)} ms`);
    }
    t.ok(worst <= T_LIMIT, `|t| is ${worst.toFixed(2)}`);
  });

  t.test(`attack 24: asked ${how}, work that is done behind the step is found`, async (t) => {
    const planted = new Map([...KINDS, ["behind", { busyMs: 0, waitMs: 0, behindMs: 3 }] as const]);
    for (const kind of ["little", "more"]) planted.delete(kind);
    let worst = 0;
    // A busy neighbour can hide one, too.
    for (let attempt = 0; attempt < 3 && worst <= T_LIMIT; attempt++)
      worst = farthest(await measure(planted, each, lanes), KEPT);
    t.ok(worst > T_LIMIT, `|t| is ${worst.toFixed(2)}`);
  });
}
