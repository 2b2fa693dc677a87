/** JPEG (ITU T.81): a chain of segments and the compressed picture between them. What the picture needs is copied. */
import { concat, utf8 } from "../../crypto/bytes.ts";
import type { FindingKind, Findings } from "../findings.ts";
import { Plan } from "../plan.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { cleanProfile } from "../tags/icc.ts";
import { minimalExif, readExif } from "../tags/exif.ts";
import { readXmp } from "../tags/xmp.ts";
import { latin1, readText, says } from "../text.ts";

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const APP0 = 0xe0;
const APP14 = 0xee;
const COM = 0xfe;
/** DHT and DAC share the range of the frame headers. */
const NO_FRAME = new Set([0xc4, 0xc8, 0xcc]);

const MOST_SEGMENTS = 20_000;
const LONGEST_JUNK_BYTES = 64 * 1_024;
const LARGEST_PROFILE_BYTES = 4 * 1_024 * 1_024;

/** JFIF without its thumbnail; the density stays, as it may shape the picture. */
const JFIF_BYTES = 14;
/** How colours are coded. What follows the twelve bytes is nobody's. */
const ADOBE_BYTES = 12;
const ICC_HEADER_BYTES = 14;

export async function cleanJpeg(source: Source, findings: Findings): Promise<Plan> {
  const reader = new Reader(source);
  const head = new Plan();
  const rest = new Plan();
  const profile: { readonly part: number; readonly bytes: Uint8Array }[] = [];
  let profileBytes = 0;
  let orientation: number | undefined;
  let [hasFrame, hasScan, hasEnd] = [false, false, false];
  head.copy(0, 2);
  let at = 2;
  for (let segments = 0; !hasEnd && at < reader.size; segments++) {
    if (segments > MOST_SEGMENTS) throw new Unfit("too-complex");
    const found = await findMarker(reader, at);
    if (found === undefined) break;
    const { marker } = found;
    at = found.end;
    if (marker === EOI) {
      rest.write(Uint8Array.of(0xff, EOI));
      hasEnd = true;
      break;
    }
    // Restart marks and TEM stand alone.
    if ((marker >= 0xd0 && marker <= SOI) || marker === 0x01) continue;
    const length = (await reader.view(at, 2)).getUint16(0);
    if (length < 2) throw new Unfit("damaged");
    const body = await reader.bytes(at + 2, length - 2);
    const isFrame = marker >= 0xc0 && marker <= 0xcf && !NO_FRAME.has(marker);
    if (isPicture(marker)) {
      hasFrame ||= isFrame;
      rest.write(Uint8Array.of(0xff, marker));
      rest.copy(at, length);
    } else if (marker === APP0 && says(body, 0, "JFIF\0") && body.length >= JFIF_BYTES) {
      head.write(segment(APP0, body.slice(0, JFIF_BYTES).fill(0, 12)));
      if (body.length > JFIF_BYTES) findings.add("thumbnail");
    } else if (marker === APP14 && says(body, 0, "Adobe") && body.length >= ADOBE_BYTES) {
      rest.write(segment(APP14, body.slice(0, ADOBE_BYTES)));
      if (body.length > ADOBE_BYTES) findings.add("other");
    } else if (marker === 0xe2 && says(body, 0, "ICC_PROFILE\0") && body.length > ICC_HEADER_BYTES) {
      profileBytes += body.length;
      if (profileBytes > LARGEST_PROFILE_BYTES) throw new Unfit("too-complex");
      profile.push({ part: body[12] ?? 0, bytes: body.slice(ICC_HEADER_BYTES) });
    } else {
      const turned = tellSegment(marker, body, findings);
      orientation ??= turned;
    }
    at += length;
    if (marker === SOS) {
      if (!hasFrame) throw new Unfit("damaged");
      hasScan = true;
      const end = await findScanEnd(reader, at);
      rest.copy(at, end - at);
      at = end;
    }
  }
  if (!hasScan) throw new Unfit("damaged");
  if (hasEnd && at < reader.size) await tellTrailer(reader, at, findings);
  if (orientation !== undefined && orientation !== 1) {
    head.write(segment(0xe1, concat(utf8("Exif\0\0"), minimalExif(orientation))));
  }
  writeProfile(head, profile, findings);
  head.append(rest);
  return head;
}

/** Tables, frames, scans, restart intervals: everything below the application's own segments. */
function isPicture(marker: number): boolean {
  return (marker >= 0xc0 && marker <= 0xcf) || (marker >= SOS && marker <= 0xdf);
}

function segment(marker: number, body: Uint8Array): Uint8Array {
  const length = body.length + 2;
  return concat(Uint8Array.of(0xff, marker, length >> 8, length & 0xff), body);
}

