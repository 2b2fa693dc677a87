/**
 * Evidence as two people live it: chosen, freed of what it tells beside its content, sealed and sent; called at the
 * desk what it is, looked at, packed into a ZIP; answered with a file, which its reporter comes back for.
 */
import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "puppeteer-core";
import type { Test } from "tap";
import { speak } from "../../../src/words/speech.ts";
import { FILES, SCREENS } from "../../../src/web/reporter/words.ts";
import type { Language } from "../../../src/words/languages.ts";
import { FILES as AT_DESK } from "../../../src/web/investigator/files/words.ts";
import { WRITING } from "../../../src/web/investigator/writing/words.ts";
import { ascii, noise } from "../../evidence/make/bytes.ts";
import { makeJpeg, segment } from "../../evidence/make/jpeg.ts";
import { makePdf } from "../../evidence/make/pdf.ts";
import { openArrivals } from "../support/arrivals.ts";
import { type BrowserName, openBrowser, openPage } from "../support/browsers.ts";
import { catchDownloads, caughtDownloads } from "../support/places.ts";
import { findForeign, findSecret, startRecorder } from "../support/recorder.ts";
import { type Screen, screenOf } from "../support/screen.ts";
import { type Site, startSite } from "../support/site.ts";
import { savedBy } from "../support/sticks.ts";
import { waitForElement, waitInPage, waitUntilGone } from "../support/wait.ts";
import { openCase, signIn } from "./desk.ts";
import { chooseFiles, comeBack, fillReport, proveNoted, sendReport } from "./reporter.ts";
import type { Told } from "./roundtrip.ts";
import { speak as speakToReporter } from "../../../src/words/speech.ts";
import { homePathOf } from "../../../src/web/reporter/pages.ts";

const WRITTEN = { unit: "Kantor Contoh", what: "Bukti contoh: petugas meminta uang." };
/** The first users are Indonesian offices; the tests' browsers ask for Indonesian. */
const deskLanguage: Language = "id";

/** Two parts and a bit, so that it is sent and fetched in several cells. */
const RECORDING = noise(2_300_000, 5);
const PICTURE = makeJpeg({ before: [], components: 3 });
const PHOTOGRAPH = makeJpeg({ before: [segment(0xfe, ascii("kenari-di-dalam-foto"))], components: 3 });
const LETTER = makePdf({ info: "/Author (kenari-penulis)" });
const FORM = noise(70_000, 9);

