/** Whether two kinds of request can be told apart by their times. */

/** Above it, two samples are taken for different (Reparaz, Balasch, Verbauwhede: "Dude, is my code constant time?", 2017). */
export const T_LIMIT = 4.5;
/** Garbage collection and neighbours make a long tail, which says nothing about the kind of case. */
const KEPT = 0.9;

export function trimmed(sample: readonly number[], kept = KEPT): number[] {
  return sample.toSorted((a, b) => a - b).slice(0, Math.floor(sample.length * kept));
}

export function mean(sample: readonly number[]): number {
  return sample.reduce((sum, value) => sum + value, 0) / sample.length;
}

function variance(sample: readonly number[]): number {
  const centre = mean(sample);
  return sample.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (sample.length - 1);
}

/** Welch's t: means of samples whose variances may differ. */
function welch(a: readonly number[], b: readonly number[]): number {
  return (mean(a) - mean(b)) / Math.sqrt(variance(a) / a.length + variance(b) / b.length);
}

/** Of kinds of request and their times, how far the others are from the first. `kept`: the share of the quickest that counts. */
export function farthest(times: ReadonlyMap<string, readonly number[]>, kept = KEPT): number {
  const [reference = [], ...others] = [...times.values()].map((sample) => trimmed(sample, kept));
  return Math.max(...others.map((sample) => Math.abs(welch(reference, sample))));
}
