/** The people of an office at their desks: signing in with a second factor, telephones, and what the roots are asked. */
import { ACCOUNT } from "../../../../src/web/investigator/account/words.ts";
import { CASE } from "../../../../src/web/investigator/case/words.ts";
import { JOINING } from "../../../../src/web/investigator/entrance/joining/words.ts";
import { SECOND_STEP } from "../../../../src/web/investigator/entrance/words.ts";
import { LIST, VIEW_NAMES } from "../../../../src/web/investigator/list/words.ts";
import { BACK, REQUEST } from "../../../../src/web/investigator/office/roster/words.ts";
import { OFFICE } from "../../../../src/web/investigator/office/words.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { SCREENS } from "../../../../src/web/reporter/words.ts";
import type { Role } from "../../../../src/protocol/rules/casework.ts";
import { speak } from "../../../../src/words/speech.ts";
import { type Saved, savedIn, textsOf } from "../../keys/key-page.ts";
import { openPage } from "../../support/browsers.ts";
import { addCodes } from "../../support/codes.ts";
import type { OwnSite } from "../../support/founding-site.ts";
import { makeKeysAt } from "../../support/joining.ts";
import { type Screen, screenOf } from "../../support/screen.ts";
import { waitForElement, waitInPage } from "../../support/wait.ts";
import { type RecoverySheets, type RootSheet, give, openAt, signRequest } from "../ceremony.ts";
import type { Founded, Story } from "../founding.ts";
import { typeWords } from "../desk.ts";
import { fillReport, sendReport } from "../reporter.ts";

const SIGNED_IN_MS = 120_000;

/** Somebody who signs in: six words on paper, and an app with codes once there is one. */
export type Member = {
  readonly fullName: string;
  readonly name: string;
  screen: Screen;
  readonly words: readonly string[];
  nextCode?: () => Promise<string>;
};

export type Office = Story & {
  readonly machine: OwnSite;
  readonly members: Map<string, Member>;
  /** Sheets in the safes: those that hold now */
  roots: readonly RootSheet[];
  /** The newest first: earlier ones open what came before */
  recoveries: readonly [RecoverySheets, ...RecoverySheets[]];
  /** By whom a directory is confirmed: the names of two */
  stewards: readonly [string, string];
  /** Reports that were sent */
  readonly sent: string[];
  /** The rehearsal is over */
  isOpen: boolean;
};

export const memberOf = ({ members }: Office, name: string): Member => {
  const found = members.get(name);
  if (found === undefined) throw new Error(`nobody is called ${name}`);
  return found;
};

/** After the founding: the pages hold the roots. */
export async function moveIn(story: Story, { devices, roots, recovery }: Founded): Promise<Office> {
  const machine = await story.site.install(story.folder);
  const members = devices.map(({ person: { fullName, name }, screen, words }): [string, Member] => [
    name,
    { fullName, name, screen, words: words() },
  ]);
  return {
    ...story,
    machine,
    members: new Map(members),
    roots,
    recoveries: [recovery],
    stewards: ["orang-0", "orang-1"],
    sent: [],
    isOpen: false,
  };
}

/** What the desk puts together in its worker first, and then gives. */
export async function saves(screen: Screen, button: string): Promise<Saved> {
  const before = (await savedIn(screen.page)).length;
  await screen.press(button);
  for (let tries = 0; tries < 200; tries++) {
    const saved = await savedIn(screen.page);
    if (saved.length > before) return saved.at(-1)!;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`“${button}” saved nothing`);
}

/** The page of the desk anew, in the language of the story. */
export async function openDesk({ site, language }: Story, { page }: Screen): Promise<void> {
  await page.goto(`${site.origin}/desk`);
  await screenOf(page).press(language.toUpperCase());
}

/** Name and six words, as far as the page lets in. */
export async function knock(office: Story, { screen, name, words }: Member): Promise<void> {
  await openDesk(office, screen);
  await typeWords(screen, office.language, { name, passphrase: words.join(" ") });
}

/** As far as whoever has an app with codes comes. */
export async function knockWithCode(office: Story, member: Member): Promise<void> {
  const { say } = speak(office.language);
  const { screen, nextCode } = member;
  await knock(office, member);
  await screen.seeHeading(say(SECOND_STEP.title), SIGNED_IN_MS);
  await screen.fill(say(SECOND_STEP.code), (await nextCode?.()) ?? "");
  await screen.press(say(SECOND_STEP.submit));
}

/** The first time a second factor is set up; from then on it is asked for. */
export async function enter(office: Story, member: Member): Promise<Screen> {
  const { say } = speak(office.language);
  const { screen } = member;
  if (member.nextCode === undefined) {
    await knock(office, member);
    await screen.seeHeading(say(ACCOUNT.firstTitle), SIGNED_IN_MS);
    member.nextCode = await addCodes(screen, office.language);
    await screen.press(say(ACCOUNT.goOn));
  } else await knockWithCode(office, member);
  await screen.see(say(FRAME.lockNow));
  return screen;
}

