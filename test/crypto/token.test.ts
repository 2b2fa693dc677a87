import { mnemonicToEntropy } from "@scure/bip39";
import { wordlist as ENGLISH_WORDS } from "@scure/bip39/wordlists/english.js";
import fc from "fast-check";
import t from "tap";
import { hex } from "../../src/crypto/bytes.ts";
import { registerNumberOf } from "../../src/crypto/identity.ts";
import { deriveTokenKeys, makeToken } from "../../src/crypto/secret/token.ts";
import {
  type WordList,
  completions,
  findWord,
  makePassphrase,
  readWords,
  wordsOf,
} from "../../src/crypto/secret/words.ts";
import { codeWordsIn, splitWords } from "../../src/crypto/secret/split-words.ts";
import { WORD_LISTS } from "../../src/client/reporter/word-lists.ts";
import { rounds } from "./sample.ts";

const ENGLISH: WordList = { language: "en", words: ENGLISH_WORDS };
const LETTERS = "abcdefghijklm";
/** Stands for the second list in tests of what happens between two: no beginning in common with the first. */
const OTHER: WordList = {
  language: "id",
  words: Array.from({ length: 2_048 }, (_, at) => {
    const letter = (place: number) => LETTERS[Math.floor(at / 13 ** place) % 13]!;
    return `z${letter(2)}${letter(1)}${letter(0)}x`;
  }),
};
const LISTS = [OTHER, ENGLISH];
const badKey = { name: "CryptoError", code: "bad-key" };

t.test("a token leads to its keys alone, and any other token to others", (t) => {
  const token = makeToken();
  t.same(deriveTokenKeys(token), deriveTokenKeys(token));
  const secrets = ({ auth, reply, thread, self }: ReturnType<typeof deriveTokenKeys>) =>
    [auth.secretKey.subarray(0, 32), reply.secretKey, thread, self].map(hex);
  const all = [...secrets(deriveTokenKeys(token)), ...secrets(deriveTokenKeys(makeToken()))];
  t.equal(new Set(all).size, 8, "no two keys are alike");
  for (const wrong of [new Uint8Array(15), new Uint8Array(17), new Uint8Array(32), "0123456789abcdef", undefined]) {
    t.throws(() => deriveTokenKeys(wrong as Uint8Array), badKey);
  }
  t.end();
});

t.test("twelve words are a token and back, whole or by their first four letters", (t) => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.boolean(),
      fc.constantFrom(" ", "\n", "-", ", ", "  "),
      (token, upper, gap) => {
        const words = wordsOf(token, ENGLISH);
        t.equal(words.length, 12);
        t.same(mnemonicToEntropy(words.join(" "), ENGLISH_WORDS), token);
        const typed = words.map((word) => word.slice(0, 4)).join(gap);
        t.same(readWords(upper ? typed.toUpperCase() : typed, LISTS), { token, language: "en" });
      },
    ),
    { numRuns: rounds(50) },
  );
  t.end();
});

t.test("a token in either language of the product is read among both lists", (t) => {
  for (const written of WORD_LISTS) {
    for (let round = 0; round < 20; round++) {
      const token = makeToken();
      const typed = wordsOf(token, written).map((word) => word.slice(0, 4));
      t.same(readWords(typed.join(" "), WORD_LISTS), { token, language: written.language });
    }
  }
  t.end();
});

t.test("only sixteen bytes make words, and only twelve words are read", (t) => {
  for (const length of [0, 15, 20, 24, 32])
    t.throws(() => wordsOf(new Uint8Array(length), ENGLISH), badKey, `${length} bytes`);
  // The library takes 15, 18, 21 and 24 words too: a token with more bytes would derive other keys.
  const fifteen = "abandon ".repeat(14) + "address";
  t.equal(mnemonicToEntropy(fifteen, ENGLISH_WORDS).length, 20);
  t.same(readWords(fifteen, LISTS), { problem: { code: "count", found: 15 } });
  t.same(readWords("abandon ".repeat(11), LISTS), { problem: { code: "count", found: 11 } });
  t.same(readWords("", LISTS), { problem: { code: "count", found: 0 } });
  t.end();
});

const GOOD = "abandon ".repeat(11) + "about";

