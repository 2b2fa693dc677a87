/** PNG (W3C PNG-3): chunks with a name. Those that draw are copied, everything else is left out. */
import { concat, utf8 } from "../../crypto/bytes.ts";
import { inflate } from "../documents/inflate.ts";
import type { Findings, FindingKind } from "../findings.ts";
import { Plan } from "../plan.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { adler32, crc32 } from "../../crypto/checksums.ts";
import { minimalExif, readExif } from "../tags/exif.ts";
import { cleanProfile } from "../tags/icc.ts";
import { readXmp } from "../tags/xmp.ts";
import { latin1, readText, says } from "../text.ts";

/** Chunks that draw, and how long they can be. A name with a small first letter may be missing, and then goes if it is not so. */
const KEPT: Readonly<Record<string, readonly [least: number, most: number]>> = {
  IHDR: [13, 13],
  PLTE: [3, 768],
  IDAT: [0, 2 ** 31],
  IEND: [0, 0],
  CgBI: [4, 4],
  tRNS: [1, 256],
  gAMA: [4, 4],
  cHRM: [32, 32],
  sRGB: [1, 1],
  cICP: [4, 4],
  mDCV: [24, 24],
  cLLI: [8, 8],
  sBIT: [1, 4],
  bKGD: [1, 6],
  hIST: [2, 512],
  pHYs: [9, 9],
  acTL: [8, 8],
  fcTL: [26, 26],
  fdAT: [4, 2 ** 31],
};
const SIGNATURE_BYTES = 8;
const MOST_CHUNKS = 1_000_000;
const STEP_BYTES = 256 * 1_024;
const LARGEST_TEXT_BYTES = 1_024 * 1_024;
const LARGEST_PROFILE_BYTES = 4 * 1_024 * 1_024;

export async function cleanPng(source: Source, findings: Findings): Promise<Plan> {
  const reader = new Reader(source);
  const plan = new Plan();
  plan.copy(0, SIGNATURE_BYTES);
  let at = SIGNATURE_BYTES;
  let [hasPicture, hasEnd] = [false, false];
  for (let chunks = 0; !hasEnd; chunks++) {
    if (chunks > MOST_CHUNKS) throw new Unfit("too-complex");
    const header = await reader.view(at, 8);
    const length = header.getUint32(0);
    const name = latin1(await reader.bytes(at + 4, 4));
    const end = at + 12 + length;
    if (end > reader.size || (chunks === 0 && name !== "IHDR" && name !== "CgBI")) throw new Unfit("damaged");
    const [least, most] = KEPT[name] ?? [1, 0];
    if (length >= least && length <= most) plan.copy(at, end - at);
    else {
      // Without it there is no picture; and what is not whole may have been another chunk.
      if (!/^[a-z][A-Za-z]{3}$/u.test(name) || !(await isWhole(reader, at + 4, end))) throw new Unfit("damaged");
      const body = await reader.bytes(at + 8, Math.min(length, LARGEST_TEXT_BYTES));
      if (name === "eXIf") {
        const orientation = readExif(body, findings);
        if (orientation !== 1) plan.write(chunk("eXIf", minimalExif(orientation)));
      } else if (name === "iCCP") await writeProfile(plan, await reader.bytes(at + 8, length), findings);
      else tellChunk(name, body, findings);
    }
    hasPicture ||= name === "IDAT";
    hasEnd = name === "IEND";
    at = end;
  }
  if (!hasPicture) throw new Unfit("damaged");
  if (at < reader.size) findings.add("trailing-data", `${reader.size - at} B`);
  return plan;
}

/** Whether the sum behind a chunk is that of its name and its bytes. */
async function isWhole(reader: Reader, from: number, end: number): Promise<boolean> {
  let sum = 0;
  for (let at = from; at < end - 4; at += STEP_BYTES) {
    sum = crc32(await reader.bytes(at, Math.min(STEP_BYTES, end - 4 - at)), sum);
  }
  return (await reader.view(end - 4, 4)).getUint32(0) === sum;
}

function chunk(name: string, body: Uint8Array): Uint8Array {
  const named = concat(utf8(name), body);
  return concat(bigEndian(body.length), named, bigEndian(crc32(named)));
}

function bigEndian(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 0xff, (value >>> 8) & 0xff, value & 0xff);
}

async function writeProfile(plan: Plan, body: Uint8Array, findings: Findings): Promise<void> {
  const nameEnd = body.indexOf(0);
  const inflated =
    nameEnd < 0 ? undefined : await inflate(body.subarray(nameEnd + 2), "deflate", LARGEST_PROFILE_BYTES);
  if (inflated === undefined || inflated.bytes.length === 0) return findings.add("other", "ICC");
  const profile = cleanProfile(inflated.bytes, findings);
  // "No profile" would leave the word to gAMA and cHRM, which a profile overrules.
  if (profile.is === "sRGB") plan.write(chunk("sRGB", Uint8Array.of(0)));
  else if (profile.is === "kept") plan.write(chunk("iCCP", concat(utf8("ICC\0\0"), stored(profile.bytes))));
}

/** A zlib stream without compression. */
function stored(bytes: Uint8Array): Uint8Array {
  const parts: Uint8Array[] = [Uint8Array.of(0x78, 0x01)];
  for (let at = 0; at < bytes.length; at += 65_535) {
    const piece = bytes.subarray(at, at + 65_535);
    const isLast = at + 65_535 >= bytes.length ? 1 : 0;
    const [low, high] = [piece.length & 0xff, piece.length >> 8];
    parts.push(Uint8Array.of(isLast, low, high, low ^ 0xff, high ^ 0xff), piece);
  }
  return concat(...parts, bigEndian(adler32(bytes)));
}

const KEYWORDS: readonly [pattern: RegExp, kind: FindingKind][] = [
  [/^(?:author|artist|copyright|creator)$/iu, "author"],
  [/^(?:software|creatortool)$/iu, "software"],
  [/time|date/iu, "time"],
  [/^(?:source|make|model)$/iu, "device"],
  [/^(?:title|description|subject|keywords)$/iu, "caption"],
];

function tellChunk(name: string, body: Uint8Array, findings: Findings): void {
  if (name === "tIME") return findings.add("time", body.length < 7 ? "" : timeOf(body));
  if (name !== "tEXt" && name !== "zTXt" && name !== "iTXt") return findings.add("other", name);
  const keywordEnd = Math.max(body.indexOf(0), 0);
  const keyword = latin1(body.subarray(0, keywordEnd));
  if (name === "iTXt" && keyword.startsWith("XML:com.adobe.xmp"))
    return readXmp(body.subarray(keywordEnd + 5), findings);
  const kind = KEYWORDS.find(([pattern]) => pattern.test(keyword))?.[1] ?? "comment";
  const text = name === "tEXt" ? readText(body.subarray(keywordEnd + 1)) : "";
  findings.add(kind, kind === "comment" ? `${keyword}: ${text}` : text);
}

function timeOf(body: Uint8Array): string {
  const two = (index: number): string => String(body[index] ?? 0).padStart(2, "0");
  return `${((body[0] ?? 0) << 8) | (body[1] ?? 0)}-${two(2)}-${two(3)} ${two(4)}:${two(5)}`;
}

export function isPng(bytes: Uint8Array): boolean {
  return says(bytes, 0, "\x89PNG\r\n\x1a\n");
}
