/** One sheet on its way to its holder: shown and printed, then two of its words asked back from the paper. */
import type { ComponentChildren } from "preact";
import { useId, useState } from "preact/hooks";
import { WORD_LISTS } from "../../client/reporter/word-lists.ts";
import { splitWords } from "../../crypto/secret/split-words.ts";
import { findWord } from "../../crypto/secret/words.ts";
import { Action, ArrivingHeading, Banner } from "./parts.tsx";
import { useSpeech } from "../screen/speech.ts";
import { UNREMEMBERED } from "./typing.tsx";
import { SHEET } from "./words.ts";

/** A word of a sheet, and what its place is called. */
export type AskedWord = { readonly label: string; readonly word: string };

type Step = {
  readonly children: ComponentChildren;
  /** Two of its words, drawn anew for each sheet */
  readonly asked: readonly AskedWord[];
  /** Beside the print button */
  readonly hint?: string;
  readonly onDone: () => void;
};

export function SheetStep({ children, asked, hint, onDone }: Step) {
  const { say } = useSpeech();
  const [isAsking, setAsking] = useState(false);
  if (isAsking) return <AskBack asked={asked} onRight={onDone} onShow={() => setAsking(false)} />;
  return (
    <>
      <div class="actions">
        <Action label={say(SHEET.print)} icon="print" onClick={() => print()} />
        <p class="hint">
          {hint} {say(SHEET.printHint)}
        </p>
      </div>
      {children}
      <div class="actions">
        <Action label={say(SHEET.done)} primary onClick={() => setAsking(true)} />
      </div>
    </>
  );
}

function AskBack({
  asked,
  onRight,
  onShow,
}: {
  readonly asked: readonly AskedWord[];
  readonly onRight: () => void;
  readonly onShow: () => void;
}) {
  const { say } = useSpeech();
  const id = useId();
  const [typed, setTyped] = useState<readonly string[]>(asked.map(() => ""));
  const [isWrong, setWrong] = useState(false);
  const isRight = asked.every(({ word }, at) => nameOf(typed[at] ?? "") === word);
  return (
    <form
      class="stack asking"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (isRight) onRight();
        else setWrong(true);
      }}
    >
      <ArrivingHeading>{say(SHEET.askTitle)}</ArrivingHeading>
      <p>{say(SHEET.askLead)}</p>
      {isWrong && !isRight && <Banner tone="danger" title={say(SHEET.askWrong)} urgent />}
      {asked.map(({ label }, at) => (
        <div class="field" key={label}>
          <label for={`${id}-${at}`}>{label}</label>
          <input
            id={`${id}-${at}`}
            type="text"
            {...UNREMEMBERED}
            value={typed[at] ?? ""}
            onInput={({ currentTarget: { value } }) => {
              setTyped(typed.with(at, value));
              setWrong(false);
            }}
          />
        </div>
      ))}
      <div class="actions">
        <button type="submit" class="button primary">
          {say(SHEET.askCheck)}
        </button>
        <Action label={say(SHEET.askShow)} onClick={onShow} />
      </div>
    </form>
  );
}

/** The word that was meant: four letters are enough, as everywhere. */
function nameOf(typed: string): string | undefined {
  const [word = ""] = splitWords(typed);
  return findWord(word, WORD_LISTS)?.word;
}
