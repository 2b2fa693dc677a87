/** What pages say in Indonesian before their scripts are there, in all languages at once: nobody has chosen one yet. */
export const SERVED = {
  deskNeedsScript: "Halaman ini memerlukan JavaScript, karena kasus dibuka di perangkat Anda dan bukan di server.",
  loading: "Halaman sedang dimuat …",
  previewAlone: "Halaman ini bagian dari halaman pemeriksa dan tidak dibuka sendiri.",
} as const;
