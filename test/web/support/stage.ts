/** A site, a browser whose every request is recorded, and the database behind them: what most browser tests begin with. */
import type { Browser, Page } from "puppeteer-core";
import type { Test } from "tap";
import { query } from "../../support/machine/postgres.ts";
import { type BrowserName, type BrowserOptions, openBrowser, openPage } from "./browsers.ts";
import { type Recorder, holdBack, startRecorder } from "./recorder.ts";
import { type Screen, screenOf } from "./screen.ts";
import { type Site, startSite } from "./site.ts";

/** What a reporter's pages need of a service. */
export type Setting = Pick<Site, "origin" | "urls">;

export type Stage<Place extends Setting = Site> = {
  readonly site: Place;
  readonly browser: Browser;
  readonly recorder: Recorder;
  /** A page of its own context; `before` runs in it ahead of any script */
  readonly open: (before?: (page: Page) => Promise<unknown>) => Promise<Screen & { readonly complaints: string[] }>;
  readonly countReports: () => Promise<number>;
  /** Requests that could carry what was typed */
  readonly countSent: () => number;
};

export async function setStage(
  t: Pick<Test, "teardown">,
  browserName: BrowserName,
  options: Omit<BrowserOptions, "proxy"> = {},
): Promise<Stage> {
  return setStageAt(t, await startSite(t), browserName, options);
}

/**
 * Until it is let go no desk gets what a look at its list asks for. It hears within seconds that a colleague did something, looks by itself and
 * shows it: whoever is to meet it unprepared does so before.
 */
export function holdLooks({ recorder }: Pick<Stage, "recorder">): () => void {
  return holdBack(
    recorder,
    ({ method, url }) => method === "GET" && /^\/api\/(?:cases|heads\b.*)$/u.test(new URL(url).pathname),
  );
}

/** On a service that runs already: several browsers can share it. */
export async function setStageAt<Place extends Setting>(
  t: Pick<Test, "teardown">,
  site: Place,
  browserName: BrowserName,
  options: Omit<BrowserOptions, "proxy"> = {},
): Promise<Stage<Place>> {
  const recorder = await startRecorder(t);
  const browser = await openBrowser(browserName, { ...options, proxy: recorder.proxy });
  t.teardown(() => browser.close());
  return {
    site,
    browser,
    recorder,
    async open(before) {
      const { page, complaints } = await openPage(browser);
      // Leaving a page with something typed on it asks; here it is meant.
      page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
      await before?.(page);
      return { ...screenOf(page), complaints };
    },
    async countReports() {
      const [row] = await query<{ count: string }>(site.urls.ownerUrl, "SELECT count(*) FROM cases");
      return Number(row?.count);
    },
    countSent: () =>
      recorder.requests.filter(({ method, url }) => method !== "GET" && url.startsWith(site.origin)).length,
  };
}
