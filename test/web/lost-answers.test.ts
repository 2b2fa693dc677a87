import t from "tap";
import { ID } from "../../src/web/reporter/text/id.ts";
import { query } from "../support/server.ts";
import { openPage } from "./support/browsers.ts";
import type { Fate } from "./support/recorder.ts";
import { screenOf } from "./support/screen.ts";
import { setStage } from "./support/stage.ts";
import { comeBack, fillReport, readCode, writeFollowUp } from "./stories/reporter.ts";

t.setTimeout(300_000);

const WRITING = { unit: "Unit Contoh", what: "Uraian contoh." };

t.test("attack 74: a line cut before or after the report is stored ends in one case and one code", async (t) => {
  const stage = await setStage(t, "chromium");
  const fates = ["cut", "cut-after"] as const satisfies readonly Fate[];
  for (const [done, fate] of fates.entries()) {
    const screen = await stage.open();
    await screen.page.goto(stage.site.origin);
    await fillReport(screen, "id", WRITING);
    const sent: Buffer[] = [];
    stage.recorder.onward = ({ method, url, body }) => {
      if (method !== "POST" || !url.endsWith("/api/reports")) return undefined;
      sent.push(body);
      return sent.length === 1 ? fate : undefined;
    };
    await screen.press(ID.review.send);
    await screen.seeHeading(ID.sending.cut);
    await screen.press(ID.sending.tryNow);
    const words = await readCode(screen, "id");
    t.equal(sent.length, 2, `${fate}: it was sent twice`);
    t.ok(sent[0]!.equals(sent[1]!), "the same bytes");
    t.equal(await stage.countReports(), done + 1, "and is stored once");

    const again = await stage.open();
    await again.page.goto(stage.site.origin);
    await comeBack(again, "id", words);
    t.pass("the code opens it");
  }
});

t.test(
  "attack 74: a report that is edited after a lost answer is found to have arrived, and stays as it was",
  async (t) => {
    const stage = await setStage(t, "chromium");
    const screen = await stage.open();
    await screen.page.goto(stage.site.origin);
    await fillReport(screen, "id", WRITING);
    stage.recorder.onward = ({ method }) => (method === "POST" ? "cut-after" : undefined);
    await screen.press(ID.review.send);
    await screen.seeHeading(ID.sending.cut);
    await screen.press(ID.sending.edit);
    t.equal((await readCode(screen, "id")).length, 12, "the code is shown, not the form");
    t.equal(await stage.countReports(), 1);
  },
);

t.test("attack 74: a message whose answer is lost is stored once", async (t) => {
  const stage = await setStage(t, "chromium");
  const screen = await stage.open();
  await screen.page.goto(stage.site.origin);
  await fillReport(screen, "id", WRITING);
  await screen.press(ID.review.send);
  const words = await readCode(screen, "id");
  await screen.page.goto(stage.site.origin);
  await comeBack(screen, "id", words);
  let puts = 0;
  stage.recorder.onward = ({ method }) => (method === "PUT" && ++puts === 1 ? "cut-after" : undefined);
  await writeFollowUp(screen, "id", "Pesan lanjutan.");
  t.equal(puts, 2, "it was sent twice");
  const rows = await query(stage.site.urls.ownerUrl, "SELECT 1 FROM messages WHERE direction = 'reporter'");
  t.equal(rows.length, 1);
});

t.test("attack 27: two tabs write two reports, and a reload of the one leaves the other alone", async (t) => {
  const stage = await setStage(t, "chromium");
  const first = await stage.open();
  const second = screenOf(await first.page.browserContext().newPage());
  second.page.on("dialog", (dialog) => void dialog.accept());
  const codes: string[][] = [];
  await first.page.goto(stage.site.origin);
  await first.page.bringToFront();
  await fillReport(first, "id", { unit: "Unit Satu", what: "Laporan satu." });
  await second.page.goto(stage.site.origin);
  await second.page.bringToFront();
  await fillReport(second, "id", { unit: "Unit Dua", what: "Laporan dua." });
  await first.page.bringToFront();
  await first.press(ID.review.send);
  codes.push(await readCode(first, "id"));

  await second.page.bringToFront();
  await second.page.reload();
  t.notMatch(await second.readAll(), /Unit Dua|Unit Satu/u, "nothing typed is left in the tab that was reloaded");
  await fillReport(second, "id", { unit: "Unit Dua", what: "Laporan dua." });
  await second.press(ID.review.send);
  codes.push(await readCode(second, "id"));
  t.equal(await stage.countReports(), 2);
  t.notSame(codes[0], codes[1]);
  await first.page.bringToFront();
  t.same(await readCode(first, "id"), codes[0], "the first tab still shows its own code");

  const stored = await first.page.evaluate(async () => ({
    kept:
      localStorage.length + sessionStorage.length + (await indexedDB.databases()).length + (await caches.keys()).length,
    cookie: document.cookie,
  }));
  t.same(stored, { kept: 0, cookie: "" }, "and nothing is kept on the device");
  for (const code of codes) {
    const { page } = await openPage(stage.browser);
    const screen = screenOf(page);
    await page.goto(stage.site.origin);
    await comeBack(screen, "id", code);
    await page.close();
  }
});
