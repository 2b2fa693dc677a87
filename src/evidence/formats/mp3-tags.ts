/** The tags of MP3 files: what they tell, and where they end. */
import type { FindingKind, Findings } from "../findings.ts";
import { Unfit, type Reader } from "../source.ts";
import { latin1, readText, says, utf16 } from "../text.ts";

const HEADER_BYTES = 10;
const FOOTER_BYTES = 32;
const OLD_BYTES = 128;
const LARGEST_READ_TAG_BYTES = 256 * 1_024;
const LONGEST_LYRICS_BYTES = 1_024 * 1_024;

/** Says what the tag that begins at `at` tells, and returns its length; 0 where none begins. */
export async function readTag(reader: Reader, at: number, findings: Findings): Promise<number> {
  const left = reader.size - at;
  const start = (await reader.bytes(at, Math.min(FOOTER_BYTES, left))).slice();
  if (says(start, 0, "ID3") && left >= HEADER_BYTES) {
    const hasFooter = ((start[5] ?? 0) & 0x10) !== 0;
    const size = HEADER_BYTES + sevenBits(start, 6) + (hasFooter ? HEADER_BYTES : 0);
    if (size > left) throw new Unfit("damaged");
    tellFrames((await reader.bytes(at, Math.min(size, LARGEST_READ_TAG_BYTES))).slice(), findings);
    return size;
  }
  const size = await oldTagBytes(reader, at, start, left);
  if (size > 0) findings.add("other", "ID3v1/APE");
  return size;
}

async function oldTagBytes(reader: Reader, at: number, start: Uint8Array, left: number): Promise<number> {
  // The oldest tag is the last thing in a file.
  if (says(start, 0, "TAG") && left === OLD_BYTES) return OLD_BYTES;
  if (says(start, 0, "APETAGEX") && start.length === FOOTER_BYTES) {
    const view = new DataView(start.buffer);
    const size = view.getUint32(12, true) + ((view.getUint32(20, true) & 0x2000_0000) === 0 ? 0 : FOOTER_BYTES);
    if (size > left) throw new Unfit("damaged");
    return Math.max(size, FOOTER_BYTES);
  }
  const rest = latin1(await reader.bytes(at, Math.min(LONGEST_LYRICS_BYTES, left)));
  if (says(start, 0, "LYRICSBEGIN")) {
    const end = /LYRICS200|LYRICSEND/u.exec(rest);
    if (end === null) throw new Unfit("damaged");
    return end.index + end[0].length;
  }
  // An APE tag need not say that it begins; then its end does.
  const footer = rest.indexOf("APETAGEX");
  if (footer < 0 || footer + FOOTER_BYTES > rest.length) return 0;
  const view = await reader.view(at + footer, FOOTER_BYTES);
  return view.getUint32(12, true) === footer + FOOTER_BYTES ? footer + FOOTER_BYTES : 0;
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

/** Extended headers, and bytes put between others. */
const STRANGE_FLAGS = 0xc0;

/** Frames of ID3v2.3 and 2.4. Throws `damaged` where more follows than empty space: then its length is not what it was. */
function tellFrames(tag: Uint8Array, findings: Findings): void {
  const view = new DataView(tag.buffer, tag.byteOffset, tag.length);
  let told = false;
  let at = HEADER_BYTES;
  while (at + HEADER_BYTES <= tag.length) {
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
  const isPlain = (tag[3] ?? 0) >= 3 && ((tag[5] ?? 0) & STRANGE_FLAGS) === 0;
  const isWhole = tag.length < LARGEST_READ_TAG_BYTES;
  if (told && isPlain && isWhole && tag.subarray(at).some((byte) => byte !== 0)) throw new Unfit("damaged");
}

function frameText(body: Uint8Array): string {
  const [encoding = 0] = body;
  if (encoding !== 1 && encoding !== 2) return readText(body.subarray(1));
  const isLittle = says(body, 1, "\xff\xfe");
  return utf16(body.subarray(encoding === 1 ? 3 : 1), isLittle);
}
