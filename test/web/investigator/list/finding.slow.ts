/** What the desk keeps for its search, as whoever takes the device finds it. */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import t from "tap";
import { waitUntil } from "../../../../src/client/line/waiting.ts";
import { speak } from "../../../../src/words/speech.ts";
import { FINDING } from "../../../../src/web/investigator/finding/words.ts";
import { signIn } from "../../stories/desk.ts";
import { searchProfile } from "../../support/profile.ts";
import { sendReports } from "../../support/reports.ts";
import { screenOf } from "../../support/screen.ts";
import { setStage } from "../../support/stage.ts";

t.setTimeout(300_000);

const { say } = speak("id");
const CANARY = "kenariindeks";
const PLAIN = "pembandingindeks";
/** Browsers write their databases a little later; some when they close. */
const WRITTEN_MS = 10_000;

for (const browserName of ["chromium", "firefox"] as const) {
  t.test(`${browserName}'s profile holds no word of the cases that its desk can search`, async (t) => {
    const profile = await fs.mkdtemp(path.join(tmpdir(), "segel-profile-"));
    t.teardown(() => fs.rm(profile, { recursive: true, force: true, maxRetries: 5 }));
    const { site, browser } = await setStage(t, browserName, { profile });
    await sendReports(site, [{ title: `Judul ${CANARY}`, what: `Uraian ${CANARY}`, who: `Sdr. ${CANARY}` }]);
    const [page] = await browser.pages();
    if (page === undefined) throw new Error("a browser opens with a page");
    page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
    const screen = screenOf(page);
    await page.goto(`${site.origin}/desk`);
    await signIn(screen, "id", site.logins[0]);
    // The field goes for a moment where a list that was read is still empty.
    await screen.see(`Judul ${CANARY}`);
    await page.type("input[type=search]", "kenari");
    await screen.see(say(FINDING.indexedAll, { of: "1" }));
    await screen.see(say(FINDING.keptHere));
    const keep = (text: string) =>
      new Promise<void>((resolve) => {
        const asking = indexedDB.open("pembanding", 1);
        asking.addEventListener("upgradeneeded", () => asking.result.createObjectStore("a"));
        asking.addEventListener("success", () => {
          const transaction = asking.result.transaction("a", "readwrite");
          transaction.objectStore("a").put(text, 1);
          transaction.addEventListener("complete", () => resolve());
        });
      });
    await page.evaluate(keep, PLAIN);
    const isWritten = async () => (await searchProfile(profile, PLAIN)).length > 0;
    await waitUntil(isWritten, { everyMs: 200, forMs: WRITTEN_MS });
    await browser.close();
    t.not((await searchProfile(profile, PLAIN)).length, 0, "what lies there plain is found");
    t.same(await searchProfile(profile, CANARY), [], "and of the reports nothing is");
  });
}
