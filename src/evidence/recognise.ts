/** What a file is, by its content; its name and what a browser calls it are hearsay. */
import { readEntries, type ZipEntry } from "./documents/zip.ts";
import { brandsOf } from "./formats/heif.ts";
import { isSound } from "./formats/mp3.ts";
import { isPng } from "./formats/png.ts";
import { extensionOf } from "./safe-name.ts";
import { Reader, Unfit, type Source } from "./source.ts";
import { latin1, readText, says } from "./text.ts";
import { TYPES, WARNINGS, type FileType, type Group, type Warning } from "./types.ts";

export type Recognition = {
  readonly type: FileType;
  readonly group: Group;
  readonly mime: string;
  readonly warnings: readonly Warning[];
};

const HEAD_BYTES = 16 * 1_024;
/** Scripts of a PDF are named near its ends, or anywhere. What is looked through is what a page can afford. */
const MOST_SEARCHED_BYTES = 16 * 1_024 * 1_024;

export async function recognise(source: Source, name = ""): Promise<Recognition> {
  const head = await source.read(0, Math.min(source.size, HEAD_BYTES));
  const warnings = new Set<Warning>();
  let type = byStart(head) ?? byText(head, source.size);
  if (type === "zip") type = await byEntries(source, warnings);
  else if (type === "ole") type = byStorage(head, warnings);
  else if (type === "pdf" && (await isActivePdf(source))) warnings.add("active-content");
  else if (type === "rar" || type === "7z") tellSealed(head, type, warnings);
  const { group, mime, extensions } = TYPES[type];
  if (group === "program") warnings.add("program");
  if (group === "archive") warnings.add("archive");
  if (group === "sealed") warnings.add("sealed-archive");
  if (type === "docm" || type === "xlsm" || type === "pptm") warnings.add("macro");
  if (type === "html" || type === "svg") warnings.add("active-content");
  const extension = extensionOf(name);
  const isKnown = type !== "unknown" || CLAIMS.has(extension);
  if (extension !== "" && isKnown && !(extensions as readonly string[]).includes(extension)) {
    warnings.add("type-does-not-match-name");
  }
  return { type, group, mime, warnings: WARNINGS.filter((warning) => warnings.has(warning)) };
}

/** Extensions that promise a type which would have been recognised. */
const CLAIMS: ReadonlySet<string> = new Set(
  Object.values(TYPES)
    .filter(({ group }) => group !== "unknown" && group !== "program")
    .flatMap(({ extensions }) => extensions),
);

