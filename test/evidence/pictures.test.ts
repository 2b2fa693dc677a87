import { deflateSync } from "node:zlib";
import t, { type Test } from "tap";
import { concat, sameBytes } from "../../src/crypto/bytes.ts";
import { cleaning } from "../../src/evidence/cleaning.ts";
import { bytesSource } from "../../src/evidence/source.ts";
import { ascii, has, le, noise, text, u } from "./make/bytes.ts";
import { extension, LOOP, makeGif, PICTURE as GIF_PICTURE } from "./make/gif.ts";
import { box, makeHeif, PICTURE as HEIF_PICTURE } from "./make/boxes.ts";
import { makeJpeg, scansOf, segment } from "./make/jpeg.ts";
import { makeProfile } from "./make/profile.ts";
import { chunk, chunksOf, makePng } from "./make/png.ts";
import { chunk as webpChunk, makeWebp, PIXEL_CHUNK } from "./make/webp.ts";
import { cleanedBytes, lines } from "./support/clean.ts";
import { identifying, tagged, tagsOf } from "./support/exiftool.ts";

/** What a phone and an editor write between them, each text a canary. */
const TAGS = [
  "-Make=canary-make",
  "-Model=canary-model",
  "-Software=canary-software",
  "-Artist=canary-artist",
  "-ImageDescription=canary-description",
  "-UserComment=canary-user-comment",
  "-SerialNumber=canary-serial",
  "-OwnerName=canary-owner",
  "-DateTimeOriginal=2024:05:06 07:08:09",
  "-GPSLatitude=6.2088",
  "-GPSLatitudeRef=S",
  "-GPSLongitude=106.8456",
  "-GPSLongitudeRef=E",
  "-XMP-dc:Creator=canary-xmp",
  "-XMP-photoshop:City=canary-city",
  "-Comment=canary-comment",
];

async function judge(t: Test, bytes: Uint8Array, extension: string): Promise<Uint8Array> {
  t.not(Object.keys(identifying(tagsOf(bytes, extension))).length, 0, `${extension}: exiftool sees what was written`);
  const { cleaned, result } = await cleanedBytes(t, bytes);
  const tags = tagsOf(cleaned, extension);
  t.same(identifying(tags), {}, `${extension}: exiftool finds nothing that identifies`);
  t.notOk(tags["ExifTool:Warning"], `${extension}: and nothing broken`);
  t.notOk(has(cleaned, "canary"), `${extension}: no text is left`);
  t.ok(result.remains.includes("visible-content"), `${extension}: what is visible is said to remain`);
  return cleaned;
}

t.test("attack 39: what a camera wrote into a JPEG goes, its compressed picture stays byte for byte", async (t) => {
  const thumbnail = makeJpeg({ width: 8, height: 8, after: ascii("canary-thumbnail") });
  const jfif = segment(0xe0, concat(ascii("JFIF\0"), u(1, 1, 2, 0), u(2, 1, 1), u(1, 1, 1), ascii("abc")));
  const made = makeJpeg({
    components: 3,
    before: [jfif, segment(0xe2, concat(ascii("MPF\0"), ascii("canary-mpf"))), segment(0xe9, ascii("canary-app9"))],
    between: [segment(0xfe, ascii("canary between the scans"))],
    after: concat(ascii("canary-trailer"), thumbnail),
  });
  const file = tagged(made, "jpg", [...TAGS, "-IPTC:By-line=canary-byline", "-Orientation#=6"]);
  const cleaned = await judge(t, file, "jpg");
  t.ok(sameBytes(scansOf(cleaned), scansOf(made)), "tables, frame and scans are untouched");
  t.equal(tagsOf(cleaned, "jpg")["IFD0:Orientation"], 6, "it still stands upright");
  t.same(cleaned.subarray(-2), u(1, 0xff, 0xd9), "it ends at its end");
});

t.test("what was found in a JPEG is said, with its values", async (t) => {
  const file = tagged(makeJpeg({ after: ascii("....ftypmp42") }), "jpg", TAGS);
  const { result } = await cleanedBytes(t, file);
  const said = lines(result);
  for (const line of [
    "device: canary-make canary-model",
    "location: -6.20880, 106.84560",
    "time: 2024:05:06 07:08:09",
    "author: canary-artist",
    "author: canary-owner",
    "software: canary-software",
    "comment: canary-user-comment",
    "comment: canary-comment",
    "caption: canary-description",
    "serial-number: canary-serial",
    "second-picture: MP4",
  ]) {
    t.ok(said.includes(line), line);
  }
});

