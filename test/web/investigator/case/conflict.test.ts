import t from "tap";
import { speak } from "../../../../src/words/speech.ts";
import { STATE_NAMES, STATE_VERBS } from "../../../../src/words/glossary.ts";
import { CASE, NEXT_STEP } from "../../../../src/web/investigator/case/words.ts";
import { LIST } from "../../../../src/web/investigator/list/words.ts";
import { MOVE_FORM, WRITING } from "../../../../src/web/investigator/writing/words.ts";
import { query } from "../../../support/machine/postgres.ts";
import { readBack, sendReports } from "../../support/reports.ts";
import { answer, openCase, signIn } from "../../stories/desk.ts";
import type { Screen } from "../../support/screen.ts";
import { holdLooks, setStage } from "../../support/stage.ts";
import { waitForElement, waitInPage } from "../../support/wait.ts";

t.setTimeout(240_000);

const { say } = speak("id");
const TITLE = "Dua orang menulis bersamaan";
const LONG_TITLE = "Percakapan yang panjang";
/** Of the largest class; three of these rows fill a page. */
const longText = (number: number) => `Susulan-${number} ${"𐐷".repeat(19_980)}`;

/** A look that the server has asked for is due at once, however long the one before took: the page's clock goes on. */
function passTime({ page }: Screen): Promise<void> {
  return page.evaluate(() => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + 9 * 60_000;
  });
}

