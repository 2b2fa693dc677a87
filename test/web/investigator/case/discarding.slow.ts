/** At the desk: a case that two members want to be removed, and one whose reporter has burnt the inbox. */
import t from "tap";
import { findNewCases, listCases } from "../../../../src/client/member/list/cases.ts";
import { openMemberCase } from "../../../../src/client/member/case/member-case.ts";
import { goesOn } from "../../../../src/protocol/discards.ts";
import { dayIn, speak } from "../../../../src/words/speech.ts";
import { STATE_NAMES, STATE_VERBS } from "../../../../src/words/glossary.ts";
import { CASE, DISCARD, NEXT_STEP } from "../../../../src/web/investigator/case/words.ts";
import { LIST, NONE_IN_VIEW, VIEW_NAMES } from "../../../../src/web/investigator/list/words.ts";
import { toldOf } from "../../../../src/web/investigator/parts/failures.ts";
import { MOVE_FORM, WRITING } from "../../../../src/web/investigator/writing/words.ts";
import { memberAt } from "../../../support/members.ts";
import { query } from "../../../support/machine/postgres.ts";
import { lookAgain, lookForNew, openCase, signIn } from "../../stories/desk.ts";
import { readBack, sendReports } from "../../support/reports.ts";
import { holdLooks, setStage } from "../../support/stage.ts";

t.setTimeout(240_000);

const { say } = speak("id");
/** Of what was agreed a moment ago */
const dayOfGoing = () => dayIn(goesOn(new Date().toISOString().slice(0, 10)), "id");
const NOISE = "Kiriman acak";
const BURNT = "Kotak yang dimusnahkan";

t.test(
  "the desk proposes, shows who agreed and the day on which it goes, and takes back; nobody is asked who has burnt",
  async (t) => {
    const stage = await setStage(t, "chromium");
    const { site } = stage;
    const [, burnt] = await sendReports(site, [{ title: NOISE }, { title: BURNT }]);
    const lead = await memberAt(site, site.organisation.lead);
    await findNewCases(lead);
    const { cases } = await listCases(lead);
    const handleOf = (title: string) => cases.find(({ summary }) => summary?.title === title)?.handle ?? "";
    const screen = await stage.open((page) => page.setViewport({ width: 1280, height: 900 }));
    await screen.page.goto(`${site.origin}/desk`);
    await signIn(screen, "id", site.logins[0]);

    await t.test("attack 88: from the proposal to the day, and back", async (t) => {
      await openCase(screen, "id", NOISE);
      t.notOk(await screen.has("button", say(DISCARD.open)), "an open case is not removed");
      await screen.press(say(NEXT_STEP.other));
      await screen.choose(say(STATE_NAMES.archived));
      await screen.fill(say(MOVE_FORM.reasonLabel), "Isinya tidak dapat kami baca.");
      await screen.press(say(STATE_VERBS.archived));
      await screen.press(say(DISCARD.open));
      await screen.press(say(DISCARD.propose));
      await screen.see(say(DISCARD.reasonMissing));
      await screen.fill(say(DISCARD.reasonLabel), "Huruf acak, dikirim berulang.");
      await screen.press(say(DISCARD.propose));
      await screen.see(say(DISCARD.proposedTitle));
      await screen.see("Huruf acak, dikirim berulang.");
      t.notOk(await screen.has("button", say(DISCARD.agree)), "who proposed does not agree as well");
      await (await openMemberCase(lead, handleOf(NOISE))).agreeToDiscard();
      const day = dayOfGoing();
      await lookAgain(screen, "id");
      await screen.press(say(VIEW_NAMES.leaving));
      await screen.see(say(LIST.pillLeaving, { day }));
      await (await openMemberCase(lead, handleOf(NOISE))).moveTo("reviewing", { outcome: null, text: "" });
      await screen.press(say(LIST.refresh));
      await screen.see(say(NONE_IN_VIEW.leaving));
      await (await openMemberCase(lead, handleOf(NOISE))).moveTo("archived", { outcome: null, text: "Huruf acak." });
      await lookForNew(screen, "id");
      await screen.see(say(NONE_IN_VIEW.leaving));
      // Work took it back: what was agreed once counts no more.
      await (await openMemberCase(lead, handleOf(NOISE))).proposeDiscard("Tetap huruf acak.");
      await screen.press(say(VIEW_NAMES.done));
      await openCase(screen, "id", NOISE);
      await screen.press(say(DISCARD.agree));
      await screen.see(say(DISCARD.agreedTitle, { day: dayOfGoing() }));
      await screen.press(say(DISCARD.keep));
      await screen.seeHeading(say(CASE.report));
      await screen.see(say(DISCARD.open));
      t.equal((await openMemberCase(lead, handleOf(NOISE))).opened.discard, undefined);
    });

    await t.test("a colleague proposed first: that is said, and one's own reason stays in sight", async () => {
      await screen.press(say(DISCARD.open));
      await screen.fill(say(DISCARD.reasonLabel), "Alasan saya sendiri.");
      const letGo = holdLooks(stage);
      await (await openMemberCase(lead, handleOf(NOISE))).proposeDiscard("Huruf acak.");
      await screen.press(say(DISCARD.propose));
      await screen.see(say(DISCARD.proposedTitle));
      await screen.see(say(toldOf({ kind: "api", code: "conflict" }).happened));
      await screen.see(say(WRITING.asideTitle));
      await screen.see("Alasan saya sendiri.");
      letGo();
    });

    await t.test(
      "attack 88: what was removed is told with its signatures, and what vanished without them is an alarm",
      async (t) => {
        const { urls } = site;
        await screen.press(say(CASE.backLabel));
        await screen.press(say(VIEW_NAMES.open));
        await openCase(screen, "id", BURNT);
        await screen.fill(say(WRITING.answerLabel), "Jawaban yang belum dikirim.");
        await screen.press(say(CASE.backLabel));
        await query(urls.ownerUrl, "DELETE FROM cases WHERE handle = $1", [handleOf(BURNT)]).catch(() => undefined);
        await screen.press(say(LIST.refresh));
        await screen.see(say(LIST.missingCases, { n: 1 }));
        t.ok(burnt);
        await screen.press(BURNT);
        await screen.see(say(WRITING.typedTitle));
        await screen.see("Jawaban yang belum dikirim.");
      },
    );
  },
);

t.test("attack 100: where the inbox is burnt the desk says so and asks nobody", async (t) => {
  const stage = await setStage(t, "chromium");
  const { site } = stage;
  const [sent] = await sendReports(site, [{ title: BURNT }]);
  await (await readBack(site, sent?.token ?? new Uint8Array())).burn();
  const screen = await stage.open((page) => page.setViewport({ width: 1280, height: 900 }));
  await screen.page.goto(`${site.origin}/desk`);
  await signIn(screen, "id", site.logins[0]);
  await openCase(screen, "id", BURNT);
  await screen.see(say(CASE.burnt));
  await screen.see(say(NEXT_STEP.burnt));
  await screen.see(say(CASE.nobodyReads));
  for (const name of [NEXT_STEP.askAgain, NEXT_STEP.answer]) t.notOk(await screen.has("button", say(name)), say(name));
  t.notOk(await screen.has("field", say(WRITING.answerLabel)));
});
