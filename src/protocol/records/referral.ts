/** A case file that goes to another body as a sealed package, written down before it leaves; and the receipt that came back. */
import { MAX_PACKAGE_FILES } from "../limits.ts";
import { RECEIVING_BODIES } from "../rules/referrals.ts";
import * as z from "../encoding/zod.ts";
import { isSaid, recordDay, recordLine, recordText } from "./texts.ts";

const text = z.string();
const saidLine = recordLine.check(z.refine(isSaid));
const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/u));

export const REFERRAL_PACKAGE = {
  written: z.strictObject({
    to: z.enum(RECEIVING_BODIES),
    /** The body's own name, and of its part */
    name: saidLine,
    /** Of the covering letter */
    letter: saidLine,
    on: recordDay,
    /** Why it goes, and what the package holds */
    reason: recordText.check(z.refine(isSaid)),
    /** SHA-256 of the key that it is sealed to, as age writes it; null where it is sealed under words */
    key: z.nullable(sha256),
    /** How the key was checked, or by which way the words are told */
    checked: saidLine,
    /** Of the sealed package, as it left */
    sha256,
    bytes: z.int().check(z.gte(1)),
    files: z.int().check(z.gte(0), z.lte(MAX_PACKAGE_FILES)),
  }),
  read: z.object({
    to: text,
    name: text,
    letter: text,
    on: z.nullable(text),
    reason: text,
    key: z.nullable(text),
    checked: text,
    sha256: text,
    bytes: z.number(),
    files: z.number(),
  }),
};

export const REFERRAL_RECEIPT = {
  written: z.strictObject({
    /** Number, in `internal`, of the record of the package */
    package: z.int().check(z.gte(1)),
    on: recordDay,
    /** Who signed it, and in which office */
    by: saidLine,
    number: recordLine,
    /** Whether the hash on the signed paper is the one that was written down */
    agrees: z.boolean(),
    text: recordText,
  }),
  read: z.object({ package: z.number(), on: z.nullable(text), by: text, number: text, agrees: z.boolean(), text }),
};
