/** What ZIPs are that left an office, in every language, by the format that their manifest names (docs/protocol.md, "Case file"). */
import * as en from "./exports/en.ts";
import * as id from "./exports/id.ts";
import { type Texts, together } from "./text.ts";

const { EXPORT_NAMES } = together({ id, en });

/** Undefined for what a later version makes. */
export function exportName(of: string): Texts | undefined {
  return Object.hasOwn(EXPORT_NAMES, of) ? EXPORT_NAMES[of as keyof typeof EXPORT_NAMES] : undefined;
}
