/** Where the samples of a track lie in the file, chunk by chunk (ISO/IEC 14496-12, 8.7). */
import { Unfit, type Reader } from "../source.ts";
import type { Box } from "./boxes.ts";

const MOST_CHUNKS = 200_000;

export type Range = { readonly at: number; readonly length: number };

export async function sampleRanges(reader: Reader, track: ReadonlyMap<string, Box>): Promise<Range[]> {
  const [runs, sizes, short, long] = ["stsc", "stsz", "stco", "co64"].map((type) => track.get(type));
  const offsets = short ?? long;
  if (offsets === undefined) return [];
  if (runs === undefined || sizes === undefined) throw new Unfit("not-supported");
  const chunkCount = await countOf(reader, offsets, 4, short === undefined ? 8 : 4);
  const runCount = await countOf(reader, runs, 4, 12);
  const sizeHeader = await reader.view(sizes.body, 12);
  const oneSize = sizeHeader.getUint32(4);
  const sampleCount = sizeHeader.getUint32(8);
  if (oneSize === 0 && sizes.body + 12 + 4 * sampleCount > sizes.end) throw new Unfit("damaged");

  const perChunk: { readonly first: number; readonly samples: number }[] = [];
  for (let run = 0; run < runCount; run++) {
    const view = await reader.view(runs.body + 8 + 12 * run, 8);
    perChunk.push({ first: view.getUint32(0), samples: view.getUint32(4) });
  }
  const lengths: number[] = [];
  let sample = 0;
  let run = 0;
  for (let chunk = 1; chunk <= chunkCount; chunk++) {
    while ((perChunk[run + 1]?.first ?? Number.POSITIVE_INFINITY) <= chunk) run += 1;
    const samples = Math.min(perChunk[run]?.samples ?? 0, sampleCount - sample);
    let length = oneSize * samples;
    if (oneSize === 0) {
      const bytes = await reader.view(sizes.body + 12 + 4 * sample, 4 * samples);
      for (let index = 0; index < samples; index++) length += bytes.getUint32(4 * index);
    }
    sample += samples;
    lengths.push(length);
  }
  // Samples that lie in no chunk: one of the tables is not what it was.
  if (sample < sampleCount) throw new Unfit("damaged");
  const ranges: Range[] = [];
  for (const [index, length] of lengths.entries()) {
    const at =
      short === undefined
        ? Number((await reader.view(offsets.body + 8 + 8 * index, 8)).getBigUint64(0))
        : (await reader.view(offsets.body + 8 + 4 * index, 4)).getUint32(0);
    if (length > 0) ranges.push({ at, length });
  }
  return ranges;
}

/** The number of entries that a table says it has, if they fit into it. */
async function countOf(reader: Reader, box: Box, at: number, entryBytes: number): Promise<number> {
  if (box.body + at + 4 > box.end) throw new Unfit("damaged");
  const count = (await reader.view(box.body + at, 4)).getUint32(0);
  if (box.body + at + 4 + count * entryBytes > box.end) throw new Unfit("damaged");
  if (count > MOST_CHUNKS) throw new Unfit("too-complex");
  return count;
}
