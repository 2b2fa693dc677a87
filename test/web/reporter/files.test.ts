import { createHash } from "node:crypto";
import * as fs from "node:fs/promises";
import path from "node:path";
import t, { type Test } from "tap";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import { findNewCases } from "../../../src/client/member/list/cases.ts";
import { downloadFile } from "../../../src/client/files/download.ts";
import { connect } from "../../../src/client/line/http.ts";
import { sendFiles } from "../../../src/client/files/send-files.ts";
import { memberOf } from "../../../src/client/member/case/writer.ts";
import { enrol } from "../../../src/client/member/entry/sign-in.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { CASE } from "../../../src/web/reporter/words/id/case.ts";
import { FILES } from "../../../src/web/reporter/words/id/files.ts";
import { SCREENS } from "../../../src/web/reporter/words/id/screens.ts";
import { query } from "../../support/machine/postgres.ts";
import { first } from "../../support/hostile/hostile-story.ts";
import { type Ground, layGround, serve } from "../support/site.ts";
import { workersGone } from "../support/browsers.ts";
import { enter } from "../support/colleague.ts";
import { setStageAt } from "../support/stage.ts";
import { chooseFiles, comeBack, fillReport, readCode, proveNoted, writeFollowUp } from "../stories/reporter.ts";
import { speak } from "../../../src/words/speech.ts";

const { say } = speak("id");

t.setTimeout(300_000);

const { sending, fetching } = FILES;
const PASSPHRASE = "enam kata yang dibuat oleh mesin";
/** Length, and the name under which it is sent: one that says nothing. */
const CONTENTS = {
  "bukti-ménukar é.bin": { size: 1_300_000, sentAs: "lampiran-01.txt" },
  "kosong.txt": { size: 0, sentAs: "lampiran-02.bin" },
};

/** A server that can be stopped and started again over the same database. */
async function runServer(t: Test, ground: Ground) {
  const served = { serverKey: randomBytes(32), webDir: ground.webDir, lines: [] };
  const start = () => serve(ground, served);
  let stop = await start();
  t.teardown(() => stop());
  return {
    async stopUntil(isOver: Promise<unknown>) {
      await stop();
      await isOver;
      stop = await start();
    },
  };
}

async function writeFiles(t: Test): Promise<{ folder: string; paths: string[]; hashes: Map<string, string> }> {
  const folder = t.testdir({ downloads: {} });
  const hashes = new Map<string, string>();
  const paths: string[] = [];
  for (const [name, { size, sentAs }] of Object.entries(CONTENTS)) {
    const bytes = Buffer.alloc(size, `${name} `);
    hashes.set(sentAs, sha256(bytes));
    paths.push(path.join(folder, name));
    await fs.writeFile(path.join(folder, name), bytes);
  }
  return { folder, paths, hashes };
}

