/** Two of the six words, typed from the paper: who has not written them down finds out now. */
import { useState } from "preact/hooks";
import { drawTwo } from "../../../shared/draw-two.ts";
import { FieldError } from "../../parts/field-error.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { JOINING } from "./words.ts";

export type AskedBackProps = { readonly words: readonly string[]; readonly onRight: () => void };

export function AskedBack({ words, onRight }: AskedBackProps) {
  const { say } = useSpeech();
  const [asked] = useState(() => drawTwo(words.length));
  const [typed, setTyped] = useState<Readonly<Record<number, string>>>({});
  const [isWrong, setWrong] = useState(false);
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        const isRight = asked.every((at) => typed[at]?.trim().toLowerCase() === words[at]);
        setWrong(!isRight);
        if (isRight) onRight();
      }}
    >
      <p>{say(JOINING.askBackLead)}</p>
      {isWrong && <FieldError id="joining-words-error" text={JOINING.askBackWrong} />}
      {asked.map((at) => (
        <div class="field" key={at}>
          <label for={`joining-word-${at}`}>{say(JOINING.askBack, { n: at + 1 })}</label>
          <input
            id={`joining-word-${at}`}
            value={typed[at] ?? ""}
            autocomplete="off"
            autocapitalize="none"
            spellcheck={false}
            aria-invalid={isWrong}
            aria-describedby={isWrong ? "joining-words-error" : undefined}
            onInput={({ currentTarget: { value } }) => setTyped({ ...typed, [at]: value })}
          />
        </div>
      ))}
      <button type="submit" class="button primary">
        {say(JOINING.check)}
      </button>
    </form>
  );
}
