/** A ZIP read without the library that wrote it: the list at its end, then each entry, its sum checked. */
import { crc32, inflateRawSync } from "node:zlib";

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const METHODS: Readonly<Record<number, (bytes: Buffer) => Buffer>> = { 0: (bytes) => bytes, 8: inflateRawSync };

export function readZip(archive: Uint8Array): ReadonlyMap<string, Buffer> {
  const bytes = Buffer.from(archive.buffer, archive.byteOffset, archive.byteLength);
  const end = bytes.lastIndexOf(Buffer.from(Uint32Array.of(END).buffer));
  if (end < 0) throw new Error("this is no ZIP");
  const entries = new Map<string, Buffer>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left--) {
    if (bytes.readUInt32LE(at) !== ENTRY) throw new Error("no entry where one should be");
    const [nameLength, ...more] = [28, 30, 32].map((field) => bytes.readUInt16LE(at + field)) as [
      number,
      number,
      number,
    ];
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    if (entries.has(name)) throw new Error(`${name} is there twice`);
    const local = bytes.readUInt32LE(at + 42);
    if (bytes.readUInt32LE(local) !== LOCAL) throw new Error(`${name} is not where the list says`);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const content = METHODS[bytes.readUInt16LE(at + 10)]?.(bytes.subarray(from, from + bytes.readUInt32LE(at + 20)));
    if (content === undefined || crc32(content) !== bytes.readUInt32LE(at + 16)) throw new Error(`${name} is damaged`);
    entries.set(name, content);
    at += 46 + nameLength + more.reduce((sum, length) => sum + length, 0);
  }
  return entries;
}
