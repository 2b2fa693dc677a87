/** What investigators and leads ask: heads, cases, their messages and files, discards. */
import { MAX_SEALED_CELL_BYTES } from "../../crypto/file-cells.ts";
import { AEAD_OVERHEAD_BYTES } from "../../crypto/sodium.ts";
import { DIGESTED_WRAP_BYTES } from "../../crypto/wrap-size.ts";
import { bytesInBase64url } from "../encoding/byte-schemas.ts";
import { STATES } from "../rules/casework.ts";
import {
  CASES_PAGE,
  DISCARDS_PAGE,
  HEADS_BY_NAME,
  HEADS_PAGE,
  HEAD_NAMES_PAGE,
  MAX_DISCARD_STEPS,
  MAX_KNOWN_HEADS,
  MESSAGES_PAGE_BYTES,
  ROWS_PAGE_BYTES,
  WAITING_PAGE,
} from "../limits.ts";
import type { Route } from "../route.ts";
import * as z from "../encoding/zod.ts";
import {
  FILE_PROBLEMS,
  MAX_FRAMED_ROW_BYTES,
  MAX_SUBMISSION_BYTES,
  cellCount,
  fileId,
  nonce,
  numberInPath,
  positiveInPath,
  signature,
  stored,
  urgentBit,
} from "./fields.ts";

const uuid = z.string().check(z.regex(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/u));
const caseworkers = ["investigator", "lead"] as const;
export const handle = z.strictObject({ handle: uuid });
const cursor = z.strictObject({ after: z.optional(uuid) });

/** A key, three lists of eight bytes a head, and what sealing adds. */
/** Three lists of names, and the versions of what members declare: of four thousand of them */
export const MAX_KNOWN_HEADS_BYTES = 32 + 3 * (4 + 8 * MAX_KNOWN_HEADS) + (4 + 12 * 4_096) + AEAD_OVERHEAD_BYTES;
/** A signed step: eleven fields and a signature, 398 bytes. */
const MAX_DISCARD_STEP_BYTES = 512;
/** A record: so many steps as colleagues who cannot agree within years; a longer one is not taken. */
const MAX_DISCARD_BYTES = MAX_DISCARD_STEPS * MAX_DISCARD_STEP_BYTES + 64;
/** The largest head and its handle in a list, and the frame of the page with it */
const MAX_HEAD_BYTES = 40_960;
/** A case's ids, days, counts, sealed summary (1 KiB), wrap (312 bytes) and digest (552 bytes) */
const MAX_CASE_ITEM_BYTES = 2_560;
/** Rows of one page for a member, and one more that began before they were full */
const MAX_MESSAGES_BYTES = MESSAGES_PAGE_BYTES + ROWS_PAGE_BYTES;

/** A row of the team with the open part of a team of sixty-four and a signed removal of as many. */
const MAX_OPEN_ROW_BYTES = MAX_FRAMED_ROW_BYTES + 64 * 1_168 + 4_096;
/** The largest open part, and the handle beside it */
const MAX_WAITING_BYTES = 64 * 1_168 + 1_024;
/** Ids, hashes and sixty-four removed */
const MAX_REMOVAL_BYTES = 2_048;

