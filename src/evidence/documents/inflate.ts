/** Inflates by the platform's own means, and never more than asked for: a bomb is cut off while it goes off. */
import { concat } from "../../crypto/bytes.ts";

/** `deflate` with zlib's header, as in PNG and PDF; `deflate-raw` without, as in ZIP. */
export type Deflation = "deflate" | "deflate-raw";

/** `isWhole` is false when the stream was longer than the limit, or broken. */
export type Inflated = { readonly bytes: Uint8Array; readonly isWhole: boolean };

/** Undefined where the platform has no `DecompressionStream`. */
export async function inflate(bytes: Uint8Array, format: Deflation, mostBytes: number): Promise<Inflated | undefined> {
  if (typeof DecompressionStream === "undefined") return undefined;
  const stream = new DecompressionStream(format);
  const writer = stream.writable.getWriter();
  const reader = stream.readable.getReader();
  const feed = async (): Promise<void> => {
    // In pieces, so that a limit reached early leaves the rest unread. A copy: the platform may take the buffer.
    for (let at = 0; at < bytes.length; at += PIECE_BYTES) await writer.write(bytes.slice(at, at + PIECE_BYTES));
    await writer.close();
  };
  // A broken stream fails on both sides; the reading side tells.
  const fed = feed().catch(() => undefined);
  const parts: Uint8Array[] = [];
  let length = 0;
  let isWhole = false;
  try {
    while (length < mostBytes) {
      const { done, value } = await reader.read();
      if (done) {
        isWhole = true;
        break;
      }
      if (value === undefined) continue;
      const part = value.subarray(0, mostBytes - length);
      parts.push(part);
      length += part.length;
    }
    if (!isWhole) await reader.cancel();
  } catch {
    isWhole = false;
  }
  await fed;
  return { bytes: concat(...parts), isWhole };
}

const PIECE_BYTES = 16 * 1_024;
