/** Limits of single answers, told while they are typed: without what seals, which comes later. */
import { MAX_REPORT_CODE_POINTS, codePoints } from "../../protocol/limits.ts";
import { type Answers, FIELDS, TEXT_FIELDS } from "../../protocol/rules/report-fields.ts";
import type { Finding } from "../refusal.ts";

export function findingsInFields(answers: Answers): Finding[] {
  const findings: Finding[] = [];
  let total = 0;
  for (const field of TEXT_FIELDS) {
    const { kind, required, atMost: limit = Infinity } = FIELDS[field];
    const text = answers[field];
    const actual = codePoints(text);
    total += actual;
    if (required && text.trim() === "") findings.push({ field, code: "missing" });
    if (actual > limit) findings.push({ field, code: "too-long", limit, actual });
    if (kind === "line" && /\p{Cc}/u.test(text)) findings.push({ field, code: "control-characters" });
  }
  if (total > MAX_REPORT_CODE_POINTS)
    findings.push({ field: "all", code: "too-long", limit: MAX_REPORT_CODE_POINTS, actual: total });
  return findings;
}
