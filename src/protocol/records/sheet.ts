/** A triage sheet, and what a second member says of it. Each version is a record of its own; the newest holds. */
import { CATEGORIES } from "../rules/casework.ts";
import { ELEMENTS, HIGHEST_SCORE, LOWEST_SCORE, RECOMMENDATIONS, SCORES } from "../rules/triage.ts";
import * as z from "../encoding/zod.ts";
import { isSaid, madeUpon, recordText } from "./texts.ts";

const text = z.string();

function each<Code extends string, Value extends z.core.$ZodType>(codes: readonly Code[], value: Value) {
  return Object.fromEntries(codes.map((code) => [code, value])) as { [C in Code]: Value };
}

/** No number without a reason, and no reason is asked for where no number was given yet. */
const scored = z
  .strictObject({ score: z.nullable(z.int().check(z.gte(LOWEST_SCORE), z.lte(HIGHEST_SCORE))), reason: recordText })
  .check(z.refine(({ score, reason }) => score === null || isSaid(reason)));

export const SHEET = {
  written: z.strictObject({
    after: madeUpon,
    scores: z.strictObject(each(SCORES, scored)),
    elements: z.strictObject(each(ELEMENTS, z.boolean())),
    category: z.enum(CATEGORIES),
    summary: recordText,
    plan: recordText,
    recommendation: z
      .strictObject({ action: z.nullable(z.enum(RECOMMENDATIONS)), reason: recordText })
      .check(z.refine(({ action, reason }) => action === null || isSaid(reason))),
  }),
  read: z.object({
    after: z.number(),
    scores: z.object(each(SCORES, z.object({ score: z.nullable(z.number()), reason: text }))),
    elements: z.object(each(ELEMENTS, z.boolean())),
    category: text,
    summary: text,
    plan: text,
    recommendation: z.object({ action: z.nullable(text), reason: text }),
  }),
};

/** Of another than the sheet's author: agreeing, or not and why. */
export const SHEET_AGREEMENT = {
  written: z
    .strictObject({ sheet: z.int().check(z.gte(1)), agrees: z.boolean(), text: recordText })
    .check(z.refine(({ agrees, text: reason }) => agrees || isSaid(reason))),
  read: z.object({ sheet: z.number(), agrees: z.boolean(), text }),
};
