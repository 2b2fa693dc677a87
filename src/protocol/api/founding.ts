/**
 * What is asked of a server that has no directory yet, and serves nothing else; and, once there is one, whether the office
 * is open (docs/protocol.md, "Founding").
 */
import { ID_BYTES } from "../../crypto/id-size.ts";
import { HASH_BYTES } from "../../crypto/sodium.ts";
import { bytesInBase64url, bytesInHex } from "../encoding/byte-schemas.ts";
import { memberSchema, signedDirectorySchema } from "../directory/directory.ts";
import { FOUNDING_KEY_BYTES, foundingOffice, foundingProposal } from "../founding.ts";
import { MAX_JOINERS } from "../limits.ts";
import type { RehearsalStep } from "../rehearsal.ts";
import type { Route } from "../route.ts";
import { signedStatementSchema } from "../directory/statement.ts";
import * as z from "../encoding/zod.ts";
import { day, stored } from "./fields.ts";

/** Keys, roles and dates of an entry are some 700 bytes, the rest names in many languages. */
const MAX_ENTRY_BYTES = 4_096;
/** Some five hundred units with their short forms, and the days off of three years. */
const MAX_PROPOSAL_BYTES = 131_072;
/** Thirty-two of the largest entries, one channel, roots and a recovery key are 150 KB; as a text within JSON some more. */
const MAX_FIRST_DIRECTORY_BYTES = 262_144;
/** The proposal, the entries, the request and the signed directory with its statement. */
const MAX_STATE_BYTES = MAX_PROPOSAL_BYTES + MAX_JOINERS * MAX_ENTRY_BYTES + 2 * MAX_FIRST_DIRECTORY_BYTES + 65_536;

/** Canonical JSON of the first directory, as text: with nothing before it, all that a request says. */
const document = z.string().check(z.maxLength(MAX_FIRST_DIRECTORY_BYTES));

const opening = z.strictObject({
  isOpen: z.boolean(),
  /** Null while it is not, and where an office never was in rehearsal */
  openedOn: z.nullable(day),
  /**
   * What has been rehearsed, as the server's clear metadata shows it of one case, the one with most of it; null once it is
   * open
   */
  steps: z.nullable(
    z.strictObject({
      /** Two members have opened the case */
      opened: z.boolean(),
      /** The team has written to the reporter */
      answered: z.boolean(),
      /** The reporter, who has come back, has written too */
      replied: z.boolean(),
      /** A member who made new keys was granted the case, and opened it */
      regranted: z.boolean(),
      /** The recovery key's sheets were put together, and gave it */
      recovery: z.boolean(),
    } satisfies Record<RehearsalStep, unknown>),
  ),
});

