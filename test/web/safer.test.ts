import * as fs from "node:fs/promises";
import path from "node:path";
import t from "tap";
import { CASE } from "../../src/web/reporter/words/id/case.ts";
import { FILES } from "../../src/web/reporter/words/id/files.ts";
import { segment, makeLargeJpeg } from "../evidence/make/jpeg.ts";
import { ascii } from "../evidence/make/bytes.ts";
import { cleanedBytes } from "../evidence/support/clean.ts";
import { concat } from "../../src/crypto/bytes.ts";
import { openArrivals } from "./support/arrivals.ts";
import { findForeign, findSecret } from "./support/recorder.ts";
import type { Screen } from "./support/screen.ts";
import { setStage } from "./support/stage.ts";
import { comeBack, fillReport, proveNoted, sendReport } from "./stories/reporter.ts";

// Where nothing is compiled sealing takes its time, and longer beside other tests. The desk: safer.slow.ts.
t.setTimeout(900_000);

const CANARY = "kenari-lambat é51c";
const PHOTOGRAPHER = "kenari-pemotret-51c";
const WRITING = { unit: "Unit Contoh", what: `Uraian ${CANARY}.` };
const { sending } = FILES;

t.test(
  "attack 23: at Tor Browser's level Safer a report is sealed, sent and come back to, and arrives whole",
  async (t) => {
    const stage = await setStage(t, "safer");
    const large = makeLargeJpeg(1_500_000);
    const photo = concat(large.subarray(0, 2), segment(0xfe, ascii(PHOTOGRAPHER)), large.subarray(2));
    const file = path.join(t.testdir({}), "IMG_1.jpg");
    await fs.writeFile(file, photo);
    const screen = await stage.open();
    await screen.page.goto(stage.site.origin);
    t.equal(await screen.page.evaluate(() => typeof WebAssembly), "undefined", "there is no WebAssembly");
    await fillReport(screen, "id", WRITING, { files: [file] });
    const sentAt: number[] = [];
    stage.recorder.onward = ({ method, url }) => {
      if (method === "PUT" && url.includes("/files/")) sentAt.push(Date.now());
      return undefined;
    };
    const words = await sendReport(screen, "id");
    const waits = await waitsUntil(screen, sending.done);
    // The second cell is sealed while the first is on its way; before and after, the page itself opens and writes.
    const [from = 0, to = 0] = sentAt;
    const longest = Math.max(...waits.flatMap(({ at, ms }) => (at + ms > from && at < to ? [ms] : [])));
    t.comment(`longest wait of the page: ${longest} ms of ${to - from} ms`);
    t.ok(longest < (to - from) / 2, "the page answers while a file is sealed");
    await proveNoted(screen, "id", words);
    await screen.page.goto(stage.site.origin);
    await comeBack(screen, "id", words);
    t.ok(await screen.has("text", CASE.status), "the words open the case");

    const { file: arrived, files } = await openArrivals(stage.site);
    t.equal(arrived.opened.answers.what, WRITING.what, "and so does a member");
    t.same(files[0]?.bytes, (await cleanedBytes(t, photo)).cleaned, "a photograph arrives, cleaned");
    const { requests } = stage.recorder;
    for (const secret of [CANARY, PHOTOGRAPHER, words.slice(0, 4).join(" ")])
      t.same(findSecret(requests, secret), [], "nothing of it is in any request");
    t.same(findForeign(requests, stage.site.origin), [], "and none goes to anybody else");
  },
);

/** How long each of many short timers really took until this stands on the screen. */
function waitsUntil({ page }: Screen, words: string): Promise<readonly { readonly at: number; readonly ms: number }[]> {
  return page.evaluate(async (done) => {
    const all: { readonly at: number; readonly ms: number }[] = [];
    while (!document.body.textContent.includes(done)) {
      const at = Date.now();
      await new Promise((resolve) => setTimeout(resolve, 20));
      all.push({ at, ms: Date.now() - at });
    }
    return all;
  }, words);
}
