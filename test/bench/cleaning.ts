/** How long a photograph of 10 MiB takes to be cleaned: found, planned, and read out in the slices that sealing takes. */
import { cleaning } from "../../src/evidence/cleaning.ts";
import { bytesSource } from "../../src/evidence/source.ts";
import { makeLargeJpeg, segment } from "../evidence/make/jpeg.ts";
import { ascii } from "../evidence/make/bytes.ts";
import { concat } from "../../src/crypto/bytes.ts";
import { type Figure, median, rounded, ROUNDS } from "./rounds.ts";

const MIB = 1_048_576;
const SLICE_BYTES = MIB;

export async function benchCleaning(): Promise<Figure[]> {
  const picture = makeLargeJpeg(10 * MIB);
  const comment = segment(0xfe, ascii("a word about the picture"));
  const source = bytesSource(concat(picture.subarray(0, 2), comment, picture.subarray(2)));
  const times: number[] = [];
  for (let round = 0; round < ROUNDS + 1; round++) {
    const start = performance.now();
    const result = await cleaning(source);
    if (result.outcome !== "cleaned") throw new Error(`The picture was left as it is: ${result.reason}`);
    for (let at = 0; at < result.cleaned.size; at += SLICE_BYTES) {
      await result.cleaned.read(at, Math.min(SLICE_BYTES, result.cleaned.size - at));
    }
    times.push(performance.now() - start);
  }
  // The first round is the compiler's.
  return [{ name: "cleaning a JPEG of 10 MiB", value: rounded(median(times.slice(1))), unit: "ms", atMost: 50 }];
}
