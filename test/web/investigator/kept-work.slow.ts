/** Texts that were not sent outlive a lock, sealed; who signs in here again goes on where the lock came. */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Page } from "puppeteer-core";
import t, { type Test } from "tap";
import { STATE_NAMES } from "../../../src/words/glossary.ts";
import { speak } from "../../../src/words/speech.ts";
import { CASE, NEXT_STEP } from "../../../src/web/investigator/case/words.ts";
import { SIGN_IN } from "../../../src/web/investigator/entrance/words.ts";
import { LIST } from "../../../src/web/investigator/list/words.ts";
import { FRAME } from "../../../src/web/investigator/parts/words.ts";
import { READERS } from "../../../src/web/investigator/people/words.ts";
import { MOVE_FORM, WRITING } from "../../../src/web/investigator/writing/words.ts";
import { query } from "../../support/machine/postgres.ts";
import { openCase, signIn } from "../stories/desk.ts";
import { sendReports } from "../support/reports.ts";
import { workersGone } from "../support/browsers.ts";
import type { Screen } from "../support/screen.ts";
import type { Login } from "../support/site.ts";
import { setStage } from "../support/stage.ts";
import { waitForElement, waitInPage, waitUntilGone } from "../support/wait.ts";

t.setTimeout(240_000);

const { say } = speak("id");
const TEXTS = {
  answer: "Jawaban-kenari: di loket berapa?",
  note: "Catatan-kenari.",
  reason: "Alasan-kenari.",
} as const;
/** In a dialog that was closed */
const GRANTING = "Pendapat-kenari dari Bagian Hukum.";

async function enter(screen: Screen, { name, passphrase }: Login): Promise<void> {
  // In the place of the one that stands there
  await screen.paste(say(SIGN_IN.name), name);
  await screen.fill(say(SIGN_IN.passphrase), passphrase);
  await screen.press(say(SIGN_IN.submit));
}

async function seeTexts(t: Test, { page }: Screen): Promise<void> {
  await seeTyped(page, Object.values(TEXTS));
  t.pass("each text stands in its box");
}

/** In the boxes of the case that is shown, in any order */
function seeTyped(page: Page, texts: readonly string[]): Promise<unknown> {
  return waitInPage(
    page,
    (wanted) => {
      const typed = [...document.querySelectorAll("textarea")].map(({ value }) => value);
      return JSON.stringify(typed.toSorted()) === wanted;
    },
    {},
    JSON.stringify(texts.toSorted()),
  );
}

/** What a page that is locked still shows or keeps in the browser. */
async function seeNothingLeft(t: Test, { page }: Screen, why: string): Promise<void> {
  const left = await page.evaluate(() =>
    [document.documentElement.outerHTML, JSON.stringify(localStorage), JSON.stringify(sessionStorage)].join(),
  );
  t.notMatch(left, /kenari|Judul-kasus/u, why);
  const kept = await page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
  t.same(kept, ["segel-index"], "beside what the search keeps sealed");
  t.ok(await workersGone(page), "the worker with the keys is gone");
}

t.test("attack 99: unsent texts come back after a session that ended elsewhere, a lock and a stranger", async (t) => {
  const stage = await setStage(t, "chromium");
  const { site } = stage;
  const [first, second] = site.logins;
  await sendReports(site, [{ title: "Judul-kasus" }, { title: "Judul lain" }]);
  const screen = await stage.open((page) => page.setViewport({ width: 1280, height: 900 }));
  const { page } = screen;
  await page.goto(`${site.origin}/desk`);
  await signIn(screen, "id", first);
  await screen.select(say(LIST.columnState), "received");
  await openCase(screen, "id", "Judul-kasus");
  await screen.fill(say(WRITING.answerLabel), TEXTS.answer);
  await screen.fill(say(WRITING.noteLabel), TEXTS.note);
  await screen.press(say(READERS.grant));
  await screen.fill(say(READERS.reason), GRANTING);
  await screen.press(say(READERS.cancel));
  await screen.press(say(NEXT_STEP.other));
  await screen.choose(say(STATE_NAMES.verifying));
  await screen.fill(say(MOVE_FORM.textLabel), TEXTS.reason);
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  t.teardown(() => fs.rm(folder, { recursive: true }));
  await fs.writeFile(path.join(folder, "surat-kenari.txt"), "Isi.");
  const input = await waitForElement<HTMLInputElement>(page, 'input[type="file"]');
  await input.uploadFile(path.join(folder, "surat-kenari.txt"));
  await screen.see("surat-kenari.txt");

  await t.test("a session that ended elsewhere: the text that was being sent is not lost", async (t) => {
    await query(site.urls.ownerUrl, "DELETE FROM sessions");
    await screen.press(say(WRITING.save));
    await screen.see(say(SIGN_IN.sessionEnded));
    await screen.see(say(SIGN_IN.textsKept, { n: 4 }));
    await seeNothingLeft(t, screen, "sealed, and nowhere else");
    await enter(screen, first);
    await screen.seeHeading(say(CASE.report));
    await seeTexts(t, screen);
    await screen.see(say(WRITING.filesToChoose, { n: 1 }));
    await screen.see("surat-kenari.txt");
    await screen.press(say(WRITING.filesForget));
  });

  await t.test("the vault locked itself, and a colleague signed in meanwhile and saw nothing of it", async (t) => {
    await page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 15 * 60_000;
    });
    await screen.see(say(SIGN_IN.lockedByIdleness));
    await seeNothingLeft(t, screen, "locked");
    await enter(screen, second);
    await screen.seeHeading(say(LIST.title));
    await openCase(screen, "id", "Judul-kasus");
    await seeTyped(page, ["", ""]);
    await screen.press(say(FRAME.lockNow));
    await screen.see(say(SIGN_IN.lockedByHand));
    await enter(screen, first);
    await screen.seeHeading(say(CASE.report));
    await seeTexts(t, screen);
  });

  await t.test("what came back can be sent, Back leads to the list as it was filtered", async (t) => {
    await screen.press(say(WRITING.save));
    await screen.see(say(WRITING.saved));
    await screen.press(say(WRITING.send));
    await screen.see(say(WRITING.sent));
    await screen.press(say(READERS.grant));
    const reason = await waitForElement<HTMLTextAreaElement>(page, "#readers-reason");
    t.equal(await reason.evaluate(({ value }) => value), GRANTING);
    // "Cancel" stands in the form behind the dialog too.
    await page.keyboard.press("Escape");
    await waitUntilGone(page, "dialog");
    await screen.press(say(CASE.backLabel));
    await screen.seeHeading(say(LIST.title));
    t.equal(await page.$eval(`select[aria-label="${say(LIST.columnState)}"]`, (select) => select.value), "received");
  });

  await t.test("who signs out is asked, and leaves nothing behind", async (t) => {
    await screen.press(say(FRAME.signOut));
    await screen.see(say(FRAME.leaveText, { n: 2 }));
    await screen.press(say(FRAME.leaveSignOut));
    await screen.see(say(SIGN_IN.signedOut));
    await seeNothingLeft(t, screen, "signed out");
    await enter(screen, first);
    await screen.seeHeading(say(LIST.title));
    await openCase(screen, "id", "Judul-kasus");
    await seeTyped(page, ["", ""]);
  });
});
