/** A sealed file that came by letter or on a stick: handed in as anybody would, and written into by nobody. */
import { useRef, useState } from "preact/hooks";
import { useLock } from "../../parts/lock.ts";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../../vault/vault-client.ts";
import { ENTERING } from "./words.ts";

type SealedFileProps = { readonly ask: Ask; readonly onStored: () => void };

type State = "none" | "handing" | "handed" | PageFailure;

export function SealedFile({ ask, onStored }: SealedFileProps) {
  const { say } = useSpeech();
  const [state, setState] = useState<State>("none");
  const input = useRef<HTMLInputElement>(null);
  const oneAtATime = useLock();
  const handIn = async (file: File): Promise<void> => {
    setState("handing");
    try {
      await ask("handIn", { file });
      setState("handed");
      onStored();
    } catch (error) {
      setState(pageFailureOf(error));
    }
  };
  return (
    <fieldset class="sealed-file">
      <legend>{say(ENTERING.sealed)}</legend>
      <p class="hint">{say(ENTERING.sealedText)}</p>
      <input
        ref={input}
        type="file"
        hidden
        onChange={({ currentTarget }) => {
          const [file] = currentTarget.files ?? [];
          // So that the same file may be chosen once more.
          currentTarget.value = "";
          if (file !== undefined) void oneAtATime(() => handIn(file));
        }}
      />
      <button type="button" class="button" aria-disabled={state === "handing"} onClick={() => input.current?.click()}>
        {say(ENTERING.chooseSealed)}
      </button>
      <div role="status">
        {state === "handing" && <p>{say(ENTERING.handing)}</p>}
        {state === "handed" && <p>{say(ENTERING.handed)}</p>}
      </div>
      {typeof state === "object" && <FailureNotice failure={state} />}
    </fieldset>
  );
}
