/** Whoever looks at a file sees all of it or is told that something is missing, and is kept from scanning what is in it. */
import * as fs from "node:fs/promises";
import { encodeQR } from "qr";
import t from "tap";
import { speak } from "../../../src/words/speech.ts";
import { findCode } from "../../../src/web/preview/codes.ts";
import { LOSSES } from "../../../src/web/preview/losses.ts";
import { WORDS } from "../../../src/web/preview/words.ts";
import { noise } from "../../evidence/make/bytes.ts";
import { makeJpeg } from "../../evidence/make/jpeg.ts";
import { makePng } from "../../evidence/make/png.ts";
import { ONE_TILE, TILE_SIDE, makeTelephoneHeic } from "./heic.ts";
import { type PdfObject, makePdf, makeTextPdf } from "../support/pdf.ts";
import { waitInPage } from "../support/wait.ts";
import { type PreviewPage, pressInside, setPreviewStage } from "./preview-stage.ts";

t.setTimeout(300_000);

const { say } = speak("id");
const LINK = "https://contoh.example/periksa?siapa=12345";
const MAPS = ["UniGB-UCS2-H", "UniJIS-UTF16-H", "UniKS-UCS2-H", "UniCNS-UTF16-H"];
const FILTERS = ["JPXDecode", "JBIG2Decode", "DCTDecode"];
const [RED, WHITE] = ["208,32,32", "255,255,255"];

