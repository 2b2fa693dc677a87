/** What a reporter's visit leaves on the device, told by the browser's profile afterwards. */
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import fastify from "fastify";
import type { Browser, Page } from "puppeteer-core";
import type { Test } from "tap";
import { waitUntil } from "../../../src/client/line/waiting.ts";
import { buildTestPages } from "../../support/pages.ts";
import { CASE_WORDS, FILES } from "../../../src/web/reporter/words.ts";
import type { BrowserName } from "../support/browsers.ts";
import { findInProfile, searchProfile } from "../support/profile.ts";
import { type Screen, screenOf } from "../support/screen.ts";
import { type Stage, setStage } from "../support/stage.ts";
import { waitInPage } from "../support/wait.ts";
import { comeBack, fillReport, proveNoted, sendReport } from "./reporter.ts";

const CANARY = "kenari-jejak-91d2";
/** What any page may have kept: found, or nothing was searched. */
const KEPT = "pembanding-tersimpan-5c1e";
const TYPED = "pembanding-terketik-7a40";

type Visit = {
  readonly stage: Stage;
  readonly screen: Screen;
  readonly page: Page;
  readonly profile: string;
};

/** In the browser's own first page and context: others write no profile at all. */
async function visit(t: Test, browserName: BrowserName): Promise<Visit> {
  const profile = await fs.mkdtemp(path.join(tmpdir(), "segel-profile-"));
  t.teardown(() => fs.rm(profile, { recursive: true, force: true, maxRetries: 5 }));
  const stage = await setStage(t, browserName, { profile });
  const [page] = await stage.browser.pages();
  if (page === undefined) throw new Error("a browser opens with a page");
  page.on("dialog", (dialog) => void dialog.accept().catch(() => {}));
  page.setDefaultTimeout(90_000);
  return { stage, screen: screenOf(page), page, profile };
}

/** Browsers write what they keep a little later; */
const WRITTEN_MS = 1_500;
/** and a busy machine later still, which is seen by the files that it has fetched. */
const ALL_WRITTEN_MS = 30_000;

async function waitUntilWritten({ page, profile }: Pick<Visit, "page" | "profile">): Promise<void> {
  const fetched = await page.evaluate(() => [
    ...new Set(performance.getEntriesByType("resource").map(({ name }) => new URL(name).pathname)),
  ]);
  const ours = fetched.filter((name) => name.startsWith("/a/"));
  const isWritten = async () => (await findInProfile(profile, ours)).length === ours.length;
  await Promise.all([sleep(WRITTEN_MS), waitUntil(isWritten, { everyMs: 300, forMs: ALL_WRITTEN_MS })]);
}

export type Leaving = {
  /** So long the pages stay open: browsers write their sessions down every 15 seconds */
  readonly openMs: number;
  readonly by: "closing" | "killing";
};

/**
 * A report with a file is written, sent, and come back to; then everything in the profile is searched. Which of our files
 * lie there.
 */
export async function leaveNothing(t: Test, browserName: BrowserName, { openMs, by }: Leaving): Promise<string[]> {
  const { stage, screen, page, profile } = await visit(t, browserName);
  const other = await openOther(t, stage.browser);
  await page.bringToFront();
  await page.goto(stage.site.origin);
  const file = path.join(t.testdir({}), `${CANARY}.txt`);
  await fs.writeFile(file, `Isi ${CANARY}\n`);
  await fillReport(screen, "id", { unit: `Unit ${CANARY}`, what: `Uraian ${CANARY}` }, { files: [file] });
  await sleep(openMs);
  const words = await sendReport(screen, "id");
  await screen.see(FILES.id.sending.done);
  await sleep(openMs);
  await proveNoted(screen, "id", words);
  t.equal(await page.title(), "Segel", "the history has one title for every screen");
  await page.goto(stage.site.origin);
  await comeBack(screen, "id", words);
  await screen.fill(CASE_WORDS.id.CASE.message, `Susulan ${CANARY}`);
  await sleep(openMs);
  await waitUntilWritten({ page, profile });
  if (by === "killing") await kill(stage.browser);
  else await stage.browser.close();

  t.not((await searchProfile(profile, KEPT)).length, 0, "what another page may keep is found");
  if (openMs > 0) t.not((await searchProfile(profile, TYPED)).length, 0, `and what is typed there (${other})`);
  t.same(await searchProfile(profile, CANARY), [], "what was typed is nowhere in it");
  for (const between of [" ", "\n", ", ", '","', "-"])
    t.same(await searchProfile(profile, words.slice(0, 3).join(between)), [], "nor are the words");
  return filesIn(profile);
}

/** A page of somebody else's, that may be kept and remembered. */
async function openOther(t: Test, browser: Browser): Promise<string> {
  const app = fastify();
  app.get("/", (_request, reply) =>
    reply
      .header("cache-control", "max-age=86400")
      .type("text/html; charset=utf-8")
      .send(`<!doctype html><title>Lain</title><p>${KEPT}</p><input id="field" name="field">`),
  );
  t.teardown(() => app.close());
  const address = await app.listen({ host: "127.0.0.1", port: 0 });
  const page = await browser.newPage();
  await page.goto(address);
  await page.type("#field", TYPED);
  return address;
}

async function kill(browser: Browser): Promise<void> {
  const program = browser.process();
  const ended = new Promise((resolve) => program?.once("exit", resolve));
  program?.kill("SIGKILL");
  await ended;
}

/** Somebody opens the first page, looks and goes. Which of our files that leaves, as `leaveNothing` tells of a whole visit. */
export async function lookOnly(t: Test, browserName: BrowserName): Promise<string[]> {
  const { stage, page, profile } = await visit(t, browserName);
  await page.goto(stage.site.origin);
  await waitInPage(page, () =>
    performance.getEntriesByType("resource").some(({ name }) => name.includes("/a/files-worker")),
  );
  await waitUntilWritten({ page, profile });
  await stage.browser.close();
  return filesIn(profile);
}

/** Which of our files lie in it, by their addresses. */
async function filesIn(profile: string): Promise<string[]> {
  const built = await fs.readdir(path.join(await buildTestPages(), "a"));
  const names = built.filter((name) => !/\.(?:gz|br)$/u.test(name));
  return findInProfile(
    profile,
    names.map((name) => `/a/${name}`),
  );
}
