import t from "tap";
import { completeFirst } from "../../../src/web/reporter/screens/word-problems.ts";
import { HOME, SCREENS } from "../../../src/web/reporter/words.ts";
import { setStage } from "../support/stage.ts";
import { waitForElement } from "../support/wait.ts";
import { speak } from "../../../src/words/speech.ts";

const { say } = speak("id");

t.setTimeout(240_000);

const { check } = SCREENS.id;

t.test("a click right after typing reaches the button, although what stood under the word goes", async (t) => {
  const stage = await setStage(t, "chromium");
  for (const [typed, title] of [
    ["danau", "a word of the list, whose suggestions have gone already"],
    ["dan", "the beginning of words, whose suggestions give way to an error or to nothing"],
    ["danuaq", "a slip, which is named below its field"],
  ] as const) {
    const screen = await stage.open();
    const { page } = screen;
    await page.setViewport({ width: 412, height: 1_200 });
    await page.goto(stage.site.origin);
    await screen.press(HOME.id.check);
    await screen.seeHeading(check.title);
    await screen.seeNoMore(check.loading);
    await screen.fill(say(check.word, { position: 5 }), typed);
    const button = await waitForElement(page, "main > .button.primary");
    const box = await button.boundingBox();
    if (box === null || box.y > 1_150) throw new Error("the button has no place on the screen");
    // At its lower edge: the least movement upwards leaves it.
    await page.mouse.move(box.x + box.width / 2, box.y + box.height - 4);
    await page.mouse.down();
    // As long as a finger takes.
    await new Promise((resolve) => setTimeout(resolve, 120));
    const moved = await button.boundingBox();
    t.equal(moved?.y, box.y, `the button stays in its place while it is pressed: ${title}`);
    await page.mouse.up();
    await screen.see(
      completeFirst({ ...speak("id"), text: SCREENS.id }, [
        [1, 4],
        [6, 12],
      ]),
    );
    t.pass(`and the press counts: ${title}`);
    await page.close();
  }
});
