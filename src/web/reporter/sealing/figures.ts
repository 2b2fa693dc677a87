/** Published figures, fetched and checked: whoever signed them is in a directory that the built-in roots have signed. */
import { loadDirectories } from "../../../client/directory/directories.ts";
import { type CheckedFigures, checkFigures } from "../../../client/publishing/checking.ts";
import { fetchFigures } from "../../../client/publishing/fetching.ts";
import { makeFiguresFile } from "../../../client/publishing/file.ts";
import { fromHex } from "../../../crypto/bytes.ts";
import { firstUse } from "../../../protocol/directory/trust.ts";
import type { Delivery } from "../../shared/delivery.ts";
import { connection } from "./connection.ts";

export type LoadedFigures = CheckedFigures & {
  /** All that is genuine, as a file that can be checked without this page. Rejects where the server does not answer. */
  readonly makeFile: () => Promise<Uint8Array>;
};

/** Rejects with what `problemOf` explains. */
export async function loadFigures({ roots, builtAt }: Pick<Delivery, "roots" | "builtAt">): Promise<LoadedFigures> {
  const published = await fetchFigures(connection);
  const trust = firstUse({ threshold: roots.threshold, keys: roots.keys.map(fromHex) });
  // Figures stay what they were when nobody has stated lately that the directory holds.
  const look = { depth: "quick", statement: "lapsed-too", now: Date.now(), builtAt } as const;
  const { at } = await loadDirectories(connection, trust, look);
  const checked = await checkFigures(published, at);
  return {
    ...checked,
    makeFile: () =>
      makeFiguresFile(
        connection,
        checked.genuine.map(({ signed }) => signed),
      ),
  };
}
