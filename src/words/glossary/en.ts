/** The field's words in English. */
import type { FindingKind } from "../../evidence/findings.ts";
import type { Reason } from "../../evidence/source.ts";
import type * as Indonesian from "./id.ts";

type Names<Table extends keyof typeof Indonesian> = Readonly<Record<keyof (typeof Indonesian)[Table], string>>;

export const STATE_NAMES: Names<"STATE_NAMES"> = {
  received: "Received",
  verifying: "Being verified",
  awaiting_reporter: "Waiting for the reporter",
  reviewing: "Under review",
  investigating: "Under investigation",
  referred: "Referred",
  closed: "Closed",
  archived: "Archived",
};

/** The same, said to the reporter. Pure, as in Indonesian: a bare spread stays in all bundles. */
export const REPORTER_STATE_NAMES: Names<"STATE_NAMES"> = /* @__PURE__ */ (() => ({
  ...STATE_NAMES,
  awaiting_reporter: "Waiting for your answer",
}))();

/** What moving a case there is called at the desk. */
export const STATE_VERBS: Names<"STATE_VERBS"> = {
  received: "Change to Received",
  verifying: "Start verification",
  awaiting_reporter: "Ask the reporter",
  reviewing: "Change to Under review",
  investigating: "Start the investigation",
  referred: "Change to Referred",
  closed: "Close with an outcome",
  archived: "Archive with a reason",
};

/** What a case in this state needs. While the reporter is asked, the conversation decides. */
export const STATE_ADVICE: Names<"STATE_ADVICE"> = {
  received: "A new report. Read it, then start to verify completeness and remit.",
  verifying: "If facts and remit are clear, start the review. If not, ask the reporter.",
  reviewing: "If the review shows an allegation that can be tested, start the investigation.",
  investigating: "When the investigation is complete, close the case with its outcome.",
  referred: "When the receiving body has replied, close the case with its outcome.",
  closed: "The case is closed. There is nothing to do.",
  archived: "The case is archived. It can be reopened when there is something new.",
};

export const OUTCOME_NAMES: Names<"OUTCOME_NAMES"> = {
  substantiated: "Substantiated",
  partly: "Partly substantiated",
  unsubstantiated: "Not substantiated",
  insufficient: "Insufficient information",
  referred: "Referred to the competent authority",
  out_of_scope: "Outside our remit",
  duplicate: "Duplicate (merged)",
  withdrawn: "Withdrawn",
};

export const CATEGORY_NAMES: Names<"CATEGORY_NAMES"> = {
  "kerugian-keuangan-negara": "Corruption causing state loss",
  suap: "Bribery",
  gratifikasi: "Unlawful gratification",
  pemerasan: "Extortion in office",
  "pungutan-liar": "Illegal levy",
  "penggelapan-jabatan": "Embezzlement",
  "perbuatan-curang": "Fraud, false accounts",
  "benturan-kepentingan": "Conflict of interest",
  "nepotisme-kolusi": "Nepotism and collusion",
  "penyalahgunaan-wewenang": "Abuse of authority",
  "pengadaan-barang-jasa": "Procurement",
  "kode-etik-disiplin": "Ethics or discipline",
  "pembalasan-pelapor": "Retaliation against the reporter",
  "pelayanan-publik": "Service complaint",
  lainnya: "Other/not sure",
};

/** What a later version, or somebody else's program, has written. */
export const UNKNOWN: Names<"UNKNOWN"> = {
  code: "{code} (unknown to this version)",
  kind: "A message of the kind {code} (unknown to this version). It is genuine; what it says stands here as it was sent.",
  fields: "Unknown to this version, as it was sent",
  forReporters:
    "Your report and this conversation are intact. Only the name of this status is unknown to this version.",
  advice:
    "This status is unknown to this version, so it cannot be changed here. You can answer. Load the page anew, or update the program.",
};

export const DEADLINE_NAMES: Names<"DEADLINE_NAMES"> = {
  "first-answer": "First answer",
  completeness: "Whether the report is complete",
  verification: "Result of verification",
  feedback: "Word on what follows",
  decision: "Decision",
  notice: "Word of the decision",
  "reporter-answer": "Reporter’s answer",
  news: "Next word",
};

export const SOURCE_NAMES: Names<"SOURCE_NAMES"> = {
  letter: "Letter",
  call: "Telephone",
  visit: "Visit",
  message: "Message or e-mail",
  other: "Another way",
};

export const ROLE_NAMES: Names<"ROLE_NAMES"> = {
  investigator: "Investigator",
  lead: "Case lead",
  custodian: "Identity custodian",
  administrator: "System administrator",
};

export const FIELD_NAMES: Names<"FIELD_NAMES"> = {
  category: "Category",
  unitName: "Work unit",
  title: "Title",
  what: "Description",
  where: "Place",
  when: "Time",
  who: "Persons involved",
  how: "How it was done",
  evidence: "Supporting evidence",
  amountIDR: "Estimated amount",
  language: "Language of the report",
};

/** The same, as the form asks the reporter. */
export const REPORTER_FIELD_NAMES: Names<"FIELD_NAMES"> = /* @__PURE__ */ (() => ({
  ...FIELD_NAMES,
  category: "Kind of misconduct",
  unitName: "Work unit you report about",
  title: "Title of the report",
  what: "What happened",
  where: "Where it happened",
  when: "When it happened",
}))();

export const DIRECTION_NAMES: Names<"DIRECTION_NAMES"> = {
  reporter: "Messages from the reporter",
  team: "Messages to the reporter",
  internal: "Internal notes",
};

/** What a file tells beside its content. */
export const FINDING_NAMES: Readonly<Record<FindingKind, string>> = {
  location: "location",
  time: "time",
  device: "device",
  author: "name of a person or account",
  software: "program that was used",
  thumbnail: "thumbnail of the original",
  "second-picture": "second picture, or film behind the picture",
  comment: "comment",
  caption: "title or caption",
  "serial-number": "serial number",
  "maker-notes": "maker's notes of the device",
  "edit-history": "history of changes",
  "trailing-data": "data after the end of the file",
  "hidden-content": "parts that are not shown",
  "embedded-file": "another file inside",
  script: "small program (script)",
  "outside-link": "link to the internet",
  other: "other extra data",
};

/** Why a file could not be cleaned. */
export const REASON_NAMES: Readonly<Record<Reason, string>> = {
  "not-supported": "This type of file cannot be cleaned yet",
  damaged: "The structure of this file is damaged, so it cannot be cleaned",
  "too-complex": "The structure of this file is too complex to be cleaned",
  encrypted: "This file is locked with a password, so it cannot be cleaned",
};
