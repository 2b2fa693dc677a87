/**
 * The API as one table: the server routes from it, clients call by it, OpenAPI is generated from it.
 * Envelopes travel as bytes (frames.ts); what is no envelope travels as JSON.
 */
import { FILE_ID_BYTES, MAX_SEALED_CELL_BYTES } from "../crypto/file-cells.ts";
import { ID_BYTES } from "../crypto/identity.ts";
import { AEAD_OVERHEAD_BYTES, SIGNATURE_BYTES, SIGNING_KEY_BYTES } from "../crypto/sodium.ts";
import { rowSizes, OWN_BOX_BYTES } from "../crypto/message.ts";
import { WRAP_BYTES } from "../crypto/wrap-size.ts";
import { base64urlOf, bytesInBase64url, bytesInHex, hexOf } from "./byte-schemas.ts";
import { ROLES, STATES } from "./casework.ts";
import { signedDirectorySchema } from "./directory.ts";
import {
  CASES_PAGE,
  CHECK_ANSWER_BYTES,
  DISCARDS_PAGE,
  HEADS_BY_NAME,
  HEADS_PAGE,
  HEAD_NAMES_PAGE,
  MAX_FILES_A_CASE,
  MAX_DISCARD_STEPS,
  MAX_KNOWN_HEADS,
  MAX_NAME_CODE_POINTS,
  MESSAGES_PAGE_BYTES,
  ROWS_PAGE_BYTES,
} from "./limits.ts";
import { PURPOSES, challengeSchema } from "./proof-of-work.ts";
import type { Route } from "./route.ts";
import * as z from "./zod.ts";

/** Whole numbers in addresses: no sign, no leading zero, at most nine digits. */
const numberInPath = z.pipe(z.string().check(z.regex(/^(0|[1-9]\d{0,8})$/u)), z.transform(Number));
const positiveInPath = z.pipe(z.string().check(z.regex(/^[1-9]\d{0,8}$/u)), z.transform(Number));
const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u));
const name = z.string().check(z.minLength(1), z.maxLength(2 * MAX_NAME_CODE_POINTS));

/** Server nonces: 16 random bytes, u32 expiry, 16-byte MAC. */
export const NONCE_BYTES = 36;
const nonce = base64urlOf(NONCE_BYTES);
const signature = bytesInBase64url(SIGNATURE_BYTES);
/** 16 bytes of salt for Argon2id. */
const salt = bytesInBase64url(16);
const stretch = {
  salt,
  memoryKiB: z.int().check(z.gte(0), z.lte(0xffff_ffff)),
  passes: z.int().check(z.gte(0), z.lte(0xffff_ffff)),
};

/** Sealed records of a vault are small: the key wrap 72 bytes, seeds 36 more a year, the memory 76. */
export const VAULT_MEMORY_BYTES = 76;
const vault = z.strictObject({
  keyWrap: bytesInBase64url(72),
  keys: bytesInBase64url(72, 4_096),
  memory: bytesInBase64url(VAULT_MEMORY_BYTES),
});

/** A key, three lists of eight bytes a head, and what sealing adds. */
const MAX_KNOWN_HEADS_BYTES = 32 + 3 * (4 + 8 * MAX_KNOWN_HEADS) + AEAD_OVERHEAD_BYTES;

const caseworkers = ["investigator", "lead"] as const;
const handle = z.strictObject({ handle: uuid });
const cursor = z.strictObject({ after: z.optional(uuid) });
const stored = z.strictObject({ stored: z.literal(true) });
const fileId = bytesInHex(FILE_ID_BYTES);
/** Of how many cells the file is: said with each, so that cells may come in any order. */
const cellCount = z.strictObject({ of: positiveInPath });
const PAYING_PROBLEMS = ["bad-signature", "bad-proof-of-work", "proof-of-work-needed", "awaiting-answer"] as const;
const FILE_PROBLEMS = ["bad-envelope", "conflict", "too-many-files", "storage-full"] as const;

