/** What holds on every screen, whoever looks at it: no barrier, nothing cut off, nobody scrolls sideways. */
import type { Test } from "tap";
import { FIRST_LANGUAGE, type Language } from "../../../src/words/languages.ts";
import { MAILING } from "../stories/casework-screens.ts";
import { visitScreens } from "../stories/screens.ts";
import type { Screen, Visit } from "./screen.ts";
import { openBrowser } from "./browsers.ts";
import { AS_SHIPPED, WIDTHS, findBarriers, findCut, findUnseen, excess, wear } from "./looks.ts";
import { startSite } from "./site.ts";

/** The narrowest window that WCAG 2.2 asks for (1.4.10, Reflow). */
const NARROWEST = 320;

/**
 * Each screen is gone to once, and everything that is to hold there is looked at before the next. Colours know no
 * language: the dark ones and the system's are looked at in the first alone.
 */
export async function checkScreens(t: Test, language: Language): Promise<void> {
  const site = await startSite(t, { mailing: MAILING });
  const hasColours = language === FIRST_LANGUAGE;
  const browser = await openBrowser("chromium");
  t.teardown(() => browser.close());
  await visitScreens(browser, site, language, (name, screen, depth) =>
    checkScreen(t, name, screen, { hasColours, depth }),
  );
}

/** What is to hold on the screen that stands there. */
export async function checkScreen(
  t: Test,
  name: string,
  { page }: Pick<Screen, "page">,
  { hasColours = true, depth }: { readonly hasColours?: boolean; readonly depth?: Parameters<Visit>[2] } = {},
): Promise<void> {
  for (const width of WIDTHS) {
    if (hasColours && depth === undefined) {
      await wear(page, { width, scheme: "dark" });
      t.same(await findBarriers(page, "colours"), [], `${name}, ${width} pixels, dark: axe finds nothing`);
    }
    const light = { width, scheme: "light" } as const;
    await wear(page, light);
    t.same(await findBarriers(page), [], `${name}, ${width} pixels, light: axe finds nothing`);
    if (depth !== undefined) {
      t.equal(await excess(page), 0, `${name}, ${width} pixels: nobody scrolls sideways`);
      continue;
    }
    await wear(page, light, { ...AS_SHIPPED, text: 2 });
    t.same(await findCut(page), [], `${name}, ${width} pixels, text twice as large: nothing is cut off or covered`);
    t.equal(await excess(page), 0, `${name}, ${width} pixels, text twice as large: nobody scrolls sideways`);
    if (hasColours) {
      await wear(page, light, { ...AS_SHIPPED, contrastTheme: true });
      t.same(await findUnseen(page), [], `${name}, ${width} pixels, the system's colours: every control is seen`);
    }
  }
  await wear(page, { width: NARROWEST, scheme: "light" });
  t.equal(await excess(page), 0, `${name}: nobody scrolls sideways`);
}
