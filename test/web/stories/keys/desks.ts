/** The people of an office at their desks: signing in with a second factor, telephones, and what the roots are asked. */
import { Secret, TOTP } from "otpauth";
import { ACCOUNT, FACTORS } from "../../../../src/web/investigator/account/words.ts";
import { CASE } from "../../../../src/web/investigator/case/words.ts";
import { JOINING } from "../../../../src/web/investigator/entrance/joining/words.ts";
import { SECOND_STEP, SIGN_IN } from "../../../../src/web/investigator/entrance/words.ts";
import { LIST, VIEW_NAMES } from "../../../../src/web/investigator/list/words.ts";
import { BACK, REQUEST } from "../../../../src/web/investigator/office/roster/words.ts";
import { OFFICE } from "../../../../src/web/investigator/office/words.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { SCREENS } from "../../../../src/web/reporter/words.ts";
import type { Role } from "../../../../src/protocol/rules/casework.ts";
import { speak } from "../../../../src/words/speech.ts";
import { type Saved, savedIn } from "../../keys/key-page.ts";
import { openPage } from "../../support/browsers.ts";
import type { OwnSite } from "../../support/founding-site.ts";
import { type Screen, screenOf } from "../../support/screen.ts";
import { type RecoverySheets, type RootSheet, give, openAt, signRequest, textsOf } from "../ceremony.ts";
import type { Founded, Story } from "../founding.ts";
import { fillReport, sendReport } from "../reporter.ts";

const SIGNED_IN_MS = 120_000;
const STEP_MS = 30_000;

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
  /** Sheets in the safes, those that hold now first */
  roots: readonly RootSheet[];
  recoveries: readonly RecoverySheets[];
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
  return { ...story, machine, members: new Map(members), roots, recoveries: [recovery], sent: [], isOpen: false };
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

/** The codes of an app on a telephone. One serves once, and the next half minute's serves already. */
function codesOf(secret: string): () => Promise<string> {
  const totp = new TOTP({ secret: Secret.fromBase32(secret.replaceAll(/\s/gu, "")) });
  let last = 0;
  return async () => {
    const now = () => Math.floor(Date.now() / STEP_MS);
    const step = Math.max(last + 1, now());
    while (step > now() + 1) await new Promise((resolve) => setTimeout(resolve, 500));
    last = step;
    return totp.generate({ timestamp: step * STEP_MS });
  };
}

/** Name and six words, as far as the page lets in. */
export async function knock({ site, language }: Story, { screen, name, words }: Member): Promise<void> {
  const { say } = speak(language);
  await screen.page.goto(`${site.origin}/desk`);
  await screenOf(screen.page).press(language.toUpperCase());
  await screen.fill(say(SIGN_IN.name), name);
  await screen.fill(say(SIGN_IN.passphrase), words.join(" "));
  await screen.press(say(SIGN_IN.submit));
}

/** As far as whoever has an app with codes comes. */
async function knockWithCode(office: Story, member: Member): Promise<void> {
  const { say } = speak(office.language);
  const { screen, nextCode } = member;
  await knock(office, member);
  await screen.seeHeading(say(SECOND_STEP.title), SIGNED_IN_MS);
  await screen.fill(say(SECOND_STEP.code), (await nextCode?.()) ?? "");
  await screen.press(say(SECOND_STEP.submit));
}

/** The first time a second factor is set up; from then on it is asked for. */
async function enter(office: Story, member: Member): Promise<Screen> {
  const { say } = speak(office.language);
  const { screen } = member;
  if (member.nextCode === undefined) {
    await knock(office, member);
    await screen.seeHeading(say(ACCOUNT.firstTitle), SIGNED_IN_MS);
    await screen.press(say(FACTORS.addCode));
    await screen.see(say(FACTORS.scan));
    const [secret = ""] = await textsOf(screen.page, ".adding code");
    member.nextCode = codesOf(secret);
    await screen.fill(say(FACTORS.firstCode), await member.nextCode());
    await screen.press(say(FACTORS.confirm));
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
  await screen.page.waitForSelector(".rows");
  await screen.press(say(VIEW_NAMES.open));
  return screen;
}

export async function backToList(screen: Screen, { language }: Story): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(CASE.backLabel));
  await screen.seeHeading(say(LIST.title));
}

