/** What is waited for in a page is looked at by the clock. Puppeteer looks when a frame is drawn, and a page that is not in front draws none. */
import type { ElementHandle, EvaluateFunc, Frame, HandleFor, Page } from "puppeteer-core";

export type Waiting = {
  readonly timeout?: number;
  /** What is awaited, in words; without them the error says it in code. */
  readonly what?: string;
};

const LOOK_MS = 50;

/** As puppeteer's own `waitForFunction`; what was awaited in vain is told beside what the screen says instead. */
export async function waitInPage<Args extends unknown[], Func extends EvaluateFunc<Args>>(
  where: Page | Frame,
  isSo: Func,
  { what, ...options }: Waiting = {},
  ...args: Args
): Promise<HandleFor<Awaited<ReturnType<Func>>>> {
  try {
    return await where.waitForFunction<Args, Func>(isSo, { polling: LOOK_MS, ...options }, ...args);
  } catch (error) {
    const awaited = what ?? `${fold(isSo.toString())} of ${JSON.stringify(args)}`;
    throw new Error(`waited in vain for ${awaited}; the screen says: ${await told(where)}`, { cause: error });
  }
}

/** The first that a selector finds, once there is one. */
export async function waitForElement<Of extends Element = HTMLElement>(
  where: Page | Frame,
  selector: string,
  options: Pick<Waiting, "timeout"> = {},
): Promise<ElementHandle<Of>> {
  const isThere = (wanted: string) => document.querySelector(wanted);
  const found = await waitInPage(where, isThere, { what: selector, ...options }, selector);
  return found.asElement() as unknown as ElementHandle<Of>;
}

export async function waitUntilGone(where: Page | Frame, selector: string): Promise<void> {
  const isGone = (unwanted: string) => document.querySelector(unwanted) === null;
  await waitInPage(where, isGone, { what: `no ${selector}` }, selector);
}

/** A dialog hides what stands behind it. */
async function told(where: Page | Frame): Promise<string> {
  const text = () => (document.querySelector<HTMLElement>("dialog[open]") ?? document.body).innerText;
  return where.evaluate(text).then(
    (all) => fold(all).slice(0, 600),
    () => "?",
  );
}

export function fold(text: string): string {
  return text.replace(/\s+/gu, " ").trim();
}