/** A report: 1 MiB of body, two heads with at most 32 slots each (37 KiB), identity and receipt. */
const MAX_SUBMISSION_BYTES = 1_048_576 + 2 * 40_960 + 16_384;
const MAX_ROW_BYTES = Math.max(...rowSizes("team"), ...rowSizes("internal"));
/** What a row grows by on its way: names of its files, an own box, and lengths. */
const ROW_FRAME_BYTES = MAX_FILES_A_CASE * (FILE_ID_BYTES + 4) + OWN_BOX_BYTES + 64;
/** A signed step: eleven fields and a signature, 398 bytes. */
const MAX_DISCARD_STEP_BYTES = 512;
/** A record: so many steps as colleagues who cannot agree within years; a longer one is not taken. */
const MAX_DISCARD_BYTES = MAX_DISCARD_STEPS * MAX_DISCARD_STEP_BYTES + 64;
/** JSON requests are names, keys and signatures; 200 proofs of access with the longest numbers are the largest, 34 KB. */
export const MAX_JSON_BYTES = 40_960;
/** A thousand members with their keys are some 3 MiB; as a text within JSON every quotation mark counts twice. */
const MAX_DIRECTORY_BYTES = 8_388_608;

/** Eight of the largest, or a hundred of eighty members each: who was away for longer is told that the server asks too much. */
export const MAX_DIRECTORIES_BYTES = 8 * MAX_DIRECTORY_BYTES;
/** Everything else that is JSON: a vault with the keys of a century, or the handles of 200 proofs. */
export const MAX_JSON_ANSWER_BYTES = 65_536;
/** The largest head and its handle in a list, and the frame of the page with it */
const MAX_HEAD_BYTES = 40_960;
/** A case's ids, days, counts, sealed summary (1 KiB) and wrap (312 bytes) */
const MAX_CASE_ITEM_BYTES = 2_048;
/** Rows of one page for a member, and one more that began before they were full */
const MAX_MESSAGES_BYTES = MESSAGES_PAGE_BYTES + ROWS_PAGE_BYTES;

