/** Figures and rules in a real browser: two reports counted, and what a lead confirms of a rule there for everybody. */
import t from "tap";
import { connect } from "../../src/client/line/http.ts";
import { enrol } from "../../src/client/member/entry/sign-in.ts";
import { FIGURES } from "../../src/web/investigator/figures/words.ts";
import { LAW_WORDS, RULE_NAMES } from "../../src/web/investigator/law/words.ts";
import { FRAME, PLACES } from "../../src/web/investigator/parts/words.ts";
import { speak } from "../../src/words/speech.ts";
import { signIn } from "./stories/desk.ts";
import { findBarriers } from "./support/looks.ts";
import { sendReports } from "./support/reports.ts";
import { startSite } from "./support/site.ts";
import { checkScreen } from "./support/screen-checks.ts";
import { setStageAt } from "./support/stage.ts";

t.setTimeout(240_000);
const { say } = speak("id");

t.test("what came is counted at the desk, and a rule that a lead confirms is the office's", async (t) => {
  const site = await startSite(t);
  await sendReports(site, [
    { title: "Uang pelicin", category: "suap", unitName: "Dinas Perizinan" },
    { title: "Bingkisan", category: "gratifikasi", unitName: "Balai Pelatihan" },
  ]);
  const login = { name: "penanggung-jawab", passphrase: "enam kata lain yang tidak menjaga apa pun" };
  await enrol(connect(site.origin), site.organisation.lead, login);
  const screen = await (await setStageAt(t, site, "chromium")).open();
  await screen.page.goto(`${site.origin}/desk`);
  await signIn(screen, "id", login);
  await screen.press(say(FRAME.understood));
  await screen.see("Bingkisan");
  await screen.press(say(PLACES.figures));
  await screen.see(say(FIGURES.whereNow, { n: 2 }));
  await screen.see(say(FIGURES.counted, { n: 2 }));
  await checkScreen(t, "figures", screen);
  await screen.press(say(FIGURES.law));
  await screen.press(say(LAW_WORDS.confirmOf, { rule: say(RULE_NAMES["share-followed-up"]) }));
  await screen.press(say(LAW_WORDS.save));
  await screen.see(say(LAW_WORDS.saved, { rule: say(RULE_NAMES["share-followed-up"]) }));
  t.same(await findBarriers(screen.page), []);
  await screen.press(say(FRAME.close));
  await screen.see("praktik LKPP");
  const note = await screen.page.$eval(".rule-note", ({ textContent }) => textContent);
  t.notMatch(note, /LKE ZI/u, "what was confirmed is in doubt no more");
});
