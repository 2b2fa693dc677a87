/** The tables of failures and alarms still stand in pairs of languages; from here on they are like all others. */
import type { Texts, TextsFor } from "../../../words/text.ts";

export type Pair = readonly [id: string, en: string];

/** What happened, and what to do about it. */
export type Told = readonly [happened: Texts, advice: Texts];

export function textsOf<Code extends string>(table: Readonly<Record<Code, Pair>>): TextsFor<Code> {
  return changeEach(table, ([id, en]) => ({ id, en }));
}

export function toldEach<Code extends string>(
  table: Readonly<Record<Code, readonly [happened: Pair, advice: Pair]>>,
): Readonly<Record<Code, Told>> {
  return changeEach(table, ([happened, advice]): Told => {
    const texts = textsOf({ happened, advice });
    return [texts.happened, texts.advice];
  });
}

function changeEach<Code extends string, Before, After>(
  table: Readonly<Record<Code, Before>>,
  change: (before: Before) => After,
): Record<Code, After> {
  const entries = Object.entries<Before>(table).map(([code, before]) => [code, change(before)]);
  return Object.fromEntries(entries) as Record<Code, After>;
}
