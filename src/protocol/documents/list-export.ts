/** That a list of cases left the desk as a table: each time a version of an office document of its own. */
import { isDay } from "../encoding/day.ts";
import * as z from "../encoding/zod.ts";
import { isSaid, recordText } from "../records/texts.ts";

export const LIST_EXPORT = z
  .strictObject({
    on: z.string().check(z.refine(isDay)),
    form: z.enum(["xlsx", "csv"]),
    /** How many cases stand in it */
    cases: z.int().check(z.gte(0)),
    /** Whether titles and units went along as reporters wrote them */
    titles: z.boolean(),
    /** Whether days of arrival and what is counted from them went along */
    days: z.boolean(),
    reason: recordText,
  })
  .check(z.refine(({ titles, days, reason }) => (!titles && !days) || isSaid(reason)));

export type ListExport = z.infer<typeof LIST_EXPORT>;
