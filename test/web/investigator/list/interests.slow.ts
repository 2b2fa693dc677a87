/** At the desk: a member declares an interest, and is asked before a case that names it is shown. */
import t from "tap";
import { speak } from "../../../../src/words/speech.ts";
import { CASE } from "../../../../src/web/investigator/case/words.ts";
import { SIGN_IN } from "../../../../src/web/investigator/entrance/words.ts";
import { LIST } from "../../../../src/web/investigator/list/words.ts";
import { DECLARING, TOUCHED } from "../../../../src/web/investigator/people/interests/words.ts";
import { READERS } from "../../../../src/web/investigator/people/words.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { findBarriers, overflow } from "../../support/looks.ts";
import { lookAgain, openCase, signIn } from "../../stories/desk.ts";
import { sendReports } from "../../support/reports.ts";
import { setStage } from "../../support/stage.ts";

t.setTimeout(240_000);

const { say } = speak("id");
const TITLE = "Tender drainase";
const REASON = "Hanya nama unit yang sama.";

t.test(
  "a case that names a declared interest is shown once a reason was written into it, and not before",
  async (t) => {
    const stage = await setStage(t, "chromium");
    const { site } = stage;
    await sendReports(site, [{ title: TITLE, unitName: "Dinas Pekerjaan Umum" }]);
    const screen = await stage.open((page) => page.setViewport({ width: 360, height: 800 }));
    await screen.page.goto(`${site.origin}/desk`);
    await signIn(screen, "id", site.logins[0]);
    const check = async (name: string): Promise<void> => {
      if (process.env["SHOTS"] !== undefined)
        await screen.page.screenshot({ path: `${process.env["SHOTS"]}/${name}.png` });
      t.same(await findBarriers(screen.page), [], name);
      t.equal(await overflow(screen.page, 360), 0, name);
    };
    await screen.press(say(READERS.ownInterests));
    await screen.see(say(DECLARING.none));
    await screen.press(say(DECLARING.add));
    await screen.press(say(DECLARING.store));
    await screen.see(say(DECLARING.notNamed));
    await check("form");
    await screen.fill(say(DECLARING.unit), "dinas pekerjaan umum");
    await screen.press(say(DECLARING.store));
    await screen.see("dinas pekerjaan umum");
    await check("declared");
    await screen.press(say(FRAME.close));

    await screen.press(TITLE);
    await screen.seeHeading(say(TOUCHED.title));
    t.notOk((await screen.readAll()).includes("Amplop untuk mempercepat izin"), "the report is not shown");
    await check("asked");
    await screen.press(say(TOUCHED.open));
    await screen.see(say(TOUCHED.reasonMissing));
    await screen.press(say(TOUCHED.toList));
    await screen.see(say(LIST.pillTouches));
    await check("listed");
    await screen.press(TITLE);
    await screen.seeHeading(say(TOUCHED.title));
    await screen.fill(say(TOUCHED.reason), REASON);
    await screen.press(say(FRAME.lockNow));
    await screen.see(say(SIGN_IN.textsKept, { n: 1 }));
    await screen.paste(say(SIGN_IN.name), site.logins[0].name);
    await screen.fill(say(SIGN_IN.passphrase), site.logins[0].passphrase);
    await screen.press(say(SIGN_IN.submit));
    await screen.seeHeading(say(TOUCHED.title));
    t.equal(await screen.page.$eval("#touched-reason", (box) => (box as HTMLTextAreaElement).value), REASON);
    await screen.press(say(TOUCHED.open));
    await screen.seeHeading(say(CASE.report));
    await lookAgain(screen, "id");
    await openCase(screen, "id", TITLE);
    await screen.press(say(READERS.remove));
    await screen.select(say(READERS.interest), "named");
    await check("named");
  },
);
