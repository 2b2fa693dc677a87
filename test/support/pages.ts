/** The pages as tests have them served: built once, and found built by every other test. */
import * as fs from "node:fs/promises";
import path from "node:path";
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

/** Builds the pages for tests, or finds them built. */
export async function buildTestPages(): Promise<string> {
  const keysDir = path.join(DIST, "test-keys");
  await fs.mkdir(keysDir, { recursive: true });
  await fs.writeFile(path.join(keysDir, "roots.json"), JSON.stringify({ ...rootsOf(ROOTS, 1), demonstration: true }));
  const outDir = path.join(DIST, "test-web");
  await buildWeb({ keysDir, outDir, builtAt: BUILT_AT });
  return outDir;
}