export const API = {
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
    summary: "Signed directories from version `from` on, ascending, at most 100; without `from` the newest alone",
    query: z.strictObject({ from: z.optional(positiveInPath) }),
    answer: {
      status: 200,
      json: z.strictObject({ chain: z.array(signedDirectorySchema).check(z.maxLength(100)) }),
      atMost: MAX_DIRECTORIES_BYTES,
    },
    problems: [],
  },
  publishDirectory: {
    method: "POST",
    path: "/api/directory",
    access: "session",
    roles: ["administrator"],
    summary: "Publishes the next directory; accepted by its root signatures, whoever brings it",
    body: { json: signedDirectorySchema, atMost: MAX_DIRECTORY_BYTES },
    answer: { status: 201, json: stored },
    problems: ["bad-envelope", "conflict"],
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
  sendReport: {
    method: "POST",
    path: "/api/reports",
    access: "proof-of-work",
    summary: "Stores a sealed report; the same bytes again get the same answer",
    body: { bytes: { atMost: MAX_SUBMISSION_BYTES } },
    answer: { status: 201, json: stored },
    problems: ["bad-envelope", "bad-proof-of-work", "bad-signature", "conflict", "no-room", "stale-directory"],
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
    body: { bytes: { atMost: MAX_ROW_BYTES + ROW_FRAME_BYTES } },
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
  loginParameters: {
    method: "POST",
    path: "/api/login-parameters",
    access: "public",
    summary: "Salt, cost and nonce for a name; unknown names get stable invented ones",
    body: { json: z.strictObject({ name }) },
    answer: { status: 200, json: z.strictObject({ ...stretch, nonce }) },
    problems: [],
  },
  login: {
    method: "POST",
    path: "/api/session",
    access: "public",
    summary: "Opens a session for a signed challenge; the cookie is HttpOnly and SameSite=Strict",
    body: { json: z.strictObject({ name, nonce, signature }) },
    answer: { status: 201, json: z.strictObject({ memberId: hexOf(ID_BYTES), vault }) },
    problems: ["wrong-login", "not-valid-now", "cross-site"],
  },
  session: {
    method: "GET",
    path: "/api/session",
    access: "session",
    summary: "Who is signed in",
    answer: {
      status: 200,
      json: z.strictObject({ memberId: hexOf(ID_BYTES), roles: z.array(z.enum(ROLES)), directoryVersion: z.int() }),
    },
    problems: [],
  },
  logout: {
    method: "DELETE",
    path: "/api/session",
    access: "session",
    summary: "Ends the session at once",
    answer: { status: 204 },
    problems: [],
  },
  enrol: {
    method: "PUT",
    path: "/api/members/:memberId/login",
    access: "member-key",
    summary: "Sets a member's name, passphrase parameters, login key and vault; signed by the member's directory key",
    params: z.strictObject({ memberId: bytesInHex(ID_BYTES) }),
    body: {
      json: z.strictObject({
        name,
        ...stretch,
        loginPublicKey: bytesInBase64url(SIGNING_KEY_BYTES),
        vault,
        nonce,
        signature,
      }),
    },
    answer: { status: 200, json: stored },
    problems: ["bad-signature", "not-valid-now", "conflict"],
  },
  putVaultMemory: {
    method: "PUT",
    path: "/api/vault/memory",
    access: "session",
    summary: "Stores what the member's client remembers, sealed",
    body: { bytes: { atMost: VAULT_MEMORY_BYTES } },
    answer: { status: 200, json: stored },
    problems: [],
  },
  heads: {
    method: "GET",
    path: "/api/heads",
    access: "session",
    roles: caseworkers,
    summary:
      "Heads of the member's channels that this member has not proved to have opened, in random order, 200 a page; with `only` those of these handles (16 bytes each, base64url, at most 100)",
    query: z.strictObject({ after: z.optional(uuid), only: z.optional(bytesInBase64url(16, 16 * HEADS_BY_NAME)) }),
    answer: { status: 200, bytes: true, atMost: HEADS_PAGE * MAX_HEAD_BYTES },
    problems: [],
  },
  headNames: {
    method: "GET",
    path: "/api/heads/names",
    access: "session",
    roles: caseworkers,
    summary: "Handles alone of the same heads, and which of them nobody has proved to have opened, 4,096 a page",
    query: cursor,
    answer: { status: 200, bytes: true, atMost: 16 * (HEAD_NAMES_PAGE + 1) + 64 },
    problems: [],
  },
  knownHeads: {
    method: "GET",
    path: "/api/vault/heads",
    access: "session",
    roles: caseworkers,
    summary: "What the member's client remembers of heads, sealed; empty before the first",
    answer: { status: 200, bytes: true, atMost: MAX_KNOWN_HEADS_BYTES },
    problems: [],
  },
  putKnownHeads: {
    method: "PUT",
    path: "/api/vault/heads",
    access: "session",
    roles: caseworkers,
    summary: "Stores what the member's client remembers of heads, sealed",
    body: { bytes: { atMost: MAX_KNOWN_HEADS_BYTES } },
    answer: { status: 200, json: stored },
    problems: [],
  },
  grantAccess: {
    method: "POST",
    path: "/api/access",
    access: "session",
    roles: caseworkers,
    summary: "Proves by the access key that cases were opened; nothing but heads is shown before",
    body: {
      json: z.strictObject({
        nonce,
        proofs: z
          .array(z.strictObject({ handle: uuid, epoch: z.int().check(z.gte(0), z.lte(0xffff_ffff)), signature }))
          .check(z.minLength(1), z.maxLength(200)),
      }),
    },
    answer: { status: 200, json: z.strictObject({ granted: z.array(uuid) }) },
    problems: ["bad-signature"],
  },
  cases: {
    method: "GET",
    path: "/api/cases",
    access: "session",
    roles: caseworkers,
    summary: "Cases that the member has proved to have opened, with summary and own wrap, 1,000 a page",
    query: cursor,
    answer: { status: 200, bytes: true, atMost: CASES_PAGE * MAX_CASE_ITEM_BYTES },
    problems: [],
  },
  oneCase: {
    method: "GET",
    path: "/api/cases/:handle",
    access: "session",
    roles: caseworkers,
    summary: "One case as in the list",
    params: handle,
    answer: { status: 200, bytes: true, atMost: MAX_CASE_ITEM_BYTES },
    problems: [],
  },
  envelope: {
    method: "GET",
    path: "/api/cases/:handle/envelope",
    access: "session",
    roles: caseworkers,
    summary: "Head and body of the report",
    params: handle,
    answer: { status: 200, bytes: true, atMost: MAX_SUBMISSION_BYTES },
    problems: [],
  },
  messages: {
    method: "GET",
    path: "/api/cases/:handle/messages/:direction",
    access: "session",
    roles: caseworkers,
    summary:
      "Messages of one direction as many as fit into 1 MiB: the first ones after a sequence, or the newest before one",
    params: z.strictObject({ handle: uuid, direction: z.enum(["reporter", "team", "internal"]) }),
    query: z.strictObject({ after: z.optional(numberInPath), before: z.optional(positiveInPath) }),
    answer: { status: 200, bytes: true, atMost: MAX_MESSAGES_BYTES },
    problems: [],
  },
  putMessage: {
    method: "PUT",
    path: "/api/cases/:handle/messages/:direction/:epoch/:sequence",
    access: "session",
    roles: caseworkers,
    summary:
      "Stores a message of the team or an internal one and claims its files; with `from` and `to` also moves the state",
    params: z.strictObject({
      handle: uuid,
      direction: z.enum(["team", "internal"]),
      epoch: numberInPath,
      sequence: positiveInPath,
    }),
    query: z.strictObject({ from: z.optional(z.enum(STATES)), to: z.optional(z.enum(STATES)) }),
    body: { bytes: { atMost: MAX_ROW_BYTES + ROW_FRAME_BYTES } },
    answer: { status: 200, json: stored },
    problems: ["bad-envelope", "conflict", "files-incomplete", "move-not-allowed"],
  },
  putCell: {
    method: "PUT",
    path: "/api/cases/:handle/files/:fileId/:cell",
    access: "session",
    roles: caseworkers,
    summary: "Stores a cell of a file that will come with an answer; the same bytes again get the same answer",
    params: z.strictObject({ handle: uuid, fileId, cell: numberInPath }),
    query: cellCount,
    body: { bytes: { atMost: MAX_SEALED_CELL_BYTES } },
    answer: { status: 200, json: stored },
    problems: [...FILE_PROBLEMS],
  },
  dropFile: {
    method: "DELETE",
    path: "/api/cases/:handle/files/:fileId",
    access: "session",
    roles: caseworkers,
    summary: "Removes a file of the team that no message has claimed",
    params: z.strictObject({ handle: uuid, fileId }),
    answer: { status: 200, json: z.strictObject({}) },
    problems: [],
  },
  cell: {
    method: "GET",
    path: "/api/cases/:handle/files/:fileId/:cell",
    access: "session",
    roles: caseworkers,
    summary: "A cell of a file of the case, of either side, that a message has claimed",
    params: z.strictObject({ handle: uuid, fileId, cell: numberInPath }),
    answer: { status: 200, bytes: true, atMost: MAX_SEALED_CELL_BYTES },
    problems: [],
  },
  discards: {
    method: "GET",
    path: "/api/discards",
    access: "session",
    roles: caseworkers,
    summary:
      "Records of cases of the member's channels that are being discarded, were taken back or are gone, 500 a page",
    query: cursor,
    answer: { status: 200, bytes: true, atMost: DISCARDS_PAGE * MAX_DISCARD_BYTES },
    problems: [],
  },
  discard: {
    method: "GET",
    path: "/api/cases/:handle/discard",
    access: "session",
    roles: caseworkers,
    summary: "The record of one case; without a step where nobody has proposed anything",
    params: handle,
    answer: { status: 200, bytes: true, atMost: MAX_DISCARD_BYTES },
    problems: [],
  },
  putDiscardStep: {
    method: "PUT",
    path: "/api/cases/:handle/discard",
    access: "session",
    roles: caseworkers,
    summary:
      "Proposes to discard an archived case, agrees as another member, or takes it back; two members, one of them lead",
    params: handle,
    body: { bytes: { atMost: MAX_DISCARD_STEP_BYTES } },
    answer: { status: 200, json: stored },
    problems: ["bad-envelope", "bad-signature", "conflict", "move-not-allowed", "stale-directory", "wrong-day"],
  },
  putWrap: {
    method: "PUT",
    path: "/api/cases/:handle/wrap",
    access: "session",
    roles: caseworkers,
    summary: "Stores the member's own sealed record of a case",
    params: handle,
    body: { bytes: { atMost: WRAP_BYTES } },
    answer: { status: 200, json: stored },
    problems: [],
  },
} as const satisfies Record<string, Route>;

export type Operation = keyof typeof API;
