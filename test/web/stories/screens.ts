/** Every screen, one after the other, on seeded cases: for pictures and for whatever is to hold on each of them. */
import type { Browser } from "puppeteer-core";
import { speak } from "../../../src/words/speech.ts";
import { CASE_WORDS, FILES, HOME, RECEIPTS, SCREENS } from "../../../src/web/reporter/words.ts";
import type { Language } from "../../../src/words/languages.ts";
import { CASE, NEXT_STEP } from "../../../src/web/investigator/case/words.ts";
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
import { READERS } from "../../../src/web/investigator/people/words.ts";
import { MOVE_FORM } from "../../../src/web/investigator/writing/words.ts";
import { ascii } from "../../evidence/make/bytes.ts";
import { makeJpeg, segment } from "../../evidence/make/jpeg.ts";
import { makePdf } from "../../evidence/make/pdf.ts";
import { makeZip } from "../../evidence/make/zip.ts";
import { openPage } from "../support/browsers.ts";
import { type Screen, screenOf } from "../support/screen.ts";
import { type ReportWithFiles, sendReportWithFiles } from "../support/sent-files.ts";
import type { Site } from "../support/site.ts";
import { answer, move, openCase, signIn } from "./desk.ts";
import { comeBack, proveNoted, readCode, sendReport, fillReport } from "./reporter.ts";
import { signReceiptLine } from "../../../src/client/member/receipt-line.ts";
import { deriveSigningKeyPair } from "../../../src/crypto/secret/keys.ts";
import { documentBytes, parseDirectory } from "../../../src/protocol/directory.ts";
import { ENTERED } from "../../../src/web/investigator/entering/words.ts";
import { ENTERING } from "../../../src/web/investigator/entering/form/words.ts";
import { PROMISES } from "../../../src/web/investigator/promises/words.ts";
import { FIELD_NAMES } from "../../../src/words/glossary.ts";
import { homePathOf } from "../../../src/web/reporter/pages.ts";

/** Made up: one that is cleaned, one that has to be decided about, one that goes anyway. */
const CHOSEN: Readonly<Record<string, Uint8Array>> = {
  "IMG_20250206_164112.jpg": makeJpeg({ before: [segment(0xfe, ascii("catatan pemotret"))] }),
  "riwayat status berkas portal perizinan (cetak ulang).pdf": makePdf({ info: "/Author (Nama Contoh)" }),
  "catatan.txt": ascii("Catatan.\n"),
};

/** Without a disk: as if they were dropped onto the button. */
async function giveFiles({ page }: Screen): Promise<void> {
  const files = Object.entries(CHOSEN).map(([name, bytes]) => ({ name, bytes: [...bytes] }));
  await page.$eval(
    'input[type="file"]',
    (input, given) => {
      const chosen = new DataTransfer();
      for (const { name, bytes } of given) chosen.items.add(new File([Uint8Array.from(bytes)], name));
      (input as HTMLInputElement).files = chosen.files;
      input.dispatchEvent(new Event("change"));
    },
    files,
  );
}

/** Called on each screen as it stands; it may change the window, not the content. */
export type Visit = (name: string, screen: Screen) => Promise<void>;

const LETTER = "Surat tanpa nama tentang karcis parkir";

/** As a member would have signed it on that day. */
function receiptOf({ organisation, logins: [{ member }] }: Site): string {
  const directory = parseDirectory(documentBytes(organisation.signed));
  return signReceiptLine(directory, "2025-03-10", deriveSigningKeyPair(member.keys.signingSeed));
}

const REPORTS = [
  [
    "Dinas Contoh, Kabupaten Antah Berantah",
    "Petugas loket meminta uang agar berkas didahulukan.\nTerjadi hampir setiap pagi.",
  ],
  ["Rumah Sakit Contoh", "Pengadaan alat dipecah agar tidak dilelang."],
  ["Sekolah Contoh 3", "Dana bantuan siswa dipotong tanpa bukti, lima belas juta rupiah dalam satu tahun ajaran."],
] as const;

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

