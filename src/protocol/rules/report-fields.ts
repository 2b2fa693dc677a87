/**
 * What a reporter answers: one table, in the order in which the answers stand in a sealed report (docs/protocol.md,
 * "Contents"). Schema, limits, summary, form, desk and commands follow from it; a new row asks the compiler for its name
 * in each language (words/glossary) and for its control in the form (web/reporter/screens).
 */
import type { Category } from "./casework.ts";
import { MAX_TITLE_CODE_POINTS } from "../limits.ts";

/** What an answer of each kind is. */
type Values = {
  category: Category;
  /** Without control characters */
  line: string;
  text: string;
  /** Whole rupiah; null where no number was named */
  amount: number | null;
  /** BCP 47: of the texts, and never asked for */
  language: string;
};
export type FieldKind = keyof Values;

type Row = {
  readonly kind: FieldKind;
  readonly required?: true;
  /** Code points; all texts together have a limit as well (limits.ts) */
  readonly atMost?: number;
  /** Its name in the summary, which lists and the head of a case show; the others stand in the report itself */
  readonly inSummary?: string;
};

const TABLE = {
  category: { kind: "category", inSummary: "category" },
  unitName: { kind: "line", required: true, atMost: MAX_TITLE_CODE_POINTS, inSummary: "unit" },
  title: { kind: "line", atMost: MAX_TITLE_CODE_POINTS, inSummary: "title" },
  what: { kind: "text", required: true },
  where: { kind: "text" },
  when: { kind: "text" },
  who: { kind: "text" },
  how: { kind: "text" },
  evidence: { kind: "text" },
  amountIDR: { kind: "amount" },
  language: { kind: "language" },
} as const satisfies Readonly<Record<string, Row>>;

type Table = typeof TABLE;
export type Field = keyof Table;
export const FIELDS: Readonly<Record<Field, Row>> = TABLE;
export const FIELD_CODES = Object.keys(TABLE) as readonly Field[];

/** Fields that agree with a part of a row. */
type FieldsWith<Part> = { [F in Field]: Table[F] extends Part ? F : never }[Field];
export type KindOf<F extends Field> = Table[F]["kind"];
export type TextField = FieldsWith<{ kind: "line" | "text" }>;
/** Those that can be found wrong by themselves. */
export type CheckedField = FieldsWith<{ required: true }> | FieldsWith<{ atMost: number }>;
/** Those that a form asks for. */
export type AskedField = Exclude<Field, FieldsWith<{ kind: "language" }>>;

export type Answers = { [F in Field]: Values[KindOf<F>] };
/** Answers as they are read: a category of a later version is a text, and an amount may be one that no form takes. */
export type ReadAnswers = { [F in Field]: KindOf<F> extends "category" ? string : Values[KindOf<F>] };
/** What lists show of a report, each under its name there. */
export type Summary<Of extends ReadAnswers = Answers> = {
  [F in Field as Table[F] extends { inSummary: infer Name extends string } ? Name : never]: Of[F];
};

export const TEXT_FIELDS = FIELD_CODES.filter((field): field is TextField => isText(FIELDS[field].kind));

function isText(kind: FieldKind): boolean {
  return kind === "line" || kind === "text";
}

/** Nothing is answered yet: who does not know the category leaves it to the office, and the language is undetermined. */
const EMPTY: Values = { category: "lainnya", line: "", text: "", amount: null, language: "und" };
export const EMPTY_ANSWERS = Object.fromEntries(
  FIELD_CODES.map((field) => [field, EMPTY[FIELDS[field].kind]]),
) as Readonly<Answers>;
