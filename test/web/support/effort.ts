/**
 * What something takes of a person, counted at the screen and not timed: a machine is quicker, and no two people are alike.
 * Seconds a unit are those of the keystroke-level model (Card, Moran, Newell 1980) for whoever types words they do not know,
 * looks twice before each press and is untrained; reading is at 200 words a minute (Brysbaert 2019: 238 for prose in English).
 */
import type { Screen } from "./screen.ts";

export type Effort = {
  /** Buttons pressed, boxes ticked, files chosen or handed over */
  steps: number;
  keystrokes: number;
  /** Words on the screen that were not there before: read once */
  read: number;
  /** Words read aloud and compared, one by one */
  aloud: number;
};

/** Mental preparation, pointing, pressing and the way back to the keys: 1.35 + 1.1 + 0.2 + 0.4 s, and once more for doubt */
const STEP_SECONDS = 2 * 3.05;
/** "Typing complex codes" */
const KEYSTROKE_SECONDS = 0.75;
const READ_SECONDS = 60 / 200;
/** Said by one, looked for by the other, nodded */
const ALOUD_SECONDS = 2;
/** Copying by hand: some 22 words a minute (Brown 1988), and half of it for words that must not be wrong */
export const WRITTEN_SECONDS = 60 / 11;

export function noEffort(): Effort {
  return { steps: 0, keystrokes: 0, read: 0, aloud: 0 };
}

export function minutesOf({ steps, keystrokes, read, aloud }: Effort): number {
  const seconds = steps * STEP_SECONDS + keystrokes * KEYSTROKE_SECONDS + read * READ_SECONDS + aloud * ALOUD_SECONDS;
  return seconds / 60;
}

/** The same screen, on which everything that is done is counted; what is pasted is typed by a person. */
export function counted<Of extends Screen>(screen: Of, effort: Effort): Of {
  const known = new Set<string>();
  const read = async (): Promise<void> => {
    const lines = (await screen.readAll()).split("\n").map((line) => line.trim());
    for (const line of lines) {
      if (known.has(line)) continue;
      known.add(line);
      effort.read += line.split(/\s+/u).filter((word) => word !== "").length;
    }
  };
  const after =
    <Given extends readonly unknown[]>(work: (...given: Given) => Promise<void>, keys: (...given: Given) => number) =>
    async (...given: Given): Promise<void> => {
      await read();
      await work(...given);
      effort.steps++;
      effort.keystrokes += keys(...given);
    };
  const typed = (_: string, text: string) => text.length;
  const nothing = () => 0;
  return {
    ...screen,
    press: after(screen.press, nothing),
    choose: after(screen.choose, nothing),
    select: after(screen.select, nothing),
    fill: after(screen.fill, typed),
    paste: after(screen.paste, typed),
    async see(text) {
      await screen.see(text);
      await read();
    },
  };
}
