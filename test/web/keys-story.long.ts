/** What happens to an office's keys, played in a browser: each act ends as its people were told, or the story stops. */
import * as fs from "node:fs/promises";
import path from "node:path";
import t from "tap";
import { LANGUAGE_CODES } from "../../src/words/languages.ts";
import { openBrowser } from "./support/browsers.ts";
import { startFoundingSite } from "./support/founding-site.ts";
import { playKeys } from "./stories/keys.ts";

t.setTimeout(2_400_000);

for (const language of LANGUAGE_CODES)
  t.test(`keys are made, forgotten, replaced, lost and recovered on screens alone, in ${language}`, async (t) => {
    const site = await startFoundingSite(t);
    const browser = await openBrowser("chromium");
    t.teardown(() => browser.close());
    const folder = path.join(t.testdir(), "office");
    await fs.mkdir(folder);
    await playKeys({ browser, site, language, folder, told: (step) => void t.pass(step) });
  });
