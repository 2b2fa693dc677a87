/** Nobody has said for five weeks that the directory holds: the reporter's page closes kindly, and two clicks open it. */
import { OFFICE } from "../../../../src/web/investigator/office/words.ts";
import { HOME, SCREENS } from "../../../../src/web/reporter/words.ts";
import { DIRECTORY_FAILURES } from "../../../../src/words/failures.ts";
import { speak } from "../../../../src/words/speech.ts";
import type { Screen } from "../../support/screen.ts";
import { fillReport, sendReport } from "../reporter.ts";
import { type Office, enterList, knockWithCode, memberOf, openPhone } from "./desks.ts";

/** A statement holds for 35 days at most (protocol/limits.ts). */
const DAYS = 42;
const TYPED = "Diketik selagi daftar tidak berlaku: bantuan dipotong.";

/** Six weeks later. Gives the telephone on which a report is typed that cannot be sent. */
export async function lapse(office: Office): Promise<Screen> {
  const { language, machine, told = () => {} } = office;
  const { say, day, today } = speak(language, machine.timeZone);
  const { problems, refused, next } = SCREENS[language];
  await machine.moveOn(DAYS);
  const empty = await openPhone(office);
  await empty.press(HOME[language].report);
  await empty.seeHeading(refused.closed);
  await empty.page.close();

  // On a line that is gone for a while the form is written as ever, and what it finds out then takes nothing away.
  const typed = await openPhone(office);
  await typed.page.setOfflineMode(true);
  await fillReport(typed, language, { unit: "Dinas Kesehatan", what: TYPED }, { until: "files" });
  await typed.press(next);
  await typed.see(problems.nothingLost);
  await typed.page.setOfflineMode(false);
  await typed.press(problems.retry);
  await typed.see(say(problems.lapsed, { today: day(today()) }));
  await typed.see(problems.nothingLost);

  const reader = memberOf(office, "orang-2");
  await knockWithCode(office, reader);
  await reader.screen.see(say(DIRECTORY_FAILURES["statement-lapsed"].happened));
  told("six weeks later: nothing can be sent, no case can be opened, and both say why");
  return typed;
}

/** A click by each of two, and what was typed meanwhile is sent. */
export async function comeBackFromLapse(office: Office, typed: Screen): Promise<void> {
  const { language, told = () => {} } = office;
  const { say } = speak(language);
  const { problems, readers, review, next } = SCREENS[language];
  const [lead, second] = [memberOf(office, office.stewards[0]), memberOf(office, office.stewards[1])];
  await knockWithCode(office, lead);
  await lead.screen.press(say(OFFICE.confirm));
  await lead.screen.see(say(OFFICE.signed));
  await knockWithCode(office, second);
  await second.screen.press(say(OFFICE.signToo));
  await second.screen.see(say(OFFICE.signIn));
  for (const member of [lead, second]) await enterList(office, member);
  await typed.press(problems.retry);
  await typed.see(readers.atLeastTwo);
  await typed.press(next);
  await typed.seeHeading(review.title);
  await typed.see(TYPED);
  await sendReport(typed, language);
  await typed.page.close();
  office.sent.push(TYPED);
  told("two stewards have confirmed with a click each, and what was typed is sent");
}
