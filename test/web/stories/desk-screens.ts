/** The desk's screens, one after the other: the list, a case, and the forms beside it. */
import type { Language } from "../../../src/words/languages.ts";
import { FIELD_NAMES } from "../../../src/words/glossary.ts";
import { speak } from "../../../src/words/speech.ts";
import { FACTORS, NEW_WORDS, OWN_KEYS, SESSIONS } from "../../../src/web/investigator/account/words.ts";
import { CASE, NEXT_STEP } from "../../../src/web/investigator/case/words.ts";
import { ENTERING } from "../../../src/web/investigator/entering/form/words.ts";
import { ENTERED } from "../../../src/web/investigator/entering/words.ts";
import { AGAIN, JOINING } from "../../../src/web/investigator/entrance/joining/words.ts";
import { SIGN_IN } from "../../../src/web/investigator/entrance/words.ts";
import { FILES as FILE_WORDS } from "../../../src/web/investigator/files/words.ts";
import { FINDING } from "../../../src/web/investigator/finding/words.ts";
import {
  COMPLAINT,
  EXPOSURE,
  FORM,
  PANEL,
  PROTECTION,
  SHEET,
  TASKS,
} from "../../../src/web/investigator/judging/words.ts";
import { DAY_GROUP_NAMES, LIST, VIEW_NAMES } from "../../../src/web/investigator/list/words.ts";
import { ARCHIVING, ASSIGNING, MANY } from "../../../src/web/investigator/many/words.ts";
import { EVALUATING } from "../../../src/web/investigator/evaluating/words.ts";
import { FIGURES } from "../../../src/web/investigator/figures/words.ts";
import { FRAME, PLACES } from "../../../src/web/investigator/parts/words.ts";
import { RECOVERING } from "../../../src/web/investigator/office/recovery/words.ts";
import { REQUEST, ROOTS, ROSTER } from "../../../src/web/investigator/office/roster/words.ts";
import { OFFICE } from "../../../src/web/investigator/office/words.ts";
import { TRAIL } from "../../../src/web/investigator/trail/words.ts";
import { ACT_NAMES } from "../../../src/words/acts.ts";
import { PROMISES } from "../../../src/web/investigator/promises/words.ts";
import { MOVE_FORM } from "../../../src/web/investigator/writing/words.ts";
import { ascii } from "../../evidence/make/bytes.ts";
import { makeJpeg } from "../../evidence/make/jpeg.ts";
import { makeZip } from "../../evidence/make/zip.ts";
import { type Screen, type Visit } from "../support/screen.ts";
import { type ReportWithFiles, sendReportWithFiles } from "../support/sent-files.ts";
import type { Login, Site } from "../support/site.ts";
import { waitForElement, waitInPage } from "../support/wait.ts";
import { answer, move, openCase, signIn } from "./desk.ts";
import { REPORTS } from "./reporter-screens.ts";
import { preferLanguage } from "../support/browsers.ts";

const LETTER = "Surat tanpa nama tentang karcis parkir";

const WITH_FILES: ReportWithFiles = {
  title: "Kuitansi dan rekaman loket",
  text: "Ini yang saya simpan.",
  files: [
    ["IMG_20250306_081422.jpg", "image/jpeg", makeJpeg()],
    ["rincian biaya menurut petugas loket, salinan yang dikirim kembali kepada pemohon.docx", "", makeZip([])],
    ["kuitansi \u202Egpj.exe", "image/jpeg", ascii("#!/bin/sh\n")],
    ["rahasia.age", "", ascii("age-encryption.org/v1\n")],
  ],
  missing: [{ name: "rekaman.m4a", type: "audio/mp4", size: 6_800_000 }],
};
/** Forms beside the report: what is pressed in the rail, and the heading that they have. */
const JUDGING_SCREENS = [
  ["i04b-sheet", SHEET.begin, SHEET.title],
  ["i04c-task", TASKS.add, TASKS.newTitle],
  ["i04d-protection", PANEL.protectionNew, PROTECTION.title],
  ["i04e-complaint", PANEL.complaintNew, COMPLAINT.title],
] as const;

