/** Every screen, one after the other, on seeded cases: for pictures and for whatever is to hold on each of them. */
import type { Browser } from "puppeteer-core";
import { connect } from "../../../src/client/line/http.ts";
import { enrol } from "../../../src/client/member/entry/sign-in.ts";
import type { Language } from "../../../src/words/languages.ts";
import { openPage } from "../support/browsers.ts";
import { type Visit, screenOf } from "../support/screen.ts";
import type { Login, Site } from "../support/site.ts";
import { prepareCasework, visitCasework } from "./casework-screens.ts";
import { visitDesk } from "./desk-screens.ts";
import { visitReporter, visitReporterAgain } from "./reporter-screens.ts";

/** Gives back the lead, who is enrolled then. */
export async function visitScreens(browser: Browser, site: Site, language: Language, visit: Visit): Promise<Login> {
  const { page } = await openPage(browser);
  page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
  const words = await visitReporter(page, site, language, visit);
  const casework = await prepareCasework(site);
  const atDesk = screenOf((await openPage(browser)).page);
  const lead = await enrolLead(site);
  await visitDesk(atDesk, site, lead, language, visit);
  await visitCasework(atDesk, casework, language, visit);
  await page.bringToFront();
  await visitReporterAgain(page, site, language, words, visit);
  await Promise.all([page.close(), atDesk.page.close()]);
  return lead;
}

/** Who sees most: a lead gives cases to others, and reads the register of declared interests. */
async function enrolLead({ origin, organisation: { lead } }: Site): Promise<Login> {
  const login = { name: "penanggung-jawab", passphrase: "enam kata lain yang tidak menjaga apa pun", member: lead };
  await enrol(connect(origin), lead, login);
  return login;
}
