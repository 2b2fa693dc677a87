/** A person without a mouse: where Tab leads, whether it can be seen, and whether one gets out again. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Page } from "puppeteer-core";
import type { Screen } from "./screen.ts";
import { giveFiles } from "./sticks.ts";
import { waitForElement, waitInPage } from "./wait.ts";

export type Stop = {
  readonly name: string;
  /** What a seeing person would miss there; empty when all is well. */
  readonly faults: readonly string[];
};

const CONTROLS = "a[href], button, input, select, textarea, summary, [tabindex='0']";

/** Runs inside the page, as do the others: what a control is called by those who hear it. */
function install(controls: string): void {
  const clean = (text: string | null | undefined) => (text ?? "").replace(/\s+/gu, " ").trim();
  const nameOf = (element: Element): string => {
    const label = (element as HTMLInputElement).labels?.[0];
    return clean(element.getAttribute("aria-label") ?? label?.textContent ?? element.textContent).slice(0, 60);
  };
  /** One radio button of each group: the arrows lead to the others. */
  const isStop = (element: Element): boolean => {
    if (element.matches(":disabled, [tabindex='-1']") || !element.checkVisibility({ visibilityProperty: true }))
      return false;
    if (!(element instanceof HTMLInputElement) || element.type !== "radio") return true;
    const group = [...document.querySelectorAll<HTMLInputElement>(`input[name="${element.name}"]`)];
    return (group.find(({ checked }) => checked) ?? group[0]) === element;
  };
  const faultsOf = (element: HTMLElement): string[] => {
    const { top, left, width, height } = element.getBoundingClientRect();
    const [x, y] = [left + width / 2, Math.max(top, 0) + Math.min(height, innerHeight) / 2];
    const there = document.elementFromPoint(x, y);
    const isCovered = there === null || !(element.contains(there) || there.contains(element));
    const isSeen = [element, element.closest(".bar")].some((one) => {
      const style = one === null ? undefined : getComputedStyle(one);
      return style !== undefined && style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    });
    return [...(isSeen ? [] : ["no ring around it"]), ...(isCovered ? ["covered or out of sight"] : [])];
  };
  Object.assign(globalThis, {
    keyboardTest: {
      expected: () => [...document.querySelectorAll(controls)].filter(isStop).map(nameOf),
      /** Undefined: the focus has left the page, or stands on a heading. */
      stop: () => {
        const element = document.activeElement;
        if (!(element instanceof HTMLElement) || !element.matches(controls)) return undefined;
        return { name: nameOf(element), faults: faultsOf(element) };
      },
    },
  });
}

type Installed = { keyboardTest: { expected: () => string[]; stop: () => Stop | undefined } };

const ask = async <Answer>(page: Page, question: (test: Installed["keyboardTest"]) => Answer): Promise<Answer> => {
  if (await page.evaluate(() => !("keyboardTest" in globalThis))) await page.evaluate(install, CONTROLS);
  return page.evaluate(`(${question.toString()})(globalThis.keyboardTest)`) as Promise<Answer>;
};

/** Every stop of Tab from the top of the page to its end, beside those that should be there, in the order they stand in. */
export async function walk(page: Page): Promise<{ stops: Stop[]; expected: string[] }> {
  const expected = await ask(page, (test) => test.expected());
  // From the top, wherever the screen has put the focus.
  await page.evaluate(() => {
    const top = document.createElement("div");
    top.tabIndex = -1;
    document.body.prepend(top);
    top.focus();
    top.remove();
  });
  const stops: Stop[] = [];
  // One more than there should be: who is kept in a circle comes past the beginning.
  while (stops.length <= expected.length) {
    await page.keyboard.press("Tab");
    const stop = await ask(page, (test) => test.stop());
    // Past the last one some screens of Chromium's go round without a pause; a trap would come back sooner.
    if (stop === undefined || (stops.length === expected.length && stop.name === expected[0])) break;
    stops.push(stop);
  }
  return { stops, expected };
}

/** What a screen does once it is drawn is done within some frames. */
const SETTLED_MS = 100;

/** Tab until the control that is called so has the focus, and keeps it. */
export async function reach(page: Page, name: string): Promise<Stop> {
  const seen: string[] = [];
  for (let presses = 0; presses < 100; presses++) {
    await page.keyboard.press("Tab");
    const stop = await ask(page, (test) => test.stop());
    if (stop?.name.startsWith(name.slice(0, 60)) === true) {
      // A screen that was just drawn puts the focus on its heading a moment later: whoever sees it go goes on from there.
      await sleep(SETTLED_MS);
      const still = await ask(page, (test) => test.stop());
      if (still?.name === stop.name) return still;
    }
    seen.push(stop?.name ?? "-");
  }
  throw new Error(`Tab never comes to “${name}”, but to ${[...new Set(seen)].join(" | ")}`);
}

/** What has the focus, as a person hears it. */
export function focused(page: Page): Promise<string> {
  return page.evaluate(() => (document.activeElement?.textContent ?? "").replace(/\s+/gu, " ").trim());
}

/** The hands of somebody without a mouse: what they press and type is come to with Tab, and seen to have the focus. */
export function handsOf({ page }: Pick<Screen, "page">) {
  const come = async (name: string): Promise<void> => {
    const { faults } = await reach(page, name);
    if (faults.length > 0) throw new Error(`“${name}”: ${faults.join(", ")}`);
  };
  return {
    come,
    press: async (name: string, key: "Enter" | "Space" = "Enter") => {
      await come(name);
      await page.keyboard.press(key);
    },
    write: async (label: string, text: string) => {
      await come(label);
      await page.keyboard.type(text);
    },
    /** The window that asks for files is the system's, and has keys of its own. */
    give: async (selector: string, ...files: readonly Uint8Array[]) => {
      await waitForElement(page, selector);
      await page.focus(selector);
      await giveFiles({ page }, selector, files);
    },
    /** The option of a list, with the arrow keys. */
    choose: async (label: string, value: string) => {
      await come(label);
      const isThere = () =>
        page.evaluate((wanted) => (document.activeElement as HTMLSelectElement | null)?.value === wanted, value);
      for (let presses = 0; presses < 20 && !(await isThere()); presses++)
        await page.keyboard.press(presses < 10 ? "ArrowUp" : "ArrowDown");
      if (!(await isThere())) throw new Error(`${label}: no ${value}`);
    },
  };
}

/** Waits for it: a step comes once the server has answered. */
export async function arriveAt(page: Page, name: string): Promise<void> {
  const isThere = (wanted: string) =>
    (document.activeElement?.textContent ?? "").replace(/\s+/gu, " ").trim() === wanted;
  await waitInPage(page, isThere, {}, name).catch(async (error: unknown) => {
    throw new Error(`not at “${name}” but at “${(await focused(page)).slice(0, 80)}”`, { cause: error });
  });
}
