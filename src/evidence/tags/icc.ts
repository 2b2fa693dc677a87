/**
 * Colour profiles. Without one, a picture from a modern phone or screen shows in wrong colours; with one, it may carry
 * the name and serial number of a screen (macOS puts both into screenshots). So a profile keeps its numbers and loses
 * every text, date and maker; one that says sRGB goes wholly, since that is what "no profile" means.
 */
import { utf8 } from "../../crypto/bytes.ts";
import type { Findings } from "../findings.ts";
import { numbersOf } from "./icc-numbers.ts";
import { latin1, says, utf16 } from "../text.ts";

/** Tags that name a device, macOS's with a serial number. */
const MAKER_TAGS = new Set(["mmod", "dmnd", "dmdd", "meta", "ndin", "vcgt"]);
/** Names that everybody's files carry: saying them would tell nobody anything. */
const STANDARD_NAMES = /^(?:sRGB|Display P3|Adobe RGB|ProPhoto|DCI|Rec\.? ?\d+|c2|uP3|Dot Gain|Gray)/iu;

const HEADER_BYTES = 128;
const MOST_TAGS = 200;
/** What of the header is kept: version; class, colour space, connection space; the mark that it is a profile. */
const HEADER_KEPT: readonly [from: number, to: number][] = [
  [8, 10],
  [12, 24],
  [36, 40],
];
const DATE_AT = 24;
const FLAGS_AT = 47;
const INTENT_AT = 67;
/** D50, the one illuminant there is (7.2.16). */
const ILLUMINANT_AT = 68;
const D50 = Uint8Array.of(0, 0, 0xf6, 0xd6, 0, 1, 0, 0, 0, 0, 0xd3, 0x2d);
/** Dates, makers, models, creators, sums: what of the header goes. */
const HEADER_CUTS: readonly [from: number, to: number][] = [
  [4, 8],
  [24, 36],
  [40, 44],
  [48, 64],
  [80, 128],
];
/** Classes of profiles that stand in pictures, and their colour spaces (7.2.5 to 7.2.7). */
const CLASSES = /^(?:scnr|mntr|prtr|spac)(?:RGB |GRAY|CMYK|CMY |Lab |XYZ |YCbr)(?:XYZ |Lab )$/u;
/** One of these sets says how numbers become colours. */
const SUFFICIENT: readonly (readonly string[])[] = [
  ["rXYZ", "gXYZ", "bXYZ", "rTRC", "gTRC", "bTRC"],
  ["kTRC"],
  ["A2B0"],
];

export type Profile =
  /** As long as before, so that it can be put where the old one was; one of sRGB need not be put anywhere. */
  { readonly is: "sRGB" | "kept"; readonly bytes: Uint8Array } | { readonly is: "unreadable" };

type Tag = { readonly name: string; readonly offset: number; readonly size: number };

/** Writes a profile anew from the numbers in it: what is not known to be one is not taken over. */
export function cleanProfile(profile: Uint8Array, findings: Findings): Profile {
  const tags = readTags(profile);
  const name = tags === undefined ? "" : readName(profile, tags);
  const out = new Uint8Array(profile.length);
  const kept: Tag[] = [];
  for (const tag of tags ?? []) {
    const data = profile.subarray(tag.offset, tag.offset + tag.size);
    const numbers = numbersOf(tag.name, data);
    for (const [from, to] of numbers ?? []) out.set(data.subarray(from, to), tag.offset + from);
    if (numbers !== undefined) kept.push(tag);
  }
  if (tags === undefined || !SUFFICIENT.some((set) => set.every((one) => kept.some((tag) => tag.name === one)))) {
    findings.add("other", "ICC");
    return { is: "unreadable" };
  }
  tell(profile, tags, kept.length < tags.length, name, findings);
  for (const [from, to] of HEADER_KEPT) out.set(profile.subarray(from, to), from);
  out[FLAGS_AT] = (profile[FLAGS_AT] ?? 0) & 3;
  out[INTENT_AT] = (profile[INTENT_AT] ?? 0) & 3;
  out.set(D50, ILLUMINANT_AT);
  const view = new DataView(out.buffer);
  view.setUint32(0, profile.length);
  view.setUint32(HEADER_BYTES, kept.length);
  for (const [index, tag] of kept.entries()) {
    const at = HEADER_BYTES + 4 + 12 * index;
    out.set(utf8(tag.name), at);
    view.setUint32(at + 4, tag.offset);
    view.setUint32(at + 8, tag.size);
  }
  if (isStandard(out, kept)) return { is: "sRGB", bytes: out };
  findings.remains("colour-profile");
  return { is: "kept", bytes: out };
}

