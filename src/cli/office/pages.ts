/** The pages, built by a process of their own before the server starts: the launcher carries no bundler. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const BUILD = fileURLToPath(new URL("../../web/build.ts", import.meta.url));

/**
 * Builds into WEB_DIR what is not built there yet (three seconds the first time, a fraction of one afterwards).
 * False when the build failed or `signal` was raised; its own words are on standard error by then.
 */
export async function buildPages(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<boolean> {
  const child = spawn(process.execPath, [BUILD], { env, stdio: ["ignore", "ignore", "inherit"], signal });
  // An interrupted start is told by the signal itself.
  child.on("error", () => {});
  const [code] = (await once(child, "close")) as [number | null];
  return code === 0;
}
