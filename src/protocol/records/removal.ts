/** Members are taken out of a case: its keys change, and who remains has the new ones (docs/protocol.md, "Who reads a case"). */
import { ID_BYTES } from "../../crypto/id-size.ts";
import { HASH_BYTES, SEALING_KEY_BYTES } from "../../crypto/sodium.ts";
import { base64urlOf, hexOf } from "../encoding/byte-schemas.ts";
import { REMOVAL_GROUNDS } from "../rules/interests.ts";
import * as z from "../encoding/zod.ts";

const member = hexOf(ID_BYTES);

const fields = {
  /** hash("open-part", …) of what stands before this row */
  openPart: hexOf(HASH_BYTES),
  /** Ids; together all who read until now, each once */
  removed: z.readonly(z.array(member)),
  remains: z.readonly(z.array(member)),
  /** Of the epoch that begins */
  teamPublicKey: base64urlOf(SEALING_KEY_BYTES),
  reason: z.string(),
};

/** `interest`: which kind of interest those who are taken out have declared, or that they are named, where that is why. */
export const REMOVAL = {
  written: z.strictObject({ ...fields, interest: z.nullable(z.enum(REMOVAL_GROUNDS)) }),
  read: z.object({ ...fields, interest: z.nullable(z.string()) }),
};
