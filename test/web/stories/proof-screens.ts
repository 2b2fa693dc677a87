/**
 * Screens of what is proved and handed out, for pictures alone: rules of law, a case file that is sealed, figures that disagree
 * with the server, and the page with which other bodies open packages.
 */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser } from "puppeteer-core";
import type { Test } from "tap";
import { readRecipient } from "../../../src/client/referral/age.ts";
import { sealPackage } from "../../../src/client/referral/package.ts";
import { type Bytes, concat } from "../../../src/crypto/bytes.ts";
import { daysOf } from "../../../src/protocol/publishing/period.ts";
import type { Answers } from "../../../src/protocol/rules/report-fields.ts";
import { DIALOG } from "../../../src/web/investigator/case-file/words.ts";
import { FIGURES } from "../../../src/web/investigator/figures/words.ts";
import { LAW_WORDS } from "../../../src/web/investigator/law/words.ts";
import { FRAME, PLACES } from "../../../src/web/investigator/parts/words.ts";
import { PUBLISHING } from "../../../src/web/investigator/publishing/words.ts";
import { PACKAGES, SEAL, SENT } from "../../../src/web/investigator/referral/words.ts";
import { CHECK, MAKE, OPEN, RECEIVER, TASKS } from "../../../src/web/keys/receiver/words.ts";
import { makeReceiverPage } from "../../../src/web/receiver-page.ts";
import { RECEIVER_PAGE_FILE } from "../../../src/web/shared/receiver-page-file.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { DAY, casePartsOf, makeCaseFile, zipOf } from "../../support/proof/case-file.ts";
import { makeOrganisation } from "../../support/organisation.ts";
import { pastQuarter } from "../../support/proof/published.ts";
import { query } from "../../support/machine/postgres.ts";
import { catchSaved, savedIn } from "../keys/key-page.ts";
import { openPage, preferLanguage } from "../support/browsers.ts";
import { catchDownloads } from "../support/places.ts";
import { sendReports } from "../support/reports.ts";
import { type Screen, type Visit, pickNamed, screenOf } from "../support/screen.ts";
import type { Login, Site } from "../support/site.ts";
import { giveFiles } from "../support/sticks.ts";
import { waitForElement } from "../support/wait.ts";
import { openCase, signIn } from "./desk.ts";

const TITLE = "Pemenang lelang diatur sejak awal";

/** Enough of two kinds to be told, too few of two others. */
const REPORTS: readonly Partial<Answers>[] = [
  ...Array.from({ length: 9 }, () => ({ category: "suap" }) as const),
  ...Array.from({ length: 7 }, () => ({ category: "pungutan-liar" }) as const),
  { category: "gratifikasi" },
  { category: "nepotisme-kolusi" },
  { category: "pengadaan-barang-jasa", title: TITLE, what: "Pemenang lelang sudah ditentukan sebelum dibuka." },
];

/** @param lead a member who is enrolled, and may refer and publish */
export async function visitProof(
  ends: Pick<Test, "teardown">,
  browser: Browser,
  site: Site,
  lead: Login,
  language: Language,
  visit: Visit,
): Promise<void> {
  const { say } = speak(language);
  await sendReports(site, REPORTS);
  const desk = await openDesk(browser, site, language);
  await signIn(desk, language, lead);
  await visitSealing(desk, language, visit);
  const period = pastQuarter(2);
  // The server's word against the team's, which the figures say.
  await query(site.urls.ownerUrl, "UPDATE cases SET arrived_on = $1, state_on = $1", [daysOf(period).from]);
  await desk.page.reload();
  await signIn(desk, language, lead);
  await desk.press(say(PLACES.figures));
  await desk.press(say(FIGURES.law));
  await desk.see(say(LAW_WORDS.lead));
  await visit("i21-law", desk);
  await desk.press(say(LAW_WORDS.confirm));
  await desk.press(say(LAW_WORDS.save));
  await visit("i21b-law-confirmed", desk);
  await desk.press(say(FRAME.close));
  await visitDisagreeing(desk, { period, language, visit });
  await desk.page.close();
  await visitReceiver(ends, browser, language, visit);
}

async function openDesk(browser: Browser, { origin }: Site, language: Language): Promise<Screen> {
  const { page } = await openPage(browser);
  await preferLanguage(page, language);
  await page.goto(`${origin}/desk`);
  return screenOf(page);
}

