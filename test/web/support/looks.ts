/** How a screen looks and whether everybody can use it: sizes, colours, pictures, axe. */
import { createRequire } from "node:module";
import * as fs from "node:fs/promises";
import type { CDPSession, Frame, Page } from "puppeteer-core";

/** The narrowest phone the pages are drawn for, and an office screen. */
export const WIDTHS = [360, 1280] as const;
const SCHEMES = ["light", "dark"] as const;

export type Look = { readonly width: number; readonly scheme: (typeof SCHEMES)[number] };
export const LOOKS: readonly Look[] = WIDTHS.flatMap((width) => SCHEMES.map((scheme) => ({ width, scheme })));

/** What a person has set in the browser or the system, whatever the page. */
export type Settings = {
  /** Size of text alone, 1 as shipped: not the zoom, which makes the window smaller as well */
  readonly text: number;
  /** Colours of the system's own choosing, as in Windows' contrast themes; and nothing moves */
  readonly contrastTheme: boolean;
};
export const AS_SHIPPED: Settings = { text: 1, contrastTheme: false };

/** They last as long as the session that made them. */
const sessions = new WeakMap<Page, CDPSession>();

/** All that a look is, at once: each change alone would want its own moment. */
export async function wear(page: Page, { width, scheme }: Look, settings: Settings = AS_SHIPPED): Promise<void> {
  const { text, contrastTheme } = settings;
  const session = sessions.get(page) ?? (await page.createCDPSession());
  sessions.set(page, session);
  await page.setViewport({ width, height: width < 600 ? 740 : 900 });
  await session.send("Page.setFontSizes", { fontSizes: { standard: 16 * text, fixed: 13 * text } });
  const features = [
    { name: "prefers-color-scheme", value: scheme },
    { name: "forced-colors", value: contrastTheme ? "active" : "none" },
    { name: "prefers-reduced-motion", value: contrastTheme ? "reduce" : "no-preference" },
  ];
  await session.send("Emulation.setEmulatedMedia", { features });
  await settle(page);
}

/** A screen that is drawn anew for another width or size needs a moment. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(
    () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve, 20)))),
  );
}

export async function photograph(page: Page, file: `${string}.png`): Promise<void> {
  // Where the page is scrolled to, its head would be drawn over its middle.
  // What has the focus is in sight in a column that scrolls by itself.
  await page.evaluate(() => {
    document.activeElement?.scrollIntoView({ block: "center" });
    scrollTo(0, 0);
  });
  // Over a page that is taller than the window a dialog would stand lost at its top: the window is made as tall as it.
  const isDialog = (await page.$("dialog:modal")) !== null;
  await withRoom(page, isDialog ? "dialog:modal" : undefined, () =>
    page.screenshot({ path: file, fullPage: !isDialog }),
  );
}

/** How many pixels a screen is wider than a window of `width`: 0, or somebody must scroll sideways. */
export async function overflow(page: Page, width: number): Promise<number> {
  await page.setViewport({ width, height: 740 });
  await settle(page);
  return excess(page);
}

/** The same for the window as it is. */
export function excess(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth));
}

/** What scrolls inside a window of this size, in one picture: the window is made as high as the longest of it. */
export async function photographWhole(page: Page, file: `${string}.png`): Promise<void> {
  if ((await page.$("dialog:modal")) !== null) return;
  await withRoom(page, "main *", (hidden) => (hidden > 0 ? photograph(page, file) : undefined));
}

/** In a window so high that nothing of these scrolls by itself; told how much it was made higher. */
async function withRoom(page: Page, parts: string | undefined, work: (hidden: number) => unknown): Promise<void> {
  const { width = 0, height = 0 } = page.viewport() ?? {};
  const hidden = await page.evaluate((selector) => {
    const all = selector === undefined ? [] : [...document.querySelectorAll(selector)];
    const scrolling = all.filter(
      (part) => getComputedStyle(part).overflowY === "auto" && part.matches(":not(textarea)"),
    );
    return Math.max(0, ...scrolling.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight));
  }, parts);
  if (hidden === 0) return void (await work(0));
  await page.setViewport({ width, height: height + hidden });
  await settle(page);
  await work(hidden);
  await page.setViewport({ width, height });
}

const AXE = createRequire(import.meta.url).resolve("axe-core/axe.min.js");
let source: string | undefined;

type Axe = {
  run: (context: Document, options: object) => Promise<{ violations: { id: string; nodes: { target: unknown }[] }[] }>;
};