function tell(profile: Uint8Array, tags: readonly Tag[], hasMore: boolean, name: string, findings: Findings): void {
  const hasText = hasMore || HEADER_CUTS.some(([from, to]) => profile.subarray(from, to).some((byte) => byte !== 0));
  const isOwn = !STANDARD_NAMES.test(name);
  if (tags.some((tag) => MAKER_TAGS.has(tag.name)) || (hasText && isOwn)) findings.add("device", name);
  const view = new DataView(profile.buffer, profile.byteOffset + DATE_AT, 6);
  const [year, month, day] = [view.getUint16(0), view.getUint16(2), view.getUint16(4)];
  const date = [year, month, day].map((part) => String(part).padStart(2, "0")).join("-");
  if (isOwn && year > 0) findings.add("time", date);
}

function readTags(profile: Uint8Array): Tag[] | undefined {
  if (profile.length < HEADER_BYTES + 4 || !says(profile, 36, "acsp")) return undefined;
  if (!CLASSES.test(latin1(profile.subarray(12, 24)))) return undefined;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.length);
  const count = view.getUint32(HEADER_BYTES);
  const tableEnd = HEADER_BYTES + 4 + 12 * count;
  if (count > MOST_TAGS || tableEnd > profile.length) return undefined;
  const tags: Tag[] = [];
  for (let index = 0; index < count; index++) {
    const at = HEADER_BYTES + 4 + 12 * index;
    const [offset, size] = [view.getUint32(at + 4), view.getUint32(at + 8)];
    if (offset < tableEnd || offset + size > profile.length) return undefined;
    tags.push({ name: latin1(profile.subarray(at, at + 4)), offset, size });
  }
  return tags;
}

function readName(profile: Uint8Array, tags: readonly Tag[]): string {
  const tag = tags.find(({ name }) => name === "desc");
  if (tag === undefined) return "";
  const data = profile.subarray(tag.offset, tag.offset + tag.size);
  if (says(data, 0, "desc") && data.length > 12) return latin1(data.subarray(12)).split("\0")[0] ?? "";
  if (!says(data, 0, "mluc") || data.length < 28) return "";
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  const [length, offset] = [view.getUint32(20), view.getUint32(24)];
  return utf16(data.subarray(offset, offset + length), false);
}

/** Primaries of sRGB, adapted to D50 as profiles hold them (IEC 61966-2-1; the profile that HP and Microsoft made). */
const SRGB: Readonly<Record<string, readonly [number, number, number]>> = {
  rXYZ: [0.436, 0.2225, 0.0139],
  gXYZ: [0.3851, 0.7169, 0.0971],
  bXYZ: [0.1431, 0.0606, 0.7141],
};
/** Exponent, and where the power and the straight line begin (IEC 61966-2-1). */
const SRGB_CURVE = [2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.040_45];
const NEAR = 0.002;

/**
 * Primaries of sRGB with its curve: the table of 1,024 points that the common profile holds, or the five parameters.
 * A plain gamma is another space, and is kept.
 */
function isStandard(profile: Uint8Array, tags: readonly Tag[]): boolean {
  if (!says(profile, 16, "RGB ") || tags.some((tag) => /^[ABD]2[ABD]\d$/u.test(tag.name))) return false;
  const view = new DataView(profile.buffer, profile.byteOffset, profile.length);
  for (const [name, wanted] of Object.entries(SRGB)) {
    const tag = tags.find((candidate) => candidate.name === name);
    if (tag === undefined || tag.size < 20) return false;
    for (const [index, value] of wanted.entries()) {
      if (Math.abs(view.getInt32(tag.offset + 8 + 4 * index) / 65_536 - value) > NEAR) return false;
    }
  }
  return ["rTRC", "gTRC", "bTRC"].every((name) => {
    const tag = tags.find((candidate) => candidate.name === name);
    if (tag === undefined || tag.size < 12) return false;
    if (says(profile, tag.offset, "para") && tag.size >= 16) {
      const kind = view.getUint16(tag.offset + 8);
      const wanted = kind === 3 ? SRGB_CURVE : kind === 4 ? [...SRGB_CURVE, 0, 0] : undefined;
      const isNear = (value: number, at: number) =>
        Math.abs(view.getInt32(tag.offset + 12 + 4 * at) / 65_536 - value) < NEAR;
      return wanted !== undefined && tag.size >= 12 + 4 * wanted.length && wanted.every(isNear);
    }
    const points = view.getUint32(tag.offset + 8);
    if (!says(profile, tag.offset, "curv") || points < 256 || tag.size < 12 + 2 * points) return false;
    // sRGB gives 0.2140 at one half; a gamma of 2.2 gives 0.2176.
    const middle = view.getUint16(tag.offset + 12 + 2 * Math.round((points - 1) / 2)) / 65_535;
    return Math.abs(middle - 0.214) < 0.002;
  });
}
