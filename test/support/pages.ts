/** The pages as tests have them served: built once, and found built by every other test. */
import { createHash } from "node:crypto";
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { type Server, createServer } from "node:net";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { rootsOf } from "../../src/client/directory/organisation.ts";
import { deriveSigningKeyPair } from "../../src/crypto/secret/keys.ts";
import { buildWeb } from "../../src/web/build.ts";

const DIST = fileURLToPath(new URL("../../dist/", import.meta.url));

/** The same roots for every test, so that the pages are built once; they guard nothing. */
export const ROOT_SEED = new Uint8Array(32).fill(7);
export const ROOTS = [deriveSigningKeyPair(ROOT_SEED)];

/** When the pages for tests were written, as they believe: the first second of 1970, which no clock is before. */
export const BUILT_AT = 1_000;

/**
 * Builds the pages for tests, or finds them built: of test files that begin together one builds, and the others wait.
 * @param office `office.json`, of a story whose office says more of itself: in folders of their own
 */
export async function buildTestPages(office?: object): Promise<string> {
  const suffix = office === undefined ? "" : `-${nameOf(JSON.stringify(office))}`;
  const [keysDir, outDir] = [path.join(DIST, `test-keys${suffix}`), path.join(DIST, `test-web${suffix}`)];
  const turn = await takeTurn();
  try {
    await fs.mkdir(keysDir, { recursive: true });
    // The servers of other files read it at any time, and none may read what is half written.
    const whole = path.join(keysDir, "roots.json.new");
    await fs.writeFile(whole, JSON.stringify({ ...rootsOf(ROOTS, 1), demonstration: true }));
    await fs.rename(whole, path.join(keysDir, "roots.json"));
    if (office !== undefined) await fs.writeFile(path.join(keysDir, "office.json"), JSON.stringify(office));
    await buildWeb({ keysDir, outDir, builtAt: BUILT_AT });
  } finally {
    turn.close();
  }
  return outDir;
}

/** An abstract socket (unix(7)), which nobody can hold twice and no crash leaves behind. */
const TURN = `\0segel-test-pages-${nameOf(DIST)}`;

function nameOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

async function takeTurn(): Promise<Server> {
  for (;;) {
    const server = createServer().listen(TURN);
    const isOurs = await once(server, "listening").then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code !== "EADDRINUSE") throw error;
        return false;
      },
    );
    if (isOurs) return server;
    await sleep(20);
  }
}
