import t from "tap";
import { concat, sameBytes } from "../../src/crypto/bytes.ts";
import { cleaning } from "../../src/evidence/cleaning.ts";
import { bytesSource } from "../../src/evidence/source.ts";
import { box, FRAMES, makeHeif, makeMovie, PICTURE } from "./make/boxes.ts";
import { ascii, has, u } from "./make/bytes.ts";
import { makeExif } from "./make/samples.ts";
import { makeProfile } from "./make/profile.ts";
import { cleanedBytes, lines } from "./support/clean.ts";

const CANARY = ascii("canary, taken at an office");

t.test(
  "attack 98: names of items, unknown properties and what stands behind a known one go, the picture stays",
  async (t) => {
    for (const brand of ["heic", "avif"]) {
      const file = makeHeif({
        brand,
        itemName: "IMG_canary.heic",
        exif: makeExif(),
        xmp: ascii("<x:xmpmeta canary='1'/>"),
        properties: [
          box("note", CANARY),
          box("uuid", CANARY),
          box("itai", u(4, 0), CANARY),
          box("pasp", u(4, 1, 1), CANARY),
          box("colr", ascii("nclx"), u(2, 1, 13, 6), u(1, 0x80), CANARY),
          box("colr", ascii("name"), CANARY),
          box("free", CANARY),
        ],
      });
      const { cleaned, result } = await cleanedBytes(t, file);
      t.equal(cleaned.length, file.length, `${brand}: every offset stays true`);
      t.notOk(has(cleaned, "canary"), `${brand}: nothing tells`);
      t.ok(has(cleaned, PICTURE), `${brand}: the picture is untouched`);
      t.ok(has(cleaned, concat(ascii("colrnclx"), u(2, 1, 13, 6), u(1, 0x80))), `${brand}: so is what colours it has`);
      t.ok(lines(result).includes("caption: IMG_canary.heic"), `${brand}: the name is said`);
      t.ok(lines(result).includes("other: note"), `${brand}: and the unknown property`);
      t.ok(
        result.findings.every(({ isRemoved }) => isRemoved),
        `${brand}: all of it is gone`,
      );
    }
  },
);

t.test(
  "attack 98: what nobody knows and a picture cannot be drawn without is asked about, not taken out",
  async (t) => {
    // One picture with one property, which is now the second of the container, marked as essential.
    const marked = (property: Uint8Array): { readonly file: Uint8Array; readonly at: number } => {
      const made = makeHeif({ properties: [property] });
      const at = Buffer.from(made).indexOf("ipma") + 15;
      return { file: made.with(at, 0x82), at };
    };
    const strange = marked(box("note", CANARY));
    t.match(await cleaning(bytesSource(strange.file)), { outcome: "unchanged", reason: "not-supported" });
    const { file: colour, at } = marked(box("colr", ascii("prof"), CANARY));
    const { cleaned } = await cleanedBytes(t, colour);
    t.notOk(has(cleaned, "canary"));
    t.equal(cleaned[at], 0x02, "a profile that is none is blanked, and no longer needed");
  },
);

t.test(
  "attack 98: remains of earlier versions in the data go; what could be a picture stays, and is said",
  async (t) => {
    const old = concat(u(4, 6), ascii("Exif\0\0MM\0*"), CANARY);
    const cases: readonly (readonly [gap: Uint8Array, isRemoved: boolean])[] = [
      [old, true],
      [box("free", ascii("GPS "), CANARY), true],
      [ascii("<?xpacket canary?>"), true],
      [CANARY, false],
    ];
    for (const [gap, isRemoved] of cases) {
      for (const file of [makeHeif({ gap }), makeMovie({ gap })]) {
        const { cleaned, result } = await cleanedBytes(t, file);
        t.equal(has(cleaned, "canary"), !isRemoved);
        t.ok(lines(result).includes(isRemoved ? "hidden-content: " : "hidden-content:  (kept)"));
      }
    }
    const much = concat(CANARY, new Uint8Array(1_000).fill(7));
    t.match(await cleaning(bytesSource(makeHeif({ gap: much }))), { outcome: "unchanged", reason: "damaged" });
  },
);

t.test(
  "attack 98: a film's codec set-up keeps no profile, maker or note, and its frames stay where they are",
  async (t) => {
    const profile = makeProfile({ name: "canary-screen", primaries: "srgb" });
    const entry = [box("avcC", u(1, 1, 66, 0, 30)), box("colr", ascii("prof"), profile), box("CNTH", CANARY)];
    const group = box("sgpd", u(4, 0), ascii("mkrs"), CANARY);
    const file = makeMovie({ inEntry: entry, inTable: [group], inMovie: [box("iods", CANARY)] });
    const { cleaned, result } = await cleanedBytes(t, file);
    t.notOk(has(cleaned, "canary"));
    t.ok(has(cleaned, "avcC") && has(cleaned, FRAMES));
    t.ok(lines(result).includes("device: canary-screen") && lines(result).includes("other: CNTH"));
    const { cleaned: again } = await cleanedBytes(t, cleaned);
    t.ok(sameBytes(again, cleaned));
  },
);

t.test("attack 98: a box whose name was damaged is not blanked like a stranger's", async (t) => {
  const movie = makeMovie({ isMovieFirst: true, hasSensor: true });
  const picture = makeHeif({ exif: makeExif() });
  for (const [file, names] of [
    [movie, ["moov", "trak", "mdia", "minf", "stbl", "stsd", "stts", "stsc", "stsz", "stco", "mdat", "vide"]],
    [picture, ["meta", "iinf", "infe", "iloc", "iprp", "ipco", "ispe", "pitm", "mdat", "hvc1"]],
  ] as const) {
    for (const name of names) {
      for (const letter of [0, 1, 2, 3]) {
        for (const value of [0x41, 0x7a, 0x30]) {
          const at = Buffer.from(file).indexOf(name) + letter;
          const result = await cleaning(bytesSource(file.with(at, value)));
          if (result.outcome === "cleaned" && file[at] !== value) t.fail(`${name}, letter ${letter}, ${value}`);
        }
      }
    }
  }
});

t.test("a maker's brand becomes one of the standard's; where there is none it stays, and is said", async (t) => {
  const { cleaned, result } = await cleanedBytes(t, makeMovie({ brand: "XAVC", other: "mp42" }));
  t.notOk(has(cleaned, "XAVC"));
  t.ok(lines(result).includes("device: XAVC"));
  const alone = await cleanedBytes(t, makeMovie({ brand: "XAVC" }));
  t.ok(lines(alone.result).includes("device: XAVC (kept)"));
});
