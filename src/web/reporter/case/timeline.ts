/**
 * What happened in a case in one order. The reporter's own messages are known by number and day only; an answer says
 * how many of them its author had seen, and they stand before it. For the rest the days decide.
 */
import type { Entry } from "../../../client/case/chain.ts";

export type Happening =
  | { readonly kind: "answer"; readonly entry: Entry }
  /** An own message; the day is unknown for the oldest of very many. */
  | { readonly kind: "own"; readonly day: string | undefined };

export function timelineOf(entries: readonly Entry[], written: number, writtenOn: readonly string[]): Happening[] {
  const own = Array.from({ length: written }, (_, index) => ({
    kind: "own" as const,
    day: writtenOn[index - (written - writtenOn.length)],
  }));
  const all: Happening[] = [];
  let next = 0;
  for (const entry of entries) {
    const seen = entry.acknowledged?.sequence ?? 0;
    while (next < own.length && (next < seen || isBefore(own[next]?.day, entry.storedOn))) {
      const message = own[next++];
      if (message !== undefined) all.push(message);
    }
    all.push({ kind: "answer", entry });
  }
  return [...all, ...own.slice(next)];
}

function isBefore(day: string | undefined, other: string): boolean {
  return day === undefined || day < other;
}
