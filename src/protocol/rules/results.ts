/**
 * Which class what was found has: the three of UU 30/2014, pasal 20 (law/evidence.ts, `result-classes`), and beside them what
 * offices find that is no administrative fault. Internal: the reporter is told the outcome.
 */
export const RESULT_CLASSES = [
  "no-fault",
  "administrative-fault",
  "administrative-fault-loss",
  "ethics",
  "discipline-light",
  "discipline-medium",
  "discipline-heavy",
  "criminal-indication",
] as const;
export type ResultClass = (typeof RESULT_CLASSES)[number];
