/** Where a report is entered: its part is fetched, and drawn again whenever what is typed changes. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { loadEntering, readDelivery } from "../../shared/delivery.ts";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "../parts/words.ts";
import type { EnteringScreenProps } from "./form/entering-screen.tsx";
import type { EnteringPart } from "./form/part.tsx";

let loaded: EnteringPart | undefined;

export function EnteringSlot(props: EnteringScreenProps) {
  const { say, ...rest } = useSpeech();
  const into = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState(loaded);
  const [failed, setFailed] = useState(false);
  const fetchIt = (): void => {
    setFailed(false);
    loadEntering<EnteringPart>(readDelivery()).then(
      (found) => {
        loaded = found;
        setPart(found);
      },
      () => setFailed(true),
    );
  };
  useEffect(() => {
    if (part === undefined) fetchIt();
  }, []);
  useLayoutEffect(() => {
    if (into.current !== null) part?.draw(into.current, { speech: { say, ...rest }, props });
  });
  useLayoutEffect(() => {
    const { current } = into;
    return () => {
      if (current !== null) loaded?.clear(current);
    };
  }, []);
  return (
    <>
      {failed && (
        <FailureNotice failure={{ kind: "page", code: "not-loaded" }}>
          <button type="button" class="button" onClick={fetchIt}>
            {say(FRAME.tryAgain)}
          </button>
        </FailureNotice>
      )}
      <div ref={into} />
    </>
  );
}
