/** What the team has made of a case: its believed records, folded into what stands now. One fold an idea, beside this file. */
import { type Assignments, foldAssignments } from "./assignment.ts";
import { type Link, foldLinks } from "./links.ts";
import type { Readers } from "./readers.ts";
import { type Recorded, ofKind } from "./recorded.ts";
import { type Referral, foldReferrals } from "./referrals.ts";
import { type Sheets, foldSheets } from "./sheets.ts";
import { type Task, foldTasks } from "./tasks.ts";
import { type Versions, foldVersions } from "./versions.ts";

export type Casework = {
  readonly assignments: Assignments;
  /** The office's own words for the case, as they were set last */
  readonly labels: readonly string[];
  readonly readers: Readers;
  readonly sheets: Sheets;
  readonly tasks: readonly Task[];
  readonly protection: Versions<"protection">;
  readonly complaint: Versions<"complaint">;
  readonly result: Versions<"result">;
  /** How the report had come, where a member entered it */
  readonly source: Recorded<"source"> | undefined;
  readonly links: readonly Link[];
  /** Who has opened it although an own declared interest is named in it, oldest first */
  readonly interests: readonly Recorded<"interest">[];
  /** What has left the office of it, oldest first */
  readonly exports: readonly Recorded<"export">[];
  /** Packages that went to other bodies, and their receipts */
  readonly referrals: readonly Referral[];
};

/** @param readers to nobody else is anything given */
export function foldCasework(records: readonly Recorded[], readers: Readers): Casework {
  return {
    readers,
    assignments: foldAssignments(records, readers),
    labels: ofKind(records, "labels").at(-1)?.record.labels ?? [],
    sheets: foldSheets(records),
    tasks: foldTasks(records, readers.now),
    protection: foldVersions(records, "protection"),
    complaint: foldVersions(records, "complaint"),
    result: foldVersions(records, "result"),
    source: ofKind(records, "source").at(-1),
    links: foldLinks(records),
    interests: ofKind(records, "interest"),
    exports: ofKind(records, "export"),
    referrals: foldReferrals(records),
  };
}
