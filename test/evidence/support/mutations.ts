/** Files as broken lines, worn disks and careless programs leave them, and a judge of what cleaning makes of such a file. */
import fc from "fast-check";
import { concat } from "../../../src/crypto/bytes.ts";
import { cleaning } from "../../../src/evidence/cleaning.ts";
import { bytesSource } from "../../../src/evidence/source.ts";
import type { Sample } from "../make/samples.ts";

/**
 * The same so many each time, so that a fault in what nobody has tried yet is found by who looks for it.
 * `SEGEL_MUTATIONS` sets another number, for a long run by hand with others.
 */
export function runsOf(numRuns: number): { readonly numRuns: number; readonly seed?: number } {
  const own = process.env["SEGEL_MUTATIONS"];
  return own === undefined ? { numRuns, seed: 98 } : { numRuns: Number(own) };
}

/** Bytes, and of each whether it is content. */
export type Marked = { readonly bytes: Uint8Array; readonly isContent: Uint8Array };

/** Data, so that a counterexample can be read. A place counts from the beginning, again and again. */
type Change =
  | { readonly does: "set"; readonly at: number; readonly value: number }
  | { readonly does: "flip"; readonly at: number; readonly bit: number }
  | { readonly does: "insert mark"; readonly at: number; readonly value: number }
  | { readonly does: "cut"; readonly at: number }
  | { readonly does: "take out" | "double"; readonly at: number; readonly length: number };

export function marked({ file, content }: Sample): Marked {
  const isContent = new Uint8Array(file.length);
  const bytes = Buffer.from(file);
  let from = 0;
  for (const part of content) {
    const at = bytes.indexOf(part, from);
    if (at < 0) throw new Error("Content that is not in the file");
    isContent.fill(1, at, at + part.length);
    from = at + part.length;
  }
  return { bytes: file, isContent };
}

const byte = fc.oneof(fc.nat(255), fc.constantFrom(0, 1, 0x7f, 0x80, 0xff, 0xd8, 0xd9, 0xda, 0xe1, 0xfe, 0x9f, 0x3b));

const at = fc.nat();
const change: fc.Arbitrary<Change> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ does: fc.constant("set" as const), at, value: byte }) },
  { weight: 3, arbitrary: fc.record({ does: fc.constant("flip" as const), at, bit: fc.nat(7) }) },
  { weight: 2, arbitrary: fc.record({ does: fc.constant("insert mark" as const), at, value: byte }) },
  { weight: 1, arbitrary: fc.record({ does: fc.constant("cut" as const), at }) },
  {
    weight: 2,
    arbitrary: fc.record({ does: fc.constantFrom("take out" as const, "double" as const), at, length: fc.nat(200) }),
  },
);

/** One to three changes, one after the other; a single one most of the time. */
export const changes: fc.Arbitrary<readonly Change[]> = fc.oneof(
  { weight: 3, arbitrary: fc.tuple(change) },
  { weight: 1, arbitrary: fc.array(change, { minLength: 2, maxLength: 3 }) },
);

export function changed(file: Marked, list: readonly Change[]): Marked {
  return list.reduce((before, one) => (before.bytes.length === 0 ? before : applied(before, one)), file);
}

function applied(file: Marked, change: Change): Marked {
  const { bytes, isContent } = file;
  const at = change.at % bytes.length;
  switch (change.does) {
    case "set":
      return { bytes: bytes.with(at, change.value), isContent };
    case "flip":
      return { bytes: bytes.with(at, (bytes[at] ?? 0) ^ (1 << change.bit)), isContent };
    case "insert mark": {
      // It is no content; what stands around it still is.
      const mark = { bytes: Uint8Array.of(0xff, change.value), isContent: new Uint8Array(2) };
      return joined(sliced(file, 0, at), mark, sliced(file, at));
    }
    case "cut":
      return sliced(file, 0, at);
    case "take out":
      return joined(sliced(file, 0, at), sliced(file, at + change.length));
    case "double": {
      // What is there twice is whole where it is there once.
      const again = sliced(file, at, at + change.length);
      return joined(
        sliced(file, 0, at + change.length),
        { bytes: again.bytes, isContent: new Uint8Array(again.bytes.length) },
        sliced(file, at + change.length),
      );
    }
  }
}

function sliced({ bytes, isContent }: Marked, from: number, to?: number): Marked {
  return { bytes: bytes.slice(from, to), isContent: isContent.slice(from, to) };
}

function joined(...parts: readonly Marked[]): Marked {
  return {
    bytes: concat(...parts.map(({ bytes }) => bytes)),
    isContent: concat(...parts.map(({ isContent }) => isContent)),
  };
}

/** A frame of MP3 at 320 kbit/s and 32 kHz (ISO/IEC 11172-3, 2.4.2.3) */
const LARGEST_SOUND_BYTES = 1_441;

function lastOf(bytes: Uint8Array, from: number, end: number): number {
  let last = end;
  while (last > from && bytes[last - 1] === 0) last -= 1;
  return last;
}

/** Whether it was cleaned; throws where content is gone without a question, or where something tells and is not named. */
export async function judge({ bytes, isContent }: Marked): Promise<boolean> {
  const result = await cleaning(bytesSource(bytes));
  if (result.outcome === "unchanged") return false;
  const cleaned = Buffer.from(await result.cleaned.read(0, result.cleaned.size));
  let from = 0;
  for (let at = isContent.indexOf(1); at >= 0; at = isContent.indexOf(1, at)) {
    const next = isContent.indexOf(0, at);
    const end = next < 0 ? bytes.length : next;
    // Zeros at the end of content that was moved may be read as the size of what follows, or as empty space.
    const found = cleaned.indexOf(bytes.subarray(at, lastOf(bytes, at, end)), from);
    if (found < 0) throw new Error(`${end - at} bytes of content from ${at} on are gone`);
    from = found + (lastOf(bytes, at, end) - at);
    at = end;
  }
  const isNamed = result.findings.some(({ isRemoved }) => !isRemoved) || result.remains.includes("not-looked-into");
  const text = cleaned.toString("latin1").replaceAll("\0", "");
  // The last frame of sound that was cut off takes in what stood behind it, and no codec's data are read (docs/decisions/0055).
  const isInSound = result.type === "mp3" && cleaned.indexOf("canary") >= cleaned.length - LARGEST_SOUND_BYTES;
  if (/canary/iu.test(text) && !isNamed && !isInSound)
    throw new Error(`It tells "${text.slice(text.search(/canary/iu)).slice(0, 30)}"`);
  return true;
}
