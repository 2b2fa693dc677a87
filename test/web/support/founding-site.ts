/** A server that belongs to nobody yet, with its founding page; and the same one once its pages hold the office's roots. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import type { Test } from "tap";
import { connect as connectClient } from "../../../src/client/line/http.ts";
import { readFounded } from "../../../src/client/office/founding.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { buildApp } from "../../../src/server/app.ts";
import { buildFoundingApp } from "../../../src/server/founding-app.ts";
import { makeOrigins } from "../../../src/server/origins.ts";
import { makeLog } from "../../../src/server/plugins/logging.ts";
import { addPages } from "../../../src/server/plugins/pages.ts";
import { makeDirectories } from "../../../src/server/services/directories.ts";
import { beginFounding } from "../../../src/server/services/founding.ts";
import { connect } from "../../../src/server/store/database.ts";
import { buildWeb } from "../../../src/web/build.ts";
import { BUILT_AT } from "../../support/pages.ts";
import { type TestDatabase, createTestDatabase } from "../../support/postgres.ts";
import { freePort } from "../../support/server.ts";

const DIST = fileURLToPath(new URL("../../../dist/", import.meta.url));

export type FoundingSite = {
  readonly origin: string;
  /** As the server has printed it */
  readonly code: string;
  readonly urls: TestDatabase;
  /** Stops this server, puts roots and office into the pages, and starts the one that the office has from then on. */
  readonly install: () => Promise<void>;
};

/** The one page with which an office is founded: the same for every test. */
async function buildFoundingPages(): Promise<string> {
  const keysDir = path.join(DIST, "test-founding-keys");
  await fs.mkdir(keysDir, { recursive: true });
  const outDir = path.join(DIST, "test-founding-web");
  await buildWeb({ keysDir, outDir, builtAt: BUILT_AT });
  return outDir;
}

export async function startFoundingSite(
  t: Pick<Test, "teardown">,
  { host = "127.0.0.1", folder }: { readonly host?: "127.0.0.1" | "localhost"; readonly folder: string },
): Promise<FoundingSite> {
  const [webDir, urls, port] = [await buildFoundingPages(), await createTestDatabase(t), await freePort()];
  const origin = `http://${host}:${port}`;
  const log = makeLog("silent", { write: () => {} });
  const serverKey = randomBytes(32);
  let stop = await serveFounding();
  // Before the database goes: teardowns run last to first.
  t.teardown(() => stop());

  async function serveFounding() {
    const { database, close } = connect(urls.appUrl, { onError: () => {} });
    const code = (await beginFounding(database)) ?? "";
    const app = await buildFoundingApp({ database, log, origins: [origin] });
    await addPages(app, { webDir, origins: makeOrigins([origin]) });
    await app.listen({ host: "127.0.0.1", port });
    return Object.assign(() => closing(app, close), { code });
  }

  async function serveOffice(keysDir: string) {
    const outDir = path.join(folder, "web");
    await buildWeb({ keysDir, outDir, builtAt: BUILT_AT, origins: [origin] });
    const founded = await readFounded({ connection: connectClient(origin) }, Date.now());
    if (founded === undefined) throw new Error("no office was founded");
    await stop();
    const { database, close } = connect(urls.appUrl, { onError: () => {} });
    await makeDirectories(database, makeServerKey(serverKey), founded.roots).importNewer([founded.directory]);
    const app = await buildApp({ database, log, serverKey, roots: founded.roots, origins: [origin] });
    await addPages(app, { webDir: outDir, origins: makeOrigins([origin]) });
    await app.listen({ host: "127.0.0.1", port });
    stop = Object.assign(() => closing(app, close), { code: "" });
  }

  return {
    origin,
    code: stop.code,
    urls,
    async install() {
      const founded = await readFounded({ connection: connectClient(origin) }, Date.now());
      if (founded === undefined) throw new Error("no office was founded");
      const keysDir = path.join(folder, "keys");
      await fs.mkdir(keysDir, { recursive: true });
      const { threshold, keys } = founded.roots;
      await fs.writeFile(path.join(keysDir, "roots.json"), JSON.stringify({ threshold, keys: keys.map(hex) }));
      await fs.writeFile(path.join(keysDir, "office.json"), JSON.stringify(founded.office));
      await serveOffice(keysDir);
    },
  };
}

type Closes = { readonly server: { closeAllConnections: () => void }; readonly close: () => Promise<unknown> };

async function closing(app: Closes, close: () => Promise<unknown>): Promise<void> {
  app.server.closeAllConnections();
  await app.close();
  await close();
}
