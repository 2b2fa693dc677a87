/** A report that is written in a file without a network, carried, handed in, read, and come back to. */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { SEALER_NAME, withReaders } from "../../../src/protocol/sealer-file.ts";
import { CARRYING, HOME, SCREENS, SEALER } from "../../../src/web/reporter/words.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { buildTestPages } from "../../support/pages.ts";
import { openPage } from "../support/browsers.ts";
import { type Screen, type Visit, screenOf } from "../support/screen.ts";
import type { Site } from "../support/site.ts";
import { waitForElement } from "../support/wait.ts";
import { type Writing, readCode } from "./reporter.ts";

/** In the page of the file, opened from `file`: the twelve words; then the file waits to be saved. */
export async function sealWithoutNetwork(
  screen: Screen,
  file: string,
  { unit, what }: Writing,
  language: Language = "id",
): Promise<string[]> {
  const { [language]: text } = SCREENS;
  const { evidence, instead, save, begin } = SEALER[language];
  const { say } = speak(language);
  await screen.page.goto(`${pathToFileURL(file).href}#${language}`);
  await screen.press(begin);
  await screen.seeHeading(text.what.title);
  await screen.fill(text.fields.unitName, unit);
  await screen.fill(text.fields.what, what);
  await screen.press(text.next);
  await screen.seeHeading(text.who.title);
  await screen.press(text.next);
  await screen.see(evidence);
  await screen.press(text.next);
  await screen.see(text.readers.atLeastTwo);
  await screen.press(text.next);
  await screen.seeHeading(instead.review.title);
  await screen.press(instead.review.send);
  const words = await readCode(screen, language);
  await screen.press(text.code.written);
  await screen.seeHeading(text.match.title);
  for (const [index, word] of words.entries()) {
    const label = say(text.match.word, { position: index + 1 });
    if (await screen.has("field", label)) await screen.fill(label, word);
  }
  await screen.press(text.match.submit);
  await screen.seeHeading(save.title);
  return words;
}

/** At the reporting page, from home. `seen` is what it says then. */
export async function handIn(screen: Screen, origin: string, file: string, seen: string): Promise<void> {
  await screen.page.goto(origin);
  await screen.press(HOME.id.carry);
  await screen.seeHeading(CARRYING.id.title);
  await chooseSealed(screen, file, seen);
}

export async function chooseSealed(screen: Screen, file: string, seen: string): Promise<void> {
  const input = await waitForElement<HTMLInputElement>(screen.page, 'input[type="file"]');
  await input.uploadFile(file);
  await screen.see(seen);
}

/** The page as anybody gets it who takes it from this service now. */
export async function sealerOf({ origin }: Pick<Site, "origin">): Promise<string> {
  const folder = path.join(await buildTestPages(), "a");
  const name = (await fs.readdir(folder)).find((one) => /^sealer\.\w+\.txt$/u.test(one)) ?? "";
  const readers = await (await fetch(`${origin}/api/directory`)).text();
  return withReaders(await fs.readFile(path.join(folder, name), "utf8"), readers);
}

/** Its screens: before anything is typed, and with the file to be saved. */
export async function visitSealer(
  browser: Browser,
  site: Pick<Site, "origin">,
  language: Language,
  visit: Visit,
): Promise<void> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-lapor-"));
  const file = path.join(folder, SEALER_NAME);
  await fs.writeFile(file, await sealerOf(site));
  const { page } = await openPage(browser);
  page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
  const screen = screenOf(page);
  await page.goto(`${pathToFileURL(file).href}#${language}`);
  await screen.has("button", SEALER[language].begin);
  await visit("s01-home", screen);
  await sealWithoutNetwork(screen, file, { unit: "Dinas Contoh", what: "Uraian contoh." }, language);
  await visit("s02-save", screen);
  await page.close();
  await fs.rm(folder, { recursive: true });
}
