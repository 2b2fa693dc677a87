/** A suggestion that was looked at and not followed, and why: it does not come back. One that is followed leaves what it proposed. */
import { SUGGESTION_RULES } from "../rules/suggestions.ts";
import * as z from "../encoding/zod.ts";
import { isSaid, recordText } from "./texts.ts";

export const OVERRULING = {
  written: z.strictObject({
    rule: z.enum(SUGGESTION_RULES as readonly [string, ...string[]]),
    /** Number of the reporter's message that gave rise to it, 0 for the report */
    source: z.int().check(z.gte(0)),
    reason: recordText.check(z.refine(isSaid)),
  }),
  read: z.object({ rule: z.string(), source: z.number(), reason: z.string() }),
};
