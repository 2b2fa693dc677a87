/** Six words that the program has made: shown once, and two of them typed from the paper. Who has not written them down finds out now. */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { Texts } from "../../../../words/text.ts";
import { useSpeech } from "../../../screen/speech.ts";
import { drawTwo } from "../../../shared/draw-two.ts";
import type { PageFailure } from "../../vault/vault-client.ts";
import { FieldError } from "./field-error.tsx";
import { FailureNotice } from "../notices.tsx";

export function SixWords({ words }: { readonly words: readonly string[] }) {
  return (
    <ol class="six-words" translate={false}>
      {words.map((word) => (
        <li key={word}>{word}</li>
      ))}
    </ol>
  );
}

export type AskedBackProps = {
  readonly words: readonly string[];
  /** Its fields' ids begin with it */
  readonly name: string;
  readonly texts: Readonly<Record<"askBackLead" | "askBack" | "askBackWrong", Texts>>;
  /** Its class */
  readonly look?: string;
  /** Of what was done once they were right */
  readonly failure?: PageFailure | undefined;
  /** Other fields, and the button that submits */
  readonly children: ComponentChildren;
  readonly onRight: () => void;
};

export function AskedBack({ words, name, texts, look, failure, children, onRight }: AskedBackProps) {
  const { say } = useSpeech();
  const [asked] = useState(() => drawTwo(words.length));
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [isWrong, setWrong] = useState(false);
  const error = `${name}-words-error`;
  return (
    <form
      class={look}
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isRight = asked.every((at) => typed[at]?.trim().toLowerCase() === words[at]);
        setWrong(!isRight);
        if (isRight) onRight();
      }}
    >
      {failure !== undefined && <FailureNotice failure={failure} />}
      <p>{say(texts.askBackLead)}</p>
      {isWrong && <FieldError id={error} text={texts.askBackWrong} />}
      {asked.map((at) => (
        <div class="field" key={at}>
          <label for={`${name}-word-${at}`}>{say(texts.askBack, { n: at + 1 })}</label>
          <input
            id={`${name}-word-${at}`}
            value={typed[at] ?? ""}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? error : undefined}
            onInput={({ currentTarget: { value } }) => setTyped({ ...typed, [at]: value })}
          />
        </div>
      ))}
      {children}
    </form>
  );
}
