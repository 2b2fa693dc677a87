/** What a person does at a screen, found by what a person reads: names of buttons, labels of fields, headings, texts. */
import type { ElementHandle, Page } from "puppeteer-core";
import { fold, waitInPage } from "./wait.ts";

type Kind = "button" | "field" | "heading" | "text";

/** Runs inside the page. The first that is called so, else whose name begins so, else holds it; what is hidden or asleep counts for nothing. */
function findInPage(kind: Kind, name: string): Element | undefined {
  const clean = (text: string | null | undefined) => (text ?? "").replace(/\s+/gu, " ").trim();
  const isShown = (element: Element) => element.checkVisibility({ visibilityProperty: true });
  const selectors = {
    button: "button, a[href], summary, [role=button], [role=tab]",
    field: "label, input[aria-label], textarea[aria-label], select[aria-label]",
    heading: "h1, h2, h3, legend",
    text: "p, li, dd, dt, td, th, span, strong, b, label, h1, h2, h3, h4, pre, bdi, button, div",
  };
  const named = [...document.querySelectorAll<HTMLElement>(selectors[kind])].flatMap((element) => {
    const text = clean(element.getAttribute("aria-label") ?? element.textContent);
    const target = element instanceof HTMLLabelElement && kind === "field" ? element.control : element;
    const isAsleep =
      target !== null && (target.matches(":disabled") || target.getAttribute("aria-disabled") === "true");
    return target === null || isAsleep || !isShown(element) ? [] : [{ target, text }];
  });
  const exact = named.find(({ text }) => text === name);
  if (kind === "text") return (exact ?? named.findLast(({ text }) => text.includes(name)))?.target;
  // "Word 1" is not the beginning of "Word 11".
  const begins = named.find(({ text }) => text.startsWith(name) && !/^[\p{L}\p{N}]/u.test(text.slice(name.length)));
  if (kind === "field") return (exact ?? begins)?.target;
  return (exact ?? begins ?? named.find(({ text }) => text.includes(name)))?.target;
}

export type Screen = {
  readonly page: Page;
  /** Waits for it, then clicks it. */
  readonly press: (name: string) => Promise<void>;
  readonly choose: (label: string) => Promise<void>;
  /** Types as a person does, or, where it is long, has it pasted. */
  readonly fill: (label: string, text: string) => Promise<void>;
  /** At once, whatever else happens to the screen meanwhile. */
  readonly paste: (label: string, text: string) => Promise<void>;
  readonly select: (label: string, value: string) => Promise<void>;
  readonly seeHeading: (name: string, timeoutMs?: number) => Promise<void>;
  /** A text that stands somewhere on the screen, with white space as one space. */
  readonly see: (text: string) => Promise<void>;
  /** Waits until it stands nowhere. */
  readonly seeNoMore: (text: string) => Promise<void>;
  readonly has: (kind: Kind, name: string) => Promise<boolean>;
  /** Everything that a person can read now. */
  readonly readAll: () => Promise<string>;
};

/**
 * Called on each screen as it stands; it may change the window, not the content. `once`: what the screen is made of is
 * looked at on others in every way, so that one look at it is enough; `printed`: and on paper.
 */
export type Visit = (name: string, screen: Screen, depth?: "once" | "printed") => Promise<void>;

/** Longer is pasted: a person would, and typing ten pages letter by letter shows nothing more. */
const TYPED_CHARACTERS = 120;

