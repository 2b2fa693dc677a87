/** Which other cases belong to this one: of each the newest word counts. */
import { fromHex } from "../../crypto/bytes.ts";
import { registerNumberOf } from "../../crypto/identity.ts";
import { type Recorded, ofKind } from "./recorded.ts";

export type Link = {
  /** The other case, as letters and calls name it; whoever lists it knows which it is */
  readonly registerNumber: string;
  /** `same-matter` or `related`; perhaps one of a later version */
  readonly relation: string;
  readonly reason: string;
  /** A member's id */
  readonly by: string;
  readonly on: string;
};

/** The first link first; those that were taken back are gone. */
export function foldLinks(records: readonly Recorded[]): Link[] {
  const links = new Map<string, Link>();
  for (const { record, author, storedOn } of ofKind(records, "link")) {
    const { relation, reason } = record;
    if (relation === "none") links.delete(record.case);
    else
      links.set(record.case, {
        registerNumber: registerNumberOf(fromHex(record.case)),
        relation,
        reason,
        by: author,
        on: storedOn,
      });
  }
  return [...links.values()];
}
