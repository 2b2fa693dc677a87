/**
 * An office is founded, from the code that a server has printed to the first report: in real browsers, the key page opened
 * from its file, and nothing read but screens and sheets. What it asks of people is counted.
 */
import * as fs from "node:fs/promises";
import path from "node:path";
import { tmpdir } from "node:os";
import { pathToFileURL } from "node:url";
import { Secret, TOTP } from "otpauth";
import type { Browser, ElementHandle, Page } from "puppeteer-core";
import type { Test } from "tap";
import { ACCOUNT, FACTORS } from "../../../src/web/investigator/account/words.ts";
import { JOINING } from "../../../src/web/investigator/entrance/joining/words.ts";
import { SIGN_IN } from "../../../src/web/investigator/entrance/words.ts";
import { PROPOSAL } from "../../../src/web/investigator/founding/proposing/words.ts";
import {
  CLOSING,
  CONFIRMING,
  FOUNDED,
  FOUNDING,
  GATHERING,
  JOIN,
  LINE,
} from "../../../src/web/investigator/founding/words.ts";
import { OPENING } from "../../../src/web/investigator/opening/words.ts";
import { CHECK, ROOT, SHEET, SIGN, SPLIT, TASKS } from "../../../src/web/keys/words.ts";
import { KEY_PAGE_FILE } from "../../../src/web/keys/page.ts";
import { SCREENS } from "../../../src/web/reporter/words.ts";
import type { Role } from "../../../src/protocol/rules/casework.ts";
import { ROLE_NAMES } from "../../../src/words/glossary.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { buildTestPages } from "../../support/pages.ts";
import { type Saved, catchSaved, savedIn } from "../keys/key-page.ts";
import { openPage } from "../support/browsers.ts";
import { type Lap, Laps, wallMinutesOf } from "../support/laps.ts";
import { type FoundingSite, startFoundingSite } from "../support/founding-site.ts";
import { type Screen, type Visit, screenOf } from "../support/screen.ts";
import { fillReport, sendReport } from "./reporter.ts";
import { openCase } from "./desk.ts";

type Person = { readonly fullName: string; readonly name: string; readonly role: Role | "both" };

const person = (role: Person["role"], n: number): Person => ({
  fullName: `Orang ${n}`,
  name: `orang-${n}`,
  role,
});

/** Who founds an office of so many; the founder comes last. */
const CASTS = {
  3: (["lead", "investigator", "both"] as const).map(person),
  5: (["lead", "investigator", "investigator", "custodian", "administrator"] as const).map(person),
  8: (
    ["lead", "lead", "investigator", "investigator", "investigator", "custodian", "custodian", "administrator"] as const
  ).map(person),
} as const;
export type OfficeSize = keyof typeof CASTS;

export function isOfficeSize(people: number): people is OfficeSize {
  return Object.hasOwn(CASTS, people);
}

type Device = { readonly person: Person; readonly screen: Screen; readonly words: () => readonly string[] };

export type Story = {
  readonly browser: Browser;
  readonly site: FoundingSite;
  readonly language: Language;
  /** Where what is on the stick lies */
  readonly folder: string;
  readonly effort: Laps;
  /** Each screen as it stands, for whoever takes pictures or looks for barriers */
  readonly look?: Visit;
  readonly told?: (step: string) => void;
};

const textsOf = (page: Page, selector: string) =>
  page.$$eval(selector, (all) => all.map((one) => (one.textContent ?? "").trim()));

/** The words of a screen's only twelve-word block of this kind, as one line. */
const lineOn = async (page: Page) => (await textsOf(page, ".the-line dd")).join(" ");

/** Root keys and the recovery key are made while the founder proposes and people join (founding/steps.ts). */
const [ONLINE, OFFLINE] = ["at the desk", "without a network"];

const numberIn = (text: string) => Number(/\d+/u.exec(text)?.[0]);

