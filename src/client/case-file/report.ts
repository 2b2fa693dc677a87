/** The reporter's own part: what of an opened case nobody but the reporter wrote, and what must not be repeated where it is left out. */
import type { FilesContent, ReadMessage } from "../../protocol/content.ts";
import { type ReadAnswers, TEXT_FIELDS } from "../../protocol/rules/report-fields.ts";
import type { Entry } from "../case/chain.ts";
import type { OpenedCase } from "../casework/opened-case.ts";

export type ReportAnswers = ReadAnswers;

type FileFacts = { readonly id: string; readonly name: string; readonly type: string; readonly size: number };

/** A message as a page has it too: without keys */
export type CaseMessage =
  | Exclude<ReadMessage, FilesContent | { kind: "epoch" }>
  | { readonly kind: "epoch" }
  | { readonly kind: "files"; readonly text: string; readonly files: readonly FileFacts[] };

export type CaseEntry = Pick<Entry, "direction" | "sequence" | "storedOn" | "author" | "effective"> & {
  readonly message: CaseMessage | undefined;
};

/** Of an opened case, whoever opened it */
export type CaseParts = Pick<
  OpenedCase<CaseEntry>,
  "answers" | "state" | "course" | "conversation" | "notes" | "records" | "casework" | "announced" | "unknown"
>;

/** Texts in which five words in a row are the reporter's; and those that are known by all their words. */
export function ownTextsOf({ answers, conversation, announced, unknown }: CaseParts): {
  readonly texts: readonly string[];
  readonly whole: readonly string[];
} {
  const messages = conversation.flatMap(({ direction, message }) =>
    direction === "reporter" && message !== undefined ? [message] : [],
  );
  const said = messages.flatMap((message) => ("text" in message ? [message.text] : []));
  const names = messages.flatMap((message) => (message.kind === "files" ? message.files.map(({ name }) => name) : []));
  return {
    texts: [...TEXT_FIELDS.map((field) => answers[field]), ...said, ...unknown.map(({ value }) => value)],
    // Units, places and people of short answers are facts of the case, in the office's own texts too.
    whole: [answers.title, ...said, ...names, ...announced.map(({ name }) => name)],
  };
}
