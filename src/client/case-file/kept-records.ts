/** Which fields of a record go into a case file. A new kind of record is left out until somebody writes here what of it goes. */
import type { RecordName } from "../../protocol/record-names.ts";
import type { ReadRecord } from "../../protocol/records.ts";
import type { ReporterPart } from "../../protocol/records/export.ts";
import type { KeptRecord } from "./format.ts";
import type { CaseParts } from "./report.ts";

type Rule<Kind extends RecordName> = {
  /** `with-reporter`: only where the reporter's part is included */
  readonly goes: "always" | "with-reporter" | "never";
  readonly fields: (record: ReadRecord<Kind>) => Readonly<Record<string, unknown>>;
};

const NEVER = { goes: "never", fields: () => ({}) } as const;

const RULES: { readonly [Kind in RecordName]: Rule<Kind> } = {
  assignment: { goes: "always", fields: ({ to, reason }) => ({ to, reason }) },
  labels: { goes: "always", fields: ({ labels }) => ({ labels }) },
  // `readers` tells of those that had an effect.
  grant: NEVER,
  removal: NEVER,
  recovery: NEVER,
  // `sheet` tells what the one says that holds; that there was an older one goes, and not what the office no longer says.
  sheet: { goes: "always", fields: () => ({}) },
  "sheet-agreement": { goes: "always", fields: ({ sheet, agrees, text }) => ({ sheet, agrees, text }) },
  // What the reporter wrote gave rise to it, such as a wish for protection.
  overruling: { goes: "with-reporter", fields: ({ rule, reason }) => ({ rule, reason }) },
  task: { goes: "always", fields: ({ task, what, who, until }) => ({ task, what, who, until }) },
  "task-done": { goes: "always", fields: ({ task, done, text }) => ({ task, done, text }) },
  complaint: {
    goes: "always",
    fields: ({ service, unit, answer, handedOn, done }) => ({ service, unit, answer, handedOn, done }),
  },
  result: { goes: "always", fields: ({ result, reason }) => ({ result, reason }) },
  interest: { goes: "always", fields: ({ of, reason }) => ({ of, reason }) },
  // How a report came, and that it came otherwise than by the page, is of the reporter.
  source: { goes: "with-reporter", fields: ({ way, receivedOn, note }) => ({ way, receivedOn, note }) },
  // To whom else it went is no concern of who gets a copy to pass on.
  export: {
    goes: "with-reporter",
    fields: ({ form, reporter, redacted, to, reason }) => ({ form, reporter, redacted, to, reason }),
  },
  "referral-package": {
    goes: "with-reporter",
    fields: ({ to, name, letter, on, reason, sha256, files }) => ({ to, name, letter, on, reason, sha256, files }),
  },
  "referral-receipt": {
    goes: "with-reporter",
    fields: ({ on, by, number, agrees, text }) => ({ on, by, number, agrees, text }),
  },
  // What threatens the reporter, where the reporter can be reached, what would expose: it has ways of its own.
  protection: NEVER,
  exposure: NEVER,
  // A file of one case tells nothing of another (attack 60).
  link: NEVER,
};

/** How easily the reporter is guessed, and who would strike back, is no matter of whoever gets a copy to pass on. */
export function keptScores<Scores extends { readonly retaliation: unknown }>(
  scores: Scores,
  part: ReporterPart,
): Omit<Scores, "retaliation"> | Scores {
  if (part === "included") return scores;
  const { retaliation: _, ...kept } = scores;
  return kept;
}

/** What has no effect is left out: somebody who was kept out by the reporter may have been named in it. */
export function keptRecords({ records, casework }: CaseParts, part: ReporterPart): KeptRecord[] {
  const idle = new Set([
    ...casework.assignments.all.flatMap(({ kind, sequence }) => (kind === undefined ? [sequence] : [])),
    ...casework.sheets.invalid,
  ]);
  return records.flatMap(({ sequence, author, storedOn, record }) => {
    // A sheet for protection was printed: as little as of what stands on it does a case file tell of that.
    if (record.kind === "export" && record.form !== "case-file") return [];
    const rule = RULES[record.kind] as Rule<RecordName>;
    const goes = rule.goes === "always" || (rule.goes === "with-reporter" && part === "included");
    if (!goes || idle.has(sequence)) return [];
    return [{ number: sequence, on: storedOn, by: author, kind: record.kind, fields: rule.fields(record as never) }];
  });
}
