import { concat } from "../../../src/crypto/bytes.ts";
import { ascii, le, u } from "./bytes.ts";

/** One lossless pixel. */
const PIXEL = Uint8Array.from(Buffer.from("LwAAABAHEBERiIj+BwA=", "base64"));

export function chunk(name: string, body: Uint8Array): Uint8Array {
  return concat(ascii(name), le(4, body.length), body, new Uint8Array(body.length % 2));
}

export type WebpOptions = {
  readonly flags?: number;
  readonly before?: readonly Uint8Array[];
  readonly behind?: readonly Uint8Array[];
  readonly after?: Uint8Array;
  readonly isAnimated?: boolean;
  /** A chunk that nobody knows, inside of the frame */
  readonly hasNote?: boolean;
};

export function makeWebp({
  flags = 0,
  before = [],
  behind = [],
  after,
  isAnimated = false,
  hasNote = true,
}: WebpOptions = {}): Uint8Array {
  const header = concat(u(1, flags | (isAnimated ? 2 : 0), 0, 0, 0), u(1, 0, 0, 0), u(1, 0, 0, 0));
  const frame = concat(
    new Uint8Array(16),
    chunk("VP8L", PIXEL),
    ...(hasNote ? [chunk("note", ascii("canary-frame"))] : []),
  );
  const picture = isAnimated ? concat(chunk("ANIM", new Uint8Array(6)), chunk("ANMF", frame)) : chunk("VP8L", PIXEL);
  const body = concat(ascii("WEBP"), chunk("VP8X", header), ...before, picture, ...behind);
  return concat(ascii("RIFF"), le(4, body.length), body, ...(after === undefined ? [] : [after]));
}

export const PIXEL_CHUNK = chunk("VP8L", PIXEL);
