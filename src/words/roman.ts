/** Quarters and half-years, as Indonesian offices number them. */
const ROMAN = ["I", "II", "III", "IV"] as const;

export function roman(n: number): string {
  return ROMAN[n - 1] ?? String(n);
}
