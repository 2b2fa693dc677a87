/** What was found in a file for an answer beside its content, and the choice to send it as it is. */
import { useEffect, useState } from "preact/hooks";
import type { FindingKind } from "../../../../evidence/findings.ts";
import { FINDING_NAMES, REASON_NAMES } from "../../../../words/glossary.ts";
import type { AnswerFile, HiddenLook } from "./answer-files.ts";
import { shownName } from "../file-name.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { HIDDEN } from "../words.ts";

export type HiddenDataProps = {
  readonly file: AnswerFile;
  /** Undefined while it is being sent */
  readonly onOtherWay: (() => void) | undefined;
};

export function HiddenData({ file: { original, look, isAsItIs }, onOtherWay }: HiddenDataProps) {
  const { say } = useSpeech();
  const [found, setFound] = useState<HiddenLook | undefined>(undefined);
  useEffect(() => {
    let isShown = true;
    void look.then((one) => isShown && setFound(one));
    return () => {
      isShown = false;
    };
  }, [look]);
  if (found === undefined) return <span class="hint">{say(HIDDEN.looking)}</span>;
  const { cleaned, removed, remaining, reason } = found;
  const kinds = (list: readonly FindingKind[]) => list.map((kind) => say(FINDING_NAMES[kind])).join(", ");
  const isChosen = isAsItIs && cleaned !== undefined;
  return (
    <span class="hidden-data">
      {isChosen ? (
        say(HIDDEN.asItIs)
      ) : (
        <>
          {reason !== undefined && `${say(HIDDEN.notCleaned, { reason: say(REASON_NAMES[reason]) })} `}
          {removed.length > 0 && `${say(HIDDEN.removed, { kinds: kinds(removed) })} `}
          {remaining.length > 0 && `${say(HIDDEN.remaining, { kinds: kinds(remaining) })} `}
          {reason === undefined && removed.length + remaining.length === 0 && say(HIDDEN.nothing)}
        </>
      )}{" "}
      {cleaned !== undefined && removed.length > 0 && onOtherWay && (
        <button
          type="button"
          class="link"
          aria-label={say(isAsItIs ? HIDDEN.sendCleanedLabel : HIDDEN.sendAsItIsLabel, {
            name: shownName(original.name),
          })}
          onClick={onOtherWay}
        >
          {say(isAsItIs ? HIDDEN.sendCleaned : HIDDEN.sendAsItIs)}
        </button>
      )}
    </span>
  );
}
