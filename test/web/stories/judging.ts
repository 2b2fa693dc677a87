/** A member who judges a case, writes down what protects its reporter, hands a complaint on, and says who reads it. */
import { CASE } from "../../../src/web/investigator/case/words.ts";
import { ENTERING } from "../../../src/web/investigator/entering/form/words.ts";
import { ENTERED } from "../../../src/web/investigator/entering/words.ts";
import { ALIKE, LINKS } from "../../../src/web/investigator/finding/belonging/words.ts";
import { COMPLAINT, PANEL, PROTECTION, SHEET } from "../../../src/web/investigator/judging/words.ts";
import { READERS } from "../../../src/web/investigator/people/words.ts";
import { HIGHEST_SCORE, SCORES, type Score } from "../../../src/protocol/rules/triage.ts";
import { FIELD_NAMES } from "../../../src/words/glossary.ts";
import { PROTECTION_URGENCY_NAMES, THREAT_NAMES } from "../../../src/words/judging.ts";
import type { Language } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { type Screen, pickNamed } from "../support/screen.ts";
import type { Login } from "../support/site.ts";
import { waitForElement, waitUntilGone } from "../support/wait.ts";

/** One row of the sheet that stands there. */
export async function score({ page }: Screen, code: Score, number: number, reason: string): Promise<void> {
  const row = await waitForElement(page, `.score-row:has(#sheet-scores-${code})`);
  await (await row.$$("input[type=radio]"))[number - 1]!.click();
  await page.$eval(
    `#sheet-scores-${code}`,
    (field, text) => {
      (field as HTMLInputElement).value = text;
      field.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    reason,
  );
}

/** Everything at its highest, each with a reason: from such a total on a second member is wanted. */
export async function judge(screen: Screen, language: Language): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(SHEET.begin));
  for (const code of SCORES) await score(screen, code, HIGHEST_SCORE, "Menurut dokumen.");
  await screen.press(say(SHEET.save));
  await screen.see(say(SHEET.waitsForSecond));
}

export async function agree(screen: Screen, language: Language): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(SHEET.agree));
  await waitUntilGone(screen.page, ".judging-panel form.rail-form");
}

/** What the reporter asked for stands above the form, and is answered by it. */
export async function recordProtection(screen: Screen, language: Language, request: string): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(PANEL.protectionNew));
  await screen.seeHeading(say(PROTECTION.title));
  await screen.see(request);
  await screen.choose(say(THREAT_NAMES.transfer));
  await screen.paste(say(PROTECTION.threat), "Dari atasan, sejak laporan pertama.");
  await screen.paste(say(PROTECTION.never), "Jangan bertanya kepada atasan.");
  await screen.press(say(PROTECTION.save));
  await screen.see(say(PANEL.protectionOpen, { urgency: say(PROTECTION_URGENCY_NAMES.now) }));
}

/** The short path, in other words than the reporter's. */
export async function handOnComplaint(screen: Screen, language: Language): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(PANEL.complaintNew));
  await screen.seeHeading(say(COMPLAINT.title));
  await screen.paste(say(COMPLAINT.service), "Loket perizinan");
  await screen.paste(say(COMPLAINT.answer), "Nomor antrean dipasang.");
  await screen.press(say(COMPLAINT.handOn));
  await screen.paste(say(COMPLAINT.text), "Keluhan tentang kepastian antrean.");
  await screen.choose(say(COMPLAINT.done));
  await screen.press(say(COMPLAINT.save));
  await screen.see(say(PANEL.complaint));
}

export async function letIn(screen: Screen, language: Language, { member }: Login, reason: string): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(READERS.grant));
  await screen.select(say(READERS.who), member.entry.id);
  await screen.paste(say(READERS.reason), reason);
  await screen.press(say(READERS.doGrant));
  await screen.see(reason);
}

export async function takeOut(screen: Screen, language: Language, { member }: Login, reason: string): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(READERS.remove));
  await pickNamed(screen, "fieldset.persons label", member.entry.names[language] ?? "");
  await screen.paste(say(READERS.reason), reason);
  await screen.press(say(READERS.doRemove));
  await screen.see(reason);
}

/** The first of those that this device finds alike. */
export async function linkAlike(screen: Screen, language: Language, reason: string): Promise<void> {
  const { say } = speak(language);
  await screen.see(say(ALIKE.title));
  await screen.press(`${say(ALIKE.link)} `);
  await screen.paste(say(LINKS.reason), reason);
  await screen.press(say(LINKS.save));
  await screen.see(say(LINKS.savedBoth));
}

/** From the list; leads to its case. */
export async function enterLetter(
  screen: Screen,
  language: Language,
  { unit, what }: { readonly unit: string; readonly what: string },
): Promise<void> {
  const { say } = speak(language);
  await screen.press(say(ENTERED.open));
  await screen.seeHeading(say(ENTERING.title));
  await screen.paste(say(FIELD_NAMES.unitName), unit);
  await screen.paste(say(FIELD_NAMES.what), what);
  await screen.press(say(ENTERING.submit));
  await screen.press(say(ENTERING.openCase));
  await screen.seeHeading(say(CASE.report));
  await screen.see(say(ENTERED.withoutCode));
}
