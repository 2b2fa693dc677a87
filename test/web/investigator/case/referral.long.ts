/** A case file sealed for another body at the desk: to a key, then under words; opened by age's format, its receipt recorded. */
import t from "tap";
import { makeKeyPair } from "../../../../src/client/referral/age.ts";
import { DIALOG } from "../../../../src/web/investigator/case-file/words.ts";
import { PACKAGES, SEAL, SEAL_FAULTS, SENT } from "../../../../src/web/investigator/referral/words.ts";
import { LIST_TABLE } from "../../../../src/web/investigator/list/table/words.ts";
import { SIGN_IN } from "../../../../src/web/investigator/entrance/words.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { SHEETS } from "../../../../src/web/investigator/sheets/words.ts";
import { speak } from "../../../../src/words/speech.ts";
import { openAge } from "../../../support/proof/age.ts";
import { readZip } from "../../../support/proof/zip.ts";
import { openCase, signIn, typeWords } from "../../stories/desk.ts";
import type { Language } from "../../../../src/words/languages.ts";
import { LOOKS, findBarriers, wear } from "../../support/looks.ts";
import { catchDownloads, caughtDownloads } from "../../support/places.ts";
import { sendReports } from "../../support/reports.ts";
import { setStage } from "../../support/stage.ts";
import { waitForElement, waitUntilGone } from "../../support/wait.ts";

t.setTimeout(240_000);

/** PICTURES=DIR writes what is looked at, in every way; LANGUAGE=en in English. */
const PICTURES = process.env["PICTURES"];
const LANGUAGE: Language = process.env["LANGUAGE"] === "en" ? "en" : "id";
const { say } = speak(LANGUAGE);
const WINDOW = { width: 1280, height: 1000 };
const TITLE = "Pemenang diatur sejak awal";
const WORDS = "Petugas loket tiga meminta uang supaya berkas didahulukan";

