/** The key page in Firefox, as it is and as Tor Browser sets it at "Safer"; and by keyboard alone. */
import t from "tap";
import { enter, makeRootKey, openKeyPage, rehearse, signWith, splitRecovery } from "./key-page.ts";

for (const name of ["firefox", "safer"] as const) {
  t.test(`a whole ceremony in ${name}, as practice where the browser always says that it is online`, async (t) => {
    const screen = await openKeyPage(t, name);
    await enter(screen, name);
    const look = async (where: string) => {
      if (where.endsWith("-sheet")) await screen.see("LATIHAN: yang dibuat di sini bukan untuk dipakai.");
    };
    const root = await makeRootKey(screen, look);
    const recovery = await splitRecovery(screen, look);
    await signWith(t, screen, root, recovery.file, look);
    await rehearse(t, screen, recovery, root.words, look);
    // libsodium asks for what is not there, and takes its other form.
    t.same(
      screen.complaints.filter((text) => !text.includes("WebAssembly is not defined")),
      [],
    );
  });
}

t.test("without a mouse: from the first screen to a root key", async (t) => {
  const screen = await openKeyPage(t, "chromium");
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
