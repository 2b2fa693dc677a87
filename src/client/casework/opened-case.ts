/** A case that a member has opened, as plain data: the one shape for client, vault, page and command line. */
import type { UnknownField } from "../../protocol/encoding/canonical-json.ts";
import type { AnnouncedFile } from "../../protocol/content.ts";
import type { ReadAnswers } from "../../protocol/rules/report-fields.ts";
import type { Course } from "../../protocol/rules/deadlines.ts";
import type { AmountFound, MarkFound } from "../../protocol/urgency/reading.ts";
import type { Entry } from "../case/chain.ts";
import type { Casework } from "./casework.ts";
import type { Recorded } from "./recorded.ts";

export type MemberCaseAlarm =
  /** Another report under this case id than the one this member opened before: its reporter, or who holds the words, sealed two. */
  | "other-report"
  /** Fewer messages, or others, than this member has seen before. */
  | "less-than-before"
  /** What this member's client had noted about the case does not open: what was seen before is not known. */
  | "wrap"
  /** A message acknowledges another that is not shown, or less than one before it. */
  | "hidden"
  /** Messages that the server counts are not shown. */
  | "withheld"
  /** An answer in this case names another team key. */
  | "team-key"
  /** A record would change who reads and must not; or by the records this member does not read the case. */
  | "readers"
  /** The server was told to shut out others than the records take out. */
  | "shut-out"
  /** The server's column and the newest signed status differ. */
  | "state-differs"
  /** What the server shows about discarding this case was not signed by those who may: somebody wants it to go. */
  | "discard"
  /** A message is forged, forked or unfit: see its entry. */
  | "conversation";

/** Two members together want the case to go; nothing of it once somebody took it back. */
export type CaseDiscard = {
  /** `lapsed`: two had agreed, and the case was worked on since, so it stays. */
  readonly standing: "proposed" | "agreed" | "lapsed";
  /** Ids of members, and the days on which the server stored what they signed */
  readonly proposed: { readonly by: string; readonly on: string };
  readonly agreed: { readonly by: string; readonly on: string } | undefined;
  /** Where two have agreed: the first day on which the case may go */
  readonly goesOn: string | undefined;
  /** Undefined where the note that says why is not shown */
  readonly reason: string | undefined;
  /** Messages that the reporter wrote since the day on which the two agreed */
  readonly writtenSince: number;
};

/** Holds no key, so that a page may see all of it once its messages are made fit for one. */
export type OpenedCase<Message = Entry> = {
  readonly answers: ReadAnswers;
  /** What the report holds and this version does not know */
  readonly unknown: readonly UnknownField[];
  readonly identityGiven: boolean;
  /** Ids of those to whom the report was sealed */
  readonly recipients: readonly string[];
  /** Ids of recipients whom the reporter excluded */
  readonly excluded: readonly string[];
  /** Ids of recipients whose entry was removed or has ended since the report was sealed: it was sealed to them all the same */
  readonly removedRecipients: readonly string[];
  /** Which directory the report was sealed under, and the fingerprint of the reader's own key in it; hexadecimal */
  readonly sealedUnder: {
    readonly directoryVersion: number;
    readonly directoryHash: string;
    /** Undefined where the own record opened it, the key being destroyed */
    readonly keyFingerprint: string | undefined;
  };
  /** By the newest signed status; perhaps one of a later version */
  readonly state: string;
  /** What promises follow from */
  readonly course: Course;
  /** The reporter's last signed word is that the inbox is burnt: answers are read by nobody. */
  readonly burnt: boolean;
  readonly discard: CaseDiscard | undefined;
  readonly alarms: readonly MemberCaseAlarm[];
  /** Whether a text would be taken there: none is below a silencing alarm, or behind a message that is not whole. */
  readonly writable: { readonly conversation: boolean; readonly notes: boolean };
  /** Both sides, in the order in which they rest on each other. */
  readonly conversation: readonly Message[];
  readonly notes: readonly Message[];
  /** What the team wrote down about the case, oldest first, and what of it stands now */
  readonly records: readonly Recorded[];
  readonly casework: Casework;
  /** What the reporter's own words say of how urgent it is, and the sum that it is about */
  readonly marks: readonly MarkFound[];
  readonly amount: AmountFound | undefined;
  /** So many earlier messages of the reporter were not read; `missingFiles` is empty then. */
  readonly earlier: number;
  /** Files that the report said would follow, and those of them that no message has brought */
  readonly announced: readonly AnnouncedFile[];
  readonly missingFiles: readonly AnnouncedFile[];
};
