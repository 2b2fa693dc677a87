/** The reporter's page burns an inbox: the office is told first, or the reporter hears that it is not and decides again. */
import type { Page } from "puppeteer-core";
import t from "tap";
import { CASE_WORDS, SCREENS } from "../../../src/web/reporter/words.ts";
import { wordsOf } from "../../../src/crypto/secret/words.ts";
import { wordListOf } from "../../../src/client/reporter/word-lists.ts";
import { HEADERS } from "../../../src/protocol/headers.ts";
import { query } from "../../support/machine/postgres.ts";
import { comeBack } from "../stories/reporter.ts";
import { sendReports } from "../support/reports.ts";
import { type Stage, setStage } from "../support/stage.ts";
import { waitInPage } from "../support/wait.ts";

t.setTimeout(240_000);

const { BURN, CASE } = CASE_WORDS.id;

/** A server that wants a proof of work for each message, and a device that is never lucky: by luck the first try may do. */
const strict = (page: Page) =>
  page.evaluateOnNewDocument((proof) => {
    const { fetch } = globalThis;
    globalThis.fetch = async (url, init) => {
      const isUnpaid = init?.method === "PUT" && !new Headers(init.headers).has(proof);
      const problem = { type: "urn:segel:problem:proof-of-work-needed", title: "", status: 402 };
      const headers = { "content-type": "application/problem+json" };
      return isUnpaid ? new Response(JSON.stringify(problem), { status: 402, headers }) : fetch(url, init);
    };
    crypto.subtle.deriveBits = async (_, __, length) => {
      await new Promise((resolve) => setTimeout(resolve, 100));
      // Each challenge wants a key that begins with zeros.
      return new Uint8Array((length ?? 0) / 8).fill(255).buffer;
    };
  }, HEADERS.proof);

/** Writes to the office, hears that the device works, ends that, and finds the words where they were. */
async function workAndStop(stage: Stage, token: Uint8Array): Promise<void> {
  const screen = await stage.open(strict);
  await screen.page.goto(stage.site.origin);
  await comeBack(screen, "id", wordsOf(token, wordListOf("id")));
  await screen.fill(CASE.message, "Tambahan.");
  await screen.press(CASE.send);
  await screen.see(CASE.working);
  await screen.press(CASE.stop);
  await screen.see(CASE.stopped);
  await waitInPage(screen.page, () => document.querySelector("textarea")?.value === "Tambahan.");
  await screen.page.close();
}

t.test("attack 100: the page tells the office first; where it cannot, it says so and asks again", async (t) => {
  const stage = await setStage(t, "chromium");
  const { site, recorder } = stage;
  const reports = await sendReports(site, [{ title: "Satu" }, { title: "Dua" }, { title: "Tiga" }]);
  const inboxes = async () => (await query(site.urls.ownerUrl, "SELECT 1 FROM inboxes")).length;
  const messages = async () => (await query(site.urls.ownerUrl, "SELECT 1 FROM messages")).length;
  await workAndStop(stage, reports[0]!.token);
  t.equal(await messages(), 0, "who stopped while the device worked has sent nothing");
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
