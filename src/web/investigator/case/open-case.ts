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

/** `before`: the case that was open when the vault was locked. */
export function useOpenCase(before: string | undefined): OpenCase {
  const [handle, setHandle] = useState(before);
  const last = useRef(before);

  useEffect(() => {
    const move = ({ state }: PopStateEvent) => setHandle(state === CASE_STATE ? last.current : undefined);
    // An entry from before the lock is still there, unless somebody has gone back meanwhile; it may be a colleague's.
    if (before === undefined && history.state === CASE_STATE) history.replaceState(null, "");
    if (before !== undefined && history.state !== CASE_STATE) history.pushState(CASE_STATE, "");
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