t.test("a case file goes sealed, and what of it is written down", async (t) => {
  const stage = await setStage(t, "chromium");
  await sendReports(stage.site, [{ title: TITLE, what: WORDS }]);
  const screen = await stage.open();
  const { page } = screen;
  const picture = async (name: string) => {
    if (PICTURES === undefined) return;
    for (const look of LOOKS) {
      await wear(page, look);
      // The whole dialog, which scrolls by itself.
      await page.setViewport({ width: look.width, height: 3_600 });
      await page.screenshot({ path: `${PICTURES}/${name}-${LANGUAGE}-${look.width}-${look.scheme}.png` });
    }
    await page.setViewport(WINDOW);
  };
  await page.setViewport(WINDOW);
  await page.goto(`${stage.site.origin}/desk`);
  if (LANGUAGE !== "id") await screen.press(LANGUAGE.toUpperCase());
  await signIn(screen, LANGUAGE, stage.site.logins[0]);
  await catchDownloads(screen);

  await t.test("the list as a table", async (t) => {
    await screen.press(say(FRAME.saveList));
    await screen.see(say(LIST_TABLE.lead));
    await picture("list");
    t.same(await findBarriers(page), [], "axe finds nothing");
    await screen.press(say(SHEETS.csv));
    const name =
      Object.keys(
        await until(
          () => caughtDownloads(screen),
          (all) => Object.keys(all).length > 0,
        ),
      )[0] ?? "";
    t.match(name, /^segel-(?:daftar|list)-\d{4}-\d\d-\d\d\.csv$/u);
    t.notMatch((await caughtDownloads(screen))[name]?.toString(), "Pemenang");
    await page.keyboard.press("Escape");
  });

  await openCase(screen, LANGUAGE, TITLE);
  const pair = await makeKeyPair();
  const file = /^segel-berkas-.*\.zip\.age$/u;
  const packed = async () => {
    const all = await until(
      () => caughtDownloads(screen),
      (caught) => Object.keys(caught).some((name) => file.test(name)),
    );
    return Object.entries(all).find(([name]) => file.test(name))?.[1] ?? Buffer.alloc(0);
  };
  /** A choice is called by its label and its hint together. */
  const choose = async (text: string) => {
    await screen.see(text);
    await page.evaluate((wanted) => {
      const label = [...document.querySelectorAll("label")].find((one) => one.textContent?.trim().startsWith(wanted));
      label?.click();
    }, text);
  };

  await t.test("to a key that was compared", async (t) => {
    await screen.press(say(FRAME.caseFile));
    await screen.see(say(DIALOG.lead));
    await screen.fill(say(DIALOG.reason), "Di atas satu miliar rupiah.");
    await choose(say(SEAL.sealed));
    await screen.press(say(DIALOG.make));
    for (const fault of [SEAL_FAULTS.name, SEAL_FAULTS.to, SEAL_FAULTS.letter, SEAL_FAULTS.key])
      await screen.see(say(fault));
    await picture("faults");
    await screen.fill(say(DIALOG.to), "Direktorat Pelayanan Laporan");
    await page.select("select[id$='-to']", "kpk");
    await screen.fill(say(SEAL.letter), "700/12/2026");
    await page.$eval(
      "textarea.age-key",
      (field, text) => {
        (field as HTMLTextAreaElement).value = text;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
      },
      pair.recipient.text,
    );
    await screen.see(say(SEAL.compare));
    await choose(say(SEAL.compared));
    await screen.fill(say(SEAL.checked), "Lewat telepon kantor.");
    t.same(await findBarriers(page), [], "axe finds nothing");
    await picture("key");
    await screen.press(say(DIALOG.make));
    await screen.see(say(SENT.next));
    await page.$eval("dialog .stack:last-of-type", (part) => part.scrollIntoView());
    await picture("sent");
    const zip = openAge(await packed(), { secret: pair.secret });
    t.ok(readZip(zip).has("case.json"));
    t.notMatch(zip.toString("latin1"), "Petugas loket");
    await screen.press(say(SENT.receipt));
    const receipt =
      Object.entries(await caughtDownloads(screen))
        .find(([name]) => name.endsWith(".html"))?.[1]
        .toString() ?? "";
    t.match(receipt, /Direktorat Pelayanan Laporan/u);
    if (PICTURES !== undefined) await (await import("node:fs/promises")).writeFile(`${PICTURES}/receipt.html`, receipt);
    await screen.press(say(FRAME.close));
  });

  await t.test("its receipt comes back", async (t) => {
    await screen.press(say(FRAME.caseFile));
    await screen.see(say(PACKAGES.waiting));
    await screen.press(say(PACKAGES.note));
    await screen.fill(say(PACKAGES.by), "Ibu Sari, loket pengaduan");
    await choose(say(PACKAGES.yes));
    t.same(await findBarriers(page), [], "axe finds nothing");
    await picture("receipt-form");
    await screen.press(say(PACKAGES.save));
    await screen.see(say(PACKAGES.noteAgain));
    await picture("packages");
    await screen.press(say(FRAME.close));
  });

  /** Nobody touches the desk for longer than it stays open; then the case is open again that was before. */
  const lockAndReturn = async (): Promise<void> => {
    await page.evaluate(() => {
      const { now } = Date;
      Date.now = () => now() + 16 * 60_000;
      dispatchEvent(new Event("pointerdown"));
      Date.now = now;
    });
    await screen.seeHeading(say(SIGN_IN.title));
    await screen.paste(say(SIGN_IN.name), "");
    await typeWords(screen, LANGUAGE, stage.site.logins[0]);
    await waitForElement(page, ".case-columns", { timeout: 240_000 });
  };

  await t.test("what was chosen is there again after it was closed, and after a lock", async (t) => {
    await screen.press(say(FRAME.caseFile));
    await screen.see(say(DIALOG.lead));
    await screen.fill(say(DIALOG.passage), "loket tiga");
    await screen.press(say(DIALOG.add));
    await page.keyboard.press("Escape");
    await waitUntilGone(page, "dialog");
    await screen.press(say(FRAME.caseFile));
    await screen.fill(say(DIALOG.reason), "Belum selesai ditulis");
    await screen.press(say(FRAME.close));
    await lockAndReturn();
    await screen.press(say(FRAME.caseFile));
    t.equal(
      await page.$eval("#case-file-reason", (field) => (field as HTMLTextAreaElement).value),
      "Belum selesai ditulis",
    );
    await screen.press(say(DIALOG.showLabel, { text: "loket tiga" }));
    await screen.press(say(FRAME.close));
  });

  await t.test("under words, which are shown once", async (t) => {
    await catchDownloads(screen);
    await screen.press(say(FRAME.caseFile));
    await screen.see(say(DIALOG.lead));
    await screen.fill(say(DIALOG.to), "Polres Contoh");
    await screen.fill(say(DIALOG.reason), "Penanganan perkara.");
    await choose(say(SEAL.sealed));
    await waitForElement(page, "select[id$='-known']");
    t.match(await page.$$eval("select[id$='-known'] option", (all) => all.map((one) => one.textContent)), [
      say(SEAL.knownNone),
      "Direktorat Pelayanan Laporan",
    ]);
    await page.select("select[id$='-to']", "police");
    await screen.fill(say(SEAL.letter), "700/13/2026");
    await choose(say(SEAL.byWords));
    await screen.fill(say(SEAL.toldBy), "Diucapkan lewat telepon kantor.");
    await screen.press(say(DIALOG.make));
    await screen.see(say(SENT.words));
    await page.$eval(".six-words", (part) => part.scrollIntoView());
    await picture("words");
    const words = await page.$$eval(".six-words li", (all) => all.map((one) => one.textContent));
    // Somebody was called away before the words were written down.
    await lockAndReturn();
    await screen.see(say(SENT.words));
    t.match(await screen.readAll(), say(SENT.fromBefore, { name: "Polres Contoh", letter: "700/13/2026" }));
    t.same(await page.$$eval(".six-words li", (all) => all.map((one) => one.textContent)), words, "the same words");
    t.same(await findBarriers(page), [], "axe finds nothing");
    await picture("words-again");
    for (let times = 0; times < 3; times++) {
      await page.keyboard.press("Escape");
      await screen.see(say(SENT.notedFirst));
      t.equal(await page.$eval("dialog", (dialog) => dialog.open), true, "the words stay");
    }
    await choose(say(SENT.noted));
    await screen.press(say(FRAME.close));
    await waitUntilGone(page, "dialog");
    t.equal(words.length, 10);
    t.ok(readZip(openAge(await packed(), { passphrase: words.join("-") })).has("case.json"));
  });
});

async function until<Value>(read: () => Promise<Value>, holds: (value: Value) => boolean): Promise<Value> {
  for (let tries = 0; tries < 200; tries++) {
    const value = await read();
    if (holds(value)) return value;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("it did not come");
}
