/** GIF (89a): pictures and extensions, each in blocks of at most 255 bytes. */
import type { Findings } from "../findings.ts";
import { Plan } from "../plan.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { readXmp } from "../tags/xmp.ts";
import { latin1, readText } from "../text.ts";

const EXTENSION = 0x21;
const IMAGE = 0x2c;
const TRAILER = 0x3b;
const GRAPHIC_CONTROL = 0xf9;
const COMMENT = 0xfe;
const APPLICATION = 0xff;

/** How often an animation repeats. */
const LOOPS = new Set(["NETSCAPE2.0", "ANIMEXTS1.0"]);

/** Of a control block, with its four bytes; and of one that loops, with the number of times. */
const CONTROL_BYTES = 8;
const LOOP_BYTES = 19;

/** Words among the colours: some of these are missing, and what stands behind them was taken for them. */
const EXTENSION_AMONG_COLOURS = /!(?:\xfe.|\xff\v)[\x20-\x7e]{4}/su;

const LONGEST_TEXT_BYTES = 64 * 1_024;
const MOST_BLOCKS = 1_000_000;

export async function cleanGif(source: Source, findings: Findings): Promise<Plan> {
  const reader = new Reader(source);
  const plan = new Plan();
  let at = 13 + tableBytes((await reader.bytes(0, 13))[10] ?? 0);
  if (EXTENSION_AMONG_COLOURS.test(latin1(await reader.bytes(0, at)))) throw new Unfit("damaged");
  plan.copy(0, at);
  let hasPicture = false;
  for (let blocks = 0; ; blocks++) {
    if (blocks > MOST_BLOCKS) throw new Unfit("too-complex");
    const kind = (await reader.bytes(at, 1))[0];
    if (kind === TRAILER) break;
    if (kind === IMAGE) {
      const header = await reader.bytes(at, 10);
      const data = at + 10 + tableBytes(header[9] ?? 0) + 1;
      const end = await findBlocksEnd(reader, data, true);
      plan.copy(at, end - at);
      hasPicture = true;
      at = end;
    } else if (kind === EXTENSION) {
      const label = (await reader.bytes(at + 1, 1))[0];
      const end = await findBlocksEnd(reader, at + 2);
      if (label === GRAPHIC_CONTROL) {
        if (end - at !== CONTROL_BYTES) throw new Unfit("damaged");
        plan.copy(at, CONTROL_BYTES);
      } else if (label === APPLICATION && (await isLoop(reader, at, end))) {
        plan.copy(at, LOOP_BYTES - 1);
        plan.zeros(1);
        if (end - at > LOOP_BYTES) findings.add("other");
      } else await tell(reader, label ?? 0, at + 2, end, findings);
      at = end;
    } else throw new Unfit("damaged");
  }
  if (!hasPicture) throw new Unfit("damaged");
  plan.copy(at, 1);
  if (at + 1 < reader.size) {
    // Data behind the end that ends like a picture: then that end is none, and what follows may be pictures.
    if ((await reader.bytes(reader.size - 1, 1))[0] === TRAILER) throw new Unfit("damaged");
    findings.add("trailing-data", `${reader.size - at - 1} B`);
  }
  return plan;
}

function tableBytes(packed: number): number {
  return packed & 0x80 ? 3 * 2 ** ((packed & 7) + 1) : 0;
}

/** @param isPicture whose blocks are all as long as the first, but for the last: else something else stands among them */
async function findBlocksEnd(reader: Reader, from: number, isPicture = false): Promise<number> {
  let at = from;
  let first = 0;
  let isLast = false;
  for (;;) {
    const bytes = await reader.ahead(at);
    if (bytes.length === 0) throw new Unfit("damaged");
    // As many blocks as lie ready, without waiting for each.
    let index = 0;
    while (index < bytes.length) {
      const length = bytes[index] ?? 0;
      index += 1 + length;
      if (length === 0) return at + index;
      first ||= length;
      if (isPicture && (isLast || length > first)) throw new Unfit("damaged");
      isLast = length < first;
    }
    at += index;
    if (at > reader.size) throw new Unfit("damaged");
  }
}

async function isLoop(reader: Reader, at: number, end: number): Promise<boolean> {
  if (end - at < LOOP_BYTES) return false;
  const bytes = await reader.bytes(at, LOOP_BYTES);
  return bytes[2] === 11 && LOOPS.has(latin1(bytes.subarray(3, 14))) && bytes[14] === 3 && bytes[15] === 1;
}

async function tell(reader: Reader, label: number, from: number, end: number, findings: Findings): Promise<void> {
  const bytes = (await reader.bytes(from, Math.min(end - from, LONGEST_TEXT_BYTES))).slice();
  const name = latin1(bytes.subarray(1, 12));
  if (label === COMMENT) findings.add("comment", readText(withoutLengths(bytes)));
  else if (label === 0x01) findings.add("comment");
  // XMP stands there as it is, its letters taken for lengths by readers that do not know it.
  else if (label === APPLICATION && name === "XMP DataXMP") readXmp(bytes.subarray(12), findings);
  else findings.add("other", label === APPLICATION ? name : "");
}

function withoutLengths(blocks: Uint8Array): Uint8Array {
  const bytes: number[] = [];
  for (let at = 0; at < blocks.length; at += 1 + (blocks[at] ?? 0)) {
    for (const byte of blocks.subarray(at + 1, at + 1 + (blocks[at] ?? 0))) bytes.push(byte);
  }
  return Uint8Array.from(bytes);
}