t.test("attack 28: what was typed otherwise is read, what is wrong is named precisely", (t) => {
  const token = new Uint8Array(16);
  const read: readonly string[] = [
    GOOD,
    GOOD.toUpperCase(),
    `  ${GOOD.replaceAll(" ", " \n\t ")}  `,
    GOOD.replaceAll(" ", "-"),
    GOOD.split(" ")
      .map((word, at) => `${at + 1}. ${word}`)
      .join("\n"),
    GOOD.replaceAll("a", "ａ"),
    GOOD.replaceAll(" ", "\u00a0"),
    GOOD.replaceAll(" ", " \u200b"),
    `\ufeff${GOOD}`,
    GOOD.replaceAll("abandon", "aban"),
    GOOD.replaceAll("abandon", "abando"),
  ];
  for (const typed of read) t.same(readWords(typed, LISTS), { token, language: "en" }, JSON.stringify(typed));

  const cyrillic = GOOD.replace("abandon", "\u0430bandon");
  t.same(readWords(cyrillic, LISTS), { problem: { code: "foreign-letter", position: 1, letter: "\u0430" } });
  t.match(readWords(GOOD.replace("about", "abóut"), LISTS), { problem: { code: "foreign-letter", position: 12 } });
  t.match(readWords(GOOD.replace("about", "abo\u0301ut"), LISTS), {
    problem: { code: "foreign-letter", position: 12 },
  });
  t.match(readWords(GOOD.replace("about", "ıbout"), LISTS), { problem: { code: "foreign-letter", letter: "ı" } });
  t.match(readWords(GOOD.replace("about", "abandonment"), LISTS), { problem: { code: "unknown-word", position: 12 } });
  const misspelt = readWords(GOOD.replace("about", "abuot"), LISTS);
  t.match(misspelt, { problem: { code: "unknown-word", position: 12 } });
  t.ok(
    "problem" in misspelt && misspelt.problem.code === "unknown-word" && misspelt.problem.suggestions.includes("about"),
  );
  t.match(
    readWords(GOOD.replace("about", "abo"), LISTS),
    { problem: { code: "unknown-word" } },
    "three letters are too few",
  );
  t.same(readWords(GOOD.replace("about", OTHER.words[5]!), LISTS), {
    problem: { code: "mixed-languages", position: 12 },
  });
  t.same(
    readWords(GOOD.replace("about", "above"), LISTS),
    { problem: { code: "checksum" } },
    "a word of the list in the wrong place",
  );
  t.same(readWords(`about ${"abandon ".repeat(11)}`, LISTS), { problem: { code: "checksum" } }, "the wrong order");
  t.end();
});

t.test("attack 28: whatever is typed or pasted gives a token or a precise problem, at once", (t) => {
  const CODES = ["count", "unknown-word", "foreign-letter", "mixed-languages", "checksum"];
  const word = fc.oneof(
    fc.constantFrom(...ENGLISH_WORDS),
    fc.constantFrom(...OTHER.words),
    fc.string({ unit: "binary", maxLength: 9 }),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: "binary" }),
        fc.array(word, { maxLength: 14 }).map((words) => words.join(" ")),
      ),
      (typed) => {
        const read = readWords(typed, LISTS);
        t.ok("token" in read ? read.token.length === 16 : CODES.includes(read.problem.code));
      },
    ),
    { numRuns: rounds(200) },
  );
  const start = performance.now();
  t.match(readWords("abandon ".repeat(200_000), LISTS), { problem: { code: "count", found: 200_000 } }, "a book");
  t.match(
    readWords("a".repeat(1_000_000), LISTS),
    { problem: { code: "unknown-word", suggestions: [] } },
    "a held key",
  );
  // Looking each word or letter up took minutes.
  t.ok(performance.now() - start < 30_000);
  t.end();
});

