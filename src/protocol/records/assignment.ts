/** Who works on a case. */
import { ID_BYTES } from "../../crypto/identity.ts";
import { hexOf } from "../byte-schemas.ts";
import * as z from "../zod.ts";

const fields = {
  /** A member's id; null gives the case back to nobody */
  to: z.nullable(hexOf(ID_BYTES)),
  /** May be empty where the case is nobody's */
  reason: z.string(),
};

export const ASSIGNMENT = { written: z.strictObject(fields), read: z.object(fields) };
