/** What is said under a table that can be saved, in Indonesian. */
export const SHEETS = {
  workbook: "Lembar kerja Excel (XLSX)",
  csv: "Berkas CSV",
  saved: "{name} sudah disimpan.",
} as const;
