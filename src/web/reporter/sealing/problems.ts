/** What can go wrong, in the few kinds that a person can do something about. */
import { ClockDoubt } from "../../../client/directory/clock.ts";
import { ApiError, type ApiErrorCode } from "../../../client/line/http.ts";
import { type Finding, Refusal, type RefusalCode } from "../../../client/refusal.ts";
import { CaseRemoved } from "../../../client/reporter/reporter-case.ts";
import { CryptoError } from "../../../crypto/errors.ts";
import { DirectoryError, type DirectoryErrorCode } from "../../../protocol/directory/directory.ts";

/** Why something did not work, in the few kinds that a person can do something about. */
export type Problem =
  | { readonly kind: "findings"; readonly findings: readonly Finding[] }
  | { readonly kind: "clock"; readonly clock: number; readonly notBefore: number; readonly expires: number }
  /** Nobody has said lately that the list of recipients holds, by this device's clock. */
  | { readonly kind: "lapsed"; readonly clock: number }
  /** The words are right, and the office has removed the case on that day. */
  | { readonly kind: "removed"; readonly on: string }
  | {
      readonly kind:
        | "awaiting-answer"
        | "no-room"
        | "asks-too-much"
        | "unreachable"
        | "busy"
        | "server"
        | "refused"
        | "conflict"
        | "stale-directory"
        | "too-few-readers"
        | "channel-closed"
        | "alarm"
        | "directory"
        | "two-views"
        | "too-old"
        | "no-randomness"
        | "unknown";
    };

export type ProblemKind = Problem["kind"];
type PlainProblem = Exclude<ProblemKind, "findings" | "clock" | "lapsed" | "removed">;

/** A proxy's page, a restarting server, a used proof of work: the same bytes again may well succeed. */
const API_PROBLEMS: Readonly<Record<ApiErrorCode, PlainProblem>> = {
  unreachable: "unreachable",
  busy: "busy",
  conflict: "conflict",
  "stale-directory": "stale-directory",
  internal: "server",
  unexpected: "server",
  "bad-proof-of-work": "server",
  "not-found": "server",
  "bad-request": "refused",
  "bad-envelope": "refused",
  "bad-act": "refused",
  "bad-signature": "refused",
  "not-signed-in": "refused",
  "wrong-login": "refused",
  "not-valid-now": "refused",
  "wrong-factor": "refused",
  "too-many-codes": "refused",
  "factor-needed": "refused",
  "last-factor": "refused",
  forbidden: "refused",
  "cross-site": "refused",
  "method-not-allowed": "refused",
  "move-not-allowed": "refused",
  "too-large": "refused",
  "wrong-day": "refused",
  "mail-off": "refused",
  "mail-failed": "server",
  "too-often": "refused",
  "files-incomplete": "server",
  "too-many-files": "refused",
  "storage-full": "busy",
  "no-room": "no-room",
  "awaiting-answer": "awaiting-answer",
  "asks-too-much": "asks-too-much",
  "proof-of-work-needed": "server",
  "unsupported-media-type": "refused",
  "other-office": "refused",
  "sealed-too-long-ago": "refused",
  "wrong-code": "refused",
  "code-served": "refused",
  "list-closed": "refused",
};

/** Who was chosen from a directory that has been replaced since must be chosen again. `burnt` and the last four are members' alone. */
const REFUSAL_PROBLEMS: Readonly<Record<Exclude<RefusalCode, "findings">, PlainProblem>> = {
  "too-few-recipients": "too-few-readers",
  "channel-closed": "channel-closed",
  alarm: "alarm",
  burnt: "unknown",
  "not-archived": "unknown",
  "two-members": "unknown",
  "must-not-read": "unknown",
  "nobody-remains": "unknown",
  changed: "unknown",
  "unknown-channel": "stale-directory",
  "not-excludable": "stale-directory",
  "unreadable-file": "unknown",
  "file-too-large": "unknown",
  "too-many-files": "unknown",
  "file-missing": "unknown",
  "file-damaged": "unknown",
  "outcome-needed": "unknown",
  "reason-needed": "unknown",
  "link-tells": "unknown",
  "linked-case": "unknown",
  "not-a-reader": "unknown",
  taken: "unknown",
  "lead-needed": "unknown",
  "hand-over-reason": "unknown",
  "too-many-labels": "unknown",
  "move-not-allowed": "unknown",
  "no-sealed-report": "unknown",
  "damaged-report": "unknown",
  "keys-differ": "unknown",
  "no-member": "unknown",
  suspended: "unknown",
  "no-factor-here": "unknown",
  "passkey-differs": "unknown",
  "not-listed-yet": "unknown",
  "other-passphrase": "unknown",
};

const ANOTHER_VIEW: readonly DirectoryErrorCode[] = [
  "two-views",
  "rollback",
  "statement-two-views",
  "statement-rollback",
];

export function problemOf(error: unknown): Problem {
  if (error instanceof ApiError) return { kind: API_PROBLEMS[error.code] };
  if (error instanceof Refusal) {
    return error.code === "findings"
      ? { kind: "findings", findings: error.findings }
      : { kind: REFUSAL_PROBLEMS[error.code] };
  }
  if (error instanceof CaseRemoved) return { kind: "removed", on: error.removedOn };
  if (error instanceof ClockDoubt && error.code === "statement-lapsed") return { kind: "lapsed", clock: error.clock };
  if (error instanceof ClockDoubt) {
    return { kind: "clock", clock: error.clock, notBefore: error.notBefore, expires: error.expires };
  }
  if (error instanceof DirectoryError) {
    if (error.code === "client-too-old") return { kind: "too-old" };
    return { kind: ANOTHER_VIEW.includes(error.code) ? "two-views" : "directory" };
  }
  if (error instanceof CryptoError && error.code === "no-randomness") return { kind: "no-randomness" };
  return { kind: "unknown" };
}

/** Of a failure with files, which have words for each. */
export function codeOf(error: unknown): string {
  return error instanceof ApiError || error instanceof Refusal ? error.code : "unknown";
}