/** WCAG 2.2 AA and axe's own good practice, each violation as "rule: where"; or those alone that colours can break. */
export async function findBarriers(page: Page | Frame, rules: "all" | "colours" = "all"): Promise<string[]> {
  source ??= await fs.readFile(AXE, "utf8");
  if (await page.evaluate(() => !("axe" in globalThis))) await page.evaluate(source);
  return page.evaluate(
    async (only) => {
      const { axe } = globalThis as unknown as { axe: Axe };
      const { violations } = await axe.run(document, { resultTypes: ["violations"], ...only });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${String(target)}`));
    },
    rules === "colours" ? { runOnly: { type: "rule", values: ["color-contrast", "link-in-text-block"] } } : {},
  );
}

/** Words that are cut off, that lie upon one another, and controls that something covers or that stand beside the window. */
export function findCut(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const isShown = (element: Element) =>
      element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) &&
      element.closest(".visually-hidden, .skip:not(:focus)") === null;
    const say = (element: Element) =>
      `${element.tagName.toLowerCase()} “${(element.textContent ?? "").replace(/\s+/gu, " ").trim().slice(0, 40)}”`;
    const isLoose = (element: Element): boolean =>
      ["sticky", "fixed"].includes(getComputedStyle(element).position) ||
      (element.parentElement !== null && isLoose(element.parentElement));
    /** What is left of it within the parts of the page that scroll by themselves. */
    const inSight = (element: Element, box: DOMRect): DOMRect => {
      let { left, top, right, bottom } = box;
      for (let one: Element | null = element; one !== null && one !== document.body; one = one.parentElement) {
        const { overflowX, overflowY } = getComputedStyle(one);
        if (overflowX === "visible" && overflowY === "visible") continue;
        const frame = one.getBoundingClientRect();
        [left, right] = [Math.max(left, frame.left), Math.min(right, frame.right)];
        [top, bottom] = [Math.max(top, frame.top), Math.min(bottom, frame.bottom)];
      }
      return new DOMRect(left, top, Math.max(0, right - left), Math.max(0, bottom - top));
    };
    const faults: string[] = [];
    const words: { readonly element: Element; readonly box: DOMRect }[] = [];
    for (const element of document.body.querySelectorAll("*")) {
      if (!isShown(element) || element instanceof SVGElement) continue;
      const texts = [...element.childNodes].filter((node) => node instanceof Text && node.data.trim() !== "");
      const { overflowX, overflowY } = getComputedStyle(element);
      const cuts = (overflow: string) => overflow === "hidden" || overflow === "clip";
      const isField = element.matches("input, textarea, select");
      if (!isField && element.textContent?.trim() !== "") {
        if (cuts(overflowX) && element.scrollWidth > element.clientWidth + 1) faults.push(`cut: ${say(element)}`);
        if (cuts(overflowY) && element.scrollHeight > element.clientHeight + 1) faults.push(`cut: ${say(element)}`);
      }
      if (isLoose(element)) continue;
      for (const text of texts) {
        const range = document.createRange();
        range.selectNodeContents(text);
        for (const box of range.getClientRects()) words.push({ element, box: inSight(element, box) });
      }
    }
    for (const [at, one] of words.entries())
      for (const other of words.slice(at + 1)) {
        if (one.element.contains(other.element) || other.element.contains(one.element)) continue;
        const wide = Math.min(one.box.right, other.box.right) - Math.max(one.box.left, other.box.left);
        const high = Math.min(one.box.bottom, other.box.bottom) - Math.max(one.box.top, other.box.top);
        // Boxes of lines overlap a little where the letters do not.
        if (wide > 2 && high > 0.4 * Math.min(one.box.height, other.box.height))
          faults.push(`upon one another: ${say(one.element)}, ${say(other.element)}`);
      }
    // What lies behind a dialog is asleep.
    const awake = document.querySelector("dialog:modal") ?? document;
    for (const control of awake.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea")) {
      if (!isShown(control) || control.matches(":disabled")) continue;
      control.scrollIntoView({ block: "center", inline: "nearest", behavior: "instant" });
      const { left, top, width, height } = control.getClientRects()[0] ?? new DOMRect();
      const there = document.elementFromPoint(left + width / 2, top + Math.min(height, innerHeight) / 2);
      const isThere =
        there !== null &&
        (control.contains(there) || there.contains(control) || there.closest("label")?.contains(control) === true);
      if (!isThere) faults.push(`out of reach: ${say(control)}`);
    }
    scrollTo(0, 0);
    return [...new Set(faults)];
  });
}

/** In the system's colours: buttons and fields that no line and no ground sets apart, and words in the colour of their ground. */
export function findUnseen(page: Page): Promise<string[]> {
  return page.evaluate(() => {
    const groundOf = (element: Element | null): string => {
      if (element === null) return "rgb(255, 255, 255)";
      const { backgroundColor } = getComputedStyle(element);
      return /, 0\)$|transparent/u.test(backgroundColor) ? groundOf(element.parentElement) : backgroundColor;
    };
    const unseen: string[] = [];
    for (const asked of document.querySelectorAll<HTMLElement>("a[href], button, input, select, textarea")) {
      // An input for files shows itself as its label.
      const control = asked.closest<HTMLElement>("label.button") ?? asked;
      if (!control.checkVisibility({ visibilityProperty: true })) continue;
      const style = getComputedStyle(control);
      const name = `${control.tagName.toLowerCase()}.${control.className} ${(control.textContent ?? "").trim().slice(0, 40)}`;
      const ground = groundOf(control);
      if (style.color === ground) unseen.push(`words in the colour of their ground: ${name}`);
      const isDrawn = (one: Element): boolean => {
        const { borderBlockEndWidth, borderBlockEndStyle, borderBlockEndColor, appearance } = getComputedStyle(one);
        const hasLine =
          parseFloat(borderBlockEndWidth) > 0 && borderBlockEndStyle !== "none" && borderBlockEndColor !== ground;
        return (
          hasLine ||
          groundOf(one) !== groundOf(one.parentElement) ||
          (one instanceof HTMLInputElement && appearance !== "none")
        );
      };
      const isPlain = control.matches("a, .link") && style.textDecorationLine.includes("underline");
      if (control.matches("input, select, textarea, .button") && !isDrawn(control))
        unseen.push(`nothing around it: ${name}`);
      if (
        control.matches("a, button") &&
        (control.textContent ?? "").trim() === "" &&
        control.querySelector("svg") === null &&
        !isPlain
      )
        unseen.push(`empty: ${name}`);
    }
    return unseen;
  });
}
