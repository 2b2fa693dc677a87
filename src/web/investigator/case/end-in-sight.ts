/** A box of entries shows its end, where the newest stands, and stays where somebody reads further up. */
import { useLayoutEffect, useRef } from "preact/hooks";

/** As near to the end as that, somebody is at the end. */
const NEAR_PX = 48;

/**
 * @param isOwn whether the newest entry is this member's own: who writes wants to see it
 * @param earlier entries that are not shown yet. What comes in front later moves nothing that is being read.
 */
export function useEndInSight(count: number, { isOwn, earlier = 0 }: { isOwn: boolean; earlier?: number }) {
  const box = useRef<HTMLDivElement>(null);
  const before = useRef({ earlier, height: 0 });
  useLayoutEffect(() => {
    const { current } = box;
    if (current === null) return;
    const { height } = before.current;
    const isInFront = earlier < before.current.earlier;
    const wasAtEnd = height - current.scrollTop - current.clientHeight < NEAR_PX;
    if (isInFront) current.scrollTo({ top: current.scrollTop + current.scrollHeight - height });
    else if (wasAtEnd || isOwn) current.scrollTo({ top: current.scrollHeight });
    // The button has gone, and with it the focus.
    if (isInFront && earlier === 0) current.focus({ preventScroll: true });
    before.current = { earlier, height: current.scrollHeight };
  }, [count, earlier]);
  /** Before more of what is in front is asked for. */
  const measure = () => (before.current = { earlier, height: box.current?.scrollHeight ?? 0 });
  return { box, measure };
}
