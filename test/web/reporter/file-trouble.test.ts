/** Files that cannot go, or not at once: limits, what a sweep took away, what is given up in the middle. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { waitUntil } from "../../../src/client/line/waiting.ts";
import { MAX_FILE_BYTES } from "../../../src/crypto/file-cells.ts";
import { MAX_FILES_A_CASE } from "../../../src/protocol/limits.ts";
import { CASE } from "../../../src/web/reporter/words/id/case.ts";
import { FILES } from "../../../src/web/reporter/words/id/files.ts";
import { SCREENS } from "../../../src/web/reporter/words/id/screens.ts";
import { makePdf } from "../../evidence/make/pdf.ts";
import { query } from "../../support/machine/postgres.ts";
import { chooseFiles, comeBack, fillReport, sendReport } from "../stories/reporter.ts";
import { openArrivals } from "../support/arrivals.ts";
import { setStageAt } from "../support/stage.ts";
import { startSite } from "../support/site.ts";
import { speak } from "../../../src/words/speech.ts";

const { say } = speak("id");

t.setTimeout(300_000);

const { problems, sending, reasons, outcome } = FILES;
const WRITING = { unit: "Unit Contoh", what: "Uraian contoh." };

const site = await startSite(t);
const stage = await setStageAt(t, site, "chromium");
const folder = t.testdir({});
const write = async (name: string, content: Uint8Array | string): Promise<string> => {
  const file = path.join(folder, name);
  await fs.writeFile(file, content);
  return file;
};

t.test("limits are told before choosing, and what goes beyond them stays out and says why", async (t) => {
  const large = await write("besar.txt", "");
  await fs.truncate(large, MAX_FILE_BYTES + 1);
  const small = await Promise.all(Array.from({ length: MAX_FILES_A_CASE + 2 }, (_, at) => write(`${at}.txt`, "a\n")));
  const screen = await stage.open();
  await screen.page.goto(site.origin);
  await fillReport(screen, "id", WRITING, { until: "files" });
  await screen.see(FILES.limits);
  await chooseFiles(screen, [large]);
  await screen.see(problems["too-large"]);
  await screen.page.focus(".files button");
  await chooseFiles(screen, small, MAX_FILES_A_CASE);
  await screen.see(say(FILES.tooMany, { n: 2 }));
  await screen.see(FILES.allLooked);
  t.equal(
    await screen.page.evaluate(() => document.activeElement?.getAttribute("aria-label")),
    `${FILES.remove}: besar.txt`,
    "what is said of other files takes no focus away",
  );
  t.equal(await screen.page.$$eval(".files > li", ({ length }) => length), 1 + MAX_FILES_A_CASE);
  await screen.see(say(FILES.count, { n: MAX_FILES_A_CASE, size: "1 KB" }));
  t.pass("and what keeps to them is counted without it");
  await screen.page.close();
});

t.test("cells that a sweep took are sent anew, and what is given up in the middle is taken back", async (t) => {
  const content = Buffer.alloc(700_000, "isi ");
  const screen = await stage.open();
  await screen.page.goto(site.origin);
  await fillReport(screen, "id", WRITING, { files: [await write("satu.txt", content)] });
  let isSwept = false;
  let cells = 0;
  stage.recorder.onward = async ({ method, url }) => {
    if (method === "PUT" && url.includes("/files/")) cells++;
    if (method === "PUT" && url.includes("/api/case/messages/") && !isSwept) {
      isSwept = true;
      await query(site.urls.ownerUrl, "DELETE FROM files");
    }
    return undefined;
  };
  const words = await sendReport(screen, "id");
  await screen.see(sending.done);
  t.ok(isSwept);
  t.equal(cells, 8, "four cells, twice");
  const { files } = await openArrivals(site);
  t.same(
    files.map(({ bytes }) => Buffer.from(bytes).equals(content)),
    [true],
    "and arrive whole",
  );

  await screen.page.goto(site.origin);
  await comeBack(screen, "id", words);
  await screen.press(CASE.attach);
  await chooseFiles(screen, [await write("dua.txt", content), await write("surat.pdf", makePdf({}))]);
  await screen.see(reasons["not-supported"]);
  await screen.press(CASE.send);
  await screen.see(outcome.asked);
  t.pass("a file that nobody decided about holds a message back, once");
  let sent = 0;
  stage.recorder.onward = async ({ method, url }) => {
    if (method !== "PUT" || !url.includes("/files/") || ++sent === 1) return undefined;
    // Cells go beside each other: the first would be given up on its way with the one that is cut.
    await waitUntil(async () => (await countFiles()) === 2, { everyMs: 20, forMs: 10_000 });
    return "cut";
  };
  await screen.press(CASE.send);
  await screen.see(sending.cut);
  await screen.see("surat.pdf");
  t.pass("and stays where it is when the others go");
  t.equal(await countFiles(), 2);
  // The line stays as it is: else all would be sent before anybody gives it up.
  await screen.press(sending.more);
  await screen.press(sending.end);
  await screen.see(sending.ended);
  stage.recorder.onward = () => undefined;
  // Behind a cell that was under way when everything ended.
  for (let tries = 0; tries < 50 && (await countFiles()) > 1; tries++) await sleep(100);
  t.equal(await countFiles(), 1, "nothing is left of what was given up");
});

t.test("a message does not go without its file unseen, and what did not go is still there", async (t) => {
  const screen = await stage.open();
  const worker = makeGate();
  const message = makeGate();
  let messages = 0;
  // From the first visit on: the page fetches the worker's file then, and the browser keeps it.
  stage.recorder.onward = async ({ method, url }) => {
    if (url.includes("/a/files-worker")) {
      await worker.passed;
      return { alter: (body) => body.fill(0, body.length - 1) };
    }
    if (method === "PUT" && url.includes("/api/case/messages/") && ++messages === 2) await message.passed;
    return undefined;
  };
  await screen.page.goto(site.origin);
  await fillReport(screen, "id", WRITING);
  const words = await sendReport(screen, "id");
  await screen.page.goto(site.origin);
  await comeBack(screen, "id", words);
  await screen.fill(CASE.message, "Ini fotonya.");
  await screen.press(CASE.attach);
  await chooseFiles(screen, [await write("tiga.txt", "isi\n")]);
  await screen.see(FILES.looking);
  await screen.press(CASE.send);
  await screen.see(CASE.sendingMessage);
  worker.open();
  await screen.see(outcome.without);
  t.equal(messages, 0, "a file that could not be looked into holds the words back, once");
  t.match(await screen.page.evaluate(() => document.activeElement?.textContent), "tiga.txt", "and has the focus");

  await screen.press(CASE.send);
  await screen.see(CASE.sent);
  await screen.see(problems["worker-gone"]);
  t.equal(messages, 1, "then the words go, and the file is still there when the case is shown anew");

  stage.recorder.onward = async ({ method, url }) => {
    if (method === "PUT" && url.includes("/api/case/messages/") && ++messages === 2) await message.passed;
    return undefined;
  };
  await screen.press(SCREENS.problems.retry);
  await screen.see(outcome.plain);
  await screen.fill(CASE.message, "Ini menyusul.");
  await screen.press(CASE.send);
  await waitUntil(() => messages === 2, { everyMs: 50 });
  t.same(
    await screen.page.$$eval(".composer textarea, .composer input, .composer li button", (all) =>
      all.map((one) => one.closest("[inert]") !== null),
    ),
    [true, true, true, true],
    "while a message is on its way neither words nor files can be changed",
  );
  t.notOk(await screen.has("button", CASE.send));
  message.open();
  await screen.see(sending.done);
  await screen.see(CASE.sent);
  t.equal(await screen.page.$eval("textarea", ({ value }) => value), "");
  t.equal(
    await screen.page.$$eval(".composer .files > li", ({ length }) => length),
    0,
    "and what went is there no more",
  );
  await screen.page.close();
});

function makeGate() {
  let open = () => {};
  const passed = new Promise<void>((resolve) => (open = resolve));
  return { passed, open: () => open() };
}

async function countFiles(): Promise<number> {
  const [row] = await query<{ count: string }>(site.urls.ownerUrl, "SELECT count(*) FROM files");
  return Number(row?.count);
}
