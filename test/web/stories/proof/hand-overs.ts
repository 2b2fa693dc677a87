/** What the office handed on that never became a case: two in the quarter, one after it. */
import type { HandOver } from "../../../../src/protocol/documents/ledger.ts";
import { AFTER_QUARTER, dayOfRound } from "./forty-cases.ts";

type Row = readonly [round: number, to: HandOver["to"], matter: string, answeredRound: number | undefined];

const ROWS: readonly Row[] = [
  [1, "sp4n", "Jalan rusak di Kecamatan Rekaan", 2],
  [4, "ppid", "Permintaan salinan anggaran", undefined],
  [AFTER_QUARTER, "unit", "Antrean panjang di loket", undefined],
];

export function handOversFrom(from: string): readonly HandOver[] {
  return ROWS.map(([round, to, matter, answered], at) => ({
    id: String(at + 1).padStart(16, "0"),
    on: dayOfRound(from, round),
    to,
    matter,
    reference: `R-${at + 1}`,
    answered: answered === undefined ? null : dayOfRound(from, answered),
  }));
}

/** Those of the quarter alone. */
export function handedOnIn(from: string): readonly HandOver[] {
  return handOversFrom(from).filter((_, at) => (ROWS[at]?.[0] ?? 0) < AFTER_QUARTER);
}
