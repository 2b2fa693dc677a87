/**
 * What a cleaned file consists of: ranges of the original, bytes of our own, and zeros. A plan of a large video takes
 * some hundred bytes, and any slice of the cleaned file can be read from it.
 */
import type { Source } from "./source.ts";

export type Part =
  | { readonly is: "copy"; readonly from: number; readonly length: number }
  | { readonly is: "bytes"; readonly bytes: Uint8Array; readonly length: number }
  | { readonly is: "zeros"; readonly length: number };

/** Collects parts in the order of the cleaned file. */
export class Plan {
  readonly parts: Part[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  copy(from: number, length: number): void {
    if (length <= 0) return;
    const last = this.parts.at(-1);
    this.#size += length;
    if (last?.is === "copy" && last.from + last.length === from) {
      this.parts[this.parts.length - 1] = { is: "copy", from: last.from, length: last.length + length };
    } else this.parts.push({ is: "copy", from, length });
  }

  /** The bytes are copied: views into a reader's window do not last. */
  write(bytes: Uint8Array): void {
    if (bytes.length === 0) return;
    this.#size += bytes.length;
    this.parts.push({ is: "bytes", bytes: bytes.slice(), length: bytes.length });
  }

  zeros(length: number): void {
    if (length <= 0) return;
    this.#size += length;
    this.parts.push({ is: "zeros", length });
  }

  append(other: Plan): void {
    for (const part of other.parts) {
      if (part.is === "copy") this.copy(part.from, part.length);
      else if (part.is === "bytes") this.write(part.bytes);
      else this.zeros(part.length);
    }
  }
}

/** Bytes of a file that are replaced where they stand, so that every offset in it stays true. */
export type Overwriting = { readonly at: number } & ({ readonly bytes: Uint8Array } | { readonly zeros: number });

/** The first `end` bytes of a file with `changes` in them. Where two changes meet, the one that begins first wins. */
export function overwritten(end: number, changes: readonly Overwriting[]): Plan {
  const plan = new Plan();
  let at = 0;
  for (const change of changes.toSorted((a, b) => a.at - b.at)) {
    const length = "bytes" in change ? change.bytes.length : change.zeros;
    const skipped = Math.max(at - change.at, 0);
    if (skipped >= length || change.at + length > end) continue;
    plan.copy(at, change.at - at);
    if ("bytes" in change) plan.write(change.bytes.subarray(skipped));
    else plan.zeros(length - skipped);
    at = change.at + length;
  }
  plan.copy(at, end - at);
  return plan;
}

/** The cleaned file as a source of its own. */
export function planned(original: Source, plan: Plan): Source {
  const { parts } = plan;
  const starts: number[] = [];
  let size = 0;
  for (const part of parts) {
    starts.push(size);
    size += part.length;
  }
  return {
    size,
    async read(offset, length) {
      const wanted = Math.max(0, Math.min(length, size - offset));
      const first = findPart(starts, offset);
      const [whole, begins] = [parts[first], starts[first] ?? 0];
      // Nearly every slice of a picture or a video lies in one range of the original.
      if (whole?.is === "copy" && offset + wanted <= begins + whole.length) {
        return original.read(whole.from + offset - begins, wanted);
      }
      const out = new Uint8Array(wanted);
      let filled = 0;
      for (let index = first; filled < out.length; index++) {
        const part = parts[index];
        const start = starts[index];
        if (part === undefined || start === undefined) break;
        const within = offset + filled - start;
        const take = Math.min(part.length - within, out.length - filled);
        if (part.is === "copy") out.set(await original.read(part.from + within, take), filled);
        else if (part.is === "bytes") out.set(part.bytes.subarray(within, within + take), filled);
        filled += take;
      }
      return out;
    },
  };
}

/** The index of the last part that begins at or before `offset`. */
function findPart(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((starts[middle] ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  return low;
}
