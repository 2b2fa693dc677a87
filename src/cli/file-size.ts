/** Sizes as people read them. */
import type { Language } from "./speech.ts";

const UNITS = ["kB", "MB", "GB"] as const;

/** "12 B", "3,4 MB" in Indonesian, "3.4 MB" in English; a thousand to a step. */
export function sizeIn(bytes: number, language: Language): string {
  if (bytes < 1_000) return `${bytes} B`;
  const step = Math.min(UNITS.length, Math.floor(Math.log10(bytes) / 3));
  const value = (bytes / 1_000 ** step).toLocaleString(language === "id" ? "id-ID" : "en-GB", {
    maximumFractionDigits: 1,
  });
  return `${value} ${UNITS[step - 1]}`;
}
