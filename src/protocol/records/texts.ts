/** Texts and days in records. */
import { isDay } from "../encoding/day.ts";
import { MAX_RECORD_LINE_CODE_POINTS, MAX_RECORD_TEXT_CODE_POINTS, codePoints } from "../limits.ts";
import * as z from "../encoding/zod.ts";

/** A paragraph or a page; may be empty. */
export const recordText = z.string().check(z.refine((text) => codePoints(text) <= MAX_RECORD_TEXT_CODE_POINTS));
/** A line; may be empty. */
export const recordLine = z.string().check(z.refine((text) => codePoints(text) <= MAX_RECORD_LINE_CODE_POINTS));
/** "2026-11-25", or null where none was named */
export const recordDay = z.nullable(z.string().check(z.refine(isDay)));
/** Number of the record in `internal` that this one was made upon: its version before, 0 for none. */
export const madeUpon = z.int().check(z.gte(0));

export function isSaid(text: string): boolean {
  return text.trim() !== "";
}
