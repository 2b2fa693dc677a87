/**
 * A file of each format as cameras, telephones, editors and scanners write them, with all that such a file may tell, and
 * which of its bytes are content. What tells says "canary".
 */
import { deflateSync } from "node:zlib";
import { concat } from "../../../src/crypto/bytes.ts";
import { box, FRAMES, makeHeif, makeMovie, PICTURE } from "./boxes.ts";
import { ascii, text, u } from "./bytes.ts";
import { extension, LOOP, makeLargeGif } from "./gif.ts";
import { makeJpeg, segment } from "./jpeg.ts";
import { apeTag, id3, id3Frame, makeFrames, oldTag } from "./mp3.ts";
import { makeDocx, makeOdt, makeXlsx } from "./office.ts";
import { chunk, chunksOf, makePng } from "./png.ts";
import { makeProfile } from "./profile.ts";
import { chunk as webpChunk, makeWebp, PIXEL_CHUNK } from "./webp.ts";

export type Sample = { readonly name: string; readonly file: Uint8Array; readonly content: readonly Uint8Array[] };

/** A maker, a serial number and a thumbnail's beginning, as EXIF. */
export function makeExif(): Uint8Array {
  const [maker, serial] = ["canary-maker\0", "canary-serial\0"];
  const entry = (tag: number, value: string, at: number): Uint8Array => concat(u(2, tag, 2), u(4, value.length, at));
  const start = 8 + 2 + 12 * 2 + 4;
  return concat(
    ascii("MM"),
    u(2, 42),
    u(4, 8),
    u(2, 2),
    entry(0x010f, maker, start),
    entry(0xa431, serial, start + maker.length),
    u(4, 0),
    ascii(maker + serial),
  );
}

const XMP = ascii(
  '<x:xmpmeta><rdf:RDF dc:creator="canary-creator"><exif:GPSLatitude>canary-place</exif:GPSLatitude></rdf:RDF></x:xmpmeta>',
);
const SCREEN = makeProfile({ name: "canary-screen", primaries: "display-p3" });

const SEGMENTS = [
  segment(0xe0, concat(ascii("JFIF\0"), u(1, 1, 2, 0), u(2, 1, 1), u(1, 0, 0))),
  segment(0xe1, concat(ascii("Exif\0\0"), makeExif())),
  segment(0xe1, concat(ascii("http://ns.adobe.com/xap/1.0/\0"), XMP)),
  segment(0xe2, concat(ascii("ICC_PROFILE\0"), u(1, 1, 1), SCREEN)),
  segment(0xe5, ascii("canary of a maker")),
  segment(0xfe, ascii("canary, a comment")),
];
/** As a telephone writes it: records of its own, a second picture, an index at the end. */
const TRAILER = concat(
  u(1, 0, 0, 0x30, 0x0a),
  ascii("canary_UTC_Data"),
  makeJpeg({ width: 8, height: 8 }),
  ascii("SEFT"),
);

function jpeg(name: string, options: Parameters<typeof makeJpeg>[0]): Sample {
  const size = { width: 128, height: 96 };
  const file = makeJpeg({ ...size, before: SEGMENTS, ...options });
  const bare = makeJpeg({ ...size, ...options, before: [], after: new Uint8Array(0) });
  return { name, file, content: [bare.subarray(2)] };
}

function png(): Sample {
  const profile = new Uint8Array(deflateSync(Buffer.from(SCREEN)));
  const file = makePng({
    width: 40,
    height: 30,
    before: [
      chunk("iCCP", concat(text("canary\0"), u(1, 0), profile)),
      chunk("eXIf", makeExif()),
      chunk("tEXt", ascii("Author\0canary")),
      chunk("iTXt", concat(ascii("XML:com.adobe.xmp\0\0\0\0\0"), XMP)),
      chunk("sPLT", ascii("canary-palette\0")),
      chunk("prVt", ascii("canary")),
    ],
    between: [chunk("tIME", u(1, 7, 232, 5, 6, 7, 8, 9))],
    after: ascii("canary behind the end"),
  });
  const data = chunksOf(file).filter(({ name }) => /^(?:IHDR|IDAT)$/u.test(name));
  return { name: "png", file, content: data.map(({ name, body }) => chunk(name, body)) };
}

