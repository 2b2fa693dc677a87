/**
 * What a story asks of people, counted where they do it, and the minutes that a person would need: the keystroke-level model
 * (Card, Moran and Newell, Communications of the ACM 23:7, 1980) with its slower values, since nobody is trained, and beside
 * it the rates at which people read, say and write.
 */
import type { Screen } from "./screen.ts";

/** Seconds, each of one act. */
export const SECONDS = {
  /** "Typing random letters" of the model's table: words off a sheet are no text that flows */
  key: 0.5,
  /** Pointing (1.1), pressing (0.2), the hand to the mouse and back (0.8), and deciding what to press (1.35) */
  click: 3.45,
  /** In silence: the slow end of what most adults read of texts that inform, 175 to 300 words a minute (Brysbaert, Journal of Memory and Language 109, 2019) */
  wordRead: 60 / 175,
  /** Reading aloud, 183 a minute (ibid.), and half as fast here: others compare each of them */
  wordAloud: 60 / 92,
  /** Copying by hand: some 22 words a minute, and half of it for words that must not be wrong (Brown, Computers and Human Interaction, 1988) */
  wordWritten: 60 / 11,
  /** Ours: what a printer needs for a page, and the walk to it */
  sheet: 30,
  /** Ours: a stick from one machine to the other, put in and its files found */
  stick: 45,
} as const;

export type Act = keyof typeof SECONDS;
export type Counts = Readonly<Record<Act, number>>;

const NOTHING: Counts = { key: 0, click: 0, wordRead: 0, wordAloud: 0, wordWritten: 0, sheet: 0, stick: 0 };

/** One part of the day: who does it, and whether others wait meanwhile. */
export type Lap = { readonly name: string; readonly who: string; readonly counts: Counts; readonly waits: number };

export class Effort {
  readonly laps: Lap[] = [];
  #counts = { ...NOTHING };
  #waits = 0;
  /** Lines that a person has read: what stands there still is not read again */
  readonly #read = new Map<string, Set<string>>();

  count(act: Act, times = 1): void {
    this.#counts = { ...this.#counts, [act]: this.#counts[act] + times };
  }

  /** Seconds in which machines work and people wait, as measured elsewhere. */
  wait(seconds: number): void {
    this.#waits += seconds;
  }

  /** Everything counted since the lap before. */
  lap(name: string, who: string): void {
    this.laps.push({ name, who, counts: this.#counts, waits: this.#waits });
    this.#counts = { ...NOTHING };
    this.#waits = 0;
  }

  /** The words on a screen that this person has not read yet. */
  reads(who: string, text: string): void {
    const known = this.#read.get(who) ?? new Set();
    this.#read.set(who, known);
    for (const line of text.split("\n").map((one) => one.trim())) {
      if (line === "" || known.has(line)) continue;
      known.add(line);
      this.count("wordRead", line.split(/\s+/u).length);
    }
  }

  /** A screen whose every act is counted, and read before it. */
  watch(screen: Screen, who: string): Screen {
    const look = async () => this.reads(who, await screen.readAll());
    const click = (act: (name: string) => Promise<void>) => async (name: string) => {
      await look();
      this.count("click");
      await act(name);
    };
    const typing = (act: Screen["fill"]) => async (label: string, text: string) => {
      await look();
      this.count("click");
      this.count("key", text.length);
      await act(label, text);
    };
    return {
      ...screen,
      press: click(screen.press),
      choose: click(screen.choose),
      fill: typing(screen.fill),
      // A person would have typed it, or taken it out of a file with a few keys; a paste is two.
      paste: async (label, text) => {
        await look();
        this.count("click");
        this.count("key", 2);
        await screen.paste(label, text);
      },
      select: async (label, value) => {
        await look();
        this.count("click", 2);
        await screen.select(label, value);
      },
    };
  }
}

export function secondsOf({ counts, waits }: Pick<Lap, "counts" | "waits">): number {
  const acts = Object.entries(counts) as [Act, number][];
  return acts.reduce((sum, [act, times]) => sum + SECONDS[act] * times, waits);
}

export function sumOf(laps: readonly Lap[]): Counts {
  const acts = Object.keys(NOTHING) as Act[];
  return Object.fromEntries(acts.map((act) => [act, laps.reduce((sum, { counts }) => sum + counts[act], 0)])) as Counts;
}

/**
 * The minutes by the clock on the wall. Laps of one name go on side by side, each on the own device: the slowest counts;
 * names follow one another.
 */
export function minutesOf(laps: readonly Lap[]): number {
  const names = [...new Set(laps.map(({ name }) => name))];
  const slowest = names.map((name) => Math.max(...laps.filter((lap) => lap.name === name).map(secondsOf)));
  return slowest.reduce((sum, seconds) => sum + seconds, 0) / 60;
}