/** A choice is called by its label and its hint together. */
const chooseIn = (screen: Screen, name: string) => pickNamed(screen, "label", name);

async function visitSealing(desk: Screen, language: Language, visit: Visit): Promise<void> {
  const { say } = speak(language);
  await openCase(desk, language, TITLE);
  await catchDownloads(desk);
  await desk.press(say(FRAME.caseFile));
  await desk.see(say(DIALOG.lead));
  await chooseIn(desk, say(SEAL.sealed));
  await desk.press(say(DIALOG.make));
  await desk.see(say(DIALOG.reasonNeeded));
  await visit("i20b-sealed", desk);
  await desk.paste(say(DIALOG.to), "Kejaksaan Negeri Antah Berantah");
  await desk.paste(say(DIALOG.reason), "Memerlukan upaya paksa.");
  await desk.page.select("select[id$='-to']", "prosecutor");
  await desk.paste(say(SEAL.letter), "700/13/2026");
  await chooseIn(desk, say(SEAL.byWords));
  await desk.paste(say(SEAL.toldBy), "Diucapkan lewat telepon kantor.");
  await desk.press(say(DIALOG.make));
  await desk.see(say(SENT.words));
  await visit("i20c-words", desk);
  await chooseIn(desk, say(SENT.noted));
  await desk.press(say(FRAME.close));
  await desk.press(say(FRAME.caseFile));
  await desk.press(say(PACKAGES.note));
  await visit("i20d-receipt", desk);
  await desk.page.keyboard.press("Escape");
}

/** Then nothing was published yet: what follows stands in `publishing-screens.ts`. */
async function visitDisagreeing(
  desk: Screen,
  { period, language, visit }: { readonly period: string; readonly language: Language; readonly visit: Visit },
): Promise<void> {
  const { say } = speak(language);
  for (const _ of [1, 2]) await desk.press(say(FIGURES.earlier));
  await desk.see(say(FIGURES.byCategory));
  await visit("i05b-disagreeing", desk);
  await desk.press(say(FIGURES.publish));
  await waitForElement(desk.page, `.publishing-dialog option[value="${period}"]:not(:disabled)`);
  await desk.see(say(PUBLISHING.none));
  await visit("i05c-publishing", desk);
}

async function visitReceiver(
  ends: Pick<Test, "teardown">,
  browser: Browser,
  language: Language,
  visit: Visit,
): Promise<void> {
  const { say } = speak(language);
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-receiver-"));
  ends.teardown(() => fs.rm(folder, { recursive: true, force: true }));
  const file = path.join(folder, RECEIVER_PAGE_FILE);
  await fs.writeFile(file, await makeReceiverPage());
  const { page } = await openPage(browser);
  await page.evaluateOnNewDocument(catchSaved);
  await page.goto(pathToFileURL(file).href);
  const screen = screenOf(page);
  await screen.press(language.toUpperCase());
  await screen.see(say(RECEIVER.lead));
  await visit("k11-receiver", screen);
  await screen.press(say(TASKS.make));
  await screen.press(say(MAKE.make));
  await screen.seeHeading(say(MAKE.made));
  await screen.press(say(MAKE.saveSecret));
  await screen.press(say(MAKE.savePublic));
  await visit("k12-receiver-key", screen);
  const [secret, open] = await savedIn(page);
  const recipient = readRecipient(open?.bytes.toString() ?? "");
  if (secret === undefined || recipient === undefined) throw new Error("no key was saved");
  await screen.press(say(RECEIVER.back));

  const made = makeCaseFile(casePartsOf({ reporter: () => "", team: (place) => `Tim: ${place}.` }));
  const zip = await zipOf(made, { organisation: makeOrganisation(Date.parse(DAY)) });
  const pieces: Bytes[] = [];
  const stream = new Blob([new Uint8Array(zip)]).stream() as ReadableStream<Bytes>;
  await sealPackage(stream, { is: "key", recipient }, async (piece) => void pieces.push(piece));
  await screen.press(say(TASKS.open));
  await giveFiles(screen, 'input[type="file"]', [concat(...pieces)]);
  await screen.seeHeading(say(OPEN.key));
  await visit("k13-receiver-asked", screen);
  await giveFiles(screen, 'form input[type="file"]', [secret.bytes]);
  await screen.press(say(OPEN.open));
  await screen.see(say(CHECK.unplaced));
  await visit("k14-receiver-opened", screen);
  await page.close();
}
