/** One interest in words. */
import type { ReadInterest } from "../../../../protocol/documents/declared-interests.ts";
import { sayCode } from "../../../../words/codes.ts";
import { UNKNOWN } from "../../../../words/glossary.ts";
import { useSpeech } from "../../../screen/speech.ts";
import { INTERESTS } from "../words.ts";
import { DECLARING, NATURES } from "./words.ts";

export function InterestFacts({ interest }: { readonly interest: ReadInterest }) {
  const { say, day } = useSpeech();
  const { kind, nature, unit, person, note, since, declared, ended } = interest;
  return (
    <>
      <strong>{sayCode(say, INTERESTS, kind, UNKNOWN.code)}</strong> ({sayCode(say, NATURES, nature, UNKNOWN.code)})
      {unit !== "" && (
        <span class="second">
          {say(DECLARING.unit)}: <bdi>{unit}</bdi>
        </span>
      )}
      {person !== "" && (
        <span class="second">
          {say(DECLARING.person)}: <bdi>{person}</bdi>
        </span>
      )}
      {note !== "" && (
        <span class="second typed" dir="auto">
          {note}
        </span>
      )}
      <span class="second muted">
        {since !== null && `${say(DECLARING.sinceDay, { day: day(since) })} · `}
        {say(DECLARING.declaredOn, { day: day(declared) })}
        {ended !== null && ` · ${say(DECLARING.endedOn, { day: day(ended) })}`}
      </span>
    </>
  );
}
