/** Monday morning at the desk: what is urgent stands on top, alike cases are told apart, several are worked on at once. */
import type { Page } from "puppeteer-core";
import t from "tap";
import { findNewCases, listCases } from "../../../../src/client/member/list/cases.ts";
import { openMemberCase } from "../../../../src/client/member/case/member-case.ts";
import { speak } from "../../../../src/words/speech.ts";
import { MARK_NAMES } from "../../../../src/words/marks.ts";
import { REFUSALS } from "../../../../src/words/failures.ts";
import { CASE } from "../../../../src/web/investigator/case/words.ts";
import { SIGN_IN } from "../../../../src/web/investigator/entrance/words.ts";
import { DAY_GROUP_NAMES, LIST, SAVED_VIEWS, VIEW_NAMES } from "../../../../src/web/investigator/list/words.ts";
import { ARCHIVING, ASSIGNING, LABELLING, MANY } from "../../../../src/web/investigator/many/words.ts";
import { AUTHORS, FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { signIn } from "../../stories/desk.ts";
import { enter } from "../../support/colleague.ts";
import { findBarriers, overflow } from "../../support/looks.ts";
import { readBack, sendReports } from "../../support/reports.ts";
import type { Screen } from "../../support/screen.ts";
import { holdLooks, setStage } from "../../support/stage.ts";
import { waitInPage } from "../../support/wait.ts";

t.setTimeout(240_000);

const { say } = speak("id");
const ALIKE = { title: "Pungutan di loket", unitName: "Loket Contoh", what: "Diminta uang." };

/** Rows from above: what each says, as one line. */
function rows({ page }: Screen): Promise<string[]> {
  return page.$$eval("table.cases tbody tr:not(.group)", (all) =>
    all.map((row) => [...row.querySelectorAll("td")].map((cell) => cell.textContent?.trim()).join(" | ")),
  );
}

const URGENT = {
  title: "Rekaman gudang akan dihapus",
  unitName: "Balai Pelatihan Rekayasa Khayalan",
  category: "pengadaan-barang-jasa",
  what: "Rekaman kamera gudang akan segera dihapus minggu ini. Saya diancam supaya diam, mohon perlindungan.",
  amountIDR: 1_312_400_000,
} as const;

const assigned = (all: readonly string[]) => all.map((row) => row.split(" | ").at(-1) ?? "");

/** Until the returned is called the page draws no frame that its scripts ask for. */
async function holdFrames(page: Page): Promise<() => Promise<void>> {
  const held = await page.evaluateHandle(() => {
    const draw = window.requestAnimationFrame.bind(window);
    const waiting: FrameRequestCallback[] = [];
    window.requestAnimationFrame = (then) => waiting.push(then);
    return () => {
      window.requestAnimationFrame = draw;
      for (const then of waiting) then(performance.now());
    };
  });
  return () => held.evaluate((letGo) => letGo());
}

/** The name stands there still. */
async function lockAndComeBack(screen: Screen, passphrase: string): Promise<void> {
  await screen.press(say(FRAME.lockNow));
  await screen.fill(say(SIGN_IN.passphrase), passphrase);
  await screen.press(say(SIGN_IN.submit));
  await screen.seeHeading(say(LIST.title));
}

t.test("Monday morning", async (t) => {
  const stage = await setStage(t, "chromium");
  const { site } = stage;
  const sent = await sendReports(site, [ALIKE, ALIKE, ALIKE, URGENT]);
  const screen = await stage.open((page) => page.setViewport({ width: 1280, height: 768 }));
  const { page } = screen;
  const { keyboard } = page;
  await page.goto(`${site.origin}/desk`);
  await signIn(screen, "id", site.logins[0]);
  await screen.press(say(FRAME.understood));

  await t.test("twenty rows stand in a laptop's window, and a category is read whole in each", async (t) => {
    await screen.see(URGENT.title);
    const fit = await page.evaluate(() => {
      const row = document.querySelector("table.cases tbody tr");
      const foot = document.querySelector(".list-foot");
      if (row === null || foot === null) return 0;
      const { top, height } = row.getBoundingClientRect();
      return (foot.getBoundingClientRect().top - top) / height;
    });
    t.ok(fit >= 20, `${fit} rows`);
    const cut = await page.$$eval("table.cases td:nth-child(4)", (cells) =>
      cells.filter(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth).map(({ textContent }) => textContent),
    );
    t.same(cut, []);
  });
  await screen.press(say(VIEW_NAMES.day));

  await t.test("my day says first what is urgent, and why, before anybody has opened it", async (t) => {
    await screen.see(say(MARK_NAMES.evidence));
    const groups = await page.$$eval("tr.group th", (all) => all.map((head) => head.firstChild?.textContent?.trim()));
    t.same(groups, [say(DAY_GROUP_NAMES.urgent), say(DAY_GROUP_NAMES.fresh)]);
    const [first = ""] = await rows(screen);
    for (const said of [URGENT.title, say(MARK_NAMES.protection), say(MARK_NAMES.evidence), say(MARK_NAMES.amount)])
      t.ok(first.includes(said), said);
  });

  await t.test("cases that read alike are told apart by their register number", async (t) => {
    const alike = (await rows(screen)).filter((row) => row.includes(ALIKE.title));
    t.equal(alike.length, 3);
    t.equal(new Set(alike.map((row) => row.split(" | ")[1])).size, 3, "no two titles are the same to the eye");
    t.equal(
      (await rows(screen)).filter(
        (row) => row.includes(URGENT.title) && /[A-Z0-9]{4}-[A-Z0-9]{4} \|/u.test(row.split(" | ")[1] ?? ""),
      ).length,
      0,
    );
  });

  await t.test("by keyboard alone several are chosen, taken in one press, and given back by undo", async (t) => {
    await page.focus("[data-handle]");
    for (const key of ["j", "x", "j", "x"]) await keyboard.press(key as "j");
    await screen.see(say(MANY.picked, { n: 2 }));
    await keyboard.press("a");
    await screen.see(say(MANY.done.assign, { n: 2 }));
    t.equal(assigned(await rows(screen)).filter((who) => who.startsWith(say(AUTHORS.you))).length, 2);
    await screen.press(say(MANY.undo, { n: 2 }));
    await screen.see(say(MANY.done.undo, { n: 2 }));
    t.equal(assigned(await rows(screen)).filter((who) => who.startsWith(say(AUTHORS.you))).length, 0);
  });

  await t.test("a dialog shows how much each has, and lets nobody be chosen who may not be", async (t) => {
    await keyboard.press("t");
    await screen.see(say(ASSIGNING.memberHint));
    const offered = await page.$$eval("dialog fieldset label", (all) => all.map((label) => label.textContent?.trim()));
    t.same(offered.length, 1, "a member takes what is nobody's, and gives it to nobody else");
    t.match(offered[0], say(ASSIGNING.loadOpen, { n: 0 }));
    t.same(await findBarriers(page), []);
    await keyboard.press("Space");
    await keyboard.press("Enter");
    await screen.see(say(MANY.done.assign, { n: 1 }));
  });

  await t.test("two take a case at once: the second is told for that case, and the others go on", async (t) => {
    const [, colleague] = site.logins;
    const member = await enter(site, colleague);
    await findNewCases(member);
    const all = (await listCases(member)).cases;
    await screen.press(say(VIEW_NAMES.nobodys));
    const before = await rows(screen);
    const handle = await page.$eval("[data-handle]", (button) => (button as HTMLElement).dataset["handle"] ?? "");
    const theirs = await openMemberCase(member, handle, { listed: all.find((one) => one.handle === handle)?.caseId });
    const letGo = holdLooks(stage);
    await theirs.record({ kind: "assignment", to: member.id, reason: "" });
    await page.focus("[data-handle]");
    for (const key of ["x", "j", "x", "j", "x", "a"]) await keyboard.press(key as "x");
    await screen.see(say(MANY.done.assign, { n: before.length - 1 }));
    await screen.see(say(MANY.failed, { n: 1 }));
    const told = await page.$eval(".failed", (list) => list.textContent ?? "");
    t.match(told, say(REFUSALS.taken.happened), "and why");
    t.match(told, /[A-Z0-9]{4}-[A-Z0-9]{4}/u, "by its number");
    t.equal(
      await page.$$eval(".pick input:checked", (all) => all.length),
      0,
      "it left this view, and is not in the way",
    );
    letGo();
    await keyboard.press("Escape");
  });

  await t.test("labels are added to what was chosen, found by a filter, and taken away by undo", async (t) => {
    await screen.press(say(VIEW_NAMES.mine));
    await page.focus("[data-handle]");
    await keyboard.press("l");
    await screen.fill(say(LABELLING.add), "Triwulan IV");
    await keyboard.press("Enter");
    await screen.press(say(LABELLING.submit));
    await screen.see(say(MANY.done.label, { n: 1 }));
    await screen.select(say(LIST.columnLabel), "Triwulan IV");
    t.equal((await rows(screen)).length, 1);
    await screen.press(say(MANY.undo, { n: 1 }));
    await screen.see(say(MANY.done.undo, { n: 1 }));
    t.equal((await rows(screen)).length, 0);
    for (const key of ["Escape", "Escape"]) await keyboard.press(key as "Escape");
  });

  await t.test("the archive asks for a reason each, says how many reporters read it, and has no undo", async (t) => {
    await screen.press(say(VIEW_NAMES.open));
    await page.$$eval(
      "table.cases tbody tr",
      (all, title) => {
        for (const row of all)
          if (row.textContent?.includes(title)) row.querySelector<HTMLInputElement>(".pick input")?.click();
      },
      ALIKE.title,
    );
    await screen.press(say(MANY.archive));
    await screen.see(say(ARCHIVING.goesTo, { n: 3 }));
    t.same(await findBarriers(page), []);
    await screen.press(say(ARCHIVING.submit, { n: 3 }));
    await screen.see(say(ARCHIVING.missing, { n: 3 }));
    const fields = await page.$$("dialog textarea");
    const [, second] = fields;
    const drawNext = await holdFrames(page);
    await screen.press(say(ARCHIVING.submit, { n: 3 }));
    await second?.type("Alasan ");
    await drawNext();
    t.equal(await page.evaluate(() => document.activeElement?.id), await second?.evaluate(({ id }) => id));
    await keyboard.type("2.");
    t.equal(
      await second?.evaluate((field) => (field as HTMLTextAreaElement).value),
      "Alasan 2.",
      "a slow device calls nobody away from the reason that they are typing",
    );
    for (const at of [0, 2]) await fields[at]?.type(`Alasan ${at + 1}.`);
    await screen.press(say(ARCHIVING.submit, { n: 3 }));
    await screen.see(say(ARCHIVING.notSure));
    await screen.choose(say(ARCHIVING.sure, { n: 3 }));
    await screen.press(say(ARCHIVING.submit, { n: 3 }));
    await screen.see(say(MANY.done.archive, { n: 3 }));
    t.notOk(await screen.has("button", say(MANY.undo, { n: 3 })));
    const read = await Promise.all(sent.slice(0, 3).map(({ token }) => readBack(site, token)));
    t.same(
      read.map(({ state }) => state),
      ["archived", "archived", "archived"],
    );
    const reasons = read.map(({ entries }) => JSON.stringify(entries).match(/Alasan \d/u)?.[0] ?? "");
    t.same(
      reasons.toSorted((a, b) => (a < b ? -1 : 1)),
      ["Alasan 1", "Alasan 2", "Alasan 3"],
      "each reads the own reason",
    );
  });

  await t.test("a view that was named is there after the lock, and lies sealed in the browser", async (t) => {
    await screen.press(say(VIEW_NAMES.done));
    await screen.press(say(SAVED_VIEWS.add));
    await screen.fill(say(SAVED_VIEWS.name), "Arsip loket");
    await screen.press(say(SAVED_VIEWS.submit));
    await screen.see("Arsip loket");
    await waitInPage(page, () => Object.keys(localStorage).some((key) => key.startsWith("segel/views/")));
    const kept = await page.evaluate(() => JSON.stringify(Object.entries(localStorage)));
    t.notMatch(kept, /Arsip|loket|done/u);
    await lockAndComeBack(screen, site.logins[0].passphrase);
    await screen.press("Arsip loket");
    await screen.see(ALIKE.title);
    t.equal((await rows(screen)).length, 3);
    await page.evaluate(() => {
      for (const key of Object.keys(localStorage))
        if (key.startsWith("segel/views/")) localStorage.setItem(key, "AAAA");
    });
    await lockAndComeBack(screen, site.logins[0].passphrase);
    t.notOk(await screen.has("button", "Arsip loket"), "what was changed is as none, and nothing else suffers");
  });

  await t.test("the case says whose it is and quotes what its marks rest on; a phone shows all of it", async (t) => {
    await screen.press(say(VIEW_NAMES.open));
    await screen.press(URGENT.title);
    await screen.seeHeading(say(CASE.report));
    const quoted = await page.$eval(".urgency", (part) => part.textContent ?? "");
    t.match(quoted, "Rekaman kamera gudang akan segera dihapus");
    t.match(await page.$eval(".assignment", (part) => part.textContent ?? ""), /Pemeriksa|Anda/u);
    t.equal(await overflow(page, 360), 0);
    await screen.press(say(CASE.backLabel));
    t.equal(await overflow(page, 360), 0);
    t.same(await findBarriers(page), []);
  });
});
