/** What is pasted, dropped or photographed comes in like what is chosen: looked into, cleaned, under a name that says nothing. */
import * as fs from "node:fs/promises";
import path from "node:path";
import type { ElementHandle, Page } from "puppeteer-core";
import t from "tap";
import { FILES } from "../../../src/web/reporter/words/id/files.ts";
import { SCREENS } from "../../../src/web/reporter/words/id/screens.ts";
import { speak } from "../../../src/words/speech.ts";
import { chunk, makePng } from "../../evidence/make/png.ts";
import { ascii } from "../../evidence/make/bytes.ts";
import { fillReport } from "../stories/reporter.ts";
import { setStage } from "../support/stage.ts";

t.setTimeout(300_000);

const { say } = speak("id");
const WRITING = { unit: "Unit Contoh", what: "Uraian contoh." };
const CANARY = "kenari-perekam-layar";
const SCREENSHOT = makePng({ before: [chunk("tEXt", ascii(`Software\0${CANARY}`))] });

type Given = { readonly name: string; readonly base64: string; readonly text?: string };

/** As the browser hands it on after Ctrl+V, or after letting go, at whatever has the focus. */
function give(page: Page, kind: "paste" | "drop", given: Given): Promise<boolean> {
  return page.evaluate(
    (how, { name, base64, text }) => {
      const data = new DataTransfer();
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      data.items.add(new File([bytes], name, { type: "image/png" }));
      if (text !== undefined) data.items.add(text, "text/plain");
      // Of what is made by hand, browsers differ in what they take over.
      const event = new Event(how, { bubbles: true, cancelable: true });
      Object.defineProperty(event, how === "paste" ? "clipboardData" : "dataTransfer", { value: data });
      const place = how === "drop" ? document.querySelector(".chooser") : (document.activeElement ?? document.body);
      return !(place?.dispatchEvent(event) ?? true);
    },
    kind,
    given,
  );
}

const base64 = Buffer.from(SCREENSHOT).toString("base64");

for (const browser of ["chromium", "firefox"] as const) {
  t.test(`in ${browser} a screenshot that is pasted or dropped is cleaned and renamed`, async (t) => {
    const stage = await setStage(t, browser);
    const screen = await stage.open();
    await screen.page.goto(stage.site.origin);
    await fillReport(screen, "id", WRITING, { until: "files" });
    await screen.see(FILES.paste);
    t.equal(await give(screen.page, "paste", { name: `${CANARY}.png`, base64 }), true, "it is taken");
    await screen.see(`${FILES.attachment}-01.png`);
    t.equal(await give(screen.page, "drop", { name: "b.png", base64 }), true);
    await screen.see(`${FILES.attachment}-02.png`);
    await screen.see(FILES.allLooked);
    await screen.see(say(FILES.formerly, { name: `${CANARY}.png` }));
    const sizes = await screen.page.$$eval(".chosen .row-head", (heads) => heads.map((head) => head.textContent));
    t.equal(sizes.length, 2);
    t.match(await screen.readAll(), CANARY, "what was in it is said");
    await screen.press(SCREENS.next);
    await screen.seeHeading(SCREENS.readers.title);
    t.equal(await give(screen.page, "paste", { name: "c.png", base64 }), false, "at another step nothing is taken");
  });
}

t.test("copied from an office program, the text goes into the field and its picture nowhere", async (t) => {
  const stage = await setStage(t, "chromium");
  const screen = await stage.open();
  await screen.page.goto(stage.site.origin);
  await fillReport(screen, "id", WRITING, { until: "files" });
  await screen.see(FILES.paste);
  await screen.page.evaluate(() => {
    const field = document.createElement("textarea");
    document.querySelector(".chooser")?.append(field);
    field.focus();
  });
  t.equal(await give(screen.page, "paste", { name: "a.png", base64, text: "Pagu" }), false);
  t.equal(await give(screen.page, "paste", { name: "a.png", base64 }), true, "a picture alone is taken there too");
});

t.test("on a telephone the camera is offered beside the gallery, and its picture comes in likewise", async (t) => {
  const stage = await setStage(t, "chromium");
  const screen = await stage.open();
  await screen.page.setViewport({ width: 360, height: 740, isMobile: true, hasTouch: true });
  await screen.page.goto(stage.site.origin);
  await fillReport(screen, "id", WRITING, { until: "files" });
  await screen.see(FILES.camera);
  const inputs = await screen.page.$$eval(".chooser > label input", (all) =>
    all.map((input) => ({ accept: input.getAttribute("accept"), capture: input.getAttribute("capture") })),
  );
  t.same(inputs, [
    { accept: null, capture: null },
    { accept: "image/*", capture: "environment" },
  ]);
  const file = path.join(t.testdir({}), "IMG_20261128_0127.png");
  await fs.writeFile(file, SCREENSHOT);
  const camera = (await screen.page.$("input[capture]")) as ElementHandle<HTMLInputElement>;
  await camera.uploadFile(file);
  await screen.see(`${FILES.attachment}-01.png`);
  await screen.see(FILES.allLooked);
});
