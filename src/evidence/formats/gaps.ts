/**
 * What lies in the boxes of data and belongs to no picture, frame or sound. Remains of earlier versions and the places of
 * dashboard cameras are blanked; anything else could be content whose table was damaged, so it stays and is said.
 */
import type { Findings } from "../findings.ts";
import { Unfit } from "../source.ts";
import { latin1 } from "../text.ts";
import type { Box, BoxEditor } from "./boxes.ts";
import type { Range } from "./samples.ts";

/** So much of what nothing points to is content. */
const LARGEST_SHARE = 1 / 8;
const LOOKED_AT_BYTES = 64 * 1_024;

/**
 * Throws `damaged` where what is kept lies outside of the data, and, unless that is how the file was made, where two
 * kept ranges overlap: then a table cannot be believed, and what it does not name may be content.
 */
export async function blankGaps(
  editor: BoxEditor,
  data: readonly Box[],
  kept: readonly Range[],
  known: readonly Range[],
  findings: Findings,
  { mayOverlap = false, mayBlank = true } = {},
): Promise<void> {
  const sorted = [...kept, ...known].toSorted((a, b) => a.at - b.at || a.length - b.length);
  const areas = data.toSorted((a, b) => a.at - b.at);
  let total = 0;
  let told = 0;
  let next = 0;
  const gaps: Range[] = [];
  for (const { body, end } of areas) {
    let at = body;
    total += end - body;
    for (; next < sorted.length; next++) {
      const range = sorted[next];
      if (range === undefined || range.at >= end) break;
      const before = sorted[next - 1];
      const isSame = before?.at === range.at && before.length === range.length;
      if (range.at < at && !isSame && !mayOverlap) throw new Unfit("damaged");
      if (range.at < body || range.at + range.length > end) throw new Unfit("damaged");
      if (range.at > at) gaps.push({ at, length: range.at - at });
      at = Math.max(at, range.at + range.length);
    }
    if (end > at) gaps.push({ at, length: end - at });
  }
  if (next < sorted.length) throw new Unfit("damaged");
  if (!mayBlank) return;
  for (const { at, length } of gaps) {
    const start = await editor.reader.bytes(at, Math.min(length, LOOKED_AT_BYTES));
    if (start.every((byte) => byte === 0)) continue;
    const isRemoved = describes(start, length);
    findings.add("hidden-content", "", isRemoved);
    if (isRemoved) editor.zeros(at, length);
    told += await countSet(editor, { at, length });
  }
  if (told > total * LARGEST_SHARE) throw new Unfit("damaged");
}

/**
 * Bytes that are not zero. Zeros are no content, and beside a gap those of an earlier cleaning may lie, which must not
 * make it larger the second time.
 */
async function countSet({ reader }: BoxEditor, { at, length }: Range): Promise<number> {
  let count = 0;
  for (let from = at; from < at + length; from += LOOKED_AT_BYTES) {
    const bytes = await reader.bytes(from, Math.min(LOOKED_AT_BYTES, at + length - from));
    for (const byte of bytes) if (byte !== 0) count += 1;
  }
  return count;
}

/** EXIF, XMP, or a box of its own. */
function describes(start: Uint8Array, length: number): boolean {
  const text = latin1(start.subarray(0, 16));
  if (/^(?:.{0,4}Exif\0|.{0,10}(?:II\*\0|MM\0\*)|\s*<[?\w])/su.test(text)) return true;
  const size = start.length < 8 ? 0 : new DataView(start.buffer, start.byteOffset, 4).getUint32(0);
  return size >= 8 && size <= length && /^[\w ]{4}/u.test(text.slice(4));
}
