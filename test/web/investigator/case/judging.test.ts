import t from "tap";
import { STATE_NAMES, STATE_VERBS } from "../../../../src/words/glossary.ts";
import { PROTECTION_URGENCY_NAMES, SCORE_NAMES, SUGGESTION_TEXTS } from "../../../../src/words/judging.ts";
import { speak } from "../../../../src/words/speech.ts";
import { questionsBefore } from "../../../../src/protocol/rules/protection.ts";
import { SCORES, type Score } from "../../../../src/protocol/rules/triage.ts";
import { DIALOG, FORM_NAMES } from "../../../../src/web/investigator/case-file/words.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { CASE, NEXT_STEP } from "../../../../src/web/investigator/case/words.ts";
import {
  COMPLAINT,
  EXPOSURE,
  FORM,
  LPSK_SHEET,
  PANEL,
  PROTECTION,
  SHEET,
  TASKS,
} from "../../../../src/web/investigator/judging/words.ts";
import { MOVE_FORM, WRITING } from "../../../../src/web/investigator/writing/words.ts";
import { answerExposure, move, openCase, signIn } from "../../stories/desk.ts";
import { score } from "../../stories/judging.ts";
import { findBarriers } from "../../support/looks.ts";
import { readBack, sendReports } from "../../support/reports.ts";
import type { Screen } from "../../support/screen.ts";
import { setStage } from "../../support/stage.ts";
import { waitForElement, waitInPage, waitUntilGone } from "../../support/wait.ts";

t.setTimeout(240_000);

const { say } = speak("id");
const TITLE = "Pemenang diatur sejak awal";
const WORDS = "Petugas loket tiga meminta uang supaya berkas didahulukan";

