/** What the reporter's page needs while a large file is cleaned, sealed and sent: page and worker are one process. */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "puppeteer-core";
import { FILES } from "../../src/web/reporter/words/id/files.ts";
import { SCREENS } from "../../src/web/reporter/words/id/screens.ts";
import { query } from "../support/machine/postgres.ts";
import { openBrowser, openPage } from "../web/support/browsers.ts";
import { screenOf } from "../web/support/screen.ts";
import { startSite } from "../web/support/site.ts";
import { Teardowns } from "../web/support/teardowns.ts";
import { chooseFiles, fillReport } from "../web/stories/reporter.ts";
import { type Figure, rounded } from "./rounds.ts";

const FILE_MIB = 256;
/** What a page may take on a cheap telephone (docs/decisions/0041-hidden-data-is-cut-out.md). */
const MOST_GROWTH_MIB = 100;

export async function benchPageMemory(progress: (text: string) => void, mib = FILE_MIB): Promise<Figure[]> {
  const ends = new Teardowns();
  try {
    const { origin, urls } = await startSite(ends);
    const browser = await openBrowser("chromium");
    ends.teardown(() => void browser.process()?.kill());
    const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-bench-"));
    ends.teardown(() => fs.rm(folder, { recursive: true }));
    const file = path.join(folder, "kosong.bin");
    await fs.writeFile(file, "");
    await fs.truncate(file, mib * 1_024 * 1_024);

    const { page } = await openPage(browser);
    const screen = screenOf(page);
    await page.goto(origin);
    await fillReport(screen, "id", { unit: "Unit Contoh", what: "Uraian contoh." }, { until: "files" });
    const renderers = await findRenderers(browser);
    const before = await residentMiB(renderers);
    await chooseFiles(screen, [file]);
    await screen.press(FILES.anyway);
    await screen.press(SCREENS.next);
    await screen.see(SCREENS.readers.atLeastTwo);
    await screen.press(SCREENS.next);
    await screen.see(SCREENS.review.lockReady);
    progress(`${mib} MiB out of a page`);
    const began = performance.now();
    await screen.press(SCREENS.review.send);
    await screen.seeHeading(SCREENS.code.title);
    // Whoever watches a page's requests has it keep their bodies: from here on nobody does.
    await browser.disconnect();
    let peak = 0;
    while (!(await isClaimed(urls.ownerUrl))) {
      peak = Math.max(peak, await residentMiB(renderers));
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
    const seconds = (performance.now() - began) / 1_000;
    return [
      { name: `file of ${mib} MiB out of a page`, value: rounded(mib / seconds, 0), unit: "MiB/s" },
      {
        name: `file of ${mib} MiB, growth of the page's memory with its worker`,
        value: rounded(peak - before, 0),
        unit: "MiB",
        atMost: MOST_GROWTH_MIB,
      },
    ];
  } finally {
    await ends.run();
  }
}

/** Processes that show pages: one page is open, and others would be idle. */
async function findRenderers(browser: Browser): Promise<number[]> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  return processInfo.filter(({ type }) => type === "renderer").map(({ id }) => id);
}

async function residentMiB(pids: readonly number[]): Promise<number> {
  const sizes = pids.map(async (pid) => {
    const text = await fs.readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
    return Number(/^Rss:\s+(\d+) kB/mu.exec(text)?.[1] ?? 0);
  });
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1_024;
}

async function isClaimed(ownerUrl: string): Promise<boolean> {
  return (await query(ownerUrl, "SELECT FROM files WHERE sequence IS NOT NULL")).length > 0;
}
