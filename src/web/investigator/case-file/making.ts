/** From choices to a ZIP: files fetched and copied, the case file written, its manifest signed by the vault. */
import { type CaseFile, type FileCopy, placeKeyOf } from "../../../client/case-file/case-file.ts";
import { CASE_FILE_FORMAT, PROOF_NAME } from "../../../client/case-file/format.ts";
import { striker } from "../../../client/case-file/striking.ts";
import { TYPES } from "../../../evidence/types.ts";
import { SEARCHED_BYTES } from "./choices.ts";
import { type HiddenLook, isClean } from "../files/answer/answer-files.ts";
import type { CaseFileEntry } from "../files/file-list.ts";
import type { KnownFile } from "../files/known-file.ts";
import { type WrittenEntry, listEntries, sha256Of, signEntries } from "../files/zip/signed-entries.ts";
import type { ZipEntry } from "../files/zip/zip.ts";
import type { ExportCalls } from "../vault/messages/export.ts";

export type Fetched = { readonly whole: Blob; readonly known: KnownFile };

export type Enclosed = {
  readonly copies: Map<string, FileCopy>;
  readonly entries: WrittenEntry[];
  /** How many were left out because hidden data is still in them, or could be */
  readonly unclean: number;
};

type EncloseOrder = {
  /** Byte for byte */
  readonly asSent: boolean;
  /** Also what hidden data could not be taken out of: somebody has ticked that */
  readonly unclean: boolean;
  readonly hidden: readonly string[];
  readonly look: (file: File) => Promise<HiddenLook>;
};

/** A copy of each file, under a number: what it was called, a reporter may have said. */
export async function enclose(
  files: readonly CaseFileEntry[],
  take: (file: CaseFileEntry) => Promise<Fetched | undefined>,
  { asSent, unclean: takesUnclean, hidden, look }: EncloseOrder,
): Promise<Enclosed> {
  const copies = new Map<string, FileCopy>();
  const entries: WrittenEntry[] = [];
  let unclean = 0;
  for (const entry of files) {
    const taken = await take(entry);
    if (taken === undefined) continue;
    const { whole, known } = taken;
    const looked = asSent ? undefined : await look(new File([whole], entry.file.name));
    if (looked !== undefined && !isClean(looked) && !takesUnclean) {
      unclean++;
      continue;
    }
    const cleaned = looked?.cleaned;
    const content: Blob = cleaned ?? whole;
    if (await holdsAny(content, hidden)) continue;
    const name = `files/${String(entries.length + 1).padStart(2, "0")}${extensionOf(known)}`;
    const sha256 = cleaned === undefined ? known.sha256 : await sha256Of(cleaned);
    entries.push({ name, content });
    copies.set(placeKeyOf(entry.place, entry.place.id), {
      path: name,
      size: content.size,
      sha256,
      cleaned: sha256 !== known.sha256,
    });
  }
  return { copies, entries, unclean };
}

function extensionOf({ type }: KnownFile): string {
  const [extension] = TYPES[type].extensions;
  return extension === undefined || extension === "" ? "" : `.${extension}`;
}

/** Only as far as it is plain text: what is inside of a document or picture is not read. */
async function holdsAny(content: Blob, hidden: readonly string[]): Promise<boolean> {
  if (hidden.length === 0 || content.size > SEARCHED_BYTES) return false;
  const text = await content.text();
  return striker({ texts: [], whole: [], hidden })(text) !== text;
}

export type Signing = (
  order: ExportCalls["signExport"]["ask"]["order"],
) => Promise<ExportCalls["signExport"]["answer"]["entries"]>;

type Packed = {
  readonly file: CaseFile;
  readonly paper: string;
  readonly enclosed: Enclosed;
  /** Of the audit trail */
  readonly proof: Uint8Array<ArrayBuffer> | undefined;
};

/** Every entry of the ZIP, in its order: all of one day, that on which it is made. */
export async function packEntries({ file, paper, enclosed, proof }: Packed, sign: Signing): Promise<ZipEntry[]> {
  const { on: day, redacted } = file.made;
  // Ids of members are in it, which a redacted copy does not have.
  const acts = proof === undefined || redacted ? [] : [{ name: PROOF_NAME, content: new Blob([proof]) }];
  const written = [
    { name: "document.html", content: new Blob([paper]) },
    { name: "case.json", content: new Blob([`${JSON.stringify(file, undefined, 1)}\n`]) },
    ...acts,
  ];
  const hashes = new Map([...enclosed.copies.values()].map(({ path, sha256 }) => [path, sha256]));
  const before = [...written, ...enclosed.entries];
  const listed = await listEntries(before, hashes);
  const sums = {
    name: "sha256sums.txt",
    content: new Blob(listed.map(({ name, sha256 }) => `${sha256}  ${name}\n`)),
  };
  return signEntries([...before, sums], [...listed, ...(await listEntries([sums]))], day, (order) =>
    sign({ of: CASE_FILE_FORMAT, ...order }),
  );
}
