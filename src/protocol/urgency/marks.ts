/** What makes a case urgent: marks that follow from what its reporter wrote and from how long it lies. Data, not code. */
import { TRIAGE_RULES } from "../law/triage-rules.ts";

type Row = {
  /** Where it stands: 4 before every queue, 3 today, 2 this week, 1 a look before the others */
  readonly rank: 1 | 2 | 3 | 4;
  /** Until when it moves a case up: `new` until somebody works on it, `verifying` until that is over, `open` to the end */
  readonly until: "new" | "verifying" | "open";
};

/**
 * In the order in which they are shown. `SAID_MARKS` are read out of what the reporter wrote (reading.ts), the sum is
 * named or read there too. `danger` is a request for protection within 24 hours; the last two the list tells: whether the
 * reporter wrote since, and how long nobody has opened the report.
 */
const TABLE = {
  danger: { rank: 4, until: "open" },
  protection: { rank: 3, until: "open" },
  evidence: { rank: 2, until: "verifying" },
  official: { rank: 1, until: "new" },
  amount: { rank: 1, until: "new" },
  ongoing: { rank: 1, until: "new" },
  wrote: { rank: 1, until: "open" },
  unread: { rank: 1, until: "open" },
} as const satisfies Readonly<Record<string, Row>>;

export type Mark = keyof typeof TABLE;
export const MARK_RULES: Readonly<Record<Mark, Row>> = TABLE;
export const MARKS = Object.keys(TABLE) as readonly Mark[];
/** Those that words say; the others are counted. */
export const SAID_MARKS = ["protection", "evidence", "official", "ongoing"] as const;
export type SaidMark = (typeof SAID_MARKS)[number];

/** How long a report may lie unopened, in working days: as long as SP4N-LAPOR! takes to verify and forward. */
export const UNREAD_WORKING_DAYS = TRIAGE_RULES["sp4n-verification"].value;

/** How far up a case stands by its marks: 0 where none moves it. */
export function urgencyOf(
  marks: readonly Mark[],
  stage: { readonly isNew: boolean; readonly isVerified: boolean; readonly isOver: boolean },
): number {
  if (stage.isOver) return 0;
  const inForce = marks.filter((mark) => {
    const { until } = MARK_RULES[mark];
    return until === "open" || (until === "verifying" && !stage.isVerified) || (until === "new" && stage.isNew);
  });
  return Math.max(0, ...inForce.map((mark) => MARK_RULES[mark].rank));
}
