/** A server that belongs to nobody yet, with its founding page; and the same one once its pages hold the office's roots. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Test } from "tap";
import { readFounded } from "../../../src/client/office/founding.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { buildWeb } from "../../../src/web/build.ts";
import { type FoundingServer, startFounding } from "../../support/founding.ts";
import { BUILT_AT } from "../../support/pages.ts";
import { serve } from "./site.ts";

const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));

export type FoundingSite = FoundingServer & {
  /** Stops this server, puts roots and office into the pages, and starts the one that the office has from then on. */
  readonly install: (folder: string) => Promise<void>;
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
  return {
    ...server,
    async install(folder) {
      const founded = await readFounded({ connection }, Date.now());
      if (founded === undefined) throw new Error("no office was founded");
      const { office, roots, directory } = founded;
      const [keysDir, webDir] = [path.join(folder, "keys"), path.join(folder, "web")];
      await fs.mkdir(keysDir, { recursive: true });
      const written = { threshold: roots.threshold, keys: roots.keys.map(hex) };
      await fs.writeFile(path.join(keysDir, "roots.json"), JSON.stringify(written));
      await fs.writeFile(path.join(keysDir, "office.json"), JSON.stringify(office));
      await buildWeb({ keysDir, outDir: webDir, builtAt: BUILT_AT, origins: [origin] });
      await stop();
      const ground = {
        origin,
        urls,
        port: Number(new URL(origin).port),
        organisation: { rootSet: roots, signed: directory },
      };
      const stopOffice = await serve(ground, { serverKey: randomBytes(32), webDir, lines: [], needsFactor: true });
      // Before the database goes: teardowns run last to first.
      t.teardown(stopOffice);
    },
  };
}
