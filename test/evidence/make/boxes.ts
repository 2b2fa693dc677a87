/** MP4 and HEIC out of boxes. */
import { concat } from "../../../src/crypto/bytes.ts";
import { ascii, noise, u } from "./bytes.ts";

export function box(type: string, ...bodies: readonly Uint8Array[]): Uint8Array {
  const body = concat(...bodies);
  return concat(u(4, body.length + 8), ascii(type), body);
}

function fullBox(type: string, ...bodies: readonly Uint8Array[]): Uint8Array {
  return box(type, u(4, 0), ...bodies);
}

/** 6 May 2024 in seconds since 1904. */
const MADE_AT = 3_797_841_600;
const MATRIX = concat(u(4, 0x1_0000, 0, 0, 0, 0x1_0000, 0, 0, 0, 0x4000_0000));

function track(
  id: number,
  kind: string,
  entry: Uint8Array,
  chunkAt: number,
  sizes: readonly number[],
  extra: readonly Uint8Array[] = [],
  inTable: readonly Uint8Array[] = [],
): Uint8Array {
  const media =
    kind === "vide" || kind === "pict"
      ? fullBox("vmhd", new Uint8Array(8))
      : kind === "soun"
        ? fullBox("smhd", new Uint8Array(4))
        : fullBox("nmhd");
  const table = box(
    "stbl",
    fullBox("stsd", u(4, 1), entry),
    fullBox("stts", u(4, 1, sizes.length, 1_000)),
    fullBox("stsc", u(4, 1, 1, sizes.length, 1)),
    fullBox("stsz", u(4, 0, sizes.length, ...sizes)),
    fullBox("stco", u(4, 1, chunkAt)),
    ...inTable,
  );
  return box(
    "trak",
    fullBox("tkhd", u(4, MADE_AT, MADE_AT, id, 0, 1_000), new Uint8Array(16), MATRIX, u(4, 64 << 16, 48 << 16)),
    ...extra,
    box(
      "mdia",
      fullBox("mdhd", u(4, MADE_AT, MADE_AT, 1_000, 1_000), u(2, 0x55c4, 0)),
      fullBox("hdlr", ascii("mhlr"), ascii(kind), ascii("appl"), new Uint8Array(8), ascii("canary-handler\0")),
      box("minf", media, box("dinf", fullBox("dref", u(4, 1), box("url ", u(4, 1)))), table),
    ),
  );
}

const VIDEO_ENTRY = concat(
  u(1, 0, 0, 0, 0, 0, 0),
  u(2, 1, 0, 0),
  ascii("appl"),
  new Uint8Array(8),
  u(2, 64, 48),
  u(4, 0x48_0000, 0x48_0000, 0),
  u(2, 1),
  u(1, 14),
  ascii("canary-encoder"),
  new Uint8Array(17),
  u(2, 24, 0xffff),
);
const SENSOR_ENTRY = box("gpmd", u(1, 0, 0, 0, 0, 0, 0), u(2, 1), u(4, 0));

export type MovieOptions = {
  readonly brand?: string;
  /** A second one that it can be read as */
  readonly other?: string;
  /** The handler of the first track */
  readonly kind?: "vide" | "pict";
  /** Boxes at the end of `moov` */
  readonly inMovie?: readonly Uint8Array[];
  readonly top?: readonly Uint8Array[];
  readonly after?: Uint8Array;
  readonly hasSensor?: boolean;
  readonly isMovieFirst?: boolean;
  /** Boxes behind the numbers of the codec, and at the end of the tables */
  readonly inEntry?: readonly Uint8Array[];
  readonly inTable?: readonly Uint8Array[];
  /** Bytes of the data that no table names */
  readonly gap?: Uint8Array;
};

export const FRAMES = noise(3_000, 11);
export const SENSOR = concat(ascii("canary-sensor -6.2088 106.8456 "), noise(200, 12));

