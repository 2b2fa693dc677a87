/** That another case belongs to this one (docs/decisions/0075). */
import { HASH_BYTES } from "../../crypto/sodium.ts";
import { hexOf } from "../encoding/byte-schemas.ts";
import * as z from "../encoding/zod.ts";
import { isSaid, recordText } from "./texts.ts";

/** `same-matter`: what is found out in one holds for both; `none` takes a link back. */
export const LINK_RELATIONS = ["same-matter", "related", "none"] as const;
export type LinkRelation = (typeof LINK_RELATIONS)[number];

export const LINK = {
  written: z.strictObject({
    /** The other case's id */
    case: hexOf(HASH_BYTES),
    relation: z.enum(LINK_RELATIONS),
    reason: recordText.check(z.refine(isSaid)),
  }),
  read: z.object({ case: hexOf(HASH_BYTES), relation: z.string(), reason: z.string() }),
};
