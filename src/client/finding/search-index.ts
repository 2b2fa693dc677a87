/**
 * Full-text search over cases that lie open in memory: MiniSearch keeps the words, the affixes (affixes.ts) lead from the
 * word that was typed to its family, and a letter may be wrong.
 */
import MiniSearch, { type Query } from "minisearch";
import { rootsOf } from "./affixes.ts";
import type { CaseText, CaseTexts } from "./case-texts.ts";
import { questionTerms, tokensOf } from "./tokens.ts";

export type Hit = {
  readonly handle: string;
  readonly score: number;
  /** Words of the case that were found */
  readonly terms: ReadonlySet<string>;
};

export type SearchIndex = {
  readonly size: () => number;
  /** Also anew: what was known of the case is forgotten. */
  readonly put: (texts: CaseTexts) => void;
  readonly drop: (handle: string) => void;
  readonly has: (handle: string) => boolean;
  /** Cases that hold every word of the question, or one of its family; where none does, letters may be wrong. Best first. */
  readonly find: (question: string) => Hit[];
  /** Cases that hold any of these words as they are, best first. */
  readonly findAny: (terms: readonly string[]) => Hit[];
  /** How many cases hold the word */
  readonly casesWith: (term: string) => number;
};

type Document = { readonly handle: string } & Readonly<Record<FieldName, string>>;

/** Where a word weighs how much: a title says what a case is about, a conversation touches on much. */
const BOOSTS = { title: 3, people: 2, report: 1.5, talk: 1, files: 1, register: 4 } as const;
type FieldName = keyof typeof BOOSTS;
const FIELDS = Object.keys(BOOSTS) as FieldName[];

/** From so many letters on a word is taken for the beginning of a longer one: two letters begin a tenth of all words. */
const SHORTEST_PREFIX = 3;
/** A relative of the word counts less than the word. */
const FAMILY_WEIGHT = 0.6;
/** A word that more than one case in so many holds is no slip of the finger, and what looks like it is another word. */
const RARE_IN_CASES = 500;
/** More relatives than anybody's word has come from roots that are none. */
const LARGEST_FAMILY = 60;

/** How many letters may be wrong, in rare words or in any: the next one where nothing was found. */
type Leniency = { readonly wrong: 1 | 2; readonly inAny: boolean };
const LENIENCIES: readonly Leniency[] = [
  { wrong: 1, inAny: false },
  { wrong: 1, inAny: true },
  { wrong: 2, inAny: true },
];

export function makeSearchIndex(): SearchIndex {
  const words = new MiniSearch<Document>({
    idField: "handle",
    fields: FIELDS,
    tokenize: (folded) => (folded === "" ? [] : folded.split(" ")),
    processTerm: (term) => term,
  });
  const families = new Map<string, Set<string>>();
  const cases = new Map<string, number>();
  const termsOf = new Map<string, ReadonlySet<string>>();

  const count = (term: string, by: 1 | -1): void => {
    const before = cases.get(term) ?? 0;
    if (before === 0) for (const root of [term, ...rootsOf(term)]) addTo(families, root, term);
    cases.set(term, before + by);
  };

  const drop = (handle: string): void => {
    if (!words.has(handle)) return;
    words.discard(handle);
    for (const term of termsOf.get(handle) ?? []) count(term, -1);
    termsOf.delete(handle);
  };

  function familyOf(term: string): string[] {
    const all = [term, ...rootsOf(term)].flatMap((root) => [...(families.get(root) ?? [])]);
    return [...new Set(all)].filter((one) => one !== term && (cases.get(one) ?? 0) > 0).slice(0, LARGEST_FAMILY);
  }

  const queryOf = (term: string, { wrong, inAny }: Leniency): Query => {
    const family = familyOf(term);
    const isRare = (cases.get(term) ?? 0) <= words.documentCount / RARE_IN_CASES;
    const fuzzy = (inAny || isRare) && mayBeMisspelt(term, wrong) ? wrong : false;
    const itself: Query = { queries: [term], prefix: term.length >= SHORTEST_PREFIX, fuzzy };
    if (family.length === 0) return itself;
    const relatives: Query = { queries: family, prefix: false, fuzzy: false, boostTerm: () => FAMILY_WEIGHT };
    return { combineWith: "OR", queries: [itself, relatives] };
  };

  const search = (query: Query): Hit[] =>
    words
      .search(query, { boost: BOOSTS, tokenize: (term) => [term] })
      .map(({ id, score, match }) => ({ handle: id as string, score, terms: new Set(Object.keys(match)) }));

  return {
    size: () => words.documentCount,
    has: (handle) => words.has(handle),
    put({ handle, texts }) {
      drop(handle);
      const folded: Record<FieldName, string[]> = {
        title: [],
        people: [],
        report: [],
        talk: [],
        files: [],
        register: [],
      };
      const distinct = new Set<string>();
      for (const text of texts) {
        const field = folded[fieldOf(text)];
        for (const { term } of tokensOf(text.text)) {
          field.push(term);
          distinct.add(term);
        }
      }
      const joined = Object.fromEntries(FIELDS.map((field) => [field, folded[field].join(" ")]));
      words.add({ handle, ...(joined as Record<FieldName, string>) });
      termsOf.set(handle, distinct);
      for (const term of distinct) count(term, 1);
    },
    drop,
    find(question) {
      const terms = questionTerms(question);
      if (terms.length === 0) return [];
      for (const leniency of LENIENCIES) {
        const hits = search({ combineWith: "AND", queries: terms.map((term) => queryOf(term, leniency)) });
        if (hits.length > 0) return hits;
      }
      return [];
    },
    findAny: (terms) =>
      terms.length === 0 ? [] : search({ combineWith: "OR", queries: [...terms], prefix: false, fuzzy: false }),
    casesWith: (term) => cases.get(term) ?? 0,
  };
}

function fieldOf({ place }: CaseText): FieldName {
  if (place.of === "register") return "register";
  if (place.of === "file") return "files";
  if (place.of === "message") return "talk";
  if (place.field === "title" || place.field === "unitName") return "title";
  return place.field === "who" ? "people" : "report";
}

/** A digit may not be wrong: another amount is another amount. */
function mayBeMisspelt(term: string, wrong: Leniency["wrong"]): boolean {
  return !/\d/u.test(term) && term.length >= (wrong === 1 ? 4 : 6);
}

function addTo(map: Map<string, Set<string>>, key: string, value: string): void {
  const known = map.get(key);
  if (known === undefined) map.set(key, new Set([value]));
  else known.add(value);
}