t.test("a JPEG that turns itself keeps one tag, one that does not keeps none", async (t) => {
  for (const orientation of [1, 3, 8]) {
    const file = tagged(makeJpeg(), "jpg", [`-Orientation#=${orientation}`, "-Artist=canary"]);
    const { cleaned } = await cleanedBytes(t, file);
    t.equal(tagsOf(cleaned, "jpg")["IFD0:Orientation"] ?? 1, orientation);
    t.equal(has(cleaned, "Exif"), orientation !== 1);
    const { cleaned: again, result } = await cleanedBytes(t, cleaned);
    t.ok(sameBytes(again, cleaned), "cleaned once more it is the same file");
    t.same(result.findings, [], "and nothing is found");
  }
});

t.test("maker notes, Adobe's colour mark and preview pictures: only the mark stays", async (t) => {
  const adobe = segment(0xee, concat(ascii("Adobe"), u(2, 100, 0, 0), u(1, 1), ascii("canary")));
  const { cleaned } = await cleanedBytes(t, makeJpeg({ components: 3, before: [adobe] }));
  t.ok(has(cleaned, segment(0xee, concat(ascii("Adobe"), u(2, 100, 0, 0), u(1, 1)))));
  t.notOk(has(cleaned, "canary"));
  const notes = concat(
    ascii("MM"),
    u(2, 42),
    u(4, 8),
    u(2, 1),
    u(2, 0x8769, 4),
    u(4, 1, 26),
    u(4, 0),
    u(2, 1),
    u(2, 0x927c, 7),
    u(4, 6, 44),
    u(4, 0),
    ascii("canary"),
  );
  const { cleaned: plain, result } = await cleanedBytes(
    t,
    makeJpeg({ before: [segment(0xe1, concat(ascii("Exif\0\0"), notes))] }),
  );
  t.notOk(has(plain, "canary"));
  t.same(lines(result), ["maker-notes: "]);
});

t.test("attack 39: a PNG's texts, times and EXIF go, its chunks of picture stay", async (t) => {
  const made = makePng({
    before: [
      chunk("gAMA", u(4, 45_455)),
      chunk("pHYs", concat(u(4, 2_835, 2_835), u(1, 1))),
      chunk("tIME", concat(u(2, 2024), u(1, 5, 6, 7, 8, 9))),
    ],
    between: [chunk("prVt", ascii("canary-private"))],
    after: ascii("canary behind the end"),
  });
  const file = tagged(made, "png", [...TAGS, "-PNG:CreationTime=2024:05:06 07:08:09", "-Orientation#=3"]);
  const cleaned = await judge(t, file, "png");
  t.same(
    chunksOf(cleaned)
      .map(({ name }) => name)
      .toSorted(),
    ["IDAT", "IDAT", "IEND", "IHDR", "eXIf", "gAMA", "pHYs"],
  );
  const picture = (png: Uint8Array): Uint8Array =>
    concat(
      ...chunksOf(png)
        .filter(({ name }) => name === "IDAT")
        .map(({ body }) => body),
    );
  t.ok(sameBytes(picture(cleaned), picture(made)), "IDAT is untouched");
  t.equal(tagsOf(cleaned, "png")["IFD0:Orientation"], 3);
});

t.test("attack 39: a WebP loses EXIF, XMP and strange chunks, and its header says so", async (t) => {
  const file = concat(
    tagged(makeWebp({ behind: [webpChunk("NOTE", ascii("canary"))] }), "webp", TAGS),
    ascii("canary"),
  );
  const cleaned = await judge(t, file, "webp");
  t.ok(has(cleaned, PIXEL_CHUNK), "the picture is untouched");
  t.equal(cleaned[20], 0, "no EXIF, no XMP, no profile");
  t.same(cleaned.subarray(4, 8), le(4, cleaned.length - 8), "its size is true");
  const turned = await judge(t, tagged(makeWebp(), "webp", [...TAGS, "-Orientation#=8"]), "webp");
  t.equal(tagsOf(turned, "webp")["IFD0:Orientation"], 8);
  const { cleaned: animated } = await cleanedBytes(t, makeWebp({ isAnimated: true }));
  t.ok(has(animated, PIXEL_CHUNK) && has(animated, "ANIM") && !has(animated, "canary"), "inside of frames too");
});

t.test(
  "attack 98: behind a WebP's picture stays as much as there was, so that a damaged one is drawn as before",
  async (t) => {
    const exif = concat(ascii("MM\0*"), u(4, 8), u(2, 0), u(4, 0), ascii("canary"));
    const note = webpChunk("NOTE", ascii("canary"));
    for (const [what, file] of [
      ["metadata", makeWebp({ flags: 0x08, behind: [webpChunk("EXIF", exif), note] })],
      ["a turned picture", tagged(makeWebp({ behind: [note] }), "webp", [...TAGS, "-Orientation#=8"])],
    ] as const) {
      const { cleaned } = await cleanedBytes(t, file);
      t.equal(cleaned.length, file.length, what);
      t.notOk(has(cleaned, "canary"), `${what}: nothing of it`);
      const again = await cleanedBytes(t, cleaned);
      t.ok(sameBytes(again.cleaned, cleaned), `${what}: cleaned once more it is the same file`);
      t.notOk(
        lines(again.result).some((line) => line.startsWith("other")),
        `${what}: and nothing is found`,
      );
    }
    const spoiled = webpChunk("JUNK", ascii("canary"));
    const { cleaned } = await cleanedBytes(t, makeWebp({ behind: [spoiled] }));
    t.notOk(has(cleaned, "canary"), "empty is what is empty");
  },
);

