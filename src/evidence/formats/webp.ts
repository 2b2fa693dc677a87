/** WebP (RFC 9649): a RIFF file of chunks, one of which says which others there are. */
import { concat, utf8 } from "../../crypto/bytes.ts";
import type { Findings } from "../findings.ts";
import { Plan } from "../plan.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { minimalExif, readExif } from "../tags/exif.ts";
import { cleanProfile } from "../tags/icc.ts";
import { readXmp } from "../tags/xmp.ts";
import { latin1, says } from "../text.ts";
import { isNearly } from "./boxes.ts";

const FRAMES = new Set(["VP8 ", "VP8L", "ALPH"]);
const DESCRIBING = new Set(["EXIF", "XMP ", "ICCP"]);
const NAMES = [...FRAMES, ...DESCRIBING, "VP8X", "ANIM", "ANMF"];
const FRAME_HEADER_BYTES = 16;
const HEADER_BYTES = 10;
const CHUNK_BYTES = 8;
const ANIMATION_BYTES = 6;
const LEAST_BYTES: Readonly<Record<string, number>> = { VP8X: HEADER_BYTES, ANIM: ANIMATION_BYTES };
const MOST_CHUNKS = 200_000;
const LARGEST_METADATA_BYTES = 4 * 1_024 * 1_024;

/** RIFF's own name for bytes that mean nothing. */
const EMPTY = "JUNK";
/** More than a damaged picture is read on for. */
const MOST_EMPTY_BYTES = 65_536;

const HAS_PROFILE = 0x20;
const FLAGS: readonly [flag: number, name: string][] = [
  [0x20, "ICCP"],
  [0x08, "EXIF"],
  [0x04, "XMP "],
];
const HAS_ALPHA = 0x10;
const IS_ANIMATED = 0x02;
const HAS_EXIF = 0x08;

type Chunk = { readonly name: string; readonly at: number; readonly length: number; readonly end: number };

export async function cleanWebp(source: Source, findings: Findings): Promise<Plan> {
  const reader = new Reader(source);
  const riff = await reader.view(0, 12);
  const end = 8 + riff.getUint32(4, true);
  // Programs write sizes that are off by the padding byte.
  if (end > reader.size + 1 || end < 20) throw new Unfit("damaged");
  const chunks = await listChunks(reader, 12, Math.min(end, reader.size));
  if (!chunks.some(({ name }) => FRAMES.has(name) || name === "ANMF")) throw new Unfit("damaged");
  for (const { name, length } of chunks)
    if (isNearly(name, NAMES) || length < (LEAST_BYTES[name] ?? 0)) throw new Unfit("damaged");
  const header = chunks.find(({ name }) => name === "VP8X");
  const said = header === undefined ? 0 : ((await reader.bytes(header.at, 1))[0] ?? 0);
  const body = new Plan();
  let flags = 0;
  let exif: Uint8Array | undefined;
  let profile: Uint8Array | undefined;
  for (const { name, at, length } of chunks) {
    if (name === "EXIF") {
      const bytes = await reader.bytes(at, Math.min(length, LARGEST_METADATA_BYTES));
      const orientation = readExif(says(bytes, 0, "Exif\0\0") ? bytes.subarray(6) : bytes, findings);
      if (orientation !== 1) exif ??= minimalExif(orientation);
    } else if (name === "XMP ") {
      readXmp(await reader.bytes(at, Math.min(length, LARGEST_METADATA_BYTES)), findings);
    } else if (name === "ICCP" && profile === undefined) {
      if (length > LARGEST_METADATA_BYTES) throw new Unfit("too-complex");
      const cleaned = cleanProfile((await reader.bytes(at, length)).slice(), findings);
      if (cleaned.is === "kept") profile = cleaned.bytes;
    }
  }
  for (const [flag, name] of FLAGS) {
    // It says that there is one: another chunk was made longer, and holds it.
    if ((said & flag) !== 0 && !chunks.some((chunk) => chunk.name === name)) throw new Unfit("damaged");
  }
  if (profile !== undefined) flags |= HAS_PROFILE;
  if (exif !== undefined) flags |= HAS_EXIF;
  /** Where the last picture that is no frame of an animation ends: in the file, and in the cleaned one */
  let picture: { readonly end: number; readonly written: number } | undefined;
  for (const { name, at, length, end: chunkEnd } of chunks) {
    if (name === "VP8X") {
      const header = (await reader.bytes(at, HEADER_BYTES)).slice().fill(0, 1, 4);
      header[0] = ((header[0] ?? 0) & (HAS_ALPHA | IS_ANIMATED)) | flags;
      writeChunk(body, "VP8X", header);
      if (profile !== undefined) writeChunk(body, "ICCP", profile);
    } else if (name === "ANMF") await copyFrame(reader, body, at, length, findings);
    else if (FRAMES.has(name)) {
      copyChunk(body, name, at, length);
      picture = { end: chunkEnd, written: body.size };
    } else if (name === "ANIM") copyChunk(body, name, at, ANIMATION_BYTES);
    else if (!DESCRIBING.has(name) && !(name === EMPTY && (await isZero(reader, at, length))))
      findings.add("other", name);
  }
  if (exif !== undefined && header !== undefined) writeChunk(body, "EXIF", exif);
  // Decoders read a damaged picture on into what stands behind it, and show nothing of it where that is the file's end.
  const lost =
    picture === undefined ? 0 : Math.min(end, reader.size) - picture.end - (body.size - picture.written) - CHUNK_BYTES;
  // With its padding byte, or a second cleaning would find that one behind the picture too.
  if (lost > 0) writeChunk(body, EMPTY, new Uint8Array(Math.min(lost + (lost % 2), MOST_EMPTY_BYTES)));
  if (end < reader.size) {
    // A frame that the size leaves out: the size is not what it was.
    const next = latin1(await reader.bytes(end, Math.min(4, reader.size - end)));
    if (NAMES.includes(next)) throw new Unfit("damaged");
    findings.add("trailing-data", `${reader.size - end} B`);
  }
  const plan = new Plan();
  plan.write(concat(utf8("RIFF"), littleEndian(body.size + 4), utf8("WEBP")));
  plan.append(body);
  return plan;
}

