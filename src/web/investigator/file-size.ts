import type { Speech } from "./speech.ts";
import { FILES } from "./words/files.ts";

const UNITS = [
  [1_000_000_000, FILES.gigabytes, 1],
  [1_000_000, FILES.megabytes, 1],
  [1_000, FILES.kilobytes, 0],
] as const;

/** "1,3 MB", as a person reads a size. Never "1.000 kB": what rounds up to the next unit is written in it. */
export function sizeText(bytes: number, { say }: Speech): string {
  for (const [unit, words, digits] of UNITS) {
    const rounded = Number((bytes / unit).toFixed(digits));
    if (rounded >= 1) return say(words, { n: rounded });
  }
  return say(FILES.bytes, { n: bytes });
}
