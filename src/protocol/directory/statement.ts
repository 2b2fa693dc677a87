/**
 * A freshness statement: the stewards of a directory say that it still holds, for at most 35 days, and take away: whom
 * they suspend, which channels they close (docs/protocol.md, "Freshness statements"). Here are its bytes; who may sign
 * it and whether it follows the one before is decided in `freshness.ts`.
 */
import { type Bytes, hex, list, utf8 } from "../../crypto/bytes.ts";
import { CryptoError } from "../../crypto/errors.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";
import { HASH_BYTES, SIGNATURE_BYTES, hash } from "../../crypto/sodium.ts";
import { toBase64url } from "../encoding/base64url.ts";
import { base64urlOf, hexOf } from "../encoding/byte-schemas.ts";
import { encodeJson, parseJson } from "../encoding/canonical-json.ts";
import { DAY_MS, isInstant } from "../encoding/day.ts";
import { STATEMENT_DAYS } from "../limits.ts";
import * as z from "../encoding/zod.ts";

/** Why a statement is refused, or that there is none (`freshness.ts`). `statement-two-views` and `statement-rollback` are alarms. */
export type StatementErrorCode =
  | "no-statement"
  | "bad-statement"
  | "too-few-stewards"
  | "other-directory"
  | "statement-rollback"
  | "statement-two-views"
  | "statement-gap"
  | "gives-back"
  | "statement-not-yet-valid"
  | "statement-lapsed";

const uint = z.int().check(z.gte(1), z.lte(0xffff_ffff));
const instant = z.string().check(z.refine(isInstant));
/** Ascending, each once: one spelling of each set */
const ids = z.array(hexOf(ID_BYTES)).check(
  z.maxLength(1_000),
  z.refine((all: readonly string[]) => all.every((id, at) => at === 0 || (all[at - 1] ?? "") < id)),
);

const documentSchema = z.strictObject({
  format: z.literal("segel/1/freshness"),
  directory: z.strictObject({ version: uint, hash: hexOf(HASH_BYTES) }),
  /** 1 in the first statement on a directory, then one more each */
  sequence: uint,
  /** Hash of the statement before; zeros in the first */
  previous: hexOf(HASH_BYTES),
  notBefore: instant,
  expires: instant,
  /** Members, from now on as if removed */
  suspended: ids,
  /** Channels that take no more reports */
  closed: ids,
});

export type StatementDocument = z.infer<typeof documentSchema>;

/** A statement with its signatures, as it travels and is stored. */
export const signedStatementSchema = z.strictObject({
  /** The document's canonical JSON, as text */
  document: z.string().check(z.maxLength(131_072)),
  signatures: z
    .array(z.strictObject({ member: hexOf(ID_BYTES), signature: base64urlOf(SIGNATURE_BYTES) }))
    .check(z.maxLength(64)),
});
export type SignedStatement = z.infer<typeof signedStatementSchema>;

/** What a steward signs: list("freshness", document bytes). */
export function statementSignatureInput(document: Uint8Array): Bytes {
  return list("segel/1/freshness", document);
}

export function statementHashOf(document: Uint8Array): Bytes {
  return hash("segel/1/freshness-hash", document);
}

export function encodeStatement(document: StatementDocument): Bytes {
  return encodeJson(documentSchema, document);
}

/** Throws CryptoError `malformed`, also for days that are none: it ends behind its beginning, 35 days later at most. */
export function parseStatement(bytes: Uint8Array): StatementDocument {
  const document = parseJson(documentSchema, bytes);
  const days = (Date.parse(document.expires) - Date.parse(document.notBefore)) / DAY_MS;
  if (days <= 0 || days > STATEMENT_DAYS) throw new CryptoError("malformed");
  return document;
}

export function statementBytes(signed: SignedStatement): Bytes {
  return utf8(signed.document);
}

/** Text of a statement and its signatures → the object that travels. */
export function signedStatement(
  document: Uint8Array,
  signatures: readonly { member: string; signature: Uint8Array }[],
): SignedStatement {
  return {
    document: new TextDecoder().decode(document),
    signatures: signatures.map(({ member, signature }) => ({ member, signature: toBase64url(signature) })),
  };
}

/** Names one statement among those on a directory: its place, and its hash as hexadecimal. */
export type StatementName = { readonly sequence: number; readonly hash: string };

export function statementNameOf(bytes: Uint8Array, { sequence }: Pick<StatementDocument, "sequence">): StatementName {
  return { sequence, hash: hex(statementHashOf(bytes)) };
}
