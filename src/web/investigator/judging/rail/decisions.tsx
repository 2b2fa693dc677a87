/** What was answered before risky steps and which suggestions were overruled, newest first: each with who, when and why. */
import { doubtsIn } from "../../../../protocol/rules/protection.ts";
import { sayCode } from "../../../../words/codes.ts";
import { UNKNOWN } from "../../../../words/glossary.ts";
import {
  EXPOSURE_ANSWER_NAMES,
  EXPOSURE_QUESTION_TEXTS,
  STEP_NAMES,
  SUGGESTION_TEXTS,
} from "../../../../words/judging.ts";
import { useSpeech } from "../../../screen/speech.ts";
import type { CaseView } from "../../vault/messages/vault.ts";
import { PANEL } from "../words.ts";

export function Decisions({ view }: { readonly view: CaseView }) {
  const { say, day, name } = useSpeech();
  const all = view.records.filter(({ record: { kind } }) => kind === "exposure" || kind === "overruling");
  if (all.length === 0) return null;
  const ruleNames = Object.fromEntries(Object.entries(SUGGESTION_TEXTS).map(([rule, { what }]) => [rule, what]));
  return (
    <details class="versions">
      <summary>{say(PANEL.decisions, { n: all.length })}</summary>
      <ol>
        {all.toReversed().map(({ sequence, author, storedOn, record }) => (
          <li key={sequence}>
            <p>
              <strong>
                {record.kind === "exposure"
                  ? sayCode(say, STEP_NAMES, record.step, UNKNOWN.code)
                  : record.kind === "overruling" &&
                    say(PANEL.overruled, { what: sayCode(say, ruleNames, record.rule, UNKNOWN.code) })}
              </strong>
              <span class="second">
                <bdi>{name(view.names[author])}</bdi>, {day(storedOn)}
              </span>
            </p>
            {record.kind === "exposure" &&
              record.answers
                .filter(({ question }) => doubtsIn(record.answers).includes(question))
                .map(({ question, answer }) => (
                  <p key={question} class="soon">
                    {sayCode(say, EXPOSURE_QUESTION_TEXTS, question, UNKNOWN.code)}{" "}
                    {sayCode(say, EXPOSURE_ANSWER_NAMES, answer, UNKNOWN.code)}
                  </p>
                ))}
            <p class="typed" dir="auto">
              {record.kind === "exposure" ? record.text : record.kind === "overruling" && record.reason}
            </p>
          </li>
        ))}
      </ol>
    </details>
  );
}