/** From the code to an office whose directory is published. */
async function foundOffice(story: Story, cast: readonly Person[]): Promise<readonly Device[]> {
  const { browser, site, language, effort, look = async () => {}, told = () => {} } = story;
  const { say } = speak(language);
  const founder = cast.at(-1)!;
  const open = async (address: string) => {
    const { page } = await openPage(browser);
    await page.evaluateOnNewDocument(catchSaved);
    await page.goto(address);
    const screen = effort.watch(screenOf(page));
    // The switch says in each language what it is: whoever reads the other presses nothing.
    await screenOf(page).press(language.toUpperCase());
    return screen;
  };

  const desk = await open(site.origin);
  await desk.seeHeading(say(FOUNDING.strangerTitle));
  await look("f1-stranger", desk);
  await desk.fill(say(FOUNDING.code), site.code);
  await desk.press(say(FOUNDING.begin));
  await desk.seeHeading(say(PROPOSAL.officeTitle));
  await desk.press(say(PROPOSAL.next));
  await desk.see(say(PROPOSAL.faults.name));
  await look("f2-office", desk);
  await desk.fill(say(PROPOSAL.nameId), "Kabupaten Contoh");
  await desk.fill(say(PROPOSAL.nameEn), "Sample Regency");
  await desk.press(say(PROPOSAL.next));
  await desk.seeHeading(say(PROPOSAL.unitsTitle));
  await desk.fill(say(PROPOSAL.units), "Dinas Kesehatan; Dinkes");
  await look("f3-units", desk);
  await desk.press(say(PROPOSAL.next));
  await desk.seeHeading(say(PROPOSAL.channelTitle));
  await look("f4-channel", desk);
  await desk.press(say(PROPOSAL.save));
  await desk.seeHeading(say(GATHERING.title));
  effort.count("sheets");
  effort.lap("proposal", founder.name, ONLINE);
  told("the office is proposed");

  const [link = ""] = await textsOf(desk.page, ".joining-link");
  const devices: Device[] = [];
  for (const one of cast) {
    const screen = one === founder ? desk : await open(link);
    if (one === founder) await screen.press(say(GATHERING.joinHere));
    devices.push(await join(story, one, screen));
    effort.lap("joining", one.name, ONLINE);
  }
  told("everybody has joined");

  const stick = await keyCeremony(story);
  told("root keys and the recovery key are made");

  await desk.see(say(GATHERING.people, { n: cast.length }));
  await look("f7-gathering", desk, "printed");
  await desk.press(say(GATHERING.close));
  await desk.seeHeading(say(CLOSING.title));
  await give(story, desk, "#ceremony-files", stick);
  effort.count("sticks");
  await desk.see(say(CLOSING.rootOf, { n: 3 }));
  // The holders compare what the screen says with their sheets: twelve words a key.
  effort.count("aloud", 4 * 12);
  await look("f8-closing", desk);
  await desk.press(say(CLOSING.close));
  await desk.seeHeading(say(LINE.title));
  effort.lap("closing", founder.name);

  await desk.see(say(LINE.agree));
  const line = await lineOn(desk.page);
  await look("f9-line", desk);
  effort.count("aloud", 12);
  effort.lap("the line aloud", founder.name);
  for (const { person: one, screen } of devices) {
    await screen.seeHeading(say(LINE.title), 15_000);
    if ((await lineOn(screen.page)) !== line) throw new Error(`${one.name} sees another line`);
    await screen.press(say(LINE.agree));
    await screen.see(say(LINE.agreed));
    effort.lap("the line on each device", one.name);
  }
  told("the line is the same on every screen");

  await desk.press(say(LINE.save));
  const request = (await savedIn(desk.page)).at(-1)!;
  effort.count("sticks");
  effort.lap("the request on the stick", founder.name);
  const signatures = await signRequest(story, request, line);
  await give(story, desk, ".signed-files", signatures);
  effort.count("sticks");
  await desk.see(say(LINE.counted, { has: 2, needs: 2 }));
  await desk.press(say(LINE.hand));
  await desk.seeHeading(say(CONFIRMING.title));
  effort.lap("the signed list", founder.name);
  told("two root holders have signed");

  const stewards = devices
    .filter(({ person: { role } }) => role !== "investigator" && role !== "custodian")
    .slice(0, 2);
  for (const { person: one, screen, words } of stewards) {
    await screen.seeHeading(say(CONFIRMING.title), 15_000);
    if (one === stewards[0]?.person) await look("f10-confirming", screen);
    await screen.fill(say(CONFIRMING.words), words().join(" "));
    await screen.press(say(CONFIRMING.confirm));
    await (one === stewards.at(-1)?.person
      ? screen.seeHeading(say(FOUNDED.title), 60_000)
      : screen.see(say(CONFIRMING.thanks)));
    effort.count("waited", 3);
    effort.lap("confirming", one.name);
  }
  await desk.seeHeading(say(FOUNDED.title), 30_000);
  await look("f11-founded", desk);
  told("the office is founded");
  return devices;
}

