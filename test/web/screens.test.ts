import t, { type Test } from "tap";
import type { Language } from "../../src/words/languages.ts";
import { openBrowser } from "./support/browsers.ts";
import { AS_SHIPPED, WIDTHS, findBarriers, findCut, findUnseen, overflow, set, wear } from "./support/looks.ts";
import { startSite } from "./support/site.ts";
import { visitScreens } from "./stories/screens.ts";

t.setTimeout(600_000);

/** The narrowest window that WCAG 2.2 asks for (1.4.10, Reflow). */
const NARROWEST = 320;

/** Each screen is gone to once, and everything that is to hold there is looked at before the next. */
async function look(t: Test, language: Language): Promise<void> {
  const site = await startSite(t);
  const browser = await openBrowser("chromium");
  t.teardown(() => browser.close());
  await visitScreens(browser, site, language, async (name, { page }) => {
    for (const width of WIDTHS) {
      await wear(page, { width, scheme: "dark" });
      t.same(await findBarriers(page, "colours"), [], `${name}, ${width} pixels, dark: axe finds nothing`);
      await wear(page, { width, scheme: "light" });
      t.same(await findBarriers(page), [], `${name}, ${width} pixels, light: axe finds nothing`);
      await set(page, { ...AS_SHIPPED, text: 2 });
      t.same(await findCut(page), [], `${name}, ${width} pixels, text twice as large: nothing is cut off or covered`);
      t.equal(await overflow(page, width), 0, `${name}, ${width} pixels, text twice as large: nobody scrolls sideways`);
      await set(page, { ...AS_SHIPPED, contrastTheme: true });
      t.same(await findUnseen(page), [], `${name}, ${width} pixels, the system's colours: every control is seen`);
      await set(page, AS_SHIPPED);
    }
    t.equal(await overflow(page, NARROWEST), 0, `${name}: nobody scrolls sideways`);
  });
}

t.test("every screen is without barriers in Indonesian", (t) => look(t, "id"));
t.test("every screen is without barriers in English", (t) => look(t, "en"));
