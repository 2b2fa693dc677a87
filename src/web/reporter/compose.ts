/**
 * From the form to the answers that are sealed. The form asks for more than the content of version 1 has fields, so
 * some answers share one, each with its label, in the reporter's language (docs/decisions/0014).
 */
import { type Answers, FIELD_CODES } from "../../protocol/rules/report-fields.ts";
import type { Language } from "../../words/languages.ts";
import { type Draft, type TypedDay, amountOf } from "./draft.ts";
import type { ScreenWords } from "./words.ts";

export function composeAnswers(draft: Draft, text: ScreenWords, language: Language): Answers {
  const typed = Object.fromEntries(FIELD_CODES.map((field) => [field, draft[field]])) as Answers;
  return {
    ...typed,
    unitName: typed.unitName.trim(),
    title: typed.title.trim(),
    when: composeWhen(draft, text),
    who: composeWho(draft, text),
    evidence: composeEvidence(draft, text),
    amountIDR: amountOf(draft.amount),
    language,
  };
}

/** One person a line, then the wish for protection: it concerns a person too. */
function composeWho({ people, protection, worries }: Draft, { who, compose }: ScreenWords): string {
  const lines = people.map(({ name, position, role }) => {
    const person = [name.trim(), position.trim()].filter((part) => part !== "").join(", ");
    return `${person}: ${who.roles[role].toLowerCase()}`;
  });
  const wish = protection ? [compose.protection, ...(worries === "" ? [] : [`${compose.worries}: ${worries}`])] : [];
  return paragraphs(lines.join("\n"), wish.join("\n"));
}

function composeWhen(draft: Draft, { who, compose }: ScreenWords): string {
  const from = composeDay(draft.from, who.months);
  const until = composeDay(draft.until, who.months);
  const times = {
    day: from,
    range: [from, until].filter((day) => day !== "").join(` ${compose.until} `),
    unsure: compose.dayUnknown,
  } as const;
  const time = draft.time === undefined ? "" : times[draft.time];
  const ongoing = draft.ongoing === undefined ? "" : `${who.ongoing} ${who.yesNo[draft.ongoing]}.`;
  return [time, draft.whenNote, ongoing].filter((line) => line !== "").join("\n");
}

/** "3 Februari 2025", or as much of it as was filled in. */
function composeDay({ day, month, year }: TypedDay, months: readonly string[]): string {
  return [day.trim(), month === "" ? "" : (months[Number(month) - 1] ?? ""), year.trim()]
    .filter((part) => part !== "")
    .join(" ");
}

function composeEvidence(draft: Draft, { who, compose }: ScreenWords): string {
  const fading = draft.fading === undefined ? "" : `${who.fading} ${who.yesNo[draft.fading]}.`;
  const note = draft.fading === "yes" ? draft.fadingNote : "";
  const estimate = draft.amountIsEstimate && amountOf(draft.amount) !== null ? compose.amountIsEstimate : "";
  return paragraphs(draft.evidence, [fading, note].filter((part) => part !== "").join(" "), estimate);
}

function paragraphs(...texts: readonly string[]): string {
  return texts.filter((text) => text !== "").join("\n\n");
}
