/** Changing the state: only allowed moves, an outcome when closing, a reason when archiving. */
import type { Texts } from "../../../words/text.ts";
import { useEffect, useRef, useState } from "preact/hooks";
import { MOVES, OUTCOMES, type Outcome, type State } from "../../../protocol/casework.ts";
import { OUTCOME_NAMES, STATE_NAMES } from "../../../words/glossary.ts";
import type { CasePart } from "../case/case-screen.tsx";
import { Conflict, type ConflictField } from "./conflict.tsx";
import { type MoveDraft, putAside } from "./drafts.ts";
import { Icon } from "../parts/icons.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import type { Speech } from "../../../words/speech.ts";
import { useSpeech } from "../parts/speech.ts";
import type { Writing } from "./use-writing.ts";
import type { EntryView } from "../vault/vault-messages.ts";
import { MOVE_FORM, MOVE_VERBS, WRITING } from "./words.ts";

export function MoveForm({
  view,
  member,
  draft,
  onDraft,
  move,
  writing,
}: CasePart & { readonly move: MoveDraft; readonly writing: Writing }) {
  const speech = useSpeech();
  const { say } = speech;
  const [tried, setTried] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const change = (changed: Partial<MoveDraft>) => onDraft({ move: { ...move, ...changed } });
  // A colleague may have moved the case on: then the choice is no longer one.
  const to = move.to !== undefined && MOVES[view.state].includes(move.to) ? move.to : undefined;
  const outcomeMissing = tried && to === "closed" && move.outcome === undefined;
  const reasonMissing = tried && to === "archived" && move.text.trim() === "";
  useEffect(() => form.current?.querySelector<HTMLElement>("input:checked, input")?.focus(), []);

  const submit = (event: Event): void => {
    event.preventDefault();
    setTried(true);
    if (to === undefined) return;
    if (to === "closed" && move.outcome === undefined)
      return form.current?.querySelector<HTMLElement>("#outcome")?.focus();
    if (to === "archived" && move.text.trim() === "")
      return form.current?.querySelector<HTMLElement>("#move-text")?.focus();
    writing.submit();
  };

  return (
    <form ref={form} onSubmit={submit}>
      {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
      {writing.newer !== undefined && (
        <Conflict
          title={say(MOVE_FORM.moveConflict)}
          advice={say(WRITING.conflictMoveText)}
          text={ownText(move, speech)}
          newer={writing.newer}
          view={view}
          member={member}
          fields={fieldsOf(move, writing.newer, speech)}
          keep={to === undefined ? undefined : say(MOVE_VERBS[to])}
          onKeep={() => form.current?.requestSubmit()}
          onMerge={(merged) => {
            change({ text: merged });
            writing.settle();
          }}
          onAside={() => {
            onDraft({ move: undefined, ...putAside(draft, "move", ownText(move, speech)) });
            writing.settle();
          }}
        />
      )}
      <fieldset>
        <legend>{say(MOVE_FORM.moveTo)}</legend>
        {MOVES[view.state].map((state) => (
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
      {to === "closed" && (
        <div class="field">
          <label for="outcome">
            {say(MOVE_FORM.outcome)} <span class="muted">{say(MOVE_FORM.required)}</span>
          </label>
          {outcomeMissing && <MissingNote id="outcome-error" words={MOVE_FORM.outcomeMissing} />}
          <select
            id="outcome"
            value={move.outcome ?? ""}
            aria-invalid={outcomeMissing}
            aria-describedby={outcomeMissing ? "outcome-error" : undefined}
            onChange={({ currentTarget }) =>
              change({ outcome: OUTCOMES.find((outcome) => outcome === currentTarget.value) })
            }
          >
            <option value="">{say(MOVE_FORM.outcomeChoose)}</option>
            {OUTCOMES.map((outcome) => (
              <option key={outcome} value={outcome}>
                {say(OUTCOME_NAMES[outcome])}
              </option>
            ))}
          </select>
        </div>
      )}
      <div class="field">
        <label for="move-text">
          {say(textLabel(to))}{" "}
          <span class="muted">{say(to === "archived" ? MOVE_FORM.required : MOVE_FORM.optional)}</span>
        </label>
        <p class="hint" id="move-text-hint">
          {say(MOVE_FORM.textHint)}
        </p>
        {reasonMissing && <MissingNote id="reason-error" words={MOVE_FORM.reasonMissing} />}
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
      <p class="actions">
        <button type="submit" class="button primary" aria-disabled={writing.busy}>
          {say(writing.busy ? MOVE_FORM.submitting : to === undefined ? MOVE_FORM.moveTitle : MOVE_VERBS[to])}
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

function textLabel(to: State | undefined): Texts {
  if (to === "archived") return MOVE_FORM.reasonLabel;
  return to === "awaiting_reporter" ? MOVE_FORM.questionLabel : MOVE_FORM.textLabel;
}

/** What was chosen and what a colleague stored, field by field. */
function fieldsOf(
  { to, outcome, text }: MoveDraft,
  newer: readonly EntryView[],
  { say }: Speech,
): readonly ConflictField[] | undefined {
  const stored = newer.map(({ message }) => message).findLast((message) => message?.kind === "status");
  if (stored?.kind !== "status") return undefined;
  const state = (code: State | undefined) => (code === undefined ? "" : say(STATE_NAMES[code]));
  const result = (code: Outcome | null | undefined) =>
    code === null || code === undefined ? "" : say(OUTCOME_NAMES[code]);
  return [
    { name: say(MOVE_FORM.moveTo), own: state(to), stored: state(stored.state) },
    { name: say(MOVE_FORM.outcome), own: result(outcome), stored: result(stored.outcome) },
    { name: say(MOVE_FORM.textLabel), own: text, stored: stored.text },
  ];
}

/** State, outcome and explanation in one, as it would have been sent. */
function ownText({ to, outcome, text }: MoveDraft, { say }: Speech): string {
  const state =
    to === undefined
      ? ""
      : `${say(STATE_NAMES[to])}${outcome === undefined ? "" : `: ${say(OUTCOME_NAMES[outcome])}`}.`;
  return [state, text].filter((line) => line !== "").join("\n");
}

function MissingNote({ id, words }: { readonly id: string; readonly words: Texts }) {
  const { say } = useSpeech();
  return (
    <p class="field-error" id={id}>
      <Icon name="warning" /> {say(words)}
    </p>
  );
}
