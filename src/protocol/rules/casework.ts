/** The field's fixed words: states and what each means for a case, outcomes, categories, roles. Data, not code. */

/** Who owes the next step: `new` and `working` the office, `asking` the reporter, `ended` nobody. */
type Stage = "new" | "working" | "asking" | "ended";

type StateRow<Name extends string> = {
  readonly stage: Stage;
  /** Where a case may go from here */
  readonly moves: readonly Name[];
  /** The move that is proposed: the next one, after an answer or an end the one back to work */
  readonly onward?: Name;
  /** What a move to here must bring beside its explanation */
  readonly needs?: "outcome" | "reason";
  /** Whether verification has ended when a case comes here */
  readonly verified: boolean;
};

/**
 * One row a state; whatever moves, lists, asks or counts days follows it. Another office has what was `referred`, so it
 * can only be closed; what was closed or archived is reviewed again when facts come. Nothing moves by itself, least of all
 * for silence: the server could have hidden a question, and a person decides.
 */
const TABLE = {
  received: {
    stage: "new",
    moves: ["verifying", "archived"],
    onward: "verifying",
    verified: false,
  },
  verifying: {
    stage: "working",
    moves: ["awaiting_reporter", "reviewing", "referred", "closed", "archived"],
    onward: "reviewing",
    verified: false,
  },
  awaiting_reporter: {
    stage: "asking",
    moves: ["verifying", "reviewing", "archived"],
    onward: "reviewing",
    verified: false,
  },
  reviewing: {
    stage: "working",
    moves: ["awaiting_reporter", "investigating", "referred", "closed", "archived"],
    onward: "investigating",
    verified: true,
  },
  investigating: {
    stage: "working",
    moves: ["awaiting_reporter", "referred", "closed", "archived"],
    onward: "closed",
    verified: true,
  },
  referred: { stage: "working", moves: ["closed"], onward: "closed", verified: true },
  closed: {
    stage: "ended",
    moves: ["reviewing"],
    onward: "reviewing",
    needs: "outcome",
    verified: true,
  },
  archived: {
    stage: "ended",
    moves: ["reviewing"],
    onward: "reviewing",
    needs: "reason",
    verified: true,
  },
} as const satisfies Readonly<Record<string, StateRow<string>>>;

export type State = keyof typeof TABLE;
// Marked as pure, so that the table stays out of the reporter's first script, which asks nothing of it.
export const STATES = /* @__PURE__ */ Object.keys(TABLE) as readonly State[];
export const STATE_RULES: Readonly<Record<State, StateRow<State>>> = TABLE;

/** A state of a later version: the office works on the case, and whoever knows the state moves it on. */
const UNKNOWN_STATE: StateRow<State> = { stage: "working", moves: [], verified: false };

/** The row of a state as it was read. */
export function rulesOf(state: string): StateRow<State> {
  return isCodeOf(TABLE, state) ? STATE_RULES[state] : UNKNOWN_STATE;
}

/** Whether a code that was read is one of a table; `constructor` is none. */
export function isCodeOf<Table extends object>(table: Table, code: string): code is keyof Table & string {
  return Object.hasOwn(table, code);
}

/** The states of a stage. */
export type StateIn<S extends Stage> = {
  [Each in State]: (typeof TABLE)[Each]["stage"] extends S ? Each : never;
}[State];

export function isIn<S extends Stage>(stage: S, state: State): state is StateIn<S>;
export function isIn(stage: Stage, state: string): boolean;
export function isIn(stage: Stage, state: string): boolean {
  return rulesOf(state).stage === stage;
}

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

/** Who may read a channel: a custodian reads no report, whatever else they are. */
export function mayRead(roles: readonly Role[]): boolean {
  return isCaseworker(roles) && !mayGuard(roles);
}

/** Who may guard a channel's identities. */
export function mayGuard(roles: readonly Role[]): boolean {
  return roles.includes("custodian");
}

/** Whoever opens reports or identities has a key that they are sealed to; nobody else has one. */
export function needsSealingKey(roles: readonly Role[]): boolean {
  return isCaseworker(roles) || mayGuard(roles);
}

/** Who says that the directory still holds, suspends members and closes channels, two together (protocol/directory/freshness.ts). */
export function isSteward(roles: readonly Role[]): boolean {
  return roles.includes("lead") || roles.includes("administrator");
}

/** Whether what two agreed upon still leads to removal: a case that was worked on since stays (remove_discarded in migrations/0014). */
export function isStanding(
  agreedOn: string,
  { state, stateOn }: { readonly state: string; readonly stateOn: string },
): boolean {
  return state === "archived" && stateOn <= agreedOn;
}
