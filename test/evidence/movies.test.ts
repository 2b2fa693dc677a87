import t from "tap";
import { concat, sameBytes } from "../../src/crypto/bytes.ts";
import { cleaning } from "../../src/evidence/cleaning.ts";
import { bytesSource } from "../../src/evidence/source.ts";
import { box, FRAMES, makeMovie, SENSOR } from "./make/boxes.ts";
import { ascii, has, le, noise, u } from "./make/bytes.ts";
import { cleanedBytes, lines } from "./support/clean.ts";
import { identifying, tagged, tagsOf } from "./support/exiftool.ts";

const TAGS = [
  "-QuickTime:Make=canary-make",
  "-QuickTime:Model=canary-model",
  "-QuickTime:Author=canary-author",
  "-QuickTime:Comment=canary-comment",
  "-UserData:GPSCoordinates=-6.2088, 106.8456",
  "-Keys:GPSCoordinates=-6.2088, 106.8456",
  "-Keys:Software=canary-software",
  "-Keys:CreationDate=2024:05:06 07:08:09",
  "-XMP-dc:Creator=canary-xmp",
];

t.test("attack 39: a video loses places, times, makers and XMP, and no frame moves", async (t) => {
  const kinds: readonly [brand: string, isMovieFirst: boolean][] = [
    ["isom", false],
    ["qt  ", true],
    ["M4A ", true],
  ];
  for (const [brand, isMovieFirst] of kinds) {
    const extension = brand === "qt  " ? "mov" : "mp4";
    const made = makeMovie({
      brand,
      isMovieFirst,
      top: [box("free", ascii("canary-free")), box("uuid", noise(16), ascii("canary-uuid"))],
    });
    const file = concat(tagged(made, extension, TAGS), u(4, 0x11, 0), ascii("canary-sefd"));
    t.not(Object.keys(identifying(tagsOf(file, extension))).length, 0, "exiftool sees what was written");
    const { cleaned, result } = await cleanedBytes(t, file);
    const tags = tagsOf(cleaned, extension);
    t.same(identifying(tags), {}, `${brand}: exiftool finds nothing that identifies`);
    t.notOk(tags["ExifTool:Warning"], `${brand}: and nothing broken`);
    t.notOk(has(cleaned, "canary"), `${brand}: no text is left`);
    // Found as a player finds it: by the offset of the chunk.
    const table = Buffer.from(cleaned).indexOf("stco");
    const at = Buffer.from(cleaned).readUInt32BE(table + 12);
    t.ok(sameBytes(cleaned.subarray(at, at + FRAMES.length), FRAMES), `${brand}: the frames are where they were`);
    const said = lines(result);
    for (const line of [
      "device: canary-make",
      "device: canary-model",
      "author: canary-author",
      "comment: canary-comment",
      "time: 2024-05-06",
    ]) {
      t.ok(said.includes(line), `${brand}: ${line}`);
    }
    t.ok(
      said.some((line) => line.startsWith("location: -06.20") || line.startsWith("location: -6.20")),
      "the place",
    );
    t.ok(result.remains.includes("sound-and-streams"), "what is heard is said to remain");
  }
});

t.test("attack 39: a track of a sensor is blanked with its samples, and nothing refers to it", async (t) => {
  const { cleaned, result } = await cleanedBytes(t, makeMovie({ hasSensor: true }));
  t.notOk(has(cleaned, "gpmd"));
  t.notOk(has(cleaned, SENSOR.subarray(0, 40)));
  t.notOk(has(cleaned, SENSOR.subarray(-40)), "the second sample too");
  t.notOk(has(cleaned, "cdsc"));
  t.ok(has(cleaned, FRAMES), "the frames beside it are untouched");
  t.ok(lines(result).includes("location: gpmd"));
});

t.test("pictures that move are a track of their own kind, and are kept like a video", async (t) => {
  const { cleaned } = await cleanedBytes(t, makeMovie({ kind: "pict" }));
  t.ok(has(cleaned, "mp4v") && has(cleaned, FRAMES));
  t.notOk(has(cleaned, "canary"));
});

t.test("a video that was cut off on its way is said to be damaged, not shortened", async (t) => {
  const whole = makeMovie({ isMovieFirst: true });
  const cut = concat(whole, box("mdat", noise(500)).subarray(0, 300));
  t.match(await cleaning(bytesSource(cut)), { outcome: "unchanged", reason: "damaged" });
  t.match(await cleaning(bytesSource(whole.subarray(0, -10))), { outcome: "unchanged", reason: "damaged" });
});

t.test("attack 39: an MP3 keeps its frames, whatever tags stand around them", async (t) => {
  const sound = concat(u(1, 0xff, 0xfb, 0x90, 0x00), noise(413, 5).fill(0x55));
  const frames = concat(sound, sound, sound);
  const frame = (name: string, body: Uint8Array): Uint8Array => concat(ascii(name), u(4, body.length), u(2, 0), body);
  const inner = concat(
    frame("TPE1", ascii("\0canary-artist")),
    frame("TSSE", ascii("\0canary-recorder")),
    frame("APIC", ascii("\0image/png\0canary")),
    new Uint8Array(50),
  );
  const size = [21, 14, 7, 0].map((shift) => (inner.length >> shift) & 0x7f);
  const before = concat(ascii("ID3"), u(1, 3, 0, 0), u(1, ...size), inner);
  const ape = concat(ascii("canary-item"), ascii("APETAGEX"), le(4, 2_000, 43, 1, 0), new Uint8Array(8));
  const old = concat(ascii("TAG"), ascii("canary-title"), new Uint8Array(113));
  const { cleaned, result } = await cleanedBytes(t, concat(before, frames, ape, old));
  t.same(cleaned, frames);
  t.same(lines(result), ["author: canary-artist", "software: canary-recorder", "thumbnail: ", "other: ID3v1/APE"]);
});
