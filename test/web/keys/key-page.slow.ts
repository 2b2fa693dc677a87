/** The key page in Firefox, as it is and as Tor Browser sets it at "Safer"; by keyboard alone; and every screen of it. */
import t from "tap";
import { encodeCall, makeCall } from "../../../src/client/ceremony/recovery-call.ts";
import { listedRecovery, makeRecovery } from "../../../src/client/ceremony/recovery.ts";
import { WORD_LISTS } from "../../../src/client/reporter/word-lists.ts";
import { deriveSealingKeyPair, makeSeed } from "../../../src/crypto/secret/keys.ts";
import { SHEET_LETTERS, sheetLinesOf } from "../../../src/crypto/secret/share-sheet.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { FRAME, GIVE, REHEARSE, TASKS } from "../../../src/web/keys/words.ts";
import { LANGUAGE_CODES } from "../../../src/words/languages.ts";
import { speak } from "../../../src/words/speech.ts";
import { makeOrganisation } from "../../support/organisation.ts";
import { visitKeyPage } from "../stories/key-screens.ts";
import { openBrowser } from "../support/browsers.ts";
import { arriveAt, handsOf } from "../support/keyboard.ts";
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

t.test("without a mouse: from the first screen to a root key, and a sheet handed over", async (t) => {
  const screen = await openKeyPage(t, chromium);
  const { page } = screen;
  const { say } = speak("id");
  const { press: goTo, write, give } = handsOf(screen);
  await arriveAt(page, "Pertama-tama: apakah halaman ini asli?");
  await goTo("Sudah dibandingkan dan sama");
  await arriveAt(page, "KOMPUTER INI TERHUBUNG KE JARINGAN");
  await page.setOfflineMode(true);
  await arriveAt(page, "Apa yang akan Anda kerjakan?");
  await goTo("Membuat kunci akar");
  await arriveAt(page, "Membuat kunci akar");
  await goTo("Buat kunci akar");
  await screen.see("24 kata kunci akar");
  await goTo("Lembar ini sudah di tangan pemegangnya");
  await arriveAt(page, "Cocokkan dua kata");

  await goTo(say(FRAME.back));
  await arriveAt(page, say(TASKS.title));
  await goTo(say(TASKS.give));
  await arriveAt(page, say(GIVE.title));
  const { shares, published } = await makeRecovery(2, 3);
  const sealingKey = toBase64url(deriveSealingKeyPair(makeSeed()).publicKey);
  const who = { id: "0".repeat(32), names: { id: "Rina Contoh" }, sealingKey };
  await give('input[type="file"]', encodeCall(makeCall(listedRecovery(published), who)));
  await screen.see(say(GIVE.doubt));
  await arriveAt(page, say(GIVE.title));
  await goTo(say(GIVE.same));
  await arriveAt(page, say(GIVE.which));
  await goTo(say(GIVE.share));
  await arriveAt(page, say(GIVE.share));
  for (const [at, words] of sheetLinesOf(shares[0]!, WORD_LISTS[0]).entries())
    await write(say(REHEARSE.line, { line: SHEET_LETTERS[at] ?? "" }), words.map((word) => word.slice(0, 4)).join(" "));
  await page.keyboard.press("Enter");
  await arriveAt(page, say(GIVE.sealed, { name: "Rina Contoh" }));
  await goTo(say(GIVE.save));
  t.match(
    (await screen.saved()).map(({ name }) => name),
    ["bagian-pemulihan.json"],
  );
});
