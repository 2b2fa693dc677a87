/** The office's book of bodies to which it seals packages: whose key is whose, and how that was checked. */
import { hexOf } from "../encoding/byte-schemas.ts";
import { isDay } from "../encoding/day.ts";
import * as z from "../encoding/zod.ts";
import { isSaid, recordLine } from "../records/texts.ts";
import { RECEIVING_BODIES } from "../rules/referrals.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";

/** More bodies than any office hands cases to; a hybrid key has two thousand letters. */
export const MOST_RECEIVERS = 60;

const saidLine = recordLine.check(z.refine(isSaid));

export const RECEIVERS = z.strictObject({
  receivers: z.readonly(
    z
      .array(
        z.strictObject({
          to: z.enum(RECEIVING_BODIES),
          name: saidLine,
          /** As age writes it */
          recipient: z.string().check(z.regex(/^age1[0-9a-z]{50,2500}$/u)),
          /** How the key was compared, when, and by whom */
          checked: saidLine,
          on: z.string().check(z.refine(isDay)),
          by: hexOf(ID_BYTES),
        }),
      )
      .check(z.maxLength(MOST_RECEIVERS)),
  ),
});

type Receivers = z.infer<typeof RECEIVERS>;
export type Receiver = Receivers["receivers"][number];
