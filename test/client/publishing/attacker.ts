/**
 * Somebody who has every published table and works out what was not told: all whole numbers from 0 that agree with all
 * published sums at once. Exact, by search; tables of tests are small.
 */
import type { Table } from "../../../src/protocol/publishing/snapshot.ts";

/** The sum of some unknowns, by their names, is known. */
export type Sum = { readonly of: readonly string[]; readonly is: number };

/** What tables of one period tell: each value told, and the whole. `keys`: every value that the property has. */
export function sumsOf(
  tables: readonly Table[],
  keys: Readonly<Record<string, readonly string[]>>,
  whole: Readonly<Record<string, number>>,
): Sum[] {
  return tables.flatMap(({ by, rows, rest }) => {
    const nameOf = (key: string) => `${by} ${key}`;
    const told = new Set(rows.map(({ key }) => key));
    const hidden = (keys[by] ?? []).filter((key) => !told.has(key));
    return [
      ...rows.map(({ key, count }) => ({ of: [nameOf(key)], is: count })),
      { of: hidden.map(nameOf), is: rest ?? 0 },
      { of: (keys[by] ?? []).map(nameOf), is: whole[by] ?? 0 },
    ];
  });
}

/** The smallest and largest number that one unknown can have; undefined where nothing agrees. */
export function rangeOf(sums: readonly Sum[], unknown: string): readonly [number, number] | undefined {
  const most = Math.max(0, ...sums.filter(({ of }) => of.includes(unknown)).map(({ is }) => is));
  const agrees = (value: number) => isPossible([...sums, { of: [unknown], is: value }]);
  const values = Array.from({ length: most + 1 }, (_, value) => value);
  const [first, last] = [values.find(agrees), values.findLast(agrees)];
  return first === undefined || last === undefined ? undefined : [first, last];
}

/** Takes the sum with fewest unknowns, tries each value of one of them, and goes on with the rest. */
function isPossible(sums: readonly Sum[]): boolean {
  const open = sums.filter(({ of }) => of.length > 0);
  if (sums.some(({ of, is }) => is < 0 || (of.length === 0 && is !== 0))) return false;
  const next = open.toSorted((a, b) => a.of.length - b.of.length)[0];
  const [unknown] = next?.of ?? [];
  if (next === undefined || unknown === undefined) return true;
  const values = next.of.length === 1 ? [next.is] : Array.from({ length: next.is + 1 }, (_, value) => value);
  return values.some((value) =>
    isPossible(
      sums.map(({ of, is }) =>
        of.includes(unknown) ? { of: of.filter((one) => one !== unknown), is: is - value } : { of, is },
      ),
    ),
  );
}
