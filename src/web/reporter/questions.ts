/** A step of the form as a table of its questions, in their order: most are a text as it is typed, some have a control of their own. */
import { findingsInFields } from "../../client/case/findings.ts";
import type { Finding } from "../../client/refusal.ts";
import {
  type AskedField,
  type CheckedField,
  EMPTY_ANSWERS,
  FIELDS,
  type TextField,
} from "../../protocol/rules/report-fields.ts";
import type { Text } from "../../words/text.ts";
import type { App } from "./app.ts";
import { composeAnswers } from "./compose.ts";
import type { Child } from "./element.ts";
import { type FieldError, type TextField as TextFieldOf, textField } from "./fields.ts";
import { findUnit } from "./unit-search.ts";
import type { ScreenWords } from "./words.ts";

type Words = {
  readonly hint?: string;
  /** The link to an answer that cannot stay as it is, and what is said where there is none */
  readonly link?: string;
  readonly missing?: string;
  readonly missingLink?: string;
};

type Question = {
  readonly words?: (text: ScreenWords) => Words;
  readonly rows?: number;
  /** Code points that are counted below it, where the field itself has no limit */
  readonly atMost?: number;
  readonly control?: (asking: Asking) => Child;
};

export type Asking = { readonly app: App; readonly errors: readonly FieldError[]; readonly gone: AbortSignal };

/** Questions for these fields. What can be wrong with an answer must have its words. */
export type Questions<F extends AskedField> = {
  readonly [Each in F]: Question &
    (Each extends CheckedField
      ? { readonly words: (text: ScreenWords) => Words & { readonly link: string } }
      : unknown);
};
type Some = Partial<Questions<AskedField>>;

export function fieldsOf(questions: Some): AskedField[] {
  return Object.keys(questions) as AskedField[];
}

/** The channel that serves the unit as it is typed; undefined where the office has said none. */
export function channelOfUnit({ draft, units }: App): string | undefined {
  return findUnit(units.now ?? [], draft.unitName)?.channel;
}

/** Whether the channel to which this goes asks for it; what was written already stays to be seen. */
export function isAsked(app: App, field: AskedField): boolean {
  const { delivery, draft, recipients, text, language } = app;
  const id = draft.channelId ?? channelOfUnit(app) ?? recipients.now?.channels[0]?.id ?? "";
  const leavesOut: readonly AskedField[] = delivery.channels[id]?.leavesOut ?? [];
  return !leavesOut.includes(field) || composeAnswers(draft, text, language)[field] !== EMPTY_ANSWERS[field];
}

export function controlsOf(questions: Some, asking: Asking): Child[] {
  return fieldsOf(questions)
    .filter((field) => isAsked(asking.app, field))
    .map(
      (field) =>
        questions[field]?.control?.(asking) ?? textField(asking.app, textOf(questions, field as TextField, asking)),
    );
}

/** A text that goes into the draft as it is typed. */
export function textOf(questions: Some, field: TextField, { app, errors }: Asking): TextFieldOf {
  const { draft, text } = app;
  const rule = FIELDS[field];
  const { words, rows, atMost = rule.atMost } = questions[field] ?? {};
  return {
    id: field,
    label: text.fields[field],
    mark: rule.required ? text.required : text.optional,
    hint: words?.(text).hint,
    value: draft[field],
    input: (value) => (draft[field] = value),
    rows,
    limit: atMost,
    errors,
  };
}

/** What can be told without the part that seals; it looks again, at everything, before it seals. */
export function errorsIn(app: App, questions: Some): FieldError[] {
  return errorsOf(app, questions, findingsInFields(composeAnswers(app.draft, app.text, app.language)));
}

/** What was found wrong, at the field of this step where it can be mended. */
export function errorsOf({ text, say }: App, questions: Some, findings: readonly Finding[]): FieldError[] {
  return findings.flatMap(({ field: found, code, limit = 0, actual = 0 }) => {
    // All text together is shortened where there is most of it.
    const field = found in FIELDS ? (found as AskedField) : "what";
    const { link = "", missing = "", missingLink = "" } = questions[field]?.words?.(text) ?? {};
    if (link === "") return [];
    if (code === "missing") return { field, message: missing, link: missingLink, missing: true };
    const { review, tooLong } = text;
    const messages: Readonly<Record<typeof code, Text>> = {
      "control-characters": review.control,
      "too-many-bytes": review.bytes,
      "too-long": field === "what" ? review.all : tooLong,
    };
    return { field, message: say(messages[code], { limit, actual }), link };
  });
}
