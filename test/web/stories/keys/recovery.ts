/** The recovery key is replaced by another one. */
import { REPLACING } from "../../../../src/web/investigator/office/recovery/words.ts";
import { speak } from "../../../../src/words/speech.ts";
import { give, makeKeys } from "../ceremony.ts";
import { type Office, memberOf, openOffice, signToo, takeToRoots } from "./desks.ts";

export async function replaceRecovery(office: Office): Promise<void> {
  const { language, told = () => {} } = office;
  const { say } = speak(language);
  const desk = memberOf(office, "orang-0").screen;
  const { recovery } = await makeKeys(office, []);
  await openOffice(desk, office);
  await desk.press(say(REPLACING.title));
  await give(office, desk, ".new-recovery", [recovery.file]);
  await desk.see(say(REPLACING.compare));
  await takeToRoots(office, desk, office.roots.slice(0, 2));
  await signToo(office, memberOf(office, "orang-1").screen);
  office.recoveries = [recovery, ...office.recoveries];
  told("the recovery key is replaced");
}
