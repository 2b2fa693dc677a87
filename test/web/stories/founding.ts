/**
 * An office is founded, from the code that a server has printed to the first report: in real browsers, the key page opened
 * from its file, and nothing read but screens and sheets. What it asks of people is counted.
 */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser, Page } from "puppeteer-core";
import type { Test } from "tap";
import { ACCOUNT } from "../../../src/web/investigator/account/words.ts";
import { JOINING } from "../../../src/web/investigator/entrance/joining/words.ts";
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
import { SCREENS } from "../../../src/web/reporter/words.ts";
import type { Role } from "../../../src/protocol/rules/casework.ts";
import { ROLE_NAMES } from "../../../src/words/glossary.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { numberIn, savedIn, textsOf } from "../keys/key-page.ts";
import { openPage } from "../support/browsers.ts";
import { addCodes } from "../support/codes.ts";
import { type Lap, Laps, wallMinutesOf } from "../support/laps.ts";
import { type FoundingSite, startFoundingSite } from "../support/founding-site.ts";
import { type Screen, type Visit, screenOf } from "../support/screen.ts";
import { type RecoverySheets, type Room, type RootSheet, give, makeKeys, openAt, signRequest } from "./ceremony.ts";
import { fillReport, sendReport } from "./reporter.ts";
import { openCase, typeWords } from "./desk.ts";

type Person = { readonly fullName: string; readonly name: string; readonly role: Role | "both" };

const person = (role: Person["role"], n: number): Person => ({
  fullName: `Orang ${n}`,
  name: `orang-${n}`,
  role,
});

/** Who founds an office of so many; the founder comes last. */
export const CASTS = {
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

export type Story = Room & {
  readonly site: FoundingSite;
  /** Each screen as it stands, for whoever takes pictures or looks for barriers */
  readonly look?: Visit;
  readonly told?: (step: string) => void;
};

/** The words of a screen's only twelve-word block of this kind, as one line. */
const lineOn = async (page: Page) => (await textsOf(page, ".the-line dd")).join(" ");

/** Root keys and the recovery key are made while the founder proposes and people join (founding/steps.ts). */
const ONLINE = "at the desk";

export type Founded = {
  readonly devices: readonly Device[];
  readonly roots: readonly RootSheet[];
  readonly recovery: RecoverySheets;
};

/** From the code to an office whose directory is published. */
export async function foundOffice(story: Story, cast: readonly Person[]): Promise<Founded> {
  const { site, language, effort, look = async () => {}, told = () => {} } = story;
  const { say } = speak(language);
  const founder = cast.at(-1)!;
  const desk = await openAt(story, site.origin);
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
    const screen = one === founder ? desk : await openAt(story, link);
    if (one === founder) await screen.press(say(GATHERING.joinHere));
    devices.push(await join(story, one, screen));
    effort.lap("joining", one.name, ONLINE);
  }
  told("everybody has joined");

  const { roots, recovery } = await makeKeys(story, [1, 2, 3]);
  told("root keys and the recovery key are made");

  await desk.see(say(GATHERING.people, { n: cast.length }));
  await look("f7-gathering", desk, "printed");
  await desk.press(say(GATHERING.close));
  await desk.seeHeading(say(CLOSING.title));
  await give(story, desk, "#ceremony-files", [...roots.map(({ file }) => file), recovery.file]);
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
  // One reads it aloud, and everybody follows it on the own screen at the same time.
  for (const { person: one, screen } of devices.toReversed()) {
    await screen.seeHeading(say(LINE.title), 15_000);
    if ((await lineOn(screen.page)) !== line) throw new Error(`${one.name} sees another line`);
    effort.count("aloud", 12);
    await screen.press(say(LINE.agree));
    await screen.see(say(LINE.agreed));
    effort.lap("the line aloud", one.name);
  }
  told("the line is the same on every screen");

  await desk.press(say(LINE.save));
  const request = (await savedIn(desk.page)).at(-1)!;
  effort.count("sticks");
  effort.lap("the request on the stick", founder.name);
  const { signatures } = await signRequest(story, request, line, roots.slice(0, 2));
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
  return { devices, roots, recovery };
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
    await typeWords(screen, language, { name: one.name, passphrase: words().join(" ") });
    await screen.seeHeading(say(ACCOUNT.firstTitle), 120_000);
    await addCodes(screen, language);
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
  const { devices } = await foundOffice(whole, CASTS[people]);
  await firstReport(whole, devices);
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
