/**
 * Disclosure control: what may be told of counts, so that nobody is counted alone. Whatever is told of a table are some of
 * its values and the sum of all others, so a value that is not told can be anything from none to that sum
 * (docs/decisions/0111-published-figures-are-frozen-and-signed.md).
 */

/** One value of a property and how many have it. Values that nobody has are counted too. */
export type Cell = { readonly key: string; readonly n: number };

export type Limits = {
  /** Fewer than so many are not told */
  readonly least: number;
  /** Whether it is told that nobody has a value: where that is about reports, it tells as much as that one has */
  readonly tellsNone?: boolean;
};

/** `few`: fewer than the threshold. `beside`: else one that is few could be worked out. `before`: it stays hidden. */
export type Why = "few" | "beside" | "before";

export type Shown = {
  /** The largest first */
  readonly rows: readonly Cell[];
  /** Those that are not told one by one, with why */
  readonly hidden: readonly (Cell & { readonly why: Why })[];
  /** The sum of all hidden; null where there are none */
  readonly rest: number | null;
};

/**
 * Tells each value that enough have, as long as two or more stay hidden, of which each could be anything within a range
 * that is as wide as the threshold. The smallest that could be told is hidden first. Undefined where nothing can be told.
 *
 * @param cells every value there is; whole numbers from 0
 * @param before values that stay hidden whatever is counted
 */
export function protect(
  cells: readonly Cell[],
  limits: Limits,
  before: ReadonlySet<string> = new Set(),
): Shown | undefined {
  const sorted = cells.toSorted((a, b) => b.n - a.n || compare(a.key, b.key));
  const whyOf = ({ key, n }: Cell) => (before.has(key) ? "before" : n < limits.least ? "few" : undefined);
  const isNone = ({ key, n }: Cell) => limits.tellsNone === true && n === 0 && !before.has(key);
  const none = sorted.filter(isNone);
  const some = sorted.filter((cell) => !isNone(cell));
  const rows = some.filter((cell) => whyOf(cell) === undefined);
  const hidden: Shown["hidden"][number][] = some.flatMap((cell) => {
    const why = whyOf(cell);
    return why === undefined ? [] : [{ ...cell, why }];
  });
  while (hidden.length > 0 && !isEnough(hidden, rows.at(-1)?.n ?? limits.least, limits)) {
    const smallest = rows.pop();
    // Not even all together are enough: nothing is told.
    if (smallest === undefined) return undefined;
    hidden.push({ ...smallest, why: "beside" });
  }
  // One value that is told tells the whole once more.
  if (rows.length === 0 || cells.length < 2) return undefined;
  return { rows: [...rows, ...none], hidden, rest: hidden.length === 0 ? null : sumOf(hidden) };
}

/**
 * Whether their sum tells nothing of one of them: neither to who adds up, nor to who knows this rule, and so that what
 * was hidden beside the few is no larger than the smallest that is told.
 */
function isEnough(hidden: Shown["hidden"], smallestTold: number, { least, tellsNone = false }: Limits): boolean {
  const sum = sumOf(hidden);
  // Where none is told, whoever is hidden is one at least.
  const floor = tellsNone ? 1 : 0;
  if (hidden.length < 2 || sum - hidden.length * floor < least) return false;
  const few = hidden.filter(({ n }) => n < least).length;
  const beside = hidden.length - few;
  const most = least - 1;
  // What the few can be together, and then the least and the most of one of them.
  const together = [sum - beside * smallestTold, Math.min(few * most, sum - beside * least)] as const;
  const one = [
    Math.max(floor, together[0] - (few - 1) * most),
    Math.min(most, together[1] - (few - 1) * floor),
  ] as const;
  return few === 0 || one[0] < one[1];
}

export function sumOf(cells: readonly Cell[]): number {
  return cells.reduce((sum, { n }) => sum + n, 0);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A table as it was told once. */
export type Told = Pick<Shown, "rows" | "rest">;

/**
 * The same table counted anew, to be told beside what was told before: the same values stay hidden, and each sum changes by
 * nothing or by `least` and more, so that no difference counts a few. Undefined where it must stay as it was.
 *
 * @param told every earlier version
 */
export function correct(cells: readonly Cell[], limits: Limits, told: readonly Told[]): Shown | undefined {
  const [first] = told;
  if (first === undefined) return undefined;
  const visible = new Set(first.rows.map(({ key }) => key));
  const shown = protect(cells, limits, new Set(cells.map(({ key }) => key).filter((key) => !visible.has(key))));
  if (shown === undefined || shown.rows.length !== visible.size) return undefined;
  return told.every((one) => isApart(shown, one, limits.least)) ? shown : undefined;
}

/** Of the same values: whether each of their counts, their rest and the whole are equal, or `least` apart. */
function isApart(now: Told, then: Told, least: number): boolean {
  const old = new Map(then.rows.map(({ key, n }) => [key, n]));
  if ((now.rest === null) !== (then.rest === null)) return false;
  const pairs = [
    ...now.rows.map(({ key, n }) => [n, old.get(key)] as const),
    [now.rest ?? 0, then.rest ?? 0] as const,
    [wholeOf(now), wholeOf(then)] as const,
  ];
  return pairs.every(([a, b]) => b !== undefined && isFarEnough(a, b, least));
}

/** Whether a number may be told where another was told for the same. */
export function isFarEnough(a: number, b: number, least: number): boolean {
  return a === b || Math.abs(a - b) >= least;
}

function wholeOf({ rows, rest }: Told): number {
  return sumOf(rows) + (rest ?? 0);
}
