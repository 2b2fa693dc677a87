/** Six new words: made by the program, shown once, two of them asked back, then exchanged for the present ones. */
import { useState } from "preact/hooks";
import { factsOf } from "../../../words/languages.ts";
import { FailureNotice } from "../parts/notices.tsx";
import { AskedBack, SixWords } from "../parts/fields/six-words.tsx";
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
  const [isWritten, setWritten] = useState(false);
  const [current, setCurrent] = useState("");
  const { busy, failure, run } = useWork();
  const make = (): void =>
    run(async () => setWords((await ask("makeWords", { list: factsOf(language).codeWords })).words));

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
  if (!isWritten) {
    return (
      <div class="adding">
        <p>{say(NEW_WORDS.write)}</p>
        <SixWords words={words} />
        <p class="actions">
          <button type="button" class="button primary" onClick={() => setWritten(true)}>
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
    <AskedBack
      words={words}
      name="new"
      texts={NEW_WORDS}
      look="adding"
      failure={failure}
      onRight={() =>
        run(async () => {
          await ask("changeWords", { current });
          onChanged();
        })
      }
    >
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
        <button type="button" class="button" disabled={busy} onClick={() => setWritten(false)}>
          {say(NEW_WORDS.back)}
        </button>
      </p>
    </AskedBack>
  );
}
