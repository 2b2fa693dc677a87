/** What ZIPs are that left an office, in Indonesian. */
export const EXPORT_NAMES = {
  "segel/1/case-file": "Berkas kasus",
  "segel/1/evidence-folder": "Map bukti untuk evaluasi",
} as const;
