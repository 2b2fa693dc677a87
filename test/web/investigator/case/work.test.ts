import t, { type Test } from "tap";
import { CATEGORY_NAMES, STATE_NAMES, STATE_VERBS } from "../../../../src/words/glossary.ts";
import { speak } from "../../../../src/words/speech.ts";
import { MESSAGE_ALARMS } from "../../../../src/words/alarms.ts";
import { adviceFor } from "../../../../src/words/told.ts";
import { CASE, NEXT_STEP } from "../../../../src/web/investigator/case/words.ts";
import { SIGN_IN } from "../../../../src/web/investigator/entrance/words.ts";
import { LIST, VIEW_NAMES } from "../../../../src/web/investigator/list/words.ts";
import { FRAME } from "../../../../src/web/investigator/parts/words.ts";
import { MOVE_FORM, WRITING } from "../../../../src/web/investigator/writing/words.ts";
import { query } from "../../../support/machine/postgres.ts";
import { answer, openCase } from "../../stories/desk.ts";
import { readBack, sendReports } from "../../support/reports.ts";
import { workersGone } from "../../support/browsers.ts";
import type { Screen } from "../../support/screen.ts";
import { holdLooks, setStage } from "../../support/stage.ts";
import { waitInPage } from "../../support/wait.ts";

t.setTimeout(240_000);

const { say } = speak("id");
const REPORTS = [
  { title: "Amplop di loket tiga", unitName: "Dinas Perizinan", category: "suap" },
  { title: "Kendaraan dinas dipakai mudik", unitName: "Bagian Umum", category: "penyalahgunaan-wewenang" },
  { title: "Tagihan ganda", unitName: "Bagian Umum", category: "perbuatan-curang" },
] as const;

/** Titles as the list shows them, from above. */
function titles({ page }: Screen): Promise<string[]> {
  return page.$$eval("[data-handle] bdi.title", (parts) => parts.map((part) => part.textContent ?? ""));
}

async function seeTitles(t: Test, screen: Screen, wanted: readonly string[], why: string): Promise<void> {
  const sorted = wanted.toSorted();
  const wait = waitInPage(
    screen.page,
    (expected) => {
      const shown = [...document.querySelectorAll("[data-handle] bdi.title")].map((part) => part.textContent);
      return JSON.stringify(shown.toSorted()) === expected;
    },
    {},
    JSON.stringify(sorted),
  );
  await wait.catch(() => {});
  t.same((await titles(screen)).toSorted(), sorted, why);
}

async function search({ page }: Screen, text: string): Promise<void> {
  await page.click("input[type=search]", { count: 3 });
  await page.keyboard.press("Backspace");
  await page.keyboard.type(text);
}

/** The page's clock goes on by so much at once; timers run as they did. */
function passTime({ page }: Screen, ms: number): Promise<void> {
  return page.evaluate((later) => {
    const now = Date.now.bind(Date);
    Date.now = () => now() + later;
  }, ms);
}

/** As if another page lay over it, in a browser that was allowed to tell. */
function lookAway({ page }: Screen): Promise<void> {
  return page.evaluate(() => {
    const told: string[] = [];
    Reflect.set(globalThis, "told", told);
    Object.defineProperty(document, "visibilityState", { get: () => "hidden", configurable: true });
    class Told {
      static readonly permission = "granted";
      constructor(title: string) {
        told.push(title);
      }
    }
    Reflect.set(globalThis, "Notification", Told);
  });
}

