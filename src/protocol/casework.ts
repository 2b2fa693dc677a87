/** The field's fixed words: states and allowed moves, outcomes, categories, roles. Data, not code. */

export const STATES = [
  "received",
  "verifying",
  "awaiting_reporter",
  "reviewing",
  "investigating",
  "referred",
  "closed",
  "archived",
] as const;
export type State = (typeof STATES)[number];

/**
 * Where a case may go next. Another office has what was `referred`, so it can only be closed; what was closed or archived
 * is reviewed again when facts come. Nothing moves by itself, least of all for silence: the server could have hidden a
 * question, and a person decides.
 */
export const MOVES: Readonly<Record<State, readonly State[]>> = {
  received: ["verifying", "archived"],
  verifying: ["awaiting_reporter", "reviewing", "referred", "closed", "archived"],
  awaiting_reporter: ["verifying", "reviewing", "archived"],
  reviewing: ["awaiting_reporter", "investigating", "referred", "closed", "archived"],
  investigating: ["awaiting_reporter", "referred", "closed", "archived"],
  referred: ["closed"],
  closed: ["reviewing"],
  archived: ["reviewing"],
};

/**
 * How a case can end. No law lists it: these are the ends that Indonesian offices name, each with a word of its own.
 * Which class a proven fault has (UU 30/2014, pasal 20) is another question.
 */
export const OUTCOMES = [
  "substantiated",
  "partly",
  "unsubstantiated",
  "insufficient",
  "referred",
  "out_of_scope",
  "duplicate",
  "withdrawn",
] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What channels of Indonesian offices and state firms take, put together, with the law behind it where there is one. */
export const CATEGORIES = [
  "kerugian-keuangan-negara", // UU 31/1999, pasal 2 and 3
  "suap", // UU 20/2001
  "gratifikasi", // UU 20/2001, pasal 12B and 12C
  "pemerasan", // KPK's list
  "pungutan-liar", // PP 94/2021, pasal 5 huruf g
  "penggelapan-jabatan", // lists of OJK and PLN
  "perbuatan-curang", // PLN's list
  "benturan-kepentingan", // UU 30/2014, pasal 42 to 45; UU 20/2001, pasal 12 huruf i for procurement
  "nepotisme-kolusi", // UU 28/1999, pasal 1
  "penyalahgunaan-wewenang", // UU 30/2014, pasal 17 and 18
  "pengadaan-barang-jasa",
  "kode-etik-disiplin", // PP 94/2021, pasal 3 to 5
  "pembalasan-pelapor",
  "pelayanan-publik", // UU 25/2009: a complaint, led to another channel
  "lainnya",
] as const;
export type Category = (typeof CATEGORIES)[number];

export const ROLES = ["investigator", "lead", "custodian", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** Who may be a recipient, open cases and write to reporters. */
export function isCaseworker(roles: readonly Role[]): boolean {
  return roles.includes("investigator") || roles.includes("lead");
}
