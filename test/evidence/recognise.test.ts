import fc from "fast-check";
import t from "tap";
import { concat } from "../../src/crypto/bytes.ts";
import { recognise } from "../../src/evidence/recognise.ts";
import { bytesSource } from "../../src/evidence/source.ts";
import type { FileType, Warning } from "../../src/evidence/types.ts";
import { makeHeif, makeMovie } from "./make/boxes.ts";
import { ascii, le, noise, text, u } from "./make/bytes.ts";
import { makeGif } from "./make/gif.ts";
import { makeJpeg } from "./make/jpeg.ts";
import { makeDocx, makeOdt, makePptx, makeXlsx } from "./make/office.ts";
import { makePdf } from "./make/pdf.ts";
import { makePng } from "./make/png.ts";
import { makeWebp } from "./make/webp.ts";
import { makeZip } from "./make/zip.ts";
import { runsOf } from "./support/mutations.ts";

const macro = { name: "word/vbaProject.bin", body: "x" };

const FILES: readonly [name: string, bytes: Uint8Array, type: FileType, warnings?: readonly Warning[]][] = [
  ["a.jpg", makeJpeg(), "jpeg"],
  ["a.png", makePng(), "png"],
  ["a.webp", makeWebp(), "webp"],
  ["a.gif", makeGif(), "gif"],
  ["a.heic", makeHeif(), "heic"],
  ["a.avif", makeHeif({ brand: "avif" }), "avif"],
  ["a.mp4", makeMovie(), "mp4"],
  ["a.mov", makeMovie({ brand: "qt  " }), "mov"],
  ["a.m4a", makeMovie({ brand: "M4A " }), "m4a"],
  ["a.mp3", concat(ascii("ID3"), noise(50)), "mp3"],
  ["a.mp3", concat(u(1, 0xff, 0xfb, 0x90, 0x44), noise(50)), "mp3"],
  ["a.wav", concat(ascii("RIFF"), le(4, 36), ascii("WAVEfmt "), noise(50)), "wav"],
  ["a.ogg", concat(ascii("OggS\0"), noise(50)), "ogg"],
  ["a.webm", concat(u(1, 0x1a, 0x45, 0xdf, 0xa3), noise(50)), "matroska"],
  ["a.mkv", concat(u(1, 0x1a, 0x45, 0xdf, 0xa3), noise(50)), "matroska"],
  ["a.pdf", makePdf(), "pdf"],
  ["a.docx", makeDocx(), "docx"],
  ["a.xlsx", makeXlsx(), "xlsx"],
  ["a.pptx", makePptx(), "pptx"],
  ["a.docm", makeDocx([macro]), "docm", ["macro"]],
  ["a.docx", makeDocx([macro]), "docm", ["macro", "type-does-not-match-name"]],
  ["a.xlsm", makeXlsx([{ name: "xl/vbaProject.bin", body: "x" }]), "xlsm", ["macro"]],
  [
    "a.xlsx",
    makeXlsx([{ name: "xl/macrosheets/sheet1.xml", body: "x" }]),
    "xlsm",
    ["macro", "type-does-not-match-name"],
  ],
  ["a.odt", makeOdt(), "odt"],
  [
    "a.ods",
    makeZip([{ name: "mimetype", body: "application/vnd.oasis.opendocument.spreadsheet", isStored: true }]),
    "ods",
  ],
  [
    "a.odp",
    makeZip([
      { name: "mimetype", body: "application/vnd.oasis.opendocument.presentation", isStored: true },
      { name: "Basic/x.xml", body: "" },
    ]),
    "odp",
    ["macro"],
  ],
  ["a.doc", concat(u(1, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1), new Uint8Array(600)), "ole"],
  [
    "a.msg",
    concat(
      u(1, 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      new Uint8Array(600),
      ascii([..."__substg1.0_"].join("\0")),
    ),
    "msg",
  ],
  ["a.rtf", ascii("{\\rtf1\\ansi isi}"), "rtf"],
  ["a.eml", ascii("From: a@example.org\r\nDate: x\r\nSubject: y\r\n\r\nisi"), "eml"],
  ["a.zip", makeZip([{ name: "isi.txt", body: "isi" }]), "zip", ["archive"]],
  ["a.rar", concat(ascii("Rar!\x1a\x07\0"), noise(50).fill(0)), "rar", ["archive"]],
  ["a.7z", concat(ascii("7z\xbc\xaf\x27\x1c"), noise(50)), "7z", ["archive"]],
  ["a.gz", concat(u(1, 0x1f, 0x8b, 8), noise(50)), "gzip", ["archive"]],
  ["a.tar", concat(new Uint8Array(257), ascii("ustar\0"), new Uint8Array(249)), "tar", ["archive"]],
  ["a.txt", text("Rekening itu milik adiknya.\nRp5.000.000, é 報"), "text"],
  ["a.csv", ascii("a,b\n1,2\n"), "text"],
  ["a.xml", ascii('<?xml version="1.0"?>\n<pkg:package xmlns:pkg="p"><pkg:part/></pkg:package>'), "xml"],
  ["a.fodt", ascii('<?xml version="1.0"?><office:document xmlns:office="o"/>'), "xml"],
  ["a.gpx", ascii("<gpx><trk/></gpx>"), "xml"],
  ["a.ps", ascii("%!PS-Adobe-3.0\n%%For: nama\n"), "postscript"],
  ["a.dat", noise(500), "unknown"],
  ["a", new Uint8Array(0), "unknown"],
];

t.test("a file is what its content is", async (t) => {
  for (const [name, bytes, type, warnings = []] of FILES) {
    const result = await recognise(bytesSource(bytes), name);
    t.same({ type: result.type, warnings: result.warnings }, { type, warnings }, `${name} (${type})`);
  }
});

t.test("attack 32: what would run or load something is named, whatever the file calls itself", async (t) => {
  const script = ascii("<script>fetch('//example.org')</script>");
  const cases: readonly [name: string, bytes: Uint8Array, type: FileType, warning: Warning][] = [
    ["foto.jpg", ascii("<!DOCTYPE html><p>isi"), "html", "active-content"],
    ["catatan.txt", concat(ascii("isi\n"), script), "html", "active-content"],
    ["foto.png", text("\uFEFF  <!-- x --><svg xmlns='http://www.w3.org/2000/svg'/>"), "svg", "active-content"],
    ["surat.pdf", makePdf({ objects: ["<< /S /JavaScript /JS (app.alert(1)) >>"] }), "pdf", "active-content"],
    ["surat.pdf", makePdf({ objects: ["<< /S /J#61vaScript >>"] }), "pdf", "active-content"],
    ["surat.pdf", makePdf({ objects: ["<< /S /Launch >>"] }), "pdf", "active-content"],
    ["foto.jpg", concat(ascii("MZ\x90\0"), new Uint8Array(100)), "pe", "program"],
    ["foto.jpg", concat(ascii("\x7fELF"), noise(50)), "elf", "program"],
    ["foto.jpg", concat(u(1, 0xcf, 0xfa, 0xed, 0xfe), noise(50)), "mach-o", "program"],
    ["foto.jpg", ascii("#!/bin/sh\nrm -rf ~\n"), "script", "program"],
    ["foto.jpg", ascii("[Desktop Entry]\nType=Application\nExec=sh\n"), "desktop", "program"],
    ["foto.jpg", concat(ascii("L\0\0\0\x01\x14\x02\0"), noise(60)), "lnk", "program"],
    ["foto.jpg", ascii("[InternetShortcut]\r\nURL=file://x\r\n"), "url", "program"],
    ["foto.jpg", makeZip([{ name: "META-INF/MANIFEST.MF", body: "x" }]), "java", "program"],
  ];
  for (const [name, bytes, type, warning] of cases) {
    const result = await recognise(bytesSource(bytes), name);
    t.equal(result.type, type, `${name}: ${type}`);
    t.ok(result.warnings.includes(warning), `${type}: ${warning}`);
    t.equal(result.warnings.includes("type-does-not-match-name"), type !== "pdf", `${type}: the name`);
  }
});

t.test("attack 32: a file that is two things at once is taken for the one that its start says", async (t) => {
  const both = concat(makeGif(), ascii("<script>alert(1)</script>"), makeZip([{ name: "a", body: "b" }]));
  t.match(await recognise(bytesSource(both), "a.html"), { type: "gif", warnings: ["type-does-not-match-name"] });
  const around = makeZip([{ name: "surat.pdf", body: makePdf(), isStored: true }]);
  t.match(await recognise(bytesSource(around), "a.zip"), { type: "zip", warnings: ["archive"] }, "a PDF in a ZIP");
  const program = concat(ascii("\x7fELF"), makePdf());
  t.match(await recognise(bytesSource(program), "a.pdf"), { type: "elf" }, "a PDF behind a program");
  t.match(await recognise(bytesSource(concat(ascii("isi\n"), makePdf())), "a.pdf"), { type: "pdf", warnings: [] });
});

t.test("keys and signatures of PGP are not sealed, nor is a text that quotes a sealed message", async (t) => {
  const open: readonly [bytes: Uint8Array, type: FileType][] = [
    [ascii("Ini berkas saya.\n-----BEGIN PGP MESSAGE-----\n"), "text"],
    [ascii("-----BEGIN PGP PUBLIC KEY BLOCK-----\n\nmQ\n"), "openpgp-text"],
    [ascii("-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\nIsi\n"), "openpgp-text"],
  ];
  for (const [bytes, type] of open) t.match(await recognise(bytesSource(bytes), "a.asc"), { type, warnings: [] });
});

t.test("attack 61: a file that is already sealed is recognised as one, and said to be", async (t) => {
  const packet = (tag: number, ...body: readonly number[]): Uint8Array =>
    concat(u(1, 0xc0 | tag, 40), u(1, ...body), noise(60));
  const sealed: readonly [name: string, bytes: Uint8Array, type: FileType][] = [
    ["a.age", concat(ascii("age-encryption.org/v1\n-> X25519 x\n"), noise(50)), "age"],
    ["a.age", ascii("-----BEGIN AGE ENCRYPTED FILE-----\nYWdl\n"), "age"],
    ["a.asc", ascii("-----BEGIN PGP MESSAGE-----\n\nhQ\n"), "openpgp"],
    ["a.gpg", packet(1, 3, 1, 2, 3, 4, 5, 6, 7, 8, 18), "openpgp"],
    ["a.gpg", packet(3, 4, 9, 3, 8), "openpgp"],
    ["a.pgp", concat(u(1, 0x85, 1, 12, 3), noise(8), u(1, 1), noise(60)), "openpgp"],
  ];
  for (const [name, bytes, type] of sealed) {
    t.match(
      await recognise(bytesSource(bytes), name),
      { type, group: "sealed", warnings: ["sealed-archive"] },
      `${name}: ${type}`,
    );
  }
  const zip = makeZip([{ name: "rahasia.txt", body: "isi" }], { flags: 1 });
  t.match(await recognise(bytesSource(zip), "a.zip"), { type: "zip", warnings: ["archive", "sealed-archive"] });
});

t.test("any bytes at all are recognised as something", async () => {
  const files = FILES.map(([, bytes]) => bytes);
  const mutated = fc
    .tuple(fc.constantFrom(...files), fc.array(fc.tuple(fc.nat(2_000), fc.nat(255)), { maxLength: 20 }), fc.nat(3_000))
    .map(([file, changes, length]) => {
      const bytes = file.slice(0, length);
      for (const [at, value] of changes) if (at < bytes.length) bytes[at] = value;
      return bytes;
    });
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.uint8Array({ maxLength: 300 }), mutated), async (bytes) => {
      await recognise(bytesSource(bytes), "a.jpg");
    }),
    runsOf(2_000),
  );
});