t.test("two members judge a case, and nothing that either typed is lost", async (t) => {
  const stage = await setStage(t, "chromium");
  const [sent] = await sendReports(stage.site, [{ title: TITLE, what: WORDS, amountIDR: 2_000_000_000 }]);
  const [one, two] = [await stage.open(), await stage.open()];
  for (const [index, screen] of [one, two].entries()) {
    await screen.page.bringToFront();
    await screen.page.setViewport({ width: 1280, height: 900 });
    await screen.page.goto(`${stage.site.origin}/desk`);
    await signIn(screen, "id", stage.site.logins[index === 0 ? 0 : 1]);
    await openCase(screen, "id", TITLE);
  }
  const front = (screen: Screen) => screen.page.bringToFront();
  const again = async (screen: Screen) => {
    await front(screen);
    await screen.press(say(CASE.backLabel));
    await openCase(screen, "id", TITLE);
  };

  await t.test("keyboard alone: a number by the arrow keys, then its reason", async (t) => {
    await front(two);
    await two.press(say(SHEET.begin));
    await two.seeHeading(say(SHEET.title));
    await waitInPage(two.page, () => document.activeElement?.id === "sheet-title");
    t.pass("the heading has the focus");
    const keys = ["Tab", "Tab", " ", "ArrowRight", "ArrowRight", "Tab", "Tab"] as const;
    for (const key of keys) await two.page.keyboard.press(key);
    await two.page.keyboard.type("Kerugian besar.");
    const typed = await two.page.evaluate(() => {
      const field = document.activeElement as HTMLInputElement;
      const number = field.closest(".score-row")?.querySelector<HTMLInputElement>("input:checked");
      return [field.id, field.value, number?.parentElement?.textContent];
    });
    t.same(typed, ["sheet-scores-severity", "Kerugian besar.", "3"]);
    t.same(await findBarriers(two.page), [], "axe finds nothing");
  });

  await t.test("a sheet that a colleague saved meanwhile: field by field, chosen and joined", async (t) => {
    await front(one);
    await one.press(say(SHEET.begin));
    for (const code of SCORES) await score(one, code, 4, `Alasan pertama ${code}.`);
    await one.press(say(SHEET.save));
    await one.see(say(SHEET.railTitle, { total: "32", most: "32" }));
    await one.see(say(SHEET.waitsForSecond));

    await front(two);
    await score(two, "reach", 2, "Satu unit saja.");
    await two.press(say(SHEET.save));
    await two.see(say(FORM.conflictTitle));
    const shown = await two.page.$$eval(".conflict-fields tbody th", (all) => all.map((one) => one.textContent));
    t.same(shown.length, SCORES.length, "each score that differs");
    t.same(await findBarriers(two.page), [], "axe finds nothing");
    await two.press(say(FORM.conflictSave));
    await two.see(say(FORM.conflictChosen, { chosen: 0, n: SCORES.length }));
    const name = (code: Score) => say(SCORE_NAMES[code]);
    for (const code of SCORES)
      await two.choose(`${name(code)}, ${say(code === "reach" ? WRITING.conflictOwn : WRITING.conflictStored)}`);
    await two.press(`${say(WRITING.merge)}: ${name("severity")}`);
    await two.press(say(FORM.conflictSave));
    await two.see(say(SHEET.railTitle, { total: "29", most: "32" }));
    await two.press(say(SHEET.change));
    await two.press(say(FORM.earlier, { n: 2 }));
    t.match(await two.readAll(), /Alasan pertama reach\./u, "what gave way is still there to be read");
    const merged = await two.page.$eval("#sheet-scores-severity", (field) => (field as HTMLInputElement).value);
    t.match(merged, /Kerugian besar\..*Alasan pertama severity\./u);
    await two.press(say(FORM.close));
    await two.see(say(SHEET.waitsForSecond));
  });

  await t.test("the second member agrees; a note in between is no conflict", async (t) => {
    await again(one);
    await front(two);
    await two.fill(say(WRITING.noteLabel), "@Pemeriksa 1 mohon dicek.");
    await two.press(say(WRITING.save));
    await two.see(say(WRITING.saved));
    await front(one);
    await one.press(say(SHEET.agree));
    await waitUntilGone(one.page, ".judging-panel form.rail-form");
    t.match(await one.readAll(), /Disetujui/u);
    await one.see(say(TASKS.mentioned));
    await one.press(say(TASKS.fromMention));
    await one.press(say(TASKS.save));
    await one.see(say(TASKS.title, { n: 1 }));
    await one.choose("@Pemeriksa 1 mohon dicek.");
    await one.see(say(TASKS.done, { n: 1 }));
    t.notOk(await one.has("button", say(TASKS.fromMention)), "one mention is one task");
  });

  await t.test("one task that two change: who is second joins both, by the same rule as a sheet", async (t) => {
    for (const screen of [one, two]) {
      await again(screen);
      await screen.press(say(TASKS.done, { n: 1 }));
    }
    await front(one);
    await one.press(say(TASKS.add));
    await one.fill(say(TASKS.what), "Amankan rekaman");
    await one.press(say(TASKS.save));
    await one.see(say(TASKS.title, { n: 1 }));
    await again(two);
    const change = `${say(TASKS.change)}: Amankan rekaman`;
    const write = async (screen: Screen, text: string) => {
      await front(screen);
      await screen.press(change);
      await waitForElement(screen.page, "#task-what");
      await screen.page.focus("#task-what");
      await screen.page.keyboard.press("End");
      await screen.page.keyboard.type(text);
    };
    await write(two, ", gudang");
    await write(one, ", loket");
    await one.press(say(TASKS.save));
    await one.see("Amankan rekaman, loket");
    await front(two);
    await two.press(say(TASKS.save));
    await two.see(say(FORM.conflictTitle));
    await two.press(`${say(WRITING.merge)}: ${say(TASKS.what)}`);
    await two.press(say(FORM.conflictSave));
    await two.see("Amankan rekaman, gudang; Amankan rekaman, loket");
    t.pass();
  });

  await t.test("a suggestion that was overruled does not come back", async (t) => {
    const what = say(SUGGESTION_TEXTS.kpk.what);
    await front(one);
    await one.see(what);
    await one.press(`${say(PANEL.overrule)}: ${what}`);
    await one.fill(say(PANEL.overruleWhy), "Sudah ditangani KPK.");
    await one.press(say(PANEL.overruleSave));
    await one.see(say(PANEL.decisions, { n: 1 }));
    await again(two);
    await two.see(say(TASKS.done, { n: 1 }));
    t.notOk(await two.has("button", `${say(PANEL.overrule)}: ${what}`));
    await two.press(say(PANEL.decisions, { n: 1 }));
    await two.see(say(PANEL.overruled, { what }));
    await two.see("Sudah ditangani KPK.");
  });

  await t.test("a complaint is handed on in other words than its reporter's", async (t) => {
    await two.press(say(PANEL.complaintNew));
    await two.press(say(COMPLAINT.handOn));
    await two.fill(say(COMPLAINT.text), `Pemohon menulis: ${WORDS.toLowerCase()}.`);
    await two.press(say(COMPLAINT.save));
    await two.see(say(COMPLAINT.copied));
    t.notOk(await two.has("button", say(PANEL.complaint)), "and it is not saved");
    await two.page.click("#complaint-handed-0-text", { count: 3 });
    await two.page.keyboard.press("Backspace");
    await two.fill(say(COMPLAINT.text), "Antrean layanan tidak tertib.");
    await two.press(say(COMPLAINT.save));
    await two.see(say(PANEL.complaint));
  });

  await t.test("protection: asked for at once, above everything, and its sheet for LPSK says nothing", async (t) => {
    const secret = "kenari-ancaman dari atasan";
    const found = await readBack(stage.site, sent?.token ?? new Uint8Array());
    await found.write({ kind: "protection-request", urgency: "now", text: secret });
    await again(one);
    const urgency = say(PROTECTION_URGENCY_NAMES.now);
    await one.see(say(PANEL.protectionAsked, { urgency }));
    await one.press(say(PANEL.protectionNew));
    await one.see(secret);
    await one.fill(say(PROTECTION.never), "kenari-jangan panggil");
    await one.press(say(LPSK_SHEET.open));
    await one.see(say(LPSK_SHEET.anonymous));
    const sheet = await one.page.$eval("dialog.referral-sheet", (dialog) => (dialog as HTMLElement).innerText);
    t.notMatch(sheet, /kenari/u);
    t.same(await findBarriers(one.page), [], "axe finds nothing");
    const printed = () => one.page.evaluate(() => (globalThis as { printed?: number }).printed ?? 0);
    await one.page.evaluate(() => {
      globalThis.print = () => void ((globalThis as { printed?: number }).printed = 1);
    });
    await one.paste(say(LPSK_SHEET.reason), "");
    await one.press(say(LPSK_SHEET.print));
    await one.see(say(LPSK_SHEET.reasonNeeded));
    t.equal(await printed(), 0, "nothing without a reason");
    await one.paste(say(LPSK_SHEET.reason), "Permohonan mendesak.");
    await one.press(say(LPSK_SHEET.print));
    await waitInPage(one.page, () => (globalThis as { printed?: number }).printed === 1);
    await one.page.keyboard.press("Escape");
    await one.press(say(PROTECTION.save));
    await one.see(say(PANEL.protectionOpen, { urgency }));
    await one.press(say(FRAME.caseFile));
    await one.see(`${say(DIALOG.earlier)} (1)`);
    t.match(await one.page.$eval("dialog", (dialog) => dialog.textContent), say(FORM_NAMES["protection-sheet"]));
    await one.page.keyboard.press("Escape");
  });

  await t.test("before a referral it is asked what could show who the reporter is", async (t) => {
    await front(one);
    await move(one, "id", "verifying", "");
    await one.press(say(NEXT_STEP.other));
    await one.choose(say(STATE_NAMES.referred));
    await one.fill(say(MOVE_FORM.textLabel), "Diteruskan.");
    await one.press(say(STATE_VERBS.referred));
    await one.see(say(EXPOSURE.title));
    await one.press(say(EXPOSURE.saveAndGoOn));
    await one.see(say(EXPOSURE.lacking, { n: questionsBefore("forwarding").length }));
    t.notOk((await readBack(stage.site, sent?.token ?? new Uint8Array())).state === "referred", "nothing has left");
    await answerExposure(one, "id");
    await one.see(say(NEXT_STEP.moved, { state: say(STATE_NAMES.referred) }));
    t.equal((await readBack(stage.site, sent?.token ?? new Uint8Array())).state, "referred");
  });
});
