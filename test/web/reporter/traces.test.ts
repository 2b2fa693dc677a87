import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import t, { type Test } from "tap";
import { HOME, SCREENS } from "../../../src/web/reporter/words.ts";
import type { BrowserName } from "../support/browsers.ts";
import { spellingsOf } from "../support/recorder.ts";
import { screenOf } from "../support/screen.ts";
import { setStage } from "../support/stage.ts";
import { fillReport, proveNoted, sendReport } from "../stories/reporter.ts";

t.setTimeout(300_000);

const CANARY = "kenari-jejak-91d2";

/** Files of the profile in which one of the spellings stands. */
async function search(folder: string, secret: string): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const spellings = spellingsOf(secret);
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await fs.readFile(file).catch(() => Buffer.alloc(0));
    if (spellings.some((spelling) => bytes.includes(spelling))) found.push(path.relative(folder, file));
  }
  return found;
}

async function leaveNothing(t: Test, browserName: BrowserName): Promise<void> {
  const profile = await fs.mkdtemp(path.join(tmpdir(), "segel-profile-"));
  t.teardown(() => fs.rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const { site, browser } = await setStage(t, browserName, { profile });
  // The browser's own first page and context: others write no profile at all.
  const [page] = await browser.pages();
  if (page === undefined) throw new Error("a browser opens with a page");
  const screen = screenOf(page);
  page.setDefaultTimeout(60_000);
  await page.goto(site.origin);
  await fillReport(screen, "id", { unit: `Unit ${CANARY}`, what: `Uraian ${CANARY}` });
  const words = await sendReport(screen, "id");
  await proveNoted(screen, "id", words);
  const title = await page.title();
  await browser.close();

  t.equal(title, "Segel", "the history has one title for every screen");
  t.ok((await fs.readdir(profile, { recursive: true })).length > 10, "there is a profile to look into");
  t.same(await search(profile, CANARY), [], "what was typed is nowhere in it");
  t.same(await search(profile, words.slice(0, 3).join(" ")), [], "nor are the words");
  t.same(await search(profile, words.slice(0, 3).join("\n")), []);
}

t.test("attack 42: after a report Chromium's profile holds nothing of it", (t) => leaveNothing(t, "chromium"));
t.test("attack 42: after a report Firefox's profile holds nothing of it", (t) => leaveNothing(t, "firefox"));

t.test("attack 41: no field is remembered, corrected, translated or offered to a password manager", async (t) => {
  const stage = await setStage(t, "chromium");
  const screen = await stage.open();
  const text = SCREENS.id;
  const check = async (where: string) => {
    const fields = await screen.page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>("input:not([type=radio]):not([type=checkbox]), textarea")].map(
        (field) => ({
          autocomplete: field.getAttribute("autocomplete"),
          spellcheck: field.getAttribute("spellcheck"),
          name: field.getAttribute("name"),
          inForm: field.closest("form") !== null,
        }),
      ),
    );
    t.ok(fields.length > 0, `${where} has fields`);
    for (const field of fields)
      t.same(field, { autocomplete: "off", spellcheck: "false", name: null, inForm: false }, where);
  };
  await screen.page.goto(stage.site.origin);
  await screen.press(HOME.id.report);
  await screen.seeHeading(text.what.title);
  await check("step 1");
  await screen.fill(text.fields.unitName, "a");
  await screen.fill(text.fields.what, "b");
  await screen.press(text.next);
  await screen.seeHeading(text.who.title);
  await check("step 2");
  await screen.page.goto(stage.site.origin);
  await screen.press(HOME.id.check);
  await screen.seeHeading(text.check.title);
  await check("the words");
  await screen.press(text.check.pasteAll);
  await check("the words at once");
});
