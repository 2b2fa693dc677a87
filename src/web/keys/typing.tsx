/** Words that are typed from a sheet: named while they are typed, said precisely when they are wrong, kept nowhere. */
import { useContext, useId } from "preact/hooks";
import { WORD_LISTS } from "../../client/reporter/word-lists.ts";
import type { Bytes } from "../../crypto/bytes.ts";
import type { SheetLetter } from "../../crypto/secret/share-sheet.ts";
import { KEY_WORDS, splitWords } from "../../crypto/secret/split-words.ts";
import { readKeyWords } from "../../crypto/secret/words.ts";
import { TYPED_WORDS, typedProblemText } from "../../words/typing.ts";
import { Icon } from "./icon.tsx";
import { PracticeContext } from "./practice.ts";
import { useSpeech } from "../screen/speech.ts";
import { NETWORK } from "./words.ts";

/** Neither remembered nor sent to a speller, and not changed by a keyboard. */
export const UNREMEMBERED = {
  autocomplete: "off",
  autocorrect: "off",
  autocapitalize: "none",
  spellcheck: false,
  translate: false,
  dir: "ltr",
} as const;

/** The 24 words of a root key or a lock. What is missing is said while they are typed, or once somebody would go on. */
export function KeyWordsField({
  label,
  typed,
  isAsked,
  onTyped,
}: {
  readonly label: string;
  readonly typed: string;
  /** Somebody has pressed on before they were there */
  readonly isAsked: boolean;
  readonly onTyped: (typed: string, secret: Bytes | undefined) => void;
}) {
  const speech = useSpeech();
  const isPractice = useContext(PracticeContext);
  const id = useId();
  const read = readKeyWords(typed, WORD_LISTS);
  const problem = "problem" in read ? read.problem : undefined;
  const words = splitWords(typed).length;
  // The last word may still be under way.
  const isUnderWay = problem?.code === "unknown-word" && problem.position === words && !/\s$/u.test(typed);
  const shown = problem === undefined || isUnderWay ? undefined : problem;
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <p class="hint" id={`${id}-hint`}>
        {isPractice && <strong>{speech.say(NETWORK.practiceWords)} </strong>}
        {speech.say(TYPED_WORDS.hint)}
      </p>
      <textarea
        id={id}
        rows={4}
        class="words-typed"
        aria-invalid={isAsked && problem !== undefined}
        aria-describedby={`${id}-hint ${id}-say`}
        {...UNREMEMBERED}
        value={typed}
        onInput={({ currentTarget: { value } }) => {
          const now = readKeyWords(value, WORD_LISTS);
          onTyped(value, "secret" in now ? now.secret : undefined);
        }}
      />
      <p class="typing-say" id={`${id}-say`} role="status">
        {(words > 0 || isAsked) && shown !== undefined && typedProblemText(shown, KEY_WORDS, speech)}
        {problem === undefined && (
          <span class="right">
            <Icon name="check" /> {speech.say(TYPED_WORDS.lineRight)}
          </span>
        )}
      </p>
    </div>
  );
}

/** One line of a share's sheet. */
export function LineField({
  letter,
  label,
  typed,
  problem,
  onTyped,
}: {
  readonly letter: SheetLetter;
  readonly label: string;
  readonly typed: string;
  /** `undefined` where it is right */
  readonly problem: string | undefined;
  readonly onTyped: (typed: string) => void;
}) {
  const { say } = useSpeech();
  const id = useId();
  const isRight = problem === undefined;
  return (
    <div class="field line-field">
      <label for={id}>{label}</label>
      <input
        id={id}
        type="text"
        name={`line-${letter}`}
        aria-invalid={problem !== undefined && problem !== ""}
        aria-describedby={`${id}-say`}
        {...UNREMEMBERED}
        value={typed}
        onInput={({ currentTarget: { value } }) => onTyped(value)}
      />
      <p class="typing-say" id={`${id}-say`} role="status">
        {isRight ? (
          <span class="right">
            <Icon name="check" /> {say(TYPED_WORDS.lineRight)}
          </span>
        ) : (
          problem
        )}
      </p>
    </div>
  );
}
