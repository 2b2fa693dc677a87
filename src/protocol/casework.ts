/** The field's fixed words: states and what each means for a case, outcomes, categories, roles. Data, not code. */

/** What an office promises, or asks for, by a day: how many days are data of the web pages. */
export type DeadlineKind = "first-answer" | "verification" | "reporter-answer";

/** Who owes the next step: `new` and `working` the office, `asking` the reporter, `ended` nobody. */
type Stage = "new" | "working" | "asking" | "ended";

type StateRow<Name extends string> = {
  readonly stage: Stage;
  /** Where a case may go from here */
  readonly moves: readonly Name[];
  /** The move that is proposed: the next one, after an answer or an end the one back to work */
  readonly onward: Name;
  /** What a move to here must bring beside its explanation */
  readonly needs?: "outcome" | "reason";
  /** What runs out while a case stands here */
  readonly deadlines: readonly DeadlineKind[];
  /** Whether verification has ended when a case comes here */
  readonly verified: boolean;
};

/** One row a state; whatever moves, lists, asks or counts days follows it. */
const TABLE = {
  received: {
    stage: "new",
    moves: ["verifying", "archived"],
    onward: "verifying",
    deadlines: ["first-answer", "verification"],
    verified: false,
  },
  verifying: {
    stage: "working",
    moves: ["awaiting_reporter", "reviewing", "referred", "closed", "archived"],
    onward: "reviewing",
    deadlines: ["first-answer", "verification"],
    verified: false,
  },
  awaiting_reporter: {
    stage: "asking",
    moves: ["verifying", "reviewing", "archived"],
    onward: "reviewing",
    deadlines: ["reporter-answer"],
    verified: false,
  },
  reviewing: {
    stage: "working",
    moves: ["awaiting_reporter", "investigating", "referred", "closed", "archived"],
    onward: "investigating",
    deadlines: ["first-answer"],
    verified: true,
  },
  investigating: {
    stage: "working",
    moves: ["awaiting_reporter", "referred", "closed", "archived"],
    onward: "closed",
    deadlines: ["first-answer"],
    verified: true,
  },
  referred: { stage: "working", moves: ["closed"], onward: "closed", deadlines: [], verified: true },
  closed: {
    stage: "ended",
    moves: ["reviewing"],
    onward: "reviewing",
    needs: "outcome",
    deadlines: [],
    verified: true,
  },
  archived: {
    stage: "ended",
    moves: ["reviewing"],
    onward: "reviewing",
    needs: "reason",
    deadlines: [],
    verified: true,
  },
} as const satisfies Readonly<Record<string, StateRow<string>>>;

export type State = keyof typeof TABLE;
// Marked as pure, so that the table stays out of the reporter's first script, which asks nothing of it.
export const STATES = /* @__PURE__ */ Object.keys(TABLE) as readonly State[];
export const STATE_RULES: Readonly<Record<State, StateRow<State>>> = TABLE;

/** The states of a stage. */
export type StateIn<S extends Stage> = {
  [Each in State]: (typeof TABLE)[Each]["stage"] extends S ? Each : never;
}[State];

export function isIn<S extends Stage>(stage: S, state: State): state is StateIn<S> {
  return STATE_RULES[state].stage === stage;
}

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
