/** That something of the case has left the office: written before it is made or printed (docs/protocol.md, "Case file"). */
import { MAX_FILES_A_CASE } from "../limits.ts";
import * as z from "../encoding/zod.ts";
import { isSaid, recordLine, recordText } from "./texts.ts";

/** `included`: with the reporter's own words, and days that could reveal who it is */
const REPORTER_PARTS = ["left-out", "included"] as const;
export type ReporterPart = (typeof REPORTER_PARTS)[number];

/** `protection-sheet`: printed, for LPSK */
const EXPORT_FORMS = ["case-file", "protection-sheet"] as const;

const rowNumber = z.int().check(z.gte(1));
/** First and last of rows that stand behind one another in the case; a copy numbers them all from 1 */
const runs = z.array(z.tuple([rowNumber, rowNumber]));
const readRuns = z.array(z.tuple([z.number(), z.number()]));

const count = z.int().check(z.gte(0), z.lte(MAX_FILES_A_CASE));

export const EXPORT = {
  written: z.strictObject({
    form: z.enum(EXPORT_FORMS),
    reporter: z.enum(REPORTER_PARTS),
    /** Passages or files were hidden */
    redacted: z.boolean(),
    /** Files of the case that went along, and how many of them the reporter had sent */
    files: count,
    reporterFiles: count,
    /** Who gets it; empty where nobody is named */
    to: recordLine,
    reason: recordText.check(z.refine(isSaid)),
    /** Which rows of each direction went along: the copy itself tells no numbers of the case */
    rows: z.strictObject({ team: runs, reporter: runs, internal: runs }),
  }),
  read: z.object({
    form: z.string(),
    reporter: z.string(),
    redacted: z.boolean(),
    files: z.number(),
    reporterFiles: z.number(),
    to: z.string(),
    reason: z.string(),
    rows: z.object({ team: readRuns, reporter: readRuns, internal: readRuns }),
  }),
};
