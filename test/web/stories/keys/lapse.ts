/** Nobody has said for five weeks that the directory holds: the reporter's page closes kindly, and two clicks open it. */
import { OFFICE } from "../../../../src/web/investigator/office/words.ts";
import { HOME, SCREENS } from "../../../../src/web/reporter/words.ts";
import { BESIDE as ID } from "../../../../src/web/reporter/words/id/beside.ts";
import { BESIDE as EN } from "../../../../src/web/reporter/words/en/beside.ts";
import { DIRECTORY_FAILURES } from "../../../../src/words/failures.ts";
import { speak } from "../../../../src/words/speech.ts";
import { openPage } from "../../support/browsers.ts";
import { screenOf } from "../../support/screen.ts";
import { type Office, enterList, memberOf, reportFromPhone, knockWithCode } from "./desks.ts";

/** A statement holds for 35 days at most (protocol/limits.ts). */
const WEEKS = 6;
const CAME_BACK = "Sesudah penegasan kembali: bantuan dipotong.";

export async function lapse(office: Office): Promise<void> {
  const { browser, site, language, told = () => {} } = office;
  const { say } = speak(language);
  await office.machine.moveOn(7 * WEEKS);
  const { page } = await openPage(browser);
  const phone = screenOf(page);
  await page.goto(language === "id" ? site.origin : `${site.origin}/${language}`);
  await phone.press(HOME[language].report);
  await phone.seeHeading((language === "id" ? ID : EN).refused.closed);
  const reader = memberOf(office, "orang-2");
  await knockWithCode(office, reader);
  await reader.screen.see(say(DIRECTORY_FAILURES["statement-lapsed"].happened));
  told("six weeks later: nothing can be sent, no case can be opened, and both say why");

  const [lead, second] = [memberOf(office, "orang-0"), memberOf(office, "orang-1")];
  await knockWithCode(office, lead);
  await lead.screen.press(say(OFFICE.confirm));
  await lead.screen.see(say(OFFICE.signed));
  await knockWithCode(office, second);
  await second.screen.press(say(OFFICE.signToo));
  await second.screen.see(say(OFFICE.signIn));
  for (const member of [lead, second]) await enterList(office, member);
  await page.reload();
  await phone.press(HOME[language].report);
  await phone.seeHeading(SCREENS[language].what.title);
  await page.close();
  await reportFromPhone(office, CAME_BACK);
  told("two stewards have confirmed with a click each, and a report comes");
}
