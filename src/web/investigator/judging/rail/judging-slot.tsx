/** Where a part of judging stands in a case: fetched once, drawn again whenever the case or what is typed changes. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { loadJudging, readDelivery } from "../../../shared/delivery.ts";
import { FailureNotice } from "../../parts/notices.tsx";
import { useOffice } from "../../parts/office.ts";
import { useSpeech } from "../../parts/speech.ts";
import { FRAME } from "../../parts/words.ts";
import type { OpenedCaseProps } from "../../writing/opened-case.ts";
import type { Drawn, JudgingPart, Place } from "./part.tsx";

let loaded: JudgingPart | undefined;

const FORMS = ["sheet", "protection", "complaint"];
const TASK = "task-";

/** Whether a form of this room is open, and stands where conversation and rail were. */
export function isJudging({ draft: { form } }: Pick<OpenedCaseProps, "draft">): boolean {
  return form !== undefined && (FORMS.includes(form) || form.startsWith(TASK));
}

export function JudgingSlot({ place, ...props }: Drawn & { readonly place: Place }) {
  const { say, ...rest } = useSpeech();
  const office = useOffice();
  const into = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState(loaded);
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (part !== undefined) return undefined;
    let isHere = true;
    loadJudging<JudgingPart>(readDelivery())
      .then((found) => {
        loaded = found;
        if (isHere) setPart(found);
      })
      .catch(() => isHere && setFailed(true));
    return () => {
      isHere = false;
    };
  }, [tries]);
  useLayoutEffect(() => {
    if (into.current !== null) part?.draw(into.current, place, { speech: { say, ...rest }, office, props });
  });
  useLayoutEffect(() => {
    const { current } = into;
    return () => {
      if (current !== null) loaded?.clear(current);
    };
  }, []);

  return (
    <>
      {failed && part === undefined && (
        <FailureNotice failure={{ kind: "page", code: "not-loaded" }}>
          <button
            type="button"
            class="button"
            onClick={() => {
              setFailed(false);
              setTries(tries + 1);
            }}
          >
            {say(FRAME.tryAgain)}
          </button>
        </FailureNotice>
      )}
      <div ref={into} class={`judging-slot ${place}`} />
    </>
  );
}
