/**
 * The API as one table, in parts by who asks: the server routes from it, clients call by it, OpenAPI is generated
 * from it. Envelopes travel as bytes (frames.ts); what is no envelope travels as JSON.
 */
import { AUDIT } from "./api/audit.ts";
import { CASEWORK } from "./api/casework.ts";
import { ENTRIES } from "./api/entries.ts";
import { FACTORS } from "./api/factors.ts";
import { FOUNDING, OPENING } from "./api/founding.ts";
import { MEMBER } from "./api/member.ts";
import { DOCUMENTS } from "./api/office-documents.ts";
import { PUBLIC } from "./api/public.ts";
import { PUBLISHING } from "./api/publishing.ts";
import { REPORTER } from "./api/reporter.ts";
import type { Route } from "./route.ts";

/** JSON requests are names, keys and signatures; 200 proofs of access with the longest numbers are the largest, 34 KB. */
export const MAX_JSON_BYTES = 40_960;
/** Every answer of JSON that names no other size: a vault with the keys of a century, or the handles of 200 proofs. */
export const MAX_JSON_ANSWER_BYTES = 65_536;

export const API = {
  ...PUBLIC,
  ...REPORTER,
  ...FACTORS,
  ...MEMBER,
  ...ENTRIES,
  ...CASEWORK,
  ...DOCUMENTS,
  ...PUBLISHING,
  ...AUDIT,
  ...OPENING,
  ...FOUNDING,
} as const satisfies Record<string, Route>;

export type Operation = keyof typeof API;
