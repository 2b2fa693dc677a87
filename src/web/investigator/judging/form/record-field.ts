/**
 * What a form of a record asks for, as one table: it is drawn, checked and compared with a colleague's version by it.
 * A path names a place in the record's content.
 */
import { MAX_RECORD_LINE_CODE_POINTS, MAX_RECORD_TEXT_CODE_POINTS, codePoints } from "../../../../protocol/limits.ts";
import { sayCode } from "../../../../words/codes.ts";
import { UNKNOWN } from "../../../../words/glossary.ts";
import type { Speech } from "../../../../words/speech.ts";
import type { Texts, TextsFor } from "../../../../words/text.ts";
import { FORM } from "../words.ts";

type Named = { readonly path: readonly string[]; readonly name: Texts; readonly hint?: Texts };
type Coded = { readonly names: TextsFor<string> };

export type RecordField = Named &
  (
    | { readonly kind: "text" | "line"; readonly required?: true }
    | { readonly kind: "day" }
    | { readonly kind: "tick" }
    | ({ readonly kind: "choice"; readonly none?: Texts } & Coded)
    | ({ readonly kind: "many" } & Coded)
    /** 1 to 4, or not judged yet */
    | { readonly kind: "scale" }
    /** A number with its reason */
    | { readonly kind: "scored" }
    /** Several of the same, each with these fields */
    | {
        readonly kind: "rows";
        readonly of: readonly RecordField[];
        readonly fresh: object;
        readonly add: Texts;
        readonly most: number;
      }
  );

export type Scored = { readonly score: number | null; readonly reason: string };

export function valueAt(content: object, path: readonly string[]): unknown {
  return path.reduce<unknown>((value, name) => (value as Record<string, unknown> | null)?.[name], content);
}

export function withValue<Content extends object>(content: Content, path: readonly string[], value: unknown): Content {
  const [name = "", ...rest] = path;
  const inner = (content as Record<string, unknown>)[name];
  return { ...content, [name]: rest.length === 0 ? value : withValue((inner ?? {}) as object, rest, value) };
}

/** A text as it stands; nothing where there is none. */
export function textOf(value: unknown): string {
  return typeof value === "string" ? value : "";
}

export function idOf(form: string, { path }: Pick<RecordField, "path">): string {
  return `${form}-${path.join("-")}`;
}

/** In words, as a conflict shows it. */
export function sayField(field: RecordField, content: object, speech: Speech): string {
  const { say, day } = speech;
  const value = valueAt(content, field.path);
  const named = (names: TextsFor<string>, code: unknown) => sayCode(say, names, textOf(code), UNKNOWN.code);
  switch (field.kind) {
    case "text":
    case "line":
      return textOf(value);
    case "day":
      return typeof value === "string" ? day(value) : "";
    case "tick":
      return say(value === true ? FORM.yes : FORM.no);
    case "scale":
      return typeof value === "number" ? String(value) : "";
    case "choice":
      return value === null || value === undefined ? "" : named(field.names, value);
    case "many":
      return (value as readonly string[]).map((code) => named(field.names, code)).join("\n");
    case "scored": {
      const { score, reason } = value as Scored;
      return [score === null ? "" : say(FORM.scoreOf, { score: String(score) }), reason]
        .filter((line) => line !== "")
        .join("\n");
    }
    case "rows":
      return (value as readonly object[])
        .map((row) =>
          field.of
            .map((one) => sayField(one, row, speech))
            .filter((text) => text !== "")
            .join(", "),
        )
        .join("\n");
  }
}

export function isSame(field: RecordField, a: object, b: object): boolean {
  return JSON.stringify(valueAt(a, field.path)) === JSON.stringify(valueAt(b, field.path));
}

/** Both in one, own first; undefined where that makes no sense. */
export function mergedValue(field: RecordField, own: object, stored: object): unknown {
  const [a, b] = [valueAt(own, field.path), valueAt(stored, field.path)];
  const joined = (one: string, other: string, by: string) => [one, other].filter((text) => text.trim() !== "").join(by);
  switch (field.kind) {
    case "text":
      return joined(textOf(a), textOf(b), "\n\n");
    case "line":
      return joined(textOf(a), textOf(b), "; ");
    case "many":
      return [...new Set([...(a as readonly string[]), ...(b as readonly string[])])];
    case "scored": {
      const [mine, theirs] = [a as Scored, b as Scored];
      return { score: mine.score ?? theirs.score, reason: joined(mine.reason, theirs.reason, "\n\n") };
    }
    case "rows": {
      const all = [...(a as readonly object[]), ...(b as readonly object[])].map((row) => JSON.stringify(row));
      return [...new Set(all)].slice(0, field.most).map((row) => JSON.parse(row) as object);
    }
    case "choice":
    case "day":
    case "scale":
    case "tick":
      return undefined;
  }
}

export type FieldFault = { readonly field: RecordField; readonly text: Texts };

/** What stands in the way of saving, in the order of the form. */
export function faultsIn(fields: readonly RecordField[], content: object): FieldFault[] {
  return fields.flatMap((field) => {
    const text = faultOf(field, valueAt(content, field.path));
    return text === undefined ? [] : [{ field, text }];
  });
}

function faultOf(field: RecordField, value: unknown): Texts | undefined {
  const isTooLong = (text: string, limit: number) => codePoints(text) > limit;
  switch (field.kind) {
    case "text":
    case "line": {
      const text = textOf(value);
      if (field.required === true && text.trim() === "") return FORM.missing;
      const limit = field.kind === "text" ? MAX_RECORD_TEXT_CODE_POINTS : MAX_RECORD_LINE_CODE_POINTS;
      return isTooLong(text, limit) ? (field.kind === "text" ? FORM.textTooLong : FORM.lineTooLong) : undefined;
    }
    case "scored": {
      const { score, reason } = value as Scored;
      if (score !== null && reason.trim() === "") return FORM.reasonMissing;
      return isTooLong(reason, MAX_RECORD_TEXT_CODE_POINTS) ? FORM.textTooLong : undefined;
    }
    case "choice": {
      // Of a later version, which this one cannot write.
      const isKnown = value === null ? field.none !== undefined : Object.hasOwn(field.names, textOf(value));
      return isKnown ? undefined : FORM.choose;
    }
    case "many":
      return (value as readonly string[]).every((code) => Object.hasOwn(field.names, code)) ? undefined : FORM.choose;
    case "rows":
      return (value as readonly object[]).flatMap((row) => faultsIn(field.of, row))[0]?.text;
    case "day":
    case "scale":
    case "tick":
      return undefined;
  }
}