const STARTS: readonly [offset: number, ascii: string, type: FileType][] = [
  [0, "\xff\xd8\xff", "jpeg"],
  [0, "GIF87a", "gif"],
  [0, "GIF89a", "gif"],
  [0, "BM", "bmp"],
  [0, "II*\0", "tiff"],
  [0, "MM\0*", "tiff"],
  [0, "ID3", "mp3"],
  [0, "OggS", "ogg"],
  [0, "fLaC", "flac"],
  [0, "#!AMR", "amr"],
  [0, "\x1a\x45\xdf\xa3", "matroska"],
  [0, "{\\rtf", "rtf"],
  [0, "PK\x03\x04", "zip"],
  [0, "PK\x05\x06", "zip"],
  [0, "PK\x07\x08", "zip"],
  [0, "Rar!\x1a\x07", "rar"],
  [0, "7z\xbc\xaf\x27\x1c", "7z"],
  [0, "\x1f\x8b\x08", "gzip"],
  [0, "BZh", "bzip2"],
  [0, "\xfd7zXZ\0", "xz"],
  [257, "ustar", "tar"],
  [0, "\x7fELF", "elf"],
  [0, "\xfe\xed\xfa\xce", "mach-o"],
  [0, "\xfe\xed\xfa\xcf", "mach-o"],
  [0, "\xce\xfa\xed\xfe", "mach-o"],
  [0, "\xcf\xfa\xed\xfe", "mach-o"],
  [0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole"],
  [0, "L\0\0\0\x01\x14\x02\0", "lnk"],
  [0, "age-encryption.org/v1\n", "age"],
  [0, "-----BEGIN AGE ENCRYPTED FILE-----", "age"],
  [0, "-----BEGIN PGP ", "openpgp"],
];

function byStart(head: Uint8Array): FileType | undefined {
  if (isPng(head)) return "png";
  if (says(head, 0, "RIFF")) {
    if (says(head, 8, "WEBP")) return "webp";
    if (says(head, 8, "WAVE")) return "wav";
    if (says(head, 8, "AVI ")) return "avi";
  }
  if (says(head, 4, "ftyp") && head.length >= 12) return byBrand(brandsOf(head));
  if (/^(?:moov|mdat|wide|pnot)$/u.test(latin1(head.subarray(4, 8)))) return "mov";
  // A PDF may begin with a little of something else, and readers forgive it.
  if (latin1(head.subarray(0, 1_024)).includes("%PDF-")) return "pdf";
  if (says(head, 0, "MZ") && isPortableExecutable(head)) return "pe";
  // One number for Java's classes and for Mach-O with several processors: the latter are few.
  if (says(head, 0, "\xca\xfe\xba\xbe")) return (head[7] ?? 0) < 20 ? "mach-o" : "java";
  const start = STARTS.find(([offset, ascii]) => says(head, offset, ascii));
  if (start !== undefined && !(start[2] === "bmp" && !isBitmap(head))) return start[2];
  if (isOpenPgp(head)) return "openpgp";
  if (head[0] === 0xff && ((head[1] ?? 0) & 0xf6) === 0xf0) return "aac";
  if (isSound(head)) return "mp3";
  return undefined;
}

function byBrand(brands: readonly string[]): FileType {
  const [main = ""] = brands;
  if (brands.some((brand) => brand === "avif" || brand === "avis")) return "avif";
  if (brands.some((brand) => /^(?:hei[cxms]|hev[cxms])$/u.test(brand)) || /^(?:mif[12]|msf1)$/u.test(main))
    return "heic";
  if (main === "qt  ") return "mov";
  return main === "M4A " || main === "M4B " ? "m4a" : "mp4";
}

function isPortableExecutable(head: Uint8Array): boolean {
  // Old programs for DOS have no second header, and are programs all the same; two letters alone are not.
  return head.length >= 64 && (head.subarray(0, 64).includes(0) || says(head, 64, "PE\0\0"));
}

function isBitmap(head: Uint8Array): boolean {
  if (head.length < 26) return false;
  const headerBytes = new DataView(head.buffer, head.byteOffset).getUint32(14, true);
  return headerBytes === 12 || (headerBytes >= 40 && headerBytes <= 124);
}

/**
 * Binary OpenPGP (RFC 9580, 4.2): a message to a key or a passphrase begins with packet 1, 3, 9, 18 or 20, whose
 * version byte must be one that exists.
 */
function isOpenPgp(head: Uint8Array): boolean {
  const [first = 0, second = 0] = head;
  if ((first & 0x80) === 0 || head.length < 16) return false;
  const isNew = (first & 0x40) !== 0;
  const tag = isNew ? first & 0x3f : (first >> 2) & 0x0f;
  const lengthType = first & 3;
  const lengthBytes = isNew ? (second < 192 ? 1 : second < 224 ? 2 : second < 255 ? 1 : 5) : [1, 2, 4, 0][lengthType];
  const version = head[1 + (lengthBytes ?? 0)] ?? 0;
  if (tag === 1) return (version === 3 || version === 6) && isKeyAlgorithm(head, 2 + (lengthBytes ?? 0), version);
  if (tag === 3) return version >= 4 && version <= 6 && second < 64;
  return tag === 18 && (version === 1 || version === 2) && isNew;
}

function isKeyAlgorithm(head: Uint8Array, at: number, version: number): boolean {
  const algorithm = head[at + 8] ?? 0;
  return version === 6 || [1, 2, 16, 18, 25, 26].includes(algorithm);
}

/** Types that are text, by what stands at the beginning of it. */
function byText(head: Uint8Array, size: number): FileType {
  if (size === 0 || !isText(head)) return "unknown";
  const text = readText(trimmedToCharacters(head)).replace(/^\uFEFF/u, "");
  const start = text.trimStart().slice(0, 8_192);
  if (start.startsWith("#!") || /^(?:@echo off|<#|<job|#requires|option explicit)/iu.test(start)) return "script";
  if (/^\[desktop entry\]/imu.test(start.slice(0, 1_024))) return "desktop";
  if (/^\[internetshortcut\]/imu.test(start.slice(0, 1_024))) return "url";
  if (/^-----BEGIN PGP /mu.test(start)) return "openpgp";
  const markup = start.replaceAll(/<!--.*?(?:-->|$)/gsu, " ");
  if (/<svg[\s>]/iu.test(markup) && /^\s*(?:<\?xml|<!doctype svg|<svg)/iu.test(markup)) return "svg";
  if (
    /^\s*(?:<\?xml[^>]*>\s*)?<(?:!doctype html|html|head|body|script|iframe|meta|table|div|p|a|img|style|title|h1)[\s>/]/iu.test(
      markup,
    )
  )
    return "html";
  if (/<(?:script|iframe|object|embed|html|body)[\s>]/iu.test(markup)) return "html";
  const headers = /^(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*){2,}/u.exec(start.replaceAll("\r\n", "\n"))?.[0] ?? "";
  if (
    /^(?:from|received|return-path|delivered-to):/imu.test(headers) &&
    /^(?:date|message-id|subject):/imu.test(headers)
  )
    return "eml";
  return "text";
}

/** UTF-8 may be cut in the middle of a character. */
function trimmedToCharacters(head: Uint8Array): Uint8Array {
  let end = head.length;
  for (let back = 0; back < 4 && end > 0 && ((head[end - 1] ?? 0) & 0xc0) === 0x80; back++) end -= 1;
  return end > 0 && (head[end - 1] ?? 0) >= 0xc0 ? head.subarray(0, end - 1) : head;
}

/** No control characters beside the usual ones; UTF-16 with its mark is not text that a page shows as it is. */
function isText(head: Uint8Array): boolean {
  return head.every(
    (byte) => byte >= 0x20 || byte === 0x09 || byte === 0x0a || byte === 0x0d || byte === 0x0c || byte === 0x1b,
  );
}

const OFFICE_PARTS: readonly [part: string, plain: FileType, withMacros: FileType][] = [
  ["word/", "docx", "docm"],
  ["xl/", "xlsx", "xlsm"],
  ["ppt/", "pptx", "pptm"],
];

const ODF_TYPES: readonly [mime: string, type: FileType][] = [
  [TYPES.odt.mime, "odt"],
  [TYPES.ods.mime, "ods"],
  [TYPES.odp.mime, "odp"],
];

async function byEntries(source: Source, warnings: Set<Warning>): Promise<FileType> {
  let entries: readonly ZipEntry[];
  try {
    entries = await readEntries(new Reader(source));
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    // Without its table it opens nowhere, or was made to look different in different programs.
    return "zip";
  }
  if (entries.some(({ isEncrypted }) => isEncrypted)) warnings.add("sealed-archive");
  const names = new Set(entries.map(({ name }) => name));
  if (names.has("META-INF/MANIFEST.MF") || names.has("AndroidManifest.xml")) return "java";
  if (names.has("[Content_Types].xml")) {
    const office = OFFICE_PARTS.find(([part]) => entries.some(({ name }) => name.startsWith(part)));
    const hasMacros = entries.some(({ name }) => /(?:^|\/)(?:vbaProject\.bin|macrosheets\/)/iu.test(name));
    if (office !== undefined) return hasMacros || names.has("xl/workbook.bin") ? office[2] : office[1];
  }
  const mimetype = entries.find(({ name }) => name === "mimetype");
  if (mimetype?.method === 0 && mimetype.size < 200) {
    const head = await source.read(0, Math.min(source.size, 300));
    const text = latin1(head);
    if (entries.some(({ name }) => /^(?:Basic|Scripts)\//u.test(name))) warnings.add("macro");
    const odf = ODF_TYPES.find(([mime]) => text.includes(mime));
    if (odf !== undefined) return odf[1];
  }
  return "zip";
}

/** Names of streams in an OLE file's directory are UTF-16; the directory lies anywhere, often near the start. */
function byStorage(head: Uint8Array, warnings: Set<Warning>): FileType {
  const text = latin1(head).replaceAll("\0", "");
  if (/_VBA_PROJECT|\bVBA\b|Macros/u.test(text)) warnings.add("macro");
  return text.includes("__substg1.0_") || text.includes("__properties_version1.0") ? "msg" : "ole";
}

async function isActivePdf(source: Source): Promise<boolean> {
  const reader = new Reader(source);
  const piece = 256 * 1_024;
  for (let at = 0; at < Math.min(source.size, MOST_SEARCHED_BYTES); at += piece - 64) {
    const text = latin1(await reader.bytes(at, Math.min(piece, source.size - at)));
    if (isActive(text)) return true;
  }
  return false;
}

/** PDF names may be written with #xx for any letter. */
export function isActive(text: string): boolean {
  const plain = text.includes("#")
    ? text.replaceAll(/#([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return /\/(?:JavaScript|JS|Launch|RichMedia|XFA|SubmitForm|ImportData)\b/u.test(plain);
}

/** RAR 4 marks closed names in its main header, RAR 5 begins with an encryption header; 7z hides all. */
function tellSealed(head: Uint8Array, type: FileType, warnings: Set<Warning>): void {
  if (type !== "rar") return;
  const isFive = head[6] === 1;
  if (isFive ? head[13] === 4 : ((head[10] ?? 0) & 0x80) !== 0) warnings.add("sealed-archive");
}
