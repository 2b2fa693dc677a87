/** The key page, opened from its file on a machine without a network: what people read there, type from paper and put on a stick. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import { CHECK, GIVE, REHEARSE, ROOT, SHEET, SIGN, SPLIT, TASKS } from "../../../src/web/keys/words.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { type Saved, catchSaved, numberIn, savedIn, textsOf } from "../keys/key-page.ts";
import { openPage } from "../support/browsers.ts";
import type { FoundingSite } from "../support/founding-site.ts";
import type { Laps } from "../support/laps.ts";
import { type Screen, screenOf } from "../support/screen.ts";
import { waitForElement } from "../support/wait.ts";

/** What is done there goes on beside what is done at the desk. */
const OFFLINE = "without a network";

export type Room = {
  readonly browser: Browser;
  readonly site: Pick<FoundingSite, "keyPage">;
  readonly language: Language;
  /** Where what is on the stick lies */
  readonly folder: string;
  readonly effort: Laps;
};

/** What stands on paper, and is nowhere else any more. */
export type RecoverySheets = {
  /** Five lines of seven words each */
  readonly shares: readonly (readonly string[])[];
  readonly lock: readonly string[];
  /** Public: what the key page left on the stick */
  readonly file: Saved;
};
export type RootSheet = {
  readonly words: readonly string[];
  /** Twelve words, by which the public half is known on other screens */
  readonly fingerprint: string;
  readonly file: Saved;
};

const lastSaved = async (screen: Screen) => (await savedIn(screen.page)).at(-1)!;

/** A page whose files stay where they can be read, in the language that is asked for. */
export async function openAt({ browser, language, effort }: Room, address: string): Promise<Screen> {
  const { page } = await openPage(browser);
  await page.evaluateOnNewDocument(catchSaved);
  await page.goto(address);
  // The switch says in each language what it is: whoever reads the other presses nothing.
  await screenOf(page).press(language.toUpperCase());
  return effort.watch(screenOf(page));
}

/** Past the comparison of the page's hash, in groups of four; the machine has no network before that. */
async function openKeyPage(room: Room): Promise<Screen> {
  const screen = await openAt(room, pathToFileURL(await room.site.keyPage()).href);
  room.effort.count("aloud", 16);
  // Else the page asks to be taken off the network, and how much of that was read depended on luck.
  await screen.page.setOfflineMode(true);
  await screen.press(speak(room.language).say(CHECK.go));
  return screen;
}

/** Opened for this alone, and closed; back on the network first: a browser may take its other windows off it too. */
async function atKeyPage<Made>(room: Room, work: (screen: Screen) => Promise<Made>): Promise<Made> {
  const screen = await openKeyPage(room);
  const made = await work(screen);
  await screen.page.setOfflineMode(false);
  await screen.page.close();
  return made;
}

/** Files from the stick, chosen all at once. */
export async function give(
  { folder, effort }: Room,
  { page }: Screen,
  field: string,
  files: readonly Saved[],
): Promise<void> {
  const paths = await Promise.all(
    files.map(async ({ name, bytes }, at) => {
      // Two holders' files may have one name.
      const file = path.join(folder, `${at}-${name}`);
      await fs.writeFile(file, bytes);
      return file;
    }),
  );
  const input = await waitForElement<HTMLInputElement>(page, field);
  effort.count("steps", 2 + files.length);
  await input.uploadFile(...paths);
}

/** Printed, then two of its words typed from the paper, four letters each. */
async function answer({ language, effort }: Room, screen: Screen, wordAt: (label: string) => string): Promise<void> {
  const { say } = speak(language);
  effort.count("steps");
  effort.count("sheets");
  await screen.press(say(SHEET.done));
  for (const label of await textsOf(screen.page, ".asking label")) await screen.fill(label, wordAt(label).slice(0, 4));
  await screen.press(say(SHEET.askCheck));
}

async function makeRoot(room: Room, screen: Screen, holder: number): Promise<RootSheet> {
  const { say } = speak(room.language);
  await screen.press(say(TASKS.root));
  await screen.press(say(ROOT.make));
  await screen.see(say(SHEET.rootWords));
  const words = await textsOf(screen.page, ".secret-words b");
  const fingerprint = (await textsOf(screen.page, ".public dd")).join(" ");
  await answer(room, screen, (label) => words[numberIn(label) - 1] ?? "");
  await screen.press(say(ROOT.save));
  const file = await lastSaved(screen);
  await screen.press(say(ROOT.finish));
  // One machine: they come to it in turn.
  room.effort.lap(`root key ${holder}`, `holder-${holder}`, OFFLINE);
  return { words, fingerprint, file };
}

async function splitRecovery(room: Room, screen: Screen): Promise<RecoverySheets> {
  const { say } = speak(room.language);
  await screen.press(say(TASKS.split));
  await screen.press(say(SPLIT.make));
  const shares: string[][] = [];
  for (const number of [1, 2, 3]) {
    await screen.see(say(SHEET.shareTitle, { number, total: 3 }));
    const cells = await textsOf(screen.page, ".share-lines td");
    shares.push([0, 1, 2, 3, 4].map((line) => cells.slice(7 * line, 7 * line + 7).join(" ")));
    await answer(room, screen, (label) => {
      // "Baris B, kata ke-3": the line's letter is the one capital that stands alone.
      const letter = /(?<!\p{L})([A-E])(?!\p{L})/u.exec(label)?.[1] ?? "A";
      return cells[7 * "ABCDE".indexOf(letter) + numberIn(label) - 1] ?? "";
    });
  }
  await screen.see(say(SHEET.lockWords));
  const lock = await textsOf(screen.page, ".secret-words b");
  await answer(room, screen, (label) => lock[numberIn(label) - 1] ?? "");
  // One for each of the other two holders.
  room.effort.count("sheets", 2);
  await screen.press(say(SPLIT.save));
  const file = await lastSaved(screen);
  room.effort.lap("recovery key", "custodians", OFFLINE);
  return { shares, lock, file };
}

