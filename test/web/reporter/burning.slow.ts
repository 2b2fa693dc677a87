/** The reporter's page burns an inbox: the office is told first, or the reporter hears that it is not and decides again. */
import t from "tap";
import { CASE_WORDS, SCREENS } from "../../../src/web/reporter/words.ts";
import { wordsOf } from "../../../src/crypto/secret/words.ts";
import { wordListOf } from "../../../src/client/reporter/word-lists.ts";
import { query } from "../../support/server.ts";
import { comeBack } from "../stories/reporter.ts";
import { sendReports } from "../support/reports.ts";
import { setStage } from "../support/stage.ts";

t.setTimeout(240_000);

const { BURN, CASE } = CASE_WORDS.id;

t.test("attack 100: the page tells the office first; where it cannot, it says so and asks again", async (t) => {
  const stage = await setStage(t, "chromium");
  const { site, recorder } = stage;
  const reports = await sendReports(site, [{ title: "Satu" }, { title: "Dua" }, { title: "Tiga" }]);
  const inboxes = async () => (await query(site.urls.ownerUrl, "SELECT 1 FROM inboxes")).length;
  const messages = async () => (await query(site.urls.ownerUrl, "SELECT 1 FROM messages")).length;
  const screen = await stage.open();
  // A message is tried again for some fifteen seconds before it is given up.
  screen.page.setDefaultTimeout(60_000);
  const begin = async (token: Uint8Array) => {
    await screen.page.goto(site.origin);
    await comeBack(screen, "id", wordsOf(token, wordListOf("id")));
    await screen.press(CASE.burn);
    await screen.seeHeading(BURN.title);
    await screen.see(BURN.told);
    await screen.choose(BURN.confirm);
    await screen.press(BURN.submit);
  };

  await begin(reports[0]!.token);
  await screen.seeHeading(BURN.done);
  t.same([await inboxes(), await messages()], [2, 1], "told, and forgotten");

  recorder.onward = ({ method }) => (method === "PUT" ? "cut" : undefined);
  await begin(reports[1]!.token);
  await screen.seeHeading(BURN.failed);
  await screen.see(BURN.notTold);
  t.same([await inboxes(), await messages()], [2, 1], "nothing is forgotten while nobody was told");
  await screen.press(BURN.untold);
  await screen.seeHeading(BURN.done);
  t.same([await inboxes(), await messages()], [1, 1], "and with this button it is");

  recorder.onward = ({ method }) => (method === "DELETE" ? "cut" : undefined);
  await begin(reports[2]!.token);
  await screen.seeHeading(BURN.failed);
  t.same([await inboxes(), await messages()], [1, 2], "told, and not forgotten yet");
  t.notOk((await screen.page.content()).includes(BURN.notTold), "so nobody is told that it was not");
  recorder.onward = () => undefined;
  await screen.press(SCREENS.id.problems.retry);
  await screen.seeHeading(BURN.done);
  t.same([await inboxes(), await messages()], [0, 2], "told once, and forgotten");
});
