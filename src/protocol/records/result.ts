/** Which class a finding has, and why. Each version is a record of its own; the newest holds. */
import { RESULT_CLASSES } from "../rules/results.ts";
import * as z from "../encoding/zod.ts";
import { isSaid, madeUpon, recordText } from "./texts.ts";

export const RESULT = {
  written: z
    .strictObject({ after: madeUpon, result: z.nullable(z.enum(RESULT_CLASSES)), reason: recordText })
    .check(z.refine(({ result, reason }) => result === null || isSaid(reason))),
  read: z.object({ after: z.number(), result: z.nullable(z.string()), reason: z.string() }),
};