/** Of a server that is being founded alone: any other has no such address. */
export const FOUNDING = {
  claimFounding: {
    method: "POST",
    path: "/api/founding/claim",
    access: "public",
    summary:
      "Makes whoever has the code that the server printed the founder, known by a key of the own; a code serves once, and for that key again",
    body: {
      json: z.strictObject({
        code: z.string().check(z.maxLength(64)),
        key: bytesInBase64url(FOUNDING_KEY_BYTES),
      }),
      atMost: 1_024,
    },
    answer: { status: 200, json: stored },
    problems: ["wrong-code", "code-served"],
  },
  founding: {
    method: "GET",
    path: "/api/founding/state",
    access: "founding",
    summary:
      "How far the founding is: what is proposed, who has joined, what is asked of the roots, what they have signed",
    answer: {
      status: 200,
      json: z.strictObject({
        caller: z.enum(["founder", "joiner"]),
        proposal: z.nullable(foundingProposal),
        /** In the order in which they came */
        joiners: z.array(memberSchema).check(z.maxLength(MAX_JOINERS)),
        /** The first directory as it is asked for; null while the list is open */
        document: z.nullable(document),
        directory: z.nullable(signedDirectorySchema),
        /** The first statement, and who of the stewards has signed it */
        statement: z.nullable(signedStatementSchema),
      }),
      atMost: MAX_STATE_BYTES,
    },
    problems: [],
  },
  proposeOffice: {
    method: "PUT",
    path: "/api/founding/proposal",
    access: "founder",
    summary:
      "Sets what the office is called and where it is, its first channel, and the key by which people join; once the list is closed that key alone",
    body: {
      json: z.strictObject({ proposal: foundingProposal, joiningKeyHash: bytesInHex(HASH_BYTES) }),
      atMost: MAX_PROPOSAL_BYTES,
    },
    answer: { status: 200, json: stored },
    problems: ["forbidden", "list-closed"],
  },
  joinFounding: {
    method: "POST",
    path: "/api/founding/joiners",
    access: "founding",
    summary: "Takes the entry of somebody who joins, signed by itself, until the list is closed",
    body: { json: z.strictObject({ entry: memberSchema }), atMost: MAX_ENTRY_BYTES },
    answer: { status: 200, json: stored },
    problems: ["bad-envelope", "list-closed", "no-room", "conflict"],
  },
  dropJoiner: {
    method: "DELETE",
    path: "/api/founding/joiners/:memberId",
    access: "founder",
    summary: "Takes somebody off the list, until it is closed",
    params: z.strictObject({ memberId: bytesInHex(ID_BYTES) }),
    answer: { status: 200, json: z.strictObject({}) },
    problems: ["forbidden", "list-closed"],
  },
  closeFounding: {
    method: "PUT",
    path: "/api/founding/request",
    access: "founder",
    summary: "Closes the list, with the first directory as the holders of the roots are asked to sign it",
    body: { json: z.strictObject({ document }), atMost: MAX_FIRST_DIRECTORY_BYTES },
    answer: { status: 200, json: stored },
    problems: ["forbidden", "bad-envelope", "wrong-day", "conflict"],
  },
  reopenFounding: {
    method: "DELETE",
    path: "/api/founding/request",
    access: "founder",
    summary: "Takes the request back and opens the list again, until the directory is signed",
    answer: { status: 200, json: z.strictObject({}) },
    problems: ["forbidden", "conflict"],
  },
  putFirstDirectory: {
    method: "PUT",
    path: "/api/founding/directory",
    access: "founding",
    summary: "Takes the directory that was asked for, signed by enough of its own roots; whoever brings it",
    body: { json: signedDirectorySchema, atMost: MAX_FIRST_DIRECTORY_BYTES },
    answer: { status: 200, json: stored },
    problems: ["bad-envelope", "conflict"],
  },
  confirmFounding: {
    method: "POST",
    path: "/api/founding/confirmations",
    access: "founding",
    summary:
      "Signs the first statement on the directory; with the last steward that it needs both are published, and the office is founded",
    body: { json: z.strictObject({ statement: signedStatementSchema }) },
    answer: { status: 200, json: z.strictObject({ isFounded: z.boolean() }) },
    problems: ["bad-envelope", "wrong-day", "conflict"],
  },
  founded: {
    method: "GET",
    path: "/api/founding/founded",
    access: "public",
    summary: "What the office's pages are made of, once it is founded and until the server is started with its roots",
    answer: {
      status: 200,
      json: z.strictObject({ office: foundingOffice, directory: signedDirectorySchema }),
      atMost: MAX_STATE_BYTES,
    },
    problems: [],
  },
} as const satisfies Record<string, Route>;

export const OPENING = {
  opening: {
    method: "GET",
    path: "/api/office/opening",
    access: "session",
    summary: "Whether the office is open to the public, and what of the rehearsal before it is done",
    answer: { status: 200, json: opening },
    problems: [],
  },
  openOffice: {
    method: "POST",
    path: "/api/office/opening",
    access: "session",
    act: "open-office",
    roles: ["lead", "administrator"],
    summary: "Opens the office to the public where nothing of the rehearsal is missing; else says what is",
    answer: { status: 200, json: opening },
    problems: [],
  },
} as const satisfies Record<string, Route>;
