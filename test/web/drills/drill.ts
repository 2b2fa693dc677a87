/** What every drill at the desk does: somebody signs in, hands files over, and what it takes of one person is told. */
import type { Test } from "tap";
import { FRAME } from "../../../src/web/investigator/parts/words.ts";
import { speak } from "../../../src/words/speech.ts";
import { typeWords } from "../stories/desk.ts";
import { type Effort, WRITTEN_SECONDS, minutesOf } from "../support/effort.ts";
import type { Screen } from "../support/screen.ts";
import { giveFiles } from "../support/sticks.ts";
import { waitForElement } from "../support/wait.ts";

const { say } = speak("id");
const MOST_MINUTES = 30;
const SETTLED_MS = 2_000;

export type Login = { readonly name: string; readonly passphrase: string };

export async function signIn(desk: Screen, login: Login): Promise<void> {
  await typeWords(desk, "id", login);
  await settled(desk);
}

/** The list comes in, and what stands below it moves. */
export async function settled(desk: Screen): Promise<void> {
  await desk.see(say(FRAME.lockNow));
  await waitForElement(desk.page, ".rows, .office-screen");
  await new Promise((resolve) => setTimeout(resolve, SETTLED_MS));
}

/** A file that is handed over is a step of whoever chooses it. */
export async function give(at: Screen, field: string, files: readonly Uint8Array[], effort: Effort): Promise<void> {
  effort.steps++;
  await giveFiles(at, field, files);
}

/** @param written words that were written by hand */
export function tellEffort(t: Pick<Test, "comment" | "ok">, what: string, effort: Effort, written = 0): void {
  const minutes = minutesOf(effort) + (written * WRITTEN_SECONDS) / 60;
  t.comment(`${what}: ${JSON.stringify(effort)}, ${written} written, ${minutes.toFixed(1)} minutes`);
  t.ok(minutes < MOST_MINUTES, `${what} takes a person less than half an hour`);
}
