import { sayCode } from "../../../words/codes.ts";
import type { Profiles } from "../../../protocol/rules/deadlines.ts";
import { DEADLINE_NAMES, OUTCOME_NAMES, STATE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import type { Speech } from "../../../words/speech.ts";
import type { MessageView } from "../vault/messages/vault.ts";
import { WRITING } from "./words.ts";

/** What a message says of deadlines: in one line, for the conversation and beside a colleague's text. */
export function deadlinesText(message: MessageView, profiles: Profiles, speech: Speech): string | undefined {
  const { say, day } = speech;
  if (message.kind === "status" && message.nextBy !== undefined)
    return say(WRITING.withNextBy, { day: day(message.nextBy) });
  if (message.kind === "promise") {
    const deadline = sayCode(say, DEADLINE_NAMES, message.deadline, UNKNOWN.code);
    return say(WRITING.putOff, { deadline, day: day(message.due) });
  }
  if (message.kind !== "profile") return undefined;
  return say(WRITING.followsProfile, { profile: profileText(message.profile, profiles, speech) });
}

/** A profile of deadlines, as the office calls it. */
export function profileText(code: string, profiles: Profiles, { say, name }: Speech): string {
  const names = Object.hasOwn(profiles, code) ? profiles[code]?.names : undefined;
  return names === undefined ? sayCode(say, {}, code, UNKNOWN.code) : name(names);
}

/** "State became Closed with the outcome proven" */
export function stateText({ state, outcome }: Extract<MessageView, { kind: "status" }>, { say }: Speech): string {
  const became = say(WRITING.becameState, { state: sayCode(say, STATE_NAMES, state, UNKNOWN.code) });
  if (outcome === null) return became;
  return `${became} ${say(WRITING.withOutcome, { outcome: sayCode(say, OUTCOME_NAMES, outcome, UNKNOWN.code) })}`;
}
