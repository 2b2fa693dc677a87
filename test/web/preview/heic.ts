/** HEIC as a telephone writes it: tiles, a grid that puts them together, and how to turn it. */
import { concat } from "../../../src/crypto/bytes.ts";
import { box } from "../../evidence/make/boxes.ts";
import { ascii, u } from "../../evidence/make/bytes.ts";

/** 64 by 64 pixels in one item, red with a white quarter at the top left; made by libheif's `heif-enc` with x265. */
export const ONE_TILE = Buffer.from(
  "AAAAHGZ0eXBoZWljAAAAAG1pZjFoZWljbWlhZgAAAUJtZXRhAAAAAAAAACFoZGxyAAAAAAAAAABwaWN0AAAAAAAAAAAAAAAAAAAAAA5waXRtAAAAAAABAAAAImlsb2MAAAAAREAAAQABAAAAAAFmAAEAAAAAAAAAMAAAACNpaW5mAAAAAAABAAAAFWluZmUCAAAAAAEAAGh2YzEAAAAAwmlwcnAAAACkaXBjbwAAAHhodmNDAQNwAAAAAAAAAAAAHvAA/P34+AAADwMgAAEAGEABDAH//wNwAAADAJAAAAMAAAMAHroCQCEAAQArQgEBA3AAAAMAkAAAAwAAAwAeoCCBBZbqSSmubgQEDAgAAAMACAAAAwAIQCIAAQAHRAHBcrAiQAAAABRpc3BlAAAAAAAAAEAAAABAAAAAEHBpeGkAAAAAAwgICAAAABZpcG1hAAAAAAAAAAEAAQOBAoMAAAA4bWRhdAAAACwoAa8O4DTzGtCKv+V+rYD//2bmH//5x75D+Wb4faE/+D9///3hLm/6DnFZ/g==",
  "base64",
);

export const TILE_SIDE = 64;

function boxIn(file: Buffer, type: string): Uint8Array {
  const at = file.indexOf(type) - 4;
  return file.subarray(at, at + file.readUInt32BE(at));
}

const HVCC = boxIn(ONE_TILE, "hvcC");
const TILE = boxIn(ONE_TILE, "mdat").subarray(8);

const full = (type: string, version: number, ...bodies: readonly Uint8Array[]) =>
  box(type, u(4, version * 2 ** 24), ...bodies);

type Grid = {
  readonly columns?: number;
  readonly rows?: number;
  /** What the grid says of its own size, and what the property of the picture says */
  readonly size?: readonly [number, number];
  readonly stated?: readonly [number, number];
  /** Quarter turns against the clock */
  readonly turns?: number;
  /** A byte in the first tile that is changed */
  readonly damagedAt?: number;
};

export function makeTelephoneHeic({
  columns = 2,
  rows = 1,
  size = [columns * TILE_SIDE, rows * TILE_SIDE],
  stated = size,
  turns = 0,
  damagedAt,
}: Grid = {}): Uint8Array {
  const count = columns * rows;
  const gridId = count + 1;
  const ids = Array.from({ length: count }, (_, index) => index + 1);
  const grid = concat(u(1, 0, 1, rows - 1, columns - 1), u(4, ...size));
  const tiles = ids.map((id) => {
    const tile = Buffer.from(TILE);
    if (id === 1 && damagedAt !== undefined) tile.fill(0xff, damagedAt);
    return tile;
  });
  const start = box("ftyp", ascii("heic"), u(4, 0), ascii("mif1heic"));
  const meta = (dataAt: number): Uint8Array => {
    let at = dataAt;
    const places = [...tiles, grid].map((item, index) => {
      const place = concat(u(2, index + 1, 0, 1), u(4, at, item.length));
      at += item.length;
      return place;
    });
    const infe = (id: number, type: string, hidden: number) =>
      full("infe", 2, u(2, id, 0), ascii(type), u(1, 0)).map((byte, index) => (index === 11 ? hidden : byte));
    return full(
      "meta",
      0,
      full("hdlr", 0, u(4, 0), ascii("pict"), new Uint8Array(13)),
      full("pitm", 0, u(2, gridId)),
      full("iloc", 0, u(1, 0x44, 0), u(2, count + 1), ...places),
      full("iinf", 0, u(2, count + 1), ...ids.map((id) => infe(id, "hvc1", 1)), infe(gridId, "grid", 0)),
      full("iref", 0, box("dimg", u(2, gridId, count, ...ids))),
      box(
        "iprp",
        box(
          "ipco",
          HVCC,
          full("ispe", 0, u(4, TILE_SIDE, TILE_SIDE)),
          full("ispe", 0, u(4, ...stated)),
          box("irot", u(1, turns)),
        ),
        full(
          "ipma",
          0,
          u(4, count + 1),
          ...ids.map((id) => concat(u(2, id), u(1, 2, 0x81, 2))),
          concat(u(2, gridId), u(1, 2, 3, 0x84)),
        ),
      ),
    );
  };
  const dataAt = start.length + meta(0).length + 8;
  return concat(start, meta(dataAt), box("mdat", ...tiles, grid));
}