function sha256(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

t.test(
  "files follow the report whole, over a server that stops in the middle, and an answer's file comes back",
  async (t) => {
    const ground = await layGround(t);
    const server = await runServer(t, ground);
    const stage = await setStageAt(t, ground, "chromium");
    const { folder, paths, hashes } = await writeFiles(t);
    const screen = await stage.open();
    await screen.page.goto(ground.origin);
    await fillReport(screen, "id", { unit: "Unit Contoh", what: "Uraian contoh." }, { files: paths });
    await screen.see("lampiran-02.bin");

    let cells = 0;
    let restarted: Promise<void> | undefined;
    let startAgain = () => {};
    const isSeen = new Promise<void>((resolve) => (startAgain = resolve));
    stage.recorder.onward = ({ method, url }) => {
      if (method !== "PUT" || !url.includes("/files/") || ++cells !== 2) return undefined;
      restarted = server.stopUntil(isSeen);
      return "cut";
    };
    await screen.press(SCREENS.review.send);
    const words = await readCode(screen, "id");
    t.equal(words.length, 12, "the code is there although no file is");
    await screen.see(sending.cut);
    t.pass("a line that is cut is said");
    startAgain();
    await proveNoted(screen, "id", words);
    await screen.seeHeading(SCREENS.done.title);
    await screen.see(sending.done);
    await restarted;
    t.pass("all files have arrived after the server came back");

    const member = first(ground.organisation.investigators);
    await enrol(connect(ground.origin), member, { name: "pemeriksa", passphrase: PASSPHRASE });
    const signedIn = await enter(ground, { name: "pemeriksa", passphrase: PASSPHRASE });
    const handle = first((await findNewCases(signedIn)).opened);
    const file = await openMemberCase(signedIn, handle);
    t.same(
      file.opened.announced.map(({ name, size }) => [name, size]),
      Object.values(CONTENTS).map(({ size, sentAs }) => [sentAs, size]),
      "the report announced them",
    );
    const entries = file.opened.conversation.flatMap(({ message }) => (message?.kind === "files" ? message.files : []));
    t.same(entries.map(({ name }) => name).toSorted(), [...hashes.keys()]);
    for (const entry of entries) {
      let arrived = "";
      const sink = { write: () => {}, end: (digest: Uint8Array) => void (arrived = hex(digest)), drop: () => {} };
      await downloadFile(file.cells, entry, sink);
      t.equal(arrived, hashes.get(entry.name), `${entry.name}: the same bytes`);
    }

    const answer = Buffer.alloc(300_000, "jawaban ");
    const source = {
      name: "../jawaban\u202Egpj.pdf",
      type: "application/pdf",
      size: answer.length,
      read: async (offset: number, length: number) => new Uint8Array(answer.subarray(offset, offset + length)),
    };
    await sendFiles(memberOf(signedIn, handle, file.cells.caseId), [source]).run();
    await screen.page.goto(ground.origin);
    await comeBack(screen, "id", words);
    const devTools = await screen.page.createCDPSession();
    const downloads = path.join(folder, "downloads");
    await devTools.send("Browser.setDownloadBehavior", {
      behavior: "allow",
      downloadPath: downloads,
      browserContextId: screen.page.browserContext().id!,
    });
    await screen.press(say(fetching.saveOne, { name: source.name }));
    await screen.see(fetching.done);
    const saved = await waitForFile(downloads);
    t.equal(path.basename(saved), "jawabangpj.pdf", "under a name that leads nowhere");
    t.equal(sha256(await fs.readFile(saved)), sha256(answer), "an answer's file has the same bytes");

    await query(
      ground.urls.ownerUrl,
      `UPDATE file_cells SET content = overlay(content placing '\\x00000000' from 1000)`,
    );
    await screen.press(say(fetching.saveOne, { name: source.name }));
    await screen.see(fetching.why["file-damaged"]);
    await query(ground.urls.ownerUrl, "DELETE FROM file_cells");
    await screen.press(say(fetching.saveOne, { name: source.name }));
    await screen.see(fetching.why["file-missing"]);
    t.equal((await fs.readdir(downloads)).length, 1, "what is damaged or missing is said, and nothing is saved");

    await screen.press(CASE.attach);
    await chooseFiles(screen, paths.slice(1));
    await screen.press(CASE.send);
    await screen.see(sending.done);
    await writeFollowUp(screen, "id", "Pesan sesudah berkas.");
    t.pass("words are sent after files that took their place");
    const later = await openMemberCase(signedIn, handle);
    t.equal(
      later.opened.conversation.filter(({ message }) => message?.kind === "files").length,
      3,
      "a file alone can be sent later with the words",
    );
    t.same(
      screen.complaints.filter((one) => !/Permissions-Policy|ERR_|Failed to load/u.test(one)),
      [],
      "no complaint of the browser",
    );
  },
);

t.test("leaving warns while files are under way, and quick exit ends them without a question", async (t) => {
  const ground = await layGround(t);
  await runServer(t, ground);
  const stage = await setStageAt(t, ground, "chromium");
  const { paths } = await writeFiles(t);
  const screen = await stage.open();
  const { page } = screen;
  let dialogs = 0;
  page.on("dialog", () => dialogs++);
  let cells = 0;
  stage.recorder.onward = ({ method, url }) => {
    if (method !== "PUT" || !url.includes("/files/")) return undefined;
    cells++;
    return "cut";
  };
  await page.goto(ground.origin);
  await fillReport(screen, "id", { unit: "Unit Contoh", what: "Uraian contoh." }, { files: paths.slice(1) });
  await screen.press(SCREENS.review.send);
  const words = await readCode(screen, "id");
  await proveNoted(screen, "id", words);
  await screen.see(SCREENS.done.filesFirst);
  const isHeld = () => page.evaluate(() => !dispatchEvent(new Event("beforeunload", { cancelable: true })));
  t.ok(await isHeld(), "the last screen does not let go of files that are under way");
  t.equal(page.workers().length, 1);
  await page.evaluate(() => {
    // The page that quick exit leads to cannot be reached here: the old one goes on running, if it does.
    document.getElementById("quick-exit")?.setAttribute("href", "#");
    document.getElementById("quick-exit")?.click();
  });
  t.ok(await workersGone(page), "the worker has ended, and with it the keys of the files");
  // What had left already is still told here.
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const before = cells;
  await new Promise((resolve) => setTimeout(resolve, 6_000));
  t.ok(before > 0);
  t.equal(cells, before, "nothing more is sent");
  t.equal(dialogs, 0);
  t.notOk(await isHeld(), "and nothing is asked");
});

async function waitForFile(folder: string): Promise<string> {
  for (;;) {
    const [name] = (await fs.readdir(folder)).filter((one) => !one.endsWith(".crdownload"));
    if (name !== undefined) return path.join(folder, name);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
