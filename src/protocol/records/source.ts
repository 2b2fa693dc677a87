/** That a member entered the report: how it had come, and whether the person has a code to come back with. */
import { isDay } from "../encoding/day.ts";
import { SOURCE_WAYS } from "../rules/source-ways.ts";
import * as z from "../encoding/zod.ts";
import { recordText } from "./texts.ts";

const text = z.string();

export const SOURCE = {
  written: z.strictObject({
    way: z.enum(SOURCE_WAYS),
    receivedOn: text.check(z.refine(isDay)),
    note: recordText,
    code: z.boolean(),
  }),
  read: z.object({ way: text, receivedOn: text, note: text, code: z.boolean() }),
};
