import t from "tap";
import { SIGN_IN } from "../../src/web/investigator/entrance/words.ts";
import { FRAME } from "../../src/web/investigator/parts/words.ts";
import { SCREENS } from "../../src/web/reporter/words.ts";
import { speak } from "../../src/words/speech.ts";
import { fillReport, readCode } from "./stories/reporter.ts";
import { startKillableSite } from "./support/killed-server.ts";
import { setStageAt } from "./support/stage.ts";

t.setTimeout(240_000);

const { say } = speak("id");

t.test("attack 91: a server that stops says nothing, and both pages say so and offer to try again", async (t) => {
  const stage = await setStageAt(t, await startKillableSite(t), "chromium");
  const { site } = stage;
  const { silence, review, sending } = SCREENS.id;
  const reporter = await stage.open();
  await reporter.page.goto(`${site.origin}/`);
  await fillReport(reporter, "id", { unit: "Unit", what: "Isi laporan yang tidak boleh hilang." });
  const desk = await stage.open();
  await desk.page.goto(`${site.origin}/desk`);
  await desk.fill(say(SIGN_IN.name), "siapa pun");
  await desk.fill(say(SIGN_IN.passphrase), "apa pun");

  site.stop();
  await desk.press(say(SIGN_IN.submit));
  await desk.see(say(FRAME.silentTitle));
  await desk.press(say(FRAME.silentNow));
  await desk.seeHeading(say(SIGN_IN.title));

  await reporter.page.bringToFront();
  await reporter.press(review.send);
  await reporter.see(silence.title);
  await reporter.press(silence.tryNow);
  await reporter.see(sending.cut);
  site.goOn();
  await reporter.press(sending.tryNow);
  t.equal((await readCode(reporter, "id")).length, 12, "the report has arrived");
  t.equal(await stage.countReports(), 1);
});
