/** Files at the desk: a name is text and never a path, and nothing is saved that was not seen whole. */
import * as fs from "node:fs/promises";
import path from "node:path";
import type { ElementHandle } from "puppeteer-core";
import t from "tap";
import { downloadFile } from "../../../../src/client/files/download.ts";
import { openMemberCase } from "../../../../src/client/member/case/member-case.ts";
import { findNewCases } from "../../../../src/client/member/list/cases.ts";
import { sha256 } from "../../../../src/client/line/sha256.ts";
import { concat, hex } from "../../../../src/crypto/bytes.ts";
import { randomBytes } from "../../../../src/crypto/sodium.ts";
import { speak } from "../../../../src/words/speech.ts";
import { REFUSALS } from "../../../../src/words/failures.ts";
import { FAILURE_WORDS } from "../../../../src/web/investigator/parts/failures.ts";
import { FINDING_NAMES } from "../../../../src/words/glossary.ts";
import { SIGN_IN } from "../../../../src/web/investigator/entrance/words.ts";
import { FILES, HIDDEN, TYPE_NAMES } from "../../../../src/web/investigator/files/words.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { WRITING } from "../../../../src/web/investigator/writing/words.ts";
import { ascii } from "../../../evidence/make/bytes.ts";
import { makeJpeg, scansOf, segment } from "../../../evidence/make/jpeg.ts";
import { query } from "../../../support/machine/postgres.ts";
import { openCase, signIn } from "../../stories/desk.ts";
import { workersGone } from "../../support/browsers.ts";
import { enter } from "../../support/colleague.ts";
import { readBack } from "../../support/reports.ts";
import { findBarriers } from "../../support/looks.ts";
import { downloadsInto, pickNoPlaces, pickPlaces, placesOf, waitForFile } from "../../support/places.ts";
import { type Recorded, holdBack } from "../../support/recorder.ts";
import { sendReportWithFiles } from "../../support/sent-files.ts";
import { type Stage, holdLooks, setStage } from "../../support/stage.ts";
import { waitInPage } from "../../support/wait.ts";

t.setTimeout(240_000);

const { say } = speak("id");
const TITLE = "Berkas di meja pemeriksa";
/** Reads as "kuitansi é…exe.pdf" where it is let turn the direction of reading. */
const NAME = "../kuitansi é \u202Efdp.exe";
const SHOWN = "../kuitansi é ⟨U+202E⟩fdp.exe";
const SAFE = "kuitansi é fdp.exe.bin";
const BYTES = concat(...Array.from({ length: 20 }, () => randomBytes(65_000)));

/** A reporter who announces three files and sends two. */
function sendTwoFiles({ site }: Stage): Promise<Uint8Array> {
  return sendReportWithFiles(site, {
    title: TITLE,
    files: [
      [NAME, "application/pdf", BYTES],
      ["kosong.txt", "", new Uint8Array()],
    ],
    missing: [{ name: "foto.jpg", type: "image/jpeg", size: 2_400_000 }],
    text: "Dua berkas.",
  });
}

/** A colleague who answers in the same case meanwhile. */
async function answerMeanwhile({ site }: Stage, text: string): Promise<void> {
  const colleague = await enter(site, site.logins[1]);
  const [handle = ""] = (await findNewCases(colleague)).opened;
  await (await openMemberCase(colleague, handle)).answer(text);
}

