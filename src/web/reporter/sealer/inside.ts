/** What the build put into this file beside its readers. */
import type { Delivery } from "../../shared/delivery.ts";
import type { Unit } from "../../shared/office.ts";

export type Inside = {
  readonly delivery: Delivery;
  /** Of the office, in each language in which the page says it */
  readonly offices: Readonly<Record<string, string>>;
  readonly units: readonly Unit[];
  /** Where the reporting page is; none where the build was told none */
  readonly addresses: readonly string[];
};

/** The id of its block. */
export const INSIDE_BLOCK = "inside";

export function readInside(): Inside {
  return JSON.parse(document.getElementById(INSIDE_BLOCK)?.textContent ?? "") as Inside;
}

export function addressesInside(): readonly string[] {
  return readInside().addresses;
}
