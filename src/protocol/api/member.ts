/** What members ask: a name's parameters, enrolment, the vault, notices, interests; an administrator's directory. */
import { MAX_DECLARATION_BYTES } from "../../crypto/declaration.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";
import { SIGNING_KEY_BYTES } from "../../crypto/sodium.ts";
import { bytesInBase64url, bytesInHex, hexOf } from "../encoding/byte-schemas.ts";
import { ROLES } from "../rules/casework.ts";
import { signedDirectorySchema } from "../directory/directory.ts";
import { MAX_NAME_CODE_POINTS, RECOVERY_RECORDS } from "../limits.ts";
import { mailHoursSchema, wishesSchema } from "../rules/notices-schema.ts";
import { MAIL_FAILURES } from "../rules/notices.ts";
import { signInChallengeSchema } from "../proof-of-work.ts";
import { recoveryRecordSchema } from "../directory/recovery-record.ts";
import type { Route } from "../route.ts";
import { signedStatementSchema } from "../directory/statement.ts";
import * as z from "../encoding/zod.ts";
import { MOST_MEMORY_BYTES, vault } from "./factors.ts";
import { MAX_DIRECTORY_BYTES, day, nonce, signature, stored } from "./fields.ts";

const name = z.string().check(z.minLength(1), z.maxLength(2 * MAX_NAME_CODE_POINTS));
/** 16 bytes of salt for Argon2id. */
const salt = bytesInBase64url(16);
const stretch = {
  salt,
  memoryKiB: z.int().check(z.gte(0), z.lte(0xffff_ffff)),
  passes: z.int().check(z.gte(0), z.lte(0xffff_ffff)),
};

/** A statement, and the next directory where it is not on the published one. */
const proposalSchema = z.strictObject({
  statement: signedStatementSchema,
  directory: z.nullable(signedDirectorySchema),
});

const mailFailure = z.enum(MAIL_FAILURES);