t.test("a day at the desk", async (t) => {
  const stage = await setStage(t, "chromium");
  const { site } = stage;
  const [first] = await sendReports(site, REPORTS);
  const screen = await stage.open((page) => page.setViewport({ width: 1280, height: 900 }));
  const { page } = screen;
  const { keyboard } = page;
  await page.goto(`${site.origin}/desk`);
  await screen.seeHeading(say(SIGN_IN.title));

  await t.test("by keyboard alone one signs in, opens a case, moves it and answers", async (t) => {
    // A screen has the focus a moment after it is drawn.
    await waitInPage(page, () => document.activeElement?.id === "name");
    await keyboard.type(site.logins[0].name);
    await keyboard.press("Tab");
    await keyboard.type(site.logins[0].passphrase);
    await keyboard.press("Enter");
    await screen.seeHeading(say(LIST.title));
    await screen.see(REPORTS[0].title);
    await screen.press(say(VIEW_NAMES.open));
    await keyboard.press("/");
    await keyboard.type("loket tiga");
    await seeTitles(t, screen, [REPORTS[0].title], "the search finds a title");
    await keyboard.press("ArrowDown");
    await keyboard.press("Enter");
    await screen.seeHeading(say(CASE.report));
    const goTo = async (name: string) => {
      for (let presses = 0; presses < 80; presses++) {
        const here = await page.evaluate(() => {
          const active = document.activeElement;
          const label = active instanceof HTMLTextAreaElement ? active.labels[0]?.textContent : active?.textContent;
          return label?.trim() ?? "";
        });
        if (here.startsWith(name)) return;
        await keyboard.press("Tab");
      }
      throw new Error(`Tab never reaches “${name}”`);
    };
    await goTo(say(STATE_VERBS.verifying));
    await keyboard.press("Enter");
    await goTo(say(MOVE_FORM.textLabel));
    await keyboard.type("Kami mulai memeriksa.");
    await goTo(say(STATE_VERBS.verifying));
    await keyboard.press("Enter");
    await screen.see(say(NEXT_STEP.moved, { state: say(STATE_NAMES.verifying) }));
    await goTo(say(WRITING.answerLabel));
    await keyboard.type("Di loket berapa?");
    await keyboard.press("Tab");
    await keyboard.press("Enter");
    await screen.see(say(WRITING.sent));
    const found = await readBack(site, first?.token ?? new Uint8Array());
    t.equal(found.state, "verifying", "the reporter sees the new state");
    t.match(JSON.stringify(found.entries), /Di loket berapa\?/, "and the answer");
  });

  await t.test("an internal note never reaches the reporter", async (t) => {
    await screen.fill(say(WRITING.noteLabel), "Tanyakan kepada bagian keuangan.");
    await screen.press(say(WRITING.save));
    await screen.see(say(WRITING.saved));
    const rows = await query<{ direction: string }>(site.urls.ownerUrl, "SELECT direction FROM messages");
    t.same(rows.filter(({ direction }) => direction === "internal").length, 1, "it is stored as a note");
    const { entries } = await readBack(site, first?.token ?? new Uint8Array());
    t.equal(entries.length, 2, "the reporter is given the state and the answer");
    t.notMatch(JSON.stringify(entries), /bagian keuangan/, "and not the note");
  });

  await t.test("search and filters show what they say and nothing else", async (t) => {
    await screen.press(say(CASE.backLabel));
    await screen.seeHeading(say(LIST.title));
    await search(screen, "");
    const all = REPORTS.map(({ title }) => title);
    await seeTitles(t, screen, all, "without a search all are there");
    await search(screen, "bagian UMUM");
    await seeTitles(t, screen, all.slice(1), "a unit is found, whatever its capitals");
    await screen.select(say(LIST.columnCategory), "perbuatan-curang");
    await seeTitles(t, screen, [REPORTS[2].title], `and narrowed to ${say(CATEGORY_NAMES["perbuatan-curang"])}`);
    await screen.select(say(LIST.columnCategory), "");
    await search(screen, "");
    await screen.select(say(LIST.columnState), "verifying");
    await seeTitles(t, screen, [REPORTS[0].title], "a state is filtered");
    await screen.select(say(LIST.columnState), "");
  });

  await t.test("new cases come by themselves, and disturb nothing", async (t) => {
    await page.focus("input[type=search]");
    await lookAway(screen);
    const title = await page.title();
    // The server says so; where looking takes long, it is done less often, and time has to pass.
    await passTime(screen, 9 * 60_000);
    // One look finds both, whenever it begins.
    const letGo = holdLooks(stage);
    await sendReports(site, [{ title: "Datang kemudian" }, { title: "Datang terakhir" }]);
    letGo();
    await screen.see(say(LIST.newCases, { n: 2 }));
    await seeTitles(t, screen, [...REPORTS.map(({ title }) => title), "Datang kemudian", "Datang terakhir"], "both");
    t.ok(await page.evaluate(() => document.activeElement?.matches("input[type=search]")), "the focus stays");
    t.equal(await page.title(), `• ${title}`, "who looks at another page sees a dot,");
    const told = await page.evaluate(() => Reflect.get(globalThis, "told") as string[]);
    t.same(told, [say(FRAME.announced)], "and hears of it from the browser, in words that tell nothing");
    await page.evaluate(() => {
      Reflect.deleteProperty(document, "visibilityState");
      document.dispatchEvent(new Event("visibilitychange"));
    });
    t.equal(await page.title(), title, "until the desk is looked at again");
    const live = await page.$eval(".progress-line", (line) => line.getAttribute("role"));
    t.equal(live, "status", "it is said to those who cannot see it");
  });

  await t.test("a conversation with a message missing is said plainly, and nothing can be sent into it", async (t) => {
    await openCase(screen, "id", REPORTS[1].title);
    await answer(screen, "id", "Pesan pertama.");
    await answer(screen, "id", "Pesan kedua.");
    await query(
      site.urls.ownerUrl,
      `DELETE FROM messages WHERE direction = 'team' AND sequence = 1 AND handle =
         (SELECT handle FROM messages GROUP BY handle HAVING bool_and(direction = 'team'))`,
    );
    await screen.press(say(CASE.backLabel));
    await openCase(screen, "id", REPORTS[1].title);
    await screen.see(say(MESSAGE_ALARMS.gap.happened));
    await screen.see(adviceFor("member", MESSAGE_ALARMS.gap, say));
    t.notOk(await screen.has("button", say(WRITING.send)), "there is no button that sends");
  });

  await t.test("looking by itself does not keep the vault open, and the lock leaves nothing of a case", async (t) => {
    await passTime(screen, 15 * 60_000);
    await screen.see(say(SIGN_IN.lockedByIdleness));
    const left = await page.evaluate(() => document.documentElement.outerHTML);
    for (const { title, unitName } of REPORTS)
      t.notMatch(left, new RegExp(`${title}|${unitName}`), "not even its title");
    t.ok(await workersGone(page), "the worker with the keys is gone");
  });
});