t.test("files at the desk", async (t) => {
  const stage = await setStage(t, "chromium");
  const { site } = stage;
  const token = await sendTwoFiles(stage);
  const screen = await stage.open((page) => page.setViewport({ width: 1280, height: 900 }));
  const { page, complaints } = screen;
  const folder = await downloadsInto(t, stage, screen);
  await page.goto(`${site.origin}/desk`);
  await signIn(screen, "id", site.logins[0]);
  await openCase(screen, "id", TITLE);
  const hash = hex(await sha256(BYTES));
  const grouped = hash.replace(/.{4}(?=.)/gu, "$& ");
  const pressBig = () => screen.press(`${say(FILES.download)} ${SHOWN}`);

  await t.test(
    "the list shows each file as its sender says it, the name turns nothing, and what has not come is named",
    async (t) => {
      const shown = await page.$$eval(".file-row .file-name", (names) => names.map((name) => name.outerHTML));
      t.same(
        shown,
        [SHOWN, "kosong.txt", "foto.jpg"].map((name) => `<bdi class="file-name">${name}</bdi>`),
      );
      const rows = await page.$$eval(".file-row", (all) => all.map((row) => row.textContent));
      t.match(rows[0], `${say(FILES.claimedType, { type: say(TYPE_NAMES.pdf) })}, 1,3 MB`);
      t.match(rows[2], `2,4 MB ${say(FILES.notCome)}`);
    },
  );

  await t.test("a message leads to the row of its file, and the row to the message", async (t) => {
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    await page.click(".message-files .link");
    t.match(await focused(), say(FILES.download), "the row");
    await page.click(".file-row .link");
    t.match(await focused(), "Dua berkas.", "the message");
  });

  await t.test("a file is written to its place and is there when its end was seen", async (t) => {
    await pickPlaces(screen);
    await pressBig();
    await screen.see(SAFE);
    await screen.see(grouped);
    t.same(await placesOf(screen), { [SAFE]: hash }, "the same bytes under a safe name");
  });

  await t.test("where no place can be chosen it is downloaded whole, an empty one as well", async (t) => {
    await pickNoPlaces(screen);
    await pressBig();
    t.ok((await waitForFile(folder, SAFE)).equals(BYTES), "the same bytes");
    await screen.press(`${say(FILES.download)} kosong.txt`);
    t.equal((await waitForFile(folder, "kosong.txt")).length, 0);
  });

  await t.test("a file that waits for the line says so, and comes when the line is back", async (t) => {
    stage.recorder.onward = ({ method, url }) => (method === "GET" && url.includes("/files/") ? "cut" : undefined);
    await screen.press(`${say(FILES.download)} ${SHOWN}`);
    await screen.see(say(FAILURE_WORDS.retrying));
    stage.recorder.onward = () => undefined;
    await screen.see(SAFE);
    t.equal(await screen.has("text", say(FAILURE_WORDS.retrying)), false);
  });

  await t.test("a file that is stopped on its way is said to be, and is not called known", async (t) => {
    const letGo = holdBack(stage.recorder, ({ method, url }) => method === "GET" && url.includes("/files/"));
    await screen.press(`${say(FILES.download)} ${SHOWN}`);
    await screen.press(say(FILES.cancel));
    await screen.see(say(FILES.cancelled));
    letGo();
    await new Promise((resolve) => setTimeout(resolve, 300));
    const row = await page.$eval(".file-row", ({ textContent }) => textContent);
    t.notMatch(row, say(FILES.saved), "nothing comes behind it");
  });

  await t.test("an answer brings a file to the reporter", async (t) => {
    const form = path.join(folder, "surat.pdf");
    await fs.writeFile(form, BYTES.slice(0, 400_000));
    const input = await page.$("input[type=file]");
    await (input as ElementHandle<HTMLInputElement>).uploadFile(form);
    await screen.see("400 KB");
    await screen.fill(say(WRITING.answerLabel), "Mohon diisi.");
    await screen.press(say(WRITING.send));
    await screen.see(say(WRITING.sent));
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

  await t.test(
    "attack 39: an answer's files lose what they tell of a device, unless they shall go as they are",
    async (t) => {
      const telling = makeJpeg({ before: [segment(0xfe, ascii("canary-comment"))], after: ascii("canary-behind") });
      for (const name of ["foto.jpg", "asli.jpg"]) {
        await fs.writeFile(path.join(folder, name), telling);
        const input = await page.$("input[type=file]");
        await (input as ElementHandle<HTMLInputElement>).uploadFile(path.join(folder, name));
      }
      const kinds = [FINDING_NAMES.comment, FINDING_NAMES["trailing-data"]].map((words) => say(words)).join(", ");
      await screen.see(say(HIDDEN.removed, { kinds }));
      t.same(await findBarriers(page), [], "axe");
      await screen.press(say(HIDDEN.sendAsItIsLabel, { name: "asli.jpg" }));
      await screen.see(say(HIDDEN.asItIs));
      await screen.press(say(WRITING.send));
      await screen.see(say(WRITING.sent));
      const mine = await readBack(site, token);
      const files = mine.entries.flatMap(({ message }) => (message?.kind === "files" ? message.files : [])).slice(-2);
      const got: Uint8Array[] = [];
      const sink = { write: (piece: Uint8Array) => void got.push(piece), end: () => {}, drop: () => {} };
      for (const file of files) await downloadFile(mine.cells, file, sink);
      const [cleaned, asItIs] = got.map((bytes) => Buffer.from(bytes));
      t.notMatch(cleaned?.toString("latin1"), /canary/u, "nothing of it is left");
      t.same(scansOf(new Uint8Array(cleaned ?? [])), scansOf(telling), "the picture is the same");
      t.ok(asItIs?.equals(telling), "the other is as it was");
    },
  );

  await t.test("an answer whose files were stopped on their way is still there, and goes on", async (t) => {
    const form = path.join(folder, "lama.pdf");
    await fs.writeFile(form, BYTES);
    const input = await page.$("input[type=file]");
    await (input as ElementHandle<HTMLInputElement>).uploadFile(form);
    await screen.fill(say(WRITING.answerLabel), "Berkas besar.");
    let cells = 0;
    const isLater = ({ method, url }: Recorded) => method === "PUT" && url.includes("/files/") && ++cells > 1;
    const letGo = holdBack(stage.recorder, isLater);
    await screen.press(say(WRITING.send));
    await screen.press(say(FILES.stop));
    await screen.see(say(FILES.stopped));
    t.equal(await page.$eval("#answer", (field) => (field as HTMLTextAreaElement).value), "Berkas besar.");
    t.notMatch(JSON.stringify((await readBack(site, token)).entries), /Berkas besar/, "nothing was sent");
    letGo("cut");
    await screen.press(say(WRITING.send));
    await screen.see(say(WRITING.sent));
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
    const letGo = holdLooks(stage);
    await answerMeanwhile(stage, "Rekan lebih dahulu.");
    const before = cellsSent();
    await screen.press(say(WRITING.send));
    await screen.see(say(WRITING.conflictAnswer));
    t.equal(cellsSent() - before, 1, "its cell was sent");
    letGo();
    await screen.press(say(WRITING.sendOwn));
    await screen.see(say(WRITING.sent));
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
    await screen.see(say(REFUSALS["file-damaged"].happened));
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
    await waitInPage(page, () => (globalThis as unknown as { seen: { written: number } }).seen.written > 0);
    await screen.press(say(FRAME.lockNow));
    await screen.seeHeading(say(SIGN_IN.title));
    const ended = await waitInPage(page, () => (globalThis as unknown as { seen: { ended: string } }).seen.ended);
    t.equal(await ended.jsonValue(), "aborted");
    t.ok(await workersGone(page), "the worker is gone");
  });

  t.same(complaints, [], "the browser has nothing to complain of");
});
