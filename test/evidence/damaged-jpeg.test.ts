import t from "tap";
import { concat, sameBytes } from "../../src/crypto/bytes.ts";
import { cleaning } from "../../src/evidence/cleaning.ts";
import { bytesSource } from "../../src/evidence/source.ts";
import { ascii, has, le, u } from "./make/bytes.ts";
import { makeJpeg, segment } from "./make/jpeg.ts";
import { cleanedBytes, lines } from "./support/clean.ts";

const SIZE = { width: 128, height: 96 };
const EXIF = segment(0xe1, concat(ascii("Exif\0\0MM\0*"), u(4, 8), u(2, 0), u(4, 0), ascii("canary")));
const KINDS = {
  "with restart marks": makeJpeg({ ...SIZE, restartEvery: 8 }),
  "with a scan for each colour": makeJpeg({ ...SIZE, components: 3 }),
  progressive: makeJpeg({ ...SIZE, components: 3, isProgressive: true }),
  "without marks": makeJpeg(SIZE),
} as const;
/** Of the file made without segments of applications: everything from the tables to the end */
const picture = (file: Uint8Array): Uint8Array => file.subarray(20);

function inMiddle(file: Uint8Array, ...what: readonly number[]): Uint8Array {
  // In the last scan, and on no mark of its own.
  let at = Math.floor((file.lastIndexOf(0xda) + file.length) / 2);
  while (file[at - 1] === 0xff || file[at] === 0xff) at += 1;
  return concat(file.subarray(0, at), Uint8Array.from(what), file.subarray(at));
}

t.test(
  "attack 98: a mark in the middle of a scan, whichever it is, takes nothing of the picture with it",
  async (t) => {
    for (const [kind, file] of Object.entries(KINDS)) {
      let asked = 0;
      for (let mark = 1; mark < 0xff; mark++) {
        for (const more of [[], [0, 2], [0, 60]]) {
          const damaged = inMiddle(file, 0xff, mark, ...more);
          const result = await cleaning(bytesSource(damaged));
          if (result.outcome === "unchanged") {
            asked += 1;
            continue;
          }
          const cleaned = await result.cleaned.read(0, result.cleaned.size);
          if (!has(cleaned, picture(damaged))) t.fail(`${kind}: ${mark.toString(16)}, ${more.length} bytes behind it`);
        }
      }
      t.ok(asked > 600, `${kind}: ${asked} of 762 are asked about, of the others all is kept`);
    }
  },
);

t.test(
  "attack 98: one byte of a scan changed to the beginning of a mark is asked about, or the picture is whole",
  async (t) => {
    const file = KINDS["with restart marks"];
    const start = file.lastIndexOf(0xda) + 8;
    for (let at = start; at < file.length - 2; at++) {
      const damaged = file.with(at, 0xff);
      const result = await cleaning(bytesSource(concat(damaged.subarray(0, 2), EXIF, damaged.subarray(2))));
      if (result.outcome === "unchanged") {
        if (result.reason !== "damaged") t.fail(result.reason);
        continue;
      }
      const cleaned = await result.cleaned.read(0, result.cleaned.size);
      if (!sameBytes(cleaned, damaged)) t.fail(`the byte at ${at}`);
    }
  },
);

t.test(
  "attack 98: a picture that was cut off is copied to its last byte, unless something else stands there",
  async (t) => {
    const file = makeJpeg({ ...SIZE, before: [EXIF] });
    const bare = makeJpeg({ ...SIZE, before: [] });
    for (const missing of [1, 2, 20, 100]) {
      const { cleaned } = await cleanedBytes(t, file.subarray(0, -missing));
      t.ok(sameBytes(cleaned, bare.subarray(0, -missing)), `without the last ${missing} bytes`);
    }
    const covered = concat(file.subarray(0, -2), ascii("canary instead of the end of the picture"));
    t.match(await cleaning(bytesSource(covered)), { outcome: "unchanged", reason: "damaged" });
  },
);

t.test("two ends, empty space behind one, and restart marks in another order lose nothing", async (t) => {
  const file = KINDS["with restart marks"];
  for (const more of [u(1, 0xff, 0xd9), new Uint8Array(512), u(1, 0xff, 0xff)]) {
    const { cleaned, result } = await cleanedBytes(t, concat(file, more));
    t.ok(sameBytes(cleaned, file));
    t.same(result.findings, []);
  }
  const swapped = Buffer.from(file);
  swapped[swapped.indexOf(Buffer.from([0xff, 0xd3])) + 1] = 0xd5;
  const { cleaned } = await cleanedBytes(t, swapped);
  t.ok(sameBytes(cleaned, swapped));
});

t.test("attack 98: a table that is missing or longer than it should be is not passed over", async (t) => {
  const file = KINDS["without marks"];
  for (const [name, marker] of [
    ["quantisation", 0xdb],
    ["codes", 0xc4],
    ["frame", 0xc0],
  ] as const) {
    const at = Buffer.from(file).indexOf(Buffer.from([0xff, marker]));
    t.match(await cleaning(bytesSource(file.with(at + 1, 0xe7))), { outcome: "unchanged", reason: "damaged" }, name);
  }
  const table = segment(0xdb, concat(u(1, 1), new Uint8Array(64).fill(1), ascii("canary")));
  t.match(await cleaning(bytesSource(makeJpeg({ before: [table] }))), { outcome: "unchanged", reason: "damaged" });
});

/** A table of two pictures, of which the second is of this kind (CIPA DC-007). */
function pictures(kind: number): Uint8Array {
  const entries = concat(u(4, 0x2003_0000, 1_000, 0), u(2, 0, 0), u(4, kind, 1_000, 2_000), u(2, 0, 0));
  const tiff = concat(ascii("MM"), u(2, 42), u(4, 8), u(2, 1), u(2, 0xb002, 7), u(4, 32, 26), u(4, 0), entries);
  return segment(0xe2, concat(ascii("MPF\0"), tiff));
}

t.test(
  "attack 98: a second view is asked about; a smaller one, or how bright the first is, goes and is named",
  async (t) => {
    const after = makeJpeg({ width: 32, height: 24 });
    for (const view of [0x02_0001, 0x02_0002, 0x02_0003]) {
      const file = makeJpeg({ ...SIZE, before: [pictures(view)], after });
      t.match(await cleaning(bytesSource(file)), { outcome: "unchanged", reason: "not-supported" });
    }
    for (const kind of [0, 0x01_0001]) {
      const { cleaned, result } = await cleanedBytes(t, makeJpeg({ ...SIZE, before: [pictures(kind)], after }));
      t.same(lines(result), ["second-picture: "]);
      t.ok(sameBytes(cleaned, makeJpeg({ ...SIZE, before: [] })));
    }
  },
);

t.test(
  "a picture with arithmetic codes is copied, and asked about where something stands among its scans",
  async (t) => {
    const made = makeJpeg({ ...SIZE, components: 3, before: [segment(0xcc, u(1, 0, 1))] });
    const at = Buffer.from(made).indexOf(Buffer.from([0xff, 0xc0]));
    const file = made.with(at + 1, 0xc9);
    const { cleaned } = await cleanedBytes(t, concat(file.subarray(0, 2), EXIF, file.subarray(2)));
    t.ok(sameBytes(cleaned, file));
    const end = file.length - 2;
    const more = concat(file.subarray(0, end), segment(0xfe, ascii("x")), file.subarray(end), le(2, 7));
    t.match(await cleaning(bytesSource(more)), { outcome: "unchanged", reason: "damaged" });
  },
);
