/**
 * Reads marks out of what a reporter wrote: on the device, shown with the words that they rest on, and believed by nobody.
 * A rule misses what is said otherwise and finds what was meant otherwise; a person reads.
 */
import type { Field, ReadAnswers } from "../rules/report-fields.ts";
import { largestAmountIn } from "./amounts.ts";
import { type Folded, type Negation, foldForSearch, patternOf, quoteOf, without } from "./expression.ts";
import { BUT_EN, EN, ENDS_EN, NOT_EN } from "./expressions-en.ts";
import { BUT_ID, ENDS_ID, ID, NOT_ID } from "./expressions-id.ts";
import { SAID_MARKS, type SaidMark } from "./marks.ts";

/** A mark and the words that it rests on. */
export type MarkFound = {
  readonly mark: SaidMark;
  /** Undefined where the category says it */
  readonly quote: string | undefined;
  /** Where it stands: in an answer of the report, or in a message that followed */
  readonly field: Field | "message";
  /** Number of the message, 0 for the report */
  readonly source: number;
};

/** What followed a report, by its number. */
export type Message = { readonly sequence: number; readonly text: string };

/** A sum, and the answer that names it. */
export type AmountFound = { readonly amountIDR: number; readonly field: Field };

const LANGUAGES = [ID, EN] as const;
const NEGATION: Negation = {
  not: new Set([...NOT_ID, ...NOT_EN]),
  but: new Set([...BUT_ID, ...BUT_EN]),
  ends: new Set([...ENDS_ID, ...ENDS_EN]),
};

/** Fields that are looked at: who is named stands in few of them, and a unit's name is no accusation ("Kantor Bupati"). */
const LOOKED_AT: Readonly<Record<SaidMark, readonly Field[]>> = {
  protection: ["title", "what", "how", "who", "evidence", "when", "where"],
  evidence: ["evidence", "what", "how", "title", "who", "when", "where"],
  official: ["title", "what", "who", "how"],
  ongoing: ["when", "what", "how", "title", "evidence"],
};

type Patterns = {
  readonly says: RegExp;
  readonly saysInWhen: RegExp;
  readonly asIs: RegExp | undefined;
  readonly never: RegExp;
};
const compiled = new Map<SaidMark, Patterns>();

/** Made once, and not before a report is opened. */
function patterns(mark: SaidMark): Patterns {
  const known = compiled.get(mark) ?? patternsOf(mark);
  compiled.set(mark, known);
  return known;
}

function patternsOf(mark: SaidMark): Patterns {
  const says = LANGUAGES.flatMap((language) => language[mark].says);
  const asIs = LANGUAGES.flatMap((language) => language[mark].asIs ?? []);
  return {
    says: patternOf(says),
    asIs: asIs.length === 0 ? undefined : patternOf(asIs),
    saysInWhen: patternOf([...says, ...LANGUAGES.flatMap((language) => language[mark].when ?? [])]),
    never: patternOf(LANGUAGES.flatMap((language) => language[mark].never)),
  };
}

/** What a report and the messages behind it say of their own urgency, each mark once, with the first words that say it. */
export function marksOf(answers: ReadAnswers, messages: readonly Message[] = []): readonly MarkFound[] {
  const fold = foldOnce();
  return SAID_MARKS.flatMap((mark) => saidOf(mark, answers, fold) ?? saidIn(mark, messages, fold) ?? []);
}

/** Whether a report asks for protection: what its sender's program reads before it is sealed. */
export function asksForProtection(answers: ReadAnswers): boolean {
  return saidOf("protection", answers, foldOnce()) !== undefined;
}

type Fold = (text: string) => Folded;

/** Each text is folded once, however many marks are looked for in it: ten pages are tens of thousands of words. */
function foldOnce(): Fold {
  const known = new Map<string, Folded>();
  return (text) => {
    const folded = known.get(text) ?? foldForSearch(text);
    known.set(text, folded);
    return folded;
  };
}

/** A later cry for help counts as much as a first one; who is named in a conversation is often the office itself. */
const SAID_LATER: readonly SaidMark[] = ["protection", "evidence"];

function saidIn(mark: SaidMark, messages: readonly Message[], fold: Fold): MarkFound | undefined {
  if (!SAID_LATER.includes(mark)) return undefined;
  for (const { sequence, text } of messages) {
    const quote = quoteIn(mark, "what", fold(text));
    if (quote !== undefined) return { mark, quote, field: "message", source: sequence };
  }
  return undefined;
}

function saidOf(mark: SaidMark, answers: ReadAnswers, fold: Fold): MarkFound | undefined {
  for (const field of LOOKED_AT[mark]) {
    const answer = answers[field];
    const quote = typeof answer === "string" ? quoteIn(mark, field, fold(answer)) : undefined;
    if (quote !== undefined) return { mark, quote, field, source: 0 };
  }
  const isRetaliation = mark === "protection" && answers.category === "pembalasan-pelapor";
  return isRetaliation ? { mark, quote: undefined, field: "category", source: 0 } : undefined;
}

function quoteIn(mark: SaidMark, field: Field, folded: Folded): string | undefined {
  const { says, saysInWhen, asIs, never } = patterns(mark);
  const left = without(never, folded);
  return quoteOf(field === "when" ? saysInWhen : says, NEGATION, left) ?? (asIs && quoteOf(asIs, undefined, left));
}

/** The sum that a report is about: who named one is believed, who named none may have written one. */
export function amountOf(answers: ReadAnswers): AmountFound | undefined {
  const { amountIDR: named } = answers;
  if (named !== null) return { amountIDR: named, field: "amountIDR" };
  for (const field of ["title", "what", "how", "evidence"] as const) {
    const amountIDR = largestAmountIn(answers[field]);
    if (amountIDR !== undefined) return { amountIDR, field };
  }
  return undefined;
}
