import { useRef } from "preact/hooks";

/**
 * For what may happen once at a time: what is asked for meanwhile is left out. Not a state: a second press in the same
 * turn would still see the old one, and a text would be sent twice.
 */
export function useLock(): (work: () => Promise<void>) => Promise<void> {
  const isTaken = useRef(false);
  return async (work) => {
    if (isTaken.current) return;
    isTaken.current = true;
    try {
      await work();
    } finally {
      isTaken.current = false;
    }
  };
}
