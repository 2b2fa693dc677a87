/**
 * What a word may be made from: Indonesian prefixes, suffixes and the letters that they swallow, English endings. No
 * dictionary: every root that the rules allow is told, and two words are of one family where they share one. A root
 * that is no word does no harm, as nothing else has it.
 */

/** Shorter remains are no root but for these, which officials use daily. */
const SHORTEST_ROOT = 4;
const SHORT_ROOTS: ReadonlySet<string> = new Set(["acu", "adu", "aju", "cek", "hak", "isi", "sah", "tes", "uji"]);

/** Words of every text that only look as if they were made from another one: from reka, pala, arti, rima. */
const MADE_FROM_NOTHING: ReadonlySet<string> = new Set(["mereka", "kepala", "seperti", "terima", "kepada", "setelah"]);

const VOWEL = /^[aiueo]/u;

/** A prefix, and what stood before what is left; `before` limits it to what begins so. */
type Prefix = { readonly text: string; readonly before?: RegExp; readonly lost: readonly string[] };

const plain = (text: string): Prefix => ({ text, lost: [""] });

/**
 * me- and pe- become men-, mem-, meng-, meny- before a root, whose first letter t, p, k, s is lost before a vowel:
 * tulis, menulis. Where a root begins with a vowel nothing was lost (ambil, mengambil): both are told.
 */
const NASAL: readonly Prefix[] = ["me", "pe"].flatMap((start) => [
  { text: `${start}ny`, before: VOWEL, lost: ["s"] },
  { text: `${start}nge`, lost: [""] },
  { text: `${start}ng`, before: VOWEL, lost: ["", "k"] },
  { text: `${start}ng`, before: /^[ghkq]/u, lost: [""] },
  { text: `${start}n`, before: VOWEL, lost: ["t"] },
  { text: `${start}n`, before: /^[cdjtz]|^sy/u, lost: [""] },
  { text: `${start}m`, before: VOWEL, lost: ["p"] },
  { text: `${start}m`, before: /^[bfpv]/u, lost: [""] },
  { text: start, before: /^[lmnrwy]/u, lost: [""] },
]);

const PREFIXES: readonly Prefix[] = [
  ...NASAL,
  ...["di", "ke", "se", "ter", "ber", "per"].map(plain),
  // memperbaiki, memberlakukan
  { text: "mem", before: /^(?:per|ber)/u, lost: [""] },
  // bekerja, belajar, pekerja, pelajar, pedagang
  { text: "be", before: /^(?:ker|r)/u, lost: [""] },
  { text: "bel", before: /^aj/u, lost: [""] },
  { text: "pel", before: /^aj/u, lost: [""] },
  { text: "pe", before: /^[dgkst]/u, lost: [""] },
  { text: "te", before: /^r/u, lost: [""] },
];

/** Two at most: memper-, diper-, keber-, seper-. */
const MOST_PREFIXES = 2;

const PARTICLES = ["lah", "kah", "tah", "pun"];
const POSSESSIVES = ["nya", "ku", "mu"];
const SUFFIXES = ["kan", "an", "i"];

/** All that the word may be made from, without the word itself. Of words in other letters: nothing. */
export function rootsOf(word: string): string[] {
  if (!/^[a-z]+$/u.test(word) || MADE_FROM_NOTHING.has(word)) return [];
  const found = new Set<string>();
  const keep = (root: string): void => {
    if (root.length >= SHORTEST_ROOT || SHORT_ROOTS.has(root)) found.add(root);
  };
  const bare = [word, ...without(word, PARTICLES)];
  const stems = new Set([...bare, ...bare.flatMap((one) => without(one, POSSESSIVES))]);
  for (const stem of stems) {
    let layer = [stem];
    for (let depth = 0; depth <= MOST_PREFIXES; depth++) {
      for (const one of layer) [one, ...without(one, SUFFIXES)].forEach(keep);
      layer = layer.flatMap(withoutPrefix);
    }
  }
  singulars(word).forEach(keep);
  found.delete(word);
  return [...found];
}

function without(word: string, endings: readonly string[]): string[] {
  return endings.filter((one) => word.endsWith(one)).map((one) => word.slice(0, -one.length));
}

function withoutPrefix(word: string): string[] {
  return PREFIXES.flatMap(({ text, before, lost }) => {
    const rest = word.slice(text.length);
    if (!word.startsWith(text) || before?.test(rest) === false) return [];
    return lost.map((letter) => letter + rest);
  });
}

/**
 * English: -s, -es, -ies, -ed, -ing. Not where Indonesian words end so: dinas, polis, kasus, lolos; nor where little is
 * left.
 */
function singulars(word: string): string[] {
  const cut = (ending: number, put = "") => word.slice(0, -ending) + put;
  if (word.length < 5) return [];
  if (word.endsWith("ies")) return [cut(3, "y")];
  if (word.endsWith("es")) return [cut(1), cut(2)];
  if (/[^aiuos]s$/u.test(word)) return [cut(1)];
  if (word.endsWith("ed")) return [cut(1), cut(2)];
  if (word.endsWith("ing") && word.length > 6) return [cut(3), cut(3, "e")];
  return [];
}
