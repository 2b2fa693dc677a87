import fc from "fast-check";
import t from "tap";
import { concat } from "../../src/crypto/bytes.ts";
import { imageSize, isDecodable, LONGEST_SIDE, MOST_PIXELS } from "../../src/evidence/image-size.ts";
import { box, makeHeif } from "./make/boxes.ts";
import { ascii, le, noise, u } from "./make/bytes.ts";
import { extension, makeGif } from "./make/gif.ts";
import { makeJpeg, segment } from "./make/jpeg.ts";
import { makePng } from "./make/png.ts";
import { chunk, makeWebp } from "./make/webp.ts";
import { runsOf } from "./support/mutations.ts";

/** The head alone: `header` is how long the second header says it is. */
function makeBmp(header: number, width: number, height: number): Uint8Array {
  const bytes = new Uint8Array(54);
  bytes.set(ascii("BM"));
  const view = new DataView(bytes.buffer);
  view.setUint32(14, header, true);
  if (header === 12) {
    view.setUint16(18, width, true);
    view.setUint16(20, height, true);
  } else {
    view.setInt32(18, width, true);
    view.setInt32(22, height, true);
  }
  return bytes;
}

t.test("width and height are read from the head of each kind of picture", async (t) => {
  const exif = segment(0xe1, noise(60_000));
  const lossy = concat(
    ascii("RIFF"),
    le(4, 100),
    ascii("WEBP"),
    chunk("VP8 ", concat(u(1, 0, 0, 0, 0x9d, 1, 0x2a), le(2, 640, 480), new Uint8Array(20))),
  );
  const files: readonly [name: string, bytes: Uint8Array, width: number, height: number][] = [
    ["JPEG", makeJpeg({ width: 72, height: 40, before: [exif, exif] }), 72, 40],
    ["PNG", makePng({ width: 21, height: 9 }), 21, 9],
    ["GIF", makeGif([extension(0xfe, ascii("words"))]), 2, 1],
    ["WebP, extended", makeWebp(), 1, 1],
    ["WebP, lossless", makeWebp().subarray(0, 12), 0, 0],
    ["WebP, lossy", lossy, 640, 480],
    ["HEIC", makeHeif({ width: 4_032, height: 3_024, properties: [box("ispe", u(4, 0, 512, 512))] }), 4_032, 3_024],
    ["BMP", makeBmp(40, 300, -200), 300, 200],
    ["BMP of OS/2", makeBmp(12, 300, 200), 300, 200],
    ["AVIF", makeHeif({ brand: "avif", width: 800, height: 600 }), 800, 600],
  ];
  for (const [name, bytes, width, height] of files) {
    const size = await imageSize(bytes);
    t.same(size, width === 0 ? undefined : { width, height }, name);
  }
});

t.test("attack 34: a picture that would not fit into memory is refused before anything decodes it", async (t) => {
  const bombs: readonly Uint8Array[] = [
    makeJpeg({ width: 8, height: 8 }).with(0, 0xff),
    makePng({ width: 4, height: 4 }),
    makeGif(),
    makeWebp(),
    makeHeif({ width: 60_000, height: 60_000 }),
  ];
  const [jpeg, png, gif, webp, heif] = bombs as [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  const frame = Buffer.from(jpeg).indexOf(Buffer.of(0xff, 0xc0));
  jpeg.set(u(2, 65_535, 65_535), frame + 5);
  png.set(u(4, 100_000, 100_000), 16);
  gif.set(le(2, 65_535, 65_535), 6);
  webp.set(u(1, 0xff, 0xff, 0xff, 0xff, 0xff, 0xff), 24);
  for (const bomb of [jpeg, png, gif, webp, heif]) t.notOk(isDecodable(await imageSize(bomb)));
  t.notOk(isDecodable(await imageSize(makeBmp(40, 100_000, 100_000))));
  // A small screen with a large picture on it: decoders make room for the picture.
  const hidden = makeGif();
  hidden.set(le(2, 60_000, 60_000), Buffer.from(hidden).indexOf(Buffer.of(0x2c)) + 5);
  t.notOk(isDecodable(await imageSize(hidden)));
  // Two frames in one file: the larger one counts.
  const twice = makeJpeg({ before: [segment(0xc0, concat(u(1, 8), u(2, 60_000, 60_000), u(1, 1, 1, 0x11, 0)))] });
  t.notOk(isDecodable(await imageSize(twice)));
});

t.test("what can be decoded and what cannot", (t) => {
  t.ok(isDecodable({ width: 8_000, height: 8_000 }), "64 megapixels");
  t.notOk(isDecodable({ width: 8_001, height: 8_000 }));
  t.notOk(isDecodable({ width: LONGEST_SIDE + 1, height: 1 }));
  t.notOk(isDecodable({ width: 0, height: 10 }));
  t.notOk(isDecodable(undefined), "a size that could not be read");
  t.ok(MOST_PIXELS * 4 <= 256_000_000);
  t.end();
});

t.test("a head that is cut or changed gives a size or none, never an error", async () => {
  const files = [makeJpeg(), makePng(), makeGif(), makeWebp(), makeHeif()];
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.nat(400),
      fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 12 }),
      async (file, length, changes) => {
        const bytes = file.slice(0, length);
        for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
        await imageSize(bytes);
      },
    ),
    runsOf(2_000),
  );
});
