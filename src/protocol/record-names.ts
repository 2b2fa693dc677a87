/**
 * Kinds of internal messages beside notes, by name alone: a reporter's page knows them so that it takes none of them for
 * a message, and carries none of their schemas (records.ts).
 */
export const RECORD_NAMES = [
  "assignment",
  "labels",
  "grant",
  "removal",
  "sheet",
  "sheet-agreement",
  "overruling",
  "task",
  "task-done",
  "protection",
  "exposure",
  "complaint",
  "source",
  "link",
  "interest",
  "recovery",
  "export",
  "referral-package",
  "referral-receipt",
  "result",
] as const;

export type RecordName = (typeof RECORD_NAMES)[number];
