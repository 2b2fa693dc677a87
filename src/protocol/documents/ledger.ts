/**
 * The office's ledger: what evaluators ask for and no case says (docs/protocol.md, "Office documents"). Obstacles with
 * their remedies, evaluations held, evidence of publicity and of what else a worksheet asks, complaints handed on that
 * never became a case.
 */
import { hexOf } from "../encoding/byte-schemas.ts";
import { isDay } from "../encoding/day.ts";
import { recordDay, recordLine, recordText, isSaid } from "../records/texts.ts";
import * as z from "../encoding/zod.ts";
import { EVIDENCE_KINDS, HANDED_TO } from "../law/evaluation-items.ts";

/** Names an entry within the ledger. */
export const LEDGER_ID_BYTES = 8;
/** So many of each: a decade's entries of an office that writes one a week. */
const MOST_ENTRIES = 500;
const SHA256_BYTES = 32;
/** Pages of a letter, photographs of one day. */
export const MOST_EVIDENCE_FILES = 20;

const id = hexOf(LEDGER_ID_BYTES);
const day = z.string().check(z.refine(isDay));
const saidLine = recordLine.check(z.refine(isSaid));
const saidText = recordText.check(z.refine(isSaid));
const entries = <Schema extends z.core.$ZodType>(schema: Schema) =>
  z.readonly(z.array(schema).check(z.maxLength(MOST_ENTRIES)));

const obstacle = z.strictObject({
  id,
  on: day,
  what: saidText,
  remedy: recordText,
  owner: recordLine,
  due: recordDay,
  done: recordDay,
  result: recordText,
});
/** `period` as periods are written: "2026-11", "2026-Q4". */
const evaluation = z.strictObject({
  id,
  on: day,
  period: z.string().check(z.regex(/^\d{4}-(0[1-9]|1[0-2]|Q[1-4])$/u)),
  by: saidLine,
  found: recordText,
});
/** As it is enclosed in a folder: whoever chooses it again chooses the same. */
const evidenceFile = z.strictObject({ name: saidLine, size: z.int().check(z.gte(0)), sha256: hexOf(SHA256_BYTES) });
const evidence = z.strictObject({
  id,
  kind: z.enum(EVIDENCE_KINDS),
  on: day,
  what: saidLine,
  where: recordLine,
  note: recordText,
  files: z.readonly(z.array(evidenceFile).check(z.maxLength(MOST_EVIDENCE_FILES))),
});
const handOver = z.strictObject({
  id,
  on: day,
  to: z.enum(HANDED_TO),
  matter: saidLine,
  reference: recordLine,
  answered: recordDay,
});

const written = {
  obstacles: entries(obstacle),
  evaluations: entries(evaluation),
  evidence: entries(evidence),
  handOvers: entries(handOver),
  /** When the evaluation is asked for, month and day, where it is another one than the rule says */
  evaluatedOn: z.nullable(z.string().check(z.regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/u))),
};

/** One schema writes and reads: whoever reads a ledger writes it anew, and would lose what a later version put into it. */
export const LEDGER = z.strictObject(written);

export type Ledger = z.infer<typeof LEDGER>;
export type Obstacle = z.infer<typeof obstacle>;
export type Evaluation = z.infer<typeof evaluation>;
export type Evidence = z.infer<typeof evidence>;
export type EvidenceFile = z.infer<typeof evidenceFile>;
export type HandOver = z.infer<typeof handOver>;

export const EMPTY_LEDGER: Ledger = { obstacles: [], evaluations: [], evidence: [], handOvers: [], evaluatedOn: null };
