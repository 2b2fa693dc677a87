/** Alarms about the office's own records stand on screens without barriers, and accepting a cut trail ends its alarm. */
import t from "tap";
import { LANGUAGE_CODES, factsOf } from "../../src/words/languages.ts";
import { visitAlarms } from "./stories/alarm-screens.ts";
import { openBrowser } from "./support/browsers.ts";
import { checkScreen } from "./support/screen-checks.ts";

t.setTimeout(300_000);

for (const language of LANGUAGE_CODES)
  t.test(`alarms are without barriers in ${factsOf(language).name}`, async (t) => {
    const browser = await openBrowser("chromium");
    t.teardown(() => browser.close());
    await visitAlarms(t, browser, language, (name, screen, depth) => checkScreen(t, name, screen, { depth }));
  });
