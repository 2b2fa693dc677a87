/** A member has opened the case although an own declared interest is named in it (docs/protocol.md, "Declared interests"). */
import { hexOf } from "../encoding/byte-schemas.ts";
import { INTEREST_ID_BYTES, INTEREST_KINDS } from "../rules/interests.ts";
import * as z from "../encoding/zod.ts";
import { isSaid, recordText } from "./texts.ts";

/** Of the interest its kind alone: unit and person are for the leads, and not for everybody who reads the case. */
export const INTEREST = {
  written: z.strictObject({
    interest: hexOf(INTEREST_ID_BYTES),
    of: z.enum(INTEREST_KINDS),
    reason: recordText.check(z.refine(isSaid)),
  }),
  read: z.object({ interest: z.string(), of: z.string(), reason: z.string() }),
};
