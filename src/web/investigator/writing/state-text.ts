import { sayCode } from "../../../words/codes.ts";
import { OUTCOME_NAMES, STATE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import type { Speech } from "../../../words/speech.ts";
import type { MessageView } from "../vault/vault-messages.ts";
import { WRITING } from "./words.ts";

/** "State became Closed with the outcome proven" */
export function stateText({ state, outcome }: Extract<MessageView, { kind: "status" }>, { say }: Speech): string {
  const became = say(WRITING.becameState, { state: sayCode(say, STATE_NAMES, state, UNKNOWN.code) });
  if (outcome === null) return became;
  return `${became} ${say(WRITING.withOutcome, { outcome: sayCode(say, OUTCOME_NAMES, outcome, UNKNOWN.code) })}`;
}