function gif(): Sample {
  const own = [LOOP, extension(0xfe, ascii("canary")), extension(0xff, ascii("MAKERAPP1.0"), ascii("canary"))];
  const { file, picture } = makeLargeGif(40, 30, own, GAP);
  return { name: "gif", file, content: [picture] };
}

function mp3(): Sample {
  const frames = makeFrames(6);
  const before = id3(id3Frame("TPE1", "\0canary-artist"), id3Frame("TXXX", "\0canary-words"));
  const file = concat(before, frames, apeTag("canary-item"), oldTag("canary-title"));
  return { name: "mp3", file, content: [frames] };
}

/** The bytes of a ZIP's entry with their header. */
function entryOf(file: Uint8Array, name: string): Uint8Array {
  const bytes = Buffer.from(file);
  const at = bytes.indexOf(name) - 30;
  const from = at + 30 + name.length + bytes.readUInt16LE(at + 28);
  return file.subarray(from, from + bytes.readUInt32LE(at + 18));
}

function office(name: string, file: Uint8Array, parts: readonly string[]): Sample {
  return { name, file, content: parts.map((part) => entryOf(file, part)) };
}

const GAP = ascii("canary in a gap");
const UDTA = box("udta", box("\u00a9xyz", u(2, 12, 0), ascii("canary+1-2/")), box("free", ascii("canary")));

export const SAMPLES: readonly Sample[] = [
  jpeg("jpeg", { components: 3, after: TRAILER }),
  jpeg("jpeg with restart marks", { restartEvery: 8, after: TRAILER }),
  jpeg("progressive jpeg", { components: 3, isProgressive: true, after: makeJpeg({ width: 8, height: 8 }) }),
  png(),
  {
    name: "webp",
    file: makeWebp({
      flags: 0x2c,
      before: [webpChunk("ICCP", SCREEN)],
      behind: [webpChunk("EXIF", makeExif()), webpChunk("XMP ", XMP), webpChunk("NOTE", ascii("canary"))],
      after: ascii("canary"),
    }),
    content: [PIXEL_CHUNK],
  },
  {
    name: "animated webp",
    file: makeWebp({ isAnimated: true, hasNote: false, flags: 0x08, behind: [webpChunk("EXIF", makeExif())] }),
    content: [PIXEL_CHUNK],
  },
  gif(),
  {
    name: "heic",
    file: makeHeif({
      exif: makeExif(),
      xmp: XMP,
      itemName: "canary.heic",
      gap: GAP,
      properties: [
        box("colr", ascii("prof"), SCREEN),
        box("note", ascii("canary")),
        box("udes", u(4, 0), ascii("canary\0\0\0\0")),
      ],
      after: box("mpvd", ascii("canary-motion-photo")),
    }),
    content: [PICTURE],
  },
  {
    name: "avif",
    file: makeHeif({ brand: "avif", exif: makeExif(), xmp: XMP, itemName: "canary.avif" }),
    content: [PICTURE],
  },
  {
    name: "mp4",
    file: concat(
      makeMovie({
        hasSensor: true,
        gap: GAP,
        inMovie: [UDTA],
        top: [box("free", ascii("canary")), box("uuid", ascii("canary"))],
      }),
      u(4, 17, 0),
      ascii("canary-sefd"),
    ),
    content: [FRAMES],
  },
  { name: "mov", file: makeMovie({ brand: "qt  ", isMovieFirst: true, inMovie: [UDTA] }), content: [FRAMES] },
  mp3(),
  office("docx", makeDocx([{ name: "word/media/image1.png", body: png().file }]), [
    "word/document.xml",
    "word/comments.xml",
  ]),
  office("xlsx", makeXlsx(), ["xl/workbook.xml"]),
  office("odt", makeOdt(), ["content.xml"]),
];
