/** Whole numbers in words, so that a slip of a zero is seen: "lima belas juta". */

const SMALL = [
  "nol",
  "satu",
  "dua",
  "tiga",
  "empat",
  "lima",
  "enam",
  "tujuh",
  "delapan",
  "sembilan",
  "sepuluh",
  "sebelas",
];
const SCALES: readonly (readonly [value: number, name: string])[] = [
  [1e12, "triliun"],
  [1e9, "miliar"],
  [1e6, "juta"],
  [1e3, "ribu"],
  [100, "ratus"],
  [10, "puluh"],
];

export function inWords(value: number): string {
  if (value < 12) return SMALL[value] ?? "";
  if (value < 20) return `${inWords(value - 10)} belas`;
  const [size, name] = SCALES.find(([scale]) => value >= scale) ?? [1, ""];
  const count = Math.floor(value / size);
  // One hundred and one thousand are one word each: "seratus", "seribu"; a million is not.
  const head = count === 1 && size <= 1e3 ? `se${name}` : `${inWords(count)} ${name}`;
  const rest = value % size;
  return rest === 0 ? head : `${head} ${inWords(rest)}`;
}