export function makeMovie({
  brand = "isom",
  other = brand,
  inEntry = [],
  inTable = [],
  kind = "vide",
  inMovie = [],
  top = [],
  after,
  hasSensor = false,
  isMovieFirst = false,
  gap = new Uint8Array(0),
}: MovieOptions = {}): Uint8Array {
  const start = box("ftyp", ascii(brand), u(4, 512), ascii(other));
  const data = box("mdat", FRAMES, hasSensor ? SENSOR : new Uint8Array(0), gap);
  const movie = (dataAt: number): Uint8Array => {
    const header = fullBox(
      "mvhd",
      u(4, MADE_AT, MADE_AT, 1_000, 1_000, 0x1_0000),
      u(2, 0x100),
      new Uint8Array(10),
      MATRIX,
      new Uint8Array(24),
      u(4, 3),
    );
    const reference = box("tref", box("cdsc", u(4, 2)));
    return box(
      "moov",
      header,
      track(
        1,
        kind,
        box("mp4v", VIDEO_ENTRY, ...inEntry),
        dataAt,
        [1_000, 2_000],
        hasSensor ? [reference] : [],
        inTable,
      ),
      ...(hasSensor ? [track(2, "meta", SENSOR_ENTRY, dataAt + FRAMES.length, [100, SENSOR.length - 100])] : []),
      ...inMovie,
    );
  };
  const others = concat(...top);
  const before = isMovieFirst ? start.length + movie(0).length + others.length : start.length + others.length;
  const parts = isMovieFirst ? [start, movie(before + 8), others, data] : [start, others, data, movie(before + 8)];
  return concat(...parts, ...(after === undefined ? [] : [after]));
}

export const PICTURE = noise(900, 13);

export type HeifOptions = {
  readonly brand?: string;
  readonly exif?: Uint8Array;
  readonly xmp?: Uint8Array;
  readonly after?: Uint8Array;
  readonly width?: number;
  readonly height?: number;
  readonly properties?: readonly Uint8Array[];
  /** Of the picture */
  readonly itemName?: string;
  /** Bytes of the data that belong to no item */
  readonly gap?: Uint8Array;
};

/** One picture whose bytes nobody could draw, with EXIF and XMP beside it. */
export function makeHeif({
  brand = "heic",
  exif,
  xmp,
  after,
  width = 64,
  height = 48,
  properties = [],
  itemName = "",
  gap = new Uint8Array(0),
}: HeifOptions = {}): Uint8Array {
  const items: { id: number; type: string; body: Uint8Array; mime?: string }[] = [
    { id: 1, type: brand === "avif" ? "av01" : "hvc1", body: PICTURE },
    ...(exif === undefined ? [] : [{ id: 2, type: "Exif", body: concat(u(4, 0), exif) }]),
    ...(xmp === undefined ? [] : [{ id: 3, type: "mime", body: xmp, mime: "application/rdf+xml" }]),
  ];
  const start = box("ftyp", ascii(brand), u(4, 0), ascii("mif1"), ascii(brand));
  const meta = (dataAt: number): Uint8Array => {
    let at = dataAt;
    const places = items.map(({ id, body }) => {
      const place = concat(u(2, id, 0, 1), u(4, at, body.length));
      at += body.length;
      return place;
    });
    return fullBox(
      "meta",
      fullBox("hdlr", u(4, 0), ascii("pict"), new Uint8Array(12), ascii("canary-handler\0")),
      fullBox("pitm", u(2, 1)),
      fullBox("iloc", u(1, 0x44, 0), u(2, items.length), ...places),
      fullBox(
        "iinf",
        u(2, items.length),
        ...items.map(({ id, type, mime }) =>
          box(
            "infe",
            u(4, 0x0200_0000),
            u(2, id, 0),
            ascii(type),
            ascii(`${id === 1 ? itemName : ""}\0`),
            ...(mime === undefined ? [] : [ascii(`${mime}\0`)]),
          ),
        ),
      ),
      fullBox("iref", ...items.slice(1).map(({ id }) => box("cdsc", u(2, id, 1, 1)))),
      box(
        "iprp",
        box("ipco", fullBox("ispe", u(4, width, height)), ...properties),
        fullBox("ipma", u(4, 1), u(2, 1), u(1, 1, 1)),
      ),
    );
  };
  const before = start.length + meta(0).length + 8;
  return concat(
    start,
    meta(before),
    box("mdat", ...items.map(({ body }) => body), gap),
    ...(after === undefined ? [] : [after]),
  );
}
