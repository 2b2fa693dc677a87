import { useRef, useState } from "preact/hooks";
import { type FoundingMemory, recallFounding, rememberFounding, takeJoiningKey, withLink } from "./memory.ts";

export type Memory = {
  readonly memory: FoundingMemory;
  /** What is undefined is forgotten. Throws VaultError where the device keeps nothing. */
  readonly remember: (changed: Partial<FoundingMemory>) => void;
};

/** What the device keeps, and with it the key of the link by which somebody came. */
export function useMemory(): Memory {
  const [memory, setMemory] = useState<FoundingMemory>(() => {
    const kept = recallFounding();
    const next = withLink(kept, takeJoiningKey());
    if (next.joiningKey === kept.joiningKey) return kept;
    try {
      rememberFounding(next);
    } catch {
      // Said when there is something to lose: with the keys of whoever joins.
    }
    return next;
  });
  // Two changes in one turn build on each other.
  const newest = useRef(memory);
  return {
    memory,
    remember(changed) {
      newest.current = { ...newest.current, ...changed };
      rememberFounding(newest.current);
      setMemory(newest.current);
    },
  };
}
