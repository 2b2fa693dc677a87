/** Two presses in one turn, as a screen reader, an impatient finger or a program gives them, do what one does. */
import t from "tap";
import { CASE } from "../../src/web/investigator/case/words.ts";
import { WRITING } from "../../src/web/investigator/writing/words.ts";
import { CASE_WORDS, HOME, SCREENS } from "../../src/web/reporter/words.ts";
import { speak } from "../../src/words/speech.ts";
import { query } from "../support/machine/postgres.ts";
import { openCase, signIn } from "./stories/desk.ts";
import { comeBack, fillReport, proveNoted, readCode } from "./stories/reporter.ts";
import type { Screen } from "./support/screen.ts";
import { setStage } from "./support/stage.ts";
import { waitInPage } from "./support/wait.ts";

t.setTimeout(240_000);

const { say } = speak("id");

/** As `click()` does it, which is all that some assistive programs do. */
async function pressTwice({ page }: Screen, name: string): Promise<void> {
  await waitInPage(
    page,
    (label) => {
      const all = [...document.querySelectorAll("button")];
      const button = all.find((one) => one.textContent?.trim() === label && one.ariaDisabled !== "true");
      for (let presses = 0; presses < 3; presses++) button?.click();
      return button !== undefined;
    },
    {},
    name,
  );
}

t.test("a button that is pressed again in the same turn sends nothing twice, on either page", async (t) => {
  const stage = await setStage(t, "chromium");
  const { site } = stage;
  const count = async (direction: string) =>
    (await query(site.urls.ownerUrl, `SELECT 1 FROM messages WHERE direction = '${direction}'`)).length;
  const reporter = await stage.open();
  await reporter.page.goto(site.origin);
  await fillReport(reporter, "id", { unit: "Unit", what: "Laporan yang dikirim sekali." });
  await pressTwice(reporter, SCREENS.id.review.send);
  const words = await readCode(reporter, "id");
  await proveNoted(reporter, "id", words);
  t.equal(await stage.countReports(), 1, "one report");

  await reporter.page.goto(site.origin);
  // A code as somebody's notes hold it, into the first of the twelve fields.
  await reporter.press(HOME.id.check);
  await reporter.seeHeading(SCREENS.id.check.title);
  await reporter.seeNoMore(SCREENS.id.check.loading);
  const spread = await reporter.page.evaluate(
    (pasted) => {
      const clipboardData = new DataTransfer();
      clipboardData.setData("text", pasted);
      document.querySelector("#w3")?.dispatchEvent(new ClipboardEvent("paste", { clipboardData, cancelable: true }));
      return [...document.querySelectorAll<HTMLInputElement>(".word input")].map(({ value }) => value);
    },
    `Kode: ${words.map((word, at) => `${at + 1}: ${word.toUpperCase()}`).join(" / ")}`,
  );
  t.same(spread, words, "each word stands in its field");

  await reporter.page.goto(site.origin);
  await comeBack(reporter, "id", words);
  const { CASE: caseWords } = CASE_WORDS.id;
  await reporter.fill(caseWords.message, "Pesan sekali.");
  await pressTwice(reporter, caseWords.send);
  await reporter.see(caseWords.sent);
  t.equal(await count("reporter"), 1, "one message");

  const desk = await stage.open();
  await desk.page.goto(`${site.origin}/desk`);
  await signIn(desk, "id", site.logins[0]);
  await openCase(desk, "id", "Laporan yang dikirim sekali.");
  await desk.press(say(CASE.details));
  await desk.see(say(CASE.sealedUnder));
  await desk.fill(say(WRITING.answerLabel), "Jawaban sekali.");
  await pressTwice(desk, say(WRITING.send));
  await desk.see(say(WRITING.sent));
  await desk.fill(say(WRITING.noteLabel), "Catatan sekali.");
  await pressTwice(desk, say(WRITING.save));
  await desk.see(say(WRITING.saved));
  t.same([await count("team"), await count("internal")], [1, 1], "one answer and one note");
});
