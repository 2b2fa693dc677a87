/** What is promised, told, asked for and written down at the desk, and what its reporter sees of it: in a real browser. */
import * as fs from "node:fs/promises";
import t from "tap";
import { speak } from "../../../../src/words/speech.ts";
import { FIELD_NAMES } from "../../../../src/words/glossary.ts";
import { ENTERED } from "../../../../src/web/investigator/entering/words.ts";
import { ENTERING } from "../../../../src/web/investigator/entering/form/words.ts";
import { OUTGOING } from "../../../../src/web/investigator/outgoing/words.ts";
import { PROMISES } from "../../../../src/web/investigator/promises/words.ts";
import { WRITING } from "../../../../src/web/investigator/writing/words.ts";
import { CASE } from "../../../../src/web/investigator/case/words.ts";
import { CASE as REPORTER_CASE } from "../../../../src/web/reporter/words/id/case.ts";
import { RECEIPT } from "../../../../src/web/reporter/words/id/receipts.ts";
import { openCase, signIn } from "../../stories/desk.ts";
import { comeBack } from "../../stories/reporter.ts";
import { readBack, sealInFile, sendReports } from "../../support/reports.ts";
import { receiptPathOf } from "../../../../src/web/reporter/pages.ts";
import { setStage } from "../../support/stage.ts";
import { waitForElement } from "../../support/wait.ts";

t.setTimeout(240_000);

const { say } = speak("id");
const LETTER = {
  title: "Surat tanpa nama tentang parkir",
  unit: "Dinas Perhubungan",
  what: "Karcis parkir dicetak dua kali.",
};

