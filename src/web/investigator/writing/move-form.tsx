/** Changing the state: only allowed moves, with an outcome or a reason where the new state needs it. */
import { useEffect, useRef, useState } from "preact/hooks";
import { STATE_RULES, isIn } from "../../../protocol/rules/casework.ts";
import { STATE_NAMES, STATE_VERBS } from "../../../words/glossary.ts";
import { DayInput } from "../parts/fields/day-input.tsx";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Icon } from "../parts/icons.tsx";
import { LookNotice, useLookThrough } from "../outgoing/look-through.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { Conflict } from "./conflict.tsx";
import { type MoveDraft, putAside } from "./drafts.ts";
import { fieldsInConflict, textLabel, wholeText } from "./move-texts.ts";
import { type OpenedCaseProps, movesOf } from "./opened-case.ts";
import { OutcomeField } from "./outcome-field.tsx";
import type { Writing } from "./use-writing.ts";
import { MOVE_FORM, WRITING } from "./words.ts";

export type MoveFormProps = Pick<OpenedCaseProps, "view" | "member" | "draft" | "onDraft"> & {
  readonly move: MoveDraft;
  readonly writing: Writing;
};

export function MoveForm({ view, member, draft, onDraft, move, writing }: MoveFormProps) {
  const speech = useSpeech();
  const { say, today } = speech;
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const look = useLookThrough(move.text, view, writing.submit);
  const change = (changed: Partial<MoveDraft>) => onDraft({ move: { ...move, ...changed } });
  // A colleague may have moved the case on: then the choice is no longer one.
  const moves = movesOf(view);
  const to = move.to !== undefined && moves.includes(move.to) ? move.to : undefined;
  const needs = to && STATE_RULES[to].needs;
  const lacksOutcome = needs === "outcome" && move.outcome === undefined;
  const lacksReason = needs === "reason" && move.text.trim() === "";
  const outcomeMissing = tried && lacksOutcome;
  const reasonMissing = tried && lacksReason;
  useEffect(() => form.current?.querySelector<HTMLElement>("input:checked, input")?.focus(), []);

  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (to === undefined) return;
    if (lacksOutcome) return form.current?.querySelector<HTMLElement>("#outcome")?.focus();
    if (lacksReason) return form.current?.querySelector<HTMLElement>("#move-text")?.focus();
    look.submit();
  };

  return (
    <form ref={form} onSubmit={submit}>
      {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
      {writing.newer !== undefined && (
        <Conflict
          title={say(MOVE_FORM.moveConflict)}
          advice={say(WRITING.conflictMoveText)}
          text={wholeText(move, speech)}
          newer={writing.newer}
          view={view}
          member={member}
          fields={fieldsInConflict(move, writing.newer, speech)}
          keep={to === undefined ? undefined : say(STATE_VERBS[to])}
          onKeep={() => form.current?.requestSubmit()}
          onMerge={(merged) => {
            change({ text: merged });
            writing.settle();
          }}
          onAside={() => {
            onDraft({ move: undefined, ...putAside(draft, "move", wholeText(move, speech)) });
            writing.settle();
          }}
        />
      )}
      <fieldset>
        <legend>{say(MOVE_FORM.moveTo)}</legend>
        {moves.map((state) => (
          <label key={state} class="choice">
            <input
              type="radio"
              name="to"
              value={state}
              checked={state === to}
              required
              onChange={() => change({ to: state })}
            />
            <Icon name={state} /> {say(STATE_NAMES[state])}
          </label>
        ))}
      </fieldset>
      {needs === "outcome" && (
        <OutcomeField value={move.outcome} isMissing={outcomeMissing} onOutcome={(outcome) => change({ outcome })} />
      )}
      <div class="field">
        <label for="move-text">
          {say(textLabel(to))}{" "}
          <span class="muted">{say(needs === "reason" ? MOVE_FORM.required : MOVE_FORM.optional)}</span>
        </label>
        <p class="hint" id="move-text-hint">
          {say(MOVE_FORM.textHint)}
        </p>
        {reasonMissing && <FieldError id="reason-error" text={MOVE_FORM.reasonMissing} />}
        <textarea
          id="move-text"
          rows={3}
          dir="auto"
          value={move.text}
          autocomplete="off"
          readOnly={writing.busy}
          aria-invalid={reasonMissing}
          aria-describedby={reasonMissing ? "reason-error move-text-hint" : "move-text-hint"}
          onInput={({ currentTarget }) => change({ text: currentTarget.value })}
        />
      </div>
      <LookNotice look={look} text={move.text} view={view} />
      {to !== undefined && !isIn("ended", to) && !isIn("asking", to) && (
        <div class="field">
          <label for="move-next">
            {say(MOVE_FORM.nextBy)} <span class="muted">{say(MOVE_FORM.optional)}</span>
          </label>
          <p class="hint" id="move-next-hint">
            {say(MOVE_FORM.nextByHint)}
          </p>
          <DayInput
            id="move-next"
            min={today()}
            value={move.nextBy ?? ""}
            aria-describedby="move-next-hint"
            onValue={(nextBy) => change({ nextBy })}
          />
        </div>
      )}
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={writing.busy}>
          {say(writing.busy ? MOVE_FORM.submitting : to === undefined ? MOVE_FORM.moveTitle : STATE_VERBS[to])}
        </button>
        <button
          type="button"
          class="button"
          onClick={() => onDraft({ move: undefined, ...putAside(draft, "move", move.text) })}
        >
          {say(MOVE_FORM.cancel)}
        </button>
      </p>
    </form>
  );
}