export async function visitScreens(browser: Browser, site: Site, language: Language, visit: Visit): Promise<void> {
  const { origin, logins } = site;
  const text = SCREENS[language];
  const filesText = FILES[language];
  const { page } = await openPage(browser);
  page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
  const screen = screenOf(page);
  const home = () => page.goto(origin + homePathOf(language));
  let words: string[] = [];
  for (const [unit, what] of REPORTS.slice(1)) {
    await home();
    await fillReport(screen, language, { unit, what });
    words = await sendReport(screen, language);
    await proveNoted(screen, language, words);
  }

  await home();
  await screen.has("button", HOME[language].report);
  await visit("r01-home", screen);
  await screen.press(HOME[language].report);
  await screen.seeHeading(text.what.title);
  await visit("r02-what", screen);
  await screen.press(text.next);
  await screen.see(text.what.whatMissing);
  await visit("r02b-errors", screen);
  const [unit, what] = REPORTS[0];
  await screen.fill(text.fields.unitName, unit);
  await screen.fill(text.fields.what, what);
  await screen.press(text.next);
  await screen.seeHeading(text.who.title);
  await visit("r03-who", screen);
  await screen.press(text.next);
  await screen.seeHeading(text.files.title);
  await screen.see(filesText.limits);
  await visit("r04-files", screen);
  await giveFiles(screen);
  await screen.see(filesText.allLooked);
  await screen.press(text.next);
  await screen.see(filesText.outcome.asked);
  await visit("r04b-files-chosen", screen);
  await screen.press(filesText.anyway);
  await screen.press(text.next);
  await screen.see(text.readers.atLeastTwo);
  await visit("r05-readers", screen);
  await screen.press(text.next);
  await screen.see(text.review.lockReady);
  await visit("r06-review", screen);
  await screen.press(text.review.send);
  words = await readCode(screen, language);
  await visit("r07-code", screen);
  await screen.press(text.code.written);
  await screen.seeHeading(text.match.title);
  await screen.press(text.match.submit);
  await visit("r07b-match", screen);
  await home();
  await screen.press(HOME[language].check);
  await screen.seeHeading(text.check.title);
  await visit("r08-check", screen);

  await sendReportWithFiles(site, WITH_FILES);
  const desk = await openPage(browser);
  const atDesk = screenOf(desk.page);
  const { say } = speak(language);
  await desk.page.evaluateOnNewDocument(
    (tag) => Object.defineProperty(navigator, "languages", { get: () => [tag] }),
    language,
  );
  await desk.page.goto(`${origin}/desk`);
  await atDesk.seeHeading(say(SIGN_IN.title));
  await visit("i01-sign-in", atDesk);
  await signIn(atDesk, language, logins[0]);
  await atDesk.see(REPORTS[1][1]);
  await visit("i02-cases", atDesk);
  await atDesk.press(say(VIEW_NAMES.day));
  await atDesk.see(say(DAY_GROUP_NAMES.fresh));
  await visit("i02b-my-day", atDesk);
  await desk.page.focus("[data-handle]");
  for (const key of ["x", "t"] as const) await desk.page.keyboard.press(key);
  await atDesk.see(say(ASSIGNING.to));
  await visit("i02c-assign", atDesk);
  await desk.page.keyboard.press("Escape");
  await atDesk.press(say(MANY.archive));
  await atDesk.see(say(ARCHIVING.noWayBack));
  await visit("i02d-archive", atDesk);
  await desk.page.keyboard.press("Escape");
  await atDesk.press(say(MANY.clear));
  await atDesk.press(say(LIST.loads));
  await atDesk.see(say(ASSIGNING.loadsHint));
  await visit("i02e-workload", atDesk);
  await desk.page.keyboard.press("Escape");
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
  await atDesk.page.waitForSelector("ul.found mark");
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
  for (const [name, button, title] of JUDGING_SCREENS) {
    await atDesk.press(say(button));
    await atDesk.seeHeading(say(title));
    await visit(name, atDesk);
    await atDesk.press(say(FORM.close));
    await atDesk.see(say(NEXT_STEP.title));
  }
  await atDesk.press(say(PANEL.exposure));
  await visit("i04f-exposure", atDesk);
  await atDesk.press(say(EXPOSURE.cancel));
  for (const [name, button] of [
    ["i12-grant", READERS.grant],
    ["i12b-remove", READERS.remove],
  ] as const) {
    await atDesk.press(say(button));
    await atDesk.see(say(READERS.reason));
    await visit(name, atDesk);
    await atDesk.press(say(READERS.cancel));
  }
  await atDesk.press(say(CASE.backLabel));
  await openCase(atDesk, language, WITH_FILES.title);
  await atDesk.press(say(FILE_WORDS.checkAll));
  await desk.page.waitForFunction((n) => document.querySelectorAll(".fingerprint").length === n, {}, FILE_COUNT);
  await visit("i03b-files", atDesk);
  await atDesk.press(`${say(FILE_WORDS.preview)} IMG_20250306_081422.jpg`);
  await desk.page.waitForSelector(".preview-frame.shown");
  await visit("i03c-preview", atDesk);
  await desk.page.keyboard.press("Escape");
  await atDesk.press(say(CASE.backLabel));
  await atDesk.seeHeading(say(LIST.title));

  await page.bringToFront();
  await home();
  await comeBack(screen, language, words);
  await visit("r09-case", screen);
  await screen.press(CASE_WORDS[language].CASE.protection);
  await screen.seeHeading(text.protect.title);
  await visit("r13b-protection-of-a-case", screen);
  await screen.page.goBack();
  await screen.press(CASE_WORDS[language].CASE.receipt);
  await screen.see(RECEIPTS[language].ask);
  await visit("r14-receipt", screen);
  await home();
  await screen.press(HOME[language].receipt);
  await screen.seeHeading(RECEIPTS[language].checkTitle);
  await screen.paste(RECEIPTS[language].line, receiptOf(site));
  await screen.press(RECEIPTS[language].check);
  await page.waitForSelector('[data-result="genuine"]');
  await visit("r15-receipt-check", screen);
  await home();
  await screen.press(HOME[language].genuine.howTo);
  await screen.seeHeading(text.genuine.title);
  await visit("r12-genuine", screen);
  await home();
  await screen.press(HOME[language].protection[0]);
  await screen.seeHeading(text.protect.title);
  await visit("r13-protection", screen);
  await Promise.all([page.close(), desk.page.close()]);
}
