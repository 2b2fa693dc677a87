/** The field's words in English. */
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

/** The same, said to the reporter. */
export const REPORTER_STATE_NAMES: Names<"STATE_NAMES"> = {
  ...STATE_NAMES,
  awaiting_reporter: "Waiting for your answer",
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

export const DIRECTION_NAMES: Names<"DIRECTION_NAMES"> = {
  reporter: "Messages from the reporter",
  team: "Messages to the reporter",
  internal: "Internal notes",
};
