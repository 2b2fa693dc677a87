/** Which case is open, so that the browser's Back leads to the list. The history holds only that a case was open. */
import { useEffect, useRef, useState } from "preact/hooks";

const CASE_STATE = "case";

export type OpenCase = {
  readonly handle: string | undefined;
  /** The case that was open last: where the list goes on */
  readonly last: string | undefined;
  readonly open: (handle: string) => void;
  readonly close: () => void;
};

export function useOpenCase(): OpenCase {
  const [handle, setHandle] = useState<string | undefined>(undefined);
  const last = useRef<string | undefined>(undefined);

  useEffect(() => {
    const move = ({ state }: PopStateEvent) => setHandle(state === CASE_STATE ? last.current : undefined);
    addEventListener("popstate", move);
    return () => removeEventListener("popstate", move);
  }, []);

  return {
    handle,
    last: last.current,
    open(wanted) {
      last.current = wanted;
      if (handle === undefined) history.pushState(CASE_STATE, "");
      setHandle(wanted);
    },
    close: () => history.back(),
  };
}
