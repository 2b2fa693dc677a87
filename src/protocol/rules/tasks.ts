/** Tasks of a case: how they are named, and where they come from. */

/** A task's name within its case: random, so that two who write at once write two. */
export const TASK_ID_BYTES = 8;

/** Written by hand, proposed by a rule, or by a mention in a note. */
export const TASK_ORIGINS = ["hand", "suggestion", "mention"] as const;
