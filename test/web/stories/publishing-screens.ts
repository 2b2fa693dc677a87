/**
 * Figures for everybody, screen by screen: a lead prepares them and signs, a custodian reads what everybody will see and
 * signs too, the page tells them, and with the next ones comes a correction.
 */
import type { Browser } from "puppeteer-core";
import type { Test } from "tap";
import { connect } from "../../../src/client/line/http.ts";
import { findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import { enrol } from "../../../src/client/member/entry/sign-in.ts";
import { daysOf } from "../../../src/protocol/publishing/period.ts";
import type { Category } from "../../../src/protocol/rules/casework.ts";
import { FIGURES } from "../../../src/web/investigator/figures/words.ts";
import { LIST } from "../../../src/web/investigator/list/words.ts";
import { FRAME, PLACES } from "../../../src/web/investigator/parts/words.ts";
import { PUBLISHING } from "../../../src/web/investigator/publishing/words.ts";
import type { Language } from "../../../src/words/languages.ts";
import * as words from "../../../src/words/published.ts";
import { speak } from "../../../src/words/speech.ts";
import { figuresPathOf } from "../../../src/web/reporter/pages.ts";
import { periodName } from "../../../src/words/period-name.ts";
import { first } from "../../support/hostile/hostile-story.ts";
import { memberAt } from "../../support/members.ts";
import { pastQuarter } from "../../support/proof/published.ts";
import { query } from "../../support/machine/postgres.ts";
import { openPage, preferLanguage } from "../support/browsers.ts";
import { sendReports } from "../support/reports.ts";
import { type Screen, type Visit, screenOf } from "../support/screen.ts";
import { type Login, type Site, startSite } from "../support/site.ts";
import { waitForElement, waitInPage } from "../support/wait.ts";
import { signIn, typeWords } from "./desk.ts";

/** Of the quarter that is published first: two categories are told, four are too few; then of the one after it. */
const FIRST_QUARTER = ["suap*10", "pungutan-liar*7", "gratifikasi*3", "nepotisme-kolusi*2", "lainnya*2"];
const NEXT_QUARTER = ["suap*6", "pungutan-liar*5"];
/** So many are archived after they were published: enough for a correction. */
const ARCHIVED = 6;

export async function visitPublishing(
  ends: Pick<Test, "teardown">,
  browser: Browser,
  language: Language,
  visit: Visit,
): Promise<Site> {
  const { say } = speak(language);
  const site = await startSite(ends);
  const [leader, custodian] = await enrolTwo(site);
  const [earlier, later] = [pastQuarter(3), pastQuarter(2)];
  for (const [period, counts] of [
    [earlier, FIRST_QUARTER],
    [later, NEXT_QUARTER],
  ] as const)
    await sendIn(site, period, counts);
  const look: Visit = (name, screen, depth = "once") => visit(name, screen, depth);
  const openAt = async (address: string): Promise<Screen> => {
    const { page } = await openPage(browser);
    await preferLanguage(page, language);
    await page.goto(site.origin + address);
    return screenOf(page);
  };

  const lead = await openAt("/desk");
  await signIn(lead, language, leader);
  await lead.press(say(FRAME.understood));
  await waitForElement(lead.page, "[data-handle]");
  await lead.seeNoMore(say(LIST.notRead));
  await prepareFigures(lead, language, earlier);
  await look("i05d-prepared", lead);
  await lead.press(say(PUBLISHING.sign));
  await lead.see(say(PUBLISHING.ownWaiting));
  await look("i05f-waits", lead);

  const second = await openAt("/desk");
  await typeWords(second, language, custodian);
  await second.see(say(PUBLISHING.preview));
  await look("i05g-second-signature", second);
  await second.press(say(PUBLISHING.confirm));
  await second.see(say(PUBLISHING.confirmed));
  await look("i05h-published", second);

  await archiveSome(site, earlier);
  await lead.page.bringToFront();
  await lead.page.keyboard.press("Escape");
  await lead.press(say(PLACES.cases));
  await lead.press(say(LIST.refresh));
  await prepareFigures(lead, language, later);
  await lead.choose(say(PUBLISHING.correct, { period: periodName(earlier, words, speak(language)) }));
  await lead.see(say(PUBLISHING.corrected));
  await look("i05i-correction", lead);
  await lead.press(say(PUBLISHING.sign));
  await lead.see(say(PUBLISHING.ownWaiting));
  await second.page.bringToFront();
  await second.page.reload();
  await typeWords(second, language, custodian);
  await second.press(say(PUBLISHING.confirm));
  await second.see(say(PUBLISHING.confirmed));

  const everybody = await openAt(figuresPathOf(language));
  await waitForElement(everybody.page, "[data-result=genuine]");
  await look("r17b-published", everybody);
  await everybody.page.select("#figures-period", "0");
  await everybody.see(say(words.PUBLISHED.before));
  await look("r17c-corrected", everybody);
  for (const { page } of [lead, second, everybody]) await page.close();
  return site;
}

async function enrolTwo({ origin, organisation }: Site): Promise<[Login, Login]> {
  const enrolled = async (member: Login["member"], name: string): Promise<Login> => {
    const login = { name, passphrase: `enam kata ${name} yang tidak menjaga apa pun`, member };
    await enrol(connect(origin), member, login);
    return login;
  };
  return [
    await enrolled(organisation.lead, "penanggung-jawab"),
    await enrolled(first(organisation.custodians), "kustodian"),
  ];
}

/** Reports of each category, as of the quarter's first day. */
async function sendIn(site: Site, period: string, counts: readonly string[]): Promise<void> {
  const categories = counts.flatMap((count) => {
    const [category = "", n = "0"] = count.split("*");
    return Array.from({ length: Number(n) }, () => category as Category);
  });
  const unitName = "Dinas Perizinan Kabupaten Negeri Dongeng";
  await sendReports(
    site,
    categories.map((category) => ({ category, unitName, title: `Laporan ${category}` })),
  );
  const set = "UPDATE cases SET arrived_on = $1, state_on = $1 WHERE arrived_on > $1";
  await query(site.urls.ownerUrl, set, [daysOf(period).from]);
}

/** As a colleague does, with a word to each reporter. */
async function archiveSome(site: Site, period: string): Promise<void> {
  const colleague = await memberAt(site, first(site.organisation.investigators.slice(2)));
  await findNewCases(colleague);
  const { cases } = await listCases(colleague);
  const some = cases.filter(({ arrivedOn }) => arrivedOn === daysOf(period).from).slice(0, ARCHIVED);
  for (const { handle } of some)
    await (
      await openMemberCase(colleague, handle)
    ).moveTo("archived", { outcome: null, text: "Terima kasih, kami catat." });
}

/** As far as the preview of what everybody will see. */
export async function prepareFigures(lead: Screen, language: Language, period: string): Promise<void> {
  const { say } = speak(language);
  await lead.press(say(PLACES.figures));
  await lead.press(say(FIGURES.publish));
  await waitForElement(lead.page, `.publishing-dialog option[value="${period}"]:not(:disabled)`);
  await waitInPage(
    lead.page,
    (loading) => document.querySelector(".publishing-dialog")?.textContent?.includes(loading) === false,
    {},
    say(PUBLISHING.listLoading),
  );
  await lead.page.select(".publishing-dialog select", period);
  await lead.see(say(PUBLISHING.preview));
}
