/**
 * A day of several people, part by part: what each of them does at screens is counted as everywhere (effort.ts), and beside
 * it what is done with paper and sticks.
 */
import { type Effort, WRITTEN_SECONDS, counted, minutesOf, noEffort } from "./effort.ts";
import type { Screen } from "./screen.ts";

/** Seconds of what happens away from a screen. */
const SECONDS = {
  written: WRITTEN_SECONDS,
  /** Ours: what a printer needs for a page, and the walk to it */
  sheets: 30,
  /** Ours: a stick from one machine to the other, put in and its files found */
  sticks: 45,
  /** Machines work and people wait */
  waited: 1,
} as const;

type Away = keyof typeof SECONDS;

/** `beside`: of a part of the day in which two things go on at once, such as what is done without a network, which of them. */
export type Lap = {
  readonly name: string;
  readonly who: string;
  readonly beside: string | undefined;
} & Readonly<Effort> &
  Readonly<Record<Away, number>>;

const nothing = () => ({ ...noEffort(), written: 0, sheets: 0, sticks: 0, waited: 0 });

export class Laps {
  readonly done: Lap[] = [];
  readonly #now = nothing();

  count(what: keyof ReturnType<typeof nothing>, times = 1): void {
    this.#now[what] += times;
  }

  /** Everything counted since the lap before. */
  lap(name: string, who: string, beside?: string): void {
    this.done.push({ name, who, beside, ...this.#now });
    Object.assign(this.#now, nothing());
  }

  /** One person's device: what they have read there is not read again. */
  watch(screen: Screen): Screen {
    return counted(screen, this.#now);
  }
}

export function secondsOf(lap: Lap): number {
  const away = Object.entries(SECONDS) as [Away, number][];
  return 60 * minutesOf(lap) + away.reduce((sum, [what, seconds]) => sum + seconds * lap[what], 0);
}

/**
 * The minutes by the clock on the wall. Laps of one name go on side by side, each on the own device: the slowest counts;
 * names follow one another, but what is done `beside` the rest: of all that, the longest counts.
 */
export function wallMinutesOf(laps: readonly Lap[]): number {
  const inTurn = (some: readonly Lap[]) => {
    const names = [...new Set(some.map(({ name }) => name))];
    return names
      .map((name) => Math.max(...some.filter((lap) => lap.name === name).map(secondsOf)))
      .reduce((sum, seconds) => sum + seconds, 0);
  };
  const sides = [...new Set(laps.map(({ beside }) => beside))].filter((beside) => beside !== undefined);
  const beside = sides.map((side) => inTurn(laps.filter((lap) => lap.beside === side)));
  return (Math.max(0, ...beside) + inTurn(laps.filter((lap) => lap.beside === undefined))) / 60;
}
