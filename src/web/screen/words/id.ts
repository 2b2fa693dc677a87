/** Pemilih bahasa. */
export const SWITCH = {
  language: "Bahasa",
};