export function screenOf(page: Page): Screen {
  const find = async (kind: Kind, name: string, timeout?: number): Promise<ElementHandle<HTMLElement>> => {
    const options = { what: `${kind} “${name}”`, ...(timeout === undefined ? {} : { timeout }) };
    const handle = await waitInPage(page, findInPage, options, kind, name);
    return handle.asElement() as ElementHandle<HTMLElement>;
  };
  // What was drawn anew between finding and pressing was not pressed: a person would press again.
  const click = async (kind: Kind, name: string, triesLeft = 3): Promise<void> => {
    const element = await find(kind, name);
    try {
      await pressOn(element);
    } catch (error) {
      if (triesLeft === 0) throw error;
      await click(kind, name, triesLeft - 1);
    }
  };
  const paste = async (label: string, text: string) => {
    await (
      await find("field", label)
    ).evaluate((element, pasted) => {
      (element as HTMLTextAreaElement).value = pasted;
      element.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: "insertFromPaste" }));
    }, text);
  };
  return {
    page,
    press: (name) => click("button", name),
    choose: (label) => click("field", label),
    async fill(label, text) {
      if (text.length > TYPED_CHARACTERS || /[\n\t]/u.test(text)) return paste(label, text);
      await click("field", label);
      await page.keyboard.type(text);
    },
    paste,
    async select(label, value) {
      await (await find("field", label)).select(value);
    },
    async seeHeading(name, timeoutMs) {
      await find("heading", name, timeoutMs);
    },
    async see(text) {
      await find("text", fold(text));
    },
    async seeNoMore(text) {
      const isGone = (unwanted: string) => document.body?.innerText.replace(/\s+/gu, " ").includes(unwanted) === false;
      await waitInPage(page, isGone, { what: `no “${text}” any more` }, fold(text));
    },
    has: async (kind, name) => (await page.evaluateHandle(findInPage, kind, name)).asElement() !== null,
    readAll: () => page.evaluate(() => document.body.innerText),
  };
}

/** Few presses take so long on a page that is drawn; those lose nothing. */
const STUCK_MS = 1_000;

/**
 * What moves between aiming and pressing is missed. A press beside it reaches nothing else in its place: whoever looks where
 * the hand goes would not have pressed there.
 */
async function pressOn(element: ElementHandle<HTMLElement>): Promise<void> {
  await standsStill(element);
  const hit = await element.evaluateHandle((wanted) => {
    const told = { isHit: false };
    const isMeant = ({ target }: Event): boolean =>
      target instanceof Node &&
      (wanted.contains(target) || (target instanceof Element && target.closest("label")?.control === wanted));
    const look = (event: Event): void => {
      if (!isMeant(event)) {
        event.preventDefault();
        event.stopImmediatePropagation();
      } else if (event.type === "click") told.isHit = true;
    };
    const types = ["pointerdown", "mousedown", "pointerup", "mouseup", "click"];
    for (const type of types) addEventListener(type, look, { capture: true });
    const end = () => types.forEach((type) => removeEventListener(type, look, { capture: true }));
    return { told, end };
  });
  // Puppeteer presses what is drawn, and waits without an end for a page that draws nothing since it is not in front.
  const page = element.frame.page();
  const again = setInterval(() => void page.bringToFront().catch(() => {}), STUCK_MS);
  await element.click().finally(() => clearInterval(again));
  // Where the press has led to another page, there is nobody left to ask.
  const isHit = await hit
    .evaluate(({ told, end }) => {
      end();
      return told.isHit;
    })
    .catch(() => true);
  if (!isHit) throw new Error("pressed beside it");
}

/** What moves while it is aimed at, since a banner comes in above it, is missed. */
async function standsStill(element: ElementHandle<HTMLElement>): Promise<void> {
  let before = "";
  for (let looks = 0; looks < 50; looks++) {
    const box = JSON.stringify(await element.boundingBox());
    if (box === before) return;
    before = box;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Clicks what is called so among what a selector finds: for names that stand twice on a screen. */
export async function pickNamed({ page }: Pick<Screen, "page">, selector: string, name: string): Promise<void> {
  const found = await waitInPage(
    page,
    (among, text) => [...document.querySelectorAll<HTMLElement>(among)].find((one) => one.textContent?.includes(text)),
    { what: `“${name}” in ${selector}` },
    selector,
    name,
  );
  await pressOn(found.asElement() as ElementHandle<HTMLElement>);
}
