/** What every member asks about coming in: sign-in in two steps, second factors, sessions, and a colleague's lost factor. */
import { CODE_SECRET_BYTES, FACTOR_ID_BYTES, PASSKEY_WRAP_BYTES } from "../../crypto/factor.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";
import { HASH_BYTES } from "../../crypto/sodium.ts";
import { base64urlOf, bytesInBase64url, bytesInHex, hexOf } from "../encoding/byte-schemas.ts";
import { MAX_NAME_CODE_POINTS } from "../limits.ts";
import type { Route } from "../route.ts";
import * as z from "../encoding/zod.ts";
import { day, nonce, signature, stored } from "./fields.ts";

const name = z.string().check(z.minLength(1), z.maxLength(2 * MAX_NAME_CODE_POINTS));
const memberId = hexOf(ID_BYTES);

/** Sealed records of a vault are small: the key wrap 72 bytes, seeds 36 more a year, the memory 76, 36 more where it names a statement too, and 68 more where it names a head of the audit trail. */
export const VAULT_MEMORY_BYTES: readonly number[] = [76, 112, 144, 180];
export const MOST_MEMORY_BYTES = Math.max(...VAULT_MEMORY_BYTES);
const VAULT_KEY_WRAP_BYTES = 72;
export const vaultKeys = bytesInBase64url(72, 4_096);
const records = {
  keys: vaultKeys,
  memory: bytesInBase64url(Math.min(...VAULT_MEMORY_BYTES), MOST_MEMORY_BYTES),
};
export const vault = z.strictObject({ keyWrap: bytesInBase64url(VAULT_KEY_WRAP_BYTES), ...records });

/** WebAuthn, 6.5.1: a credential id has at most 1023 bytes. */
const credentialId = base64urlOf(16, 1_023);
/** Client data is some 200 bytes; an attestation without a statement some 300, with the certificates of one a few thousand. */
const clientData = bytesInBase64url(1, 2_048);
const attestation = bytesInBase64url(1, 16_384);

/** What an authenticator answers when it is asked to sign in (WebAuthn, 5.2.2). */
const assertion = z.strictObject({
  credentialId,
  clientData,
  authenticatorData: bytesInBase64url(37, 2_048),
  signature: bytesInBase64url(1, 8_192),
});

/** Six digits (RFC 6238, 1.2; docs/protocol.md, "The second factor"). */
const code = z.string().check(z.regex(/^\d{6}$/u));

/** A sign-in that waits for its second factor: 16 random bytes, member, u32 expiry, 16-byte MAC. */
export const TICKET_BYTES = 52;

/** How a session was begun: by the six words alone, with a code, or with a passkey. */
const SESSION_WAYS = ["words", "code", "passkey"] as const;
export type SessionWay = (typeof SESSION_WAYS)[number];

/** `mustAddFactor`: until then the session serves for nothing else. `wrongCodes`: since the last right one. */
const entered = {
  memberId,
  mustAddFactor: z.boolean(),
  wrongCodes: z.int(),
  /** From this day on the second factor is reset, as two colleagues have asked */
  resetOn: z.nullable(day),
};

const enteredByWords = z.strictObject({ ...entered, vault });
/** What is asked for in the second step; passkeys are those of this very address. */
const waiting = z.strictObject({
  ticket: bytesInBase64url(TICKET_BYTES),
  code: z.boolean(),
  passkeys: z.array(credentialId),
  resetOn: z.nullable(day),
});

