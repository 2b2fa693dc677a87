import t from "tap";
import { HOME, SCREENS } from "../../../src/web/reporter/words.ts";
import { BURN, CASE, PROTECT, WITHDRAW } from "../../../src/web/reporter/words/id/case.ts";
import { FILES } from "../../../src/web/reporter/words/id/files.ts";
import { openArrivals } from "../support/arrivals.ts";
import { focused, reach, walk } from "../support/keyboard.ts";
import { setStage } from "../support/stage.ts";
import { waitForElement, waitUntilGone } from "../support/wait.ts";
import { readCode } from "../stories/reporter.ts";
import { speak } from "../../../src/words/speech.ts";

const { say } = speak("id");

t.setTimeout(240_000);

const text = SCREENS.id;
const home = HOME.id;

t.test("a report is written, sent, noted and come back to with the keyboard alone", async (t) => {
  const { site, open } = await setStage(t, "chromium");
  const screen = await open();
  const { page } = screen;
  const { keyboard } = page;
  const press = async (name: string, key: "Enter" | "Space" = "Enter") => {
    await reach(page, name);
    await keyboard.press(key);
  };
  /** The focus is where a new screen begins; then every control is come to, in order, seen, and left again. */
  const arrive = async (where: string, title: string) => {
    await screen.seeHeading(title);
    t.equal(await focused(page), title, `${where}: its heading has the focus`);
    const { stops, expected } = await walk(page);
    t.same(
      stops.map(({ name }) => name),
      expected,
      `${where}: Tab comes to every control in its order, and out again`,
    );
    t.same(
      stops.filter(({ faults }) => faults.length > 0),
      [],
      `${where}: and each is seen to have the focus`,
    );
  };

  await page.setViewport({ width: 360, height: 740 });
  await page.goto(site.origin);
  await screen.has("button", home.report);
  await waitForElement(page, "[data-go=report]:enabled");
  const { stops, expected } = await walk(page);
  t.same(
    stops.map(({ name, faults }) => [name, ...faults]),
    expected.map((name) => [name]),
    "home",
  );

  await press(home.genuine.howTo);
  await arrive("genuine", text.genuine.title);
  await page.goBack();
  await press(home.protection[0]);
  await arrive("protection", text.protect.title);
  await page.goBack();

  await press(home.report, "Space");
  await arrive("what", text.what.title);
  await press(text.next);
  await screen.see(text.what.whatMissing);
  t.match(await focused(page), text.errorsMissing[1], "what is missing has the focus");
  await keyboard.press("Tab");
  await keyboard.press("Enter");
  t.equal(await page.evaluate(() => document.activeElement?.id), "unitName", "and its first link leads to the field");
  await keyboard.type("Unit Contoh");
  await reach(page, text.fields.what);
  await keyboard.type("Baris satu.");
  await keyboard.press("Enter");
  await keyboard.type("Baris dua.");
  t.equal(await page.$eval("#what", (field) => (field as HTMLTextAreaElement).value), "Baris satu.\nBaris dua.");
  await reach(page, text.fields.category);
  await keyboard.press("ArrowDown");
  await press(text.cancel);
  await arrive("cancelling", text.cancelling.title);
  await press(text.cancelling.no);
  await screen.seeHeading(text.what.title);
  await press(text.next, "Space");
  await arrive("who", text.who.title);
  await press(text.next);
  await screen.see(FILES.limits);
  await arrive("files", text.files.title);
  await press(text.next);
  await screen.see(text.readers.atLeastTwo);
  await arrive("readers", text.readers.title);
  await reach(page, text.readers.threatened);
  const isTicked = () => page.$eval("#threatened", (tick) => (tick as HTMLInputElement).checked);
  await keyboard.press("Space");
  t.equal(await isTicked(), true, "Space ticks");
  await keyboard.press("Space");
  t.equal(await isTicked(), false, "and unticks");
  await press(text.next);
  await screen.see(text.review.lockReady);
  await arrive("review", text.review.title);
  await press(say(text.review.changeOf, { part: text.review.whatAndWhere }));
  await screen.seeHeading(text.what.title);
  await press(text.next);
  await screen.see(text.review.lockReady);
  // Escape is for leaving, three times: once or twice is nothing.
  await keyboard.press("Escape");
  await keyboard.press("Escape");
  t.equal(await focused(page), text.review.title);
  await press(text.review.send);
  const words = await readCode(screen, "id");
  await arrive("code", text.code.title);
  await press(text.code.written);
  await arrive("match", text.match.title);
  await press(text.match.submit);
  const wrong = () =>
    page.evaluate(() => [
      document.activeElement?.getAttribute("aria-invalid"),
      (document.activeElement as HTMLInputElement).labels?.[0]?.textContent ?? "",
    ]);
  for (let turn = 0; turn < 2; turn++) {
    const [invalid, label = ""] = await wrong();
    t.equal(invalid, "true", "the first word that is wrong has the focus");
    const position = words.findIndex((_, index) => say(text.match.word, { position: index + 1 }) === label);
    await keyboard.type(words[position] ?? "");
    await keyboard.press("Enter");
  }
  await arrive("done", text.done.title);
  await press(text.done.checkNow);
  await screen.seeNoMore(text.check.loading);
  await arrive("check", text.check.title);
  await reach(page, say(text.check.word, { position: 1 }));
  // A space goes on to the next word.
  for (const [index, word] of words.entries()) {
    await keyboard.type(`${word.slice(0, 4)}`);
    await keyboard.press(index % 2 === 0 ? "Enter" : "Space");
  }
  if (await screen.has("heading", text.check.title)) await press(text.check.open);
  await screen.see(CASE.status);
  await arrive("case", `${CASE.status}${CASE.states.received}`);
  await reach(page, CASE.message);
  await keyboard.type("Pesan.");
  await press(CASE.send);
  await screen.see(CASE.sent);
  t.equal(await focused(page), CASE.sent, "what was done is said, and has the focus");
  await press(CASE.protection);
  await arrive("protection of a case", text.protect.title);
  await reach(page, PROTECT.urgencies.days);
  await keyboard.press("ArrowUp");
  await reach(page, text.protect.ask);
  await keyboard.type("Saya diancam.");
  await press(text.protect.askSend);
  await screen.see(CASE.sent);
  const { file } = await openArrivals(site);
  t.match(file.opened.conversation.at(-1)?.message, {
    kind: "protection-request",
    urgency: "now",
    text: "Saya diancam.",
  });
  t.equal(file.digest.protection, "now", "and the office's list puts it first");
  await press(CASE.withdraw);
  await arrive("withdrawing", WITHDRAW.title);
  await page.goBack();
  await press(CASE.burn);
  await arrive("burning", BURN.title);

  for (let presses = 0; presses < 3; presses++) await keyboard.press("Escape");
  await waitUntilGone(page, "#screen").catch(() => {});
  t.notMatch(page.url(), site.origin, "three times Escape leaves at once");
});
