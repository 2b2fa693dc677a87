/** One rule, read again: on which day and where, and what it says now. Signed as a whole with all that the office has said. */
import { useState } from "preact/hooks";
import { LAW, type RuleId, fits, ruleOf } from "../../../protocol/law/law.ts";
import { officeRulesOf } from "../../../protocol/law/office-rules.ts";
import type { Rule, RuleValue } from "../../../protocol/law/rule.ts";
import { isDay } from "../../../protocol/encoding/day.ts";
import { useSpeech } from "../../screen/speech.ts";
import { DayInput } from "../parts/fields/day-input.tsx";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useWork } from "../parts/use-work.ts";
import type { LawCalls, LawView } from "../vault/messages/law.ts";
import type { Ask } from "../vault/vault-client.ts";
import { signRule } from "./sign-rule.ts";
import { useValueText } from "./value-text.ts";
import { LAW_WORDS } from "./words.ts";

type RuleFormProps = {
  readonly id: RuleId;
  readonly ask: Ask;
  readonly view: LawView;
  /** On purpose over what cannot be read */
  readonly isAnew: boolean;
  /** A colleague was quicker: what stands now, beside what is typed here */
  readonly onView: (view: LawView) => void;
  readonly onSaved: (view: LawView) => void;
  readonly onBack: () => void;
};

export function RuleForm({ id, ask, view, isAnew, onView, onSaved, onBack }: RuleFormProps) {
  const { say, today } = useSpeech();
  const valueText = useValueText();
  const { busy, failure, run } = useWork();
  const rule: Rule = LAW[id];
  const standing = ruleOf(id, officeRulesOf(view.rules));
  const [on, setOn] = useState(today());
  const [source, setSource] = useState(standing.source);
  const [typed, setTyped] = useState(asTyped(standing.value));
  const [tried, setTried] = useState(false);
  const [isNewer, setIsNewer] = useState(false);
  const value = valueOf(typed, rule);
  const isDayRight = isDay(on) && on <= today();
  const isValueRight = value !== undefined && (rule.inOfficeFile === true || fits(rule, value));
  const isSourceRight = source.trim() !== "";
  const sign = (said: LawCalls["sayOfRule"]["ask"]["said"]) =>
    run(async () => {
      setIsNewer(false);
      const { isSaved, view: newest } = await signRule(ask, { version: view.version, id, said, isAnew });
      setIsNewer(!isSaved);
      if (isSaved) onSaved(newest);
      else onView(newest);
    });
  const save = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (!isDayRight || !isValueRight || !isSourceRight) return;
    const isChanged = JSON.stringify(value) !== JSON.stringify(rule.value);
    sign({ id, on, value: isChanged ? value : null, source: source === rule.source ? null : source.trim() });
  };
  return (
    <form class="rule-form" onSubmit={save} noValidate>
      <div class="field">
        <label for={`${id}-on`}>{say(LAW_WORDS.on)}</label>
        {tried && !isDayRight && <FieldError id={`${id}-on-error`} text={LAW_WORDS.wrongDay} />}
        <DayInput
          id={`${id}-on`}
          value={on}
          max={today()}
          aria-invalid={tried && !isDayRight}
          aria-describedby={tried && !isDayRight ? `${id}-on-error` : undefined}
          onValue={setOn}
        />
      </div>
      <div class="field">
        <label for={`${id}-source`}>{say(LAW_WORDS.sourceField)}</label>
        {tried && !isSourceRight && <FieldError id={`${id}-source-error`} text={LAW_WORDS.wrongSource} />}
        <input
          id={`${id}-source`}
          type="text"
          autocomplete="off"
          value={source}
          aria-invalid={tried && !isSourceRight}
          aria-describedby={tried && !isSourceRight ? `${id}-source-error` : undefined}
          onInput={({ currentTarget }) => setSource(currentTarget.value)}
        />
      </div>
      {rule.inOfficeFile === true ? (
        <p class="second">{say(LAW_WORDS.officeFile)}</p>
      ) : (
        <div class="field">
          <label for={`${id}-value`}>{say(LAW_WORDS.valueField)}</label>
          {Array.isArray(rule.value) && (
            <p class="hint" id={`${id}-value-hint`}>
              {rule.unit === "codes"
                ? say(LAW_WORDS.codesHint, { codes: rule.choices?.join(", ") ?? "" })
                : say(LAW_WORDS.listHint)}
            </p>
          )}
          {tried && !isValueRight && <FieldError id={`${id}-value-error`} text={LAW_WORDS.wrongValue} />}
          {rule.choices === undefined || Array.isArray(rule.value) ? (
            <input
              id={`${id}-value`}
              type="text"
              inputMode={typeof rule.value === "number" ? "decimal" : "text"}
              autocomplete="off"
              value={typed}
              aria-invalid={tried && !isValueRight}
              aria-describedby={tried && !isValueRight ? `${id}-value-error` : undefined}
              onInput={({ currentTarget }) => setTyped(currentTarget.value)}
            />
          ) : (
            <select id={`${id}-value`} value={typed} onChange={({ currentTarget }) => setTyped(currentTarget.value)}>
              {rule.choices.map((one) => (
                <option key={one} value={one}>
                  {valueText(id, { ...rule, value: one })}
                </option>
              ))}
            </select>
          )}
        </div>
      )}
      {failure !== undefined && <FailureNotice failure={failure} />}
      {isNewer && (
        <Banner tone="warn" title={say(LAW_WORDS.changedTitle)} urgent>
          <p>{say(LAW_WORDS.changedText)}</p>
        </Banner>
      )}
      <p class="actions">
        <button type="submit" class="button primary" disabled={busy}>
          {say(LAW_WORDS.save)}
        </button>
        {standing.isOwn && (
          <button type="button" class="button" disabled={busy} onClick={() => sign(null)}>
            {say(LAW_WORDS.takeBack)}
          </button>
        )}
        <button type="button" class="button" onClick={onBack}>
          {say(LAW_WORDS.back)}
        </button>
      </p>
    </form>
  );
}

function asTyped(value: RuleValue): string {
  return typeof value === "object" ? value.join(", ") : String(value);
}

/** Undefined where it is none of the rule's kind. A comma is a decimal sign in Indonesian, a point in English. */
function valueOf(typed: string, { value }: Rule): RuleValue | undefined {
  if (typeof value === "string") return typed.trim();
  const numberIn = (text: string) =>
    /^\s*\d+(?:[.,]\d+)?\s*$/u.test(text) ? Number(text.trim().replace(",", ".")) : NaN;
  if (typeof value === "number") return numberIn(typed);
  const parts = typed.split(",").map((part) => part.trim());
  if (parts.includes("")) return undefined;
  if (typeof value[0] === "string") return parts;
  const numbers = parts.map(numberIn);
  return numbers.some(Number.isNaN) ? undefined : numbers;
}
