/** What members ask of the audit trail. Its head is told to them alone: how much an office does is nobody else's business. */
import { MOST_PROOF_HASHES, TREE_HASH_BYTES } from "../../crypto/log/merkle.ts";
import { MAX_LEAF_BYTES } from "../audit/leaf.ts";
import { MAX_NOTE_BYTES } from "../audit/signed-note.ts";
import { base64urlOf } from "../encoding/byte-schemas.ts";
import * as z from "../encoding/zod.ts";
import { signedStatementSchema } from "../directory/statement.ts";
import { AUDIT_PAGE, CASE_AUDIT_PAGE, STATEMENTS_PAGE } from "../limits.ts";
import type { Route } from "../route.ts";
import { MAX_DIRECTORY_BYTES, numberInPath, positiveInPath } from "./fields.ts";
import { handle } from "./casework.ts";

const MAX_PROOF_BYTES = MOST_PROOF_HASHES * TREE_HASH_BYTES;
/** A leaf, its place and its proof, and the lengths of each */
const MAX_PLACED_LEAF_BYTES = MAX_LEAF_BYTES + MAX_PROOF_BYTES + 64;

export const AUDIT = {
  auditHead: {
    method: "GET",
    path: "/api/audit/checkpoint",
    access: "session",
    // Looked at while signing in, whatever the session has passed.
    beforeFactor: true,
    summary:
      "The head of the audit trail as a signed note (C2SP), the log's verifier keys with the newest first, and the proof that it begins with the first `from` leaves",
    query: z.strictObject({ from: z.optional(numberInPath) }),
    answer: {
      status: 200,
      json: z.strictObject({
        checkpoint: z.string().check(z.maxLength(MAX_NOTE_BYTES)),
        keys: z.array(z.string().check(z.maxLength(512))).check(z.minLength(1), z.maxLength(16)),
        proof: base64urlOf(0, MAX_PROOF_BYTES),
      }),
    },
    problems: [],
  },
  auditPage: {
    method: "GET",
    path: "/api/audit/entries",
    access: "session",
    summary:
      "A page of 1,024 leaves of the first `size` and the proof that it stands there; of leaves about cases that the member has not proved, their hashes alone",
    query: z.strictObject({ page: numberInPath, size: positiveInPath }),
    answer: { status: 200, bytes: true, atMost: (AUDIT_PAGE + 2) * (MAX_LEAF_BYTES + 4) + MAX_PROOF_BYTES },
    problems: [],
  },
  auditStatements: {
    method: "GET",
    path: "/api/audit/statements",
    access: "session",
    summary:
      "The stewards' statements on one directory from a number on, ascending, 16 a page: of older directories too, for whoever exports the trail",
    query: z.strictObject({ directory: positiveInPath, from: positiveInPath }),
    answer: {
      status: 200,
      json: z.strictObject({ statements: z.array(signedStatementSchema).check(z.maxLength(STATEMENTS_PAGE)) }),
      atMost: MAX_DIRECTORY_BYTES,
    },
    problems: [],
  },
  caseAudit: {
    method: "GET",
    path: "/api/cases/:handle/audit",
    access: "session",
    roles: ["investigator", "lead"],
    summary: "What of the first `size` leaves is about one case, each with the proof that it stands there, 200 a page",
    params: handle,
    query: z.strictObject({ after: z.optional(numberInPath), size: positiveInPath }),
    answer: { status: 200, bytes: true, atMost: (CASE_AUDIT_PAGE + 1) * MAX_PLACED_LEAF_BYTES },
    problems: [],
  },
} as const satisfies Record<string, Route>;