/** Keys made, six words on paper, two asked back, the entry handed in. */
async function join({ language, effort, look = async () => {} }: Story, one: Person, screen: Screen): Promise<Device> {
  const { say } = speak(language);
  await screen.seeHeading(say(JOIN.title));
  if (one.role === "lead") await look("f5-joining", screen);
  await screen.fill(say(JOIN.fullName), one.fullName);
  const [administrator, custodian] = [say(ROLE_NAMES.administrator), say(ROLE_NAMES.custodian)];
  await screen.choose(
    one.role === "both"
      ? say(JOIN.both, { one: administrator, other: custodian.toLowerCase() })
      : say(ROLE_NAMES[one.role]),
  );
  await screen.fill(say(JOIN.name), one.name);
  await screen.press(say(JOIN.make));
  await screen.see(say(JOIN.sheetLead));
  const words = await textsOf(screen.page, ".six-words li");
  if (one.role === "lead") await look("f6-sheet", screen, "printed");
  effort.count("written", words.length);
  await screen.press(say(JOIN.written));
  for (const label of await textsOf(screen.page, ".field label"))
    await screen.fill(label, words[numberIn(label) - 1] ?? "");
  await screen.press(say(JOINING.check));
  // Whoever founds goes back to the wall.
  await screen.seeHeading(
    say(one.role === "administrator" || one.role === "both" ? GATHERING.title : JOIN.joinedTitle),
  );
  return { person: one, screen, words: () => words };
}

/** The machine without a network: three root keys, one recovery key, and what may be known of them on the stick. */
async function keyCeremony(story: Story): Promise<Saved[]> {
  const { language, effort } = story;
  const { say } = speak(language);
  const screen = await openKeyPage(story);
  // The hash of the page, in groups of four, against the one from elsewhere; each holder for themselves.
  effort.count("aloud", 16);
  await screen.press(say(CHECK.go));
  await screen.page.setOfflineMode(true);
  const sheets: string[][] = [];
  for (const holder of [1, 2, 3]) {
    await screen.press(say(TASKS.root));
    await screen.press(say(ROOT.make));
    await screen.see(say(SHEET.rootWords));
    sheets.push(await textsOf(screen.page, ".secret-words b"));
    await answer(story, screen, (label) => sheets.at(-1)?.[numberIn(label) - 1] ?? "");
    await screen.press(say(ROOT.save));
    await screen.press(say(ROOT.finish));
    // One machine: they come to it in turn.
    effort.lap(`root key ${holder}`, `holder-${holder}`, OFFLINE);
  }
  await screen.press(say(TASKS.split));
  await screen.press(say(SPLIT.make));
  for (const number of [1, 2, 3]) {
    await screen.see(say(SHEET.shareTitle, { number, total: 3 }));
    const cells = await textsOf(screen.page, ".share-lines td");
    await answer(story, screen, (label) => {
      // "Baris B, kata ke-3": the line's letter is the one capital that stands alone.
      const letter = /(?<!\p{L})([A-E])(?!\p{L})/u.exec(label)?.[1] ?? "A";
      return cells[7 * "ABCDE".indexOf(letter) + numberIn(label) - 1] ?? "";
    });
  }
  await screen.see(say(SHEET.lockWords));
  const lock = await textsOf(screen.page, ".secret-words b");
  await answer(story, screen, (label) => lock[numberIn(label) - 1] ?? "");
  // One for each of the other two holders.
  effort.count("sheets", 2);
  await screen.press(say(SPLIT.save));
  const saved = await savedIn(screen.page);
  await closeKeyPage(screen);
  effort.lap("recovery key", "custodians", OFFLINE);
  rootSheets.set(story, sheets);
  return saved;
}

/** What is on paper stays on paper: no page has it any more. */
const rootSheets = new WeakMap<Story, readonly (readonly string[])[]>();

async function openKeyPage({ browser, language, effort }: Story): Promise<Screen> {
  const { page } = await openPage(browser);
  await page.evaluateOnNewDocument(catchSaved);
  await page.goto(pathToFileURL(path.join(await buildTestPages(), KEY_PAGE_FILE)).href);
  await screenOf(page).press(language.toUpperCase());
  return effort.watch(screenOf(page));
}

/** Back on the network first: a browser may take its other windows off it too. */
async function closeKeyPage({ page }: Screen): Promise<void> {
  await page.setOfflineMode(false);
  await page.close();
}

/** Printed, then two of its words typed from the paper, four letters each. */
async function answer({ language, effort }: Story, screen: Screen, wordAt: (label: string) => string): Promise<void> {
  const { say } = speak(language);
  effort.count("steps");
  effort.count("sheets");
  await screen.press(say(SHEET.done));
  for (const label of await textsOf(screen.page, ".asking label")) await screen.fill(label, wordAt(label).slice(0, 4));
  await screen.press(say(SHEET.askCheck));
}

