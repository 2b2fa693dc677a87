/** What was typed for a report that is being entered, as a report and where it came from. */
import type { Entering } from "../../../../client/entering/entering.ts";
import { CATEGORIES } from "../../../../protocol/rules/casework.ts";
import { isDay } from "../../../../protocol/encoding/day.ts";
import { FIELDS, FIELD_CODES, type TextField, TEXT_FIELDS } from "../../../../protocol/rules/report-fields.ts";
import { SOURCE_WAYS } from "../../../../protocol/rules/source-ways.ts";
import type { EnteringDraft } from "../../writing/drafts.ts";

export function emptyDraft(channelId: string, today: string): EnteringDraft {
  const nothing = { note: "", category: "lainnya", texts: {}, amount: "", excluded: [], wantsCode: false };
  return { ...nothing, way: "letter", receivedOn: today, channelId };
}

/** The texts in the order of the report; what lists show first. */
export const ASKED: readonly TextField[] = FIELD_CODES.filter((field): field is TextField =>
  (TEXT_FIELDS as readonly string[]).includes(field),
);

export type Lack = TextField | "receivedOn" | "future";

/** What is still missing before anything is sealed. */
export function lacksIn({ texts, receivedOn }: EnteringDraft, today: string): Lack[] {
  const empty = ASKED.filter((field) => FIELDS[field].required === true && (texts[field] ?? "").trim() === "");
  const day = !isDay(receivedOn) ? (["receivedOn"] as const) : receivedOn > today ? (["future"] as const) : [];
  return [...day, ...empty];
}

export function enteringOf(draft: EnteringDraft, language: string): Entering {
  const { texts, amount, way, receivedOn, note, wantsCode, channelId, excluded } = draft;
  const digits = amount.replaceAll(/\D/gu, "");
  const written = Object.fromEntries(ASKED.map((field) => [field, texts[field] ?? ""])) as Record<TextField, string>;
  const number = Number(digits);
  return {
    channelId,
    excluded,
    answers: {
      ...written,
      category: CATEGORIES.find((one) => one === draft.category) ?? "lainnya",
      amountIDR: digits === "" || !Number.isSafeInteger(number) ? null : number,
      language,
    },
    source: { way: SOURCE_WAYS.find((one) => one === way) ?? "other", receivedOn, note, code: wantsCode },
  };
}
