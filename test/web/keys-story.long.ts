/** An office's keys in all its years, played in a browser: each act ends as its people were told, or the story stops. */
import * as fs from "node:fs/promises";
import path from "node:path";
import t from "tap";
import { openBrowser } from "./support/browsers.ts";
import { startFoundingSite } from "./support/founding-site.ts";
import { playKeys } from "./stories/keys.ts";

t.setTimeout(1_200_000);

for (const [language, name] of [
  ["id", "chromium"],
  ["en", "firefox"],
] as const)
  t.test(`keys are made, lost, replaced and recovered on screens alone: ${language}, ${name}`, async (t) => {
    const site = await startFoundingSite(t);
    const browser = await openBrowser(name);
    t.teardown(() => browser.close());
    const folder = path.join(t.testdir(), "office");
    await fs.mkdir(folder);
    await playKeys({ browser, site, language, folder, told: (step) => void t.pass(step) });
  });