export const MEMBER = {
  loginParameters: {
    method: "POST",
    path: "/api/login-parameters",
    access: "public",
    summary:
      "Salt, cost and nonce for a name; unknown names get stable invented ones; after many wrong words a challenge too",
    body: { json: z.strictObject({ name }) },
    answer: { status: 200, json: z.strictObject({ ...stretch, nonce, challenge: z.nullable(signInChallengeSchema) }) },
    problems: [],
  },
  session: {
    method: "GET",
    path: "/api/session",
    access: "session",
    beforeFactor: true,
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
    beforeFactor: true,
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
    beforeFactor: true,
    summary: "Stores what the member's client remembers, sealed",
    body: { bytes: { atMost: MOST_MEMORY_BYTES } },
    answer: { status: 200, json: stored },
    problems: [],
  },
  notices: {
    method: "GET",
    path: "/api/notices",
    access: "session",
    roles: ["investigator", "lead"],
    summary: "Whether and when the member is told by mail that there is something new",
    answer: {
      status: 200,
      json: z.strictObject({
        isOffered: z.boolean(),
        hours: mailHoursSchema,
        zone: z.string(),
        wishes: z.nullable(wishesSchema),
        failure: z.nullable(z.strictObject({ code: mailFailure, on: day })),
      }),
    },
    problems: [],
  },
  putNotices: {
    method: "PUT",
    path: "/api/notices",
    access: "session",
    roles: ["investigator", "lead"],
    summary: "Sets where and when the member is told by mail",
    body: { json: wishesSchema },
    answer: { status: 200, json: stored },
    problems: ["mail-off"],
  },
  dropNotices: {
    method: "DELETE",
    path: "/api/notices",
    access: "session",
    roles: ["investigator", "lead"],
    summary: "Forgets the member's address: no mail any more",
    answer: { status: 200, json: z.strictObject({}) },
    problems: [],
  },
  testNotices: {
    method: "POST",
    path: "/api/notices/test",
    access: "session",
    roles: ["investigator", "lead"],
    summary: "Sends a test mail to the member's address, and answers when the mail server has taken it",
    answer: { status: 200, json: z.strictObject({ sent: z.literal(true) }) },
    problems: ["mail-off", "mail-failed", "too-often"],
  },
  failingNotices: {
    method: "GET",
    path: "/api/notices/failing",
    access: "session",
    roles: ["administrator"],
    summary: "Whose mails do not go, since which day and why: a code, and no address",
    answer: {
      status: 200,
      json: z.strictObject({
        isOffered: z.boolean(),
        failing: z.array(z.strictObject({ memberId: hexOf(ID_BYTES), code: mailFailure, on: day, attempts: z.int() })),
      }),
    },
    problems: [],
  },
  interests: {
    method: "GET",
    path: "/api/members/:memberId/interests",
    access: "session",
    roles: ["investigator", "lead"],
    summary:
      "What a member has declared of own interests, sealed: one's own, or as lead of one of the member's channels; empty before the first",
    params: z.strictObject({ memberId: bytesInHex(ID_BYTES) }),
    answer: { status: 200, bytes: true, atMost: MAX_DECLARATION_BYTES },
    problems: ["not-found"],
  },
  putInterests: {
    method: "PUT",
    path: "/api/interests",
    access: "session",
    act: "declare-interests",
    roles: ["investigator", "lead"],
    summary: "Replaces what the member has declared of own interests by a newer version, sealed",
    body: { bytes: { atMost: MAX_DECLARATION_BYTES } },
    answer: { status: 200, json: stored },
    problems: ["bad-envelope", "conflict"],
  },
  recoveryRecords: {
    method: "GET",
    path: "/api/recovery",
    access: "session",
    summary: "When the recovery key was rehearsed, and when cases were opened with it: signed records, newest first",
    answer: {
      status: 200,
      json: z.strictObject({ records: z.array(recoveryRecordSchema).check(z.maxLength(RECOVERY_RECORDS)) }),
    },
    problems: [],
  },
  putRecoveryRecord: {
    method: "POST",
    path: "/api/recovery",
    access: "session",
    act: "record-recovery",
    summary: "Stores what proves that the recovery key was rehearsed, or that cases are opened with it",
    body: { json: recoveryRecordSchema },
    answer: { status: 200, json: stored },
    problems: ["bad-envelope"],
  },
  publishDirectory: {
    method: "POST",
    path: "/api/directory",
    access: "session",
    act: "publish-directory",
    roles: ["administrator"],
    summary: "Publishes the next directory with its first statement; accepted by its signatures, whoever brings it",
    body: { json: signedDirectorySchema, atMost: MAX_DIRECTORY_BYTES },
    answer: { status: 201, json: stored },
    problems: ["bad-envelope", "conflict"],
  },
  proposals: {
    method: "GET",
    path: "/api/directory/statements",
    access: "session",
    // What is stated is signed by stewards, whatever their session has passed; and without it nobody comes in at all.
    beforeFactor: true,
    roles: ["lead", "administrator"],
    summary: "Statements on the directory, or on the next one, that too few stewards have signed yet",
    answer: {
      status: 200,
      json: z.strictObject({ proposals: z.array(proposalSchema).check(z.maxLength(16)) }),
      atMost: 2 * MAX_DIRECTORY_BYTES,
    },
    problems: [],
  },
  propose: {
    method: "POST",
    path: "/api/directory/statements",
    access: "session",
    act: "state-directory",
    // What is stated is signed by stewards, whatever their session has passed; and without it nobody comes in at all.
    beforeFactor: true,
    roles: ["lead", "administrator"],
    summary:
      "Signs a statement, on the directory or on the next one; published when enough stewards have signed the same",
    body: { json: proposalSchema, atMost: MAX_DIRECTORY_BYTES },
    answer: { status: 200, json: z.strictObject({ isPublished: z.boolean() }) },
    problems: ["bad-envelope", "conflict"],
  },
} as const satisfies Record<string, Route>;
