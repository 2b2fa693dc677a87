import t, { type Test } from "tap";
import type { Language } from "../../src/web/shared/language.ts";
import { openBrowser } from "./support/browsers.ts";
import { LOOKS, findBarriers, overflow, wear } from "./support/looks.ts";
import { startSite } from "./support/site.ts";
import { visitScreens } from "./stories/screens.ts";

t.setTimeout(600_000);

/** The narrowest window that WCAG 2.2 asks for (1.4.10, Reflow). */
const NARROWEST = 320;

async function look(t: Test, language: Language): Promise<void> {
  const site = await startSite(t);
  const browser = await openBrowser("chromium");
  t.teardown(() => browser.close());
  await visitScreens(browser, site, language, async (name, { page }) => {
    for (const worn of LOOKS) {
      await wear(page, worn);
      t.same(await findBarriers(page), [], `${name}, ${worn.width} pixels, ${worn.scheme}: axe finds nothing`);
    }
    t.equal(await overflow(page, NARROWEST), 0, `${name}: nobody scrolls sideways`);
  });
}

t.test("every screen is without barriers in Indonesian", (t) => look(t, "id"));
t.test("every screen is without barriers in English", (t) => look(t, "en"));
