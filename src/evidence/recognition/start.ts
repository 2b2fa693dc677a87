/** Types that the first bytes tell. */
import { brandsOf } from "../formats/brands.ts";
import { isSound } from "../formats/mp3.ts";
import { isPng } from "../formats/png.ts";
import { latin1, says } from "../text.ts";
import type { FileType } from "../types.ts";

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
];

export function byStart(head: Uint8Array): FileType | undefined {
  if (isPng(head)) return "png";
  if (says(head, 0, "RIFF")) {
    if (says(head, 8, "WEBP")) return "webp";
    if (says(head, 8, "WAVE")) return "wav";
    if (says(head, 8, "AVI ")) return "avi";
  }
  if (says(head, 4, "ftyp") && head.length >= 12) return byBrand(brandsOf(head));
  if (/^(?:moov|mdat|wide|pnot)$/u.test(latin1(head.subarray(4, 8)))) return "mov";
  if (says(head, 0, "%PDF-")) return "pdf";
  if (says(head, 0, "MZ") && isPortableExecutable(head)) return "pe";
  // One number for Java's classes and for Mach-O with several processors: the latter are few.
  if (says(head, 0, "\xca\xfe\xba\xbe")) return (head[7] ?? 0) < 20 ? "mach-o" : "java";
  const start = STARTS.find(([offset, ascii]) => says(head, offset, ascii));
  if (start !== undefined && !(start[2] === "bmp" && !isBitmap(head))) return start[2];
  // A PDF may begin with a little of something else, and readers forgive it. A ZIP may hold one near its start.
  if (latin1(head.subarray(0, 1_024)).includes("%PDF-")) return "pdf";
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