/** Throws where a file does not arrive as it left, or tells what it should not. */
export async function playEvidence(
  browser: Browser,
  site: Site,
  language: Language,
  told: Told,
  browserName: BrowserName,
): Promise<{ complaints: string[] }> {
  const step = async <Result>(name: string, work: () => Promise<Result>): Promise<Result> => {
    const began = performance.now();
    const result = await work();
    told(name, performance.now() - began);
    return result;
  };
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-evidence-"));
  try {
    const paths = await writeFiles(folder, {
      "IMG_20250206_164112.jpeg": PHOTOGRAPH,
      "surat dari atasan.pdf": LETTER,
      "Rekaman 12.dat": RECORDING,
    });
    const text = SCREENS[language];
    const files = FILES[language];
    const name = (number: number, ending: string) => `${files.attachment}-0${number}.${ending}`;
    const expected = { [name(1, "jpg")]: PICTURE, [name(2, "pdf")]: LETTER, [name(3, "bin")]: RECORDING };

    const reporter = await openPage(browser);
    const atHome = screenOf(reporter.page);
    await step("home is opened", () => reporter.page.goto(site.origin + homePathOf(language)));
    await step("the report is written", () => fillReport(atHome, language, WRITTEN, { until: "files" }));
    await step("files are chosen and looked into", async () => {
      await chooseFiles(atHome, paths);
      await atHome.see(files.allLooked);
      await atHome.see(files.findings.comment);
    });
    await step("those that cannot be cleaned are attached on purpose", async () => {
      for (const own of [name(2, "pdf"), name(3, "bin")]) await atHome.press(`${files.anyway}: ${own}`);
    });
    const words = await step("the report is sealed, sent and confirmed", async () => {
      await atHome.press(text.next);
      await atHome.seeHeading(text.readers.title);
      await atHome.see(text.readers.atLeastTwo);
      await atHome.press(text.next);
      await atHome.seeHeading(text.review.title);
      return sendReport(atHome, language);
    });
    await step("the files follow", () => atHome.see(files.sending.done));
    await step("the code is noted", () => proveNoted(atHome, language, words));
    if (browserName === "safer") {
      // A member's sign-in takes minutes there (docs/protocol.md): what arrived is opened without a browser.
      await step("they arrive", async () => {
        const arrived = await openArrivals(site);
        compare(Object.fromEntries(arrived.files.map((file) => [file.name, file.bytes])), expected);
      });
      await reporter.page.close();
      return { complaints: reporter.complaints };
    }

    const { say } = speak(deskLanguage);
    const desk = await openPage(browser);
    const atDesk = screenOf(desk.page);
    await desk.page.setViewport({ width: 1280, height: 900 });
    await step("the desk is opened", () => desk.page.goto(`${site.origin}/desk`));
    await step("an investigator signs in", () => signIn(atDesk, deskLanguage, site.logins[0]));
    await step("the case is opened", () => openCase(atDesk, deskLanguage, WRITTEN.what));
    await step("all files are fetched and checked", async () => {
      await atDesk.press(say(AT_DESK.checkAll));
      await waitInPage(desk.page, () => document.querySelectorAll(".file-row .fingerprint").length === 3);
      const hashes = await desk.page.$$eval(".file-row code", (codes) =>
        codes.map(({ textContent }) => textContent?.replaceAll(" ", "")),
      );
      const wanted = Object.values(expected).map(sha256);
      if (hashes.toSorted().join() !== wanted.toSorted().join()) throw new Error(`other hashes: ${hashes.join()}`);
    });
    for (const [own, height] of [
      [name(1, "jpg"), 40],
      [name(2, "pdf"), 200],
    ] as const) {
      await step(`${own} is shown`, () => lookAt(atDesk, `${say(AT_DESK.preview)} ${own}`, height));
    }
    await step("all files leave as a ZIP", async () => {
      await catchDownloads(atDesk);
      await atDesk.press(say(AT_DESK.zipAll));
      await waitForElement(desk.page, ".zip-end p");
      const zip = await savedBy(atDesk);
      for (const [own, content] of Object.entries(expected))
        if (!zip.includes(Buffer.from(content))) throw new Error(`${own} is not in the ZIP as it was sent`);
    });
    await step("the answer brings a file", async () => {
      const [form = ""] = await writeFiles(folder, { "formulir.dat": FORM });
      const input = await waitForElement<HTMLInputElement>(desk.page, 'input[type="file"]');
      await input.uploadFile(form);
      await atDesk.fill(say(WRITING.answerLabel), "Mohon diisi.");
      await atDesk.press(say(WRITING.send));
      await atDesk.see(say(WRITING.sent));
    });

    await reporter.page.bringToFront();
    await step("the reporter comes back", async () => {
      await reporter.page.goto(site.origin + homePathOf(language));
      await comeBack(atHome, language, words);
    });
    await step("and fetches the file", async () => {
      await catchDownloads(atHome);
      await atHome.press(speakToReporter(language).say(files.fetching.saveOne, { name: "formulir.dat" }));
      await atHome.see(files.fetching.done);
      compare(await caughtDownloads(atHome), { "formulir.dat": FORM });
    });
    const complaints = [...reporter.complaints, ...desk.complaints];
    await Promise.all([reporter.page.close(), desk.page.close()]);
    return { complaints };
  } finally {
    await fs.rm(folder, { recursive: true, force: true });
  }
}

/** The same, seen from outside: nothing of it is in any request, and the browser has nothing to complain of. */
export async function proveEvidence(t: Test, browserName: BrowserName, language: Language): Promise<void> {
  const [site, recorder] = [await startSite(t), await startRecorder(t)];
  const browser = await openBrowser(browserName, { proxy: recorder.proxy });
  t.teardown(() => browser.close());
  const { complaints } = await playEvidence(browser, site, language, (step) => t.pass(step), browserName);

  const { requests } = recorder;
  t.ok(
    requests.some(({ method, url }) => method === "PUT" && url.includes("/files/")),
    "the capture saw the files go",
  );
  for (const secret of ["kenari-di-dalam-foto", "kenari-penulis", "IMG_20250206", "surat dari atasan", "Rekaman 12"])
    t.same(findSecret(requests, secret), [], `${secret} is in no request`);
  t.same(findForeign(requests, site.origin), [], "and nothing goes to anybody else");
  t.same(
    complaints.filter((complaint) => !complaint.includes("Permissions-Policy")),
    [],
    "no complaint of the browser",
  );
}

/** Opened, drawn at least so tall, closed. */
async function lookAt({ page, press }: Screen, button: string, height: number): Promise<void> {
  await press(button);
  await waitInPage(
    page,
    (least) => (document.querySelector(".preview-frame.shown")?.getBoundingClientRect().height ?? 0) >= least,
    {},
    height,
  );
  await page.keyboard.press("Escape");
  await waitUntilGone(page, ".preview-frame");
}

async function writeFiles(folder: string, files: Readonly<Record<string, Uint8Array>>): Promise<string[]> {
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    await fs.writeFile(file, content);
    paths.push(file);
  }
  return paths;
}

function compare(arrived: Readonly<Record<string, Uint8Array>>, expected: Readonly<Record<string, Uint8Array>>): void {
  const list = (files: typeof arrived) =>
    Object.entries(files)
      .map(([name, content]) => `${sha256(content)}  ${name}`)
      .toSorted()
      .join("\n");
  if (list(arrived) !== list(expected))
    throw new Error(`other files arrived:\n${list(arrived)}\nnot\n${list(expected)}`);
}

function sha256(content: Uint8Array): string {
  return createHash("sha256").update(content).digest("hex");
}
