/** Records of which a case has one: each version in full, and the newest that holds. */
import { type Recorded, ofKind } from "./recorded.ts";

type Versioned = "protection" | "complaint" | "result";

type Version<Kind extends Versioned> = {
  readonly sequence: number;
  readonly by: string;
  readonly on: string;
  readonly content: Recorded<Kind>["record"];
  /** Made upon another version than the one before it */
  readonly overlooks: boolean;
};

export type Versions<Kind extends Versioned> = {
  readonly now: Version<Kind> | undefined;
  /** Newest first */
  readonly earlier: readonly Version<Kind>[];
};

export function foldVersions<Kind extends Versioned>(records: readonly Recorded[], kind: Kind): Versions<Kind> {
  const all = ofKind(records, kind);
  const versions = all.map(({ sequence, author, storedOn, record }, at) => ({
    sequence,
    by: author,
    on: storedOn,
    content: record,
    overlooks: record.after !== (all[at - 1]?.sequence ?? 0),
  }));
  return { now: versions.at(-1), earlier: versions.slice(0, -1).toReversed() };
}
