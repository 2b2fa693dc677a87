/**
 * Published figures: a snapshot of a quarter or a half-year, which never changes afterwards
 * (docs/protocol.md, "Published figures"). It is clear and holds nothing that somebody may not know; what makes it so is done before, in a lead's
 * browser. Here are its bytes; whether one follows those before is decided in `chain.ts`, who has signed in `signers.ts`.
 */
import { type Bytes, fromHex, list, utf8 } from "../../crypto/bytes.ts";
import { ID_BYTES } from "../../crypto/id-size.ts";
import { HASH_BYTES, SIGNATURE_BYTES, hash } from "../../crypto/sodium.ts";
import { base64urlOf, hexOf } from "../encoding/byte-schemas.ts";
import { encodeJson, parseJson } from "../encoding/canonical-json.ts";
import { isDay } from "../encoding/day.ts";
import * as z from "../encoding/zod.ts";
import { isPeriod } from "./period.ts";

/**
 * By what the reports of a period are counted, one property at a time: each has one value of each, so that the values of a
 * table together are the whole. `standing`: where it is on the day of counting; `outcome` divides those that are closed there.
 */
export const PROPERTIES = [
  "channel",
  "way",
  "category",
  "unit",
  "standing",
  "outcome",
  "first-answer",
  "decision",
  "returned",
] as const;
export type Property = (typeof PROPERTIES)[number];

/** Of how long half of the reports took at most, in whole weeks. */
export const MEDIANS = ["answer", "verification", "conclusion"] as const;
export type Median = (typeof MEDIANS)[number];

/** Of a snapshot that names five hundred units */
export const MAX_SNAPSHOT_BYTES = 131_072;
const MAX_ROWS = 500;
const MAX_NAME = 200;

/** What an office may set: fewer protect nobody, and more tell nothing. */
const LEAST_THRESHOLD = 3;
const MOST_THRESHOLD = 20;

const uint = z.int().check(z.gte(1), z.lte(0xffff_ffff));
const count = z.int().check(z.gte(0), z.lte(0xffff_ffff));
const name = z.string().check(z.minLength(1), z.maxLength(MAX_NAME));
const day = z.string().check(z.refine(isDay));

const rowSchema = z.strictObject({
  /** A code of this program's tables, a channel's id, or a unit's name */
  key: name,
  /** What the office calls it, where the key is none of ours: by language */
  names: z.optional(z.record(z.string().check(z.regex(/^[a-z]{2,3}$/u)), name)),
  count,
});
export type Row = z.infer<typeof rowSchema>;

const tableSchema = z.strictObject({
  by: z.enum(PROPERTIES),
  /** The largest first */
  rows: z.array(rowSchema).check(z.minLength(1), z.maxLength(MAX_ROWS)),
  /** All other values together, which are not told one by one; null where there are none */
  rest: z.nullable(count),
});
export type Table = z.infer<typeof tableSchema>;

/** null: fewer than the threshold, perhaps none */
const received = z.nullable(count);
const tables = z.array(tableSchema).check(z.refine(isEachOnce));

/** Tables of an earlier snapshot as they stand now; those that stay as they were are left out. */
const correctionSchema = z.strictObject({ sequence: uint, received: count, tables });
export type Correction = z.infer<typeof correctionSchema>;

const documentSchema = z.strictObject({
  format: z.literal("segel/1/figures-snapshot"),
  /** 1 in an office's first, then one more each */
  sequence: uint,
  /** Hash of the snapshot before; zeros in the first */
  previous: hexOf(HASH_BYTES),
  /** Under which it was counted and signed */
  directory: z.strictObject({ version: uint, hash: hexOf(HASH_BYTES) }),
  period: z.string().check(z.refine(isPeriod)),
  /** The day on which it was counted */
  counted: day,
  /** Fewer than so many are not told */
  threshold: z.int().check(z.gte(LEAST_THRESHOLD), z.lte(MOST_THRESHOLD)),
  /** Shares are told of so many and more */
  sharesFrom: count,
  received,
  /** Cases that ended in the period, whenever they came */
  ended: received,
  tables,
  /** How many were followed up, of how many, by a formula of protocol/law; null where the tables do not tell it */
  followedUp: z.nullable(z.strictObject({ formula: name, done: count, of: count })),
  medians: z.array(z.strictObject({ of: z.enum(MEDIANS), weeks: uint })).check(z.maxLength(MEDIANS.length)),
  corrections: z.array(correctionSchema).check(z.maxLength(64)),
});
export type Snapshot = z.infer<typeof documentSchema>;

export const snapshotSignatureSchema = z.strictObject({
  member: hexOf(ID_BYTES),
  day,
  signature: base64urlOf(SIGNATURE_BYTES),
});
export type SnapshotSignature = z.infer<typeof snapshotSignatureSchema>;

/** A snapshot with its signatures, as it travels, is stored and is downloaded. */
export const signedSnapshotSchema = z.strictObject({
  /** The document's canonical JSON, as text */
  document: z.string().check(z.maxLength(MAX_SNAPSHOT_BYTES)),
  /** Of who prepared it, and of who read it */
  signatures: z.array(snapshotSignatureSchema).check(z.maxLength(2)),
});
export type SignedSnapshot = z.infer<typeof signedSnapshotSchema>;

export function encodeSnapshot(snapshot: Snapshot): Bytes {
  return encodeJson(documentSchema, snapshot);
}

/** Throws CryptoError `malformed`. */
export function parseSnapshot(bytes: Uint8Array): Snapshot {
  return parseJson(documentSchema, bytes);
}

export function snapshotBytes(signed: SignedSnapshot): Bytes {
  return utf8(signed.document);
}

export function snapshotHashOf(document: Uint8Array): Bytes {
  return hash("segel/1/figures-snapshot", document);
}

/** What a member signs, and on which day: the later of two days is that of publication. */
export function snapshotSignatureInput(document: Uint8Array, member: string, day: string): Bytes {
  return list("segel/1/figures-signature", snapshotHashOf(document), fromHex(member), day);
}

function isEachOnce(all: readonly { readonly by: Property }[]): boolean {
  return new Set(all.map(({ by }) => by)).size === all.length;
}
