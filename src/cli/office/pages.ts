/** The pages, built by a process of their own before the server starts: the launcher carries no bundler. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const BUILD = fileURLToPath(new URL("../../web/build.ts", import.meta.url));
/** A build without its launcher would write into a folder that somebody else has begun anew. */
const END_WITH_PARENT = new URL("end-with-parent.ts", import.meta.url).href;

/**
 * Builds into WEB_DIR what is not built there yet (three seconds the first time, a fraction of one afterwards).
 * False when the build failed or `signal` was raised; its own words are on standard error by then.
 */
export async function buildPages(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<boolean> {
  const child = spawn(process.execPath, ["--import", END_WITH_PARENT, BUILD], {
    env,
    stdio: ["pipe", "ignore", "inherit"],
    signal,
  });
  child.stdin.on("error", () => {});
  // An interrupted start is told by the signal itself.
  child.on("error", () => {});
  const [code] = (await once(child, "close")) as [number | null];
  return code === 0;
}
