/** Roving tabindex over the rows that are drawn: Tab reaches one of them, keys go from one to the next. */
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { ListRow } from "./list-rows.ts";

export type RovingRow = {
  /** Around the rows; each has a button with `data-handle` */
  readonly place: RefObject<HTMLDivElement | null>;
  /** The one row that Tab reaches */
  readonly current: string | undefined;
  readonly setCurrent: (handle: string) => void;
  readonly focusCurrent: () => void;
  /** Returns false where there is no row in that direction. */
  readonly step: (by: 1 | -1) => boolean;
};

/** `last`: the case to go on from, which has the focus at first */
export function useRovingRow(rows: readonly ListRow[], last: string | undefined): RovingRow {
  const place = useRef<HTMLDivElement>(null);
  const [chosen, setCurrent] = useState(last);
  const current = rows.some(({ handle }) => handle === chosen) ? chosen : rows[0]?.handle;

  const focusRow = (handle: string): void => {
    setCurrent(handle);
    const button = [...(place.current?.querySelectorAll<HTMLElement>("[data-handle]") ?? [])].find(
      ({ dataset }) => dataset["handle"] === handle,
    );
    button?.focus();
    button?.scrollIntoView({ block: "nearest" });
  };
  // Coming back from a case, one goes on where one was.
  useEffect(() => {
    if (last !== undefined && current === last) focusRow(last);
  }, []);

  return {
    place,
    current,
    setCurrent,
    focusCurrent: () => current !== undefined && focusRow(current),
    step(by) {
      const at = rows.findIndex(({ handle }) => handle === current);
      // The first key goes to the row that is marked, the next ones onwards.
      const isOnRow =
        document.activeElement instanceof HTMLElement && document.activeElement.dataset["handle"] !== undefined;
      const target = rows[isOnRow ? at + by : Math.max(at, 0)];
      if (target !== undefined) focusRow(target.handle);
      return target !== undefined;
    },
  };
}
