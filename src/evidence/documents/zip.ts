/** ZIP (APPNOTE 6.3): the table at the end says what is in it. Read for office files, and written anew from its parts. */
import { concat, sameBytes, utf8 } from "../../crypto/bytes.ts";
import { crc32 } from "../../crypto/checksums.ts";
import { Plan } from "../plan.ts";
import { Unfit, type Reader } from "../source.ts";
import { latin1, readText, says } from "../text.ts";
import { inflate } from "./inflate.ts";

export type ZipEntry = {
  readonly name: string;
  readonly nameBytes: Uint8Array;
  /** 0 as it is, 8 deflated */
  readonly method: number;
  readonly flags: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
  readonly at: number;
  readonly isEncrypted: boolean;
};

const END_BYTES = 22;
const LONGEST_COMMENT_BYTES = 65_535;
const MOST_ENTRIES = 20_000;
const LOCAL_BYTES = 30;
const CENTRAL_BYTES = 46;
/** Bit 11: the name is UTF-8; bits 1 and 2: how hard it was deflated. */
const KEPT_FLAGS = 0x0806;
/** Bit 3: sums and sizes stand behind the bytes, in 24 bytes at most. */
const SIZES_BEHIND = 0x0008;
const BEHIND_BYTES = 24;
/** 1 January 1980, as Office itself writes. */
const NO_DATE = 0x0021;

/** In the order of the table. Throws `damaged` where there is none that holds, `not-supported` for ZIP64. */
export async function readEntries(reader: Reader): Promise<ZipEntry[]> {
  const tailBytes = Math.min(reader.size, END_BYTES + LONGEST_COMMENT_BYTES);
  const tailAt = reader.size - tailBytes;
  const tail = await reader.bytes(tailAt, tailBytes);
  const endAt = latin1(tail).lastIndexOf("PK\x05\x06");
  if (endAt < 0 || endAt + END_BYTES > tail.length) throw new Unfit("damaged");
  const last = new DataView(tail.buffer, tail.byteOffset + endAt, END_BYTES);
  const [count, size, start] = [last.getUint16(10, true), last.getUint32(12, true), last.getUint32(16, true)];
  if (count === 0xffff || start === 0xffff_ffff) throw new Unfit("not-supported");
  if (count > MOST_ENTRIES) throw new Unfit("too-complex");
  if (start + size > tailAt + endAt) throw new Unfit("damaged");
  const table = (await reader.bytes(start, size)).slice();
  const view = new DataView(table.buffer);
  const entries: ZipEntry[] = [];
  let end = 0;
  for (let at = 0; entries.length < count;) {
    if (at + CENTRAL_BYTES > table.length || !says(table, at, "PK\x01\x02")) throw new Unfit("damaged");
    const nameEnd = at + CENTRAL_BYTES + view.getUint16(at + 28, true);
    const next = nameEnd + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > table.length) throw new Unfit("damaged");
    const flags = view.getUint16(at + 8, true);
    const nameBytes = table.subarray(at + CENTRAL_BYTES, nameEnd);
    entries.push({
      name: readText(nameBytes),
      nameBytes,
      method: view.getUint16(at + 10, true),
      flags,
      crc: view.getUint32(at + 16, true),
      packed: view.getUint32(at + 20, true),
      size: view.getUint32(at + 24, true),
      at: view.getUint32(at + 42, true),
      isEncrypted: (flags & 1) !== 0,
    });
    at = next;
    end = next;
  }
  // A table that holds more than it says: what it does not count would be left out.
  if (end !== table.length) throw new Unfit("damaged");
  return entries;
}

/** Where an entry's packed bytes begin. The entry and the table must tell the same of it. */
async function findData(reader: Reader, entry: ZipEntry): Promise<number> {
  const header = await reader.view(entry.at, LOCAL_BYTES);
  if (header.getUint32(0) !== 0x504b_0304) throw new Unfit("damaged");
  const [names, method] = [header.getUint16(26, true), header.getUint16(8, true)];
  const [crc, packed] = [header.getUint32(14, true), header.getUint32(18, true)];
  const from = entry.at + LOCAL_BYTES + names + header.getUint16(28, true);
  const isAhead = (header.getUint16(6, true) & SIZES_BEHIND) === 0;
  const isSame = method === entry.method && (!isAhead || (crc === entry.crc && packed === entry.packed));
  const name = await reader.bytes(entry.at + LOCAL_BYTES, names);
  if (!isSame || !sameBytes(name, entry.nameBytes) || from + entry.packed > reader.size) throw new Unfit("damaged");
  return from;
}

