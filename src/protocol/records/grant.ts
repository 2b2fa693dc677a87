/** A case is given to a member who did not read it (docs/protocol.md, "Who reads a case"). */
import { ID_BYTES } from "../../crypto/id-size.ts";
import { HASH_BYTES } from "../../crypto/sodium.ts";
import { hexOf } from "../encoding/byte-schemas.ts";
import * as z from "../encoding/zod.ts";

const point = { sequence: z.int().check(z.gte(0), z.lte(0xffff_ffff)), hash: hexOf(HASH_BYTES) };

const fields = {
  /** hash("open-part", …) of what stands before this row */
  openPart: hexOf(HASH_BYTES),
  to: hexOf(ID_BYTES),
  reason: z.string(),
};

const strict = z.strictObject(point);
const open = z.object(point);

/** `seen`: newest message of each direction that the author had seen; less than this shown to the newcomer is an alarm. */
export const GRANT = {
  written: z.strictObject({
    ...fields,
    seen: z.strictObject({ reporter: strict, team: strict, internal: strict }),
  }),
  read: z.object({ ...fields, seen: z.object({ reporter: open, team: open, internal: open }) }),
};
