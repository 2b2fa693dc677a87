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

/** product.md, "Allowed moves". */
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

/** domain.md, 3.5 */
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

/** domain.md, 1.3 */
export const CATEGORIES = [
  "kerugian-keuangan-negara",
  "suap",
  "gratifikasi",
  "pemerasan",
  "pungutan-liar",
  "penggelapan-jabatan",
  "perbuatan-curang",
  "benturan-kepentingan",
  "nepotisme-kolusi",
  "penyalahgunaan-wewenang",
  "pengadaan-barang-jasa",
  "kode-etik-disiplin",
  "pembalasan-pelapor",
  "pelayanan-publik",
  "lainnya",
] as const;
export type Category = (typeof CATEGORIES)[number];

export const ROLES = ["investigator", "lead", "custodian", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** Who may be a recipient, open cases and write to reporters. */
export function isCaseworker(roles: readonly Role[]): boolean {
  return roles.includes("investigator") || roles.includes("lead");
}
