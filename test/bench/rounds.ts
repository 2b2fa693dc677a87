/** Interleaved rounds and medians: every figure is compared with another of the same run, never with another machine's. */

/** At least five, so that a median means something. */
export const ROUNDS = 5;

export type Variant = { readonly name: string; readonly run: (round: number) => Promise<number> };

/** Runs every variant once a round, in turn, the order reversed every other round; returns each variant's figures. */
export async function interleave(variants: readonly Variant[], rounds = ROUNDS): Promise<Map<string, number[]>> {
  const figures = new Map<string, number[]>(variants.map(({ name }) => [name, []]));
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? variants : variants.toReversed();
    for (const { name, run } of order) figures.get(name)?.push(await run(round));
  }
  return figures;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The value below which the share `p` of all values lies, between neighbours interpolated. */
export function percentile(values: readonly number[], p: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (sorted.length - 1) * p;
  const low = sorted[Math.floor(at)] ?? Number.NaN;
  const high = sorted[Math.ceil(at)] ?? Number.NaN;
  return low + (high - low) * (at - Math.floor(at));
}

/** Ratios round by round, then their median: slow minutes of the machine strike both sides of a round. */
export function medianRatio(of: readonly number[] | undefined, beside: readonly number[] | undefined): number {
  return median((of ?? []).map((value, round) => value / (beside?.[round] ?? Number.NaN)));
}

export function rounded(value: number, digits = 2): number {
  return Number(value.toFixed(digits));
}

/** One line of the result: what was measured, the figure, and the target where there is one. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly atLeast?: number;
  readonly atMost?: number;
};

export function isReached({ value, atLeast, atMost }: Figure): boolean {
  return (atLeast === undefined || value >= atLeast) && (atMost === undefined || value <= atMost);
}
