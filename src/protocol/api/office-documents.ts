/** What investigators and leads ask about documents in which the office decides for itself. */
import { MAX_OFFICE_DOCUMENT_BYTES } from "../../crypto/office-document.ts";
import * as z from "../encoding/zod.ts";
import { MAX_OFFICE_DOCUMENTS_BYTES, officeDocumentKind } from "../documents/office-documents.ts";
import type { Route } from "../route.ts";
import { positiveInPath, stored } from "./fields.ts";

const roles = ["investigator", "lead"] as const;
const params = z.strictObject({ kind: officeDocumentKind });

export const DOCUMENTS = {
  officeDocuments: {
    method: "GET",
    path: "/api/office/documents/:kind",
    access: "session",
    roles,
    summary:
      "Signed versions of a document in which the office decides for itself: that of number `from` and those after it, oldest first, 8 a page; without it the newest alone",
    params,
    query: z.strictObject({ from: z.optional(positiveInPath) }),
    answer: { status: 200, bytes: true, atMost: MAX_OFFICE_DOCUMENTS_BYTES },
    problems: [],
  },
  putOfficeDocument: {
    method: "PUT",
    path: "/api/office/documents/:kind",
    access: "session",
    act: "decide-document",
    roles,
    summary: "Adds the next version of such a document; refused where it does not rest on the newest one",
    params,
    body: { bytes: { atMost: MAX_OFFICE_DOCUMENT_BYTES } },
    answer: { status: 200, json: stored },
    problems: ["bad-envelope", "bad-signature", "conflict", "stale-directory"],
  },
} as const satisfies Record<string, Route>;
