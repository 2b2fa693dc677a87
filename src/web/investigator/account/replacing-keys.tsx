/** All keys anew, with six new words: for whoever still signs in, and fears that somebody else has the old ones. */
import { useState } from "preact/hooks";
import { factsOf } from "../../../words/languages.ts";
import { readDelivery } from "../../shared/delivery.ts";
import { rememberJoiner } from "../entrance/device-memory.ts";
import { FailureNotice } from "../parts/notices.tsx";
import { AskedBack, SixWords } from "../parts/fields/six-words.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { useWork } from "../parts/use-work.ts";
import type { ToldKey } from "../vault/messages/account.ts";
import type { Ask } from "../vault/vault-client.ts";
import { NewKeys } from "./new-keys.tsx";
import { NEW_WORDS, OWN_KEYS } from "./words.ts";

export function ReplacingKeys({ ask, onDone }: { readonly ask: Ask; readonly onDone: () => void }) {
  const { say, language } = useSpeech();
  const [words, setWords] = useState<readonly string[] | undefined>(undefined);
  const [isWritten, setWritten] = useState(false);
  const [keys, setKeys] = useState<readonly ToldKey[] | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const cancel = (): void => {
    setWords(undefined);
    setWritten(false);
  };
  const save = (): void =>
    run(async () => {
      const made = await ask("replaceKeys", {});
      // Kept before anybody hears of them: else an entry would wait whose keys nobody has.
      rememberJoiner(readDelivery().roots, made.kept);
      await ask("handOverKeys", {});
      setKeys(made.keys);
      cancel();
    });
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
      {words !== undefined && !isWritten && (
        <>
          <p>{say(NEW_WORDS.write)}</p>
          <SixWords words={words} />
          <p class="actions">
            <button type="button" class="button primary" onClick={() => setWritten(true)}>
              {say(NEW_WORDS.written)}
            </button>
            <button type="button" class="button" onClick={cancel}>
              {say(NEW_WORDS.cancel)}
            </button>
          </p>
        </>
      )}
      {words !== undefined && isWritten && (
        <AskedBack words={words} name="keys" texts={NEW_WORDS} onRight={save}>
          <p class="actions">
            <button type="submit" class="button primary" disabled={busy}>
              {say(OWN_KEYS.replaceEnd)}
            </button>
            <button type="button" class="button" onClick={cancel}>
              {say(NEW_WORDS.cancel)}
            </button>
          </p>
        </AskedBack>
      )}
    </details>
  );
}