const FILE_COUNT = WITH_FILES.files.length;

/** Types it in the place of what stands there. */
async function search({ page, paste }: Screen, label: string, question: string): Promise<void> {
  await paste(label, question);
  await page.focus("input[type=search]");
}

/** Leaves the desk at its list. */
export async function visitDesk(
  atDesk: Screen,
  site: Site,
  who: Login,
  language: Language,
  visit: Visit,
): Promise<void> {
  const { page } = atDesk;
  const { say, name } = speak(language);
  const [unit, what] = REPORTS[0];
  await sendReportWithFiles(site, WITH_FILES);
  await preferLanguage(page, language);
  await page.goto(`${site.origin}/desk`);
  await atDesk.seeHeading(say(SIGN_IN.title));
  await visit("i01-sign-in", atDesk);
  await atDesk.press(say(SIGN_IN.join));
  await atDesk.see(say(JOINING.lead));
  await visit("i01c-somebody-new", atDesk, "once");
  await atDesk.press(say(AGAIN.title));
  await visit("i01d-nobody-can-sign-in", atDesk, "once");
  await atDesk.press(say(JOINING.back));
  await signIn(atDesk, language, who);
  await visit("i01b-first-use", atDesk, "once");
  await atDesk.press(say(FRAME.understood));
  await atDesk.see(REPORTS[1][1]);
  await visit("i02-cases", atDesk);
  await atDesk.press(say(VIEW_NAMES.day));
  await atDesk.see(say(DAY_GROUP_NAMES.fresh));
  await visit("i02b-my-day", atDesk);
  await page.focus("[data-handle]");
  for (const key of ["x", "t"] as const) await page.keyboard.press(key);
  await atDesk.see(say(ASSIGNING.to));
  await visit("i02c-assign", atDesk);
  await page.keyboard.press("Escape");
  await atDesk.press(say(MANY.archive));
  await atDesk.see(say(ARCHIVING.noWayBack));
  await visit("i02d-archive", atDesk);
  await page.keyboard.press("Escape");
  await atDesk.press(say(MANY.clear));
  await atDesk.press(say(LIST.loads));
  await atDesk.see(say(ASSIGNING.loadsHint));
  await visit("i02e-workload", atDesk);
  await page.keyboard.press("Escape");
  await atDesk.press(say(PLACES.figures));
  await atDesk.see(say(FIGURES.flow));
  await visit("i05-figures", atDesk, "once");
  await atDesk.press(say(PLACES.evaluation));
  await atDesk.see(say(EVALUATING.itemsLead));
  await visit("i05e-evaluation", atDesk, "once");
  await atDesk.press(say(PLACES.cases));
  await waitForElement(page, ".rows");
  await atDesk.press(say(FRAME.trail));
  await atDesk.see(say(TRAIL.saveAll));
  await atDesk.see(say(ACT_NAMES["open-cases"]));
  await visit("i17-audit-trail", atDesk, "once");
  await page.keyboard.press("Escape");
  await atDesk.press(say(OFFICE.open));
  await waitForElement(page, ".office-screen");
  await atDesk.press(say(OFFICE.take));
  await visit("i15-directory", atDesk, "once");
  await atDesk.press(say(ROSTER.roles, { name: name(who.member.entry.names) }));
  await atDesk.press(say(ROOTS.change));
  await atDesk.press(say(RECOVERING.title));
  await atDesk.press(say(RECOVERING.begin));
  await atDesk.see(say(RECOVERING.read));
  await visit("i15d-roles-roots-recovery", atDesk, "once");
  await atDesk.press(say(ROOTS.change));
  await atDesk.press("Saluran utama");
  await visit("i15c-channel", atDesk, "once");
  await atDesk.press("Saluran utama");
  await atDesk.press(say(REQUEST.make));
  await atDesk.see(say(REQUEST.saved));
  await visit("i15b-request", atDesk, "once");
  await page.keyboard.press("Escape");
  await atDesk.press(`${say(FRAME.account)}: ${name(who.member.entry.names)}`);
  await atDesk.see(say(SESSIONS.this));
  await visit("i16-account", atDesk);
  await atDesk.press(say(FACTORS.addCode));
  await atDesk.see(say(FACTORS.scan));
  await atDesk.press(say(OWN_KEYS.replace));
  await atDesk.press(say(OWN_KEYS.replaceBegin));
  await atDesk.see(say(NEW_WORDS.write));
  await visit("i16b-codes-and-keys", atDesk, "once");
  await page.keyboard.press("Escape");
  await atDesk.press(say(VIEW_NAMES.open));
  await atDesk.press(say(ENTERED.open));
  await atDesk.seeHeading(say(ENTERING.title));
  await visit("i13-entering", atDesk);
  await atDesk.fill(say(FIELD_NAMES.unitName), unit);
  await atDesk.fill(say(FIELD_NAMES.title), LETTER);
  await atDesk.fill(say(FIELD_NAMES.what), LETTER);
  await atDesk.choose(say(ENTERING.code));
  await atDesk.press(say(ENTERING.submit));
  await atDesk.see(say(ENTERING.doneText));
  await visit("i13b-entered", atDesk);
  await atDesk.press(say(ENTERING.openCase));
  await atDesk.seeHeading(say(CASE.report));
  await atDesk.press(say(CASE.backLabel));
  await atDesk.seeHeading(say(LIST.title));
  await search(atDesk, say(LIST.search), "petgas berkas");
  await waitForElement(page, "ul.found mark");
  await visit("i11-found", atDesk);
  await search(atDesk, say(LIST.search), "zebra");
  await atDesk.see(say(FINDING.none));
  await visit("i11b-nothing-found", atDesk);
  await search(atDesk, say(LIST.search), "");
  await openCase(atDesk, language, what.slice(0, what.indexOf("\n")));
  await move(atDesk, language, "verifying", "Terima kasih. Laporan sedang diperiksa kelengkapannya.");
  await answer(atDesk, language, "Kapan dan di loket berapa hal ini terjadi?");
  await atDesk.seeHeading(say(CASE.report));
  await visit("i03-case", atDesk);
  await atDesk.press(say(PROMISES.putOff));
  await visit("i14-put-off", atDesk);
  await atDesk.press(say(PROMISES.cancel));
  await atDesk.press(say(NEXT_STEP.other));
  await visit("i04-move", atDesk);
  await atDesk.press(say(MOVE_FORM.cancel));
  for (const [screen, button, title] of JUDGING_SCREENS) {
    await atDesk.press(say(button));
    await atDesk.seeHeading(say(title));
    await visit(screen, atDesk);
    await atDesk.press(say(FORM.close));
    await atDesk.see(say(NEXT_STEP.title));
  }
  await atDesk.press(say(PANEL.exposure));
  await visit("i04f-exposure", atDesk);
  await atDesk.press(say(EXPOSURE.cancel));
  await atDesk.press(say(CASE.backLabel));
  await openCase(atDesk, language, WITH_FILES.title);
  await atDesk.press(say(FILE_WORDS.checkAll));
  await waitInPage(page, (n) => document.querySelectorAll(".fingerprint").length === n, {}, FILE_COUNT);
  await visit("i03b-files", atDesk);
  await atDesk.press(`${say(FILE_WORDS.preview)} IMG_20250306_081422.jpg`);
  await waitForElement(page, ".preview-frame.shown");
  await visit("i03c-preview", atDesk);
  await page.keyboard.press("Escape");
  await atDesk.press(say(CASE.backLabel));
  await atDesk.seeHeading(say(LIST.title));
}
