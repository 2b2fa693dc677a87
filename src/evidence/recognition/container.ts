/** Types that share a container: ZIP of office files and programs, OLE of old ones, and archives that are closed. */
import { readEntries, type ZipEntry } from "../documents/zip.ts";
import { Reader, Unfit, type Source } from "../source.ts";
import { latin1 } from "../text.ts";
import { TYPES, type FileType, type Warning } from "../types.ts";

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

export async function byEntries(source: Source, warnings: Set<Warning>): Promise<FileType> {
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
export function byStorage(head: Uint8Array, warnings: Set<Warning>): FileType {
  const text = latin1(head).replaceAll("\0", "");
  if (/_VBA_PROJECT|\bVBA\b|Macros/u.test(text)) warnings.add("macro");
  return text.includes("__substg1.0_") || text.includes("__properties_version1.0") ? "msg" : "ole";
}

/** RAR 4 marks closed names in its main header, RAR 5 begins with an encryption header; 7z hides all. */
export function tellSealedRar(head: Uint8Array, warnings: Set<Warning>): void {
  const isFive = head[6] === 1;
  if (isFive ? head[13] === 4 : ((head[10] ?? 0) & 0x80) !== 0) warnings.add("sealed-archive");
}
