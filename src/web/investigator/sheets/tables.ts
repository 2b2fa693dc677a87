import { loadSheets, readDelivery } from "../../shared/delivery.ts";
import type { Tables } from "./part.ts";

let underWay: Promise<Tables> | undefined;

/** What makes tables into files. Rejects where it cannot be fetched, and may be asked again. */
export function getTables(): Promise<Tables> {
  underWay ??= loadSheets<{ readonly tables: Tables }>(readDelivery())
    .then(({ tables }) => tables)
    .catch((error: unknown) => {
      underWay = undefined;
      throw error;
    });
  return underWay;
}
