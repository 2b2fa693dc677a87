/** Waiting until a server that was started as a process of its own answers. */
import { setTimeout as sleep } from "node:timers/promises";

/** A server waits a minute for its database by itself (src/server/store/database.ts), and starts within some seconds. */
const SERVING_MS = 75_000;
const POLL_MS = 20;

/** False where it has ended instead; throws, and says so, where it does neither. */
export async function untilServing(origin: string, hasEnded: () => boolean): Promise<boolean> {
  const patience = AbortSignal.timeout(SERVING_MS);
  const isServing = () =>
    fetch(`${origin}/api/health`, { signal: patience }).then(
      async (answer) => {
        await answer.arrayBuffer();
        return answer.ok;
      },
      () => false,
    );
  for (; !hasEnded(); await sleep(POLL_MS)) {
    if (await isServing()) return true;
    if (patience.aborted) throw new Error(`The server at ${origin} has not answered for ${SERVING_MS / 1_000} s`);
  }
  return false;
}