/** The next marker, filling bytes and a little junk passed over, as decoders do. `end` is where its segment begins. */
async function findMarker(reader: Reader, from: number): Promise<{ marker: number; end: number } | undefined> {
  for (let at = from; at + 1 < reader.size;) {
    if (at - from > LONGEST_JUNK_BYTES) throw new Unfit("damaged");
    const bytes = await reader.ahead(at);
    const index = bytes.indexOf(0xff);
    if (index < 0) {
      at += bytes.length;
      continue;
    }
    at += index;
    if (at + 1 >= reader.size) break;
    const marker = bytes[index + 1] ?? (await reader.bytes(at, 2))[1] ?? 0;
    if (marker !== 0xff && marker !== 0) return { marker, end: at + 2 };
    at += 1;
  }
  return undefined;
}

/** Where the compressed bytes end: at the first marker that is neither a stuffed byte nor a restart mark. */
async function findScanEnd(reader: Reader, from: number): Promise<number> {
  let at = from;
  while (at < reader.size) {
    const bytes = await reader.ahead(at);
    let index = bytes.indexOf(0xff);
    for (; index >= 0 && index + 1 < bytes.length; index = bytes.indexOf(0xff, index + 1)) {
      const next = bytes[index + 1] ?? 0;
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at + index;
    }
    // A mark on the edge of what lies ready is looked at again with what follows it.
    if (index < 0) at += bytes.length;
    else if (at + index + 1 >= reader.size) return reader.size;
    else if (index > 0) at += index;
    else {
      const next = (await reader.bytes(at, 2))[1] ?? 0;
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at;
      at += next === 0xff ? 1 : 2;
    }
  }
  return reader.size;
}

/** Says what a segment told that is left out; returns the orientation if it was EXIF. */
function tellSegment(marker: number, body: Uint8Array, findings: Findings): number | undefined {
  if (marker === 0xe1 && says(body, 0, "Exif\0")) return readExif(body.subarray(6), findings);
  if (marker === 0xe1 && says(body, 0, "http://ns.adobe.com/")) readXmp(body.subarray(body.indexOf(0) + 1), findings);
  else if (marker === 0xe2 && says(body, 0, "MPF\0")) findings.add("thumbnail");
  else if (marker === APP0 && says(body, 0, "JFXX\0")) findings.add("thumbnail");
  else if (marker === 0xeb && latin1(body.subarray(0, 64)).includes("jumb")) findings.add("edit-history", "C2PA");
  else if (marker === 0xed) tellIptc(body, findings);
  else if (marker === COM) findings.add("comment", readText(body));
  else findings.add("other", marker >= APP0 && marker <= 0xef ? `APP${marker - APP0}` : "");
  return undefined;
}

/** IPTC data sets (IIM 4.2, record 2) that tell something. */
const IPTC: ReadonlyMap<number, FindingKind> = new Map([
  [5, "caption"],
  [25, "caption"],
  [55, "time"],
  [65, "software"],
  [80, "author"],
  [90, "location"],
  [92, "location"],
  [95, "location"],
  [101, "location"],
  [110, "author"],
  [115, "author"],
  [116, "author"],
  [120, "caption"],
  [122, "author"],
]);

function tellIptc(body: Uint8Array, findings: Findings): void {
  let told = false;
  for (let at = body.indexOf(0x1c); at >= 0 && at + 5 <= body.length; at = body.indexOf(0x1c, at + 1)) {
    if (body[at + 1] !== 2) continue;
    const length = ((body[at + 3] ?? 0) << 8) | (body[at + 4] ?? 0);
    const kind = IPTC.get(body[at + 2] ?? 0);
    if (kind === undefined || at + 5 + length > body.length) continue;
    findings.add(kind, readText(body.subarray(at + 5, at + 5 + length)));
    told = true;
    at += 4 + length;
  }
  if (!told) findings.add("other", "Photoshop");
}

/** Behind the end phones keep second pictures, depth, sound, and whole films ("motion photos"). */
async function tellTrailer(reader: Reader, at: number, findings: Findings): Promise<void> {
  const start = latin1((await reader.ahead(at)).subarray(0, 4_096));
  if (!/[^\0]/u.test(start) && reader.size - at <= start.length) return;
  const isFilm = start.includes("ftyp") || start.includes("MotionPhoto");
  findings.add("trailing-data", isFilm ? "MP4" : `${reader.size - at} B`);
}

function writeProfile(
  plan: Plan,
  parts: readonly { readonly part: number; readonly bytes: Uint8Array }[],
  findings: Findings,
): void {
  if (parts.length === 0) return;
  const profile = cleanProfile(
    concat(...parts.toSorted((a, b) => a.part - b.part).map(({ bytes }) => bytes)),
    findings,
  );
  if (profile.is !== "kept") return;
  const most = 65_519;
  const count = Math.ceil(profile.bytes.length / most);
  for (let index = 0; index < count; index++) {
    const piece = profile.bytes.subarray(index * most, (index + 1) * most);
    plan.write(segment(0xe2, concat(utf8("ICC_PROFILE\0"), Uint8Array.of(index + 1, count), piece)));
  }
}
