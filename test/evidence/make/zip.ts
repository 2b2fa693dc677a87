import { crc32, deflateRawSync } from "node:zlib";
import { concat } from "../../../src/crypto/bytes.ts";
import { ascii, le, text } from "./bytes.ts";

export type Entry = { readonly name: string; readonly body: Uint8Array | string; readonly isStored?: boolean };

/** A ZIP with a time, an owner and a comment in it. */
export function makeZip(entries: readonly Entry[], { flags = 0 }: { flags?: number } = {}): Uint8Array {
  const parts: Uint8Array[] = [];
  const table: Uint8Array[] = [];
  let at = 0;
  for (const { name, body, isStored = false } of entries) {
    const bytes = typeof body === "string" ? text(body) : body;
    const packed = isStored ? bytes : new Uint8Array(deflateRawSync(bytes));
    const owner = concat(ascii("ux"), le(2, 11), le(1, 1, 4), le(4, 1_000), le(1, 4), le(4, 1_000));
    const common = concat(
      le(2, 20, flags, isStored ? 0 : 8, 0x6d2c, 0x58a6),
      le(4, crc32(bytes), packed.length, bytes.length),
    );
    const names = concat(le(2, text(name).length, owner.length));
    const local = concat(ascii("PK\x03\x04"), common, names, text(name), owner, packed);
    table.push(
      concat(ascii("PK\x01\x02"), le(2, 0x0314), common, names, le(2, 0, 0, 0), le(4, 0, at), text(name), owner),
    );
    parts.push(local);
    at += local.length;
  }
  const whole = concat(...table);
  const comment = ascii("canary-zip-comment");
  const end = concat(
    ascii("PK\x05\x06"),
    le(2, 0, 0, entries.length, entries.length),
    le(4, whole.length, at),
    le(2, comment.length),
    comment,
  );
  return concat(...parts, whole, end);
}
