import t from "tap";
import fc from "fast-check";
import { type Cell, correct, protect, sumOf } from "../../../src/client/publishing/disclosure.ts";
import { tell } from "../../web/stories/proof/told.ts";
import { rangeOf, sumsOf } from "./attacker.ts";

const cellsOf = (counts: readonly number[]): Cell[] => counts.map((n, at) => ({ key: `k${at}`, n }));
const tableOf = (by: "category" | "way", shown: NonNullable<ReturnType<typeof protect>>) => ({
  by,
  rows: shown.rows.map(({ key, n }) => ({ key, count: n })),
  rest: shown.rest,
});

t.test("what is few is hidden, with enough beside it, whatever the counts", async (t) => {
  fc.assert(
    fc.property(fc.array(fc.nat(30), { minLength: 1, maxLength: 12 }), fc.integer({ min: 3, max: 20 }), (counts, k) => {
      const cells = cellsOf(counts);
      const shown = protect(cells, { least: k });
      if (shown === undefined) return;
      t.ok(shown.rows.every(({ n }) => n >= k));
      t.ok(shown.hidden.length !== 1, "one that is hidden alone is the whole less all others");
      t.ok(shown.rest === null || shown.rest >= k);
      t.equal(sumOf(shown.rows) + (shown.rest ?? 0), sumOf(cells), "nothing is lost");
      t.ok(cells.filter(({ n }) => n < k).every(({ key }) => shown.hidden.some((one) => one.key === key)));
    }),
  );
  t.same(
    protect(cellsOf([9, 8, 1]), { least: 5 })?.rows,
    [{ key: "k0", n: 9 }],
    "the smallest that could be told goes with it",
  );
  t.same(protect(cellsOf([9, 8, 0]), { least: 5 })?.rows, [{ key: "k0", n: 9 }], "none is hidden as one is");
  t.equal(protect(cellsOf([9, 1]), { least: 5 }), undefined, "of two values, one of them few, nothing is told");
  t.equal(protect(cellsOf([30]), { least: 5 }), undefined);
  t.same(protect(cellsOf([30, 20, 12]), { least: 5 }, new Set(["k2"]))?.rows, [{ key: "k0", n: 30 }], "nor one alone");
  const own = { least: 5, tellsNone: true };
  t.same(protect(cellsOf([9, 0]), own)?.rows, cellsOf([9, 0]), "of its own work an office may say that none was late");
  t.equal(protect(cellsOf([9, 1]), own), undefined, "but not that one was");
  t.same(protect(cellsOf([9, 8, 4, 2]), own)?.rows, [{ key: "k0", n: 9 }], "two that are hidden are not none");
});

t.test("the rule of the protocol, followed by going through what a reader could think, tells the same", async (t) => {
  const counts = Array.from({ length: 8 }, (_, n) => n);
  for (const tellsNone of [false, true])
    for (const a of counts)
      for (const b of counts)
        for (const c of [0, 1, 3, 4, 5, 9]) {
          const shown = protect(cellsOf([a, b, c]), { least: 5, tellsNone });
          const wanted = tell(
            cellsOf([a, b, c]).map(({ key, n }) => [key, n] as const),
            { few: 5, tellsNone },
          );
          const told = shown && { rows: shown.rows.map(({ key, n }) => [key, n]), rest: shown.rest };
          if (JSON.stringify(told) !== JSON.stringify(wanted)) t.same(told, wanted, `${a}, ${b}, ${c}`);
        }
});

t.test("of tables side by side every hidden count stays uncertain by the threshold", async (t) => {
  fc.assert(
    fc.property(
      fc.array(fc.nat(8), { minLength: 2, maxLength: 5 }),
      fc.array(fc.nat(8), { minLength: 1, maxLength: 3 }),
      (categories, ways) => {
        const k = 3;
        const whole = categories.reduce((sum, n) => sum + n, 0);
        const others = ways.reduce((sum, n) => sum + n, 0);
        // Both tables count the same reports.
        if (others > whole) return;
        const all = { category: cellsOf(categories), way: cellsOf([...ways, whole - others]) };
        const shown = { category: protect(all.category, { least: k }), way: protect(all.way, { least: k }) };
        const tables = (["category", "way"] as const).flatMap((by) => {
          const one = shown[by];
          return one === undefined ? [] : [tableOf(by, one)];
        });
        const keys = { category: all.category.map(({ key }) => key), way: all.way.map(({ key }) => key) };
        const sums = sumsOf(tables, keys, { category: whole, way: whole });
        for (const by of ["category", "way"] as const)
          for (const { key, n } of shown[by]?.hidden ?? []) {
            const [least, most] = rangeOf(sums, `${by} ${key}`) ?? [0, -1];
            t.ok(least <= n && n <= most && most - least >= k, `${by} ${key}: ${n} within ${least} to ${most}`);
          }
      },
    ),
    { numRuns: 60 },
  );
});

