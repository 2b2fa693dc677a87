/** A complaint about a service: a short path, without the weight of an investigation (UU 25/2009, pasal 36 to 50). */
import { COMPLAINT_RECEIVERS } from "../rules/complaints.ts";
import * as z from "../encoding/zod.ts";
import { isSaid, madeUpon, recordDay, recordLine, recordText } from "./texts.ts";

const text = z.string();

export const COMPLAINT = {
  written: z.strictObject({
    after: madeUpon,
    service: recordLine,
    unit: recordLine,
    answer: recordText,
    /** What was handed on: identifies nobody, and holds none of the reporter's words */
    handedOn: z.nullable(
      z.strictObject({
        to: z.enum(COMPLAINT_RECEIVERS),
        text: recordText.check(z.refine(isSaid)),
        on: recordDay,
        reference: recordLine,
      }),
    ),
    done: z.boolean(),
  }),
  read: z.object({
    after: z.number(),
    service: text,
    unit: text,
    answer: text,
    handedOn: z.nullable(z.object({ to: text, text, on: z.nullable(text), reference: text })),
    done: z.boolean(),
  }),
};
