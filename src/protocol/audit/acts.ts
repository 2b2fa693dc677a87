/**
 * Every act of a member that the audit trail holds, once. A route of the API whose row names one is an act: the request
 * carries its entry, signed by the member (`entry.ts`). What a member keeps for the own device alone (what was read, drafts,
 * heads that are known) is no act, nor is anything that a reporter causes.
 */

/** What an act is about: one case, or the office. */
type About = "case" | "office";

export const ACTS = {
  /** A proof of access to up to 200 cases in one request: to which, the server knows, and tells those who have them */
  "open-cases": "office",
  /** An answer to the reporter, or what the team wrote down: a note, a record, a move */
  message: "case",
  "discard-step": "case",
  epoch: "case",
  grant: "case",
  "change-vault-keys": "office",
  "add-code": "office",
  "add-passkey": "office",
  "remove-factor": "office",
  "ask-factor-reset": "office",
  "stop-factor-reset": "office",
  "declare-interests": "office",
  "wish-roles": "office",
  "sign-entry": "office",
  "record-recovery": "office",
  "publish-directory": "office",
  "state-directory": "office",
  "open-office": "office",
  /** The next version of what the office decides for itself, of one kind */
  "decide-document": "office",
  "propose-figures": "office",
  "publish-figures": "office",
  "drop-figures": "office",
} as const satisfies Readonly<Record<string, About>>;

export type ActName = keyof typeof ACTS;

/** Acts that write a row of their case */
export const ROW_ACTS: ReadonlySet<string> = new Set<ActName>(["message", "grant", "epoch"]);

/** Also one that this version does not know: it is shown by its name. */
export const ACT_NAME = /^[a-z][a-z0-9-]{0,31}$/u;

/** What the server does by itself, or for somebody who is not signed in yet: about a case, a member or the office. */
export const SERVER_ACTS = {
  /** A case that two members discarded, thirty days later */
  "remove-discarded": "case",
  /** From here on another key signs heads; the object is the beginning of its SHA-256 */
  "log-key": "office",
  /** A member's first six words, or new ones: all sessions ended */
  enrol: "member",
  /** All second factors of a member, as two colleagues had asked */
  "remove-factors": "member",
} as const satisfies Readonly<Record<string, About | "member">>;

export type ServerActName = keyof typeof SERVER_ACTS;
