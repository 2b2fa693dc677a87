/**
 * HEIC and AVIF (ISO/IEC 23008-12): a table of items. The bytes of the picture's items are not touched; those of EXIF,
 * XMP and everything that is no picture are overwritten where they stand, so that every offset stays true.
 */
import { concat, utf8 } from "../../crypto/bytes.ts";
import type { Findings } from "../findings.ts";
import { overwritten, type Plan } from "../plan.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { minimalExif, readExif } from "../tags/exif.ts";
import { readXmp } from "../tags/xmp.ts";
import { latin1, says } from "../text.ts";
import { BoxEditor, isNearly, type Box } from "./boxes.ts";
import { cleanBrands } from "./brands.ts";
import { blankGaps } from "./gaps.ts";
import { readItems, readReferences, type Item } from "./items.ts";
import { MovieCleaner } from "./movie.ts";
import { cleanProperties } from "./properties.ts";
import type { Range } from "./samples.ts";

const TOP = ["ftyp", "meta", "mdat", "moov"];
const META = ["hdlr", "pitm", "iinf", "iloc", "iprp", "iref", "idat", "dinf", "grpl"];
/** Items that are pictures, or say how a picture is put together from others. */
const PICTURES = new Set(["hvc1", "hvt1", "lhv1", "av01", "avc1", "vvc1", "unci", "grid", "iovl", "iden", "tmap"]);
/** Those whose bytes lie somewhere, whatever they are put together from. */
const CODED = new Set(["hvc1", "lhv1", "av01", "avc1", "vvc1"]);
/** Pictures with segments of their own, which are not looked into here. */
const OTHER_FORMATS = new Set(["jpeg", "j2k1"]);
/** What groups of pictures are for: one or the other, two eyes, a burst, an order (ISO/IEC 23008-12, 6.8). */
const GROUPS = new Set(["altr", "ster", "eqiv", "brst", "tsyn", "prgr", "iaug", "aebr", "wbbr", "fobr", "pano"]);

const LARGEST_METADATA_BYTES = 8 * 1_024 * 1_024;
const MOST_METADATA_RANGES = 1_000;
const XMP_TYPE = "application/rdf+xml";

export async function cleanHeif(source: Source, findings: Findings): Promise<Plan> {
  const editor = new BoxEditor(new Reader(source));
  const { boxes: top, end } = await editor.listTop();
  const meta = top.find(({ type }) => type === "meta");
  if (meta === undefined) throw new Unfit("damaged");
  if (top.some(({ type }) => type === "moof")) throw new Unfit("not-supported");
  if (end < source.size) findings.add("trailing-data", `${source.size - end} B`);
  const movie = new MovieCleaner(editor, findings, top);
  for (const box of top) {
    if (box.type === "ftyp") await cleanBrands(editor, box, findings);
    else if (box.type === "moov") await movie.clean(box);
    else if (box.type === "mpvd") {
      findings.add("second-picture", "MP4");
      editor.blank(box);
    } else if (!TOP.includes(box.type) || (box.type === "meta" && box !== meta)) await movie.drop(box, TOP);
  }
  const boxes = await editor.list(meta.body + 4, meta.end);
  for (const box of boxes) {
    // The box of protections; what it protects is refused below.
    if (box.type === "ipro") editor.blank(box);
    else if (!META.includes(box.type)) await movie.drop(box, META);
    else if (box.type === "hdlr" || box.type === "dinf") await movie.clean(box);
    else if (box.type === "iprp") await cleanProperties(editor, box, findings);
    else if (box.type === "grpl") await cleanGroups(editor, box, findings);
  }
  const items = await readItems(editor, boxes);
  await checkPictures(editor, boxes, items, findings);
  const others = await cleanItems(editor, items, findings);
  const data = [...top, ...boxes].filter(({ type }) => type === "mdat" || type === "idat");
  const pictures = items.filter(isPicture).flatMap(({ ranges }) => ranges);
  // A sequence shows one of its pictures as a still one too.
  const isMoving = top.some(({ type }) => type === "moov");
  await blankGaps(editor, data, [...pictures, ...movie.samples], others, findings, { mayOverlap: isMoving });
  // What a codec was told beside the picture, such as how it was encoded.
  findings.remains("sound-and-streams");
  return overwritten(end, editor.changes);
}

function isPicture({ type }: Item): boolean {
  return PICTURES.has(type);
}

