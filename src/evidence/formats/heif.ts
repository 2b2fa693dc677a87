/**
 * HEIC and AVIF (ISO/IEC 23008-12): a table of items. The bytes of the picture's items are not touched; those of EXIF,
 * XMP and everything that is no picture are overwritten where they stand, so that every offset stays true.
 */
import { concat, utf8 } from "../../crypto/bytes.ts";
import type { Findings } from "../findings.ts";
import { overwritten, type Plan } from "../plan.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { minimalExif, readExif } from "../tags/exif.ts";
import { cleanProfile } from "../tags/icc.ts";
import { readXmp } from "../tags/xmp.ts";
import { latin1, readText, says } from "../text.ts";
import { BoxEditor, type Box } from "./boxes.ts";
import { readItems, type Item } from "./items.ts";
import { MovieCleaner } from "./movie.ts";

const TOP = new Set(["ftyp", "meta", "mdat", "moov"]);
const META = new Set(["hdlr", "pitm", "iinf", "iloc", "iprp", "iref", "idat", "dinf", "ipro", "grpl"]);
/** Items that are pictures, or say how a picture is put together from others. */
const PICTURES = new Set([
  "hvc1",
  "hvt1",
  "lhv1",
  "av01",
  "avc1",
  "vvc1",
  "jpeg",
  "j2k1",
  "unci",
  "grid",
  "iovl",
  "iden",
  "tmap",
]);
/** Properties that describe and do not draw: a text, times, a maker's own. */
const DESCRIBING = new Set(["udes", "crtt", "mdft", "altt", "uuid"]);

const LARGEST_METADATA_BYTES = 8 * 1_024 * 1_024;
const MOST_METADATA_RANGES = 1_000;

export async function cleanHeif(source: Source, findings: Findings): Promise<Plan> {
  const editor = new BoxEditor(new Reader(source));
  const { boxes: top, end } = await editor.listTop();
  const meta = top.find(({ type }) => type === "meta");
  if (meta === undefined) throw new Unfit("damaged");
  if (top.some(({ type }) => type === "moof")) throw new Unfit("not-supported");
  if (end < source.size) findings.add("trailing-data", `${source.size - end} B`);
  const movie = new MovieCleaner(editor, findings, top);
  for (const box of top) {
    if (box.type === "moov") await movie.clean(box);
    else if (box.type === "mpvd") {
      findings.add("second-picture", "MP4");
      editor.blank(box);
    } else if (!TOP.has(box.type) || (box.type === "meta" && box !== meta)) await movie.drop(box);
  }
  const boxes = await editor.list(meta.body + 4, meta.end);
  for (const box of boxes) {
    if (!META.has(box.type)) await movie.drop(box);
    else if (box.type === "hdlr" || box.type === "dinf") await movie.clean(box);
    else if (box.type === "iprp") await cleanProperties(editor, box, findings);
    else if (box.type === "iref" && (await hasThumbnail(editor, box))) findings.add("thumbnail", "", false);
  }
  await cleanItems(editor, boxes, findings);
  return overwritten(end, editor.changes);
}

async function cleanItems(editor: BoxEditor, boxes: readonly Box[], findings: Findings): Promise<void> {
  const items = await readItems(editor, boxes);
  const isPicture = ({ type }: Item): boolean => PICTURES.has(type);
  if (!items.some(isPicture)) throw new Unfit("damaged");
  const pictures = items.filter(isPicture).flatMap(({ ranges }) => ranges);
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
}

/** What an item says once it says nothing. */
function emptied({ type }: Item, orientation: number, length: number): Uint8Array {
  if (type === "Exif") return concat(new Uint8Array(4), minimalExif(orientation));
  return type === "mime" ? utf8(EMPTY_XMP.padEnd(length, " ")) : new Uint8Array(0);
}

const EMPTY_XMP =
  '<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"/></x:xmpmeta>';

function tellItem({ type }: Item, bytes: Uint8Array, findings: Findings): number {
  if (type === "Exif" && bytes.length > 4) {
    const skipped = new DataView(bytes.buffer).getUint32(0);
    return readExif(bytes.subarray(4 + Math.min(skipped, bytes.length)), findings);
  }
  if (type === "mime" && bytes.includes(0x3c)) readXmp(bytes, findings);
  else findings.add("other", type);
  return 1;
}

async function cleanProperties(editor: BoxEditor, box: Box, findings: Findings): Promise<void> {
  for (const container of await editor.list(box.body, box.end)) {
    if (container.type !== "ipco") continue;
    for (const property of await editor.list(container.body, container.end)) {
      if (DESCRIBING.has(property.type)) {
        findings.add(
          property.type === "crtt" || property.type === "mdft" ? "time" : "comment",
          await textOf(editor, property),
        );
        editor.blank(property);
      } else if (property.type === "colr") {
        const content = await editor.content(property, LARGEST_METADATA_BYTES);
        if (!says(content, 0, "prof") && !says(content, 0, "rICC")) continue;
        const profile = cleanProfile(content.subarray(4), findings);
        // The profile's place cannot be taken out; one of sRGB tells nothing but that.
        if (profile.is === "kept") editor.changes.push({ at: property.body + 4, bytes: profile.bytes });
        else findings.remains("colour-profile");
      }
    }
  }
}

async function textOf(editor: BoxEditor, property: Box): Promise<string> {
  if (property.type !== "udes" && property.type !== "altt") return "";
  return readText((await editor.content(property, 1_024)).subarray(4));
}

async function hasThumbnail(editor: BoxEditor, box: Box): Promise<boolean> {
  return (await editor.list(box.body + 4, box.end)).some(({ type }) => type === "thmb");
}

/** The brands of `ftyp`, the main one first. */
export function brandsOf(head: Uint8Array): string[] {
  const length = new DataView(head.buffer, head.byteOffset, head.length).getUint32(0);
  const brands: string[] = [];
  for (let at = 8; at + 4 <= Math.min(length, head.length); at += 4) {
    if (at !== 12) brands.push(latin1(head.subarray(at, at + 4)));
  }
  return brands;
}
