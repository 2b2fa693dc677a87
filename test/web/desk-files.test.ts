/** Files at the desk: a name is text and never a path, and nothing is saved that was not seen whole. */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { ElementHandle } from "puppeteer-core";
import t, { type Test } from "tap";
import { downloadFile } from "../../src/client/download.ts";
import { openCaseFile } from "../../src/client/case-file.ts";
import { findNewCases } from "../../src/client/cases.ts";
import { loadDirectories } from "../../src/client/directories.ts";
import { connect } from "../../src/client/http.ts";
import { prepareReport, sendReport } from "../../src/client/report.ts";
import { reporterOf, sendFiles } from "../../src/client/send-files.ts";
import { signIn as enter } from "../../src/client/sign-in.ts";
import { sha256 } from "../../src/client/sha256.ts";
import { type FileSource, announce } from "../../src/client/upload.ts";
import { concat, hex } from "../../src/crypto/bytes.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { firstUse } from "../../src/protocol/trust.ts";
import { speak } from "../../src/web/investigator/speech.ts";
import { CASE } from "../../src/web/investigator/words/case.ts";
import { REFUSALS } from "../../src/web/investigator/words/failures.ts";
import { FRAME } from "../../src/web/investigator/words/frame.ts";
import { SIGN_IN } from "../../src/web/investigator/words/sign-in.ts";
import { FILES } from "../../src/web/investigator/words/files.ts";
import { ANSWERS } from "../support/hostile-story.ts";
import { query } from "../support/server.ts";
import { openCase, signIn } from "./stories/desk.ts";
import { readBack } from "./support/reports.ts";
import type { Screen } from "./support/screen.ts";
import { type Stage, setStage } from "./support/stage.ts";

t.setTimeout(240_000);

const { say } = speak("id");
const TITLE = "Berkas di meja pemeriksa";
/** Reads as "kuitansi é…exe.pdf" where it is let turn the direction of reading. */
const NAME = "../kuitansi é \u202Efdp.exe";
const SHOWN = "../kuitansi é ⟨U+202E⟩fdp.exe";
const SAFE = "kuitansi é fdp.exe.bin";
const BYTES = concat(...Array.from({ length: 20 }, () => randomBytes(65_000)));

function sourceOf(name: string, type: string, content: Uint8Array): FileSource {
  const read = async (offset: number, length: number) => content.slice(offset, offset + length);
  return { name, type, size: content.length, read };
}

/** A reporter who announces three files and sends two. */
async function sendTwoFiles({ site }: Stage): Promise<Uint8Array> {
  const connection = connect(site.origin);
  const trust = firstUse(site.organisation.rootSet);
  const directories = await loadDirectories(connection, trust, { depth: "quick", now: Date.now() });
  const sources = [sourceOf(NAME, "application/pdf", BYTES), sourceOf("kosong.txt", "", new Uint8Array())];
  const report = prepareReport(
    {
      answers: { ...ANSWERS, title: TITLE },
      channelId: site.organisation.channels[0].id,
      excluded: [],
      attachments: [...sources.map(announce), { name: "foto.jpg", type: "image/jpeg", size: 2_400_000 }],
    },
    directories.current,
  );
  await sendReport(connection, report);
  await sendFiles(reporterOf(connection, report.token, directories), sources, { text: "Dua berkas." }).run();
  return report.token;
}

/** A colleague who answers in the same case meanwhile. */
async function answerMeanwhile({ site }: Stage, text: string): Promise<void> {
  const { name, passphrase } = site.logins[1];
  const roots = site.organisation.rootSet;
  const colleague = await enter(connect(site.origin), { name, passphrase, roots, device: undefined, now: Date.now() });
  const [handle = ""] = (await findNewCases(colleague)).opened;
  await (await openCaseFile(colleague, handle)).answer(text);
}

/** Stands in for the window that asks for a place: the browser's own storage, written to in the same way. */
function pickPlaces({ page }: Screen): Promise<unknown> {
  return page.evaluate(() => {
    Object.assign(globalThis, {
      showSaveFilePicker: async ({ suggestedName }: { suggestedName: string }) =>
        (await navigator.storage.getDirectory()).getFileHandle(suggestedName, { create: true }),
    });
  });
}

