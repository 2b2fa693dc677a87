/** Which suggestions still stand: what nobody has followed or overruled. Computed from what is open on this device. */
import { foldName } from "./mentions.ts";
import type { ReadAnswers } from "../../protocol/report-fields.ts";
import { type Facts, type Suggested, suggestionsFor } from "../../protocol/suggestions.ts";
import type { Casework } from "./casework.ts";
import { type Recorded, ofKind } from "./recorded.ts";
import { requestsIn } from "./protection.ts";

/** What words of a report tell, found by rules for texts (protocol/urgency). */
export type Told = Pick<Facts, "large" | "official"> & { readonly vanishing: boolean; readonly protection: boolean };

export type Considered = {
  readonly answers: ReadAnswers;
  readonly conversation: Parameters<typeof requestsIn>[0];
  readonly records: readonly Recorded[];
  readonly casework: Pick<Casework, "sheets" | "tasks" | "protection" | "complaint">;
  readonly told: Told;
  /** The deadline profile that holds */
  readonly profile: string;
  /** Names of those who read the case, by id, in every spelling that the directory has */
  readonly readers: Readonly<Record<string, readonly string[]>>;
};

export function factsOf({ answers, conversation, casework, told, readers }: Considered): Facts {
  const newest = requestsIn(conversation).at(-1)?.sequence;
  return {
    category: casework.sheets.now?.content.category ?? answers.category,
    large: told.large,
    official: told.official,
    vanishing: told.vanishing ? 0 : undefined,
    protection: newest ?? (told.protection ? 0 : undefined),
    involved: namedIn(answers, readers),
  };
}

/** Members whose full name stands where people are named or deeds told. A name of one word is too common to say anything. */
function namedIn({ who, what, how }: ReadAnswers, readers: Considered["readers"]): string[] {
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
