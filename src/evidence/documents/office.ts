/**
 * Word, Excel, PowerPoint (ECMA-376) and OpenDocument: ZIP files of XML. The parts that only describe are replaced by
 * empty ones, and pictures inside lose what they would lose alone; what is part of the text is said and left.
 */
import { utf8 } from "../../crypto/bytes.ts";
import { crc32 } from "../../crypto/checksums.ts";
import type { FindingKind, Findings } from "../findings.ts";
import type { Plan } from "../plan.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { namedValues, scanXml } from "../tags/xml.ts";
import { readText } from "../text.ts";
import { readEntries, readEntry, rewrittenZip, type ZipEntry } from "./zip.ts";

/** What is inflated of one part, and of all: a bomb is a document that is not looked into. */
const LARGEST_PART_BYTES = 8 * 1_024 * 1_024;
const MOST_INFLATED_BYTES = 64 * 1_024 * 1_024;
const MOST_PICTURES = 500;

const PACKAGE = "http://schemas.openxmlformats.org";
const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** Parts that only describe, and what stands in their place. */
const EMPTY: readonly [name: RegExp, xml: string][] = [
  [/^docProps\/core\.xml$/iu, `${XML}<cp:coreProperties xmlns:cp="${PACKAGE}/package/2006/metadata/core-properties"/>`],
  [/^docProps\/app\.xml$/iu, `${XML}<Properties xmlns="${PACKAGE}/officeDocument/2006/extended-properties"/>`],
  [/^docProps\/custom\.xml$/iu, `${XML}<Properties xmlns="${PACKAGE}/officeDocument/2006/custom-properties"/>`],
  // Labels of an organisation, with its number and that of the label.
  [
    /^docMetadata\/LabelInfo\.xml$/iu,
    `${XML}<clbl:labelList xmlns:clbl="http://schemas.microsoft.com/office/2020/mipLabelMetadata"/>`,
  ],
  // Objects inside have one each.
  [
    /(?:^|\/)meta\.xml$/u,
    `${XML}<office:document-meta xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" office:version="1.2"><office:meta/></office:document-meta>`,
  ],
];

const PROPERTIES: readonly [pattern: RegExp, kind: FindingKind][] = [
  [/^(?:dc:creator|cp:lastModifiedBy|Company|Manager|meta:initial-creator|meta:printed-by)$/u, "author"],
  [/^(?:dcterms:(?:created|modified)|cp:lastPrinted|meta:creation-date|meta:print-date|dc:date)$/u, "time"],
  [/^(?:Application|AppVersion|meta:generator)$/u, "software"],
  [/^(?:cp:revision|TotalTime|meta:editing-cycles|meta:editing-duration)$/u, "edit-history"],
  [/^(?:dc:title|dc:subject|cp:keywords|cp:category|meta:keyword)$/u, "caption"],
  [/^dc:description$/u, "comment"],
  [/^(?:Template|HyperlinkBase|xlink:href|xlink:title)$/u, "other"],
  [/^(?:vt:\w+|meta:user-defined)$/u, "other"],
];