export const CASEWORK = {
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
  newHeadNames: {
    method: "GET",
    path: "/api/heads/new",
    access: "session",
    roles: caseworkers,
    summary:
      "Handles of the same heads that came since yesterday, 4,096 a page, and a digest of the names of all before: who knows those need not ask for them",
    query: cursor,
    answer: { status: 200, bytes: true, atMost: 16 * (HEAD_NAMES_PAGE + 1) + 128 },
    problems: [],
  },
  changes: {
    method: "GET",
    path: "/api/changes",
    access: "session",
    roles: caseworkers,
    summary:
      "Server-sent events at a steady beat, all of one length: `same`, or `look` where something may have changed of what this member is shown",
    answer: { status: 200, events: true, atMost: 0 },
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
    act: "open-cases",
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
    act: "message",
    roles: caseworkers,
    summary:
      "Stores a message of the team or an internal one and claims its files; with `from` and `to` also moves the state; with `urgent` rings for colleagues soon",
    params: z.strictObject({
      handle: uuid,
      direction: z.enum(["team", "internal"]),
      epoch: numberInPath,
      sequence: positiveInPath,
    }),
    query: z.strictObject({
      from: z.optional(z.enum(STATES)),
      to: z.optional(z.enum(STATES)),
      urgent: urgentBit,
    }),
    body: { bytes: { atMost: MAX_FRAMED_ROW_BYTES } },
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
    act: "discard-step",
    roles: caseworkers,
    summary:
      "Proposes to discard an archived case, agrees as another member, or takes it back; two members, one of them lead",
    params: handle,
    body: { bytes: { atMost: MAX_DISCARD_STEP_BYTES } },
    answer: { status: 200, json: stored },
    problems: ["bad-envelope", "bad-signature", "conflict", "move-not-allowed", "stale-directory", "wrong-day"],
  },
  putEpoch: {
    method: "PUT",
    path: "/api/cases/:handle/epochs/:epoch/:sequence",
    access: "session",
    act: "epoch",
    roles: caseworkers,
    summary: "Begins the next epoch of a case: a record, its open part, and the signed removal of who is shut out",
    params: z.strictObject({ handle: uuid, epoch: positiveInPath, sequence: positiveInPath }),
    body: { bytes: { atMost: MAX_OPEN_ROW_BYTES } },
    answer: { status: 200, json: stored },
    problems: ["bad-envelope", "bad-signature", "conflict", "stale-directory"],
  },
  putGrant: {
    method: "PUT",
    path: "/api/cases/:handle/grants/:epoch/:sequence",
    access: "session",
    act: "grant",
    roles: caseworkers,
    summary: "Gives a case to another investigator or lead: a record, and its open part",
    params: z.strictObject({ handle: uuid, epoch: numberInPath, sequence: positiveInPath }),
    body: { bytes: { atMost: MAX_OPEN_ROW_BYTES } },
    answer: { status: 200, json: stored },
    problems: ["bad-envelope", "conflict"],
  },
  epochs: {
    method: "GET",
    path: "/api/epochs",
    access: "session",
    roles: caseworkers,
    summary:
      "Cases of which the member has proved an older epoch: the open part of the newest and nothing else, 100 a page",
    query: cursor,
    answer: { status: 200, bytes: true, atMost: WAITING_PAGE * MAX_WAITING_BYTES },
    problems: [],
  },
  grants: {
    method: "GET",
    path: "/api/grants",
    access: "session",
    roles: caseworkers,
    summary: "Cases given to the member and not proved since: head and open part of each colleague's grant, 100 a page",
    query: cursor,
    answer: { status: 200, bytes: true, atMost: WAITING_PAGE * (MAX_WAITING_BYTES + MAX_HEAD_BYTES) },
    problems: [],
  },
  removals: {
    method: "GET",
    path: "/api/removals",
    access: "session",
    roles: caseworkers,
    summary: "Signed removals that name the member, of cases not given back since, 100 a page",
    query: cursor,
    answer: { status: 200, bytes: true, atMost: WAITING_PAGE * MAX_REMOVAL_BYTES },
    problems: [],
  },
  caseRemovals: {
    method: "GET",
    path: "/api/cases/:handle/removals",
    access: "session",
    roles: caseworkers,
    summary: "What members signed for the server to begin the case's epochs, the newest 100",
    params: z.strictObject({ handle: uuid }),
    answer: { status: 200, bytes: true, atMost: WAITING_PAGE * MAX_REMOVAL_BYTES },
    problems: [],
  },
  putWrap: {
    method: "PUT",
    path: "/api/cases/:handle/wrap",
    access: "session",
    roles: caseworkers,
    summary: "Stores the member's own sealed record of a case: its keys, and what the list shows of it",
    params: handle,
    body: { bytes: { atMost: DIGESTED_WRAP_BYTES } },
    answer: { status: 200, json: stored },
    problems: [],
  },
} as const satisfies Record<string, Route>;
