import t from "tap";
import * as fs from "node:fs";
import path from "node:path";
import { recordText } from "../../../../src/web/investigator/case-file/record-text.ts";
import { receiptPaper } from "../../../../src/web/investigator/referral/receipt-paper.ts";
import { speak } from "../../../../src/words/speech.ts";
import { documentOf, factList, tableOf } from "../../../../src/web/investigator/documents/document.ts";
import { markup } from "../../../../src/web/investigator/documents/markup.ts";

const HOSTILE = `<script>alert(1)</script><img src=x onerror="alert(2)">" ' & {day}`;

t.test("whatever is filled into a document is text, wherever it stands", async (t) => {
  const html = documentOf({
    language: "id",
    title: HOSTILE,
    office: HOSTILE,
    mark: HOSTILE,
    body: markup`<p title="${HOSTILE}">${HOSTILE}</p>
${factList([[HOSTILE, HOSTILE]])}
${tableOf({ caption: HOSTILE, columns: [{ name: HOSTILE }], rows: [[HOSTILE]], foot: [HOSTILE] })}`,
  });
  t.notMatch(html, /<script|<img|onerror="/u);
  t.match(html, '<html lang="id" dir="ltr">');
});

t.test("a document runs nothing and fetches nothing, and nothing stands where nothing is said", async (t) => {
  const html = documentOf({ language: "en", title: "A", body: markup`${undefined}${false}${factList([["a", ""]])}` });
  t.match(html, "default-src &#39;none&#39;");
  t.notMatch(html, /https?:|url\(|<link|letterhead">|<dt>/u);
});

t.test(
  "each page says at its foot what it belongs to, and a word without end leaves the other columns their room",
  async (t) => {
    const file = `${"x_".repeat(40)}.jpg`;
    const hash = "ab".repeat(32);
    const table = tableOf({ columns: [{ name: "A" }], rows: [[file], [markup`<i class="mono">${hash}</i>`]] });
    const html = documentOf({ language: "id", title: 'Berkas "</style>', mark: "Salinan", body: table });
    t.match(html, 'content: "Berkas \\22 \\3c \\2f style\\3e  \\b7  Salinan"');
    t.equal(html.match(/<\/style>/gu)?.length, 1);
    const cell = /<th scope="row">(.*?)<\/th>/u.exec(html)?.[1] ?? "";
    t.equal(cell.replaceAll("<wbr>", ""), file);
    t.ok(cell.split("<wbr>").every((piece) => piece.length <= 20));
    t.match(html, hash, "a hash is copied as it is");
  },
);

t.test("a record is said in words and not in codes, whatever its kind", async (t) => {
  const said = (kind: string, fields: Readonly<Record<string, unknown>>): string =>
    recordText({ number: 1, on: "2026-11-10", by: "a", kind, fields }, speak("id"), () => undefined);
  t.equal(said("interest", { of: "outside-work", reason: "r" }), "jenis: Pekerjaan di luar tugas; alasan: r");
  t.match(said("source", { way: "letter", receivedOn: "2026-11-02" }), "cara: Surat; diterima: 2 November 2026");
  t.match(said("overruling", { rule: "protection", reason: "r" }), /saran: Catat permohonan [^.;]+; alasan: r/u);
  t.match(said("complaint", { handedOn: { to: "sp4n", text: "t" } }), "kepada: SP4N-LAPOR!");
  const sent = said("referral-package", { to: "prosecutor", name: "n", files: 1200, sha256: "ab" });
  t.equal(sent, "kepada: Kejaksaan; nama: n; banyaknya berkas: 1.200; SHA-256: ab");
});

t.test("a receipt names a body once, and says how the package is opened in its reader's language", async (t) => {
  const handed = {
    office: "Inspektorat",
    registerNumber: "K7QD-4M2P",
    signer: [],
    to: "prosecutor",
    name: "Kejaksaan Negeri Contoh",
    letter: "700/13",
    on: null,
    key: null,
    sha256: "ab".repeat(32),
    bytes: 14_582_016,
    files: 7,
  } as const;
  const paper = receiptPaper(handed, speak("id"));
  t.match(paper, "<dd>Kejaksaan Negeri Contoh</dd>");
  t.match(paper, "(14.582.016 bita)");
  t.match(paper, "age -d -o berkas.zip PAKET");
  const english = receiptPaper({ ...handed, key: handed.sha256 }, speak("en"));
  t.match(english, "Prosecutor: Kejaksaan Negeri Contoh");
  t.match(english, "age -d -i KEY -o files.zip PACKAGE");
});

t.test("the dark is for screens: what is printed is black on white", async (t) => {
  const folder = path.resolve("src/web");
  const styles = fs.readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".css"));
  t.ok(styles.length > 20);
  for (const name of styles)
    t.notMatch(fs.readFileSync(path.join(folder, name), "utf8"), /@media \(prefers-color-scheme/u, name);
});
