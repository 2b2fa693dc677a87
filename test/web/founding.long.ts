/** Offices of three, of five and of eight are founded to their first report; what it asks of people, and what the screens are like. */
import * as fs from "node:fs/promises";
import path from "node:path";
import t from "tap";
import { openBrowser } from "./support/browsers.ts";
import { startFoundingSite } from "./support/founding-site.ts";
import { checkScreen } from "./support/screen-checks.ts";
import { playFounding } from "./stories/founding.ts";

t.setTimeout(900_000);

/** An hour, for people whom nobody has trained. */
const MOST_MINUTES = 60;

for (const [people, language] of [
  [3, "en"],
  [5, "id"],
  [8, "id"],
] as const)
  t.test(
    `an office of ${people} is founded to its first report, one of five within an hour: ${language}`,
    async (t) => {
      const site = await startFoundingSite(t);
      const browser = await openBrowser("chromium");
      t.teardown(() => browser.close());
      const folder = path.join(t.testdir(), "office");
      await fs.mkdir(folder);
      const look = async (screen: string, { page }: Parameters<typeof checkScreen>[2]) =>
        checkScreen(t, screen, { page });
      const { laps, minutes } = await playFounding({ browser, site, language, folder, look }, people);
      t.comment(`${laps.length} parts, ${minutes.toFixed(1)} minutes`);
      if (people === 5) t.ok(minutes < MOST_MINUTES, "within an hour");
    },
  );
