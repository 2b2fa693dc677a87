/** MP3: frames of sound, with tags before (ID3v2) and behind them (ID3v1, APEv2, Lyrics3). The frames are copied. */
import type { FindingKind, Findings } from "../findings.ts";
import { Plan } from "../plan.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { latin1, readText, says, utf16 } from "../text.ts";

const HEADER_BYTES = 10;
const FOOTER_BYTES = 32;
const LARGEST_READ_TAG_BYTES = 256 * 1_024;
const MOST_TAGS = 16;
const LARGEST_GAP_BYTES = 64 * 1_024;

export async function cleanMp3(source: Source, findings: Findings): Promise<Plan> {
  const reader = new Reader(source);
  let [start, end] = [0, reader.size];
  for (let tags = 0; tags < MOST_TAGS && start + HEADER_BYTES <= end; tags++) {
    const header = await reader.bytes(start, HEADER_BYTES);
    if (!says(header, 0, "ID3")) break;
    const hasFooter = ((header[5] ?? 0) & 0x10) !== 0;
    const size = HEADER_BYTES + sevenBits(header, 6) + (hasFooter ? HEADER_BYTES : 0);
    if (start + size > end) throw new Unfit("damaged");
    tellFrames((await reader.bytes(start, Math.min(size, LARGEST_READ_TAG_BYTES))).slice(), findings);
    start += size;
  }
  for (let tags = 0; tags < MOST_TAGS; tags++) {
    const size = await tagBefore(reader, start, end);
    if (size === 0) break;
    findings.add("other", "ID3v1/APE");
    end -= size;
  }
  start = await findSound(reader, start, end);
  findings.remains("sound-and-streams");
  const plan = new Plan();
  plan.copy(start, end - start);
  return plan;
}

/** A frame of layer III begins with eleven ones and a rate that exists. */
export function isSound(bytes: Uint8Array): boolean {
  const [first = 0, second = 0, third = 0] = bytes;
  return first === 0xff && (second & 0xe6) === 0xe2 && (third & 0xf0) !== 0xf0 && (third & 0x0c) !== 0x0c;
}

/** Some writers leave a gap behind their tags. */
async function findSound(reader: Reader, start: number, end: number): Promise<number> {
  const bytes = await reader.bytes(start, Math.min(LARGEST_GAP_BYTES, end - start));
  for (let at = bytes.indexOf(0xff); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    if (isSound(bytes.subarray(at, at + 3))) return start + at;
  }
  throw new Unfit("damaged");
}

/** The bytes of the tag that ends at `end`; 0 where there is none. */
async function tagBefore(reader: Reader, start: number, end: number): Promise<number> {
  if (end - start >= 128 && says(await reader.bytes(end - 128, 3), 0, "TAG")) return 128;
  if (end - start < FOOTER_BYTES) return 0;
  const footer = await reader.bytes(end - FOOTER_BYTES, FOOTER_BYTES);
  if (says(footer, 0, "APETAGEX")) {
    const view = new DataView(footer.buffer, footer.byteOffset, FOOTER_BYTES);
    const size = view.getUint32(12, true) + ((view.getUint32(20, true) & 0x8000_0000) === 0 ? 0 : FOOTER_BYTES);
    if (size < FOOTER_BYTES || size > end - start) throw new Unfit("damaged");
    return size;
  }
  if (!says(footer, FOOTER_BYTES - 9, "LYRICS200")) return 0;
  const size = Number(latin1(footer.subarray(FOOTER_BYTES - 15, FOOTER_BYTES - 9))) + 15;
  if (!Number.isInteger(size) || size > end - start) throw new Unfit("damaged");
  return size;
}

function sevenBits(bytes: Uint8Array, at: number): number {
  return [0, 1, 2, 3].reduce((sum, index) => sum * 128 + ((bytes[at + index] ?? 0) & 0x7f), 0);
}

const FRAMES: readonly [name: RegExp, kind: FindingKind][] = [
  [/^(?:TPE\d|TCOM|TEXT|TOWN|TCOP|TPUB|TENC|WCOP)$/u, "author"],
  [/^(?:TDRC|TYER|TDAT|TIME|TDEN|TDTG|TDOR|TRDA)$/u, "time"],
  [/^TSSE$/u, "software"],
  [/^(?:TIT\d|TALB|TCON)$/u, "caption"],
  [/^(?:COMM|USLT)$/u, "comment"],
  [/^APIC$/u, "thumbnail"],
];

/** Frames of ID3v2.3 and 2.4. */
function tellFrames(tag: Uint8Array, findings: Findings): void {
  const view = new DataView(tag.buffer, tag.byteOffset, tag.length);
  let told = false;
  for (let at = HEADER_BYTES; at + HEADER_BYTES <= tag.length;) {
    const name = latin1(tag.subarray(at, at + 4));
    const size = tag[3] === 4 ? sevenBits(tag, at + 4) : view.getUint32(at + 4);
    if (!/^[A-Z][A-Z0-9]{3}$/u.test(name) || at + HEADER_BYTES + size > tag.length) break;
    const body = tag.subarray(at + HEADER_BYTES, at + HEADER_BYTES + size);
    const kind = FRAMES.find(([pattern]) => pattern.test(name))?.[1] ?? "other";
    findings.add(kind, kind === "other" ? name : name.startsWith("T") ? frameText(body) : "");
    told = true;
    at += HEADER_BYTES + size;
  }
  if (!told) findings.add("other", "ID3v2");
}

function frameText(body: Uint8Array): string {
  const [encoding = 0] = body;
  if (encoding !== 1 && encoding !== 2) return readText(body.subarray(1));
  const isLittle = says(body, 1, "\xff\xfe");
  return utf16(body.subarray(encoding === 1 ? 3 : 1), isLittle);
}
