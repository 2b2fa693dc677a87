/**
 * Colour profiles. Without one, a picture from a modern phone or screen shows in wrong colours; with one, it may carry
 * the name and serial number of a screen (macOS puts both into screenshots). So a profile keeps its numbers and loses
 * every text, date and maker; one that says sRGB goes wholly, since that is what "no profile" means.
 */
import type { Findings } from "../findings.ts";
import { latin1, says, utf16 } from "../text.ts";

/** Tags that hold numbers a colour engine computes with (ICC.1:2022, 9.2). */
const COLOUR_TAGS = new Set(
  (
    "rXYZ gXYZ bXYZ rTRC gTRC bTRC kTRC wtpt bkpt chad lumi cicp chrm gamt A2B0 A2B1 A2B2 B2A0 B2A1 B2A2 " +
    "D2B0 D2B1 D2B2 D2B3 B2D0 B2D1 B2D2 B2D3"
  ).split(" "),
);

/** Tags that name a device, macOS's with a serial number. */
const MAKER_TAGS = new Set(["mmod", "dmnd", "dmdd", "meta", "ndin", "vcgt"]);
/** Names that everybody's files carry: saying them would tell nobody anything. */
const STANDARD_NAMES = /^(?:sRGB|Display P3|Adobe RGB|ProPhoto|DCI|Rec\.? ?\d+|c2|uP3|Dot Gain|Gray)/iu;

const HEADER_BYTES = 128;
const MOST_TAGS = 200;
/** Profile size, preferred engine, date, platform, maker, model and creator, id: what of the header goes. */
const HEADER_CUTS: readonly [from: number, to: number][] = [
  [4, 8],
  [24, 36],
  [40, 44],
  [48, 64],
  [80, 100],
];

export type Profile =
  | { readonly is: "sRGB" }
  /** Same length as before, so that it can be put where the old one was. */
  | { readonly is: "kept"; readonly bytes: Uint8Array }
  | { readonly is: "unreadable" };

type Tag = { readonly name: string; readonly offset: number; readonly size: number };

export function cleanProfile(profile: Uint8Array, findings: Findings): Profile {
  const tags = readTags(profile);
  if (tags === undefined) {
    findings.add("other", "ICC");
    return { is: "unreadable" };
  }
  const name = readName(
    profile,
    tags.find((tag) => tag.name === "desc"),
  );
  if (isStandard(profile, tags)) return { is: "sRGB" };
  const kept = tags.filter((tag) => COLOUR_TAGS.has(tag.name));
  const hasMaker = tags.some((tag) => MAKER_TAGS.has(tag.name));
  const hasText = kept.length < tags.length || hasHeaderText(profile);
  if (hasMaker || (hasText && !STANDARD_NAMES.test(name))) findings.add("device", name);
  findings.remains("colour-profile");
  const out = new Uint8Array(profile.length);
  out.set(profile.subarray(0, HEADER_BYTES));
  for (const [from, to] of HEADER_CUTS) out.fill(0, from, to);
  const view = new DataView(out.buffer);
  view.setUint32(0, profile.length);
  view.setUint32(HEADER_BYTES, kept.length);
  for (const [index, tag] of kept.entries()) {
    const at = HEADER_BYTES + 4 + 12 * index;
    for (let i = 0; i < 4; i++) out[at + i] = tag.name.charCodeAt(i);
    view.setUint32(at + 4, tag.offset);
    view.setUint32(at + 8, tag.size);
    out.set(profile.subarray(tag.offset, tag.offset + tag.size), tag.offset);
  }
  return { is: "kept", bytes: out };
}

function readTags(profile: Uint8Array): Tag[] | undefined {
  if (profile.length < HEADER_BYTES + 4 || !says(profile, 36, "acsp")) return undefined;
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

function hasHeaderText(profile: Uint8Array): boolean {
  return HEADER_CUTS.some(([from, to]) => profile.subarray(from, to).some((byte) => byte !== 0));
}

function readName(profile: Uint8Array, tag: Tag | undefined): string {
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
      const [kind, gamma] = [view.getUint16(tag.offset + 8), view.getInt32(tag.offset + 12) / 65_536];
      return (kind === 3 || kind === 4) && Math.abs(gamma - 2.4) < 0.01;
    }
    const points = view.getUint32(tag.offset + 8);
    if (!says(profile, tag.offset, "curv") || points < 256 || tag.size < 12 + 2 * points) return false;
    // sRGB gives 0.2140 at one half; a gamma of 2.2 gives 0.2176.
    const middle = view.getUint16(tag.offset + 12 + 2 * Math.round((points - 1) / 2)) / 65_535;
    return Math.abs(middle - 0.214) < 0.002;
  });
}
