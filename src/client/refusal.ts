/** Why the client itself will not do something that was asked: nothing was sent, and nothing typed is lost. */
import type { AssignmentFault } from "../protocol/records/assignment.ts";
import type { Field } from "../protocol/rules/report-fields.ts";

/** What stands in the way of a text, found before anything is sealed. */
export type Finding = {
  readonly field: Field | "all" | "message";
  readonly code: "missing" | "too-long" | "control-characters" | "too-many-bytes";
  /** Allowed and found, where the code is `too-long` (code points) or `too-many-bytes` (once encoded) */
  readonly limit?: number;
  readonly actual?: number;
};

export type RefusalCode =
  /** The text does not keep the limits: see `findings`. */
  | "findings"
  | "unknown-channel"
  /** Somebody was excluded whom this channel does not let be excluded. */
  | "not-excludable"
  /** Fewer than two persons would be left to read: another channel is needed. */
  | "too-few-recipients"
  /** Fewer than two of its recipients are valid on this day, whoever is excluded: it takes no report. */
  | "channel-closed"
  /** An alarm stands on this case: writing on would put the writer at risk. */
  | "alarm"
  /** The reporter has burnt the inbox: whatever is asked or answered would be read by nobody. */
  | "burnt"
  /** Only an archived case is discarded: its reporter was told why. */
  | "not-archived"
  /** Two different members discard a case together, one of them lead. */
  | "two-members"
  /** A colleague was quicker: what this rests on has changed. */
  | "changed"
  /** A case is given to no excluded person, no custodian, and nobody who is no investigator or lead on this day. */
  | "must-not-read"
  /** Whoever is taken out, somebody is left to read the case. */
  | "nobody-remains"
  /** Closing needs an outcome, archiving a reason. */
  | "outcome-needed"
  | "reason-needed"
  | "move-not-allowed"
  /** The case is linked to one that this member does not read, and would tell of it. */
  | "linked-case"
  /** A link between two cases would tell somebody of one that was kept from them. */
  | "link-tells"
  /** Whose case it is: see `AssignmentFault` (protocol/records/assignment.ts). */
  | AssignmentFault
  /** More labels than a case takes. */
  | "too-many-labels"
  /** A file cannot be read, or changed while it was being read. */
  | "unreadable-file"
  /** More than 1 GiB. */
  | "file-too-large"
  /** More files than one case takes. */
  | "too-many-files"
  /** A file of a message is not on the server. */
  | "file-missing"
  /** A file is not what its message says: cut, changed or exchanged. Nothing of it is shown or saved. */
  | "file-damaged"
  /** It is no sealed report; or it was one, and has been damaged or changed. */
  | "no-sealed-report"
  | "damaged-report"
  /** The unwrapped keys are not those of the directory. */
  | "keys-differ"
  /** The directory does not list this member any more, or stewards have suspended them: whatever the server lets in. */
  | "no-member"
  | "suspended"
  /** The member's second factors serve at another address, or in another program. */
  | "no-factor-here"
  /** What the passkey gives does not open the vault any more, or opened it never: the six words do. */
  | "passkey-differs"
  /** Whoever comes is in no published directory yet. */
  | "not-listed-yet"
  /** The passphrase that was to be changed is another one. */
  | "other-passphrase";

export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly findings: readonly Finding[];
  constructor(code: RefusalCode, findings: readonly Finding[] = []) {
    super(code);
    this.name = "Refusal";
    this.code = code;
    this.findings = findings;
  }
}
