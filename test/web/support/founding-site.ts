/**
 * A server that belongs to nobody yet, with its founding page; and the same one once its pages hold the office's roots. From
 * then on it goes on for weeks within a minute: server and pages are moved on together, the database stays.
 */
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Test } from "tap";
import { loadDirectories } from "../../../src/client/directory/directories.ts";
import { readFounded } from "../../../src/client/office/founding.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { signedDirectorySchema } from "../../../src/protocol/directory/directory.ts";
import { firstUse } from "../../../src/protocol/directory/trust.ts";
import { parseJson } from "../../../src/protocol/encoding/canonical-json.ts";
import { DAY_MS } from "../../../src/protocol/encoding/day.ts";
import { type TimeZone, UTC, timeZoneOf } from "../../../src/protocol/encoding/time-zone.ts";
import { countDaysIn } from "../../../src/server/services/common/today.ts";
import { buildWeb } from "../../../src/web/build.ts";
import { KEY_PAGE_FILE } from "../../../src/web/keys/page.ts";
import { callSegel } from "../../cli/programs.ts";
import { type FoundingServer, startFounding } from "../../support/founding.ts";
import { BUILT_AT, buildTestPages } from "../../support/pages.ts";
import { clockPrelude, moveClock } from "./moved-clock.ts";
import { serve } from "./site.ts";

const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));

export type FoundingSite = FoundingServer & {
  /** Stops this server, puts roots and office into the pages, and starts the one that the office has from then on. */
  readonly install: (folder: string) => Promise<OwnSite>;
  /** The file of the key page, by the clock of that day */
  readonly keyPage: () => Promise<string>;
};

/** An office's machine, and what whoever runs it does there; each deed but the last starts the server again. */
export type OwnSite = {
  /** Whose days are counted, by pages and server alike: as the founder said */
  readonly timeZone: TimeZone;
  /** The pages are built anew, with the roots of the directory that holds now. */
  readonly renewPages: () => Promise<void>;
  /** So many days later */
  readonly moveOn: (days: number) => Promise<void>;
  /** A list that the roots signed and two stewards confirmed, put into KEYS_DIR */
  readonly takeIn: (list: Uint8Array) => Promise<void>;
  /** `segel recovery again`, and the twelve words that it prints */
  readonly askAgain: (joiners: readonly Uint8Array[]) => Promise<{ readonly request: Buffer; readonly line: string }>;
};

/** The one page with which an office is founded: the same for every test. */
async function buildFoundingPages(): Promise<string> {
  const keysDir = path.join(DIST, "test-founding-keys");
  await fs.mkdir(keysDir, { recursive: true });
  const outDir = path.join(DIST, "test-founding-web");
  await buildWeb({ keysDir, outDir, builtAt: BUILT_AT });
  return outDir;
}

export async function startFoundingSite(t: Pick<Test, "teardown">): Promise<FoundingSite> {
  const server = await startFounding(t, { webDir: await buildFoundingPages() });
  let pages = buildTestPages;
  return {
    ...server,
    keyPage: async () => path.join(await pages(), KEY_PAGE_FILE),
    async install(folder) {
      const installed = await installOffice(t, server, { folder, pages: await pages() });
      pages = async () => installed.pages();
      return installed;
    },
  };
}

async function installOffice(
  t: Pick<Test, "teardown">,
  { connection, origin, urls, stop }: FoundingServer,
  { folder, pages }: { readonly folder: string; readonly pages: string },
): Promise<OwnSite & { readonly pages: () => string }> {
  const founded = await readFounded({ connection }, Date.now());
  if (founded === undefined) throw new Error("no office was founded");
  let { roots, directory } = founded;
  const timeZone = timeZoneOf(founded.office);
  const keysDir = path.join(folder, "keys");
  const rootsFile = path.join(keysDir, "roots.json");
  await fs.mkdir(keysDir, { recursive: true });
  await fs.writeFile(path.join(keysDir, "office.json"), JSON.stringify(founded.office));
  const serverKey = randomBytes(32);
  let [webDir, stopNow, turn, aheadMs] = [pages, stop, 0, 0];
  // As a process of its own reads it out of the office's file.
  countDaysIn(timeZone);
  const start = async (): Promise<void> => {
    await fs.writeFile(rootsFile, JSON.stringify({ threshold: roots.threshold, keys: roots.keys.map(hex) }));
    const before = webDir;
    webDir = path.join(folder, `web-${++turn}`);
    // Built before under other roots, so that nothing need be bundled and compressed once more unless the clock moves.
    await fs.cp(before, webDir, { recursive: true });
    const moved = aheadMs === 0 ? {} : { prelude: clockPrelude(aheadMs) };
    await buildWeb({ keysDir, outDir: webDir, builtAt: BUILT_AT, origins: [origin], ...moved });
    await stopNow();
    const ground = { origin, urls, port: Number(new URL(origin).port) };
    stopNow = await serve(
      { ...ground, organisation: { rootSet: roots, signed: directory } },
      { serverKey, webDir, lines: [], needsFactor: true },
    );
  };
  await start();
  // Before the database goes: teardowns run last to first.
  t.teardown(async () => {
    moveClock(0);
    await stopNow();
    countDaysIn(UTC);
  });
  return {
    timeZone,
    pages: () => webDir,
    async renewPages() {
      const look = { depth: "thorough", now: Date.now(), builtAt: BUILT_AT } as const;
      ({ roots } = (await loadDirectories(connection, firstUse(roots), look)).current);
      await start();
    },
    async moveOn(days) {
      aheadMs += days * DAY_MS;
      moveClock(aheadMs);
      await start();
    },
    async takeIn(list) {
      directory = parseJson(signedDirectorySchema, list);
      await start();
    },
    async askAgain(joiners) {
      const files = joiners.map((_, at) => path.join(folder, `orang-baru-${at}.json`));
      for (const [at, file] of files.entries()) await fs.writeFile(file, joiners[at] ?? "");
      const out = path.join(folder, "permintaan-lagi.json");
      const words = ["recovery", "again", ...files, "--out", out, "--roots", rootsFile, "--origin", origin];
      const { code, out: said, err } = await callSegel(words);
      if (code !== 0) throw new Error(err);
      const rows = [...said.matchAll(/^ +[A-D] +(\S+ +\S+ +\S+)$/gmu)].map(([, row = ""]) => row);
      return { request: await fs.readFile(out), line: rows.join(" ").replaceAll(/ +/gu, " ") };
    },
  };
}
