/** EXIF: a small TIFF file of numbered tags. Read for what it tells, and written new for the orientation alone. */
import { concat, utf8 } from "../../crypto/bytes.ts";
import type { FindingKind, Findings } from "../findings.ts";
import { readText, says, utf16 } from "../text.ts";
import { readXmp } from "./xmp.ts";

/** What a tag tells. Tags of IFD0 and of the Exif IFD never share a number that matters here. */
const TAGS: ReadonlyMap<number, FindingKind> = new Map([
  [0x010e, "caption"], // ImageDescription
  [0x0131, "software"],
  [0x0132, "time"],
  [0x013b, "author"], // Artist
  [0x013c, "device"], // HostComputer
  [0x8298, "author"], // Copyright
  [0x9003, "time"],
  [0x9004, "time"],
  [0x927c, "maker-notes"],
  [0x9286, "comment"],
  [0x9c9b, "caption"],
  [0x9c9c, "comment"],
  [0x9c9d, "author"],
  [0x9c9e, "caption"],
  [0x9c9f, "caption"],
  [0xa420, "serial-number"], // ImageUniqueID
  [0xa430, "author"], // CameraOwnerName
  [0xa431, "serial-number"],
  [0xa434, "device"], // LensModel
  [0xa435, "serial-number"],
]);

const MAKE = 0x010f;
const MODEL = 0x0110;
const ORIENTATION = 0x0112;
const THUMBNAIL = 0x0201;
const XMP = 0x02bc;
const EXIF_IFD = 0x8769;
const GPS_IFD = 0x8825;

const MOST_DIRECTORIES = 12;
const MOST_ENTRIES = 1_000;
const LONGEST_TEXT_BYTES = 1_024;
const SIZES: readonly number[] = [0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8];

type Entry = { readonly tag: number; readonly type: number; readonly count: number; readonly value: Uint8Array };

/** Adds what the tags tell; returns the orientation, 1 where there is none that makes sense. */
export function readExif(tiff: Uint8Array, findings: Findings): number {
  const isLittle = says(tiff, 0, "II");
  if (tiff.length < 8 || !(isLittle || says(tiff, 0, "MM"))) {
    findings.add("other");
    return 1;
  }
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  let orientation = 0;
  let [make, model] = ["", ""];
  const seen = new Set<number>();
  const queue: { at: number; kind: "main" | "gps" }[] = [{ at: view.getUint32(4, isLittle), kind: "main" }];
  let isFirst = true;
  let told = false;
  let hasXmp = false;
  const tell = (kind: FindingKind, value?: string): void => {
    told = true;
    findings.add(kind, value);
  };
  for (let directory = queue.shift(); directory !== undefined; directory = queue.shift()) {
    if (seen.has(directory.at) || seen.size >= MOST_DIRECTORIES) continue;
    seen.add(directory.at);
    const { entries, next } = readDirectory(view, directory.at, isLittle);
    if (directory.kind === "gps") {
      const place = readPlace(entries, isLittle);
      if (entries.length > 0) tell("location", place);
      continue;
    }
    for (const entry of entries) {
      const kind = TAGS.get(entry.tag);
      if (kind !== undefined) tell(kind, kind === "maker-notes" ? "" : textOf(entry, isLittle));
      if (entry.tag === MAKE) make = textOf(entry, isLittle);
      else if (entry.tag === MODEL) model = textOf(entry, isLittle);
      else if (entry.tag === THUMBNAIL) tell("thumbnail");
      else if (entry.tag === XMP && !hasXmp) {
        readXmp(entry.value, findings);
        hasXmp = true;
      } else if (entry.tag === EXIF_IFD) queue.push({ at: numberOf(entry, isLittle), kind: "main" });
      else if (entry.tag === GPS_IFD) queue.push({ at: numberOf(entry, isLittle), kind: "gps" });
      // One number of 16 bits: viewers turn by nothing else.
      else if (entry.tag === ORIENTATION && isFirst && entry.type === 3 && entry.count === 1) {
        orientation = numberOf(entry, isLittle);
      }
    }
    if (next !== 0) queue.push({ at: next, kind: "main" });
    isFirst = false;
  }
  if (make !== "" || model !== "") tell("device", model.startsWith(make) ? model : `${make} ${model}`);
  const isSaid = orientation >= 1 && orientation <= 8;
  // The orientation alone, perhaps with zeros behind it where an earlier cleaning wrote over the rest.
  const isMinimal = isSaid && tiff.subarray(MINIMAL_BYTES).every((byte) => byte === 0);
  if (!told && !isMinimal) findings.add("other");
  return isSaid ? orientation : 1;
}