for (const name of ["chromium", "firefox"] as const) {
  t.test(`in ${name}`, async (t) => {
    const stage = await setPreviewStage(t, name);
    const opened = await stage.open();
    const { show, complaints } = opened;
    const told = async () => (await opened.inside()).$$eval(".note", (notes) => notes.map((one) => one.textContent));

    await t.test("a telephone's HEIC is seen: tiles put together and turned as it says", async (t) => {
      t.equal(await show(ONE_TILE, { type: "heic" }), "shown");
      t.same(
        await colours(opened, [
          [8, 8],
          [60, 60],
        ]),
        [WHITE, RED],
      );
      t.equal(await show(makeTelephoneHeic({ turns: 1 }), { type: "heic" }), "shown");
      const [width, height] = [TILE_SIDE, 2 * TILE_SIDE];
      t.same(await sizeOf(opened), { width, height }, "a quarter turn against the clock");
      // Of each tile, its white quarter is at the bottom left now.
      t.same(
        await colours(opened, [
          [8, 56],
          [8, 120],
          [8, 8],
          [56, 56],
        ]),
        [WHITE, WHITE, RED, RED],
      );
      t.equal(
        await show(ONE_TILE.subarray(0, 300), { type: "heic" }),
        "unreadable",
        "one that is cut short is said to be",
      );
      t.equal(await show(ONE_TILE, { type: "heic" }), "shown", "and the next is shown");
    });

    await t.test("attack 34: a HEIC that says it is huge is never decoded, whichever part of it says so", async (t) => {
      t.equal(await show(makeTelephoneHeic({ size: [30_000, 30_000] }), { type: "heic" }), "too-large");
      const hidden = makeTelephoneHeic({ size: [30_000, 30_000], stated: [128, 64] });
      t.not(await show(hidden, { type: "heic" }), "shown");
    });

    await t.test("Chinese, Japanese and Korean without own character maps are drawn, and so are signs", async (t) => {
      const blank = await inkOf(opened, makeCjkPdf("UniGB-UCS2-H", ""));
      for (const map of name === "firefox" ? MAPS.slice(0, 1) : MAPS) {
        t.ok((await inkOf(opened, makeCjkPdf(map, "4e004e004e00"))) > blank + 50, `${map}: letters are there`);
        t.same((await told()).filter(Boolean), [], "and nothing is said to be missing");
      }
      // "n" is a filled square there, three times as black as the letter.
      const square = await inkOf(opened, makeFontPdf("ZapfDingbats", "nnnn"));
      t.ok(square > 2 * (await inkOf(opened, makeFontPdf("Helvetica", "nnnn"))), "a square is no letter");
    });

    await t.test("what could not be drawn is said, on its page alone where it is a picture", async (t) => {
      t.equal(await show(makeCjkPdf("None-Such-H", "4e004e00"), { type: "pdf" }), "shown");
      t.same((await told()).filter(Boolean), [say(WORDS.missing)], "text whose map nobody has");
      for (const filter of name === "firefox" ? FILTERS.slice(0, 1) : FILTERS) {
        t.equal(await show(makePicturesPdf(filter), { type: "pdf" }), "shown");
        t.same((await told()).filter(Boolean), [say(WORDS.missing)], `a picture that ${filter} cannot read`);
      }
      const scan = makeJpeg({ width: 64, height: 64, components: 3 });
      for (const [cut, what] of [
        [0, []],
        [200, [say(WORDS.missing)]],
      ] as const) {
        const stream = scan.subarray(0, scan.length - cut);
        t.equal(await show(makePicturesPdf("DCTDecode", stream), { type: "pdf" }), "shown");
        t.same((await told()).filter(Boolean), what, `a scanned page that lacks its last ${cut} bytes`);
      }
      await pressInside(opened, say(WORDS.next));
      await until(opened, "Halaman dua");
      t.same((await told()).filter(Boolean), [], "the next page is whole");
      await pressInside(opened, say(WORDS.previous));
      await until(opened, "Halaman satu");
      t.same((await told()).filter(Boolean), [say(WORDS.missing)], "and coming back it is said again");
    });

    await t.test("who looks at a picture, a HEIC or a PDF is told not to scan or type in what is in it", async (t) => {
      const code = encodeQR(LINK, "gif", { scale: 4 });
      t.equal(await show(code, { type: "gif" }), "shown");
      t.same(await told(), [say(WORDS.code, { text: LINK })]);
      t.equal(await show(encodeQR("a\u202Eb\u0007", "gif"), { type: "gif" }), "shown");
      t.same(
        await told(),
        [say(WORDS.code, { text: "a⟨U+202E⟩b⟨U+0007⟩" })],
        "nothing in it stays unseen; a small one too",
      );
      t.equal(await show(makePng({ width: 900, height: 600 }), { type: "png" }), "shown");
      const notes = await told();
      t.ok(
        notes.every((one) => one === say(WORDS.codeUnread)),
        "of noise nobody says what it says",
      );
      t.equal(await show(makeCodePdf(LINK), { type: "pdf" }), "shown");
      t.same((await told()).filter(Boolean), [say(WORDS.code, { text: LINK })], "on a page of PDF");
      const action = (uri: string) =>
        `<< /Type /Annot /Subtype /Link /Rect [0 0 99 99] /Border [0 0 0] /A << /S /URI /URI (${uri}) >> >>`;
      const linked = makeTextPdf(["Satu"], { page: `/Annots [${action(LINK)} ${action("javascript:x")}]` });
      t.equal(await show(linked, { type: "pdf" }), "shown");
      t.match((await told()).join(" "), LINK, "a link is named, and leads nowhere");
      t.equal(await show(makeTextPdf(["Satu"]), { type: "pdf" }), "shown");
      t.same((await told()).filter(Boolean), [], "where there is nothing, nothing is said");
    });
    t.same(
      complaints.filter((one) => !one.includes("404 (Not Found)")),
      [],
      "the browser has nothing to complain of, and the console no word of what is in a file",
    );
  });
}

t.test("each warning that means a loss is one that pdf.js gives, in these words", async (t) => {
  const sources = ["pdf.mjs", "pdf.worker.mjs"].map((name) => import.meta.resolve(`pdfjs-dist/legacy/build/${name}`));
  const code = (await Promise.all(sources.map((url) => fs.readFile(new URL(url), "utf8")))).join("");
  const isGiven = (beginning: string) => ["`", '"', "'"].some((quote) => code.includes(quote + beginning));
  // Put together there of two texts.
  const [skipping, partial] = ["Skipping ", "command ${cmd}: expected"];
  t.ok(isGiven(skipping) && isGiven(partial));
  const rest = Object.values(LOSSES)
    .flat()
    .filter((beginning) => beginning !== "Skipping command");
  t.same(
    rest.filter((beginning) => !isGiven(beginning) && !isGiven(beginning.replace("unexpected", "${partialMsg}"))),
    [],
  );
});

