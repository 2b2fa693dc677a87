/**
 * Cases that may be about the same matter, with what speaks for it. Computed on the device, over what its member reads:
 * a suggestion for a person, never a decision.
 */
import type { CaseTexts } from "./case-texts.ts";
import type { SearchIndex } from "./search-index.ts";
import { fold, tokensOf } from "./tokens.ts";
import { type Traces, tracesOf } from "./traces.ts";

export type LikeReason =
  | { readonly of: "unit" }
  | { readonly of: "person" | "day" | "amount"; readonly said: string }
  /** So many hundredths of the shorter report's phrases stand in the other one too. */
  | { readonly of: "text"; readonly percent: number }
  /** Words that hardly any other case holds */
  | { readonly of: "words"; readonly said: string };

export type LikeCase = { readonly handle: string; readonly score: number; readonly reasons: readonly LikeReason[] };

/** Weights and bounds were set on the shared sample reports and variations of them (test/client/finding/alike.test.ts). */
const WEIGHTS = { unit: 1, person: 3, day: 1.5, amount: 2, text: 6, words: 1.5 } as const;
/** Below it nothing is said: one unit, one day, one sum alone are shared by many. */
const FEWEST_POINTS = 3;
/** Of one kind so many count, and are told. */
const MOST_OF_A_KIND = 3;
/** Words of a phrase: four in a row are seldom the same by chance. */
const PHRASE_WORDS = 4;
const FEWEST_PERCENT = 8;
/** Words by which others are looked for, and how many cases are compared in full. */
const ASKED_WORDS = 30;
const COMPARED = 25;
/** A word of so few cases ties them together. */
const RARE_CASES = 4;
const FEWEST_RARE_WORDS = 3;

export function findAlike(
  own: CaseTexts,
  index: Pick<SearchIndex, "findAny" | "casesWith" | "size">,
  get: (handle: string) => CaseTexts | undefined,
): LikeCase[] {
  const mine = featuresOf(own);
  const asked = tellingWords(mine.words, index);
  const candidates = index.findAny(asked).filter(({ handle }) => handle !== own.handle);
  return candidates
    .slice(0, COMPARED)
    .flatMap(({ handle }) => {
      const texts = get(handle);
      if (texts === undefined) return [];
      const reasons = compare(mine, featuresOf(texts), index);
      const score = scoreOf(reasons);
      return score >= FEWEST_POINTS ? [{ handle, score, reasons }] : [];
    })
    .toSorted((a, b) => b.score - a.score);
}

type Features = Traces & {
  readonly unit: string;
  /** Of the report alone, with how it is written first and how often */
  readonly words: ReadonlyMap<string, { readonly said: string; readonly times: number }>;
  readonly phrases: ReadonlySet<string>;
};

function featuresOf({ texts }: CaseTexts): Features {
  const report = texts.filter(({ place }) => place.of === "report");
  const unit = report.find(({ place }) => place.of === "report" && place.field === "unitName")?.text ?? "";
  const words = new Map<string, { said: string; times: number }>();
  const phrases = new Set<string>();
  for (const { text } of report) {
    const line: string[] = [];
    for (const { term, from, to } of tokensOf(text)) {
      words.set(term, {
        said: words.get(term)?.said ?? text.slice(from, to),
        times: (words.get(term)?.times ?? 0) + 1,
      });
      line.push(term);
      if (line.length >= PHRASE_WORDS) phrases.add(line.slice(-PHRASE_WORDS).join(" "));
    }
  }
  const said = texts.filter(({ place }) => place.of !== "file").map(({ text }) => text);
  return { ...tracesOf(said.join("\n")), unit: fold(unit.replace(/\s+/gu, "")), words, phrases };
}

/** Those by which this report differs from others: often here, seldom elsewhere, and in one other case at least. */
function tellingWords(
  words: Features["words"],
  { casesWith, size }: Pick<SearchIndex, "casesWith" | "size">,
): string[] {
  const weight = ([term, { times }]: readonly [string, { readonly times: number }]): number =>
    (1 + Math.log(times)) * Math.log(size() / casesWith(term));
  return [...words]
    .filter(([term]) => term.length > 2 && casesWith(term) > 1)
    .toSorted((a, b) => weight(b) - weight(a))
    .slice(0, ASKED_WORDS)
    .map(([term]) => term);
}

function compare(a: Features, b: Features, index: Pick<SearchIndex, "casesWith">): LikeReason[] {
  const both = (one: ReadonlySet<string> | ReadonlyMap<string, unknown>, other: typeof one) =>
    [...one.keys()].filter((key) => other.has(key));
  const told = (of: "person" | "day" | "amount", said: readonly string[]): LikeReason[] =>
    said.slice(0, MOST_OF_A_KIND).map((one) => ({ of, said: one }));
  const people = both(a.people, b.people);
  const inNames = new Set(people.flatMap((name) => name.split(" ")));
  const phrases = both(a.phrases, b.phrases).length;
  const percent = Math.round((100 * phrases) / Math.max(1, Math.min(a.phrases.size, b.phrases.size)));
  const rare = both(a.words, b.words).filter(
    (term) => index.casesWith(term) <= RARE_CASES && !inNames.has(term) && !/^\d+$/u.test(term),
  );
  return [
    ...told(
      "person",
      people.map((name) => a.people.get(name) ?? name),
    ),
    ...told("day", both(a.days, b.days)),
    ...told("amount", both(a.amounts, b.amounts)),
    ...(percent >= FEWEST_PERCENT && phrases > 2 ? [{ of: "text", percent } as const] : []),
    ...(a.unit !== "" && a.unit === b.unit ? [{ of: "unit" } as const] : []),
    ...(rare.length >= FEWEST_RARE_WORDS
      ? [
          {
            of: "words",
            said: rare
              .slice(0, MOST_OF_A_KIND + 2)
              .map((term) => a.words.get(term)?.said ?? term)
              .join(", "),
          } as const,
        ]
      : []),
  ];
}

function scoreOf(reasons: readonly LikeReason[]): number {
  return reasons.reduce(
    (sum, reason) => sum + (reason.of === "text" ? (WEIGHTS.text * reason.percent) / 100 + 1 : WEIGHTS[reason.of]),
    0,
  );
}
