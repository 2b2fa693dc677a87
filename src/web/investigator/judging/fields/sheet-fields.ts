/** What a triage sheet asks for, and what an empty one holds. */
import { type SheetContent, emptySheet } from "../../../../client/casework/sheets.ts";
import type { ReadAnswers } from "../../../../protocol/rules/report-fields.ts";
import { ELEMENTS, SCORES } from "../../../../protocol/rules/triage.ts";
import { CATEGORY_NAMES } from "../../../../words/glossary.ts";
import { ELEMENT_NAMES, RECOMMENDATION_NAMES, SCORE_NAMES } from "../../../../words/judging.ts";
import type { RecordField } from "../form/record-field.ts";
import type { RecordFormOf } from "../form/use-record-form.ts";
import { SHEET } from "../words.ts";

export const SCORE_FIELDS = SCORES.map((code) => ({
  kind: "scored" as const,
  code,
  path: ["scores", code],
  name: SCORE_NAMES[code],
}));

export const ELEMENT_FIELDS: readonly RecordField[] = ELEMENTS.map((code) => ({
  kind: "tick",
  path: ["elements", code],
  name: ELEMENT_NAMES[code],
}));

export const TEXT_FIELDS: readonly RecordField[] = [
  { kind: "choice", path: ["category"], name: SHEET.category, names: CATEGORY_NAMES },
  { kind: "text", path: ["summary"], name: SHEET.summary, hint: SHEET.summaryHint },
  { kind: "text", path: ["plan"], name: SHEET.plan },
];

export const RECOMMENDATION_FIELDS: readonly RecordField[] = [
  {
    kind: "choice",
    path: ["recommendation", "action"],
    name: SHEET.recommendation,
    names: RECOMMENDATION_NAMES,
    none: SHEET.noRecommendation,
  },
  { kind: "text", path: ["recommendation", "reason"], name: SHEET.recommendationReason },
];

export const SHEET_FIELDS: readonly RecordField[] = [
  ...SCORE_FIELDS,
  ...ELEMENT_FIELDS,
  ...TEXT_FIELDS,
  ...RECOMMENDATION_FIELDS,
];

export function sheetForm(answers: ReadAnswers): RecordFormOf<SheetContent> {
  return {
    name: "sheet",
    versionsIn: ({ casework: { sheets } }) =>
      (sheets.now === undefined ? [] : [sheets.now, ...sheets.earlier]) as never,
    fresh: emptySheet(answers),
    recordOf: ({ scores, elements, category, summary, plan, recommendation }, after) => ({
      kind: "sheet",
      after,
      scores,
      elements,
      category,
      summary,
      plan,
      recommendation,
    }),
  };
}