function readDirectory(view: DataView, at: number, isLittle: boolean): { entries: Entry[]; next: number } {
  const entries: Entry[] = [];
  if (at + 2 > view.byteLength) return { entries, next: 0 };
  const count = Math.min(view.getUint16(at, isLittle), MOST_ENTRIES);
  for (let index = 0; index < count; index++) {
    const start = at + 2 + 12 * index;
    if (start + 12 > view.byteLength) return { entries, next: 0 };
    const type = view.getUint16(start + 2, isLittle);
    const length = view.getUint32(start + 4, isLittle);
    const bytes = (SIZES[type] ?? 0) * length;
    const from = bytes <= 4 ? start + 8 : view.getUint32(start + 8, isLittle);
    const value =
      from + bytes <= view.byteLength ? new Uint8Array(view.buffer, view.byteOffset + from, bytes) : new Uint8Array(0);
    entries.push({ tag: view.getUint16(start, isLittle), type, count: length, value });
  }
  const end = at + 2 + 12 * count;
  return { entries, next: end + 4 <= view.byteLength ? view.getUint32(end, isLittle) : 0 };
}

/** The entries of the first directory of a TIFF that stands in another table than EXIF's. */
export function firstEntries(tiff: Uint8Array): readonly Pick<Entry, "tag" | "value">[] {
  if (tiff.length < 8) return [];
  const view = new DataView(tiff.buffer, tiff.byteOffset, tiff.length);
  const isLittle = says(tiff, 0, "II");
  return readDirectory(view, view.getUint32(4, isLittle), isLittle).entries;
}

function numberOf({ type, value }: Entry, isLittle: boolean): number {
  const view = new DataView(value.buffer, value.byteOffset, value.length);
  if ((type === 4 || type === 9 || type === 13) && value.length >= 4) return view.getUint32(0, isLittle);
  if (type === 3 && value.length >= 2) return view.getUint16(0, isLittle);
  return value[0] ?? 0;
}

function textOf({ tag, type, value: whole }: Entry, isLittle: boolean): string {
  const value = whole.subarray(0, LONGEST_TEXT_BYTES);
  if (tag >= 0x9c9b && tag <= 0x9c9f) return utf16(value, true);
  // UserComment begins with eight bytes that name its encoding.
  if (tag === 0x9286)
    return says(value, 0, "UNICODE") ? utf16(value.subarray(8), isLittle) : readText(value.subarray(8));
  return type === 2 || type === 7 || type === 1 ? readText(value).split("\0").join(" ") : "";
}

function readPlace(entries: readonly Entry[], isLittle: boolean): string {
  const degrees = (tag: number, reference: number, negative: string): number | undefined => {
    const value = entries.find((entry) => entry.tag === tag && entry.type === 5)?.value;
    if (value === undefined || value.length < 24) return undefined;
    const view = new DataView(value.buffer, value.byteOffset, 24);
    const part = (index: number): number =>
      view.getUint32(8 * index, isLittle) / (view.getUint32(8 * index + 4, isLittle) || 1);
    const sum = part(0) + part(1) / 60 + part(2) / 3_600;
    const side = entries.find((entry) => entry.tag === reference)?.value[0];
    return side === negative.charCodeAt(0) ? -sum : sum;
  };
  const [latitude, longitude] = [degrees(2, 1, "S"), degrees(4, 3, "W")];
  return latitude === undefined || longitude === undefined ? "" : `${latitude.toFixed(5)}, ${longitude.toFixed(5)}`;
}

const MINIMAL_BYTES = 26;

/** A TIFF of one tag: without it a phone's picture would lie on its side. */
export function minimalExif(orientation: number): Uint8Array {
  return concat(
    utf8("MM"),
    Uint8Array.of(0, 42, 0, 0, 0, 8, 0, 1),
    Uint8Array.of(ORIENTATION >> 8, ORIENTATION & 0xff, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0),
    Uint8Array.of(0, 0, 0, 0),
  );
}
