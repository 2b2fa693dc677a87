/** A period of published figures as it is called. */
import { roman } from "./roman.ts";
import type { Speech } from "./speech.ts";
import type { Text, Texts } from "./text.ts";

/** Of one language, or of all */
type PeriodWords = { readonly PUBLISHED: { readonly quarter: Text | Texts; readonly half: Text | Texts } };

/** "Semester II 2026" of "2026-H2". */
export function periodName(period: string, { PUBLISHED }: PeriodWords, { say }: Pick<Speech, "say">): string {
  const [year = "", part = ""] = period.split("-");
  return say(part.startsWith("Q") ? PUBLISHED.quarter : PUBLISHED.half, { roman: roman(Number(part.slice(1))), year });
}
