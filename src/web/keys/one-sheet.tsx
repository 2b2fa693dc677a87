/** A custodian's sheet, typed in. */
import { useState } from "preact/hooks";
import { checkShare } from "../../client/ceremony/recovery.ts";
import { WORD_LISTS } from "../../client/reporter/word-lists.ts";
import { SHEET_LETTERS, type Share, WORDS_A_LINE, readSheet, readSheetLine } from "../../crypto/secret/share-sheet.ts";
import type { ListedRecovery } from "../../protocol/directory/directory.ts";
import type { Texts } from "../../words/text.ts";
import { TYPED_WORDS, lineProblemText } from "../../words/typing.ts";
import { ArrivingHeading, Failure, failureOf } from "./parts.tsx";
import { useSpeech } from "../screen/speech.ts";
import { LineField } from "./typing.tsx";
import { REHEARSE } from "./words.ts";

/** Five lines of one sheet, each said to be right or not while it is typed; taken once it is a share of this recovery key. */
export function OneSheet({
  title,
  listed,
  before = [],
  onShare,
}: {
  readonly title: string;
  readonly listed: ListedRecovery;
  readonly before?: readonly Share[];
  readonly onShare: (share: Share) => void;
}) {
  const speech = useSpeech();
  const { say } = speech;
  const [lines, setLines] = useState<readonly string[]>(SHEET_LETTERS.map(() => ""));
  const [failure, setFailure] = useState<Texts>();
  const [isAsked, setAsked] = useState(false);
  const first = readSheetLine(lines[0] ?? "", "A", undefined, WORD_LISTS);
  const saidOf = (at: number): string | undefined => {
    const letter = SHEET_LETTERS[at] ?? "A";
    const typed = lines[at] ?? "";
    if (typed.trim() === "" && !isAsked) return "";
    const read = readSheetLine(typed, letter, "numbers" in first && at > 0 ? first.numbers : undefined, WORD_LISTS);
    if (!("problem" in read)) return undefined;
    return lineProblemText(read.problem, WORDS_A_LINE, speech);
  };
  const take = () => {
    const read = readSheet(lines, WORD_LISTS);
    setAsked("problem" in read);
    if ("problem" in read) return;
    try {
      checkShare(read.share, before, listed);
      onShare(read.share);
    } catch (error) {
      setFailure(failureOf(error));
    }
  };
  return (
    <form
      class="stack"
      autocomplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        take();
      }}
    >
      <ArrivingHeading>{title}</ArrivingHeading>
      <p class="hint">{say(TYPED_WORDS.hint)}</p>
      {SHEET_LETTERS.map((letter, at) => (
        <LineField
          key={letter}
          letter={letter}
          label={say(REHEARSE.line, { line: letter })}
          typed={lines[at] ?? ""}
          problem={saidOf(at)}
          onTyped={(typed) => {
            setLines(lines.with(at, typed));
            setFailure(undefined);
          }}
        />
      ))}
      <Failure text={failure} />
      <div class="actions">
        <button type="submit" class="button primary">
          {say(REHEARSE.take)}
        </button>
      </div>
    </form>
  );
}
