/** What checking an exported log comes to. */
import type { LeafKind } from "../../protocol/audit/leaf.ts";
import type { Member } from "../../protocol/directory/directory.ts";

/** Why a log does not hold; each has its sentence in `src/words/failures`. */
export type AuditFaultCode =
  /** The file is something else. */
  | "no-export"
  /** A line that is not of the format. */
  | "malformed"
  /** It ends before its last checkpoint, or that one counts more entries: the end is missing. */
  | "cut"
  /** Entries behind those that the last checkpoint counts. */
  | "beyond"
  /** Somebody saw more entries than stand before: some were taken out. */
  | "removed"
  /** An entry stands in another place than it did. */
  | "moved"
  /** Among those before, something is not what it was. */
  | "changed"
  /** Its author was shown another log than those before: there were two. */
  | "split-view"
  /** The same act once more. */
  | "repeated"
  | "hour-back"
  /** The signature is not its author's: the entry was made up or changed. */
  | "bad-signature"
  /** Its author is not in the directory, or not any more. */
  | "unknown-member"
  | "suspended-member"
  /** It names another directory than the newest before it. */
  | "other-directory"
  /** The document is not the one whose hash the leaf holds. */
  | "other-document"
  /** The directory is not signed as it must be, or does not follow the one before. */
  | "bad-directory"
  | "bad-statement"
  /** A checkpoint of another log, or not signed by this log's key, or by one that the log does not name. */
  | "bad-checkpoint"
  /** The roots are others than those whose fingerprint was given. */
  | "other-roots"
  /** The log's key is another than the one that was given. */
  | "other-key"
  /** The checkpoint to compare with is none, or of another log. */
  | "bad-earlier"
  /** The log is shorter than it was at the earlier checkpoint. */
  | "rolled-back"
  /** The log is another than it was at the earlier checkpoint: there are two. */
  | "forked";

/** The first entry that does not hold lies between these two, from 1; they are one where it is known which it is. */
export type AuditFault = {
  readonly code: AuditFaultCode;
  readonly first: number;
  readonly last: number;
  /** Of that one entry */
  readonly kind: LeafKind | undefined;
  /** Who saw another log, and has signed that: in which entry first, and in how many; of what only acts tell */
  readonly by?:
    | { readonly id: string; readonly names: Member["names"]; readonly entry: number; readonly acts: number }
    | undefined;
};

export type AuditSummary = {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Newest verifier key of the log, as signed notes have it */
  readonly key: string;
  /** Of the newest directory; undefined where none is shown: then nobody has proved whose log it is */
  readonly rootsFingerprint: Uint8Array | undefined;
  /** Entries by kind */
  readonly counts: Readonly<Record<LeafKind, number>>;
  /** Entries of which the hash alone is shown, as those about cases that whoever exported does not have: their place is sure, and nothing else of them */
  readonly hidden: number;
  /** Hours since 1970 of the first and the last entry; undefined in an empty log */
  readonly hours: { readonly first: number; readonly last: number } | undefined;
  /** How many entries the earlier checkpoint had, where one was compared */
  readonly since: number | undefined;
};

export type AuditVerdict =
  | { readonly holds: true; readonly summary: AuditSummary }
  /** The first, and all that were found: one act that does not fit hides nothing behind it */
  | { readonly holds: false; readonly fault: AuditFault; readonly faults: readonly AuditFault[] };