t.test("two investigators race for one case, and nothing that either typed is lost", async (t) => {
  const stage = await setStage(t, "chromium");
  const [, longReport] = await sendReports(stage.site, [{ title: TITLE }, { title: LONG_TITLE }]);
  const [one, two] = [await stage.open(), await stage.open()];
  for (const [index, screen] of [one, two].entries()) {
    await screen.page.bringToFront();
    await screen.page.goto(`${stage.site.origin}/desk`);
    await signIn(screen, "id", stage.site.logins[index === 0 ? 0 : 1]);
    await openCase(screen, "id", TITLE);
  }
  const valueOf = (screen: Screen, id: string) =>
    screen.page.$eval(`#${id}`, (field) => (field as HTMLTextAreaElement).value);
  const front = (screen: Screen) => screen.page.bringToFront();

  await t.test("answers: both in full, set aside and taken back, then sent together", async (t) => {
    await front(two);
    await two.fill(say(WRITING.answerLabel), "Jawaban dari yang kedua.");
    await front(one);
    await answer(one, "id", "Jawaban dari yang pertama.");
    await front(two);
    await two.press(say(WRITING.send));
    await two.see(say(WRITING.conflictAnswer));
    const shown = await two.page.$$eval(".conflict .version", (parts) => parts.map((part) => part.textContent));
    t.same(shown, ["Jawaban dari yang kedua.", "Jawaban dari yang pertama."], "both texts stand in full");
    await two.press(say(WRITING.setAside));
    await two.see(say(WRITING.asideTitle));
    t.equal(await valueOf(two, "answer"), "", "the box is free");
    await two.press(say(WRITING.asideRestore));
    t.equal(await valueOf(two, "answer"), "Jawaban dari yang kedua.", "and the text comes back when it is wanted");
    await two.press(say(WRITING.send));
    await two.see(say(WRITING.sent));
  });

  await t.test("notes: merged into one, own text first", async (t) => {
    await front(one);
    await one.fill(say(WRITING.noteLabel), "Catatan pertama.");
    await front(two);
    await two.fill(say(WRITING.noteLabel), "Catatan kedua.");
    await two.press(say(WRITING.save));
    await two.see(say(WRITING.saved));
    await front(one);
    await one.press(say(WRITING.save));
    await one.see(say(WRITING.conflictNoteText));
    await one.press(say(WRITING.merge));
    t.equal(await valueOf(one, "note"), "Catatan pertama.\n\nCatatan kedua.");
    await one.press(say(WRITING.save));
    await one.see(say(WRITING.saved));
  });

  await t.test("states: field by field, and the explanation stays where the choice is no longer one", async (t) => {
    const begin = async (screen: Screen, to: "verifying" | "archived", text: string) => {
      await front(screen);
      await screen.press(say(NEXT_STEP.other));
      await screen.choose(say(STATE_NAMES[to]));
      await screen.fill(say(to === "archived" ? MOVE_FORM.reasonLabel : MOVE_FORM.textLabel), text);
    };
    await begin(two, "verifying", "Kami mulai memeriksa.");
    await begin(one, "archived", "Laporan ini sama dengan yang lain.");
    const letGo = holdLooks(stage);
    await one.press(say(STATE_VERBS.archived));
    await one.see(say(NEXT_STEP.moved, { state: say(STATE_NAMES.archived) }));
    await front(two);
    await two.press(say(STATE_VERBS.verifying));
    await two.see(say(MOVE_FORM.moveConflict));
    const fields = await two.page.$$eval(".conflict-fields tbody tr", (rows) =>
      rows.map((row) => [...row.cells].map((cell) => cell.textContent)),
    );
    t.same(fields, [
      [say(MOVE_FORM.moveTo), say(STATE_NAMES.verifying), say(STATE_NAMES.archived)],
      [say(MOVE_FORM.outcome), say(WRITING.conflictEmpty), say(WRITING.conflictEmpty)],
      [say(MOVE_FORM.textLabel), "Kami mulai memeriksa.", "Laporan ini sama dengan yang lain."],
    ]);
    t.equal(await valueOf(two, "move-text"), "Kami mulai memeriksa.", "the explanation is still in its box");
    await two.press(say(WRITING.setAside));
    await two.see(say(WRITING.asideTitle));
    t.match(await two.readAll(), /Kami mulai memeriksa\./, "and in sight when it gives way");
    letGo();
  });

  await t.test("earlier messages: asked for when they are wanted, and nothing that is being read moves", async (t) => {
    const token = longReport?.token ?? new Uint8Array();
    for (const number of [1, 2, 3, 4, 5])
      await (await readBack(stage.site, token)).write({ kind: "text", text: longText(number) });
    await front(one);
    await one.page.setViewport({ width: 1280, height: 900 });
    await one.press(say(CASE.backLabel));
    await openCase(one, "id", LONG_TITLE);
    const shown = () =>
      one.page.$$eval(".conversation .bubble", (all) => all.map(({ textContent }) => textContent.split(" ")[0]));
    const placeOf = (number: number) =>
      one.page.$eval(`#message-reporter-${number}`, (item) => item.getBoundingClientRect().top);
    await one.see(say(CASE.earlier, { n: 2 }));
    t.same(await shown(), ["Susulan-3", "Susulan-4", "Susulan-5"]);
    await one.fill(say(WRITING.answerLabel), "Sambil membaca.");
    await one.page.$eval(".earlier button", (button) => button.scrollIntoView());
    const before = await placeOf(3);
    await one.press(say(CASE.showEarlier));
    await waitForElement(one.page, "#message-reporter-1");
    t.same(
      await shown(),
      [1, 2, 3, 4, 5].map((number) => `Susulan-${number}`),
    );
    t.notOk(await one.has("button", say(CASE.showEarlier)));
    t.ok(Math.abs((await placeOf(3)) - before) < 2, "what was read stands where it stood");
    t.notMatch(await one.readAll(), /tanda bahaya/iu);
    await one.press(say(WRITING.send));
    await one.see(say(WRITING.sent));
    // A look at the case that was on its way meanwhile brings it a moment later.
    const areSix = () => document.querySelectorAll(".conversation .bubble").length === 6;
    t.ok(await waitInPage(one.page, areSix), "and all of it stays when something was written");

    await one.fill(say(WRITING.answerLabel), "Setengah kalim");
    await one.page.$eval("#message-reporter-1", (item) => item.scrollIntoView());
    const read = await placeOf(1);
    await (await readBack(stage.site, token)).write({ kind: "text", text: "Satu lagi." });
    await passTime(one);
    await one.see(say(CASE.news));
    await waitForElement(one.page, "#message-reporter-6[data-new]");
    t.match(await one.page.$eval("#message-reporter-6", (item) => item.textContent), say(LIST.pillNew));
    t.ok(Math.abs((await placeOf(1)) - read) < 60, "what is read moves by no more than the line that says so");
    t.equal(await valueOf(one, "answer"), "Setengah kalim", "and what is typed stays");
    await one.press(say(CASE.newsSee));
    t.notMatch(await one.readAll(), say(CASE.news));
    await one.press(say(WRITING.send));
    await one.see(say(WRITING.sent));
  });

  await t.test(
    "a colleague's note appears while one is typed, is told before that is saved, and a case may go",
    async (t) => {
      await front(two);
      await two.press(say(CASE.backLabel));
      await openCase(two, "id", LONG_TITLE);
      await two.fill(say(WRITING.noteLabel), "Catatan yang belum selesai.");
      await front(one);
      await one.fill(say(WRITING.noteLabel), "Sudah saya telepon.");
      await one.press(say(WRITING.save));
      await one.see(say(WRITING.saved));
      await front(two);
      await passTime(two);
      await two.see(say(CASE.news));
      t.match(await two.page.$eval(".ledger [data-new]", (item) => item.textContent), /Sudah saya telepon\..*/u);
      await two.press(say(WRITING.save));
      await two.see(say(WRITING.conflictNoteText));
      await two.press(say(WRITING.saveOwn));
      await two.see(say(WRITING.saved));

      await two.fill(say(WRITING.noteLabel), "Tidak boleh hilang.");
      await query(stage.site.urls.ownerUrl, "DELETE FROM access");
      await two.press(say(WRITING.save));
      await two.see(say(CASE.gone));
      t.match(await two.readAll(), /Tidak boleh hilang\./u, "what was typed can be copied");
      t.notMatch(await two.readAll(), /Sudah saya telepon/u, "and nothing of the case is shown");
    },
  );
});
