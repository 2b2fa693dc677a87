/** What the reporter's page needs while a large file is cleaned, sealed and sent: page and worker are one process. */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Browser } from "puppeteer-core";
import { FILES_ID } from "../../src/web/reporter/text/files-id.ts";
import { ID } from "../../src/web/reporter/text/id.ts";
import { openBrowser, openPage } from "../web/support/browsers.ts";
import { screenOf } from "../web/support/screen.ts";
import { startSite } from "../web/support/site.ts";
import { Teardowns } from "../web/support/teardowns.ts";
import { chooseFiles, fillReport } from "../web/stories/reporter.ts";
import { type Figure, rounded } from "./rounds.ts";

const FILE_MIB = 256;
/** product.md, "Budgets" */
const MOST_GROWTH_MIB = 100;

export async function benchPageMemory(progress: (text: string) => void, mib = FILE_MIB): Promise<Figure[]> {
  const ends = new Teardowns();
  try {
    const { origin } = await startSite(ends);
    const browser = await openBrowser("chromium");
    ends.teardown(() => browser.close());
    const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-bench-"));
    ends.teardown(() => fs.rm(folder, { recursive: true }));
    const file = path.join(folder, "kosong.bin");
    await fs.writeFile(file, "");
    await fs.truncate(file, mib * 1_024 * 1_024);

    const { page } = await openPage(browser);
    const screen = screenOf(page);
    await page.goto(origin);
    await fillReport(screen, "id", { unit: "Unit Contoh", what: "Uraian contoh." }, { until: "files" });
    const before = await rendererMiB(browser);
    await chooseFiles(screen, [file]);
    await screen.press(FILES_ID.anyway);
    await screen.press(ID.next);
    await screen.see(ID.readers.atLeastTwo);
    await screen.press(ID.next);
    await screen.see(ID.review.lockReady);
    progress(`${mib} MiB out of a page`);
    const began = performance.now();
    await screen.press(ID.review.send);
    let peak = 0;
    while (!(await screen.has("text", FILES_ID.sending.done))) {
      peak = Math.max(peak, await rendererMiB(browser));
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

/** Resident memory of all processes that show pages: one page is open. */
async function rendererMiB(browser: Browser): Promise<number> {
  const session = await browser.target().createCDPSession();
  const { processInfo } = await session.send("SystemInfo.getProcessInfo");
  await session.detach();
  const sizes = processInfo.filter(({ type }) => type === "renderer").map(({ id }) => residentKiB(id));
  return (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0) / 1_024;
}

/** 0 for one that has ended meanwhile. */
async function residentKiB(pid: number): Promise<number> {
  const text = await fs.readFile(`/proc/${pid}/smaps_rollup`, "utf8").catch(() => "");
  return Number(/^Rss:\s+(\d+) kB/mu.exec(text)?.[1] ?? 0);
}
