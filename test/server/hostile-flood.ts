/** A server under hostile requests: what must hold of its answers, however many they are. */
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { Test } from "tap";
import { BARE_ENV } from "../support/machine/bare-env.ts";
import type { HostileResult } from "./hostile-requests.ts";

const PROGRAM = fileURLToPath(new URL("hostile-requests.ts", import.meta.url));

/** A failure can be had again. */
export const SEED = 20_261_125;

export async function surviveRequests(t: Test, total: number): Promise<void> {
  // A process of its own: tap follows every promise of this one.
  const child = spawn(process.execPath, [PROGRAM, String(total), String(SEED)], {
    env: BARE_ENV,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let output = "";
  for await (const chunk of child.stdout) output += String(chunk);
  const { counts, wrong, log, cases } = JSON.parse(output) as HostileResult;
  t.same(wrong.slice(0, 10), []);
  t.equal(
    Object.values(counts).reduce((sum, count) => sum + count),
    total,
  );
  t.comment(JSON.stringify(counts));
  for (const status of [200, 400, 401, 403, 404, 413])
    t.ok((counts[status] ?? 0) > total / 2_000, `many with ${status}: the requests reach far`);
  t.equal(log, "", "no failure was logged");
  t.equal(cases, 1, "and nothing was stored");
}
