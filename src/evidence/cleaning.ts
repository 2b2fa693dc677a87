/**
 * The one door to the cleaning of files: what a file tells beside its content is found and, where that can be done by
 * cutting bytes, left out. Nothing is decoded and nothing drawn anew, so a picture stays what it was, point for point.
 * No result says that everything is gone: `remains` names what no cutting reaches.
 */
import { cleanOffice } from "./documents/office.ts";
import { inspectPdf } from "./documents/pdf.ts";
import { Findings, type Finding, type Remainder } from "./findings.ts";
import { cleanGif } from "./formats/gif.ts";
import { cleanHeif } from "./formats/heif.ts";
import { cleanJpeg } from "./formats/jpeg.ts";
import { cleanMovie } from "./formats/movie.ts";
import { cleanMp3 } from "./formats/mp3.ts";
import { cleanPng } from "./formats/png.ts";
import { cleanWebp } from "./formats/webp.ts";
import { planned, type Part, type Plan } from "./plan.ts";
import { recognise } from "./recognise.ts";
import { isText } from "./recognition/text.ts";
import { bytesSource, Unfit, type Reason, type Source } from "./source.ts";
import type { FileType, Warning } from "./types.ts";

export type Cleaning = {
  readonly type: FileType;
  readonly warnings: readonly Warning[];
  readonly findings: readonly Finding[];
  readonly remains: readonly Remainder[];
} & (
  | {
      readonly outcome: "cleaned";
      /** The cleaned file, read from the original in slices */
      readonly cleaned: Source;
      /** What it consists of, for who can refer to parts of the original */
      readonly parts: readonly Part[];
    }
  | {
      /** Nothing was taken out; what was found is still there. */
      readonly outcome: "unchanged";
      readonly reason: Reason;
    }
);

type Cleaner = (source: Source, findings: Findings) => Promise<Plan>;

const CLEANERS: Partial<Record<FileType, Cleaner>> = {
  jpeg: cleanJpeg,
  png: cleanPng,
  webp: cleanWebp,
  gif: cleanGif,
  mp4: cleanMovie,
  mov: cleanMovie,
  m4a: cleanMovie,
  mp3: cleanMp3,
  heic: cleanHeif,
  avif: cleanHeif,
  docx: office,
  xlsx: office,
  pptx: office,
  docm: office,
  xlsm: office,
  pptm: office,
  odt: office,
  ods: office,
  odp: office,
};

function office(source: Source, findings: Findings): Promise<Plan> {
  return cleanOffice(source, findings, cleanInnerPicture);
}

/** `name` counts for the warnings alone. Rejects only when the source itself cannot be read. */
export async function cleaning(source: Source, name = ""): Promise<Cleaning> {
  const findings = new Findings();
  const { type, warnings } = await recognise(source, name);
  const unchanged = (reason: Reason): Cleaning => ({
    type,
    warnings,
    outcome: "unchanged",
    reason,
    findings: findings.kept(),
    remains: findings.remainders,
  });
  findings.remains("visible-content");
  if (type === "pdf") {
    const { isEncrypted } = await inspectPdf(source, findings);
    return unchanged(isEncrypted ? "encrypted" : "not-supported");
  }
  if (type === "text") return unchanged(source.size > MOST_TEXT_BYTES ? "too-complex" : await reasonOfText(source));
  const cleaner = CLEANERS[type];
  if (cleaner === undefined) return unchanged("not-supported");
  try {
    const plan = await cleaner(source, findings);
    return {
      type,
      warnings,
      outcome: "cleaned",
      cleaned: planned(source, plan),
      parts: plan.parts,
      findings: findings.list,
      remains: findings.remainders,
    };
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    return unchanged(error.reason);
  }
}

/** Longer texts are not read through; a table of a million rows is shorter. */
const MOST_TEXT_BYTES = 256 * 1_024 * 1_024;
const STEP_BYTES = 1_024 * 1_024;

/** A text's first bytes say nothing of its last: behind them anything could stand. */
async function reasonOfText(source: Source): Promise<Reason> {
  for (let at = 0; at < source.size; at += STEP_BYTES) {
    if (!isText(await source.read(at, Math.min(STEP_BYTES, source.size - at)))) return "damaged";
  }
  return "not-supported";
}

/** Pictures, films and sounds of a document; a document inside of one is not looked into. */
const INNER: ReadonlySet<FileType> = new Set([
  "jpeg",
  "png",
  "gif",
  "webp",
  "heic",
  "avif",
  "mp4",
  "mov",
  "m4a",
  "mp3",
]);

/** A picture in a document: found things count for the document, one that cannot be cleaned is left as it is, and named. */
async function cleanInnerPicture(bytes: Uint8Array, findings: Findings): Promise<Uint8Array | undefined> {
  const source = bytesSource(bytes);
  const { type } = await recognise(source);
  const cleaner = INNER.has(type) ? CLEANERS[type] : undefined;
  if (cleaner === undefined) {
    if (type !== "bmp") findings.remains("not-looked-into");
    return undefined;
  }
  const found = new Findings();
  try {
    const cleaned = planned(source, await cleaner(source, found));
    for (const { kind, value, isRemoved } of found.list) findings.add(kind, value, isRemoved);
    if (!found.list.some(({ isRemoved }) => isRemoved)) return undefined;
    return await cleaned.read(0, cleaned.size);
  } catch (error) {
    if (!(error instanceof Unfit)) throw error;
    for (const { kind, value } of found.list) findings.add(kind, value, false);
    findings.remains("not-looked-into");
    return undefined;
  }
}
