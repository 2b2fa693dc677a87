import { deflateSync } from "node:zlib";
import t from "tap";
import { concat, sameBytes } from "../../src/crypto/bytes.ts";
import { cleaning } from "../../src/evidence/cleaning.ts";
import { Findings } from "../../src/evidence/findings.ts";
import { bytesSource } from "../../src/evidence/source.ts";
import { cleanProfile } from "../../src/evidence/tags/icc.ts";
import { box, makeHeif } from "./make/boxes.ts";
import { ascii, has, noise, text, u } from "./make/bytes.ts";
import { makeJpeg, segment } from "./make/jpeg.ts";
import { chunk, makePng } from "./make/png.ts";
import { makeProfile } from "./make/profile.ts";
import { chunk as webpChunk, makeWebp } from "./make/webp.ts";
import { cleanedBytes, lines } from "./support/clean.ts";

/** The profile in each format that takes one. */
function carriers(profile: Uint8Array): readonly (readonly [name: string, file: Uint8Array])[] {
  const packed = new Uint8Array(deflateSync(Buffer.from(profile)));
  const inside = (brand: string): Uint8Array => makeHeif({ brand, properties: [box("colr", ascii("prof"), profile)] });
  return [
    ["jpeg", makeJpeg({ before: [segment(0xe2, concat(ascii("ICC_PROFILE\0"), u(1, 1, 1), profile))] })],
    ["png", makePng({ before: [chunk("iCCP", concat(text("canary\0"), u(1, 0), packed))] })],
    ["webp", makeWebp({ flags: 0x20, before: [webpChunk("ICCP", profile)] })],
    ["heic", inside("heic")],
    ["avif", inside("avif")],
  ];
}

/** 6 May 2024, 07:08:09, as a profile's header holds it */
const DATE = u(2, 2024, 5, 6, 7, 8, 9);

t.test("attack 98: a profile of sRGB keeps no date, maker, name or serial number, in no format", async (t) => {
  for (const [name, file] of carriers(makeProfile({ name: "canary-screen", primaries: "srgb" }))) {
    const { cleaned, result } = await cleanedBytes(t, file);
    t.notOk(has(cleaned, "canary") || has(cleaned, DATE) || has(cleaned, "appl"), `${name}: nothing of it is left`);
    t.ok(lines(result).includes("device: canary-screen"), `${name}: its name is said`);
    t.ok(lines(result).includes("time: 2024-05-06"), `${name}: and its day`);
    const again = await cleanedBytes(t, cleaned);
    t.ok(sameBytes(again.cleaned, cleaned), `${name}: cleaned once more it is the same file`);
    t.same(
      again.result.findings.filter(({ kind }) => kind !== "software"),
      [],
      `${name}: and nothing is found`,
    );
  }
});

t.test(
  "attack 98: what is no profile does not stay in the place of one, and is not said to be gone while it does",
  async (t) => {
    const words = ascii(`THIS IS NO PROFILE but a canary${".".repeat(300)}`);
    const truncated = makeProfile({ name: "canary", primaries: "display-p3" }).subarray(0, 400);
    for (const profile of [words, truncated, noise(500)]) {
      for (const [name, file] of carriers(profile)) {
        const { cleaned, result } = await cleanedBytes(t, file);
        t.notOk(has(cleaned, "canary") || has(cleaned, profile.subarray(100, 140)), `${name}: it is gone`);
        t.ok(lines(result).includes("other: ICC"), `${name}: and said to be`);
      }
    }
  },
);

t.test(
  "attack 98: words that stand where a damaged profile's numbers should be do not stay as numbers unasked",
  async (t) => {
    const whole = Buffer.from(makeProfile({ name: "x", primaries: "display-p3" }));
    const words = ascii("canary by its maker's own hand, and more canary");
    const curve = whole.lastIndexOf("para");
    // A table of points in the last curve's place: its words would be points.
    const points = concat(ascii("curv"), u(4, 0, 10), words.subarray(0, 20));
    for (const [what, at, bytes] of [
      ["a curve", curve + 12, words.subarray(0, 20)],
      ["a colour", whole.indexOf("XYZ ", 132) + 8, words.subarray(0, 12)],
      ["points", curve, points],
    ] as const) {
      const spoiled = new Uint8Array(whole);
      spoiled.set(bytes, at);
      for (const [name, file] of carriers(spoiled)) {
        const result = await cleaning(bytesSource(file));
        t.match(result, { outcome: "unchanged", reason: "damaged" }, `${what}, ${name}: the sender is asked`);
      }
    }
  },
);

t.test(
  "a tag is kept for its numbers alone: not its reserved bytes, not its rest, not another type under its name",
  (t) => {
    const profile = makeProfile({ name: "x", primaries: "display-p3" });
    const bytes = Buffer.from(profile);
    const at = bytes.indexOf("XYZ ", 132);
    const spoiled = profile.slice();
    // Four reserved bytes of the first column, and the header's reserved ones.
    spoiled.set(ascii("cana"), at + 4);
    spoiled.set(ascii("canary"), 110);
    const findings = new Findings();
    const cleaned = cleanProfile(spoiled, findings);
    t.equal(cleaned.is, "kept");
    if (cleaned.is !== "kept") throw new Error("no numbers");
    t.notOk(has(cleaned.bytes, "cana"));
    t.same(cleaned.bytes.subarray(at + 8, at + 20), profile.subarray(at + 8, at + 20), "the numbers are as they were");
    const renamed = profile.slice();
    renamed.set(ascii("text"), at);
    t.equal(cleanProfile(renamed, new Findings()).is, "unreadable", "without one of its columns it is no profile");
    t.end();
  },
);

t.test("tables of a scanner's or printer's profile stay, number for number", (t) => {
  const table = concat(
    ascii("mft2"),
    u(4, 0),
    u(1, 4, 3, 2, 0),
    new Uint8Array(36),
    u(2, 2, 2),
    ...Array.from({ length: 4 * 2 + 2 ** 4 * 3 + 2 * 3 }, (_, index) => u(2, 911 * index)),
  );
  const header = concat(
    u(4, 0),
    ascii("lcms"),
    u(4, 0x0210_0000),
    ascii("prtrCMYKLab "),
    DATE,
    ascii("acspAPPL"),
    new Uint8Array(24),
    u(4, 0xf6d6, 0x1_0000, 0xd32d),
    ascii("cana"),
    new Uint8Array(44),
  );
  const rest = ascii("canary behind the table");
  const profile = concat(header, u(4, 1), ascii("A2B0"), u(4, 144, table.length + rest.length), table, rest);
  const cleaned = cleanProfile(profile, new Findings());
  t.equal(cleaned.is, "kept");
  if (cleaned.is !== "kept") throw new Error("no numbers");
  t.ok(has(cleaned.bytes, table));
  t.notOk(has(cleaned.bytes, "cana"));
  t.end();
});

t.test(
  "attack 98: a curve that is not sRGB's in one of its five numbers is kept, as the picture is drawn by it",
  (t) => {
    const profile = makeProfile({ name: "canary", primaries: "srgb" });
    t.equal(cleanProfile(profile, new Findings()).is, "sRGB");
    const curve = Buffer.from(profile).indexOf("para");
    for (let number = 0; number < 5; number++) {
      const other = profile.slice();
      // Its second byte: whole ones.
      const at = curve + 12 + 4 * number + 1;
      other[at] = (other[at] ?? 0) + 2;
      t.equal(cleanProfile(other, new Findings()).is, "kept", `number ${number}`);
    }
    t.end();
  },
);
