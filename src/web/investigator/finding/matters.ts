/** Which cases are about one matter, by what the list knows of each. */
import type { CaseRow } from "../vault/messages/vault.ts";

type Row = Pick<CaseRow, "registerNumber" | "digest">;

/** All others that are reached from this one, whichever of two a link stands in; in the order of the list. */
export function sameMatterAs<One extends Row>(registerNumber: string, rows: readonly One[]): One[] {
  const next = new Map<string, Set<string>>();
  const join = (a: string, b: string): void => void (next.get(a) ?? next.set(a, new Set()).get(a))?.add(b);
  for (const { registerNumber: own, digest } of rows)
    for (const other of digest?.matter ?? []) {
      join(own, other);
      join(other, own);
    }
  const reached = new Set([registerNumber]);
  for (const one of reached) for (const other of next.get(one) ?? []) reached.add(other);
  reached.delete(registerNumber);
  return rows.filter((row) => reached.has(row.registerNumber));
}
