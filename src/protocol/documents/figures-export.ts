/** That exact figures left the desk as a file: each time a version of an office document of its own. */
import { isDay } from "../encoding/day.ts";
import * as z from "../encoding/zod.ts";

const day = z.string().check(z.refine(isDay));

export const FIGURES_EXPORT = z.strictObject({
  on: day,
  /** Figures as tables, or one of the files for evaluators */
  what: z.enum(["figures", "report", "sheet", "folder", "spbe"]),
  form: z.enum(["xlsx", "csv", "html", "zip"]),
  /** First and last day of the period */
  from: day,
  to: day,
});

export type FiguresExport = z.infer<typeof FIGURES_EXPORT>;
