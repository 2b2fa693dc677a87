/** The search of the desk: what somebody says on the telephone is found, and nobody but its member finds what is kept. */
import type { Page } from "puppeteer-core";
import t, { type Test } from "tap";
import { speak } from "../../../../src/words/speech.ts";
import { CASE } from "../../../../src/web/investigator/case/words.ts";
import { ALIKE, LINKS } from "../../../../src/web/investigator/finding/belonging/words.ts";
import { FINDING } from "../../../../src/web/investigator/finding/words.ts";
import { LIST } from "../../../../src/web/investigator/list/words.ts";
import { FIELD_NAMES } from "../../../../src/words/glossary.ts";
import { signIn } from "../../stories/desk.ts";
import { sendReports } from "../../support/reports.ts";
import { type Screen, screenOf } from "../../support/screen.ts";
import { setStage } from "../../support/stage.ts";
import { waitForElement, waitInPage } from "../../support/wait.ts";

t.setTimeout(240_000);

const { say } = speak("id");
const REPORTS = [
  {
    title: "Uang pelicin izin gudang",
    who: "Sdr. Rekaan Pratama",
    what: "Diminta Rp15.000.000 tunai.",
  },
  { title: "Antrean didahulukan", who: "", what: "Petugas loket disuap supaya cepat." },
  { title: "Kendaraan dinas", who: "Sdr. Andaikan Mulyokhayal", what: "Dipakai ke pasar." },
];

async function search({ page }: Screen, question: string): Promise<void> {
  await page.focus("input[type=search]");
  await page.$eval("input[type=search]", (field) => (field as HTMLInputElement).select());
  await page.keyboard.type(question);
}

type Found = { readonly titles: readonly string[]; readonly marks?: readonly string[] };

/** What the list's search shows: titles in their order, and what is marked. Until then it is an answer to the first letters. */
async function seeFound(t: Test, screen: Screen, question: string, wanted: Found): Promise<void> {
  const { page } = screen;
  await search(screen, question);
  const wait = waitInPage(
    page,
    ({ titles, marks }) => {
      const isSo = (selector: string, texts: readonly string[]) =>
        JSON.stringify([...document.querySelectorAll(selector)].map(({ textContent }) => textContent)) ===
        JSON.stringify(texts);
      return isSo("ul.found .title", titles) && (marks === undefined || isSo("ul.found mark", marks));
    },
    {},
    wanted,
  );
  await wait.catch(() => {});
  const texts = (selector: string) => page.$$eval(selector, (all) => all.map((one) => one.textContent));
  const shown = { titles: await texts("ul.found .title"), marks: await texts("ul.found mark") };
  t.match(shown, wanted, question);
  t.equal(shown.titles.length, wanted.titles.length);
}

const counted = (page: Page) => {
  const asked: string[] = [];
  page.on("request", (request) => asked.push(new URL(request.url()).pathname));
  return asked;
};

/** Each vault's pieces as they lie in the browser: how many, how long, and nothing but random bytes to look at. */
function pieces(page: Page, change?: "damage"): Promise<{ count: number; bytes: number }> {
  return page.evaluate(async (what) => {
    const done = <R>(request: IDBRequest<R>): Promise<R> =>
      new Promise((resolve, reject) => {
        request.addEventListener("success", () => resolve(request.result));
        request.addEventListener("error", () => reject(new Error("refused")));
      });
    const database = await done(indexedDB.open("segel-index"));
    const store = database.transaction("pieces", "readwrite").objectStore("pieces");
    const [keys, values] = [await done(store.getAllKeys()), (await done(store.getAll())) as Uint8Array[]];
    if (what === "damage")
      for (const [at, value] of values.entries()) {
        value[100] = (value[100] ?? 0) ^ 1;
        await done(store.put(value, keys[at]));
      }
    database.close();
    return { count: values.length, bytes: values.reduce((sum, { length }) => sum + length, 0) };
  }, change);
}