async function listChunks(reader: Reader, from: number, to: number): Promise<Chunk[]> {
  const chunks: Chunk[] = [];
  let at = from;
  while (at + 8 <= to) {
    if (chunks.length >= MOST_CHUNKS) throw new Unfit("too-complex");
    const name = latin1(await reader.bytes(at, 4));
    if (!/^[\x20-\x7e]{4}$/u.test(name)) throw new Unfit("damaged");
    const length = (await reader.view(at + 4, 4)).getUint32(0, true);
    if (at + 8 + length > to) throw new Unfit("damaged");
    const end = at + 8 + length + (length % 2);
    chunks.push({ name, at: at + 8, length, end });
    at = end;
  }
  // Programs leave out the last padding byte.
  if (at < to) throw new Unfit("damaged");
  return chunks;
}

async function isZero(reader: Reader, at: number, length: number): Promise<boolean> {
  return length <= MOST_EMPTY_BYTES && (await reader.bytes(at, length)).every((byte) => byte === 0);
}

/** A frame of an animation holds chunks of its own, and may hold strange ones. */
async function copyFrame(reader: Reader, plan: Plan, at: number, length: number, findings: Findings): Promise<void> {
  if (length < FRAME_HEADER_BYTES) throw new Unfit("damaged");
  const inner = new Plan();
  inner.copy(at, FRAME_HEADER_BYTES);
  const chunks = await listChunks(reader, at + FRAME_HEADER_BYTES, at + length);
  if (!chunks.some(({ name }) => name === "VP8 " || name === "VP8L")) throw new Unfit("damaged");
  for (const chunk of chunks) {
    if (isNearly(chunk.name, FRAMES)) throw new Unfit("damaged");
    if (FRAMES.has(chunk.name)) copyChunk(inner, chunk.name, chunk.at, chunk.length);
    else findings.add("other", chunk.name);
  }
  plan.write(concat(utf8("ANMF"), littleEndian(inner.size)));
  plan.append(inner);
}

function copyChunk(plan: Plan, name: string, at: number, length: number): void {
  plan.write(concat(utf8(name), littleEndian(length)));
  plan.copy(at, length);
  plan.zeros(length % 2);
}

function writeChunk(plan: Plan, name: string, body: Uint8Array): void {
  plan.write(concat(utf8(name), littleEndian(body.length), body));
  plan.zeros(body.length % 2);
}

function littleEndian(value: number): Uint8Array {
  return Uint8Array.of(value & 0xff, (value >>> 8) & 0xff, (value >>> 16) & 0xff, value >>> 24);
}
