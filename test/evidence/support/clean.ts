/** What the tests of cleaning ask of a file. */
import type { Test } from "tap";
import { cleaning, type Cleaning } from "../../../src/evidence/cleaning.ts";
import { bytesSource } from "../../../src/evidence/source.ts";

export async function cleanedBytes(t: Test, bytes: Uint8Array): Promise<{ cleaned: Uint8Array; result: Cleaning }> {
  const result = await cleaning(bytesSource(bytes));
  if (result.outcome !== "cleaned") {
    t.fail(`unchanged: ${result.reason}`);
    return { cleaned: bytes, result };
  }
  return { cleaned: await result.cleaned.read(0, result.cleaned.size), result };
}

/** Findings as lines: `location: −6.2, 106.8`, with `kept` behind those that are still in the file. */
export function lines({ findings }: Cleaning): string[] {
  return findings.map(({ kind, value = "", isRemoved }) => `${kind}: ${value}${isRemoved ? "" : " (kept)"}`);
}
