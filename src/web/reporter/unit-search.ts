/** Finding a unit by what a person types: on the device, and quick in thousands of them. */
import type { Unit } from "../shared/office.ts";

/** Units with their names as they are compared, made once. */
export type UnitIndex = readonly (Pick<Unit, "name" | "channel"> & { readonly compared: readonly string[] })[];

export function indexUnits(units: readonly Unit[]): UnitIndex {
  return units.map(({ name, aliases = [], channel }) => ({
    name,
    channel,
    compared: [name, ...aliases].map(compare),
  }));
}

/**
 * Names in which every typed word stands somewhere, in any order, at most `most`, and how many there are. Words stand
 * inside others too: "izin" is wanted in "Perizinan". Beginnings come first, then the office's own order.
 */
export function searchUnits(
  index: UnitIndex,
  typed: string,
  most: number,
): { readonly names: readonly string[]; readonly count: number } {
  const words = wordsOf(typed);
  if (words.length === 0) return { names: [], count: 0 };
  const ranks: string[][] = [[], [], []];
  for (const { name, compared } of index) {
    const best = Math.min(...compared.map((one) => rankOf(one, words)));
    ranks[best]?.push(name);
  }
  const names = ranks.flat();
  return { names: names.slice(0, most), count: names.length };
}

export function isUnit(index: UnitIndex, typed: string): boolean {
  return findUnit(index, typed) !== undefined;
}

export function findUnit(index: UnitIndex, typed: string): UnitIndex[number] | undefined {
  const wanted = compare(typed.trim());
  return index.find(({ compared: [name] }) => name === wanted);
}

/** A name cut at what was typed, every second piece being typed: for showing why it was found. */
export function cutAtTyped(name: string, typed: string): string[] {
  const words = wordsOf(typed).filter(saysSomething);
  // Where comparing changes the length nothing can be pointed at.
  if (words.length === 0 || compare(name).length !== name.length) return [name];
  // Letters and digits alone, so nothing in them means anything in a pattern.
  const longestFirst = words.toSorted((a, b) => b.length - a.length);
  return name.split(new RegExp(`(${longestFirst.join("|")})`, "giu"));
}

/** 0: begins so; 1: each word begins a word; 2: each stands somewhere; infinite: one does not. */
function rankOf(name: string, words: readonly string[]): number {
  if (name.startsWith(words.join(" "))) return 0;
  const inside = words.filter((word) => !name.startsWith(word) && !name.includes(` ${word}`));
  if (inside.length === 0) return 1;
  return inside.every((word) => saysSomething(word) && name.includes(word)) ? 2 : Infinity;
}

/** One letter stands in almost every name: it counts at the beginning of a word alone. */
function saysSomething(word: string): boolean {
  return word.length > 1;
}

function wordsOf(typed: string): string[] {
  return compare(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function compare(text: string): string {
  return text.normalize("NFC").toLowerCase();
}
