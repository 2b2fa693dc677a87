/** Every screen, one after the other, on seeded cases: for pictures and for whatever is to hold on each of them. */
import type { Browser } from "puppeteer-core";
import { speak } from "../../../src/words/speech.ts";
import { CASE_WORDS, FILES, HOME, SCREENS } from "../../../src/web/reporter/words.ts";
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
import { LIST } from "../../../src/web/investigator/list/words.ts";
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
