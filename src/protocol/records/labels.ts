/** The office's own words for a case: all that it has from now on. */
import { MAX_LABELS, MAX_LABEL_CODE_POINTS, codePoints } from "../limits.ts";
import * as z from "../encoding/zod.ts";

const label = z
  .string()
  .check(z.refine((text) => text.trim() === text && text !== "" && codePoints(text) <= MAX_LABEL_CODE_POINTS));

export const LABELS = {
  written: z.strictObject({
    labels: z
      .readonly(z.array(label))
      .check(z.refine((all) => all.length <= MAX_LABELS && new Set(all).size === all.length)),
  }),
  read: z.object({ labels: z.readonly(z.array(z.string())) }),
};
