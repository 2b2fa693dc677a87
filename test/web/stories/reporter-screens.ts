/** A reporter's screens, one after the other: before the report is sent, and when its reporter comes back. */
import type { Page } from "puppeteer-core";
import { signReceiptLine } from "../../../src/client/member/case/receipt-line.ts";
import { deriveSigningKeyPair } from "../../../src/crypto/secret/keys.ts";
import { documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import { figuresPathOf, homePathOf } from "../../../src/web/reporter/pages.ts";
import { CARRYING, CASE_WORDS, FIGURE_WORDS, FILES, HOME, RECEIPTS, SCREENS } from "../../../src/web/reporter/words.ts";
import type { Language } from "../../../src/words/languages.ts";
import { ascii } from "../../evidence/make/bytes.ts";
import { makeJpeg, segment } from "../../evidence/make/jpeg.ts";
import { makePdf } from "../../evidence/make/pdf.ts";
import { type Screen, type Visit, screenOf } from "../support/screen.ts";
import type { Site } from "../support/site.ts";
import { waitForElement } from "../support/wait.ts";
import { comeBack, fillReport, proveNoted, readCode, sendReport } from "./reporter.ts";

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

/** As a member would have signed it on that day. */
function receiptOf({ organisation, logins: [{ member }] }: Site): string {
  const directory = parseDirectory(documentBytes(organisation.signed));
  return signReceiptLine(directory, "2025-03-10", deriveSigningKeyPair(member.keys.signingSeed));
}

/** The first is written before the eyes of whoever looks on. */
export const REPORTS = [
  [
    "Dinas Contoh, Kabupaten Antah Berantah",
    "Petugas loket meminta uang agar berkas didahulukan.\nTerjadi hampir setiap pagi.",
  ],
  ["Rumah Sakit Contoh", "Pengadaan alat dipecah agar tidak dilelang."],
  ["Sekolah Contoh 3", "Dana bantuan siswa dipotong tanpa bukti, lima belas juta rupiah dalam satu tahun ajaran."],
] as const;

/** Reads every screen on the way to a code. Returns its words. */
export async function visitReporter(page: Page, site: Site, language: Language, visit: Visit): Promise<string[]> {
  const text = SCREENS[language];
  const filesText = FILES[language];
  const screen = screenOf(page);
  const home = () => page.goto(site.origin + homePathOf(language));
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
  return words;
}

/** Comes back with these words, and reads what else a reporter can ask for. */
export async function visitReporterAgain(
  page: Page,
  site: Site,
  language: Language,
  words: readonly string[],
  visit: Visit,
): Promise<void> {
  const text = SCREENS[language];
  const screen = screenOf(page);
  const home = () => page.goto(site.origin + homePathOf(language));
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
  await waitForElement(page, '[data-result="genuine"]');
  await visit("r15-receipt-check", screen);
  await home();
  await screen.press(HOME[language].genuine.howTo);
  await screen.seeHeading(text.genuine.title);
  await visit("r12-genuine", screen);
  await home();
  await screen.press(HOME[language].protection[0]);
  await screen.seeHeading(text.protect.title);
  await visit("r13-protection", screen);
  await home();
  await screen.press(HOME[language].carry);
  await screen.seeHeading(CARRYING[language].title);
  await visit("r16-carry", screen);

  await page.goto(site.origin + figuresPathOf(language));
  await screen.see(FIGURE_WORDS[language].FIGURES.none);
  await visit("r17-figures", screen, "once");
}
