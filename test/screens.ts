/** `npm run screens -- DIR`: every screen as a picture, in both languages, light and dark, at 360 and 1280 pixels. */
import "../src/cli/node-version.ts";
import * as fs from "node:fs/promises";
import path from "node:path";
import { LANGUAGE_CODES } from "../src/words/languages.ts";
import { openBrowser } from "./web/support/browsers.ts";
import { LOOKS, photograph, photographWhole, wear } from "./web/support/looks.ts";
import { startSite } from "./web/support/site.ts";
import { Teardowns } from "./web/support/teardowns.ts";
import { visitAlarms } from "./web/stories/alarm-screens.ts";
import { MAILING } from "./web/stories/casework-screens.ts";
import { visitFounding } from "./web/stories/founding.ts";
import { visitKeyPage } from "./web/stories/key-screens.ts";
import { visitProof } from "./web/stories/proof-screens.ts";
import { visitSealer } from "./web/stories/sealer.ts";
import { visitPublishing } from "./web/stories/publishing-screens.ts";
import { visitScreens } from "./web/stories/screens.ts";
import type { Visit } from "./web/support/screen.ts";

const USAGE = `npm run screens -- DIR

Starts a service of its own with a few cases, and writes every screen into DIR: NAME-LANGUAGE-WIDTH-light.png and -dark.png.
NAME-LANGUAGE-whole.png: what scrolls inside a wide screen, at its full height. NAME-LANGUAGE.pdf: what is printed of it.`;

async function main([folder, ...more]: readonly string[]): Promise<number> {
  if (folder === "--help") {
    console.log(USAGE);
    return 0;
  }
  if (folder === undefined || more.length > 0 || folder.startsWith("-")) {
    console.error(USAGE);
    return 2;
  }
  await fs.mkdir(folder, { recursive: true });
  const ends = new Teardowns();
  try {
    let pictures = 0;
    for (const language of LANGUAGE_CODES) {
      // Each language on a fresh service, so that the lists are the same.
      const site = await startSite(ends, { mailing: MAILING });
      const browser = await openBrowser("chromium");
      ends.teardown(() => browser.close());
      const visit: Visit = async (name, { page }, depth) => {
        if (depth === "printed")
          await page.pdf({ path: `${path.join(folder, `${name}-${language}`)}.pdf`, format: "A4" });
        for (const look of LOOKS) {
          await wear(page, look);
          await photograph(page, `${path.join(folder, `${name}-${language}-${look.width}-${look.scheme}`)}.png`);
          pictures++;
          // One look at what the columns of a wide screen hold further down.
          if (look.width > 600 && look.scheme === "light")
            await photographWhole(page, `${path.join(folder, `${name}-${language}-whole`)}.png`);
        }
      };
      const lead = await visitScreens(browser, site, language, visit);
      await visitProof(ends, browser, site, lead, language, visit);
      await visitAlarms(ends, browser, language, visit);
      await visitKeyPage(browser, site, language, visit);
      await visitFounding(ends, browser, language, visit);
      await visitSealer(browser, site, language, visit);
      await visitPublishing(ends, browser, language, visit);
    }
    console.log(`${pictures} pictures in ${folder}`);
    return 0;
  } finally {
    await ends.run();
  }
}

process.exit(await main(process.argv.slice(2)));
