/** Sums of money that a text names: "Rp1.312.400.000", "Rp 4,5 miliar", "1.2 billion rupiah". */
import { SCALES } from "../encoding/fold.ts";

/** Beside the words the letters that stand for them where a currency is named: "Rp4,5 M". */
const TIMES: Readonly<Record<string, number>> = { ...SCALES, m: 1e9, t: 1e12 };

const SUM = /(rp\.?|idr)?\s?(\d[\d.,]{0,30})\s?([a-z]{1,8})?/giu;

/** The largest one; undefined where no rupiah are named. A number alone is a year, a count or a telephone number. */
export function largestAmountIn(text: string): number | undefined {
  let largest: number | undefined;
  for (const [, currency, digits = "", word = ""] of text.matchAll(SUM)) {
    const unit = word.toLowerCase();
    const times = Object.hasOwn(TIMES, unit) ? TIMES[unit] : undefined;
    // "3 m" without a currency is three metres.
    if (currency === undefined && (times === undefined || unit.length < 3)) continue;
    const amount = times === undefined ? wholeOf(digits) : fractionOf(digits) * times;
    if (Number.isFinite(amount) && amount > (largest ?? -1)) largest = amount;
  }
  return largest;
}

/** "1.312.400.000", "2,300,000,000", "850.000,00" */
function wholeOf(digits: string): number {
  return Number(digits.replace(/[.,]\d{2}$/u, "").replace(/[.,]/gu, ""));
}

/** "4,5" and "1.2" before a word that makes them large; "1.500" has no fraction */
function fractionOf(digits: string): number {
  const plain = digits.replace(/[.,]+$/u, "");
  return /^\d+[.,]\d{1,2}$/u.test(plain) ? Number(plain.replace(",", ".")) : Number(plain.replace(/[.,]/gu, ""));
}
