/** Choosing a message to begin from. What the case knows is filled in; the rest stays in braces until somebody has. */
import { useEffect, useState } from "preact/hooks";
import { isIn } from "../../../protocol/rules/casework.ts";
import { dueOn, isRunning, stepsOf } from "../../../protocol/rules/deadlines.ts";
import { LANGUAGE_CODES, factsOf } from "../../../words/languages.ts";
import { speak } from "../../../words/speech.ts";
import { loadTemplates, readDelivery } from "../../shared/delivery.ts";
import { promisesTo } from "../list/next-deadline.ts";
import { useOffice } from "../parts/office.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { CaseView, SignedIn } from "../vault/messages/vault.ts";
import type * as part from "./templates/part.ts";
import type { Template } from "./templates/part.ts";
import { OUTGOING } from "./words.ts";

export type TemplatePickerProps = {
  readonly view: CaseView;
  readonly member: SignedIn;
  readonly onText: (text: string) => void;
};

export function TemplatePicker({ view, member, onText }: TemplatePickerProps) {
  const { say, language: own } = useSpeech();
  const { templates } = useOffice();
  const known = useKnown(view, member);
  const [loaded, setLoaded] = useState<typeof part | undefined>(undefined);
  useEffect(() => {
    // One can write without them; the next case asks again.
    loadTemplates<typeof part>(readDelivery()).then(setLoaded, () => {});
  }, []);
  if (loaded === undefined) return null;
  const { fillIn, templatesFor } = loaded;
  const first = LANGUAGE_CODES.find((code) => code === view.answers.language) ?? own;
  const all = templatesFor(templates, first);
  const languages = [...new Set(all.map(({ language }) => language))];
  const choose = ({ currentTarget }: { readonly currentTarget: HTMLSelectElement }) => {
    const chosen = all.find((one) => keyOf(one) === currentTarget.value);
    currentTarget.value = "";
    if (chosen !== undefined) onText(fillIn(chosen, known(chosen)));
  };
  return (
    <p class="template">
      <label for="template">{say(OUTGOING.template)}</label>
      <select id="template" value="" onChange={choose}>
        <option value="">{say(OUTGOING.choose)}</option>
        {languages.map((language) => (
          <optgroup key={language} label={factsOf(language).name}>
            {all
              .filter((one) => one.language === language)
              .map((one) => (
                <option key={one.code} value={keyOf(one)}>
                  {one.name}
                </option>
              ))}
          </optgroup>
        ))}
      </select>
    </p>
  );
}

function keyOf({ code, language }: Template): string {
  return `${code} ${language}`;
}

/** Days in the language of the text, not of the desk. */
function useKnown(
  view: CaseView,
  member: SignedIn,
): (chosen: Template) => Readonly<Record<string, string | undefined>> {
  const { today: now } = useSpeech();
  const { daysOff, profiles } = useOffice();
  const { row, course, answers, state } = view;
  const calendar = { daysOff, profiles, today: now() };
  const profile = course.profile ?? member.channels.find(({ id }) => id === row.channelId)?.deadlines ?? "";
  const open = promisesTo(row, course, member.channels, calendar).filter(isRunning);
  const ours = open.filter(({ kind, due }) => kind !== "reporter-answer" && due >= calendar.today);
  const step = stepsOf(profiles, profile).find(({ kind }) => kind === "reporter-answer");
  const asked = open.find(({ kind }) => kind === "reporter-answer")?.due;
  const answerBy = isIn("asking", state) ? asked : step && dueOn(calendar.today, step, daysOff);
  const next = ours.map(({ due }) => due).toSorted()[0];
  return ({ language }) => {
    const { day } = speak(language);
    return {
      register: row.registerNumber,
      arrived: day(row.arrivedOn),
      today: day(calendar.today),
      unit: answers.unitName === "" ? undefined : answers.unitName,
      next: next && day(next),
      answerBy: answerBy && day(answerBy),
    };
  };
}
