/** A change of state in words, as it was typed and as a colleague has stored one. */
import { STATE_RULES, type State, isIn } from "../../../protocol/rules/casework.ts";
import { sayCode } from "../../../words/codes.ts";
import { OUTCOME_NAMES, STATE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import type { Speech } from "../../../words/speech.ts";
import type { Texts } from "../../../words/text.ts";
import type { EntryView } from "../vault/messages/vault.ts";
import type { ConflictField } from "./conflict-fields.tsx";
import type { MoveDraft } from "./drafts.ts";
import { MOVE_FORM } from "./words.ts";

/** What the explanation is called, by where the case goes. */
export function textLabel(to: State | undefined): Texts {
  if (to === undefined) return MOVE_FORM.textLabel;
  if (STATE_RULES[to].needs === "reason") return MOVE_FORM.reasonLabel;
  return isIn("asking", to) ? MOVE_FORM.questionLabel : MOVE_FORM.textLabel;
}

/** What was chosen and what a colleague stored, field by field. */
export function fieldsInConflict(
  { to, outcome, text }: MoveDraft,
  newer: readonly EntryView[],
  { say }: Speech,
): readonly ConflictField[] | undefined {
  const stored = newer.map(({ message }) => message).findLast((message) => message?.kind === "status");
  if (stored?.kind !== "status") return undefined;
  const named = (names: Parameters<typeof sayCode>[1]) => (code: string | null | undefined) =>
    code === null || code === undefined ? "" : sayCode(say, names, code, UNKNOWN.code);
  const [state, result] = [named(STATE_NAMES), named(OUTCOME_NAMES)];
  return [
    { name: say(MOVE_FORM.moveTo), own: state(to), stored: state(stored.state) },
    { name: say(MOVE_FORM.outcome), own: result(outcome), stored: result(stored.outcome) },
    { name: say(MOVE_FORM.textLabel), own: text, stored: stored.text },
  ];
}

/** State, outcome and explanation in one, as it would have been sent. */
export function wholeText({ to, outcome, text }: MoveDraft, { say }: Speech): string {
  const state =
    to === undefined
      ? ""
      : `${say(STATE_NAMES[to])}${outcome === undefined ? "" : `: ${say(OUTCOME_NAMES[outcome])}`}.`;
  return [state, text].filter((line) => line !== "").join("\n");
}
