/** What the checks of the story of proof have together: names in words, and saying where two numbers differ. */
import type { Language } from "../../../../src/words/languages.ts";
import { speak } from "../../../../src/words/speech.ts";
import type { Texts } from "../../../../src/words/text.ts";
import type { Counts } from "./expected.ts";

/** The first users are Indonesian offices; the tests' browsers ask for Indonesian. */
export const DESK: Language = "id";
const { say } = speak(DESK);

export type Names = Readonly<Record<string, Texts>>;

export function named<Value>(
  counts: Readonly<Record<string, Value>>,
  names: Names,
  sayIn: (name: Texts) => string = say,
): Record<string, Value> {
  return Object.fromEntries(
    Object.entries(counts).map(([key, n]) => {
      const name = names[key];
      return [name === undefined ? key : sayIn(name), n];
    }),
  );
}

/** Rows as texts, whatever their order. */
export function rowsIn(rows: readonly (readonly unknown[])[] = []): string[] {
  return rows.map((row) => row.join(" | ")).toSorted();
}

export function counted(rows: readonly (readonly string[])[] = []): Counts {
  return Object.fromEntries(rows.map(([name, n]) => [name, Number(n)]));
}

/** Of records whatever the order. */
export function same(what: string, shown: unknown, wanted: unknown): void {
  const [one, other] = [shown, wanted].map((value) =>
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).toSorted(([a], [b]) => (a < b ? -1 : 1)))
        : inner,
    ),
  );
  if (one !== other) throw new Error(`${what}: ${one}\nand not ${other}`);
}
