/** The recovery key is replaced by another one; its old sheets are kept for what came before. */
import { REPLACING } from "../../../../src/web/investigator/office/recovery/words.ts";
import { speak } from "../../../../src/words/speech.ts";
import { give, makeRecoveryKey } from "../ceremony.ts";
import { type Office, enter, memberOf, openOffice, signToo, takeToRoots } from "./desks.ts";
import { waitForElement } from "../../support/wait.ts";

export async function replaceRecovery(office: Office): Promise<void> {
  const { language, told = () => {} } = office;
  const { say } = speak(language);
  const [{ screen: desk }, second] = [memberOf(office, office.stewards[0]), memberOf(office, office.stewards[1])];
  const recovery = await makeRecoveryKey(office);
  await openOffice(desk, office);
  await waitForElement(desk.page, ".replacing");
  // Where it is due it is open already, and a press would close it.
  if ((await desk.page.$(".replacing[open]")) === null) await desk.press(say(REPLACING.title));
  await give(office, desk, ".new-recovery", [recovery.file]);
  await desk.see(say(REPLACING.compare));
  await takeToRoots(office, desk, office.roots.slice(0, 2));
  await signToo(office, await enter(office, second));
  office.recoveries = [recovery, ...office.recoveries];
  told("the recovery key is replaced");
}
