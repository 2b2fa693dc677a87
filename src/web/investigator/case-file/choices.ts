/** What somebody has chosen for a case file, and what is wrong with it. */
import {
  type Asked,
  type CaseFile,
  type CaseFileOrder,
  caseFileOf,
  isRedacted,
  reportersFirst,
  rowsGoing,
} from "../../../client/case-file/case-file.ts";
import { TYPES } from "../../../evidence/types.ts";
import { copiedFrom } from "../../../client/casework/own-words.ts";
import { ownTextsOf } from "../../../client/case-file/report.ts";
import type { ReporterPart } from "../../../protocol/records/export.ts";
import type { RecordContent } from "../../../protocol/records.ts";
import type { Language } from "../../../words/languages.ts";
import { type CaseFileEntry, filesOf, placeKey } from "../files/file-list.ts";
import { guessType } from "../files/known-file.ts";
import type { SealChoices } from "../referral/order.ts";
import type { CaseView, Names } from "../vault/messages/vault.ts";

/** A file is looked through for what is hidden up to this size; a larger text is none that somebody typed. */
export const SEARCHED_BYTES = 16 * 1_048_576;

export type Choices = Asked & {
  readonly language: Language;
  /** Files of the case that go along, by their place */
  readonly files: readonly string[];
  /** Also those out of which hidden data could not be taken, as they are */
  readonly unclean: boolean;
};

export function firstChoices({ casework }: CaseView, language: Language): Choices {
  return {
    language,
    reporter: "left-out",
    to: "",
    reason: "",
    summary: casework.sheets.now?.content.summary ?? "",
    notes: [],
    hidden: [],
    hiddenFiles: [],
    files: [],
    unclean: false,
  };
}

/** What of it somebody typed or marked, beside what stood there at first. */
export function typedTexts(
  { to, reason, summary, hidden }: Choices,
  seal: Pick<SealChoices, "letter" | "checked"> | undefined,
  { summary: first }: Pick<Choices, "summary">,
): string[] {
  const texts = [to, reason, summary === first ? "" : summary, ...hidden, seal?.letter ?? "", seal?.checked ?? ""];
  return texts.filter((text) => text.trim() !== "");
}

/** Names of those that go although nobody looks into them for what is hidden: they are no plain text, as far as one is told. */
export function unsearchedFiles(view: Pick<CaseView, "conversation">, choices: Choices): string[] {
  if (choices.hidden.length === 0) return [];
  return chosenFiles(view, choices).flatMap(({ file }) => {
    const type = guessType(file);
    const isText = type !== undefined && TYPES[type].group === "text";
    return isText && file.size <= SEARCHED_BYTES ? [] : [file.name];
  });
}

export type Fault = "to" | "reason";

/** The reporter's words go to somebody, and for a reason; so does everything, for a reason. */
export function faultsIn({ reporter, to, reason }: Choices): Fault[] {
  const faults: Fault[] = [];
  if (reporter === "included" && to.trim() === "") faults.push("to");
  if (reason.trim() === "") faults.push("reason");
  return faults;
}

/** Words of the reporter in the handler's own summary. */
export function copiedIntoSummary(view: CaseView, { summary }: Choices): string[] {
  const { texts, whole } = ownTextsOf(view);
  return copiedFrom([...texts, ...whole], summary);
}

/** In the order in which they stand in the file, and so in the ZIP */
export function chosenFiles(
  view: Pick<CaseView, "conversation">,
  { files, hiddenFiles }: Pick<Choices, "files" | "hiddenFiles">,
): CaseFileEntry[] {
  return reportersFirst(filesOf(view), ({ place }) => place.direction === "reporter").filter(
    ({ place }) => files.includes(placeKey(place)) && !hiddenFiles.includes(placeKey(place)),
  );
}

/** What is written into the case before anything is made. */
export function recordOf(view: CaseView, choices: Choices): RecordContent<"export"> {
  const chosen = chosenFiles(view, choices);
  const reporter: ReporterPart = choices.reporter;
  return {
    kind: "export",
    form: "case-file",
    reporter,
    redacted: isRedacted(choices),
    files: chosen.length,
    reporterFiles: chosen.filter(({ place }) => place.direction === "reporter").length,
    to: choices.to.trim(),
    reason: choices.reason.trim(),
    rows: rowsGoing(view, choices),
  };
}

export type Around = { readonly office: Names; readonly channel: Names; readonly me: string; readonly today: string };

export function fileOf(
  view: CaseView,
  choices: Choices,
  { office, channel, me, today }: Around,
  { copies, trail }: Pick<CaseFileOrder, "copies" | "trail"> = { copies: new Map() },
): CaseFile {
  return caseFileOf({
    parts: view,
    about: { registerNumber: view.row.registerNumber, office, channel, names: view.names, by: me, on: today },
    asked: { ...choices, to: choices.to.trim(), reason: choices.reason.trim(), summary: choices.summary.trim() },
    copies,
    trail,
  });
}