/** Parts that say something by being there. */
const PARTS: readonly [name: RegExp, kind: FindingKind][] = [
  [/(?:^|\/)(?:vbaProject\.bin|macrosheets\/)|^(?:Basic|Scripts)\/./iu, "script"],
  [/(?:^|\/)(?:embeddings|activeX)\/.|^Object \d+\/content\.xml$/iu, "embedded-file"],
  [/(?:^|\/)(?:notesSlides)\/notesSlide/iu, "comment"],
  [/(?:^|\/)externalLinks\/externalLink|(?:^|\/)connections\.xml$/iu, "outside-link"],
  [/(?:^|\/)printerSettings\//iu, "device"],
  [/(?:^|\/)revisions\//iu, "edit-history"],
  [/^customXml\/item\d+\.xml$/iu, "other"],
  [/^_xmlsignatures\/|^META-INF\/documentsignatures\.xml$/iu, "other"],
];

const THUMBNAIL = /^(?:docProps\/thumbnail\.\w+|Thumbnails\/.+)$/iu;
const SIGNATURE = /^_xmlsignatures\/.+|^META-INF\/documentsignatures\.xml$/iu;
const PICTURE = /(?:^|\/)(?:media|Pictures)\/[^/]+$/iu;
const TEXT = /^(?:word|xl|ppt)\/.+\.(?:xml|rels)$|^(?:content|styles|settings)\.xml$|^_rels\/\.rels$/iu;

/**
 * Parts that are known, for what they hold is shown, or searched above. Another one is somebody's own: it stays, since
 * others may refer to it, and is named.
 */
const KNOWN: readonly RegExp[] = [
  /^\[Content_Types\]\.xml$|^(?:.+\/)?_rels\/[^/]*\.rels$|^mimetype$/u,
  /^word\/(?:glossary\/)?(?:document|styles(?:WithEffects)?|settings|webSettings|fontTable|numbering|(?:foot|end)notes|(?:header|footer)\d*|comments\w*|people)\.xml$/u,
  /^xl\/(?:workbook|styles|sharedStrings|calcChain|metadata|comments\d*|connections)\.xml$|^xl\/workbook\.bin$/u,
  /^xl\/(?:worksheets|chartsheets|macrosheets|dialogsheets)\/sheet\d+\.(?:xml|bin)$/u,
  /^xl\/(?:tables|pivotTables|pivotCache|threadedComments|persons|externalLinks|queryTables|slicers|slicerCaches|timelines|timelineCaches|richData)\/\w+\.xml$/u,
  /^ppt\/(?:presentation|presProps|viewProps|tableStyles|commentAuthors|authors)\.xml$/u,
  /^ppt\/(?:slides|slideLayouts|slideMasters|notesSlides|notesMasters|handoutMasters|comments)\/\w+\.xml$/u,
  /^(?:word|xl|ppt)\/(?:theme|charts|chartEx|diagrams|drawings|ctrlProps)\/\w+\.(?:xml|vml)$/u,
  /^(?:word|xl|ppt)\/(?:media|fonts|ink)\/[^/]+$/u,
  /^(?:Object \d+\/)?(?:content|styles|settings|meta)\.xml$|^META-INF\/manifest\.xml$|^manifest\.rdf$|^layout-cache$/u,
  /^(?:Object \d+\/)?(?:Pictures|ObjectReplacements|Fonts|media)\/[^/]+$|^Object \d+$/u,
];

/** Cleans a picture inside; undefined where nothing was found, or where nothing can be done, which is then said. */
export type PictureCleaner = (bytes: Uint8Array, findings: Findings) => Promise<Uint8Array | undefined>;

export async function cleanOffice(source: Source, findings: Findings, cleanPicture: PictureCleaner): Promise<Plan> {
  const reader = new Reader(source);
  const entries = await readEntries(reader);
  if (entries.some(({ isEncrypted }) => isEncrypted)) throw new Unfit("encrypted");
  findings.remains("document-text");
  const replaced = new Map<string, Uint8Array>();
  let budget = MOST_INFLATED_BYTES;
  const read = async (entry: ZipEntry): Promise<Uint8Array | undefined> => {
    const part = budget > 0 ? await readEntry(reader, entry, Math.min(LARGEST_PART_BYTES, budget)) : undefined;
    // What had to be read counts as well: a thousand entries may share the same bytes, which inflate to nothing.
    budget -= Math.max(part?.bytes.length ?? 0, Math.min(entry.packed, LARGEST_PART_BYTES));
    if (part === undefined || !part.isWhole) findings.remains("not-looked-into");
    return part?.bytes;
  };
  const smallestFirst = entries.toSorted((a, b) => a.packed - b.packed);
  for (const entry of smallestFirst) {
    const { name } = entry;
    const empty = EMPTY.find(([pattern]) => pattern.test(name))?.[1];
    if (empty !== undefined) {
      const bytes = await read(entry);
      if (bytes !== undefined) tellProperties(readText(bytes), findings);
      replaced.set(name, utf8(empty));
    } else if (THUMBNAIL.test(name) && entry.size > 0) {
      findings.add("thumbnail");
      replaced.set(name, new Uint8Array(0));
    } else if (TEXT.test(name)) {
      const bytes = await read(entry);
      if (bytes !== undefined) tellText(name, readText(bytes), findings);
    }
    const kind = PARTS.find(([pattern]) => pattern.test(name))?.[1];
    if (kind !== undefined) findings.add(kind, name, false);
    else if (empty === undefined && !THUMBNAIL.test(name) && entry.size > 0 && !isKnown(name)) {
      findings.add("other", name, false);
      findings.remains("not-looked-into");
    }
  }
  await cleanPictures(entries, read, replaced, findings, cleanPicture);
  // A signature covers what it was made over: cleaning would break what may be the evidence.
  if (entries.some(({ name }) => SIGNATURE.test(name))) throw new Unfit("not-supported");
  return rewrittenZip(reader, entries, replaced);
}

function isKnown(name: string): boolean {
  return KNOWN.some((pattern) => pattern.test(name));
}

async function cleanPictures(
  entries: readonly ZipEntry[],
  read: (entry: ZipEntry) => Promise<Uint8Array | undefined>,
  replaced: Map<string, Uint8Array>,
  findings: Findings,
  cleanPicture: PictureCleaner,
): Promise<void> {
  const pictures = entries.filter(({ name }) => PICTURE.test(name));
  if (pictures.length > 0) findings.remains("inner-files");
  for (const entry of pictures.slice(0, MOST_PICTURES)) {
    if (entry.size > LARGEST_PART_BYTES) {
      findings.remains("not-looked-into");
      continue;
    }
    const bytes = await read(entry);
    const isWhole = bytes?.length === entry.size && crc32(bytes) === entry.crc;
    const cleaned = isWhole ? await cleanPicture(bytes, findings) : undefined;
    if (cleaned !== undefined) replaced.set(entry.name, cleaned);
  }
}

function tellProperties(xml: string, findings: Findings): void {
  for (const { name, value } of namedValues(xml)) {
    const kind = PROPERTIES.find(([pattern]) => pattern.test(name))?.[1];
    if (kind === undefined || value.trim() === "") continue;
    // Titles of the sheets stand beside the properties in app.xml, and are part of the text.
    if (name === "vt:lpstr" && !xml.includes("custom-properties")) continue;
    if (name === "TotalTime") findings.add(kind, `${value} min`);
    else findings.add(kind, value);
  }
}

const CHANGES = /^(?:w:(?:ins|del|moveFrom|moveTo|\w+Change)|text:changed-region)$/u;
const COMMENTS = /^(?:w:comment|office:annotation|threadedComment|p:cm)$/u;
const PEOPLE = /^(?:w15:person|person|p:cmAuthor|author)$/u;

function tellText(part: string, xml: string, findings: Findings): void {
  let within: FindingKind | undefined;
  let creator = false;
  for (const item of scanXml(xml)) {
    if (item.is === "text") {
      if (creator) findings.add(within ?? "author", item.text, false);
      continue;
    }
    if (item.is === "close") {
      creator = false;
      if (item.name === "office:annotation" || item.name === "text:changed-region") within = undefined;
      continue;
    }
    const { name, attributes } = item;
    const get = (attribute: string): string => attributes.get(attribute) ?? "";
    creator = name === "dc:creator" || (name === "author" && /comments/u.test(part));
    if (CHANGES.test(name)) findings.add("edit-history", get("w:author"), false);
    if (name === "text:changed-region") within = "edit-history";
    if (COMMENTS.test(name)) findings.add("comment", get("w:author"), false);
    if (name === "office:annotation" || (creator && name === "author")) within = "comment";
    if (PEOPLE.test(name)) findings.add("author", get("w15:author") || get("displayName") || get("name"), false);
    if (name === "w:rsid" || name === "w:rsidRoot") findings.add("edit-history", "", false);
    if (name === "w:vanish" && get("w:val") !== "0" && get("w:val") !== "false")
      findings.add("hidden-content", "", false);
    if (name === "sheet" && /^(?:veryH|h)idden$/u.test(get("state")))
      findings.add("hidden-content", get("name"), false);
    if ((name === "row" || name === "col") && get("hidden") === "1") findings.add("hidden-content", "", false);
    if (name === "p:sld" && get("show") === "0") findings.add("hidden-content", part, false);
    if (get("presentation:visibility") === "hidden" || get("table:visibility") === "collapse") {
      findings.add("hidden-content", "", false);
    }
    if (name === "style:table-properties" && get("table:display") === "false")
      findings.add("hidden-content", "", false);
    if (name === "x15ac:absPath") findings.add("author", get("url"), false);
    if (name === "fileSharing") findings.add("author", get("userName"), false);
    if (name === "Relationship" && get("TargetMode") === "External") {
      findings.add(get("Target").startsWith("file:") ? "author" : "outside-link", get("Target"), false);
    }
    if (name === "config:config-item" && get("config:name") === "PrinterName") findings.add("device", "", false);
    if (name === "script:event-listener") findings.add("script", "", false);
  }
}
