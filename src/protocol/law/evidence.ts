/** What a case file rests on, and what must not stand in it. */
import type { Rule } from "./rule.ts";

export const EVIDENCE = {
  // Electronic evidence is a means of proof of its own, in force since 2 January 2026.
  "electronic-evidence": {
    value: "235",
    unit: "article",
    source: "UU 20/2025 (KUHAP), Pasal 235",
    mark: "unconfirmed",
    readOn: "2026-11",
    until: null,
  },
  // Prints of electronic documents as a source of clues in corruption cases
  "electronic-clues": {
    value: "26A",
    unit: "article",
    source: "UU 20/2001, Pasal 26A",
    mark: "confirmed",
    readOn: "2026-11",
    until: null,
  },
  "reporter-secrecy": {
    value: "31",
    unit: "article",
    source: "UU 31/1999, Pasal 31",
    mark: "confirmed",
    readOn: "2026-11",
    until: null,
  },
  "reporter-secrecy-penalty": {
    value: "24",
    unit: "article",
    source: "UU 31/1999, Pasal 24",
    mark: "confirmed",
    readOn: "2026-11",
    until: null,
  },
  // The three classes of what an internal supervisor (APIP) finds: rules/results.ts has them.
  "result-classes": {
    value: "20",
    unit: "article",
    source: "UU 30/2014, Pasal 20",
    mark: "confirmed",
    readOn: "2026-11",
    until: null,
  },
} as const satisfies Readonly<Record<string, Rule>>;
