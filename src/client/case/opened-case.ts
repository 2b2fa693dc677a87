/** A case that a member has opened, as plain data: the one shape for client, vault, page and command line. */
import type { State } from "../../protocol/casework.ts";
import type { AnnouncedFile } from "../../protocol/content.ts";
import type { Answers } from "../../protocol/report-fields.ts";
import type { Entry } from "./chain.ts";

export type MemberCaseAlarm =
  /** Another report under this case id than the one this member opened before: its reporter, or who holds the words, sealed two. */
  | "other-report"
  /** Fewer messages, or others, than this member has seen before. */
  | "less-than-before"
  /** What this member's client had noted about the case does not open: what was seen before is not known. */
  | "wrap"
  /** A message acknowledges another that is not shown. */
  | "hidden"
  /** Messages that the server counts are not shown. */
  | "withheld"
  /** An answer in this case names another team key. */
  | "team-key"
  /** The server's column and the newest signed status differ. */
  | "state-differs"
  /** A message is forged, forked or unfit: see its entry. */
  | "conversation";

/** Holds no key, so that a page may see all of it once its messages are made fit for one. */
export type OpenedCase<Message = Entry> = {
  readonly answers: Answers;
  readonly identityGiven: boolean;
  /** Ids of those to whom the report was sealed */
  readonly recipients: readonly string[];
  /** Ids of recipients whom the reporter excluded */
  readonly excluded: readonly string[];
  /** Ids of recipients removed from the directory since the report was sealed: it was sealed to them all the same */
  readonly removedRecipients: readonly string[];
  /** Which directory the report was sealed under, and the fingerprint of the reader's own key in it; hexadecimal */
  readonly sealedUnder: {
    readonly directoryVersion: number;
    readonly directoryHash: string;
    readonly keyFingerprint: string;
  };
  /** By the newest signed status */
  readonly state: State;
  readonly alarms: readonly MemberCaseAlarm[];
  /** Whether a text would be taken there: none is below a silencing alarm, or behind a message that is not whole. */
  readonly writable: { readonly conversation: boolean; readonly notes: boolean };
  /** Both sides, in the order in which they rest on each other. */
  readonly conversation: readonly Message[];
  readonly notes: readonly Message[];
  /** Files that the report said would follow, and those of them that no message has brought */
  readonly announced: readonly AnnouncedFile[];
  readonly missingFiles: readonly AnnouncedFile[];
};