t.test("where the browser hands out noise instead of pixels, that nobody has looked is said", async (t) => {
  const { open } = await setPreviewStage(t, "chromium");
  const opened = await open(() => {
    const pens = CanvasRenderingContext2D.prototype;
    const read: unknown = Reflect.get(pens, "getImageData");
    pens.getImageData = function (...where) {
      const image = Reflect.apply(read as () => ImageData, this, where);
      crypto.getRandomValues(image.data.subarray(0, 64));
      return image;
    };
  });
  t.equal(await opened.show(makePng(), { type: "png" }), "shown");
  const notes = await (await opened.inside()).$$eval(".note", (all) => all.map((one) => one.textContent));
  t.same(notes, [say(WORDS.codesUnknown)]);
});

t.test("a code is found upright, turned, in a mirror, white on black, and small in a large picture", (t) => {
  const modules = encodeQR(LINK, "raw", { border: 4 });
  const side = modules.length;
  type Place = (x: number, y: number) => readonly [number, number];
  const draw = (width: number, place: Place, [dark, light] = [0, 255]) => {
    const data = new Uint8ClampedArray(width * width * 4).fill(255);
    for (let y = 0; y < width; y++)
      for (let x = 0; x < width; x++) {
        const [column, row] = place(x, y).map(Math.floor) as [number, number];
        const isDark = modules[row]?.[column];
        const value = isDark === undefined ? 160 : isDark ? dark : light;
        data.fill(value, 4 * (y * width + x), 4 * (y * width + x) + 3);
      }
    return { data, width, height: width };
  };
  const upright: Place = (x, y) => [x / 5, y / 5];
  const [sin, cos] = [Math.sin(0.3), Math.cos(0.3)];
  const turned: Place = (x, y) => [(cos * (x - 60) + sin * (y - 60)) / 5, (cos * (y - 60) - sin * (x - 60)) / 5];
  t.equal(findCode(draw(side * 5, upright))?.text, LINK);
  t.equal(findCode(draw(side * 5, upright, [255, 0]))?.text, LINK, "white on black");
  t.equal(findCode(draw(side * 5, (x, y) => upright(side * 5 - 1 - x, y)))?.text, LINK, "in a mirror");
  t.equal(findCode(draw(side * 7, turned))?.text, LINK, "turned");
  t.equal(findCode(draw(2_400, (x, y) => [(x - 1_800) / 4, (y - 1_500) / 4]))?.text, LINK, "small in a large one");
  t.equal(findCode(draw(600, () => [-1, -1])), undefined, "and none in a grey field");
  t.end();
});

t.test("attack 34: a picture made of what looks like codes holds nobody up for long", (t) => {
  const width = 1_500;
  const data = new Uint8ClampedArray(width * width * 4);
  for (let y = 0; y < width; y++)
    for (let x = 0; x < width; x++) {
      // The corner of a code: black, white, black, in 1:1:3:1:1.
      const ring = Math.max(Math.abs((x % 27) - 13), Math.abs((y % 27) - 13)) / 3;
      data.fill(ring < 1.5 || (ring >= 2.5 && ring < 3.5) ? 0 : 255, 4 * (y * width + x), 4 * (y * width + x) + 3);
    }
  const started = performance.now();
  findCode({ data, width, height: width });
  findCode({ data: new Uint8ClampedArray(noise(width * width * 4, 5)), width, height: width });
  t.ok(performance.now() - started < 8_000, "two of them, on a busy machine");
  t.end();
});

async function colours({ inside }: PreviewPage, places: readonly (readonly [number, number])[]): Promise<string[]> {
  return (await inside()).$eval(
    "canvas",
    (canvas, wanted) =>
      wanted.map(([x, y]) => {
        const [red = 0, green = 0, blue = 0] = canvas.getContext("2d")!.getImageData(x, y, 1, 1).data;
        // The coding loses a little.
        return red > 240 && green > 240 && blue > 240
          ? "255,255,255"
          : red > 180 && green < 90
            ? "208,32,32"
            : `${red},${green},${blue}`;
      }),
    places,
  );
}

