/** Lengths and times as people say them. */
import type { Language } from "../../shared/language.ts";

const UNITS = ["KB", "MB", "GB"] as const;

/** "380 KB", "2,4 MB"; 1 KB is 1,000 bytes, and less than one is one. */
export function sizeIn(bytes: number, language: Language): string {
  let value = bytes / 1_000;
  let unit = 0;
  for (; value >= 999.5 && unit < UNITS.length - 1; unit++) value /= 1_000;
  const rounded = unit === 0 ? Math.ceil(value) : value;
  return `${rounded.toLocaleString(language, { maximumFractionDigits: 1 })} ${UNITS[unit] ?? ""}`;
}