/** What lies there: sizes and hashes by name. */
function placesOf({ page }: Screen): Promise<Record<string, string>> {
  return page.evaluate(async () => {
    const found: Record<string, string> = {};
    const folder = (await navigator.storage.getDirectory()) as unknown as {
      values(): AsyncIterable<FileSystemFileHandle>;
    };
    for await (const handle of folder.values()) {
      const digest = await crypto.subtle.digest("SHA-256", await (await handle.getFile()).arrayBuffer());
      found[handle.name] = [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
    }
    return found;
  });
}

async function downloadsInto(t: Test, { browser }: Stage, { page }: Screen): Promise<string> {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-downloads-"));
  t.teardown(() => fs.rm(folder, { recursive: true, force: true }));
  const session = await browser.target().createCDPSession();
  await session.send("Browser.setDownloadBehavior", {
    behavior: "allow",
    downloadPath: folder,
    ...(page.browserContext().id === undefined ? {} : { browserContextId: page.browserContext().id! }),
  });
  return folder;
}

async function waitForFile(folder: string, name: string): Promise<Buffer> {
  for (let tries = 0; tries < 100; tries++) {
    const content = await fs.readFile(path.join(folder, name)).catch(() => undefined);
    if (content !== undefined && !(await fs.readdir(folder)).some((one) => one.endsWith(".crdownload"))) return content;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`no ${name} among ${String(await fs.readdir(folder))}`);
}

t.test("files at the desk", async (t) => {
  const stage = await setStage(t, "chromium");
  const { site } = stage;
  const token = await sendTwoFiles(stage);
  const screen = await stage.open((page) => page.setViewport({ width: 1280, height: 900 }));
  const { page, complaints } = screen;
  page.setDefaultTimeout(20_000);
  const folder = await downloadsInto(t, stage, screen);
  await page.goto(`${site.origin}/desk`);
  await signIn(screen, "id", site.logins[0]);
  await openCase(screen, "id", TITLE);
  const hash = hex(await sha256(BYTES));
  const grouped = hash.replace(/.{4}(?=.)/gu, "$& ");
  const pressBig = () => screen.press(`${say(FILES.download)} ${SHOWN}`);

  await t.test("a message shows what it brought as its sender says it, and the name turns nothing", async (t) => {
    const shown = await page.$$eval(".message-files .file-name", (names) => names.map((name) => name.outerHTML));
    t.same(shown, [`<bdi class="file-name">${SHOWN}</bdi>`, `<bdi class="file-name">kosong.txt</bdi>`]);
    await screen.see(`1,3 MB, ${say(FILES.claimedType, { type: "application/pdf" })}`);
  });

  await t.test("under the report stands which of the announced files have come", async (t) => {
    const shown = await page.$$eval(".announced li", (rows) => rows.map((row) => row.textContent.trim()));
    t.match(shown, [
      new RegExp(`1,3 MB *${say(FILES.come)}$`),
      new RegExp(`0 bita *${say(FILES.come)}$`),
      new RegExp(`foto.jpg *2,4 MB *${say(FILES.notCome)}$`),
    ]);
  });

  await t.test("a file is written to its place and is there when its end was seen", async (t) => {
    await pickPlaces(screen);
    await pressBig();
    await screen.see(SAFE);
    await screen.see(grouped);
    t.same(await placesOf(screen), { [SAFE]: hash }, "the same bytes under a safe name");
  });

  await t.test("where no place can be chosen it is downloaded whole, an empty one as well", async (t) => {
    await page.evaluate(() => Object.assign(globalThis, { showSaveFilePicker: undefined }));
    await pressBig();
    t.ok((await waitForFile(folder, SAFE)).equals(BYTES), "the same bytes");
    await screen.press(`${say(FILES.download)} kosong.txt`);
    t.equal((await waitForFile(folder, "kosong.txt")).length, 0);
  });

  await t.test("an answer brings a file to the reporter", async (t) => {
    const form = path.join(folder, "surat.pdf");
    await fs.writeFile(form, BYTES.slice(0, 400_000));
    const input = await page.$("input[type=file]");
    await (input as ElementHandle<HTMLInputElement>).uploadFile(form);
    await screen.see("400 kB");
    await screen.fill(say(CASE.answerLabel), "Mohon diisi.");
    await screen.press(say(CASE.send));
    await screen.see(say(CASE.sent));
    const mine = await readBack(site, token);
    const [message] = mine.entries
      .flatMap((entry) => (entry.message?.kind === "files" ? [entry.message] : []))
      .slice(-1);
    t.match(message, { text: "Mohon diisi.", files: [{ name: "surat.pdf", type: "application/pdf", size: 400_000 }] });
    let got = "";
    const sink = { write: () => {}, end: (whole: Uint8Array) => void (got = hex(whole)), drop: () => {} };
    await downloadFile(mine.cells, message!.files[0]!, sink);
    t.equal(got, hex(await sha256(BYTES.slice(0, 400_000))), "whole and the same");
    t.equal(await page.$$eval(".attachments .files li", (rows) => rows.length), 0, "and the list is empty again");
  });

  await t.test("an answer whose files were stopped on their way is still there, and goes on", async (t) => {
    const form = path.join(folder, "lama.pdf");
    await fs.writeFile(form, BYTES);
    const input = await page.$("input[type=file]");
    await (input as ElementHandle<HTMLInputElement>).uploadFile(form);
    await screen.fill(say(CASE.answerLabel), "Berkas besar.");
    stage.recorder.line = { kbitPerSecond: 2_000, latencyMs: 1 };
    await screen.press(say(CASE.send));
    await screen.press(say(FILES.stop));
    await screen.see(say(FILES.stopped));
    t.equal(await page.$eval("#answer", (field) => (field as HTMLTextAreaElement).value), "Berkas besar.");
    t.notMatch(JSON.stringify((await readBack(site, token)).entries), /Berkas besar/, "nothing was sent");
    stage.recorder.line = undefined;
    await screen.press(say(CASE.send));
    await screen.see(say(CASE.sent));
    const { entries } = await readBack(site, token);
    t.match(entries.at(-1)?.message, { kind: "files", text: "Berkas besar.", files: [{ name: "lama.pdf" }] });
  });

  await t.test("where a colleague was quicker the files stay, and are not sent a second time", async (t) => {
    const form = path.join(folder, "kedua.pdf");
    await fs.writeFile(form, BYTES.slice(0, 1_000));
    const cellsSent = () =>
      stage.recorder.requests.filter(({ method, url }) => method === "PUT" && url.includes("/files/")).length;
    const input = await page.$("input[type=file]");
    await (input as ElementHandle<HTMLInputElement>).uploadFile(form);
    await answerMeanwhile(stage, "Rekan lebih dahulu.");
    const before = cellsSent();
    await screen.press(say(CASE.send));
    await screen.see(say(CASE.conflictAnswer));
    t.equal(cellsSent() - before, 1, "its cell was sent");
    await screen.press(say(CASE.sendOwn));
    await screen.see(say(CASE.sent));
    t.equal(cellsSent() - before, 1, "once");
    const { entries } = await readBack(site, token);
    t.match(entries.at(-1)?.message, { kind: "files", text: "", files: [{ name: "kedua.pdf" }] });
  });

  await t.test("a file that was changed on the server is said to be damaged, and nothing of it is saved", async (t) => {
    await query(
      site.urls.ownerUrl,
      `UPDATE file_cells SET content = set_byte(content, 70000, get_byte(content, 70000) # 1)
         WHERE cell = 1 AND octet_length(content) > 1000000`,
    );
    await fs.rm(path.join(folder, SAFE));
    await page.evaluate(async (name) => (await navigator.storage.getDirectory()).removeEntry(name), SAFE);
    await pickPlaces(screen);
    await pressBig();
    await screen.see(say(REFUSALS["file-damaged"][0]));
    t.same(await placesOf(screen), {}, "no file stands in the place that was chosen");
    t.notOk((await fs.readdir(folder)).includes(SAFE), "and none was downloaded");
  });

  await t.test("locking the vault ends a download, and nothing of the file stays", async (t) => {
    await page.evaluate(() => {
      const seen = { written: 0, ended: "" };
      const stream = {
        write: (piece: Uint8Array) => {
          seen.written += piece.length;
          return new Promise(() => {});
        },
        close: async () => void (seen.ended = "closed"),
        abort: async () => void (seen.ended = "aborted"),
      };
      const handle = { name: "macet", createWritable: async () => stream, getFile: async () => new File([], "macet") };
      Object.assign(globalThis, { seen, showSaveFilePicker: async () => handle });
    });
    await pressBig();
    await page.waitForFunction(() => (globalThis as unknown as { seen: { written: number } }).seen.written > 0);
    await screen.press(say(FRAME.lockNow));
    await screen.seeHeading(say(SIGN_IN.title));
    const ended = await page.evaluate(() => (globalThis as unknown as { seen: { ended: string } }).seen.ended);
    t.equal(ended, "aborted");
    t.equal(page.workers().length, 0, "the worker is gone");
  });

  t.same(complaints, [], "the browser has nothing to complain of");
});
