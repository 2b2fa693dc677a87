/** What the office is called: as the page was built with it. */
import { useEffect, useState } from "preact/hooks";
import { loadOfficeFile, readDelivery } from "../../shared/delivery.ts";

type Names = Readonly<Record<string, string>>;

/** A document without the name is better than none. */
export function useOfficeNames(): Names {
  const [names, setNames] = useState<Names>({});
  useEffect(() => {
    let isHere = true;
    loadOfficeFile(readDelivery())
      .then((text) => {
        if (isHere && text !== undefined) setNames((JSON.parse(text) as { names: Names }).names);
      })
      .catch(() => {});
    return () => {
      isHere = false;
    };
  }, []);
  return names;
}
