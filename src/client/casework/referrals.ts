/** Packages that went to other bodies, each with the newest receipt that came back for it. */
import type { ReadRecord } from "../../protocol/records.ts";
import { type Recorded, ofKind } from "./recorded.ts";

export type Referral = {
  readonly sequence: number;
  /** Who wrote it down: a member's id, and the day */
  readonly by: string;
  readonly storedOn: string;
  readonly content: ReadRecord<"referral-package">;
  readonly receipt: Recorded<"referral-receipt"> | undefined;
};

/** In the order in which they left. A receipt for a package that nobody wrote down, or for a later one, has no effect. */
export function foldReferrals(records: readonly Recorded[]): Referral[] {
  const receipts = ofKind(records, "referral-receipt");
  return ofKind(records, "referral-package").map(({ sequence, author, storedOn, record }) => ({
    sequence,
    by: author,
    storedOn,
    content: record,
    receipt: receipts.findLast((one) => one.record.package === sequence && one.sequence > sequence),
  }));
}