export const FACTORS = {
  login: {
    method: "POST",
    path: "/api/session",
    access: "public",
    summary:
      "Opens a session for a signed challenge, or says which second factor it waits for; the cookie is HttpOnly and SameSite=Strict",
    /** `proof`: the solved challenge that came with the parameters, as the header `segel-proof` has it */
    body: { json: z.strictObject({ name, nonce, signature, proof: z.optional(z.string().check(z.maxLength(1_024))) }) },
    answer: { status: 201, json: z.union([enteredByWords, waiting]) },
    problems: ["wrong-login", "proof-of-work-needed", "not-valid-now", "cross-site"],
  },
  giveFactor: {
    method: "POST",
    path: "/api/session/factor",
    access: "public",
    summary: "Opens the session that waited for a second factor: a code or a passkey, each of which serves once",
    body: {
      json: z.strictObject({
        ticket: bytesInBase64url(TICKET_BYTES),
        factor: z.union([z.strictObject({ code }), z.strictObject({ assertion })]),
      }),
    },
    answer: { status: 201, json: enteredByWords },
    problems: ["not-signed-in", "wrong-factor", "too-many-codes", "cross-site"],
  },
  passkeyLogin: {
    method: "POST",
    path: "/api/session/passkey",
    access: "public",
    summary: "Opens a session by a passkey that opens the vault on an enrolled device",
    body: { json: z.strictObject({ nonce, assertion }) },
    answer: {
      status: 201,
      json: z.strictObject({
        ...entered,
        vault: z.strictObject({ passkeyWrap: bytesInBase64url(PASSKEY_WRAP_BYTES), ...records }),
      }),
    },
    problems: ["wrong-factor", "not-valid-now", "cross-site"],
  },
  vault: {
    method: "GET",
    path: "/api/vault",
    access: "session",
    beforeFactor: true,
    summary: "The member's own name, cost of the passphrase and sealed records",
    answer: {
      status: 200,
      json: z.strictObject({
        name,
        salt: bytesInBase64url(16),
        memoryKiB: z.int(),
        passes: z.int(),
        vault,
      }),
    },
    problems: [],
  },
  sessions: {
    method: "GET",
    path: "/api/sessions",
    access: "session",
    summary: "The member's own sessions: on which day each began and how; nothing of devices or addresses",
    answer: {
      status: 200,
      json: z.strictObject({
        sessions: z.array(
          z.strictObject({ id: hexOf(HASH_BYTES), begunOn: day, way: z.enum(SESSION_WAYS), isThis: z.boolean() }),
        ),
      }),
    },
    problems: [],
  },
  endSession: {
    method: "DELETE",
    path: "/api/sessions/:sessionId",
    access: "session",
    summary: "Ends one of the member's own sessions at once",
    params: z.strictObject({ sessionId: bytesInHex(HASH_BYTES) }),
    answer: { status: 200, json: z.strictObject({}) },
    problems: [],
  },
  endOtherSessions: {
    method: "DELETE",
    path: "/api/sessions",
    access: "session",
    summary: "Ends all of the member's sessions but the one that asks",
    answer: { status: 200, json: z.strictObject({}) },
    problems: [],
  },
  factors: {
    method: "GET",
    path: "/api/factors",
    access: "session",
    beforeFactor: true,
    summary: "The member's own second factors, and whether a reset was asked for",
    answer: {
      status: 200,
      json: z.strictObject({
        isRequired: z.boolean(),
        factors: z.array(
          z.strictObject({
            id: hexOf(FACTOR_ID_BYTES),
            kind: z.enum(["code", "passkey"]),
            addedOn: day,
            /** Where a passkey serves; null for codes, which serve at every address */
            origin: z.nullable(z.string()),
            credentialId: z.nullable(credentialId),
            opensVault: z.boolean(),
          }),
        ),
        reset: z.nullable(z.strictObject({ askedBy: z.array(memberId), goesOn: z.nullable(day) })),
      }),
    },
    problems: [],
  },
  addCode: {
    method: "PUT",
    path: "/api/factors/:factorId/code",
    access: "session",
    act: "add-code",
    beforeFactor: true,
    summary: "Adds time-based codes; signed by the member's directory key, and proved by a first code",
    params: z.strictObject({ factorId: bytesInHex(FACTOR_ID_BYTES) }),
    body: { json: z.strictObject({ secret: bytesInBase64url(CODE_SECRET_BYTES), code, nonce, signature }) },
    answer: { status: 200, json: stored },
    problems: ["bad-signature", "wrong-factor", "conflict"],
  },
  addPasskey: {
    method: "PUT",
    path: "/api/factors/:factorId/passkey",
    access: "session",
    act: "add-passkey",
    beforeFactor: true,
    summary: "Adds a passkey, with the vault key wrapped under it where it gives a secret; signed by the directory key",
    params: z.strictObject({ factorId: bytesInHex(FACTOR_ID_BYTES) }),
    body: {
      json: z.strictObject({
        credentialId,
        clientData,
        attestation,
        keyWrap: z.nullable(bytesInBase64url(PASSKEY_WRAP_BYTES)),
        nonce,
        signature,
      }),
    },
    answer: { status: 200, json: stored },
    problems: ["bad-signature", "wrong-factor", "conflict"],
  },
  removeFactor: {
    method: "POST",
    path: "/api/factors/:factorId/removal",
    access: "session",
    act: "remove-factor",
    summary: "Removes a second factor; signed by the directory key, and never the last one where one is required",
    params: z.strictObject({ factorId: bytesInHex(FACTOR_ID_BYTES) }),
    body: { json: z.strictObject({ nonce, signature }) },
    answer: { status: 200, json: z.strictObject({}) },
    problems: ["bad-signature", "last-factor"],
  },
  memberFactors: {
    method: "GET",
    path: "/api/members/factors",
    access: "session",
    roles: ["lead", "administrator"],
    summary: "Who has how many second factors, who signed in last on which day, and whose reset is asked for",
    answer: {
      status: 200,
      json: z.strictObject({
        members: z.array(
          z.strictObject({
            memberId,
            codes: z.int(),
            passkeys: z.int(),
            /** For administrators alone; null before the first time */
            signedInOn: z.nullable(day),
            reset: z.nullable(z.strictObject({ askedBy: z.array(memberId), goesOn: z.nullable(day) })),
          }),
        ),
      }),
    },
    problems: [],
  },
  askFactorReset: {
    method: "POST",
    path: "/api/members/:memberId/factor-reset",
    access: "session",
    act: "ask-factor-reset",
    roles: ["lead", "administrator"],
    summary: "Asks that a colleague's second factors be removed; the second one who signs begins a day of waiting",
    params: z.strictObject({ memberId: bytesInHex(ID_BYTES) }),
    body: { json: z.strictObject({ day, signature }) },
    answer: { status: 200, json: z.strictObject({ goesOn: z.nullable(day) }) },
    problems: ["bad-signature", "wrong-day", "not-found"],
  },
  stopFactorReset: {
    method: "POST",
    path: "/api/factors/reset/stop",
    access: "session",
    act: "stop-factor-reset",
    summary: "Stops what two colleagues have asked about the member's own second factors; signed by the directory key",
    body: { json: z.strictObject({ nonce, signature }) },
    answer: { status: 200, json: z.strictObject({}) },
    problems: ["bad-signature"],
  },
} as const satisfies Record<string, Route>;