/** A report from somebody's telephone: the twelve words. */
export async function reportFromPhone(office: Office, what: string): Promise<string[]> {
  const { browser, site, language } = office;
  const { page } = await openPage(browser);
  const phone = screenOf(page);
  await page.goto(language === "id" ? site.origin : `${site.origin}/${language}`);
  await fillReport(phone, language, { unit: "Dinas Kesehatan", what });
  if ((await phone.has("text", SCREENS[language].rehearsal.title)) === office.isOpen)
    throw new Error(`the reporter's page says ${office.isOpen ? "rehearsal" : "nothing of a rehearsal"}`);
  const code = await sendReport(phone, language);
  await page.close();
  office.sent.push(what);
  return code;
}

/** Whoever comes, or comes again: keys made on the own device, six words on paper, the file for an administrator. */
export async function joinAnew(
  office: Office,
  { fullName, name, role }: { readonly fullName: string; readonly name: string; readonly role: Role },
): Promise<{ readonly member: Member; readonly file: Saved }> {
  const { say } = speak(office.language);
  const screen = await openAt(office, `${office.site.origin}/desk`);
  await screen.press(say(SIGN_IN.join));
  await screen.fill(say(JOINING.fullName), fullName);
  await screen.select(say(JOINING.role), role);
  await screen.fill(say(JOINING.name), name);
  await screen.press(say(JOINING.make));
  await screen.see(say(JOINING.write));
  const words = await textsOf(screen.page, ".six-words li");
  await screen.press(say(JOINING.written));
  await screen.see(say(JOINING.askBackLead));
  for (const [at, word] of words.entries()) {
    const label = say(JOINING.askBack, { n: at + 1 });
    if (await screen.has("field", label)) await screen.fill(label, word);
  }
  await screen.press(say(JOINING.check));
  await screen.see(say(JOINING.fingerprint));
  const file = await saves(screen, say(JOINING.save));
  const member: Member = { fullName, name, screen, words };
  office.members.set(name, member);
  return { member, file };
}

/** Among what a field offers, what is called so. */
export async function selectNamed(screen: Screen, label: string, name: string): Promise<void> {
  const found = await screen.page.waitForFunction(
    (field, text) =>
      [...document.querySelectorAll("label")]
        .filter(({ textContent }) => textContent === field)
        .flatMap(({ control }) => [...((control as HTMLSelectElement | null)?.options ?? [])])
        .find(({ textContent }) => textContent === text)?.value,
    { polling: 50 },
    label,
    name,
  );
  await screen.select(label, (await found.jsonValue()) ?? "");
}

const LOOK_MS = 3_000;

/** A steward's list, and on it the office. While the list comes in what stands below it moves, and a press may miss. */
export async function openOffice(screen: Screen, { language }: Story): Promise<void> {
  const { say } = speak(language);
  await screen.page.waitForSelector(".rows");
  for (let tries = 0; tries < 3; tries++) {
    await screen.press(say(OFFICE.open));
    const opened = await screen.page.waitForSelector(".office-screen", { timeout: LOOK_MS }).catch(() => undefined);
    if (opened !== undefined) break;
  }
  await screen.seeHeading(say(REQUEST.title));
}

export async function closeOffice(screen: Screen, { language }: Story): Promise<void> {
  await screen.press(speak(language).say(FRAME.close));
}

/** A request that stands on the screen: onto the stick, over the holders' key pages, and back to the desk as a proposal. */
export async function takeToRoots(office: Office, desk: Screen, holders: readonly RootSheet[]): Promise<void> {
  const { say } = speak(office.language);
  await desk.see(say(REQUEST.line));
  const line = (await textsOf(desk.page, ".request-line dd")).join(" ");
  const request = await saves(desk, say(REQUEST.save));
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
  await desk.page.waitForFunction(
    (name) => ![...document.querySelectorAll("button")].some(({ textContent }) => textContent === name),
    { polling: 50 },
    say(OFFICE.signToo),
  );
  await closeOffice(desk, office);
}
