/** Which suggestions still stand: what nobody has followed or overruled. Computed from what is open on this device. */
import { foldName } from "./mentions.ts";
import { EMPTY_ANSWERS, type ReadAnswers } from "../../protocol/rules/report-fields.ts";
import { type Facts, type Suggested, suggestionsFor } from "../../protocol/rules/suggestions.ts";
import type { SaidMark } from "../../protocol/urgency/marks.ts";
import { amountOf, marksOf } from "../../protocol/urgency/reading.ts";
import type { Casework } from "./casework.ts";
import { type Recorded, ofKind } from "./recorded.ts";
import { requestsIn } from "./protection.ts";

export type Considered = {
  readonly answers: ReadAnswers;
  readonly conversation: readonly (Parameters<typeof requestsIn>[0][number] & {
    readonly message: { readonly text?: string } | undefined;
  })[];
  readonly records: readonly Recorded[];
  readonly casework: Pick<Casework, "sheets" | "tasks" | "protection" | "complaint">;
  /** From which sum on KPK is in charge */
  readonly kpkFromIDR: number;
  /** The deadline profile that holds */
  readonly profile: string;
  /** Names of those who read the case, by id, in every spelling that the directory has */
  readonly readers: Readonly<Record<string, readonly string[]>>;
};

/** Whatever of it the reporter's words tell, found by rules for texts (protocol/urgency). */
function toldBy({ answers, conversation, kpkFromIDR }: Considered): Omit<Facts, "category" | "involved"> {
  const messages = conversation.flatMap(({ direction, sequence, effective, message }) =>
    direction === "reporter" && effective && message !== undefined && "text" in message
      ? [{ sequence, text: message.text }]
      : [],
  );
  const marks = marksOf(answers, messages);
  // What is said in the report and again later rests on what was said last.
  const later = marksOf(EMPTY_ANSWERS, messages.toReversed());
  const sourceOf = (mark: SaidMark) => [...marks, ...later].findLast((one) => one.mark === mark)?.source;
  const asked = requestsIn(conversation).at(-1)?.sequence;
  const cried = sourceOf("protection");
  return {
    large: (amountOf(answers)?.amountIDR ?? 0) >= kpkFromIDR,
    official: marks.some(({ mark }) => mark === "official"),
    vanishing: sourceOf("evidence"),
    protection: asked === undefined ? cried : Math.max(asked, cried ?? 0),
  };
}

function factsOf(considered: Considered): Facts {
  const { answers, casework, readers } = considered;
  return {
    category: casework.sheets.now?.content.category ?? answers.category,
    ...toldBy(considered),
    involved: namedIn(answers, readers),
  };
}

/** Members whose full name stands where people are named or deeds told. A name of one word is too common to say anything. */
export function namedIn({ who, what, how }: ReadAnswers, readers: Considered["readers"]): string[] {
  const text = ` ${foldName(`${who}\n${what}\n${how}`)} `;
  return Object.entries(readers).flatMap(([id, names]) =>
    names.map(foldName).some((name) => name.includes(" ") && text.includes(` ${name} `)) ? [id] : [],
  );
}

/** Overruled and followed ones do not come back, unless the reporter wrote about it since. */
export function standingSuggestions(considered: Considered): Suggested[] {
  const overruled = ofKind(considered.records, "overruling");
  return suggestionsFor(factsOf(considered)).filter(
    (one) =>
      !isFollowed(one, considered) &&
      !overruled.some(({ record }) => record.rule === one.rule && record.source >= one.source),
  );
}

/** Whoever follows a suggestion leaves what it proposed: that is the record of it. */
function isFollowed({ rule, proposes, source }: Suggested, { casework, profile }: Considered): boolean {
  const { sheets, tasks, protection, complaint } = casework;
  switch (proposes.kind) {
    case "recommendation":
      return sheets.now?.content.recommendation.action === proposes.action;
    case "task":
      return tasks.some(({ from, of }) => from === "suggestion" && of === rule);
    case "profile":
      return profile === proposes.profile;
    case "open":
      if (proposes.form === "complaint") return complaint.now !== undefined;
      return protection.now !== undefined && protection.now.content.source >= source;
  }
}
