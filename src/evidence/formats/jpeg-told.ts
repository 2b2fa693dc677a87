/** What the parts of a JPEG tell that are left out: segments of applications, and what lies behind the end. */
import type { FindingKind, Findings } from "../findings.ts";
import { Unfit } from "../source.ts";
import { firstEntries, readExif } from "../tags/exif.ts";
import { readXmp } from "../tags/xmp.ts";
import { latin1, readText, says } from "../text.ts";

export const APP0 = 0xe0;
export const COM = 0xfe;

/** Says what a segment told that is left out; returns the orientation if it was EXIF. */
export function tellSegment(marker: number, body: Uint8Array, findings: Findings): number | undefined {
  if (marker === 0xe1 && says(body, 0, "Exif\0")) return readExif(body.subarray(6), findings);
  if (marker === 0xe1 && says(body, 0, "http://ns.adobe.com/")) readXmp(body.subarray(body.indexOf(0) + 1), findings);
  else if (marker === 0xe2 && says(body, 0, "MPF\0")) tellPictures(body.subarray(4), findings);
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

/** Two views of a camera with two lenses, the parts of a panorama, several angles (CIPA DC-007, 5.2.3.3.1). */
const VIEWS = new Set([0x02_0001, 0x02_0002, 0x02_0003]);
const MP_ENTRY = 0xb002;
const MP_ENTRY_BYTES = 16;

/**
 * The table of a file with several pictures. Smaller ones, and those that say how bright or how far away something is,
 * are no loss; other views are what somebody took, and nobody but that person says that they may go.
 */
function tellPictures(tiff: Uint8Array, findings: Findings): void {
  const isLittle = says(tiff, 0, "II");
  for (const { tag, value } of firstEntries(tiff)) {
    if (tag !== MP_ENTRY) continue;
    const view = new DataView(value.buffer, value.byteOffset, value.length);
    for (let at = 0; at + MP_ENTRY_BYTES <= value.length; at += MP_ENTRY_BYTES) {
      if (VIEWS.has(view.getUint32(at, isLittle) & 0xff_ffff)) throw new Unfit("not-supported");
    }
  }
  findings.add("second-picture");
}

/** How a second picture or a film begins: nothing that the rest of a scan could begin with. */
export function isSecondPicture(start: Uint8Array): boolean {
  return says(start, 0, "\xff\xd8\xff") || says(start, 4, "ftyp");
}

/** Behind the end phones keep second pictures, depth, sound, and whole films ("motion photos"). */
export function tellTrailer(start: Uint8Array, length: number, findings: Findings): void {
  const text = latin1(start);
  if (text.includes("ftyp") || text.includes("MotionPhoto")) findings.add("second-picture", "MP4");
  else if (isSecondPicture(start)) findings.add("second-picture");
  else findings.add("trailing-data", `${length} B`);
}
