/** On a case: that a member entered it, how it had come, and whether anybody can come back. */
import { sayCode } from "../../../words/codes.ts";
import { SOURCE_NAMES, UNKNOWN } from "../../../words/glossary.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { CaseView } from "../vault/messages/vault.ts";
import { ENTERED } from "./words.ts";

export function EnteredMark({ view }: { readonly view: CaseView }) {
  const { say, day, name } = useSpeech();
  const { source } = view.casework;
  if (source === undefined) return null;
  const { way, receivedOn, note, code } = source.record;
  const by = {
    way: sayCode(say, SOURCE_NAMES, way, UNKNOWN.code),
    day: day(receivedOn),
    name: name(view.names[source.author]),
  };
  return (
    <>
      <h3>{say(ENTERED.entered)}</h3>
      <p>
        <bdi>{say(ENTERED.enteredBy, by)}</bdi>
      </p>
      {note !== "" && (
        <p class="typed" dir="auto">
          {note}
        </p>
      )}
      <p class="muted">{say(code ? ENTERED.withCode : ENTERED.withoutCode)}</p>
    </>
  );
}
