/** The key page in Firefox, as it is and as Tor Browser sets it at "Safer"; by keyboard alone; and every screen of it. */
import t from "tap";
import { LANGUAGE_CODES } from "../../../src/words/languages.ts";
import { makeOrganisation } from "../../support/organisation.ts";
import { visitKeyPage } from "../stories/key-screens.ts";
import { openBrowser } from "../support/browsers.ts";
import { checkScreen } from "../support/screen-checks.ts";
import { enter, makeRootKey, openKeyPage, rehearse, signWith, splitRecovery } from "./key-page.ts";

const look = async () => {};

t.test(
  "a whole ceremony without WebAssembly, as practice where the browser always says that it is online",
  async (t) => {
    const browser = await openBrowser("safer");
    t.teardown(() => browser.close());
    const screen = await openKeyPage(t, browser);
    await enter(screen, "safer");
    const root = await makeRootKey(screen, (where) =>
      where === "root-sheet" ? screen.see("LATIHAN: yang dibuat di sini bukan untuk dipakai.") : look(),
    );
    const recovery = await splitRecovery(screen, look);
    await signWith(t, screen, root, recovery.file, look);
    await rehearse(t, screen, recovery, root.words, look);
    // libsodium asks for what is not there, and takes its other form.
    t.same(
      screen.complaints.filter((text) => !text.includes("WebAssembly is not defined")),
      [],
    );
  },
);

t.test("a root key in Firefox as it comes", async (t) => {
  const browser = await openBrowser("firefox");
  t.teardown(() => browser.close());
  const screen = await openKeyPage(t, browser);
  await enter(screen, "firefox");
  await makeRootKey(screen, look);
  t.same(screen.complaints, []);
});

const chromium = await openBrowser("chromium");
t.teardown(() => chromium.close());

for (const language of LANGUAGE_CODES) {
  t.test(`every screen of the key page serves everybody: ${language}`, async (t) => {
    const organisation = makeOrganisation(Date.now());
    await visitKeyPage(chromium, { organisation }, language, (name, screen) => checkScreen(t, name, screen));
  });
}

t.test("without a mouse: from the first screen to a root key", async (t) => {
  const screen = await openKeyPage(t, chromium);
  const { page } = screen;
  const goTo = async (name: string) => {
    for (let stops = 0; stops < 40; stops++) {
      await page.keyboard.press("Tab");
      const there = await page.evaluate(() => document.activeElement?.textContent ?? "");
      if (there.includes(name)) return page.keyboard.press("Enter");
    }
    throw new Error(`Tab does not lead to ${name}`);
  };
  await screen.seeHeading("Pertama-tama: apakah halaman ini asli?");
  await goTo("Sudah dibandingkan dan sama");
  await screen.seeHeading("KOMPUTER INI TERHUBUNG KE JARINGAN");
  await page.setOfflineMode(true);
  await screen.seeHeading("Apa yang akan Anda kerjakan?");
  await goTo("Membuat kunci akar");
  await screen.seeHeading("Membuat kunci akar");
  await goTo("Buat kunci akar");
  await screen.see("24 kata kunci akar");
  await goTo("Lembar ini sudah di tangan pemegangnya");
  await screen.seeHeading("Cocokkan dua kata");
});