t.test("promises, templates, a letter and a receipt", async (t) => {
  const stage = await setStage(t, "chromium");
  const { site } = stage;
  const [report] = await sendReports(site, [{ title: "Amplop di loket tiga" }]);
  const desk = await stage.open((page) => page.setViewport({ width: 1280, height: 900 }));
  await desk.page.goto(`${site.origin}/desk`);
  await signIn(desk, "id", site.logins[0]);

  let words: string[] = [];
  await t.test("a letter is entered, and its code is shown once for who wants it", async (t) => {
    await desk.press(say(ENTERED.open));
    await desk.seeHeading(say(ENTERING.title));
    await desk.press(say(ENTERING.submit));
    await desk.see(say(ENTERING.missing));
    t.equal(await stage.countReports(), 1, "nothing goes that is not whole");
    await desk.fill(say(FIELD_NAMES.unitName), LETTER.unit);
    await desk.fill(say(FIELD_NAMES.title), LETTER.title);
    await desk.fill(say(FIELD_NAMES.what), LETTER.what);
    await desk.choose("Pemeriksa 3");
    await desk.choose(say(ENTERING.code));
    await desk.press(say(ENTERING.submit));
    await desk.see(say(ENTERING.doneText));
    words = await desk.page.$$eval(".code-words > li", (items) => items.map((item) => item.textContent ?? ""));
    t.equal(words.length, 12);
    await desk.press(say(ENTERING.openCase));
    await desk.seeHeading(say(CASE.report));
    await desk.see(LETTER.what);
    await desk.see(say(ENTERED.withCode));
    t.notOk((await desk.readAll()).includes(words.join(" ")), "the words are gone");
    await desk.press(say(CASE.backLabel));
  });

  await t.test("a sealed file is handed in at the desk, and its case says nothing of a member", async (t) => {
    const path = `${t.testdir({})}/berkas.dat`;
    const { file, token } = sealInFile(site, { title: "Dari flashdisk" });
    await fs.writeFile(path, file);
    await desk.press(say(ENTERED.open));
    const input = await waitForElement<HTMLInputElement>(desk.page, ".sealed-file input");
    await input.uploadFile(path);
    await desk.see(say(ENTERING.handed));
    await desk.press(say(ENTERING.cancel));
    await openCase(desk, "id", "Dari flashdisk");
    t.notOk((await desk.readAll()).includes(say(ENTERED.entered)), "it is its reporter's own");
    t.same((await readBack(site, token)).alarms, []);
    await desk.press(say(CASE.backLabel));
  });

  await t.test("a template is filled in, and what should stay inside is asked about before it goes", async (t) => {
    await openCase(desk, "id", "Amplop di loket tiga");
    await desk.select(say(OUTGOING.template), "referral id");
    await desk.press(say(WRITING.send));
    await desk.see(say(OUTGOING.unfilledTitle));
    const field = "#answer";
    const text = await desk.page.$eval(field, (box) => (box as HTMLTextAreaElement).value);
    t.match(text, /nomor register [0-9A-Z]{4}-[0-9A-Z]{4} ditangani oleh \{instansi\}/u);
    await desk.paste(say(WRITING.answerLabel), text.replace("{instansi}", "Pemeriksa 2 menurut catatan internal"));
    await desk.press(say(WRITING.send));
    await desk.see(say(OUTGOING.leakTitle));
    await desk.see("Pemeriksa 2");
    t.equal((await readBack(site, report!.token)).entries.length, 0, "nothing has gone");
    await desk.press(say(OUTGOING.sendAnyway));
    await desk.see(say(WRITING.sent));
  });

  await t.test("a deadline is put off with a reason, and both sides see it with its first day", async (t) => {
    await desk.press(say(PROMISES.putOff));
    await desk.select(say(PROMISES.which), "verification");
    await desk.page.$eval("#telling-due", (box) => {
      (box as HTMLInputElement).value = "2099-01-15";
      box.dispatchEvent(new InputEvent("input", { bubbles: true }));
    });
    await desk.fill(say(PROMISES.why), "Menunggu dokumen.");
    await desk.press(say(PROMISES.tell));
    await desk.see("diundur menjadi 15 Januari 2099");
    const { course } = (await readBack(site, report!.token)).standing;
    t.match(course.extensions, [{ deadline: "verification", due: "2099-01-15" }]);
  });

  await t.test("who holds the words of the letter comes back, asks for a receipt and gets one", async (t) => {
    const reporter = await stage.open((page) => page.setViewport({ width: 360, height: 740 }));
    await reporter.page.goto(site.origin);
    await comeBack(reporter, "id", words);
    await reporter.press(REPORTER_CASE.receipt);
    await reporter.press(RECEIPT.ask);
    await reporter.see(RECEIPT.asked);

    await desk.press(say(CASE.backLabel));
    await openCase(desk, "id", LETTER.title);
    await desk.press(say(PROMISES.receiptIssue));
    await desk.see(say(PROMISES.receiptIssued));

    await reporter.page.reload();
    await comeBack(reporter, "id", words);
    await reporter.press(REPORTER_CASE.receipt);
    await waitForElement(reporter.page, ".receipt-code");
    const line = await reporter.page.$eval(".receipt .address", (box) => box.textContent ?? "");
    t.match(line, /^segel-tt1\.[\w-]{160}$/u);

    const anybody = await stage.open();
    await anybody.page.goto(`${site.origin}${receiptPathOf("id")}`);
    await anybody.seeHeading(RECEIPT.checkTitle);
    const sentBefore = stage.countSent();
    const check = async (typed: string, wanted: string) => {
      await anybody.paste(RECEIPT.line, typed);
      await anybody.press(RECEIPT.check);
      await waitForElement(anybody.page, `[data-result="${wanted}"]`);
    };
    await check(line, "genuine");
    await check(`${line.slice(0, -4)}AAAA`, "not-signed");
    await check("segel-tt1.abc", "malformed");
    t.equal(stage.countSent(), sentBefore, "the line is not sent");
    t.notOk(stage.recorder.requests.some(({ url }) => url.includes(line.slice(20, 60))));
  });
});