t.test("attack 28: twelve words are read whatever stands between and before them, in one field as in twelve", (t) => {
  const between = fc.constantFrom(
    " ",
    "\n",
    "\r\n",
    "\t",
    ", ",
    ",",
    ";",
    " / ",
    "/",
    "|",
    " | ",
    " - ",
    "-",
    "–",
    "—",
    ".",
    ": ",
    ":",
    "=",
    "+",
    "\n• ",
    "\n· ",
    "\n* ",
    "\n▪ ",
    "\n● ",
    " → ",
    "\n✓ ",
    "\u00a0",
    "\u3000",
    "\u200b",
    "\u2028",
    "、",
    "・",
    "＿",
  );
  const number = fc.constantFrom<((at: number) => string)[]>(
    () => "",
    (at) => `${at})`,
    (at) => `${at}) `,
    (at) => `${at}: `,
    (at) => `${at}:`,
    (at) => `${at}. `,
    (at) => `(${at}) `,
    (at) => `[${at}] `,
    (at) => `#${at} `,
    (at) => `${at}/12 `,
    (at) => `${String(at).padStart(2, "0")} - `,
    (at) => `${at}\ufe0f\u20e3 `,
    (at) => `${"①②③④⑤⑥⑦⑧⑨⑩⑪⑫"[at - 1] ?? ""} `,
    () => "o ",
    (at) => `${"abcdefghijkl"[at - 1] ?? ""}. `,
    // "word" stands in a list, and "kata" is the beginning of one that does.
    (at) => `Kata ${at}: `,
    (at) => `kata ke-${at} = `,
    (at) => `Word ${at} - `,
  );
  const label = fc.constantFrom(
    "",
    "Kode:",
    "Kode: ",
    "KODE：",
    "Kode kasus Anda:\n",
    "kode =",
    "  Code: ",
    "Kode laporan:\t",
  );
  const capitals = fc.constantFrom(
    (word: string) => word,
    (word: string) => word.toUpperCase(),
    (word: string) => word.slice(0, 1).toUpperCase() + word.slice(1),
  );
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 16, maxLength: 16 }),
      fc.constantFrom(...WORD_LISTS),
      between,
      number,
      label,
      capitals,
      (token, list, separator, numbered, before, written) => {
        const words = wordsOf(token, list);
        const typed = before + words.map((word, at) => numbered(at + 1) + written(word)).join(separator || " ");
        const isWord = (word: string) => findWord(word, WORD_LISTS) !== undefined;
        const read = readWords(typed, WORD_LISTS);
        return (
          codeWordsIn(typed, isWord).join(" ") === words.join(" ") && "token" in read && hex(read.token) === hex(token)
        );
      },
    ),
    { numRuns: rounds(300) },
  );
  const words = wordsOf(new Uint8Array(16), WORD_LISTS[0]!);
  t.strictSame(codeWordsIn(`Kode: ${words.join(" ")}`), words, "a label goes before the lists are there");
  const many = [...words, words[0]!];
  t.strictSame(codeWordsIn(many.join(" ")), many, "a thirteenth word is not left out in silence");
  t.match(readWords(many.join(" "), WORD_LISTS), { problem: { code: "count", found: 13 } });
  t.strictSame(splitWords("ke\u00adca\u00admatan"), ["kecamatan"], "a hyphen of a broken line is no separator");
  t.end();
});

t.test("a word of which another is the beginning is itself", (t) => {
  t.equal(findWord("act", LISTS)?.word, "act");
  t.equal(findWord("acti", LISTS)?.word, "action");
  t.equal(findWord("actr", LISTS)?.word, "actress");
  t.equal(findWord("ac", LISTS), undefined);
  t.equal(findWord("abandoned", LISTS), undefined, "letters that contradict the word");
  t.same(completions("aba", LISTS, 5), ["abandon"]);
  t.same(completions("", LISTS, 5), []);
  t.same(splitWords("1. Abandon,  2) ABILITY"), ["abandon", "ability"]);
  t.end();
});

t.test("a passphrase is six words drawn evenly, or nothing", (t) => {
  let next = 0;
  t.equal(
    makePassphrase(ENGLISH, () => next++),
    ENGLISH_WORDS.slice(0, 6).join(" "),
  );
  for (const drawn of [2_048, -1, 0.5, Number.NaN]) {
    t.throws(() => makePassphrase(ENGLISH, () => drawn), { code: "no-randomness" }, String(drawn));
  }
  t.end();
});

t.test("a register number has eight letters and follows from the case id alone", (t) => {
  const { caseId } = deriveTokenKeys(makeToken());
  t.match(registerNumberOf(caseId), /^[2-9A-HJKMNP-TV-Z]{4}-[2-9A-HJKMNP-TV-Z]{4}$/);
  t.equal(registerNumberOf(caseId), registerNumberOf(caseId));
  t.end();
});
