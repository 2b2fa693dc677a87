/**
 * A custodian's share as it stands on paper (docs/protocol.md, "The recovery key", a share on paper): five lines of seven words. Line A says
 * which share it is, lines B to E hold it. The seventh word of each checks its line and that it belongs to line A: a slip
 * is found where it was made, and a line of another sheet is found out.
 */
import { type Bytes, exactly } from "../bytes.ts";
import { CryptoError } from "../errors.ts";
import { hash } from "../sodium.ts";
import { splitWords } from "./split-words.ts";
import { type WordList, type WordProblem, lookUp } from "./words.ts";

export const SHEET_LETTERS = ["A", "B", "C", "D", "E"] as const;
export type SheetLetter = (typeof SHEET_LETTERS)[number];

const BITS_A_WORD = 11;
export const WORDS_A_LINE = 7;
/** The last word of a line is its check. */
const CONTENT_WORDS = WORDS_A_LINE - 1;
const CONTENT_BITS = CONTENT_WORDS * BITS_A_WORD;

/** A share of a secret of 32 bytes, as `shamir-secret-sharing` makes it. */
export const SHARE_BYTES = 33;
export const CEREMONY_BYTES = 6;
/** Five bits each for number, needed and all: as many shares as a directory holds hashes of them. */
export const MOST_SHARES = 32;
const COUNT_BITS = 5;
/** What line A begins with: another form of sheet would have another number. */
const FORM = 1;
const FORM_BITS = 3;

/** One custodian's share, with all that tells it from others. */
export type Share = {
  /** From 1 */
  readonly number: number;
  readonly threshold: number;
  readonly total: number;
  /** Drawn when the secret was split: shares of one splitting have the same */
  readonly ceremony: Bytes;
  readonly share: Bytes;
};

/** Five lines of seven words. Throws `malformed` for numbers out of range or bytes of a wrong length. */
export function sheetLinesOf({ number, threshold, total, ceremony, share }: Share, list: WordList): string[][] {
  if (!isCount(number) || !isCount(threshold) || !isCount(total) || number > total || threshold > total)
    throw new CryptoError("malformed");
  const head =
    bitsOf(FORM, FORM_BITS) +
    bytesToBits(exactly(ceremony, CEREMONY_BYTES)) +
    [number, threshold, total].map((count) => bitsOf(count - 1, COUNT_BITS)).join("");
  const bits = head + bytesToBits(exactly(share, SHARE_BYTES));
  const lines = SHEET_LETTERS.map((_, line) => toNumbers(bits.slice(line * CONTENT_BITS, (line + 1) * CONTENT_BITS)));
  const first = lines[0] ?? [];
  return lines.map((numbers, line) =>
    [...numbers, checkOf(line, first, numbers)].map((number) => list.words[number] ?? ""),
  );
}

/** Why a line does not read: as of words, and `checksum` also for a line of another sheet. */
export type LineProblem = WordProblem & { readonly line: SheetLetter };

/** One line as typed. `first` is line A as it was read; of line A itself none. */
export function readSheetLine(
  typed: string,
  letter: SheetLetter,
  first: readonly number[] | undefined,
  lists: readonly WordList[],
): { readonly numbers: readonly number[] } | { readonly problem: LineProblem } {
  const words = splitWords(typed);
  // The letter before the line may be typed along; no list has a word of one letter.
  if (words[0] === letter.toLowerCase()) words.shift();
  const read = lookUp(words, lists, WORDS_A_LINE);
  if ("problem" in read) return { problem: { ...read.problem, line: letter } };
  const numbers = read.words.map((word) => read.list.words.indexOf(word));
  const content = numbers.slice(0, CONTENT_WORDS);
  const isRight = checkOf(SHEET_LETTERS.indexOf(letter), first ?? content, content) === numbers[CONTENT_WORDS];
  return isRight ? { numbers: content } : { problem: { code: "checksum", line: letter } };
}

/** All five lines as typed, or what is wrong with the first that does not read. */
export function readSheet(
  typed: readonly string[],
  lists: readonly WordList[],
): { readonly share: Share } | { readonly problem: LineProblem } {
  let bits = "";
  let first: readonly number[] | undefined;
  for (const [line, letter] of SHEET_LETTERS.entries()) {
    const read = readSheetLine(typed[line] ?? "", letter, first, lists);
    if ("problem" in read) return read;
    first ??= read.numbers;
    bits += read.numbers.map((number) => bitsOf(number, BITS_A_WORD)).join("");
  }
  const share = shareOf(bits);
  return share === undefined ? { problem: { code: "checksum", line: "A" } } : { share };
}

function shareOf(bits: string): Share | undefined {
  let at = 0;
  const take = (length: number) => bits.slice(at, (at += length));
  const form = Number.parseInt(take(FORM_BITS), 2);
  const ceremony = bitsToBytes(take(8 * CEREMONY_BYTES));
  const count = () => Number.parseInt(take(COUNT_BITS), 2) + 1;
  const [number, threshold, total] = [count(), count(), count()];
  const share = bitsToBytes(take(8 * SHARE_BYTES));
  const isSound = form === FORM && number <= total && threshold <= total;
  return isSound ? { number, threshold, total, ceremony, share } : undefined;
}

/** The first 11 bits of a hash over the line's place, line A and the line itself. */
function checkOf(line: number, first: readonly number[], numbers: readonly number[]): number {
  const [high = 0, low = 0] = hash("segel/1/share-line", line, ...first, ...numbers);
  return (high << 3) | (low >> 5);
}

function isCount(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= MOST_SHARES;
}

function bitsOf(value: number, length: number): string {
  return value.toString(2).padStart(length, "0");
}

function bytesToBits(bytes: Uint8Array): string {
  return Array.from(bytes, (byte) => bitsOf(byte, 8)).join("");
}

function bitsToBytes(bits: string): Bytes {
  return Uint8Array.from(bits.match(/.{8}/gu) ?? [], (byte) => Number.parseInt(byte, 2));
}

function toNumbers(bits: string): number[] {
  return (bits.match(/.{11}/gu) ?? []).map((word) => Number.parseInt(word, 2));
}