/** The main picture, and whatever pictures are put together from, must be pictures that are kept. */
async function checkPictures(
  editor: BoxEditor,
  boxes: readonly Box[],
  items: readonly Item[],
  findings: Findings,
): Promise<void> {
  if (items.some(({ isProtected }) => isProtected)) throw new Unfit("encrypted");
  if (items.some(({ type }) => OTHER_FORMATS.has(type))) throw new Unfit("not-supported");
  if (items.some(({ type }) => isNearly(type, PICTURES))) throw new Unfit("damaged");
  if (items.some((item) => CODED.has(item.type) && item.ranges.length === 0)) throw new Unfit("damaged");
  const pictures = new Set(items.filter(isPicture).map(({ id }) => id));
  const primary = boxes.find(({ type }) => type === "pitm");
  if (primary === undefined) throw new Unfit("damaged");
  const content = await editor.content(primary, 8);
  const view = new DataView(content.buffer);
  const isWide = content[0] !== 0;
  if (content.length < (isWide ? 8 : 6)) throw new Unfit("damaged");
  if (!pictures.has(isWide ? view.getUint32(4) : view.getUint16(4))) throw new Unfit("damaged");
  const references = boxes.find(({ type }) => type === "iref");
  if (references === undefined) return;
  for (const { type, from, to } of await readReferences(editor, references)) {
    if (type === "thmb") findings.add("thumbnail", "", false);
    if (type === "dimg" && pictures.has(from) && to.some((id) => !pictures.has(id))) throw new Unfit("damaged");
  }
}

async function cleanGroups(editor: BoxEditor, box: Box, findings: Findings): Promise<void> {
  for (const group of await editor.list(box.body, box.end)) {
    const view = await editor.reader.view(group.body, Math.min(12, group.end - group.body));
    const length = view.byteLength < 12 ? 0 : 12 + 4 * view.getUint32(8);
    const isWhole = length > 0 && group.body + length <= group.end;
    if (GROUPS.has(group.type) && isWhole) editor.zeros(group.body + length, group.end - group.body - length);
    else {
      findings.add("other", group.type);
      editor.blank(group);
    }
  }
}

/** Writes over what is no picture, and over the names of all; returns where it lay. */
async function cleanItems(editor: BoxEditor, items: readonly Item[], findings: Findings): Promise<Range[]> {
  const pictures = items.filter(isPicture).flatMap(({ ranges }) => ranges);
  for (const item of items) cleanWords(editor, item, findings);
  const others = items.filter((item) => !isPicture(item));
  const lengthOf = ({ ranges }: Item): number => ranges.reduce((sum, range) => sum + range.length, 0);
  const total = others.reduce((sum, item) => sum + lengthOf(item), 0);
  const count = others.reduce((sum, { ranges }) => sum + ranges.length, 0);
  if (total > LARGEST_METADATA_BYTES || count > MOST_METADATA_RANGES) throw new Unfit("too-complex");
  for (const item of others) {
    const length = lengthOf(item);
    for (const { at, length: bytes } of item.ranges) {
      const isShared = pictures.some((picture) => at < picture.at + picture.length && picture.at < at + bytes);
      if (isShared) throw new Unfit("not-supported");
    }
    const parts: Uint8Array[] = [];
    for (const range of item.ranges) parts.push((await editor.reader.bytes(range.at, range.length)).slice());
    const orientation = tellItem(item, concat(...parts), findings);
    // A reader that finds zeros might call the file broken; of two changes to one place the first one stands.
    const empty = emptied(item, orientation, length);
    const [first] = item.ranges;
    if (first !== undefined && empty.length <= first.length) editor.changes.push({ at: first.at, bytes: empty });
    for (const range of item.ranges) editor.zeros(range.at, range.length);
  }
  return others.flatMap(({ ranges }) => ranges);
}

/** An item's name goes; of what kind of text it is, only that of XMP is said again. */
function cleanWords(editor: BoxEditor, { type, words, wordsAt }: Item, findings: Findings): void {
  const [name = "", kind = ""] = latin1(words).split("\0");
  const said = utf8(type === "mime" && kind === XMP_TYPE ? `\0${kind}\0` : "").subarray(0, words.length);
  if (name !== "") findings.add("caption", name);
  else if (words.subarray(said.length).some((byte) => byte !== 0)) findings.add("other", type);
  editor.changes.push({ at: wordsAt, bytes: concat(said, new Uint8Array(words.length - said.length)) });
}

/** What an item says once it says nothing. */
function emptied({ type }: Item, orientation: number, length: number): Uint8Array {
  if (type === "Exif") return concat(new Uint8Array(4), minimalExif(orientation));
  return type === "mime" ? utf8(EMPTY_XMP.padEnd(length, " ")) : new Uint8Array(0);
}

const EMPTY_XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>';

/** Throws `damaged` where an item does not hold what it should: then the table of places is wrong, and pictures may lie there. */
function tellItem({ type }: Item, bytes: Uint8Array, findings: Findings): number {
  // Nothing, or zeros of an earlier cleaning.
  if (bytes.every((byte) => byte === 0)) return 1;
  if (type === "Exif") {
    const skipped = bytes.length < 4 ? 0 : new DataView(bytes.buffer).getUint32(0);
    const tiff = bytes.subarray(4 + Math.min(skipped, bytes.length));
    if (!says(tiff, 0, "II") && !says(tiff, 0, "MM")) throw new Unfit("damaged");
    return readExif(tiff, findings);
  } else if (type === "mime" && bytes.includes(0x3c)) readXmp(bytes, findings);
  else findings.add("other", type);
  return 1;
}
