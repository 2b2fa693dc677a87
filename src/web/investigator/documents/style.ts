/**
 * The one look of all documents that leave the desk: A4, black on white, read on paper and on a screen. Lines and words
 * carry it, so that a copier without colour loses nothing. Sizes are in points, as paper counts them.
 */
export const DOCUMENT_STYLE = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
html { font: 10.5pt/1.45 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif; color: #16201f; background: #e5eaea; }
body { margin: 0 auto; padding: 16mm 18mm; max-width: 210mm; background: #fff; overflow-wrap: break-word; font-variant-numeric: tabular-nums; }
body.wide { max-width: 297mm; }
p, ul, ol, dl, table, figure, blockquote { margin: 0 0 2.5mm; }
h1, h2, h3 { line-height: 1.25; break-after: avoid; }
h1 { font-size: 17pt; margin: 0 0 1.5mm; }
h2 { font-size: 12.5pt; margin: 8mm 0 2.5mm; padding-bottom: 1mm; border-bottom: .75pt solid #16201f; }
h3 { font-size: 10.5pt; margin: 5mm 0 1.5mm; }
ul, ol { padding-inline-start: 5mm; }
.letterhead { display: flex; justify-content: space-between; gap: 8mm; align-items: end; padding-bottom: 2.5mm; margin-bottom: 7mm; border-bottom: 2pt solid #0b5a63; }
.letterhead p { margin: 0; font-weight: 700; }
.letterhead .mark { flex: none; padding: .8mm 2.5mm; border: 1pt solid #16201f; font-weight: 700; }
.lead { font-size: 11.5pt; }
.muted, caption, figcaption { color: #4b5859; }
.small { font-size: 9pt; }
.mono { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, "Noto Sans Mono", monospace; font-size: 9pt; overflow-wrap: anywhere; }
td .mono { display: inline-block; max-width: 33ch; }
.groups { max-width: 41ch; font-size: 10.5pt; }
.command { display: block; white-space: pre-wrap; }
.text { white-space: pre-line; }
.facts { display: grid; grid-template-columns: minmax(30mm, auto) minmax(0, 1fr); gap: 1mm 5mm; }
.facts dt { color: #4b5859; }
.facts dd { margin: 0; }
:is(dd, td, .box) > :last-child { margin-bottom: 0; }
table { width: 100%; border-collapse: collapse; font-size: 9.5pt; line-height: 1.35; }
caption { text-align: start; padding-bottom: 1.5mm; break-after: avoid; }
thead { display: table-header-group; }
tfoot { display: table-row-group; }
th, td { padding: 1.2mm 2mm 1.2mm 0; border-bottom: .5pt solid #98a5a5; text-align: start; vertical-align: top; }
thead th { border-bottom: 1pt solid #16201f; vertical-align: bottom; }
tfoot :is(th, td) { border-top: 1pt solid #16201f; border-bottom: 0; font-weight: 700; }
th:last-child, td:last-child { padding-inline-end: 0; }
.number { text-align: end; white-space: nowrap; }
thead .number { white-space: normal; }
.day { white-space: nowrap; padding-inline-end: 4mm; }
tr, figure, .keep { break-inside: avoid; }
tbody tr:first-child:not(:last-child) { break-after: avoid; }
:is(tbody tr:last-child, tfoot tr) { break-before: avoid; }
p:has(+ .scroll) { break-after: avoid; }
main > p.small { break-before: avoid; }
.box { padding: 3mm 4mm; border: 1pt solid #16201f; break-inside: avoid; }
.said { padding: 0 0 0 4mm; border-inline-start: 2pt solid #98a5a5; margin: 0 0 4mm; }
.said > p:first-child { margin-bottom: .5mm; break-after: avoid; }
.struck { background: #000; color: #000; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.signing { display: flex; gap: 12mm; margin-top: 8mm; break-inside: avoid; break-before: avoid; }
.signing > div { flex: 1; padding-top: 18mm; }
.signing p { margin: 0; border-top: .75pt solid #16201f; padding-top: 1mm; }
figure svg { display: block; max-width: 100%; height: auto; }
@page { size: A4; margin: 16mm 18mm 18mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt system-ui, sans-serif; color: #4b5859; } }
@page wide { size: A4 landscape; }
@media print {
  html { background: none; }
  body, body.wide { padding: 0; max-width: none; }
  body.wide { page: wide; }
}
@media screen and (max-width: 640px) {
  body { padding: 5mm; }
  .letterhead { display: block; }
  .letterhead .mark { margin-top: 1.5mm; }
  .facts { grid-template-columns: 1fr; gap: 0; }
  .facts dd { margin-bottom: 2mm; }
  .scroll { overflow-x: auto; }
}
`;
