/** Whole numbers in words, so that a slip of a zero is seen: "lima belas juta", "fifteen million". */

type Scale = readonly [value: number, name: string];

const ID_SMALL = [
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
const ID_SCALES: readonly Scale[] = [
  [1e12, "triliun"],
  [1e9, "miliar"],
  [1e6, "juta"],
  [1e3, "ribu"],
  [100, "ratus"],
  [10, "puluh"],
];

export function indonesianWords(value: number): string {
  if (value < 12) return ID_SMALL[value] ?? "";
  if (value < 20) return `${indonesianWords(value - 10)} belas`;
  const [size, name] = ID_SCALES.find(([scale]) => value >= scale) ?? [1, ""];
  const count = Math.floor(value / size);
  // One hundred and one thousand are one word each: "seratus", "seribu"; a million is not.
  const head = count === 1 && size <= 1e3 ? `se${name}` : `${indonesianWords(count)} ${name}`;
  const rest = value % size;
  return rest === 0 ? head : `${head} ${indonesianWords(rest)}`;
}

const EN_SMALL = [
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
const EN_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"];
const EN_SCALES: readonly Scale[] = [
  [1e12, "trillion"],
  [1e9, "billion"],
  [1e6, "million"],
  [1e3, "thousand"],
  [100, "hundred"],
];

export function englishWords(value: number): string {
  if (value < 20) return EN_SMALL[value] ?? "";
  if (value < 100) {
    const tens = EN_TENS[Math.floor(value / 10)] ?? "";
    return value % 10 === 0 ? tens : `${tens}-${englishWords(value % 10)}`;
  }
  const [size, name] = EN_SCALES.find(([scale]) => value >= scale) ?? [1, ""];
  const head = `${englishWords(Math.floor(value / size))} ${name}`;
  const rest = value % size;
  return rest === 0 ? head : `${head} ${englishWords(rest)}`;
}
