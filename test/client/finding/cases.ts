/** Cases for the search to look through: the shared sample reports, and whatever a test adds. */
import * as fs from "node:fs/promises";
import type { CaseText, CaseTexts } from "../../../src/client/finding/case-texts.ts";
import { type Answers, FIELD_CODES } from "../../../src/protocol/rules/report-fields.ts";

export const SAMPLES = JSON.parse(
  await fs.readFile(new URL("../../fixtures/sample-reports.json", import.meta.url), "utf8"),
) as readonly Answers[];

/** `note`: what colleagues wrote */
export function caseOf(handle: string, answers: Partial<Answers>, note = ""): CaseTexts {
  const report = FIELD_CODES.filter((field) => field !== "language").map((field): CaseText => ({
    place: { of: "report", field },
    text: String(answers[field] ?? ""),
  }));
  const texts = [...report, { place: { of: "message", direction: "internal", sequence: 1 }, text: note } as const];
  return { handle, read: [0, 0, 1], texts: texts.filter(({ text }) => text !== "") };
}