t.test("attack 39: a GIF loses comments, XMP and what lies behind its end, and goes on turning", async (t) => {
  const own = [
    LOOP,
    extension(0xff, ascii("MAKERAPP1.0"), ascii("canary")),
    extension(0x01, new Uint8Array(12), ascii("canary")),
  ];
  const file = tagged(makeGif(own, ascii("canary-after")), "gif", TAGS);
  const cleaned = await judge(t, file, "gif");
  t.ok(sameBytes(cleaned, makeGif([LOOP])), "what is left is the file without them");
  t.ok(has(cleaned, GIF_PICTURE));
});

t.test("attack 39: a HEIC or AVIF keeps every offset, and its EXIF and XMP are written over", async (t) => {
  for (const brand of ["heic", "avif"]) {
    const made = makeHeif({
      brand,
      after: box("mpvd", ascii("canary-motion-photo")),
      properties: [box("udes", u(4, 0), ascii("canary-words\0\0\0\0"))],
    });
    const file = tagged(made, brand, [...TAGS, "-Orientation#=6"]);
    const cleaned = await judge(t, file, brand);
    t.equal(cleaned.length, file.length, "not a byte is taken out");
    t.ok(has(cleaned, HEIF_PICTURE), "the picture is untouched");
    t.equal(tagsOf(cleaned, brand)["IFD0:Orientation"], 6);
  }
});

t.test("metadata that shares its bytes with the picture leaves a HEIC as it is", async (t) => {
  const file = makeHeif({ exif: noise(100) });
  const view = Buffer.from(file.buffer, file.byteOffset, file.length);
  // The second item's place is set to that of the first one.
  const places = Buffer.from(file).indexOf("iloc") + 12;
  view.writeUInt32BE(view.readUInt32BE(places + 6), places + 14 + 6);
  t.match(await cleaning(bytesSource(file)), { outcome: "unchanged", reason: "not-supported" });
});

t.test(
  "attack 39: a colour profile keeps its numbers and loses its screen's name, serial number and date",
  async (t) => {
    const profile = makeProfile({ name: "canary-screen", primaries: "display-p3" });
    const parts = [profile.subarray(0, 100), profile.subarray(100)];
    const icc = (part: Uint8Array, index: number): Uint8Array =>
      segment(0xe2, concat(ascii("ICC_PROFILE\0"), u(1, index + 1, parts.length), part));
    const packed = new Uint8Array(deflateSync(Buffer.from(profile)));
    const files: readonly [extension: string, file: Uint8Array][] = [
      ["jpg", makeJpeg({ before: parts.map(icc).toReversed() })],
      ["png", makePng({ before: [chunk("iCCP", concat(text("canary-name\0"), u(1, 0), packed))] })],
      ["webp", makeWebp({ flags: 0x20, before: [webpChunk("ICCP", profile)] })],
      ["heic", makeHeif({ properties: [box("colr", ascii("prof"), profile)] })],
    ];
    for (const [extension, file] of files) {
      t.match(tagsOf(file, extension)["ICC_Profile:ProfileDescription"], "canary-screen", `${extension}: it was there`);
      const { cleaned, result } = await cleanedBytes(t, file);
      const tags = tagsOf(cleaned, extension);
      t.notOk(has(cleaned, "canary"), `${extension}: no text`);
      t.equal(
        tags["ICC_Profile:RedMatrixColumn"],
        tagsOf(file, extension)["ICC_Profile:RedMatrixColumn"],
        `${extension}: the colours are the same`,
      );
      for (const name of ["ProfileDescription", "DeviceManufacturer", "DeviceModel", "MakeAndModel"]) {
        t.notOk(
          /[^\0"]/u.test(JSON.stringify(tags[`ICC_Profile:${name}`] ?? tags[`ICC-header:${name}`] ?? "")),
          `${extension}: ${name}`,
        );
      }
      t.ok(lines(result).includes("device: canary-screen"));
      t.ok(result.remains.includes("colour-profile"), "its numbers are said to remain");
    }
  },
);

t.test("a profile that says sRGB goes wholly", async (t) => {
  const profile = makeProfile({ name: "sRGB IEC61966-2.1", primaries: "srgb" });
  const { cleaned, result } = await cleanedBytes(
    t,
    makeJpeg({ before: [segment(0xe2, concat(ascii("ICC_PROFILE\0"), u(1, 1, 1), profile))] }),
  );
  t.notOk(has(cleaned, "ICC_PROFILE"));
  t.same(result.remains, ["visible-content"]);
});
