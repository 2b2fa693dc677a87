/** A browser's profile as whoever holds the device reads it: every file, and what is packed in it. */
import * as fs from "node:fs/promises";
import path from "node:path";
import * as zlib from "node:zlib";
import { spellingsOf } from "./recorder.ts";

/** Names of the files that hold one of the spellings, packed or plain. */
export async function searchProfile(folder: string, secret: string): Promise<string[]> {
  const spellings = spellingsOf(secret);
  return matching(folder, (bytes) => spellings.some((spelling) => bytes.includes(spelling)));
}

/** Which of these stand somewhere in it, as they are. */
export async function findInProfile(folder: string, wanted: readonly string[]): Promise<string[]> {
  const found = new Set<string>();
  await matching(folder, (bytes) => {
    for (const one of wanted) if (bytes.includes(one)) found.add(one);
    return false;
  });
  return [...found].toSorted();
}

async function matching(folder: string, is: (bytes: Buffer) => boolean): Promise<string[]> {
  const entries = await fs.readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((one) => one.isFile())) {
    const file = path.join(entry.parentPath, entry.name);
    const bytes = await fs.readFile(file).catch(() => Buffer.alloc(0));
    if ([bytes, ...unpacked(bytes)].some(is)) found.push(path.relative(folder, file));
  }
  return found;
}

/** Firefox's session files (mozLz4), and what was kept as it came over the line: gzip, Brotli. */
function unpacked(bytes: Buffer): Buffer[] {
  const all: Buffer[] = [];
  if (bytes.subarray(0, MOZ_LZ4.length).equals(MOZ_LZ4)) all.push(unpackLz4(bytes.subarray(MOZ_LZ4.length + 4)));
  // Lenient, since a cache writes notes of its own behind what it keeps.
  for (let at = bytes.indexOf(GZIP); at >= 0; at = bytes.indexOf(GZIP, at + 1))
    all.push(tryTo(() => zlib.gunzipSync(bytes.subarray(at), { finishFlush: zlib.constants.Z_SYNC_FLUSH })));
  return all;
}

const MOZ_LZ4 = Buffer.from("mozLz40\0", "latin1");
const GZIP = Buffer.from([0x1f, 0x8b, 0x08]);

function tryTo(unpack: () => Buffer): Buffer {
  try {
    return unpack();
  } catch {
    return Buffer.alloc(0);
  }
}

/** One block of LZ4 (its "Block Format Description"). */
export function unpackLz4(block: Buffer): Buffer {
  const out: number[] = [];
  let at = 0;
  const length = (start: number): number => {
    let all = start;
    if (start !== 15) return all;
    for (let more = 255; more === 255;) {
      more = block[at++] ?? 0;
      all += more;
    }
    return all;
  };
  while (at < block.length) {
    const token = block[at++] ?? 0;
    const literals = length(token >> 4);
    for (const byte of block.subarray(at, at + literals)) out.push(byte);
    at += literals;
    if (at >= block.length) break;
    const back = block.readUInt16LE(at);
    at += 2;
    const copied = length(token & 15) + 4;
    for (let i = 0; i < copied; i++) out.push(out[out.length - back] ?? 0);
  }
  return Buffer.from(out);
}
