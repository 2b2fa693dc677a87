/**
 * A ZIP of the one plain form in which files leave the office: entries stored as they are, one behind the other, none
 * twice, and nothing before, between and behind them. Whatever two programs could read in two ways is refused.
 */
import { CryptoError } from "../../crypto/errors.ts";
import { fromUtf8, sameBytes } from "../../crypto/bytes.ts";

/** A file that is read in pieces. */
export type ByteSource = {
  readonly size: number;
  /** Exactly so many bytes from there on */
  read(offset: number, length: number): Promise<Uint8Array>;
};

export type PlainEntry = {
  readonly name: string;
  readonly from: number;
  readonly size: number;
  /** CRC-32, as it stands there */
  readonly sum: number;
};

const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
const END_BYTES = 22;
/** What stands behind an entry: its mark, its sum, its size twice */
const BEHIND_BYTES = 16;
const [LOCAL, CENTRAL, END, BEHIND] = [0x504b_0304, 0x504b_0102, 0x504b_0506, 0x504b_0708];
/** Sizes stand behind the bytes; the name is UTF-8. */
const FLAGS = [0x0008, 0x0808];
/** Written by version 4.5 under Unix, read by 4.5: with another system the attributes below would say something else. */
const [MADE_BY, NEEDED] = [0x032d, 0x002d];
/** A file that anybody may read, and neither a folder nor a link */
const ATTRIBUTES = (0o100664 << 16) >>> 0;
/** Its table is in memory as a whole. */
const MOST_ENTRIES = 500;
const LONGEST_NAME_BYTES = 128;
/** Without ZIP64, which no entry of a case needs: 1 GiB is the largest file */
const LARGEST = 0xffff_fffe;

/**
 * In the order of the file. Throws CryptoError `malformed`. The sums are compared with each other here: with the bytes, who
 * reads these.
 */
export async function readPlainZip(source: ByteSource): Promise<PlainEntry[]> {
  const refuse = (): never => {
    throw new CryptoError("malformed");
  };
  const view = async (offset: number, length: number): Promise<DataView> => {
    if (offset < 0 || offset + length > source.size) refuse();
    const bytes = await source.read(offset, length);
    if (bytes.length !== length) refuse();
    return new DataView(bytes.buffer, bytes.byteOffset, length);
  };
  if (source.size < END_BYTES || source.size > LARGEST) refuse();
  const end = await view(source.size - END_BYTES, END_BYTES);
  const count = end.getUint16(8, true);
  const [tableBytes, tableAt] = [end.getUint32(12, true), end.getUint32(16, true)];
  // One disk, no comment, and the table stands right before.
  const isPlain =
    end.getUint32(0) === END &&
    end.getUint32(4, true) === 0 &&
    end.getUint16(10, true) === count &&
    end.getUint16(20, true) === 0 &&
    tableAt + tableBytes === source.size - END_BYTES;
  if (!isPlain || count === 0 || count > MOST_ENTRIES) refuse();
  if (tableBytes > count * (CENTRAL_BYTES + LONGEST_NAME_BYTES)) refuse();
  const table = await view(tableAt, tableBytes);
  const entries: PlainEntry[] = [];
  let [at, expected] = [0, 0];
  for (let entry = 0; entry < count; entry++) {
    if (at + CENTRAL_BYTES > tableBytes || table.getUint32(at) !== CENTRAL) refuse();
    const [nameBytes, extra, comment] = [28, 30, 32].map((place) => table.getUint16(at + place, true));
    const [crc, packed, size, from] = [16, 20, 24, 42].map((place) => table.getUint32(at + place, true));
    if (nameBytes === undefined || crc === undefined || size === undefined) return refuse();
    const isStored = table.getUint16(at + 10, true) === 0 && packed === size && extra === 0 && comment === 0;
    const flags = table.getUint16(at + 8, true);
    if (!isStored || !FLAGS.includes(flags) || from !== expected) refuse();
    const isFile =
      table.getUint16(at + 4, true) === MADE_BY &&
      table.getUint16(at + 6, true) === NEEDED &&
      // Neither of another disk nor marked as text, in which some programs change the ends of lines.
      table.getUint32(at + 34, true) === 0 &&
      table.getUint32(at + 38, true) === ATTRIBUTES;
    if (!isFile) refuse();
    if (nameBytes === 0 || nameBytes > LONGEST_NAME_BYTES || at + CENTRAL_BYTES + nameBytes > tableBytes) refuse();
    const name = bytesOf(table, at + CENTRAL_BYTES, nameBytes);
    const local = await view(expected, LOCAL_BYTES + nameBytes);
    const begin = expected + LOCAL_BYTES + nameBytes;
    const isSame =
      local.getUint32(0) === LOCAL &&
      // Version, flags, method, time
      sameBytes(bytesOf(local, 4, 10), bytesOf(table, at + 6, 10)) &&
      // Sum and sizes: whoever reads from the front takes these, and not what stands behind.
      bytesOf(local, 14, 12).every((byte) => byte === 0) &&
      local.getUint16(26, true) === nameBytes &&
      local.getUint16(28, true) === 0 &&
      sameBytes(bytesOf(local, LOCAL_BYTES, nameBytes), name);
    if (!isSame || begin + size + BEHIND_BYTES > tableAt) refuse();
    const behind = await view(begin + size, BEHIND_BYTES);
    const isTold =
      behind.getUint32(0) === BEHIND &&
      behind.getUint32(4, true) === crc &&
      behind.getUint32(8, true) === size &&
      behind.getUint32(12, true) === size;
    if (!isTold) refuse();
    entries.push({ name: textOf(name), from: begin, size, sum: crc });
    expected = begin + size + BEHIND_BYTES;
    at += CENTRAL_BYTES + nameBytes;
  }
  const names = new Set(entries.map(({ name }) => name));
  if (at !== tableBytes || expected !== tableAt || names.size !== count) refuse();
  return entries;
}

function bytesOf(view: DataView, offset: number, length: number): Uint8Array {
  return new Uint8Array(view.buffer, view.byteOffset + offset, length);
}

function textOf(bytes: Uint8Array): string {
  return fromUtf8(bytes);
}
