/**
 * A server that belongs to nobody yet, with its founding page; and the same one once its pages hold the office's roots. From
 * then on it goes on for weeks within a minute: server and pages are moved on together, the database stays.
 */
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Test } from "tap";
import { fetchChain, loadDirectories } from "../../../src/client/directory/directories.ts";
import { readJoiner } from "../../../src/client/office/joining.ts";
import { readFounded } from "../../../src/client/office/founding.ts";
import { requestAgain } from "../../../src/client/office/starting-again.ts";
import { WORD_LISTS } from "../../../src/client/reporter/word-lists.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { fingerprintWords } from "../../../src/crypto/secret/fingerprint-words.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { DAY_MS } from "../../../src/protocol/encoding/day.ts";
import {
  type RootSet,
  type SignedDirectory,
  signedDirectorySchema,
} from "../../../src/protocol/directory/directory.ts";
import { firstUse } from "../../../src/protocol/directory/trust.ts";
import { buildWeb } from "../../../src/web/build.ts";
import { KEY_PAGE_FILE } from "../../../src/web/keys/page.ts";
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

/** What whoever runs an office's machine does there; each starts the server again. */
export type OwnSite = {
  /** The pages are built anew, with the roots of the directory that holds now. */
  readonly renewPages: () => Promise<void>;
  /** So many days later */
  readonly moveOn: (days: number) => Promise<void>;
  /** A list that the roots signed and two stewards confirmed, put into KEYS_DIR */
  readonly takeIn: (list: Uint8Array) => Promise<void>;
  /** `segel recovery again`: the request for a list of those alone who have come again */
  readonly askAgain: (joiners: readonly Uint8Array[]) => Promise<{ readonly file: Uint8Array; readonly line: string }>;
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
  const { connection, origin, urls, stop } = server;
  let keyPageIn = buildTestPages;
  return {
    ...server,
    keyPage: async () => path.join(await keyPageIn(), KEY_PAGE_FILE),
    async install(folder) {
      const founded = await readFounded({ connection }, Date.now());
      if (founded === undefined) throw new Error("no office was founded");
      const { office } = founded;
      let { roots, directory }: { roots: RootSet; directory: SignedDirectory } = founded;
      const keysDir = path.join(folder, "keys");
      await fs.mkdir(keysDir, { recursive: true });
      await fs.writeFile(path.join(keysDir, "office.json"), JSON.stringify(office));
      const serverKey = randomBytes(32);
      let aheadMs = 0;
      let turn = 0;
      let stopNow = stop;
      const start = async (): Promise<void> => {
        const written = { threshold: roots.threshold, keys: roots.keys.map(hex) };
        await fs.writeFile(path.join(keysDir, "roots.json"), JSON.stringify(written));
        const webDir = path.join(folder, `web-${turn++}`);
        const moved = aheadMs === 0 ? {} : { prelude: clockPrelude(aheadMs) };
        await buildWeb({ keysDir, outDir: webDir, builtAt: BUILT_AT, origins: [origin], ...moved });
        keyPageIn = async () => webDir;
        await stopNow();
        const port = Number(new URL(origin).port);
        const ground = { origin, urls, port, organisation: { rootSet: roots, signed: directory } };
        stopNow = await serve(ground, { serverKey, webDir, lines: [], needsFactor: true });
      };
      await start();
      // Before the database goes: teardowns run last to first.
      t.teardown(async () => {
        moveClock(0);
        await stopNow();
      });
      const current = async () => {
        const clock = { builtAt: BUILT_AT, now: Date.now() };
        const of = { depth: "thorough", statement: "lapsed-too", ...clock } as const;
        return (await loadDirectories(connection, firstUse(roots), of)).current;
      };
      return {
        async renewPages() {
          ({ roots } = await current());
          await start();
        },
        async moveOn(days) {
          aheadMs += days * DAY_MS;
          moveClock(aheadMs);
          await start();
        },
        async takeIn(list) {
          directory = signedDirectorySchema.parse(JSON.parse(new TextDecoder().decode(list)));
          await start();
        },
        async askAgain(joiners) {
          const [before] = await fetchChain(connection, (await current()).version);
          const made = before && requestAgain(before, joiners.map(readJoiner), Date.now());
          if (made === undefined || "faults" in made) throw new Error("too few have come again");
          const words = fingerprintWords(made.read.proposal, WORD_LISTS[0]);
          return { file: made.file, line: words.join(" ") };
        },
      };
    },
  };
}
