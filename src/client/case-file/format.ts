/** The case file as other programs read it: `case.json`, format `segel/1/case-file` (docs/protocol.md, "Case file"). */
import type { Score, Element } from "../../protocol/rules/triage.ts";
import type { ReportAnswers } from "./report.ts";

export const CASE_FILE_FORMAT = "segel/1/case-file";

/** The case file itself, as it is called in the ZIP */
export const DATA_NAME = "case.json";
/** What of the case stands in the audit trail, as it is called in the ZIP (`case-proof.ts`) */
export const PROOF_NAME = "audit.json";

/** A name in each language, as the directory gives it. */
export type Names = Readonly<Record<string, string>>;

/**
 * Plain data, complete in itself: ids of members are resolved by `members`, days are the office's. Where the reporter's
 * part is left out, no field holds anything that the reporter wrote, and none tells a day on which the reporter did anything.
 */
export type CaseFile = {
  readonly format: typeof CASE_FILE_FORMAT;
  readonly registerNumber: string;
  readonly office: Names;
  readonly channel: Names;
  /** This copy: when and by whom it was made, for whom and why; what was done to it */
  readonly made: {
    readonly on: string;
    readonly by: string;
    readonly to: string;
    readonly reason: string;
    /** "left-out" or "included" */
    readonly reporter: string;
    readonly redacted: boolean;
    /** That it was made, as it is written down; null in a redacted copy, and where the trail did not hold */
    readonly trail: InTrail | null;
  };
  /** "2026-11" where the reporter's part is left out, else the day */
  readonly arrived: string;
  readonly state: string;
  /** Whoever made this copy says in own words what the case is about. */
  readonly summary: string;
  /** The report as it was written; null where the reporter's part is left out */
  readonly report: ReportAnswers | null;
  /** What was done, in the order of days */
  readonly timeline: readonly Act[];
  /** Messages of the team; those of the reporter where that part is included */
  readonly conversation: readonly Said[];
  /** Those internal notes that were chosen */
  readonly notes: readonly Note[];
  /** The triage sheet that holds */
  readonly sheet: StandingSheet | null;
  /** What the team wrote down beside notes, oldest first */
  readonly records: readonly KeptRecord[];
  /** Who reads the case now, and how that came; ids of members. It tells whom the reporter kept out, so null without that part */
  readonly readers: { readonly now: readonly string[]; readonly changes: readonly ReaderChange[] } | null;
  readonly files: readonly FileRow[];
  /** By id; in a redacted copy by running number, which stands for the id in every place */
  readonly members: Readonly<Record<string, Names>>;
};

/** Written down as an entry of the office's audit trail, which lies in `audit.json`. */
export type InTrail = {
  /** As people count: the first entry of the trail is 1 */
  readonly entry: number;
  /** SHA-256 of the request that wrote the row, hexadecimal: the entry's details hash */
  readonly row: string;
};

/** Names a message, note or record of this copy, from 1 without gaps: messages of either side, and what is internal. */
type Numbered = {
  readonly number: number;
  /** Where the entries of the case are enclosed, and one wrote this */
  readonly trail?: InTrail;
};

export type Act = {
  /** The day, or the month of what the reporter did */
  readonly on: string;
  /** Id of a member; null for the reporter, and for nobody */
  readonly by: string | null;
  readonly in: "case" | "conversation" | "notes" | "records";
  /** 0 in `case` */
  readonly number: number;
  /** "arrived", "note", a kind of message or of record */
  readonly what: string;
  /** Of a status */
  readonly state?: string;
  readonly outcome?: string | null;
};

export type Said = Numbered & {
  readonly from: "reporter" | "office";
  readonly on: string;
  readonly by: string | null;
  readonly kind: string;
  readonly text: string;
  readonly state?: string;
  readonly outcome?: string | null;
  /** By when the next word was promised, or to which day a deadline was put off */
  readonly due?: string;
  /** Which deadline that is, or which profile of deadlines holds */
  readonly about?: string;
  /** Numbers in `files` */
  readonly files?: readonly number[];
};

export type Note = Numbered & { readonly on: string; readonly by: string; readonly text: string };

export type KeptRecord = Numbered & {
  readonly on: string;
  readonly by: string;
  readonly kind: string;
  readonly fields: Readonly<Record<string, unknown>>;
};

export type StandingSheet = Numbered & {
  readonly on: string;
  readonly by: string;
  readonly total: number;
  /** A second member has agreed, and none disagrees */
  readonly agreed: boolean;
  readonly opinions: readonly {
    readonly by: string;
    readonly on: string;
    readonly agrees: boolean;
    readonly text: string;
  }[];
  readonly category: string;
  readonly summary: string;
  readonly plan: string;
  /** Without `retaliation`, and `total` without it, where the reporter's part is left out */
  readonly scores: { readonly [Each in Score]?: { readonly score: number | null; readonly reason: string } };
  readonly elements: Readonly<Record<Element, boolean>>;
  readonly recommendation: { readonly action: string | null; readonly reason: string };
};

type ReaderChange = Numbered & {
  /** "grant", "removal" or "recovery": who was let in, or taken out */
  readonly kind: string;
  readonly on: string;
  readonly by: string;
  readonly members: readonly string[];
  readonly reason: string;
};

export type FileRow = {
  readonly number: number;
  readonly from: "reporter" | "office";
  /** Id of the member who sent it; null for the reporter */
  readonly by: string | null;
  /** The day on which it came, or the month */
  readonly on: string;
  /** As its sender called it; null where that was the reporter, and that part is left out */
  readonly name: string | null;
  /** Of what is in the ZIP; null for what was left out */
  readonly copy: {
    readonly path: string;
    readonly size: number;
    readonly sha256: string;
    /** Hidden data was taken out: it is not the file that was sent, byte for byte */
    readonly cleaned: boolean;
  } | null;
};
