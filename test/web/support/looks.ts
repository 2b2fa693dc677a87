/** How a screen looks and whether everybody can use it: sizes, colours, pictures, axe. */
import { createRequire } from "node:module";
import * as fs from "node:fs/promises";
import type { Page } from "puppeteer-core";

/** The narrowest phone the pages are drawn for, and an office screen. */
export const WIDTHS = [360, 1280] as const;
export const SCHEMES = ["light", "dark"] as const;

export type Look = { readonly width: number; readonly scheme: (typeof SCHEMES)[number] };
export const LOOKS: readonly Look[] = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme })));

export async function wear(page: Page, { width, scheme }: Look): Promise<void> {
  await page.setViewport({ width, height: width < 600 ? 740 : 900 });
  await page.emulateMediaFeatures([{ name: "prefers-color-scheme", value: scheme }]);
  // A screen that is drawn anew for another width needs a moment.
  await page.evaluate(() => new Promise((resolve) => setTimeout(() => requestAnimationFrame(resolve), 100)));
}

export async function photograph(page: Page, file: `${string}.png`): Promise<void> {
  await page.screenshot({ path: file, fullPage: true });
}

/** How many pixels a screen is wider than its window of `width`: 0, or somebody must scroll sideways. */
export async function overflow(page: Page, width: number): Promise<number> {
  await page.setViewport({ width, height: 740 });
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let source: string | undefined;

type Axe = {
  run: (context: Document, options: object) => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
};

/** WCAG 2.2 AA and axe's own good practice, each violation as "rule: where". */
export async function findBarriers(page: Page): Promise<string[]> {
  source ??= await fs.readFile(AXE, "utf8");
  await page.evaluate(source);
  return page.evaluate(async () => {
    const { axe } = globalThis as unknown as { axe: Axe };
    const { violations } = await axe.run(document, { resultTypes: ["violations"] });
    return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
  });
}
