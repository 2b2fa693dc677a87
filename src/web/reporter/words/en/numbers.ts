/** Whole numbers in words, so that a slip of a zero is seen: "fifteen million". */

const SMALL = [
  "zero",
  "one",
  "two",
  "three",
  "four",
  "five",
  "six",
  "seven",
  "eight",
  "nine",
  "ten",
  "eleven",
  "twelve",
  "thirteen",
  "fourteen",
  "fifteen",
  "sixteen",
  "seventeen",
  "eighteen",
  "nineteen",
];
const TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const SCALES: readonly (readonly [value: number, name: string])[] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
  [1e3, "thousand"],
  [100, "hundred"],
];

export function inWords(value: number): string {
  if (value < 20) return SMALL[value] ?? "";
  if (value < 100) {
    const tens = TENS[Math.floor(value / 10)] ?? "";
    return value % 10 === 0 ? tens : `${tens}-${inWords(value % 10)}`;
  }
  const [size, name] = SCALES.find(([scale]) => value >= scale) ?? [1, ""];
  const head = `${inWords(Math.floor(value / size))} ${name}`;
  const rest = value % size;
  return rest === 0 ? head : `${head} ${inWords(rest)}`;
}
