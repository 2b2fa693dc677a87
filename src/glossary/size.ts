/** Lengths of files as people say them. */

const UNITS = ["KB", "MB", "GB"] as const;

/** "380 KB", "2,4 MB" in Indonesian, "2.4 MB" in English; 1 KB is 1,000 bytes, and less than one is one. */
export function sizeIn(bytes: number, language: "id" | "en"): string {
  let shown = Math.ceil(bytes / 1_000);
  let unit = 0;
  // "1.000 KB" is a megabyte.
  for (; shown >= 1_000 && unit < UNITS.length - 1; unit++) shown = Math.round((bytes / 1_000 ** (unit + 2)) * 10) / 10;
  return `${shown.toLocaleString(language, { maximumFractionDigits: 1 })} ${UNITS[unit] ?? ""}`;
}
