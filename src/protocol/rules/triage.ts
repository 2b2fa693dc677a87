/**
 * How a report is weighed: what is scored, what a complete report tells, what can be recommended, and from which total a
 * second member looks. The reporter's motive is nowhere among it: UU 25/2009 and PP 43/2018 ask for truth and
 * completeness alone. Meanings of the numbers in words: words/glossary. Data, not code.
 */
import { TRIAGE_RULES } from "../law/triage-rules.ts";

/** Each 1 (low) to 4 (high); triage fields after ISO 37002:2021, 8.3 (priority, completeness, protection), read 2026-11. */
export const SCORES = [
  "severity",
  "credibility",
  "evidence",
  "urgency",
  "seniority",
  "retaliation",
  "reach",
  "completeness",
] as const;
export type Score = (typeof SCORES)[number];
export const LOWEST_SCORE = 1;
export const HIGHEST_SCORE = 4;
export const HIGHEST_TOTAL = SCORES.length * HIGHEST_SCORE;

/** 5W+2H, as KPK's own channel asks it (kpk.go.id, banners/click/18, read 2025). */
export const ELEMENTS = ["what", "who", "where", "when", "why", "how", "amount"] as const;
export type Element = (typeof ELEMENTS)[number];

export const RECOMMENDATIONS = [
  "verify",
  "ask",
  "investigate",
  "refer-kpk",
  "refer-police",
  "refer-prosecutor",
  "refer-higher",
  "refer-sp4n",
  "archive",
] as const;
export type Recommendation = (typeof RECOMMENDATIONS)[number];

/** From which total a second member looks; an office sets its own (`office.json`, `judging`). */
export const SECOND_MEMBER = { fromTotal: TRIAGE_RULES["second-member-from"].value };

/** What has been scored so far; a number that is none of the scale counts nothing. */
export function totalOf(scores: Readonly<Record<string, { readonly score: number | null } | undefined>>): number {
  return SCORES.reduce((sum, code) => {
    const score = scores[code]?.score ?? 0;
    return sum + (score >= LOWEST_SCORE && score <= HIGHEST_SCORE ? score : 0);
  }, 0);
}
