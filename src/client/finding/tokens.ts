/** Text as the search knows it: words in one spelling, amounts as one number each. */
import { SCALES } from "../../protocol/encoding/fold.ts";

export type Token = {
  /** In the one spelling that index and question share */
  readonly term: string;
  /** Where it stands in the text */
  readonly from: number;
  readonly to: number;
};

/** A word of megabytes is somebody's attack, or a picture that was pasted as text: its beginning finds it. */
const LONGEST_TERM = 40;

const TIMES: Readonly<Record<string, number>> = { ...SCALES, thousand: 1e3 };

const GROUPED = String.raw`\d{1,3}(?:[.,\u00A0\u202F]\d{3})+`;
/** A currency before it is no word of its own; letters behind it make it a part of something else, such as `4M2P`. */
const AMOUNT = String.raw`(?:(?:Rp|IDR)\.?[ \u00A0]?)?(?<number>${GROUPED}|\d+)(?<cents>[.,]\d{1,2}(?!\d))?(?:[ \u00A0]?(?<scale>${Object.keys(TIMES).join("|")}))?(?![\p{L}\p{N}])`;
const WORD = String.raw`[\p{L}\p{N}][\p{L}\p{N}\p{M}]*(?:['’ʼ][\p{L}\p{M}]+)*`;
const TOKEN = new RegExp(`${AMOUNT}|${WORD}`, "giu");

/** All tokens in their order. An amount told in words ("15 juta") is also each of its words. */
export function* tokensOf(text: string): Generator<Token> {
  for (const found of text.matchAll(TOKEN)) {
    const [whole] = found;
    const from = found.index;
    const { number, cents, scale } = found.groups ?? {};
    if (number === undefined) {
      const term = fold(whole);
      if (term !== "") yield { term, from, to: from + whole.length };
      continue;
    }
    const isGrouped = /\D/u.test(number);
    if (isGrouped || scale !== undefined) yield { term: amountOf(number, cents, scale), from, to: from + whole.length };
    if (!isGrouped) yield* wordsOf(whole, from);
  }
}

function* wordsOf(whole: string, start: number): Generator<Token> {
  for (const { 0: word, index } of whole.matchAll(/\d+|\p{L}+/gu)) {
    const term = fold(word);
    if (term !== "rp" && term !== "idr") yield { term, from: start + index, to: start + index + word.length };
  }
}

/** In digits alone. Cents are of no weight in rupiah; before a scale they are its tenths: "1,3 miliar". */
function amountOf(number: string, cents: string | undefined, scale: string | undefined): string {
  const digits = number.replace(/\D/gu, "");
  if (scale === undefined) return digits.slice(0, LONGEST_TERM);
  const fraction = cents === undefined ? 0 : Number(`0.${cents.slice(1)}`);
  return String(Math.round((Number(digits) + fraction) * (TIMES[scale.toLowerCase()] ?? 1))).slice(0, LONGEST_TERM);
}

/** A text made of one word by the megabyte is folded once; beyond the bound nothing is remembered any more. */
const folded = new Map<string, string>();
const MOST_REMEMBERED = 200_000;

/** Capitals, accents and apostrophes do not count; spelling from before 1972 is today's: oe, dj, tj are u, j, c. */
export function fold(word: string): string {
  const known = folded.get(word);
  if (known !== undefined) return known;
  const plain = word
    .slice(0, 4 * LONGEST_TERM)
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^\p{L}\p{N}]/gu, "")
    .slice(0, LONGEST_TERM)
    .replaceAll("oe", "u")
    .replaceAll("dj", "j")
    .replaceAll("tj", "c");
  if (folded.size < MOST_REMEMBERED && word.length <= LONGEST_TERM) folded.set(word, plain);
  return plain;
}

/** Distinct terms of a question, in their order; an amount as that alone. */
export function questionTerms(question: string): string[] {
  const terms: string[] = [];
  let end = 0;
  for (const { term, to } of tokensOf(question)) {
    // The words of an amount, which came before as one.
    if (to <= end) continue;
    end = to;
    if (!terms.includes(term)) terms.push(term);
  }
  return terms;
}
