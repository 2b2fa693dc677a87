/** A report that was entered: its number, and the words for whoever wants to come back, once. */
import type { RefObject } from "preact";
import { Icon } from "../../parts/icons.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { VaultCalls } from "../../vault/messages/vault.ts";
import { ENTERING } from "./words.ts";

export type EnteredProps = {
  readonly heading: RefObject<HTMLHeadingElement | null>;
  readonly done: VaultCalls["enterReport"]["answer"];
  readonly onOpen: () => void;
  readonly onAnother: () => void;
};

export function Entered({ heading, done: { registerNumber, words }, onOpen, onAnother }: EnteredProps) {
  const { say } = useSpeech();
  return (
    <section class="entering" aria-labelledby="entered-title">
      <h1 id="entered-title" ref={heading} tabIndex={-1}>
        {say(ENTERING.done, { number: registerNumber })}
      </h1>
      <p>{say(ENTERING.doneText)}</p>
      {words !== undefined && (
        <>
          <h2>{say(ENTERING.wordsTitle)}</h2>
          <p>{say(ENTERING.wordsText)}</p>
          <ol class="code-words printed" translate={false} aria-label={say(ENTERING.wordsTitle)}>
            {words.map((word) => (
              <li key={word}>{word}</li>
            ))}
          </ol>
          <p>
            <button type="button" class="button" onClick={() => print()}>
              {say(ENTERING.print)}
            </button>
          </p>
        </>
      )}
      <p class="actions">
        <button type="button" class="button primary" onClick={onOpen}>
          <Icon name="forward" /> {say(ENTERING.openCase)}
        </button>
        <button type="button" class="button" onClick={onAnother}>
          {say(ENTERING.another)}
        </button>
      </p>
    </section>
  );
}
