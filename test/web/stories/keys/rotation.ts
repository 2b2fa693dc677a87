/** A root holder hands on to another: old and new holders sign together, and the pages follow. */
import { REQUEST, ROOTS } from "../../../../src/web/investigator/office/roster/words.ts";
import { speak } from "../../../../src/words/speech.ts";
import { give, makeRootKey } from "../ceremony.ts";
import { type Office, enterList, memberOf, openOffice, reportFromPhone, signToo, takeToRoots } from "./desks.ts";

const BEFORE_PAGES = "Sesudah kunci akar diganti: pungutan di loket.";
const ROTATED = "Sesudah halaman diperbarui: kas kecil kosong.";

/** Holder 1 hands on to holder 4: two of the old and two of the new sign, and holder 2 is both. */
export async function replaceRoot(office: Office): Promise<void> {
  const { language, told = () => {} } = office;
  const { say } = speak(language);
  const [lead, second] = [memberOf(office, "orang-0"), memberOf(office, "orang-1")];
  const [goes, stays, third] = office.roots;
  if (goes === undefined || stays === undefined || third === undefined) throw new Error("three holders");
  const comes = await makeRootKey(office, 4);
  await openOffice(lead.screen, office);
  await lead.screen.press(say(ROOTS.change));
  const shown = await lead.screen.page.$$eval(".root-key .twelve-words", (all) =>
    all.map((one) => [...one.querySelectorAll("dd")].map(({ textContent }) => textContent).join(" ")),
  );
  await lead.screen.choose(say(ROOTS.goes, { n: shown.indexOf(goes.fingerprint) + 1 }));
  await give(office, lead.screen, ".root-file", [comes.file]);
  await lead.screen.see(say(ROOTS.comes));
  await lead.screen.press(say(REQUEST.make));
  await takeToRoots(office, lead.screen, [goes, stays, comes]);
  await signToo(office, second.screen);
  office.roots = [stays, comes, third];
  told("old and new root holders have put one in the other's place");

  await reportFromPhone(office, BEFORE_PAGES);
  await office.machine.renewPages();
  for (const member of [lead, second]) await enterList(office, member);
  await reportFromPhone(office, ROTATED);
  told("pages of before and pages with the new roots each take a report");
}
