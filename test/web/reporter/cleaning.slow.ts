/** What files tell beside their content does not leave the device, whatever the browser; and nothing goes unsealed. */
import * as fs from "node:fs/promises";
import path from "node:path";
import t, { type Test } from "tap";
import { FILES } from "../../../src/web/reporter/words/id/files.ts";
import { SCREENS } from "../../../src/web/reporter/words/id/screens.ts";
import { makeJpeg, scansOf } from "../../evidence/make/jpeg.ts";
import { makePdf } from "../../evidence/make/pdf.ts";
import { cleanedBytes } from "../../evidence/support/clean.ts";
import { identifying, tagged, tagsOf } from "../../evidence/support/exiftool.ts";
import { chooseFiles, fillReport, sendReport } from "../stories/reporter.ts";
import { type BrowserName, workersGone } from "../support/browsers.ts";
import { openArrivals } from "../support/arrivals.ts";
import { findSecret } from "../support/recorder.ts";
import type { Screen } from "../support/screen.ts";
import { startSite } from "../support/site.ts";
import { type Stage, setStageAt } from "../support/stage.ts";
import { waitInPage } from "../support/wait.ts";
import { speak } from "../../../src/words/speech.ts";

const { say } = speak("id");

t.setTimeout(300_000);

const { attachment, findings, outcome, problems, reasons, sending } = FILES;
const WRITING = { unit: "Unit Contoh", what: "Uraian contoh." };
const CANARY = "kenari-pemotret";
const TAGS = [
  "-GPSLatitude=6.2088",
  "-GPSLatitudeRef=S",
  "-GPSLongitude=106.8456",
  "-GPSLongitudeRef=E",
  `-Artist=${CANARY}`,
  "-Make=kenari-pabrik",
  "-Model=kenari-ponsel",
  "-SerialNumber=kenari-nomor-seri",
  "-DateTimeOriginal=2025:02:06 16:41:12",
];

async function writeFiles(t: Test, files: Readonly<Record<string, Uint8Array | string>>): Promise<string[]> {
  const folder = t.testdir({});
  const paths: string[] = [];
  for (const [name, content] of Object.entries(files)) {
    paths.push(path.join(folder, name));
    await fs.writeFile(path.join(folder, name), content);
  }
  return paths;
}

/** From home to the step for files, with these chosen and looked into. */
async function chooseInReport(screen: Screen, { site }: Stage, files: readonly string[]): Promise<void> {
  await screen.page.goto(site.origin);
  await fillReport(screen, "id", WRITING, { until: "files" });
  await chooseFiles(screen, files);
}

async function goOnToReview(screen: Screen): Promise<void> {
  await screen.press(SCREENS.next);
  await screen.seeHeading(SCREENS.readers.title);
  await screen.see(SCREENS.readers.atLeastTwo);
  await screen.press(SCREENS.next);
  await screen.seeHeading(SCREENS.review.title);
}

const site = await startSite(t);

const BROWSERS: readonly BrowserName[] = ["chromium", "firefox"];
for (const browser of BROWSERS) {
  t.test(
    `attack 39: in ${browser} hidden data of a photograph is cut out, said, and arrives with nobody; its pixels do`,
    async (t) => {
      const photo = tagged(makeJpeg({ components: 3 }), "jpg", TAGS);
      const kept = tagged(makeJpeg(), "jpg", ["-Comment=sengaja"]);
      const letter = makePdf({ info: `/Author (${CANARY})` });
      const paths = await writeFiles(t, {
        "IMG_20250206_164112.jpeg": photo,
        "asli é.jpg": kept,
        "surat.pdf": letter,
        "catatan.csv": "a,b\n",
        "berubah.jpg": makeJpeg(),
      });
      const stage = await setStageAt(t, site, browser);
      const screen = await stage.open();
      await chooseInReport(screen, stage, paths);
      await screen.see(FILES.allLooked);
      const shown = await screen.readAll();
      for (const words of [findings.location, "-6.20880, 106.84560", findings.device, CANARY, "kenari-nomor-seri"])
        t.match(shown, words, `${words} is said`);
      t.match(shown, FILES.remains.items["visible-content"], "and so is what stays");
      await screen.see(reasons["not-supported"]);

      await screen.press(`${FILES.asIs}: ${attachment}-02.jpg`);
      await screen.see(outcome.asIs);
      await screen.press(SCREENS.next);
      await screen.see(outcome.asked);
      t.equal(
        await screen.page.evaluate(() => document.activeElement?.textContent?.includes("surat.pdf")),
        true,
        "attack 40: a file that nobody decided about keeps the person there, once",
      );
      await goOnToReview(screen);
      await screen.see(say(FILES.review.asIs, { n: 1 }));
      await screen.see(say(FILES.review.leftOut, { n: 1 }));
      await fs.writeFile(paths.at(-1) ?? "", tagged(makeJpeg(), "jpg", TAGS));
      await sendReport(screen, "id");
      await screen.see(sending.why["unreadable-file"]);
      t.ok(
        await screen.has("button", sending.leaveOut),
        "a file that changed after it was chosen is not sent, and the words about it say so",
      );
      await screen.press(sending.leaveOut);
      await screen.see(sending.done);

      const { file, files } = await openArrivals(stage.site);
      const sent = [`${attachment}-01.jpg`, "asli é.jpg", `${attachment}-04.csv`];
      t.same(
        files.map(({ name }) => name),
        sent,
        "under names that say nothing, but for the one that was kept on purpose",
      );
      t.same(
        files.map(({ type }) => type),
        ["image/jpeg", "image/jpeg", "text/plain"],
      );
      t.same(
        file.opened.announced.slice(0, 3).map(({ name, size }) => [name, size]),
        files.map(({ name, size }) => [name, size]),
        "the report announced what came",
      );
      const [cleaned, own] = files.map(({ bytes }) => bytes);
      t.same(cleaned, (await cleanedBytes(t, photo)).cleaned, "the cleaned bytes and no others");
      t.same(identifying(tagsOf(cleaned ?? photo, "jpg")), {}, "exiftool finds nothing that identifies");
      t.same(scansOf(cleaned ?? photo), scansOf(photo), "every pixel is what it was");
      t.same(own, kept, "what was kept has the same bytes");
      for (const secret of [CANARY, "IMG_20250206", "surat.pdf"])
        t.same(findSecret(stage.recorder.requests, secret), [], `${secret} is in no request`);
      t.same(
        screen.complaints.filter((one) => !/Permissions-Policy|ERR_|Failed to load/u.test(one)),
        [],
        "no complaint of the browser",
      );
    },
  );
}

