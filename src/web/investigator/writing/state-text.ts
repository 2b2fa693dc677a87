import { OUTCOME_NAMES, STATE_NAMES } from "../../../words/glossary.ts";
import type { Speech } from "../../../words/speech.ts";
import type { MessageView } from "../vault/vault-messages.ts";
import { WRITING } from "./words.ts";

/** "State became Closed with the outcome proven" */
export function stateText({ state, outcome }: Extract<MessageView, { kind: "status" }>, { say }: Speech): string {
  const became = say(WRITING.becameState, { state: say(STATE_NAMES[state]) });
  return outcome === null ? became : `${became} ${say(WRITING.withOutcome, { outcome: say(OUTCOME_NAMES[outcome]) })}`;
}
