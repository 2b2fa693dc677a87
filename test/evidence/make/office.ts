import { makeZip, type Entry } from "./zip.ts";

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const PACKAGE = "http://schemas.openxmlformats.org";
const W = `xmlns:w="${PACKAGE}/wordprocessingml/2006/main"`;

const CORE = `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Rekap</dc:title><dc:creator>canary-author</dc:creator><cp:lastModifiedBy>canary-editor &amp; rekan</cp:lastModifiedBy><cp:revision>17</cp:revision><dcterms:created xsi:type="dcterms:W3CDTF">2024-05-06T07:08:09Z</dcterms:created></cp:coreProperties>`;
const APP = `${XML}<Properties xmlns="${PACKAGE}/officeDocument/2006/extended-properties"><Template>canary-template.dotx</Template><Application>Microsoft Office Word</Application><Company>canary-company</Company><Manager>canary-manager</Manager><TotalTime>42</TotalTime></Properties>`;

export function makeDocx(extra: readonly Entry[] = []): Uint8Array {
  return makeZip([
    {
      name: "[Content_Types].xml",
      body: `${XML}<Types xmlns="${PACKAGE}/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    },
    { name: "_rels/.rels", body: `${XML}<Relationships xmlns="${PACKAGE}/package/2006/relationships"/>` },
    {
      name: "word/document.xml",
      body: `${XML}<w:document ${W}><w:body><w:p><w:ins w:id="1" w:author="canary-reviser" w:date="2024-05-06T00:00:00Z"><w:r><w:t>isi surat</w:t></w:r></w:ins><w:r><w:rPr><w:vanish/></w:rPr><w:t>tersembunyi</w:t></w:r></w:p></w:body></w:document>`,
    },
    {
      name: "word/comments.xml",
      body: `${XML}<w:comments ${W}><w:comment w:id="0" w:author="canary-commenter"><w:p/></w:comment></w:comments>`,
    },
    {
      name: "word/_rels/settings.xml.rels",
      body: `${XML}<Relationships><Relationship Id="r1" Type="t" Target="file:///C:\\Users\\canary-user\\t.dotx" TargetMode="External"/></Relationships>`,
    },
    { name: "docProps/core.xml", body: CORE },
    { name: "docProps/app.xml", body: APP },
    { name: "docProps/thumbnail.jpeg", body: "canary-thumbnail" },
    ...extra,
  ]);
}

export function makeXlsx(extra: readonly Entry[] = []): Uint8Array {
  return makeZip([
    { name: "[Content_Types].xml", body: `${XML}<Types/>` },
    {
      name: "xl/workbook.xml",
      body: `${XML}<workbook><x15ac:absPath url="C:\\Users\\canary-user\\Documents\\"/><sheets><sheet name="Rekap" sheetId="1"/><sheet name="Gaji lama" sheetId="2" state="veryHidden"/></sheets></workbook>`,
    },
    {
      name: "xl/comments1.xml",
      body: `${XML}<comments><authors><author>canary-commenter</author></authors></comments>`,
    },
    { name: "docProps/core.xml", body: CORE },
    { name: "docProps/app.xml", body: APP },
    ...extra,
  ]);
}

export function makePptx(): Uint8Array {
  return makeZip([
    { name: "[Content_Types].xml", body: `${XML}<Types/>` },
    { name: "ppt/presentation.xml", body: `${XML}<p:presentation/>` },
    { name: "ppt/slides/slide1.xml", body: `${XML}<p:sld/>` },
    { name: "ppt/slides/slide2.xml", body: `${XML}<p:sld show="0"/>` },
    { name: "ppt/notesSlides/notesSlide1.xml", body: `${XML}<p:notes/>` },
    { name: "ppt/embeddings/oleObject1.bin", body: "isi" },
    { name: "docProps/core.xml", body: CORE },
  ]);
}

export function makeOdt(): Uint8Array {
  return makeZip([
    { name: "mimetype", body: "application/vnd.oasis.opendocument.text", isStored: true },
    {
      name: "meta.xml",
      body: `${XML}<office:document-meta><office:meta><meta:generator>LibreOffice/7.4</meta:generator><meta:initial-creator>canary-author</meta:initial-creator><dc:creator>canary-editor</dc:creator><meta:creation-date>2024-05-06T07:08:09</meta:creation-date><meta:editing-cycles>9</meta:editing-cycles></office:meta></office:document-meta>`,
    },
    {
      name: "content.xml",
      body: `${XML}<office:document-content><office:body><text:tracked-changes><text:changed-region><text:insertion><office:change-info><dc:creator>canary-reviser</dc:creator></office:change-info></text:insertion></text:changed-region></text:tracked-changes><text:p>isi<office:annotation><dc:creator>canary-commenter</dc:creator></office:annotation></text:p></office:body></office:document-content>`,
    },
    { name: "Thumbnails/thumbnail.png", body: "canary-thumbnail" },
  ]);
}