/** Two root holders, each with the own sheet: what the request does, its line, 24 words. */
async function signRequest(story: Story, request: Saved, line: string): Promise<Saved[]> {
  const { language, effort } = story;
  const { say } = speak(language);
  const signatures: Saved[] = [];
  for (const holder of [1, 2]) {
    const screen = await openKeyPage(story);
    effort.count("aloud", 16);
    await screen.press(say(CHECK.go));
    await screen.page.setOfflineMode(true);
    await screen.press(say(TASKS.sign));
    await give(story, screen, 'input[type="file"]', [request]);
    await screen.see(say(SIGN.lineTitle));
    if ((await textsOf(screen.page, ".one-line dd")).join(" ") !== line)
      throw new Error("another line on the key page");
    effort.count("aloud", 12);
    const words = rootSheets.get(story)?.[holder - 1] ?? [];
    const typed = words.map((word) => word.slice(0, 4)).join(" ");
    await screen.fill(say(SIGN.words), typed);
    effort.count("keystrokes", typed.length - 2);
    await screen.press(say(SIGN.sign));
    await screen.press(say(SIGN.save));
    signatures.push((await savedIn(screen.page)).at(-1)!);
    effort.count("written", 5);
    await closeKeyPage(screen);
    effort.lap(`signing, holder ${holder}`, `holder-${holder}`);
  }
  return signatures;
}

/** Files from the stick, chosen all at once. */
async function give(
  { folder, effort }: Story,
  { page }: Screen,
  field: string,
  files: readonly Saved[],
): Promise<void> {
  const paths = await Promise.all(
    files.map(async ({ name, bytes }) => {
      await fs.writeFile(path.join(folder, name), bytes);
      return path.join(folder, name);
    }),
  );
  const input = (await page.waitForSelector(field)) as ElementHandle<HTMLInputElement>;
  effort.count("steps", 2 + files.length);
  await input.uploadFile(...paths);
}

/** Two readers sign in with a second factor, a report comes from a telephone, and both open it. */
async function firstReport(story: Story, devices: readonly Device[]): Promise<void> {
  const { browser, site, folder, language, effort, look = async () => {}, told = () => {} } = story;
  const { say } = speak(language);
  // One command: its words read off the screen, and what it takes (docs/operations).
  effort.count("keystrokes", 60);
  effort.count("waited", 90);
  await site.install(folder);
  effort.count("aloud", 12);
  effort.lap("pages are installed", "administrator");
  const readers = devices.filter(({ person: { role } }) => role === "lead" || role === "investigator").slice(0, 2);
  for (const { person: one, screen, words } of readers) {
    await screen.page.goto(`${site.origin}/desk`);
    await screenOf(screen.page).press(language.toUpperCase());
    await screen.fill(say(SIGN_IN.name), one.name);
    await screen.fill(say(SIGN_IN.passphrase), words().join(" "));
    await screen.press(say(SIGN_IN.submit));
    await screen.seeHeading(say(ACCOUNT.firstTitle), 120_000);
    await screen.press(say(FACTORS.addCode));
    await screen.see(say(FACTORS.scan));
    const secret = await screen.page.$eval(".adding code", (one) => one.textContent ?? "");
    const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/gu, "")) });
    await screen.fill(say(FACTORS.firstCode), totp.generate());
    await screen.press(say(FACTORS.confirm));
    await screen.press(say(ACCOUNT.goOn));
    await screen.see(say(OPENING.title));
    effort.count("waited", 10);
    effort.lap("signing in", one.name);
  }
  await look("f12-rehearsal", readers[0]!.screen);
  told("two readers have signed in");

  const { page: poster } = await openPage(browser);
  await poster.goto(`${site.origin}/poster`);
  await look("f12b-poster", screenOf(poster), "printed");
  await poster.close();

  const { page } = await openPage(browser);
  const phone = effort.watch(screenOf(page));
  await page.goto(language === "id" ? site.origin : `${site.origin}/${language}`);
  const what = "Laporan latihan: amplop kosong di meja depan.";
  await fillReport(phone, language, { unit: "Dinas Kesehatan", what });
  await phone.see(SCREENS[language].rehearsal.title);
  await look("f13-reporter", phone);
  const code = await sendReport(phone, language);
  effort.count("written", code.length);
  effort.lap("the first report", "telephone");
  told("the first report is sent");
  for (const { person: one, screen } of readers) {
    await openCase(screen, language, what);
    effort.lap("opening it", one.name);
  }
  told("two readers have opened it");
}

/** All of it, and what it has asked of people, line by line. */
export async function playFounding(
  story: Omit<Story, "effort">,
  people: OfficeSize,
): Promise<{ readonly laps: readonly Lap[]; readonly minutes: number }> {
  const effort = new Laps();
  const whole = { ...story, effort };
  await firstReport(whole, await foundOffice(whole, CASTS[people]));
  return { laps: effort.done, minutes: wallMinutesOf(effort.done) };
}

/** Its screens, for pictures: an office of three. */
export async function visitFounding(
  ends: Pick<Test, "teardown">,
  browser: Browser,
  language: Language,
  visit: Visit,
): Promise<void> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-founding-"));
  ends.teardown(() => fs.rm(folder, { recursive: true, force: true }));
  const site = await startFoundingSite(ends);
  await playFounding({ browser, site, language, folder, look: visit }, 3);
}
