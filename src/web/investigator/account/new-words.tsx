/** Six new words: made by the program, shown once, two of them asked back, then exchanged for the present ones. */
import { useState } from "preact/hooks";
import { factsOf } from "../../../words/languages.ts";
import { drawTwo } from "../../shared/draw-two.ts";
import { FieldError } from "../parts/field-error.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { Ask } from "../vault/vault-client.ts";
import { useWork } from "../parts/use-work.ts";
import { NEW_WORDS } from "./words.ts";

export type NewWordsProps = { readonly ask: Ask; readonly onChanged: () => void };

export function NewWords({ ask, onChanged }: NewWordsProps) {
  const { say } = useSpeech();
  const [isOpen, setOpen] = useState(false);
  return (
    <section>
      <h3>{say(NEW_WORDS.title)}</h3>
      <p>{say(NEW_WORDS.lead)}</p>
      <p class="hint">{say(NEW_WORDS.limit)}</p>
      {isOpen ? (
        <Changing ask={ask} onChanged={onChanged} onCancel={() => setOpen(false)} />
      ) : (
        <button type="button" class="button" onClick={() => setOpen(true)}>
          {say(NEW_WORDS.make)}
        </button>
      )}
    </section>
  );
}

function Changing({ ask, onChanged, onCancel }: NewWordsProps & { readonly onCancel: () => void }) {
  const { say, language } = useSpeech();
  const [words, setWords] = useState<readonly string[] | undefined>(undefined);
  const [asked, setAsked] = useState<readonly [number, number] | undefined>(undefined);
  const [typed, setTyped] = useState<readonly [string, string]>(["", ""]);
  const [current, setCurrent] = useState("");
  const [isWrong, setWrong] = useState(false);
  const { busy, failure, run } = useWork();
  const make = (): void =>
    run(async () => setWords((await ask("makeWords", { list: factsOf(language).codeWords })).words));
  const save = (event: Event): void => {
    event.preventDefault();
    const right = asked?.every((at, index) => typed[index]?.trim().toLowerCase() === words?.[at]) === true;
    setWrong(!right);
    if (!right) return;
    run(async () => {
      await ask("changeWords", { current });
      onChanged();
    });
  };

  if (words === undefined) {
    return (
      <div class="adding">
        {failure !== undefined && <FailureNotice failure={failure} />}
        <p class="actions">
          <button type="button" class="button primary" disabled={busy} onClick={make}>
            {say(NEW_WORDS.make)}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {say(NEW_WORDS.cancel)}
          </button>
        </p>
      </div>
    );
  }
  if (asked === undefined) {
    return (
      <div class="adding">
        <p>{say(NEW_WORDS.write)}</p>
        <ol class="six-words">
          {words.map((word) => (
            <li key={word}>{word}</li>
          ))}
        </ol>
        <p class="actions">
          <button type="button" class="button primary" onClick={() => setAsked(drawTwo(words.length))}>
            {say(NEW_WORDS.written)}
          </button>
          <button type="button" class="button" disabled={busy} onClick={make}>
            {say(NEW_WORDS.others)}
          </button>
          <button type="button" class="button" onClick={onCancel}>
            {say(NEW_WORDS.cancel)}
          </button>
        </p>
      </div>
    );
  }
  return (
    <form class="adding" onSubmit={save} noValidate>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <p>{say(NEW_WORDS.askBackLead)}</p>
      {isWrong && <FieldError id="words-error" text={NEW_WORDS.askBackWrong} />}
      {asked.map((at, index) => (
        <div class="field" key={at}>
          <label for={`word-${at}`}>{say(NEW_WORDS.askBack, { n: at + 1 })}</label>
          <input
            id={`word-${at}`}
            value={typed[index]}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? "words-error" : undefined}
            onInput={({ currentTarget: { value } }) => setTyped(index === 0 ? [value, typed[1]] : [typed[0], value])}
          />
        </div>
      ))}
      <div class="field">
        <label for="current-words">{say(NEW_WORDS.current)}</label>
        <input
          id="current-words"
          type="password"
          value={current}
          autocomplete="off"
          onInput={({ currentTarget }) => setCurrent(currentTarget.value)}
        />
      </div>
      <p class="hint">{say(NEW_WORDS.saveHint)}</p>
      <p class="actions">
        <button type="submit" class="button primary" disabled={busy}>
          {say(NEW_WORDS.save)}
        </button>
        <button type="button" class="button" disabled={busy} onClick={() => setAsked(undefined)}>
          {say(NEW_WORDS.back)}
        </button>
      </p>
    </form>
  );
}
