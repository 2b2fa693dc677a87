/** JSON from a stranger: UTF-8, one value, and no field twice, since two readers may then see two requests. */
import { fromUtf8 } from "../../crypto/bytes.ts";
import { ProblemError } from "../problem.ts";

/** Strings of valid JSON in order; those before a colon are keys. */
const STRINGS = /"(?:[^"\\]|\\.)*"(\s*:)?/gu;

export function parseJsonBody(bytes: Uint8Array): unknown {
  try {
    const text = fromUtf8(bytes);
    const value: unknown = JSON.parse(text);
    let written = 0;
    for (const [, colon] of text.matchAll(STRINGS)) if (colon !== undefined) written++;
    if (written !== countKeys(value)) throw new ProblemError("bad-request");
    return value;
  } catch {
    // Not JSON, or nested too deeply to be ours.
    throw new ProblemError("bad-request");
  }
}

/** JSON.parse keeps the last of two equal keys, so a doubled one is missing here. */
function countKeys(value: unknown): number {
  if (typeof value !== "object" || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce((sum: number, each: unknown) => sum + countKeys(each), own);
}
