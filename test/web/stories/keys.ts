/**
 * What happens to an office's keys in all its years, in one go: founded from nothing, people come and go, keys are replaced,
 * a statement lapses, everybody is lost. Everything is pressed on screens; nothing is read but screens, sheets and saved files.
 */
import { type Lap, Laps } from "../support/laps.ts";
import { CASTS, type Story, foundOffice } from "./founding.ts";
import { forgetEverything, openToAll, rehearseRecovery, rehearseReport } from "./keys/before-opening.ts";
import { type Office, moveIn } from "./keys/desks.ts";
import { comeBackFromLapse, lapse } from "./keys/lapse.ts";
import { comeAgain, recoverAll } from "./keys/loss.ts";
import { replaceRecovery } from "./keys/recovery.ts";
import { replaceRoot } from "./keys/rotation.ts";
import { suspend, takeOut, takeReports } from "./keys/suspension.ts";

const ACTS: readonly (readonly [name: string, act: (office: Office) => Promise<void>])[] = [
  ["a report for practice", rehearseReport],
  ["somebody forgets everything", forgetEverything],
  ["recovery is rehearsed", rehearseRecovery],
  ["the office opens", openToAll],
  ["reports come", takeReports],
  ["somebody is suspended", suspend],
  ["they are taken out", takeOut],
  ["the recovery key is replaced", replaceRecovery],
  ["a root holder hands on", replaceRoot],
  ["a statement lapses and comes back", async (office) => comeBackFromLapse(office, await lapse(office))],
  ["everybody comes again", comeAgain],
  ["every case is recovered", recoverAll],
  ["the recovery key is replaced after that", replaceRecovery],
  ["the new one is rehearsed", rehearseRecovery],
];

/** All of it, and what it has asked of people, act by act. */
export async function playKeys(given: Omit<Story, "effort">): Promise<readonly Lap[]> {
  const effort = new Laps();
  const story = { ...given, effort };
  const office = await moveIn(story, await foundOffice(story, CASTS[8]));
  effort.lap("pages are installed", "administrator");
  for (const [name, act] of ACTS) {
    await act(office);
    effort.lap(name, "at the desks");
  }
  return effort.done;
}
