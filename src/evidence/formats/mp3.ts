/**
 * MP3: frames of sound, with tags before (ID3v2), behind (ID3v1, APEv2, Lyrics3) and sometimes between them. The frames
 * are copied, one by one; what is neither a frame nor a tag could be a frame that was damaged.
 */
import type { Findings } from "../findings.ts";
import { Plan } from "../plan.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { latin1 } from "../text.ts";
import { readTag } from "./mp3-tags.ts";

const HEADER_BYTES = 4;
const MOST_TAGS = 1_000;
const LEAST_FRAMES = 2;
const TAGS = /ID3|TAG|APETAGEX|LYRICSBEGIN/u;

/** Kilobits a second of layer III (ISO/IEC 11172-3, 2.4.2.3; 13818-3): MPEG 1, and MPEG 2 and 2.5. */
const RATES = [
  [0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320],
  [0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160],
] as const;
const SAMPLE_RATES = [44_100, 48_000, 32_000] as const;

export async function cleanMp3(source: Source, findings: Findings): Promise<Plan> {
  const reader = new Reader(source);
  const plan = new Plan();
  let at = 0;
  let [tags, frames] = [0, 0];
  while (at < reader.size) {
    const frame = await frameBytes(reader, at);
    if (frame > 0) {
      const length = Math.min(frame, reader.size - at);
      if ((await frameBytes(reader, at + length)) === 0) await checkLast(reader, at, length);
      plan.copy(at, length);
      at += length;
      frames += 1;
      continue;
    }
    const tag = await readTag(reader, at, findings);
    if (tag > 0 && ++tags > MOST_TAGS) throw new Unfit("too-complex");
    at += tag > 0 ? tag : await gapBytes(reader, at);
  }
  // Three bytes that look like the beginning of a frame stand in other files as well.
  if (frames < LEAST_FRAMES) throw new Unfit("damaged");
  findings.remains("sound-and-streams");
  return plan;
}

/** A frame of layer III begins with eleven ones and a rate that exists. */
export function isSound(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  return first === 0xff && (second & 0xe6) === 0xe2 && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
}

/** The length of the frame that begins here; 0 where none does. */
async function frameBytes(reader: Reader, at: number): Promise<number> {
  if (at + HEADER_BYTES > reader.size) return 0;
  const view = reader.peek(at, HEADER_BYTES) ?? (await reader.view(at, HEADER_BYTES));
  const [second, third] = [view.getUint8(1), view.getUint8(2)];
  if (!isSound(Uint8Array.of(view.getUint8(0), second, third))) return 0;
  const version = (second >> 3) & 3;
  const rate = RATES[version === 3 ? 0 : 1][third >> 4] ?? 0;
  // The reserved version; and "free" rates, whose frames tell no length.
  if (version === 1) return 0;
  if (rate === 0) throw new Unfit("not-supported");
  const samples = (SAMPLE_RATES[(third >> 2) & 3] ?? 0) / (version === 3 ? 1 : version === 2 ? 2 : 4);
  return Math.floor(((version === 3 ? 144 : 72) * 1_000 * rate) / samples) + ((third >> 1) & 1);
}

/** Empty space. Anything else may have been sound. */
async function gapBytes(reader: Reader, at: number): Promise<number> {
  const bytes = await reader.ahead(at);
  const empty = bytes.findIndex((byte) => byte !== 0);
  if (empty === 0) throw new Unfit("damaged");
  return empty < 0 ? bytes.length : empty;
}

/** A recording that was cut off has a shorter frame at its end, and what was written behind it is then no sound. */
async function checkLast(reader: Reader, at: number, length: number): Promise<void> {
  if (TAGS.test(latin1(await reader.bytes(at, length)))) throw new Unfit("damaged");
}
