import type { Page } from "puppeteer-core";
import t, { type Test } from "tap";
import { HOME } from "../../src/web/reporter/text/home.ts";
import { ID } from "../../src/web/reporter/text/id.ts";
import { SLOW_PHONE, slowDown } from "./support/browsers.ts";
import { findSecret } from "./support/recorder.ts";
import { type Stage, setStage } from "./support/stage.ts";
import { fillReport, sendReport } from "./stories/reporter.ts";

t.setTimeout(300_000);

/** Looked for in every request, in every spelling that a browser could give it. */
const CANARY = "kenari-polos-7f3a";
const WRITING = { unit: `Unit ${CANARY}`, what: `Uraian ${CANARY} selesai` };
const home = HOME.id;

/** Whatever a hasty person, or a script, could press. Quick exit and links lead elsewhere and send nothing. */
const pressAll = () => {
  for (const button of document.querySelectorAll<HTMLElement>("main button.primary, main [type=submit]")) {
    button.click();
    button.dispatchEvent(new MouseEvent("click", { bubbles: true, cancelable: true }));
  }
  for (const form of document.forms) form.requestSubmit();
};

function noPlaintext(t: Test, { recorder }: Stage): void {
  t.ok(recorder.requests.length > 0, "the capture saw requests");
  t.same(findSecret(recorder.requests, CANARY), [], "no plaintext in any request");
}

t.test(
  "no plaintext leaves a page whose button is pressed at every moment while its scripts load on a slow line",
  async (t) => {
    const stage = await setStage(t, "chromium");
    const screen = await stage.open((page) => slowDown(page, SLOW_PHONE));
    const { page } = screen;
    const isThere = { pressing: true };
    const pressing = (async () => {
      while (isThere.pressing) {
        await page.evaluate(pressAll).catch(() => {}); // Between two documents there is nothing to press.
        await new Promise((resolve) => setTimeout(resolve, 40));
      }
    })();
    await page.goto(stage.site.origin, { waitUntil: "domcontentloaded" });
    await screen.seeHeading(ID.what.title);
    await screen.paste(ID.what.unit, WRITING.unit);
    await screen.paste(ID.what.what, WRITING.what);
    // The one who presses does not even stop at the code.
    await screen.see(ID.code.received);
    isThere.pressing = false;
    await pressing;
    t.equal(await stage.countReports(), 1, "once");
    noPlaintext(t, stage);
  },
);

t.test("where scripts do not run or do not arrive the page says so, and nothing can be pressed or sent", async (t) => {
  const stage = await setStage(t, "chromium");
  const off = await stage.open((page) => page.setJavaScriptEnabled(false));
  for (const path of ["/", "/en", "/desk"]) {
    await off.page.goto(stage.site.origin + path);
    const { forms, awake } = await off.page.evaluate(() => ({
      forms: document.forms.length,
      awake: document.querySelectorAll("button:enabled, input:enabled, textarea:enabled").length,
    }));
    t.same({ forms, awake }, { forms: 0, awake: 0 }, path);
  }
  await off.page.goto(stage.site.origin);
  await off.see(home.withoutScript.title);

  const cut = await stage.open();
  stage.recorder.onward = ({ url }) => (url.endsWith(".js") ? "cut" : undefined);
  await cut.page.goto(stage.site.origin);
  await cut.see(home.preparing);
  await cut.page.evaluate(pressAll);
  t.equal(
    await cut.page.evaluate(() => document.querySelectorAll("button:enabled, input").length),
    0,
    "the buttons stay asleep",
  );
  t.equal(stage.countSent(), 0);
});

t.test("a report waits, complete, until the part that seals has arrived whole", async (t) => {
  const stage = await setStage(t, "chromium");
  const fates = ["cut", { alter: (body: Buffer) => Buffer.concat([body, Buffer.from("\n//")]) }] as const;
  for (const fate of fates) {
    const screen = await stage.open();
    stage.recorder.onward = ({ url }) => (url.includes("/a/sealing") ? fate : undefined);
    const reports = await stage.countReports();
    await screen.page.goto(stage.site.origin);
    await fillReport(screen, "id", WRITING, { readersKnown: false });
    await screen.see(ID.review.lockFailed);
    await screen.page.evaluate(pressAll);
    t.equal(await stage.countReports(), reports, `${typeof fate === "string" ? "cut" : "altered"}: nothing is sent`);
    stage.recorder.onward = () => undefined;
    await screen.press(ID.review.retry);
    t.equal((await sendReport(screen, "id")).length, 12, "once it is there, the report goes");
    t.equal(await stage.countReports(), reports + 1);
  }
  noPlaintext(t, stage);
});

t.test("attack 23: without WebAssembly the JavaScript build seals, and no plaintext leaves", async (t) => {
  const stage = await setStage(t, "chromium");
  const screen = await stage.open((page) =>
    page.evaluateOnNewDocument(() => Reflect.deleteProperty(globalThis, "WebAssembly")),
  );
  await screen.page.goto(stage.site.origin);
  await fillReport(screen, "id", WRITING);
  t.equal((await sendReport(screen, "id")).length, 12);
  const loaded = stage.recorder.requests.filter(({ url }) => url.includes("/a/sealing")).map(({ url }) => url);
  t.match(loaded, [/sealing-no-wasm/]);
  t.equal(loaded.length, 1, "and only that build is fetched");
  noPlaintext(t, stage);
});

t.test(
  "attack 22: where the random generator is missing, throws or repeats itself nothing is asked and nothing sent",
  async (t) => {
    const stage = await setStage(t, "chromium");
    const generators: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
      missing: (page) => page.evaluateOnNewDocument(() => Reflect.deleteProperty(Crypto.prototype, "getRandomValues")),
      throwing: (page) =>
        page.evaluateOnNewDocument(() => {
          Crypto.prototype.getRandomValues = () => {
            throw new Error("none");
          };
        }),
      constant: (page) =>
        page.evaluateOnNewDocument(() => {
          Crypto.prototype.getRandomValues = (array) => array;
        }),
    };
    for (const [name, before] of Object.entries(generators)) {
      const screen = await stage.open(before);
      await screen.page.goto(stage.site.origin);
      await screen.press(home.report);
      await screen.seeHeading(ID.refused.title);
      t.equal(await screen.page.evaluate(() => document.querySelectorAll("input, textarea").length), 0, name);
    }
    t.equal(stage.countSent(), 0);
  },
);