/** Signed in, and all open cases in the list. */
export async function enterList(office: Story, member: Member): Promise<Screen> {
  const { say } = speak(office.language);
  const screen = await enter(office, member);
  await screen.seeHeading(say(LIST.title));
  await waitForElement(screen.page, ".rows");
  await screen.press(say(VIEW_NAMES.open));
  return screen;
}

export async function backToList(screen: Screen, { language }: Story): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(CASE.backLabel));
  await screen.seeHeading(say(LIST.title));
}

/** Somebody's telephone, on the reporter's page. */
export async function openPhone({ browser, site, language, effort }: Story): Promise<Screen> {
  const { page } = await openPage(browser);
  await page.goto(language === "id" ? site.origin : `${site.origin}/${language}`);
  return effort.watch(screenOf(page));
}

/** A report from there: the twelve words. */
export async function reportFromPhone(office: Office, what: string): Promise<string[]> {
  const { language } = office;
  const phone = await openPhone(office);
  await fillReport(phone, language, { unit: "Dinas Kesehatan", what });
  if ((await phone.has("text", SCREENS[language].rehearsal.title)) === office.isOpen)
    throw new Error(`the reporter's page says ${office.isOpen ? "rehearsal" : "nothing of a rehearsal"}`);
  const code = await sendReport(phone, language);
  await phone.page.close();
  office.sent.push(what);
  return code;
}

/** Whoever comes, or comes again: keys made on the own device, six words on paper, the file for an administrator. */
export async function joinAnew(
  office: Office,
  { fullName, name, role }: { readonly fullName: string; readonly name: string; readonly role: Role },
): Promise<{ readonly member: Member; readonly file: Saved }> {
  const screen = await openAt(office, `${office.site.origin}/desk`);
  const words = await makeKeysAt(screen, { fullName, name, role }, office.language);
  const file = await saves(screen, speak(office.language).say(JOINING.save));
  const member: Member = { fullName, name, screen, words };
  office.members.set(name, member);
  return { member, file };
}

/** Among what a field offers, what is called so. */
export async function selectNamed(screen: Screen, label: string, name: string): Promise<void> {
  const found = await waitInPage(
    screen.page,
    (field, text) =>
      [...document.querySelectorAll("label")]
        .filter(({ textContent }) => textContent === field)
        .flatMap(({ control }) => [...((control as HTMLSelectElement | null)?.options ?? [])])
        .find(({ textContent }) => textContent === text)?.value,
    { what: `“${name}” in “${label}”` },
    label,
    name,
  );
  await screen.select(label, (await found.jsonValue()) ?? "");
}

const LOOK_MS = 3_000;

/**
 * A steward's list, and on it the office; whoever opens no cases has it before them. While the list comes in what stands
 * below it moves, and a press may miss.
 */
export async function openOffice(screen: Screen, { language }: Pick<Story, "language">): Promise<void> {
  const { say } = speak(language);
  await waitForElement(screen.page, ".rows, .office-screen");
  for (let tries = 0; tries < 10 && (await screen.page.$(".plain-page")) === null; tries++) {
    await screen.press(say(OFFICE.open));
    const opened = await waitForElement(screen.page, ".office-screen", { timeout: LOOK_MS }).catch(() => undefined);
    if (opened !== undefined) break;
  }
  await screen.seeHeading(say(REQUEST.title));
}

export async function closeOffice(screen: Screen, { language }: Story): Promise<void> {
  if ((await screen.page.$(".office-dialog")) !== null) await screen.press(speak(language).say(FRAME.close));
}

/** A request that stands on the screen: onto the stick, over the holders' key pages, and back to the desk as a proposal. */
export async function takeToRoots(office: Office, desk: Screen, holders: readonly RootSheet[]): Promise<void> {
  const { say } = speak(office.language);
  await desk.see(say(REQUEST.line));
  const line = (await textsOf(desk.page, ".request-line dd")).join(" ");
  const request = await saves(desk, say(REQUEST.save));
  office.effort.lap("a request to the roots", "steward");
  const { signatures } = await signRequest(office, request, line, holders);
  await give(office, desk, ".returned-files", [request, ...signatures]);
  await desk.press(say(BACK.propose));
  await desk.see(say(OFFICE.directoryProposed));
  await closeOffice(desk, office);
}

/** A second steward reads it in the office's screen and signs it too: from then on it holds. */
export async function signToo(office: Office, desk: Screen): Promise<void> {
  const { say } = speak(office.language);
  await openOffice(desk, office);
  await desk.press(say(OFFICE.signToo));
  await waitInPage(
    desk.page,
    (name) => ![...document.querySelectorAll("button")].some(({ textContent }) => textContent === name),
    {},
    say(OFFICE.signToo),
  );
  await closeOffice(desk, office);
}
