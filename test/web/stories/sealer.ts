/** A report that is written in a file without a network, carried, handed in, read, and come back to. */
import { pathToFileURL } from "node:url";
import type { ElementHandle } from "puppeteer-core";
import { SEALER } from "../../../src/web/reporter/words/id/sealer.ts";
import { CARRYING, HOME, SCREENS } from "../../../src/web/reporter/words.ts";
import { speak } from "../../../src/words/speech.ts";
import type { Screen } from "../support/screen.ts";
import { type Writing, readCode } from "./reporter.ts";

const text = SCREENS.id;
const { say } = speak("id");

/** In the page of the file, opened from `path`: the twelve words; then the file waits to be saved. */
export async function sealWithoutNetwork(screen: Screen, path: string, { unit, what }: Writing): Promise<string[]> {
  await screen.page.goto(pathToFileURL(path).href);
  await screen.press(SEALER.begin);
  await screen.seeHeading(text.what.title);
  await screen.fill(text.fields.unitName, unit);
  await screen.fill(text.fields.what, what);
  await screen.press(text.next);
  await screen.seeHeading(text.who.title);
  await screen.press(text.next);
  await screen.see(SEALER.evidence);
  await screen.press(text.next);
  await screen.see(text.readers.atLeastTwo);
  await screen.press(text.next);
  await screen.seeHeading(SEALER.instead.review.title);
  await screen.press(SEALER.instead.review.send);
  const words = await readCode(screen, "id");
  await screen.press(text.code.written);
  await screen.seeHeading(text.match.title);
  for (const [index, word] of words.entries()) {
    const label = say(text.match.word, { position: index + 1 });
    if (await screen.has("field", label)) await screen.fill(label, word);
  }
  await screen.press(text.match.submit);
  await screen.seeHeading(SEALER.save.title);
  return words;
}

/** At the reporting page, from home. `seen` is what it says then. */
export async function handIn(screen: Screen, origin: string, path: string, seen: string): Promise<void> {
  await screen.page.goto(origin);
  await screen.press(HOME.id.carry);
  await screen.seeHeading(CARRYING.id.title);
  await chooseSealed(screen, path, seen);
}

export async function chooseSealed(screen: Screen, path: string, seen: string): Promise<void> {
  const input = (await screen.page.waitForSelector('input[type="file"]')) as ElementHandle<HTMLInputElement>;
  await input.uploadFile(path);
  await screen.see(seen);
}