/** Root keys for these holders, one recovery key, and what may be known of them on the stick. */
export async function makeKeys(
  room: Room,
  holders: readonly number[],
): Promise<{ readonly roots: readonly RootSheet[]; readonly recovery: RecoverySheets }> {
  return atKeyPage(room, async (screen) => {
    const roots: RootSheet[] = [];
    for (const holder of holders) roots.push(await makeRoot(room, screen, holder));
    return { roots, recovery: await splitRecovery(room, screen) };
  });
}

/** For a holder who comes later. */
export function makeRootKey(room: Room, holder: number): Promise<RootSheet> {
  return atKeyPage(room, (screen) => makeRoot(room, screen, holder));
}

/** One that takes the place of another. */
export function makeRecoveryKey(room: Room): Promise<RecoverySheets> {
  return atKeyPage(room, (screen) => splitRecovery(room, screen));
}

/** Each holder with the own sheet: what the request does, its line, 24 words. The last one joins all: the signed list. */
export async function signRequest(
  room: Room,
  request: Saved,
  line: string,
  sheets: readonly RootSheet[],
): Promise<{ readonly signatures: readonly Saved[]; readonly list: Saved }> {
  const { language, effort } = room;
  const { say } = speak(language);
  const signatures: Saved[] = [];
  let list = request;
  for (const [at, { words }] of sheets.entries()) {
    await atKeyPage(room, async (screen) => {
      await screen.press(say(TASKS.sign));
      await give(room, screen, 'input[type="file"]', [request]);
      await screen.see(say(SIGN.lineTitle));
      if ((await textsOf(screen.page, ".one-line dd")).join(" ") !== line)
        throw new Error("another line on the key page");
      effort.count("aloud", 12);
      await screen.fill(say(SIGN.words), words.map((word) => word.slice(0, 4)).join(" "));
      await screen.press(say(SIGN.sign));
      await screen.press(say(SIGN.save));
      signatures.push(await lastSaved(screen));
      effort.count("written", 5);
      if (at === 0 || at < sheets.length - 1) return;
      await give(room, screen, 'input[type="file"][multiple]', signatures.slice(0, -1));
      await screen.press(say(SIGN.saveDirectory));
      list = await lastSaved(screen);
    });
    effort.lap(`signing, holder ${at + 1}`, `holder-${at + 1}`);
  }
  return { signatures, list };
}

/** A custodian's sheet, line by line. */
export async function typeSheet(screen: Screen, language: Language, lines: readonly string[]): Promise<void> {
  const { say } = speak(language);
  for (const [at, line] of lines.entries()) await screen.paste(say(REHEARSE.line, { line: "ABCDE"[at] ?? "" }), line);
  await screen.press(say(REHEARSE.take));
}

/** Two custodians' sheets and the lock: the answer to what the desk asked. */
export async function rehearse(room: Room, asked: Saved, { shares, lock }: RecoverySheets): Promise<Saved> {
  const { say } = speak(room.language);
  const saved = await atKeyPage(room, async (screen) => {
    await screen.press(say(TASKS.rehearse));
    await give(room, screen, 'input[type="file"]', [asked]);
    for (const at of [2, 0]) await typeSheet(screen, room.language, shares[at] ?? []);
    await screen.fill(say(REHEARSE.lock), lock.join(" "));
    await screen.press(say(REHEARSE.check));
    await screen.see(say(REHEARSE.yes));
    await screen.press(say(REHEARSE.answerSave));
    return lastSaved(screen);
  });
  room.effort.lap("recovery is rehearsed", "custodians");
  return saved;
}

/** One who holds a sheet, or the lock, alone at the machine: heard the twelve words, and seals it for who recovers. */
export async function sealPart(
  room: Room,
  call: Saved,
  { who, line, what }: { readonly who: string; readonly line: string; readonly what: readonly string[] | string },
): Promise<Saved> {
  const { say } = speak(room.language);
  const saved = await atKeyPage(room, async (screen) => {
    await screen.press(say(TASKS.give));
    await give(room, screen, 'input[type="file"]', [call]);
    await screen.see(say(GIVE.compare, { name: who }));
    if ((await textsOf(screen.page, ".screen dd")).join(" ") !== line)
      throw new Error(`other words of ${who} on the key page`);
    room.effort.count("aloud", 12);
    await screen.press(say(GIVE.same));
    if (typeof what === "string") {
      await screen.press(say(GIVE.lock));
      await screen.fill(say(GIVE.lockWords), what);
      await screen.press(say(GIVE.seal));
    } else {
      await screen.press(say(GIVE.share));
      await typeSheet(screen, room.language, what);
    }
    await screen.see(say(GIVE.sealed, { name: who }));
    await screen.press(say(GIVE.save));
    return lastSaved(screen);
  });
  room.effort.lap("a part is sealed", typeof what === "string" ? "root holder" : "custodian");
  return saved;
}
