/** Where a part of the desk stands: fetched once, drawn again whenever what it is given changes. */
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { DrawnPart } from "./drawn-part.tsx";
import { FailureNotice } from "../notices.tsx";
import { useOffice } from "../office.ts";
import { useSpeech } from "../../../screen/speech.ts";
import { FRAME } from "../words.ts";

/** A part that may be there already: it is the same for each of its places. */
export type PartSource<Props> = {
  readonly load: () => Promise<DrawnPart<Props>>;
  loaded: DrawnPart<Props> | undefined;
};

export function sourceOf<Props>(load: () => Promise<DrawnPart<Props>>): PartSource<Props> {
  return { load, loaded: undefined };
}

export type PartSlotProps<Props> = {
  readonly source: PartSource<Props>;
  /** Its classes */
  readonly name: string;
  readonly props: Props;
};

export function PartSlot<Props>({ source, name, props }: PartSlotProps<Props>) {
  const { say, ...rest } = useSpeech();
  const office = useOffice();
  const into = useRef<HTMLDivElement>(null);
  const [part, setPart] = useState(source.loaded);
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);

  useEffect(() => {
    if (part !== undefined) return undefined;
    let isHere = true;
    source
      .load()
      .then((found) => {
        source.loaded = found;
        if (isHere) setPart(found);
      })
      .catch(() => isHere && setFailed(true));
    return () => {
      isHere = false;
    };
  }, [tries]);
  useLayoutEffect(() => {
    if (into.current !== null) part?.draw(into.current, { speech: { say, ...rest }, office, props });
  });
  useLayoutEffect(() => {
    const { current } = into;
    return () => {
      if (current !== null) source.loaded?.clear(current);
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
      <div ref={into} class={name} />
    </>
  );
}
