/** What anybody may ask. */
import { signedDirectorySchema } from "../directory/directory.ts";
import { PURPOSES, challengeSchema } from "../proof-of-work.ts";
import type { Route } from "../route.ts";
import { signedStatementSchema } from "../directory/statement.ts";
import * as z from "../encoding/zod.ts";
import { MAX_DIRECTORY_BYTES, nonce, positiveInPath } from "./fields.ts";

/** Eight of the largest, or a hundred of eighty members each: who was away for longer is told that the server asks too much. */
export const MAX_DIRECTORIES_BYTES = 8 * MAX_DIRECTORY_BYTES;

/** A document of at most 131,072 characters, written as text within JSON, and 64 signatures. */
const MAX_STATEMENT_BYTES = 262_144;

export const PUBLIC = {
  health: {
    method: "GET",
    path: "/api/health",
    access: "public",
    summary: "Whether the service is ready: it and its database answer",
    answer: { status: 200, json: z.strictObject({ status: z.literal("ok") }) },
    problems: [],
  },
  live: {
    method: "GET",
    path: "/api/health/live",
    access: "public",
    summary: "Whether the service is alive, its database or not",
    answer: { status: 200, json: z.strictObject({ status: z.literal("ok") }) },
    problems: [],
  },
  openapi: {
    method: "GET",
    path: "/api/openapi.json",
    access: "public",
    summary: "This API as an OpenAPI 3.1 document",
    answer: { status: 200, json: z.looseObject({}), atMost: 1_048_576 },
    problems: [],
  },
  directory: {
    method: "GET",
    path: "/api/directory",
    access: "public",
    summary:
      "Signed directories from version `from` on, ascending, at most 100; without `from` the newest alone. With the newest the stewards' statements on it: all, at most 100, from `statement` on where `from` is the newest; without `from` the newest alone",
    query: z.strictObject({ from: z.optional(positiveInPath), statement: z.optional(positiveInPath) }),
    answer: {
      status: 200,
      json: z.strictObject({
        chain: z.array(signedDirectorySchema).check(z.maxLength(100)),
        /** The office was founded and is not open yet: what is sent rehearses. Unsigned: whoever believes it too long waits */
        isRehearsal: z.optional(z.literal(true)),
      }),
      atMost: MAX_DIRECTORIES_BYTES,
    },
    problems: [],
  },
  lastStatement: {
    method: "GET",
    path: "/api/directory/:version/statement",
    access: "public",
    summary:
      "The stewards' last statement on a directory, null where there is none: of one that was replaced, whom they had suspended by then",
    params: z.strictObject({ version: positiveInPath }),
    answer: {
      status: 200,
      json: z.strictObject({ statement: z.nullable(signedStatementSchema) }),
      atMost: MAX_STATEMENT_BYTES,
    },
    problems: [],
  },
  nonce: {
    method: "GET",
    path: "/api/nonce",
    access: "public",
    summary: "A nonce for one signed request",
    answer: { status: 200, json: z.strictObject({ nonce }) },
    problems: [],
  },
  proofOfWork: {
    method: "GET",
    path: "/api/proof-of-work",
    access: "public",
    summary: "A challenge to solve before a report, message or part of a file is sent; without `for` one for a report",
    query: z.strictObject({ for: z.optional(z.enum(PURPOSES)) }),
    answer: { status: 200, json: challengeSchema },
    problems: [],
  },
} as const satisfies Record<string, Route>;
