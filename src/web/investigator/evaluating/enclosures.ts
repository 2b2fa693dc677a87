/**
 * Letters, photographs and posters that the office has of what it notes: chosen on this device for a folder, told by their
 * SHA-256 from all others, and enclosed under each item that asks for their kind.
 */
import { EVALUATION_ITEMS, type EvaluationItem } from "../../../protocol/law/evaluation-items.ts";
import type { Evidence, EvidenceFile } from "../../../protocol/documents/ledger.ts";
import { extensionOf, safeName } from "../../../evidence/safe-name.ts";
import type { HiddenLook } from "../files/answer/answer-files.ts";
import { LARGEST_IN_MEMORY_BYTES } from "../files/zip/zip.ts";
import { sha256Of } from "../files/zip/signed-entries.ts";

/** What was chosen since the page was loaded, by SHA-256 */
export type Chosen = ReadonlyMap<string, Blob>;

/** Where evidence lies that no item asks for. */
export const OTHER_FOLDER = "bukti-lain";

export type RecognisedFile = {
  readonly file: EvidenceFile;
  readonly content: Blob;
  /** The ledger names it already */
  readonly isNamed: boolean;
  /** What was found in it; undefined where it is the very file that was named */
  readonly look: HiddenLook | undefined;
};

/**
 * The file of the ledger that this one is, as it lies there or cleaned; else a new one. Rejects where it cannot be read.
 *
 * @param cleans whether what a new file tells beside its content is taken out
 * @param lookInto finds that
 */
export async function recogniseFile(
  original: File,
  named: readonly EvidenceFile[],
  cleans: boolean,
  lookInto: (original: File) => Promise<HiddenLook>,
): Promise<RecognisedFile> {
  const isIt = await sameAs(original, named);
  if (isIt !== undefined) return { file: isIt, content: original, isNamed: true, look: undefined };
  const look = await lookInto(original);
  if (!look.isRead) throw new Error("the file cannot be read");
  const isCleaned = look.cleaned && (await sameAs(look.cleaned, named));
  if (look.cleaned && isCleaned) return { file: isCleaned, content: look.cleaned, isNamed: true, look: undefined };
  const content = cleans ? (look.cleaned ?? original) : original;
  const name = safeName(original.name);
  return { file: { name, size: content.size, sha256: await sha256Of(content) }, content, isNamed: false, look };
}

async function sameAs(content: Blob, named: readonly EvidenceFile[]): Promise<EvidenceFile | undefined> {
  const alike = named.filter(({ size }) => size === content.size);
  if (alike.length === 0) return undefined;
  const sha256 = await sha256Of(content);
  return alike.find((one) => one.sha256 === sha256);
}

/** None twice. */
export function withFiles(standing: readonly EvidenceFile[], fresh: readonly EvidenceFile[]): readonly EvidenceFile[] {
  return [...standing, ...fresh.filter(({ sha256 }) => standing.every((one) => one.sha256 !== sha256))];
}

/** A file that is named as evidence, where it goes in the folder, and what is enclosed; undefined where it was not chosen. */
export type Enclosure = {
  readonly folder: string;
  readonly evidence: Evidence;
  readonly file: EvidenceFile;
  readonly name: string;
  readonly content: Blob | undefined;
};

/** In the order of the items; under two of them where both ask for its kind. */
export function enclosuresOf(evidence: readonly Evidence[], chosen: Chosen): Enclosure[] {
  const items: readonly EvaluationItem[] = EVALUATION_ITEMS;
  const asked = new Set(items.flatMap(({ evidence: kinds }) => kinds));
  const folders = [
    ...items.map(({ id, evidence: kinds }) => ({ id: id as string, is: ({ kind }: Evidence) => kinds.includes(kind) })),
    { id: OTHER_FOLDER, is: ({ kind }: Evidence) => !asked.has(kind) },
  ];
  return folders.flatMap(({ id, is }) =>
    evidence
      .filter(is)
      .flatMap((one) => one.files.map((file) => ({ evidence: one, file })))
      .map((one, at) => ({
        folder: id,
        ...one,
        name: entryName(id, at + 1, one.file.name),
        content: chosen.get(one.file.sha256),
      })),
  );
}

/** Of the entries of a manifest (protocol/documents/export-manifest.ts) documents and the trail take up to a hundred. */
const MOST_ENCLOSED = 300;

/** Whether a folder takes all of it: it is put together in memory, and its list is signed as a whole. */
export function fits(evidence: readonly Evidence[], chosen: Chosen): boolean {
  const files = enclosuresOf(evidence, chosen).flatMap(({ content }) => content ?? []);
  return files.length <= MOST_ENCLOSED && files.reduce((sum, { size }) => sum + size, 0) <= LARGEST_IN_MEMORY_BYTES;
}

/** Letters of the file's own name that any ZIP program reads; the number in front tells alike ones apart. */
const LONGEST_STEM = 40;

/** "wbs-a/bukti-01-sk-inspektur.pdf" */
function entryName(folder: string, number: number, named: string): string {
  const name = safeName(named);
  const extension = extensionOf(name);
  const stem = (extension === "" ? name : name.slice(0, -extension.length - 1))
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, "-")
    .slice(0, LONGEST_STEM)
    .replaceAll(/^-+|-+$/gu, "");
  const ending = /^[a-z0-9]{1,8}$/u.test(extension) ? extension : "bin";
  return `${folder}/bukti-${String(number).padStart(2, "0")}${stem === "" ? "" : `-${stem}`}.${ending}`;
}