async function sizeOf({ inside }: PreviewPage) {
  return (await inside()).$eval("canvas", ({ width, height }) => ({ width, height }));
}

/** How many pixels of the page are dark. */
async function inkOf({ show, inside }: PreviewPage, pdf: Uint8Array): Promise<number> {
  await show(pdf, { type: "pdf" });
  return (await inside()).$eval("canvas", (canvas) => {
    const { data } = canvas.getContext("2d")!.getImageData(0, 0, canvas.width, canvas.height);
    let dark = 0;
    for (let at = 0; at < data.length; at += 4) if (data[at]! < 128 && data[at + 3]! > 128) dark++;
    return dark;
  });
}

async function until({ inside }: PreviewPage, text: string): Promise<void> {
  const isDrawn = (wanted: string) =>
    document.querySelector("canvas")?.textContent === wanted &&
    document.querySelector(".document > .note")?.textContent === "";
  await waitInPage(await inside(), isDrawn, {}, text);
}

/** A page of 200 by 100 with what is written in `content`; font F1 and picture P1 are objects of `more`, from 5 on. */
function makePage(content: string, resources: string, more: readonly PdfObject[]): Uint8Array {
  return makePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
    `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << ${resources} >> >>`,
    { dictionary: "", stream: content },
    ...more,
  ]);
}

function makeFontPdf(font: string, text: string): Uint8Array {
  return makePage(`BT /F1 40 Tf 10 30 Td (${text}) Tj ET`, "/Font << /F1 5 0 R >>", [
    `<< /Type /Font /Subtype /Type1 /BaseFont /${font} >>`,
  ]);
}

function makeCjkPdf(map: string, hex: string): Uint8Array {
  const ordering = map.startsWith("UniJIS")
    ? "Japan1"
    : map.startsWith("UniKS")
      ? "Korea1"
      : map.startsWith("UniCNS")
        ? "CNS1"
        : "GB1";
  return makePage(`BT /F1 40 Tf 10 30 Td <${hex}> Tj ET`, "/Font << /F1 5 0 R >>", [
    `<< /Type /Font /Subtype /Type0 /BaseFont /Song /Encoding /${map} /DescendantFonts [6 0 R] >>`,
    `<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Song /CIDSystemInfo << /Registry (Adobe) /Ordering (${ordering}) /Supplement 2 >> /DW 1000 /FontDescriptor 7 0 R >>`,
    "<< /Type /FontDescriptor /FontName /Song /Flags 4 /FontBBox [0 -200 1000 900] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
  ]);
}

/** Two pages; the first has a picture beside its words that no decoder can read. */
function makePicturesPdf(filter: string, stream = noise(300, 7)): Uint8Array {
  return makePdf([
    "<< /Type /Catalog /Pages 2 0 R >>",
    "<< /Type /Pages /Kids [3 0 R 5 0 R] /Count 2 >>",
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 4 0 R /Resources << /Font << /F1 7 0 R >> /XObject << /P1 8 0 R >> >> >>",
    { dictionary: "", stream: "BT /F1 20 Tf 10 70 Td (Halaman satu) Tj ET q 50 0 0 50 0 0 cm /P1 Do Q" },
    "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] /Contents 6 0 R /Resources << /Font << /F1 7 0 R >> >> >>",
    { dictionary: "", stream: "BT /F1 20 Tf 10 70 Td (Halaman dua) Tj ET" },
    "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    {
      dictionary: `/Type /XObject /Subtype /Image /Width 64 /Height 64 /ColorSpace /DeviceRGB /BitsPerComponent 8 /Filter /${filter}`,
      stream,
    },
  ]);
}

/** A page with a code that is drawn of rectangles, as a program for letters does. */
function makeCodePdf(text: string): Uint8Array {
  const modules = encodeQR(text, "raw", { border: 4 });
  const cells = modules.flatMap((row, y) =>
    row.flatMap((isDark, x) => (isDark ? [`${2 * x} ${98 - 2 * y} 2 2 re f`] : [])),
  );
  return makePage(cells.join("\n"), "", []);
}
