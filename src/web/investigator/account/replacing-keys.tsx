/** All keys anew, with six new words: for whoever still signs in, and fears that somebody else has the old ones. */
import { useState } from "preact/hooks";
import { factsOf } from "../../../words/languages.ts";
import { drawTwo } from "../../shared/draw-two.ts";
import { readDelivery } from "../../shared/delivery.ts";
import { rememberJoiner } from "../entrance/device-memory.ts";
import { FieldError } from "../parts/field-error.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { useWork } from "../parts/use-work.ts";
import type { ToldKey } from "../vault/account-messages.ts";
import type { Ask } from "../vault/vault-client.ts";
import { NewKeys } from "./new-keys.tsx";
import { NEW_WORDS, OWN_KEYS } from "./words.ts";

export function ReplacingKeys({ ask, onDone }: { readonly ask: Ask; readonly onDone: () => void }) {
  const { say, language } = useSpeech();
  const [words, setWords] = useState<readonly string[] | undefined>(undefined);
  const [asked, setAsked] = useState<readonly [number, number] | undefined>(undefined);
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [isWrong, setWrong] = useState(false);
  const [keys, setKeys] = useState<readonly ToldKey[] | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const cancel = (): void => {
    setWords(undefined);
    setAsked(undefined);
    setTyped({});
  };
  const save = (): void => {
    const isRight = asked?.every((at) => typed[at]?.trim().toLowerCase() === words?.[at]) === true;
    setWrong(!isRight);
    if (!isRight) return;
    run(async () => {
      const made = await ask("replaceKeys", {});
      // Kept before anybody hears of them: else an entry would wait whose keys nobody has.
      rememberJoiner(readDelivery().roots, made.kept);
      await ask("handOverKeys", {});
      setKeys(made.keys);
      cancel();
    });
  };
  if (keys !== undefined)
    return (
      <div class="key-waiting" role="status">
        <p>
          <strong>{say(OWN_KEYS.replaced)}</strong>
        </p>
        <p>{say(OWN_KEYS.replacedText)}</p>
        <NewKeys keys={keys} />
        <button
          type="button"
          class="button"
          onClick={() => {
            setKeys(undefined);
            onDone();
          }}
        >
          {say(OWN_KEYS.understood)}
        </button>
      </div>
    );
  return (
    <details class="key-choice">
      <summary>{say(OWN_KEYS.replace)}</summary>
      <p>{say(OWN_KEYS.replaceText)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {words === undefined && (
        <button
          type="button"
          class="button"
          disabled={busy}
          onClick={() =>
            run(async () => setWords((await ask("makeWords", { list: factsOf(language).codeWords })).words))
          }
        >
          {say(OWN_KEYS.replaceBegin)}
        </button>
      )}
      {words !== undefined && asked === undefined && (
        <>
          <p>{say(NEW_WORDS.write)}</p>
          <ol class="six-words" translate={false}>
            {words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ol>
          <p class="actions">
            <button type="button" class="button primary" onClick={() => setAsked(drawTwo(words.length))}>
              {say(NEW_WORDS.written)}
            </button>
            <button type="button" class="button" onClick={cancel}>
              {say(NEW_WORDS.cancel)}
            </button>
          </p>
        </>
      )}
      {asked !== undefined && (
        <form
          noValidate
          onSubmit={(event) => {
            event.preventDefault();
            save();
          }}
        >
          <p>{say(NEW_WORDS.askBackLead)}</p>
          {isWrong && <FieldError id="keys-words-error" text={NEW_WORDS.askBackWrong} />}
          {asked.map((at) => (
            <div class="field" key={at}>
              <label for={`keys-word-${at}`}>{say(NEW_WORDS.askBack, { n: at + 1 })}</label>
              <input
                id={`keys-word-${at}`}
                value={typed[at] ?? ""}
                autocomplete="off"
                autocapitalize="none"
                spellcheck={false}
                aria-invalid={isWrong}
                aria-describedby={isWrong ? "keys-words-error" : undefined}
                onInput={({ currentTarget: { value } }) => setTyped({ ...typed, [at]: value })}
              />
            </div>
          ))}
          <p class="actions">
            <button type="submit" class="button primary" disabled={busy}>
              {say(OWN_KEYS.replaceEnd)}
            </button>
            <button type="button" class="button" onClick={cancel}>
              {say(NEW_WORDS.cancel)}
            </button>
          </p>
        </form>
      )}
    </details>
  );
}
