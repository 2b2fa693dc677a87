/** What a reporter asks, without a session: signed by a key of the case token. */
import { MAX_SEALED_CELL_BYTES } from "../../crypto/file-cells.ts";
import { CHECK_ANSWER_BYTES, ROWS_PAGE_BYTES } from "../limits.ts";
import type { Route } from "../route.ts";
import * as z from "../encoding/zod.ts";
import {
  FILE_PROBLEMS,
  MAX_FRAMED_ROW_BYTES,
  MAX_SEALED_REPORT_BYTES,
  cellCount,
  fileId,
  numberInPath,
  positiveInPath,
  stored,
  urgentBit,
} from "./fields.ts";

const PAYING_PROBLEMS = ["bad-signature", "bad-proof-of-work", "proof-of-work-needed", "awaiting-answer"] as const;

export const REPORTER = {
  sendReport: {
    method: "POST",
    path: "/api/reports",
    access: "proof-of-work",
    summary:
      "Stores a sealed report, from its reporter or in a file that somebody else hands in; the same bytes again get the same answer. `urgent`: it must not wait for office hours",
    query: z.strictObject({ urgent: urgentBit }),
    body: { bytes: { atMost: MAX_SEALED_REPORT_BYTES } },
    answer: { status: 201, json: stored },
    problems: [
      "bad-envelope",
      "bad-proof-of-work",
      "bad-signature",
      "conflict",
      "no-room",
      "stale-directory",
      "other-office",
      "sealed-too-long-ago",
    ],
  },
  checkCase: {
    method: "GET",
    path: "/api/case",
    access: "reporter",
    summary:
      "Receipt, newest own box and newest answers of the case of the signing key: always 64 KiB, also where there is none",
    answer: { status: 200, bytes: true, atMost: CHECK_ANSWER_BYTES },
    problems: ["bad-signature"],
  },
  earlierAnswers: {
    method: "GET",
    path: "/api/case/messages",
    access: "reporter",
    summary: "Answers before a sequence, the newest that fit, padded to one size",
    query: z.strictObject({ before: positiveInPath }),
    answer: { status: 200, bytes: true, atMost: ROWS_PAGE_BYTES },
    problems: ["bad-signature"],
  },
  putOwnMessage: {
    method: "PUT",
    path: "/api/case/messages/:epoch/:sequence",
    access: "reporter",
    summary: "Stores a message of the reporter and the own box beside it, and claims its files, which must be whole",
    params: z.strictObject({ epoch: numberInPath, sequence: positiveInPath }),
    query: z.strictObject({ urgent: urgentBit }),
    body: { bytes: { atMost: MAX_FRAMED_ROW_BYTES } },
    answer: { status: 200, json: stored },
    isPaid: true,
    problems: [...PAYING_PROBLEMS, "bad-envelope", "conflict", "files-incomplete", "no-room"],
  },
  putOwnCell: {
    method: "PUT",
    path: "/api/case/files/:fileId/:cell",
    access: "reporter",
    summary: "Stores a cell of a file of the reporter; the same bytes again get the same answer",
    params: z.strictObject({ fileId, cell: numberInPath }),
    query: cellCount,
    body: { bytes: { atMost: MAX_SEALED_CELL_BYTES } },
    answer: { status: 200, json: stored },
    isPaid: true,
    problems: [...PAYING_PROBLEMS, ...FILE_PROBLEMS],
  },
  dropOwnFile: {
    method: "DELETE",
    path: "/api/case/files/:fileId",
    access: "reporter",
    summary: "Removes a file of the reporter that no message has claimed",
    params: z.strictObject({ fileId }),
    answer: { status: 200, json: z.strictObject({}) },
    problems: ["bad-signature"],
  },
  answerCell: {
    method: "GET",
    path: "/api/case/files/:fileId/:cell",
    access: "reporter",
    summary: "A cell of a file that came with an answer",
    params: z.strictObject({ fileId, cell: numberInPath }),
    answer: { status: 200, bytes: true, atMost: MAX_SEALED_CELL_BYTES },
    problems: ["bad-signature"],
  },
  burnCase: {
    method: "DELETE",
    path: "/api/case",
    access: "reporter",
    summary: "Forgets the reporter's way in; the report stays with its recipients",
    answer: { status: 200, json: z.strictObject({}) },
    problems: ["bad-signature"],
  },
} as const satisfies Record<string, Route>;
