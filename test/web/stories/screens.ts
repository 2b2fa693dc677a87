/** Every screen, one after the other, on seeded cases: for pictures and for whatever is to hold on each of them. */
import type { Browser } from "puppeteer-core";
import type { Language } from "../../../src/words/languages.ts";
import { openPage } from "../support/browsers.ts";
import { type Visit, screenOf } from "../support/screen.ts";
import type { Login, Site } from "../support/site.ts";
import { prepareCasework, visitCasework } from "./casework-screens.ts";
import { enrolLead } from "./desk.ts";
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
