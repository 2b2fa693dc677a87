/** What an office rehearses before it opens, in the order in which it is told. */
export const REHEARSAL_STEPS = ["opened", "answered", "replied", "regranted", "recovery"] as const;
export type RehearsalStep = (typeof REHEARSAL_STEPS)[number];
