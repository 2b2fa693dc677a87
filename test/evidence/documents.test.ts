import { deflateRawSync, inflateRawSync } from "node:zlib";
import t from "tap";
import { concat } from "../../src/crypto/bytes.ts";
import { cleaning } from "../../src/evidence/cleaning.ts";
import { inflate } from "../../src/evidence/documents/inflate.ts";
import { readEntries } from "../../src/evidence/documents/zip.ts";
import { bytesSource, Reader } from "../../src/evidence/source.ts";
import { ascii, has, le } from "./make/bytes.ts";
import { makeJpeg } from "./make/jpeg.ts";
import { makeDocx, makeOdt, makePptx, makeXlsx } from "./make/office.ts";
import { makePdf } from "./make/pdf.ts";
import { makeZip } from "./make/zip.ts";
import { cleanedBytes, lines } from "./support/clean.ts";
import { identifying, tagged, tagsOf, unzipped } from "./support/exiftool.ts";

t.test("attack 40: who wrote a document, where and when is shown, and taken out where that is safe", async (t) => {
  const files: readonly [extension: string, file: Uint8Array][] = [
    ["docx", makeDocx()],
    ["xlsx", makeXlsx()],
    ["pptx", makePptx()],
    ["odt", makeOdt()],
  ];
  for (const [extension, file] of files) {
    t.not(Object.keys(identifying(tagsOf(file, extension))).length, 0, `${extension}: exiftool sees what was written`);
    const { cleaned, result } = await cleanedBytes(t, file);
    t.same(identifying(tagsOf(cleaned, extension)), {}, `${extension}: exiftool finds nothing that identifies`);
    const said = lines(result);
    t.ok(said.includes("author: canary-author"), `${extension}: the author is named`);
    t.ok(
      said.some((line) => line.startsWith("author: canary-editor")),
      `${extension}: and who saved it last`,
    );
    t.ok(
      said.some((line) => /^edit-history: (?:17|9)$/u.test(line)),
      `${extension}: and the revision`,
    );
    t.ok(
      said.some((line) => line.startsWith("time: 2024-05-06")),
      `${extension}: and when`,
    );
    const before = unzipped(file);
    const after = unzipped(cleaned);
    t.same(Object.keys(after), Object.keys(before), `${extension}: every part is still there, in its order`);
    for (const [name, body] of Object.entries(after)) {
      if (/^docProps\/|^meta\.xml|^Thumbnails\//u.test(name)) t.notMatch(body, /canary/u, `${extension}: ${name}`);
      else t.equal(body, before[name], `${extension}: ${name} is untouched`);
    }
    t.notOk(has(cleaned, "canary-zip-comment") || has(cleaned, "ux\x0b\0"), `${extension}: no comment, no owner`);
  }
});

t.test(
  "attack 40: comments, changes, hidden parts, people and paths in the text are named, and said to be still there",
  async (t) => {
    const cases: readonly [file: Uint8Array, said: readonly string[]][] = [
      [
        makeDocx([{ name: "word/embeddings/Sheet1.xlsx", body: "x" }]),
        [
          "edit-history: canary-reviser (kept)",
          "comment: canary-commenter (kept)",
          "hidden-content:  (kept)",
          "author: file:///C:\\Users\\canary-user\\t.dotx (kept)",
          "embedded-file: word/embeddings/Sheet1.xlsx (kept)",
          "author: canary-company",
          "author: canary-manager",
          "author: canary-editor & rekan",
          "other: canary-template.dotx",
          "thumbnail: ",
        ],
      ],
      [
        makeXlsx([
          { name: "xl/externalLinks/externalLink1.xml", body: "x" },
          { name: "xl/vbaProject.bin", body: "x" },
        ]),
        [
          "hidden-content: Gaji lama (kept)",
          "author: C:\\Users\\canary-user\\Documents\\ (kept)",
          "comment: canary-commenter (kept)",
          "outside-link: xl/externalLinks/externalLink1.xml (kept)",
          "script: xl/vbaProject.bin (kept)",
        ],
      ],
      [makePptx(), ["hidden-content: ppt/slides/slide2.xml (kept)", "comment: ppt/notesSlides/notesSlide1.xml (kept)"]],
      [
        makeOdt(),
        ["edit-history: canary-reviser (kept)", "comment: canary-commenter (kept)", "software: LibreOffice/7.4"],
      ],
    ];
    for (const [file, wanted] of cases) {
      const result = await cleaning(bytesSource(file));
      for (const line of wanted) t.ok(lines(result).includes(line), line);
      t.ok(result.remains.includes("document-text"));
    }
  },
);

t.test("a photograph inside a document loses what it would lose alone", async (t) => {
  const photo = tagged(makeJpeg(), "jpg", ["-Artist=canary-artist", "-GPSLatitude=6.2", "-GPSLatitudeRef=S"]);
  const file = makeDocx([{ name: "word/media/image1.jpeg", body: photo }]);
  const { cleaned, result } = await cleanedBytes(t, file);
  t.ok(lines(result).includes("author: canary-artist"));
  t.notMatch(unzipped(cleaned)["word/media/image1.jpeg"], /canary|Exif/u);
  t.ok(result.remains.includes("inner-files"));
});

t.test("a signed document is looked into and left as it is", async (t) => {
  const result = await cleaning(bytesSource(makeDocx([{ name: "_xmlsignatures/sig1.xml", body: "x" }])));
  t.match(result, { outcome: "unchanged", reason: "not-supported" });
  t.ok(lines(result).includes("author: canary-author (kept)"), "nothing is said to be removed");
});

t.test("attack 40: a PDF is looked into, also where its objects are packed, and never changed", async (t) => {
  const annotation = "<< /Type /Annot /Subtype /Text /T (canary-reviewer) /Contents (x) >>";
  const utf16 = "<FEFF00630061006E006100720079002D0068006500780069>";
  const plain = makePdf({
    info: `/Author (canary-author \\(satu\\)) /Creator ${utf16} /Producer (canary-producer) /CreationDate (D:20240506070809+07'00')`,
    objects: [
      annotation,
      "<< /S /JavaScript /JS (x) >>",
      "<< /Type /EmbeddedFile >>",
      "<< /Title (bukan judul) /Parent 3 0 R >>",
    ],
    after: "%%EOF\n",
  });
  const result = await cleaning(bytesSource(plain));
  t.match(result, { type: "pdf", outcome: "unchanged", reason: "not-supported" });
  for (const line of [
    "author: canary-author (satu) (kept)",
    "software: canary-hexi (kept)",
    "software: canary-producer (kept)",
    "time: D:20240506070809+07'00' (kept)",
    "comment: canary-reviewer (kept)",
    "script:  (kept)",
    "embedded-file:  (kept)",
    "edit-history: 2 (kept)",
  ]) {
    t.ok(lines(result).includes(line), line);
  }
  t.notOk(
    lines(result).some((line) => line.includes("bukan judul")),
    "a bookmark is no title",
  );
  const packed = await cleaning(
    bytesSource(makePdf({ packed: "4 0 << /Author (canary-packed) /Company (canary-company) >>" })),
  );
  t.ok(
    lines(packed).includes("author: canary-packed (kept)") && lines(packed).includes("author: canary-company (kept)"),
  );
  const xmp = tagged(makePdf({ info: "/Author (a)" }), "pdf", [
    "-XMP-dc:Creator=canary-xmp",
    "-XMP-pdf:Producer=canary-xmp-producer",
  ]);
  t.ok(lines(await cleaning(bytesSource(xmp))).includes("author: canary-xmp (kept)"));
  const closed = await cleaning(bytesSource(makePdf({ trailer: "/Encrypt 4 0 R" })));
  t.match(closed, { outcome: "unchanged", reason: "encrypted" });
});

t.test(
  "attack 34: a part of a document that swells is cut off at a limit, and said not to be looked into",
  async (t) => {
    const bomb = makeDocx([{ name: "word/bomb.xml", body: new Uint8Array(64 * 1_048_576) }]);
    const before = process.memoryUsage().rss;
    const { result } = await cleanedBytes(t, bomb);
    t.ok(result.remains.includes("not-looked-into"));
    t.ok(process.memoryUsage().rss - before < 200 * 1_048_576);
    const packed = new Uint8Array(deflateRawSync(new Uint8Array(32 * 1_048_576)));
    const inflated = await inflate(packed, "deflate-raw", 1_000);
    t.match(inflated, { isWhole: false });
    t.equal(inflated?.bytes.length, 1_000);
  },
);

t.test("attack 34: entries that share their bytes do not make a large file out of a small one", async (t) => {
  const one = makeZip([
    { name: "[Content_Types].xml", body: "x" },
    { name: "word/a.bin", body: new Uint8Array(2_000_000).map((_, i) => (i * 7_919) >> 3), isStored: true },
  ]);
  const start = Buffer.from(one).indexOf("PK\x01\x02");
  const second = Buffer.from(one).indexOf("PK\x01\x02", start + 4);
  const end = Buffer.from(one).indexOf("PK\x05\x06");
  const entry = one.subarray(second, end);
  const table = concat(one.subarray(start, second), ...Array.from({ length: 50 }, () => entry));
  const tail = concat(ascii("PK\x05\x06"), le(2, 0, 0, 51, 51), le(4, table.length, start), le(2, 0));
  t.match(await cleaning(bytesSource(concat(one.subarray(0, start), table, tail))), {
    type: "docx",
    outcome: "unchanged",
    reason: "damaged",
  });
});

t.test("what is written anew is read again by the same rules", async (t) => {
  const { cleaned } = await cleanedBytes(t, makeDocx());
  const entries = await readEntries(new Reader(bytesSource(cleaned)));
  t.ok(entries.length > 5);
  for (const { method, packed, size, at } of entries) {
    const from = at + 30 + new DataView(cleaned.buffer).getUint16(at + 26, true);
    const bytes = cleaned.subarray(from, from + packed);
    t.equal((method === 0 ? bytes : inflateRawSync(bytes)).length, size);
  }
});

t.test("a document closed with a password is said to be", async (t) => {
  const result = await cleaning(
    bytesSource(
      makeZip(
        [
          { name: "[Content_Types].xml", body: "x" },
          { name: "word/a", body: "x" },
        ],
        { flags: 1 },
      ),
    ),
  );
  t.match(result, { outcome: "unchanged", reason: "encrypted" });
});
