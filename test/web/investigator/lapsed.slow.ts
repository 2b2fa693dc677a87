/** Nobody has said for weeks that the directory holds: the page closes kindly, and two clicks bring it back. */
import t from "tap";
import { connect } from "../../../src/client/line/http.ts";
import { enrol } from "../../../src/client/member/sign-in.ts";
import { DIRECTORY_FAILURES } from "../../../src/words/failures.ts";
import { speak } from "../../../src/words/speech.ts";
import { OFFICE } from "../../../src/web/investigator/office/words.ts";
import { SIGN_IN } from "../../../src/web/investigator/entrance/words.ts";
import { FRAME } from "../../../src/web/investigator/parts/words.ts";
import { HOME } from "../../../src/web/reporter/words/id/home.ts";
import { SCREENS } from "../../../src/web/reporter/words/id/screens.ts";
import { BESIDE } from "../../../src/web/reporter/words/id/beside.ts";
import { startSite } from "../support/site.ts";
import { setStageAt } from "../support/stage.ts";

t.setTimeout(120_000);
const { say } = speak("id");
const DAY_MS = 86_400_000;

t.test(
  "a statement that lapsed closes the reporter's page kindly, and two stewards open it with a click each",
  async (t) => {
    const site = await startSite(t, { since: Date.now() - 40 * DAY_MS });
    const { lead, administrator } = site.organisation;
    const stewards = [
      { name: "penanggung-jawab", passphrase: "enam kata yang tidak menjaga apa pun", member: lead },
      { name: "administrator", passphrase: "kata lain yang juga tidak menjaga apa pun", member: administrator },
    ];
    for (const { name, passphrase, member } of stewards)
      await enrol(connect(site.origin), member, { name, passphrase });
    const stage = await setStageAt(t, site, "chromium");
    const reporter = await stage.open();
    await reporter.page.goto(site.origin);
    await reporter.press(HOME.report);
    await reporter.seeHeading(BESIDE.refused.closed);

    const desk = await stage.open();
    const enter = async ({ name, passphrase }: { readonly name: string; readonly passphrase: string }) => {
      await desk.page.goto(`${site.origin}/desk`);
      await desk.fill(say(SIGN_IN.name), name);
      await desk.fill(say(SIGN_IN.passphrase), passphrase);
      await desk.press(say(SIGN_IN.submit));
    };
    await enter(site.logins[0]);
    await desk.see(say(DIRECTORY_FAILURES["statement-lapsed"].happened));
    t.equal(await desk.page.$(".statement"), null, "an investigator cannot state anything");
    await enter(stewards[0]!);
    await desk.press(say(OFFICE.confirm));
    await desk.see(say(OFFICE.signed));
    await enter(stewards[1]!);
    await desk.press(say(OFFICE.signToo));
    await desk.see(say(OFFICE.signIn));
    await enter(site.logins[0]);
    await desk.see(say(FRAME.lockNow));

    await reporter.page.goto(site.origin);
    await reporter.press(HOME.report);
    await reporter.seeHeading(SCREENS.what.title);
    t.same(reporter.complaints, []);
  },
);