t.test("who knows how it is hidden still has two counts to choose from, for each that is hidden", async (t) => {
  const k = 3;
  const MOST = 16;
  for (const tellsNone of [false, true]) {
    // Every table of four values and at most so many reports; those that look alike once they are published.
    const alike = new Map<string, (readonly Cell[])[]>();
    for (let a = 0; a <= MOST; a++)
      for (let b = 0; a + b <= MOST; b++)
        for (let c = 0; a + b + c <= MOST; c++)
          for (let d = 0; a + b + c + d <= MOST; d++) {
            const cells = cellsOf([a, b, c, d]);
            const shown = protect(cells, { least: k, tellsNone });
            if (shown === undefined || shown.rest === null) continue;
            const seen = JSON.stringify([shown.rows, shown.rest]);
            alike.set(seen, [...(alike.get(seen) ?? []), cells]);
          }
    t.ok(alike.size > 50);
    for (const [seen, tables] of alike) {
      const rows = (JSON.parse(seen) as [Cell[], number])[0].map(({ key }) => key);
      for (const key of ["k0", "k1", "k2", "k3"].filter((one) => !rows.includes(one))) {
        const counts = new Set(tables.map((cells) => cells.find((one) => one.key === key)?.n ?? 0));
        t.ok(counts.size >= 2 || Math.min(...counts) >= k, `${key} of ${seen}`);
      }
    }
  }
});

t.test("a table counted anew differs by nothing or by enough, from every one before it", async (t) => {
  const k = 5;
  const counts = fc.array(fc.nat(20), { minLength: 5, maxLength: 5 });
  let corrected = 0;
  fc.assert(
    fc.property(counts, fc.array(fc.tuple(fc.nat(4), fc.nat(4), fc.nat(9)), { maxLength: 4 }), (first, moves) => {
      const told = protect(cellsOf(first), { least: k });
      if (told === undefined) return;
      const now = [...first];
      // Some reports were counted under another value since.
      for (const [from, to, n] of moves) {
        const moved = Math.min(n, now[from] ?? 0);
        now[from] = (now[from] ?? 0) - moved;
        now[to] = (now[to] ?? 0) + moved;
      }
      const again = correct(cellsOf(now), { least: k }, [told]);
      if (again === undefined) return;
      corrected++;
      const old = new Map(told.rows.map(({ key, n }) => [key, n]));
      const differences = [
        ...again.rows.map(({ key, n }) => n - (old.get(key) ?? Number.NaN)),
        (again.rest ?? 0) - (told.rest ?? 0),
      ];
      t.ok(
        differences.every((one) => one === 0 || Math.abs(one) >= k),
        String(differences),
      );
      t.equal(again.rows.length, told.rows.length, "nothing that was hidden is told, and nothing told is hidden");
    }),
    { numRuns: 500 },
  );
  t.ok(corrected > 20, "and some can be corrected");
  const told = protect(cellsOf([20, 12, 1, 6]), { least: k });
  t.ok(told !== undefined);
  if (told === undefined) return;
  t.equal(correct(cellsOf([19, 13, 1, 6]), { least: k }, [told]), undefined, "one report that was moved is not told");
  t.equal(correct(cellsOf([20, 12, 3, 6]), { least: k }, [told]), undefined, "nor two that came to it");
  t.ok(correct(cellsOf([15, 17, 1, 6]), { least: k }, [told]) !== undefined, "five that were moved are");
  t.equal(correct(cellsOf([26, 7, 1, 6]), { least: k }, [told]), undefined, "unless the whole tells of one more");
  t.equal(
    correct(cellsOf([15, 17, 1, 6]), { least: k }, [
      told,
      {
        ...told,
        rows: [
          { key: "k0", n: 16 },
          { key: "k1", n: 16 },
        ],
      },
    ]),
    undefined,
    "unless a correction in between was but one away",
  );
});
