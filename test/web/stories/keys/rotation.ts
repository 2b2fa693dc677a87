/** A root holder's key and the recovery key are replaced; the pages are built anew and hold the new roots. */
import { REPLACING } from "../../../../src/web/investigator/office/recovery/words.ts";
import { REQUEST, ROOTS } from "../../../../src/web/investigator/office/roster/words.ts";
import { speak } from "../../../../src/words/speech.ts";
import { give, makeKeys } from "../ceremony.ts";
import { type Office, enterList, memberOf, openOffice, reportFromPhone, signToo, takeToRoots } from "./desks.ts";

const ROTATED = "Sesudah kunci diganti: pungutan di loket.";

/** Holder 1 hands the office on to holder 4. Old and new holders sign together, two of each; one of them is both. */
export async function rotateKeys(office: Office): Promise<void> {
  const { language, told = () => {} } = office;
  const { say } = speak(language);
  const [lead, second] = [memberOf(office, "orang-0"), memberOf(office, "orang-1")];
  const made = await makeKeys(office, [4]);
  const [first, stays, third] = office.roots;
  const [comes] = made.roots;
  if (first === undefined || stays === undefined || third === undefined || comes === undefined)
    throw new Error("three holders, and one who comes");

  await openOffice(lead.screen, office);
  await lead.screen.press(say(REPLACING.title));
  await give(office, lead.screen, ".new-recovery", [made.recovery.file]);
  await lead.screen.see(say(REPLACING.compare));
  await takeToRoots(office, lead.screen, [first, stays]);
  await signToo(office, second.screen);
  office.recoveries = [made.recovery, ...office.recoveries];
  told("the recovery key is replaced");

  await openOffice(lead.screen, office);
  await lead.screen.press(say(ROOTS.change));
  const shown = await lead.screen.page.$$eval(".root-key .twelve-words", (all) =>
    all.map((one) => [...one.querySelectorAll("dd")].map(({ textContent }) => textContent).join(" ")),
  );
  await lead.screen.choose(say(ROOTS.goes, { n: shown.indexOf(first.fingerprint) + 1 }));
  await give(office, lead.screen, ".root-file", [comes.file]);
  await lead.screen.see(say(ROOTS.comes));
  await lead.screen.press(say(REQUEST.make));
  await takeToRoots(office, lead.screen, [first, stays, comes]);
  await signToo(office, second.screen);
  office.roots = [stays, comes, third];
  told("old and new root holders have put one in the other's place");

  await office.machine.renewPages();
  for (const member of [lead, second]) await enterList(office, member);
  await reportFromPhone(office, ROTATED);
  told("the pages hold the new roots, people are at their desks, and a report comes");
}
