import t, { type Test } from "tap";
import { SCREENS } from "../../../src/web/reporter/words/id/screens.ts";
import { query } from "../../support/machine/postgres.ts";
import { holdWriters, startKillableSite } from "../support/killed-server.ts";
import type { Fate } from "../support/recorder.ts";
import { screenOf } from "../support/screen.ts";
import { setStageAt } from "../support/stage.ts";
import { waitInPage } from "../support/wait.ts";
import { comeBack, fillReport, readCode, sendReport, writeFollowUp } from "../stories/reporter.ts";

t.setTimeout(300_000);

const WRITING = { unit: "Unit Contoh", what: "Uraian contoh." };

const site = await startKillableSite(t);
const stage = await setStageAt(t, site, "chromium");
const { recorder, open, countReports } = stage;

/**
 * What happens to the first request with this method, and then to the retries, as often as they come; what was sent, they
 * too, stands in the list.
 */
function watch(
  t: Pick<Test, "teardown">,
  method: "POST" | "PUT",
  first: () => Promise<Fate> | Fate,
  again: () => Promise<Fate | undefined> | Fate | undefined,
): Buffer[] {
  const sent: Buffer[] = [];
  recorder.onward = (request) => {
    if (request.method !== method) return undefined;
    sent.push(request.body);
    return sent.length === 1 ? first() : again();
  };
  t.teardown(() => (recorder.onward = () => undefined));
  return sent;
}

type Moment = { readonly name: string; readonly isStored: boolean; readonly first: () => Promise<Fate> | Fate };

/** Until the server has died and is back: a retry that came before would be lost as well, or be stored too early. */
let death: Promise<unknown> = Promise.resolve();
const isBack = async () => void (await death);

/** The server's process dies, at two moments, and is started again at once. What it was doing is written to `table`. */
function deaths(table: "inboxes" | "messages"): Moment[] {
  return [
    {
      name: "the server killed with half of the request read",
      isStored: false,
      first: () => ({ halfway: () => (death = site.kill().then(site.start)) }),
    },
    {
      name: "the server killed while the database is storing it, which the database ends alone",
      isStored: true,
      async first() {
        const held = await holdWriters(site, table);
        death = held.isWaited().then(site.kill).then(held.letGo).then(site.start);
        return "cut-after" as const;
      },
    },
  ];
}

const CUTS: readonly Moment[] = [
  { name: "the line cut before the server hears of it", isStored: false, first: () => "cut" },
  { name: "the line cut when it is stored", isStored: true, first: () => "cut-after" },
];

for (const { name, isStored, first } of [...CUTS, ...deaths("inboxes")])
  t.test(`attack 74: a report ends in one case and one code, by itself: ${name}`, async (t) => {
    const before = await countReports();
    const screen = await open();
    await screen.page.goto(site.origin);
    await fillReport(screen, "id", WRITING);
    let letAgain = () => {};
    const isCounted = new Promise<undefined>((resolve) => (letAgain = () => resolve(undefined)));
    const sent = watch(t, "POST", first, () => isCounted);
    await screen.press(SCREENS.review.send);
    await screen.seeHeading(SCREENS.sending.cut);
    await death;
    t.equal(await countReports(), before + (isStored ? 1 : 0), isStored ? "it is stored" : "nothing is stored");
    letAgain();
    // Nobody presses anything: the page tries again by itself.
    const words = await readCode(screen, "id");
    t.ok(sent.length >= 2, "it was sent again");
    for (const again of sent) t.ok(again.equals(sent[0]!), "the same bytes");
    t.equal(await countReports(), before + 1, "and is stored once");
    await screen.page.goto(site.origin);
    await comeBack(screen, "id", words);
    t.pass("the code opens it");
    await screen.page.close();
  });

t.test("attack 74: a report that is edited after a lost answer is found to have arrived, and stays", async (t) => {
  const before = await countReports();
  const screen = await open();
  await screen.page.goto(site.origin);
  await fillReport(screen, "id", WRITING);
  // By itself it gets no further: whoever is slow to press finds the button all the same.
  watch(
    t,
    "POST",
    () => "cut-after",
    () => "cut",
  );
  await screen.press(SCREENS.review.send);
  await screen.seeHeading(SCREENS.sending.cut);
  await screen.press(SCREENS.sending.edit);
  t.equal((await readCode(screen, "id")).length, 12, "the code is shown, not the form");
  t.equal(await countReports(), before + 1);
  await screen.page.close();
});

t.test(
  "attack 74: messages of a reporter who came back are stored once each, whatever happens to server and line",
  async (t) => {
    const countMessages = async () =>
      (await query(site.urls.ownerUrl, "SELECT 1 FROM messages WHERE direction = 'reporter'")).length;
    const screen = await open();
    await screen.page.goto(site.origin);
    await fillReport(screen, "id", WRITING);
    const words = await sendReport(screen, "id");
    await screen.page.goto(site.origin);
    await comeBack(screen, "id", words);
    for (const [index, { name, first }] of [...CUTS, ...deaths("messages")].entries()) {
      const sent = watch(t, "PUT", first, isBack);
      await writeFollowUp(screen, "id", `Pesan ${index}.`);
      // "Sent" may still be said of the one before: the list is what tells.
      const events = index + 2;
      await waitInPage(screen.page, (all) => document.querySelectorAll(".event.own").length === all, {}, events);
      await death;
      t.ok(sent.length >= 2, `${name}: it was sent again`);
      for (const again of sent) t.ok(again.equals(sent[0]!), "the same bytes");
      t.equal(await countMessages(), index + 1, "and is stored once");
    }
    await screen.page.close();
  },
);

t.test("attack 27: two tabs write two reports, and a reload of the one leaves the other alone", async (t) => {
  const before = await countReports();
  const first = await open();
  const second = screenOf(await first.page.browserContext().newPage());
  second.page.on("dialog", (dialog) => void dialog.accept());
  const codes: string[][] = [];
  await first.page.goto(site.origin);
  await first.page.bringToFront();
  await fillReport(first, "id", { unit: "Unit Satu", what: "Laporan satu." });
  await second.page.goto(site.origin);
  await second.page.bringToFront();
  await fillReport(second, "id", { unit: "Unit Dua", what: "Laporan dua." });
  await first.page.bringToFront();
  codes.push(await sendReport(first, "id"));

  await second.page.bringToFront();
  await second.page.reload();
  t.notMatch(await second.readAll(), /Unit Dua|Unit Satu/u, "nothing typed is left in the tab that was reloaded");
  await fillReport(second, "id", { unit: "Unit Dua", what: "Laporan dua." });
  codes.push(await sendReport(second, "id"));
  t.equal(await countReports(), before + 2);
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
    const again = await open();
    await again.page.goto(site.origin);
    await comeBack(again, "id", code);
    await again.page.close();
  }
});