t.test("being looked into holds up no step, only sending; what then needs a decision is asked about", async (t) => {
  const letter = makePdf({ info: "/Author (Nama Contoh)" });
  const paths = await writeFiles(t, { "surat.pdf": letter });
  const stage = await setStageAt(t, site, "chromium");
  const screen = await stage.open();
  let release = () => {};
  const held = new Promise<undefined>((resolve) => (release = () => resolve(undefined)));
  stage.recorder.onward = ({ url }) => (url.includes("/a/files-worker") ? held : undefined);
  await chooseInReport(screen, stage, paths);
  await screen.see(FILES.looking);
  await goOnToReview(screen);
  await screen.see(say(FILES.review.looking, { n: 1 }));
  t.notOk(await screen.has("button", SCREENS.review.send), "the button to send sleeps until then");
  release();
  await screen.see(say(FILES.review.leftOut, { n: 1 }));
  await screen.press(SCREENS.review.send);
  await screen.see(outcome.asked);
  await screen.press(FILES.anyway);
  await screen.press(SCREENS.next);
  await screen.seeHeading(SCREENS.review.title);
  await screen.see(say(FILES.review.asIs, { n: 1 }));
  await sendReport(screen, "id");
  await screen.see(sending.done);
  const { files } = await openArrivals(site);
  t.same(
    files.map(({ name, type, bytes }) => [name, type, bytes]),
    [[`${attachment}-01.pdf`, "application/pdf", letter]],
    "attached anyway it keeps its bytes and loses its name",
  );
});

t.test(
  "where the worker does not load, or dies, the file says so, nothing goes unsealed, and it can be tried again",
  async (t) => {
    const secret = "kenari-di-dalam-berkas ";
    const content = Buffer.alloc(2_500_000, secret);
    const paths = await writeFiles(t, { "catatan.txt": content });
    const stage = await setStageAt(t, site, "chromium");
    // The test's hand on every worker that the page starts.
    const screen = await stage.open((page) =>
      page.evaluateOnNewDocument(() => {
        const started: Worker[] = [];
        const Real = Worker;
        Object.assign(globalThis, {
          started,
          Worker: class extends Real {
            constructor(...given: ConstructorParameters<typeof Worker>) {
              super(...given);
              started.push(this);
            }
          },
        });
      }),
    );
    stage.recorder.onward = ({ url }) => (url.includes("/a/files-worker") ? { alter: flipLast } : undefined);
    await chooseInReport(screen, stage, paths);
    await screen.see(problems["worker-gone"]);
    const countStarted = () =>
      screen.page.evaluate(() => (globalThis as unknown as { started: Worker[] }).started.length);
    t.equal(await countStarted(), 0, "a part of which one byte differs is not run, and said at the file");
    stage.recorder.onward = () => undefined;
    await screen.press(`${SCREENS.problems.retry}: catatan.txt`);
    await screen.see(outcome.plain);
    t.equal(await countStarted(), 1, "and loaded anew");
    await goOnToReview(screen);

    let cells = 0;
    stage.recorder.onward = async ({ method, url }) => {
      if (method !== "PUT" || !url.includes("/files/") || ++cells !== 1) return undefined;
      await screen.page.evaluate(() => {
        const worker = (globalThis as unknown as { started: Worker[] }).started.at(-1);
        worker?.terminate();
        worker?.dispatchEvent(new ErrorEvent("error"));
      });
      return undefined;
    };
    await sendReport(screen, "id");
    await screen.see(sending.why["worker-gone"]);
    t.ok(await screen.has("button", SCREENS.problems.retry), "a worker that dies is said");
    await screen.press(SCREENS.problems.retry);
    await screen.see(sending.done);
    const { files } = await openArrivals(stage.site);
    t.same(
      files.map(({ bytes }) => Buffer.from(bytes).equals(content)),
      [true],
      "and the next one sends all of it",
    );
    t.same(findSecret(stage.recorder.requests, secret), [], "no byte of it was in any request");
    await waitInPage(screen.page, () => (globalThis as unknown as { started: Worker[] }).started.length > 0);
    t.ok(await workersGone(screen.page), "nobody needs the worker any more, and it has ended");
  },
);

function flipLast(body: Buffer): Buffer {
  const altered = Buffer.from(body);
  altered[altered.length - 1] = (altered.at(-1) ?? 0) ^ 1;
  return altered;
}
