/** Something to do: what, who, until when; and that it is done, or not after all. */
import { ID_BYTES } from "../../crypto/id-size.ts";
import { hexOf } from "../encoding/byte-schemas.ts";
import { TASK_ID_BYTES, TASK_ORIGINS } from "../rules/tasks.ts";
import * as z from "../encoding/zod.ts";
import { isSaid, madeUpon, recordDay, recordLine } from "./texts.ts";

const text = z.string();

export const TASK = {
  written: z.strictObject({
    task: hexOf(TASK_ID_BYTES),
    after: madeUpon,
    what: recordLine.check(z.refine(isSaid)),
    /** A member's id; null where it is anybody's */
    who: z.nullable(hexOf(ID_BYTES)),
    until: recordDay,
    from: z.enum(TASK_ORIGINS),
    /** Code of the rule, or number of the note; empty by hand */
    of: recordLine,
  }),
  read: z.object({
    task: text,
    after: z.number(),
    what: text,
    who: z.nullable(text),
    until: z.nullable(text),
    from: text,
    of: text,
  }),
};

export const TASK_DONE = {
  written: z.strictObject({
    task: hexOf(TASK_ID_BYTES),
    /** False where it is to be done after all */
    done: z.boolean(),
    text: recordLine,
  }),
  read: z.object({ task: text, done: z.boolean(), text }),
};