/** What an entry holds, up to `most` bytes; undefined where the platform cannot inflate. */
export async function readEntry(
  reader: Reader,
  entry: ZipEntry,
  most: number,
): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean } | undefined> {
  if (entry.isEncrypted) throw new Unfit("encrypted");
  const from = await findData(reader, entry);
  if (entry.method === 0) {
    const length = Math.min(entry.packed, most);
    return { bytes: (await reader.bytes(from, length)).slice(), isWhole: length === entry.packed };
  }
  if (entry.method !== 8) throw new Unfit("not-supported");
  // Deflate adds at most a little to what it cannot shrink: more input than that is not needed for so much output.
  const input = Math.min(entry.packed, most + 65_536);
  return inflate((await reader.bytes(from, input)).slice(), "deflate-raw", most);
}

/**
 * The same entries in the order of the file, those of `replaced` with other bytes: no times, owners, comments, and
 * nothing of what lay between.
 */
export async function rewrittenZip(
  reader: Reader,
  entries: readonly ZipEntry[],
  replaced: ReadonlyMap<string, Uint8Array>,
): Promise<Plan> {
  const plan = new Plan();
  const table: Uint8Array[] = [];
  let [end, behind] = [0, 0];
  for (const entry of entries.toSorted((a, b) => a.at - b.at)) {
    const at = plan.size;
    const bytes = replaced.get(entry.name);
    const from = await findData(reader, entry);
    // They touch. Else an entry was taken out of the table or lost from it, or two of them share their bytes.
    if (entry.at < end || entry.at > end + behind) throw new Unfit("damaged");
    end = from + entry.packed;
    behind = (entry.flags & SIZES_BEHIND) === 0 ? 0 : BEHIND_BYTES;
    const written: ZipEntry =
      bytes === undefined
        ? entry
        : {
            ...entry,
            method: 0,
            flags: entry.flags & 0x0800,
            crc: crc32(bytes),
            packed: bytes.length,
            size: bytes.length,
          };
    plan.write(localHeader(written));
    if (bytes === undefined) plan.copy(from, entry.packed);
    else plan.write(bytes);
    table.push(centralHeader(written, at));
    // Entries that share their bytes would make much out of little.
    if (plan.size > 2 * reader.size + 1_048_576) throw new Unfit("damaged");
  }
  const start = plan.size;
  const whole = concat(...table);
  plan.write(whole);
  plan.write(
    concat(
      utf8("PK\x05\x06"),
      numbers([0, 2], [0, 2], [table.length, 2], [table.length, 2], [whole.length, 4], [start, 4], [0, 2]),
    ),
  );
  return plan;
}

function localHeader(entry: ZipEntry): Uint8Array {
  return concat(utf8("PK\x03\x04"), commonFields(entry), numbers([entry.nameBytes.length, 2], [0, 2]), entry.nameBytes);
}

function centralHeader(entry: ZipEntry, at: number): Uint8Array {
  const name = entry.nameBytes;
  const rest = numbers([name.length, 2], [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [at, 4]);
  return concat(utf8("PK\x01\x02"), numbers([20, 2]), commonFields(entry), rest, name);
}

function commonFields({ flags, method, crc, packed, size }: ZipEntry): Uint8Array {
  return numbers([20, 2], [flags & KEPT_FLAGS, 2], [method, 2], [0, 2], [NO_DATE, 2], [crc, 4], [packed, 4], [size, 4]);
}

/** Little-endian numbers, each with its bytes. */
function numbers(...fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  return Uint8Array.from(
    fields.flatMap(([value, bytes]) => Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff)),
  );
}
