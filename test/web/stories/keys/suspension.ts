/** Somebody is suspended by two stewards: thrown out within a minute, and given nothing new. */
import { SIGN_IN } from "../../../../src/web/investigator/entrance/words.ts";
import { OFFICE } from "../../../../src/web/investigator/office/words.ts";
import { READERS } from "../../../../src/web/investigator/people/words.ts";
import { LIST } from "../../../../src/web/investigator/list/words.ts";
import { API_FAILURES } from "../../../../src/words/failures.ts";
import { speak } from "../../../../src/words/speech.ts";
import { pickNamed } from "../../support/screen.ts";
import { lookForNew, openCase } from "../desk.ts";
import {
  type Office,
  backToList,
  closeOffice,
  enterList,
  knock,
  memberOf,
  openOffice,
  reportFromPhone,
  signToo,
} from "./desks.ts";

const MOST_MS = 60_000;
const REPORTS = ["Uang jalan dibayar dua kali.", "Lelang dimenangkan kerabat."];
const AFTERWARDS = "Sesudah penangguhan: kuitansi ditulis ulang.";

/** Two reports that the one who goes has opened too. */
export async function takeReports(office: Office): Promise<void> {
  const { language, told = () => {} } = office;
  for (const what of REPORTS) await reportFromPhone(office, what);
  const goes = await enterList(office, memberOf(office, "orang-3"));
  for (const what of REPORTS) {
    await openCase(goes, language, what);
    await backToList(goes, office);
  }
  told("two reports are sent and opened");
}

export async function suspend(office: Office): Promise<void> {
  const { language, told = () => {} } = office;
  const { say } = speak(language);
  const goes = memberOf(office, "orang-3");
  const [lead, second] = [memberOf(office, "orang-0").screen, memberOf(office, "orang-1").screen];
  const began = performance.now();
  await openOffice(lead, office);
  await lead.press(say(OFFICE.take));
  await pickNamed(lead, ".taking label", goes.fullName);
  await lead.press(say(OFFICE.propose));
  await lead.see(say(OFFICE.signed));
  await closeOffice(lead, office);
  await signToo(office, second);
  if (await goes.screen.has("button", say(LIST.refresh))) await goes.screen.press(say(LIST.refresh));
  await goes.screen.see(say(SIGN_IN.sessionEnded));
  const ms = performance.now() - began;
  if (ms > MOST_MS) throw new Error(`to suspend somebody took ${Math.round(ms)} ms`);
  told("one is suspended by two stewards and thrown out, within a minute");

  await reportFromPhone(office, AFTERWARDS);
  await knock(office, goes);
  await goes.screen.see(say(API_FAILURES["not-valid-now"].happened));
  if (await goes.screen.has("text", AFTERWARDS)) throw new Error("somebody suspended reads a new report");
  await lookForNew(lead, language);
  await openCase(lead, language, AFTERWARDS);
  await lead.see(say(READERS.title));
  const readers = await lead.page.$$eval(".readers li", (all) => all.map((one) => one.textContent ?? ""));
  if (readers.some((one) => one.includes(goes.fullName))) throw new Error(`${goes.fullName} reads a new report`);
  if (!readers.some((one) => one.includes("Orang 2"))) throw new Error(`readers of a new report: ${readers.join()}`);
  await backToList(lead, office);
  told("a report that comes afterwards has all readers but them, and they are not let in");
}
