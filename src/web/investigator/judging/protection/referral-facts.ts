/**
 * What a referral sheet for LPSK says: codes and days alone, as long as the reporter has not consented. No text that
 * anybody typed is in it, so that nobody has to judge whether a sentence gives somebody away.
 */
import type { RecordContent } from "../../../../protocol/records.ts";
import type { ProtectionContent } from "../fields/protection-fields.ts";

export type ReferralFacts = {
  readonly registerNumber: string;
  readonly reportedOn: string;
  readonly askedOn: string | null;
  readonly askedBy: ProtectionContent["askedBy"];
  readonly threats: ProtectionContent["threats"];
  readonly urgency: ProtectionContent["urgency"];
  readonly wanted: ProtectionContent["wanted"];
  readonly assessment: Pick<ProtectionContent["assessment"], "importance" | "threat" | "risk">;
  readonly measuresOn: readonly string[];
  /** What was typed: only where the reporter wants LPSK to know */
  readonly consented: undefined | { readonly threat: string; readonly wish: string; readonly never: string };
};

export function referralFacts(
  { askedOn, askedBy, threats, urgency, wanted, assessment, measures, consent, ...content }: ProtectionContent,
  { registerNumber, arrivedOn }: { readonly registerNumber: string; readonly arrivedOn: string },
): ReferralFacts {
  const { threat, wish, never } = content;
  const { importance, threat: level, risk } = assessment;
  return {
    registerNumber,
    reportedOn: arrivedOn,
    askedOn,
    askedBy,
    threats,
    urgency,
    wanted,
    assessment: { importance, threat: level, risk },
    measuresOn: measures.flatMap(({ on }) => on ?? []),
    consented: consent.to === "lpsk" && consent.withdrawnOn === null ? { threat, wish, never } : undefined,
  };
}

/** What is written into the case before the sheet is printed. */
export function printRecord({ consented }: ReferralFacts, reason: string): RecordContent<"export"> {
  return {
    kind: "export",
    form: "protection-sheet",
    reporter: consented === undefined ? "left-out" : "included",
    redacted: false,
    files: 0,
    reporterFiles: 0,
    to: "LPSK",
    reason,
    rows: { team: [], reporter: [], internal: [] },
  };
}
