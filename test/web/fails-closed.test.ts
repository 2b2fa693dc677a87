import type { Page } from "puppeteer-core";
import t, { type Test } from "tap";
import { HOME } from "../../src/web/reporter/words.ts";
import { SCREENS } from "../../src/web/reporter/words/id/screens.ts";
import { findForeign, findSecret } from "./support/recorder.ts";
import { startSite } from "./support/site.ts";
import { type Stage, setStageAt } from "./support/stage.ts";
import { fillReport, sendReport } from "./stories/reporter.ts";

t.setTimeout(300_000);

/** Looked for in every request, in every spelling that a browser could give it: a letter of two bytes and a quote help. */
const CANARY = 'kenari-polos "é7f3a"';
const WRITING = { unit: `Unit ${CANARY}`, what: `Uraian ${CANARY} selesai` };
/** Mobile data of the slow kind. */
const SLOW_LINE = { kbitPerSecond: 400, latencyMs: 200 };
const home = HOME.id;

/** Whatever a hasty person, or a script, could press. Quick exit and links lead elsewhere and send nothing. */
const pressAll = () => {
  for (const button of document.querySelectorAll<HTMLElement>("main button.primary, main [type=submit]")) {
    button.click();
    button.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  for (const form of document.forms) form.requestSubmit();
};

function noPlaintext(t: Test, { recorder, site }: Stage): void {
  const { requests } = recorder;
  t.ok(requests.length > 0, "the capture saw requests");
  t.same(findSecret(requests, CANARY), [], "no plaintext in any request");
  t.same(findForeign(requests, site.origin), [], "and none to anybody else");
  const carrying = requests.filter(({ url, body }) => url.startsWith(site.origin) && body.length > 0);
  // What is packed cannot be searched, so nothing may be: what goes out is one sealed report and nothing else.
  t.same([...new Set(carrying.map(({ method, url }) => `${method} ${new URL(url).pathname}`))], ["POST /api/reports"]);
  for (const { headers } of carrying) t.notMatch(headers, /content-encoding/iu, "nothing is packed");
}

const site = await startSite(t);
/** Chromium at every change; fails-closed.slow.ts loads this file anew for Firefox. */
const isFirefox = new URL(import.meta.url).searchParams.has("firefox");
const stage = await setStageAt(t, site, isFirefox ? "firefox" : "chromium");

/** At the end everything that the browser sent is looked through. */
function inBrowser(title: string, story: (t: Test, stage: Stage) => Promise<void>): void {
  t.test(title, async (t) => {
    try {
      await story(t, stage);
    } finally {
      stage.recorder.onward = () => undefined;
      stage.recorder.line = undefined;
    }
  });
}

inBrowser(
  "no plaintext leaves a page whose button is pressed at every moment while its scripts load",
  async (t, stage) => {
    const reports = await stage.countReports();
    const screen = await stage.open();
    const { page } = screen;
    stage.recorder.line = SLOW_LINE;
    const isThere = { pressing: true };
    const pressing = (async () => {
      while (isThere.pressing) {
        await page.evaluate(pressAll).catch(() => {}); // Between two documents there is nothing to press.
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    })();
    await page.goto(site.origin, { waitUntil: "domcontentloaded" });
    await screen.seeHeading(SCREENS.what.title);
    await screen.paste(SCREENS.fields.unitName, WRITING.unit);
    await screen.paste(SCREENS.fields.what, WRITING.what);
    // The one who presses does not even stop at the code.
    await screen.see(SCREENS.code.received);
    isThere.pressing = false;
    await pressing;
    t.equal(await stage.countReports(), reports + 1, "once");
    noPlaintext(t, stage);
    await page.close();
  },
);

async function staysAsleep(t: Test, { open, countSent }: Stage, before?: (page: Page) => Promise<unknown>) {
  const { page, has } = await open(before);
  for (const path of ["/", "/en", "/desk"]) {
    await page.goto(site.origin + path);
    const { forms, awake } = await page.evaluate(() => ({
      forms: document.forms.length,
      awake: document.querySelectorAll("button:enabled, input:enabled, textarea:enabled").length,
    }));
    t.same({ forms, awake }, { forms: 0, awake: 0 }, path);
  }
  await page.goto(site.origin);
  // Nothing can be waited for inside a page without scripts.
  t.ok(await has("text", home.withoutScript.title), "an honest sentence is there instead");
  await page.evaluate(pressAll);
  t.equal(countSent(), 0);
  await page.close();
}

t.test("where scripts are off the pages say so, and nothing can be pressed or sent", async (t) => {
  if (isFirefox) return staysAsleep(t, await setStageAt(t, site, "firefox", { withoutScripts: true }));
  const sent = stage.countSent();
  const countSent = () => stage.countSent() - sent;
  return staysAsleep(t, { ...stage, countSent }, (page) => page.setJavaScriptEnabled(false));
});

inBrowser(
  "where scripts do not arrive the buttons stay asleep, and nothing is sent",
  async (t, { open, recorder, countSent }) => {
    const sent = countSent();
    const { page, see } = await open();
    recorder.onward = ({ url }) => (url.endsWith(".js") ? "cut" : undefined);
    await page.goto(site.origin);
    await see(home.preparing);
    await page.evaluate(pressAll);
    t.equal(await page.evaluate(() => document.querySelectorAll("button:enabled, input").length), 0);
    t.equal(countSent(), sent);
    await page.close();
  },
);

inBrowser("a report waits, complete, until the part that seals has arrived whole", async (t, stage) => {
  const fates = ["cut", { alter: (body: Buffer) => Buffer.concat([body, Buffer.from("\n//")]) }] as const;
  for (const fate of fates) {
    const screen = await stage.open();
    stage.recorder.onward = ({ url }) => (url.includes("/a/sealing") ? fate : undefined);
    const reports = await stage.countReports();
    await screen.page.goto(site.origin);
    await fillReport(screen, "id", WRITING, { readersKnown: false });
    await screen.see(SCREENS.review.lockFailed);
    await screen.page.evaluate(pressAll);
    t.equal(await stage.countReports(), reports, `${typeof fate === "string" ? "cut" : "altered"}: nothing is sent`);
    stage.recorder.onward = () => undefined;
    await screen.press(SCREENS.review.retry);
    t.equal((await sendReport(screen, "id")).length, 12, "once it is there, the report goes");
    t.equal(await stage.countReports(), reports + 1);
    await screen.page.close();
  }
  noPlaintext(t, stage);
});

inBrowser("attack 23: without WebAssembly the JavaScript build seals, and no plaintext leaves", async (t, stage) => {
  const before = stage.recorder.requests.length;
  const screen = await stage.open((page) =>
    page.evaluateOnNewDocument(() => Reflect.deleteProperty(globalThis, "WebAssembly")),
  );
  await screen.page.goto(site.origin);
  await fillReport(screen, "id", WRITING);
  t.equal((await sendReport(screen, "id")).length, 12);
  const since = stage.recorder.requests.slice(before);
  const loaded = since.filter(({ url }) => url.includes("/a/sealing")).map(({ url }) => url);
  t.match(loaded, [/sealing-no-wasm/]);
  t.equal(loaded.length, 1, "and only that build is fetched");
  noPlaintext(t, stage);
  await screen.page.close();
});

/** Each runs in the page before any script of it. */
const GENERATORS: Readonly<Record<string, () => void>> = {
  missing: () => void Reflect.deleteProperty(Crypto.prototype, "getRandomValues"),
  throwing: () =>
    void (Crypto.prototype.getRandomValues = () => {
      throw new Error("none");
    }),
  constant: () => void (Crypto.prototype.getRandomValues = (array) => array),
};

inBrowser(
  "attack 22: where the random generator is missing, throws or repeats itself nothing is asked and nothing sent",
  async (t, { open, countSent }) => {
    const sent = countSent();
    for (const [name, spoil] of Object.entries(GENERATORS)) {
      const screen = await open((page) => page.evaluateOnNewDocument(spoil));
      await screen.page.goto(site.origin);
      await screen.press(home.report);
      await screen.seeHeading(SCREENS.refused.title);
      t.equal(await screen.page.evaluate(() => document.querySelectorAll("input, textarea").length), 0, name);
      await screen.page.close();
    }
    t.equal(countSent(), sent);
  },
);
