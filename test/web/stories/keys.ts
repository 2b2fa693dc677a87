/**
 * What happens to an office's keys, in one go: founded from nothing, somebody forgets everything, recovery is rehearsed, somebody
 * is suspended. Everything is pressed on screens; nothing is read but screens, sheets and saved files.
 */
import { Laps } from "../support/laps.ts";
import { CASTS, type Story, foundOffice } from "./founding.ts";
import { forgetEverything, openToAll, rehearseRecovery, rehearseReport } from "./keys/before-opening.ts";
import { moveIn } from "./keys/desks.ts";
import { suspend, takeReports } from "./keys/suspension.ts";

export async function playKeys(given: Omit<Story, "effort">): Promise<void> {
  const story = { ...given, effort: new Laps() };
  const office = await moveIn(story, await foundOffice(story, CASTS[8]));
  await rehearseReport(office);
  await forgetEverything(office);
  await rehearseRecovery(office);
  await openToAll(office);
  await takeReports(office);
  await suspend(office);
}