t.test(
  "what the desk searches lies sealed in the browser, is there the next day, and refused when changed",
  async (t) => {
    const stage = await setStage(t, "chromium");
    const { site, browser } = stage;
    const [member] = site.logins;
    await sendReports(site, REPORTS);
    const comeIn = async (page: Page): Promise<Screen> => {
      const screen = screenOf(page);
      page.setDefaultTimeout(60_000);
      await page.goto(`${site.origin}/desk`);
      await signIn(screen, "id", member);
      await waitForElement(screen.page, "input[type=search]");
      return screen;
    };
    const [first] = await browser.pages();
    if (first === undefined) throw new Error("a browser opens with a page");
    first.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
    const asked = counted(first);
    const screen = await comeIn(first);

    await t.test("a name, a sum, a word of the same family, one letter wrong: by the keyboard alone", async (t) => {
      await screen.see(say(LIST.count, { n: 3, unread: "3" }));
      await search(screen, "rekaan");
      await screen.see(say(FINDING.indexedAll, { of: "3" }));
      await screen.see(say(FINDING.keptHere));
      await seeFound(t, screen, "rekaan prat", {
        titles: ["Uang pelicin izin gudang"],
        marks: ["Rekaan", "Pratama"],
      });
      await screen.see(`${say(FIELD_NAMES.who)}:`);
      await seeFound(t, screen, "mulyokayal", { titles: ["Kendaraan dinas"] });
      await seeFound(t, screen, "15 juta", { titles: ["Uang pelicin izin gudang"], marks: ["Rp15.000.000"] });
      await seeFound(t, screen, "penyuapan", { titles: ["Antrean didahulukan"], marks: ["disuap"] });
      await seeFound(t, screen, "zebra", { titles: [] });
      await screen.see(say(FINDING.none));
      await seeFound(t, screen, "penyuapan", { titles: ["Antrean didahulukan"] });
      await first.keyboard.press("Enter");
      await screen.seeHeading(say(CASE.report));
    });

    const kept = await pieces(first);
    t.equal(kept.count, 1);
    t.equal(kept.bytes % 65_536, 24 + 16, "a nonce, a tag and a length that counts nothing");
    const unread = asked.filter((one) => one.endsWith("/envelope")).length;
    t.ok(unread >= 3, "each case was read once at least");

    await t.test("the next day nothing is read again, and another tab has it too", async (t) => {
      await first.reload();
      asked.length = 0;
      await comeIn(first);
      await seeFound(t, screen, "rekaan", { titles: ["Uang pelicin izin gudang"] });
      await screen.see(say(FINDING.indexedAll, { of: "3" }));
      t.equal(asked.filter((one) => one.endsWith("/envelope")).length, 0);
      const tab = await comeIn(await browser.newPage());
      await seeFound(t, tab, "rekaan", { titles: ["Uang pelicin izin gudang"] });
      await tab.see(say(FINDING.keptElsewhere));
      await tab.page.close();
    });

    await t.test("a piece that was changed is not believed: its cases are read anew, and kept anew", async (t) => {
      await first.goto("about:blank");
      await first.goto(site.origin);
      await pieces(first, "damage");
      asked.length = 0;
      await comeIn(first);
      await search(screen, "re");
      await screen.see(say(FINDING.indexedAll, { of: "3" }));
      await seeFound(t, screen, "rekaan", { titles: ["Uang pelicin izin gudang"] });
      t.equal(asked.filter((one) => one.endsWith("/envelope")).length, 3);
      t.equal((await pieces(first)).count, 1);
    });

    await t.test("what is kept is taken off a device that is somebody else's, and the search goes on", async (t) => {
      await screen.press(say(FINDING.forget));
      await screen.see(say(FINDING.keptNever));
      t.equal((await pieces(first)).count, 0);
      await seeFound(t, screen, "rekaan", { titles: ["Uang pelicin izin gudang"] });
    });

    await t.test("a case that is alike is suggested with its reasons, linked, and shown from both", async (t) => {
      const twin = { title: "Gambar yang ditolak", what: "Pak Rekaan Pratama minta Rp 15 juta.", who: "" };
      await sendReports(site, [twin]);
      await first.goto("about:blank");
      await comeIn(first);
      await screen.press(twin.title);
      await screen.see(say(ALIKE.person, { said: "Rekaan Pratama" }));
      await screen.press(say(ALIKE.link));
      await screen.fill(say(LINKS.reason), "Nama dan nilainya sama.");
      await screen.press(say(LINKS.save));
      await screen.see(say(LINKS.savedBoth));
      // Drawn anew, with what is recorded now, and with what the list knows of it.
      await screen.see(say(LINKS.unlink));
      await screen.see(say(LINKS.choose, { n: 2 }));
      await screen.press("Uang pelicin izin gudang");
      await screen.see("Rp15.000.000 tunai.");
      await screen.see(say(LINKS["same-matter"]));
      await screen.see("Nama dan nilainya sama.");
      t.ok(await screen.has("button", twin.title), "and the way back to the other one");
      await screen.press(say(LINKS.choose, { n: 2 }));
      await waitForElement(first, "ul.found li.picked");
      const picked = await first.$$eval("ul.found li.picked .title", (all) => all.map((one) => one.textContent));
      t.same(picked.toSorted(), [twin.title, "Uang pelicin izin gudang"], "both are chosen in the list");
    });
  },
);
