/** The page of published figures in a browser: what it shows, and what it does not believe. */
import t from "tap";
import type { Page } from "puppeteer-core";
import { connect } from "../../src/client/line/http.ts";
import { fetchFigures } from "../../src/client/publishing/fetching.ts";
import { utf8 } from "../../src/crypto/bytes.ts";
import { parseSnapshot } from "../../src/protocol/publishing/snapshot.ts";
import { LANGUAGE_CODES } from "../../src/words/languages.ts";
import { FIGURES } from "../../src/web/reporter/words/id/figures.ts";
import { HOME } from "../../src/web/reporter/words/id/home.ts";
import { pastQuarter, publishBy, snapshotBy } from "../support/proof/published.ts";
import { memberAt } from "../support/members.ts";
import { visitPublishing } from "./stories/publishing-screens.ts";
import { wear } from "./support/looks.ts";
import { checkScreen } from "./support/screen-checks.ts";
import { setStage } from "./support/stage.ts";
import { waitForElement } from "./support/wait.ts";

t.setTimeout(240_000);

const stage = await setStage(t, "chromium");
const { site, recorder } = stage;
const pictures = process.env["PICTURES"];

t.test(
  "published figures are shown once their signatures are checked, and not at all where they do not hold",
  async (t) => {
    const screen = await stage.open();
    const { page } = screen;
    await page.goto(`${site.origin}/angka`);
    await screen.see(FIGURES.none);
    await checkScreen(t, "nothing published", screen, { depth: "once" });

    const { lead, custodians } = site.organisation;
    const [leading, guarding] = await Promise.all([lead, custodians[0]!].map((one) => memberAt(site, one)));
    const wide = await snapshotBy(leading!, pastQuarter(3));
    await publishBy(leading!, guarding!, wide);
    await page.goto(`${site.origin}/angka`);
    await screen.see(FIGURES.genuine);
    t.equal(await page.$("#figures-period"), null, "there is nothing to choose");
    const tables = wide.tables.filter(({ by }) => by === "category");
    await publishBy(
      leading!,
      guarding!,
      await snapshotBy(leading!, pastQuarter(2), {
        received: null,
        ended: null,
        tables: [],
        followedUp: null,
        medians: [],
        corrections: [
          {
            sequence: 1,
            received: 42,
            tables: tables.map((one) => ({
              ...one,
              rows: one.rows.map((row, at) => ({ ...row, count: row.count + (at === 0 ? 5 : 0) })),
              rest: 8,
            })),
          },
        ],
      }),
    );
    await page.goto(`${site.origin}/angka`);
    await screen.see(FIGURES.noTables);
    await page.select("#figures-period", "0");
    await screen.see("Pungutan liar");
    await checkScreen(t, "figures", screen, { depth: "once" });
    t.same(screen.complaints, []);
    if (pictures !== undefined)
      for (const path of ["/angka", "/en/figures"])
        for (const width of [360, 1280])
          for (const scheme of ["light", "dark"]) {
            await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
            await page.setViewport({ width, height: 800 });
            await page.goto(`${site.origin}${path}`);
            await waitForElement(page, "#figures-period");
            await page.select("#figures-period", "0");
            await page.screenshot({
              path: `${pictures}/page${path.replaceAll("/", "-")}-${width}-${scheme}.png`,
              fullPage: true,
            });
          }

    // One digit of one count, as a server could write it.
    recorder.onward = ({ url }) =>
      url.includes("/api/figures")
        ? { alter: (body) => Buffer.from(body.toString().replace(String.raw`\"count\":14`, String.raw`\"count\":19`)) }
        : undefined;
    await page.goto(`${site.origin}/angka`);
    await screen.see(FIGURES.notGenuine);
    t.notMatch(
      await page.$eval("main", (main) => main.textContent ?? ""),
      "Pungutan liar",
      "and nothing of them is shown",
    );
    await checkScreen(t, "not genuine", screen, { depth: "once" });
    if (pictures !== undefined) await page.screenshot({ path: `${pictures}/not-genuine.png`, fullPage: true });
    recorder.onward = () => undefined;

    await page.setJavaScriptEnabled(false);
    await page.goto(`${site.origin}/angka`);
    t.match(await page.$eval("main", (main) => main.textContent ?? ""), HOME.figures.withoutScript);
    await page.setJavaScriptEnabled(true);
  },
);

t.test(
  "a lead sees what is told and why, signs, a custodian publishes it, and a correction comes with the next",
  async (t) => {
    for (const language of LANGUAGE_CODES) {
      const published = await visitPublishing(t, stage.browser, language, async (name, screen, depth) => {
        await checkScreen(t, `${name}, ${language}`, screen, { depth });
        if (pictures !== undefined) await picture(screen.page, `${name}-${language}`);
      });
      const [earlier, later] = await fetchFigures(connect(published.origin));
      t.match(earlier?.document, '"received":24');
      t.notMatch(earlier?.document, /nepotisme|gratifikasi/u);
      const [correction] = parseSnapshot(utf8(later?.document ?? "")).corrections;
      const standing = correction?.tables.find(({ by }) => by === "standing")?.rows ?? [];
      t.same(Object.fromEntries(standing.map(({ key, count }) => [key, count])), {
        working: 18,
        archived: 6,
        closed: 0,
        referred: 0,
      });
    }
  },
);

/** At its whole height, dialogs too. */
async function picture(page: Page, name: string): Promise<void> {
  for (const width of [360, 1280])
    for (const scheme of ["light", "dark"] as const) {
      await wear(page, { width, scheme });
      await page.setViewport({ width, height: 2600 });
      await page.screenshot({ path: `${pictures}/${name}-${width}-${scheme}.png` });
    }
}
