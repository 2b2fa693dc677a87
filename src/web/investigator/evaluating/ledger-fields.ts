/** What an entry of the ledger asks for, list by list, and how a new one begins. */
import type { LedgerList, LedgerLists } from "../../../client/evaluation/ledger.ts";
import { type Period, spanOf } from "../../../client/figures/period.ts";
import { LEDGER, LEDGER_ID_BYTES } from "../../../protocol/documents/ledger.ts";
import * as z from "../../../protocol/encoding/zod.ts";
import type { RecordField } from "../judging/form/record-field.ts";
import { makeId } from "../parts/random-id.ts";
import { periodCode } from "./folder.ts";
import { ENTRY, EVIDENCE_NAMES, HANDED_NAMES } from "./words.ts";

export const LISTS = ["obstacles", "evaluations", "evidence", "handOvers"] as const satisfies readonly LedgerList[];

export const LEDGER_FIELDS: Readonly<Record<LedgerList, readonly RecordField[]>> = {
  obstacles: [
    { kind: "day", path: ["on"], name: ENTRY.on },
    { kind: "text", path: ["what"], name: ENTRY.what, required: true },
    { kind: "text", path: ["remedy"], name: ENTRY.remedy },
    { kind: "line", path: ["owner"], name: ENTRY.owner },
    { kind: "day", path: ["due"], name: ENTRY.due },
    { kind: "day", path: ["done"], name: ENTRY.done },
    { kind: "text", path: ["result"], name: ENTRY.result },
  ],
  evaluations: [
    { kind: "day", path: ["on"], name: ENTRY.on },
    { kind: "line", path: ["period"], name: ENTRY.period, hint: ENTRY.periodHint, required: true },
    { kind: "line", path: ["by"], name: ENTRY.by, required: true },
    { kind: "text", path: ["found"], name: ENTRY.found },
  ],
  evidence: [
    { kind: "choice", path: ["kind"], name: ENTRY.kind, names: EVIDENCE_NAMES },
    { kind: "day", path: ["on"], name: ENTRY.on },
    { kind: "line", path: ["what"], name: ENTRY.evidence, required: true },
    { kind: "line", path: ["where"], name: ENTRY.where },
    { kind: "text", path: ["note"], name: ENTRY.note },
  ],
  handOvers: [
    { kind: "day", path: ["on"], name: ENTRY.on },
    { kind: "choice", path: ["to"], name: ENTRY.to, names: HANDED_NAMES },
    { kind: "line", path: ["matter"], name: ENTRY.matter, required: true },
    { kind: "line", path: ["reference"], name: ENTRY.reference },
    { kind: "day", path: ["answered"], name: ENTRY.answered },
  ],
};

/** What an evaluation is of, as the ledger writes it; empty where the period on the screen is neither month nor quarter. */
export function evaluatedPeriod(period: Period): string {
  const span = spanOf(period);
  return span === "month" || span === "quarter" ? periodCode(period).toUpperCase() : "";
}

export function newEntry<List extends LedgerList>(list: List, today: string, period: string): LedgerLists[List] {
  const id = makeId(LEDGER_ID_BYTES);
  const fresh: LedgerLists = {
    obstacles: { id, on: today, what: "", remedy: "", owner: "", due: null, done: null, result: "" },
    evaluations: { id, on: today, period, by: "", found: "" },
    evidence: { id, kind: "publicity", on: today, what: "", where: "", note: "", files: [] },
    handOvers: { id, on: today, to: "sp4n", matter: "", reference: "", answered: null },
  };
  return fresh[list];
}

/** Whether it can be written as it stands: what the form's own faults do not tell are days and the name of a period. */
export function isWritable(list: LedgerList, entry: object): boolean {
  return z.safeParse(LEDGER, {
    obstacles: [],
    evaluations: [],
    evidence: [],
    handOvers: [],
    evaluatedOn: null,
    [list]: [entry],
  }).success;
}
