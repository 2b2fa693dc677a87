/**
 * Lembaga Perlindungan Saksi dan Korban, the agency that protects witnesses by statute. Its own pages could not be read
 * when this was written: the numbers are those that ANTARA quotes from it (18 March 2020; the second one again in
 * September 2025), and nobody has called them. Screens say so, until `checkedOn` names a day.
 */
export const LPSK: {
  readonly site: string;
  readonly telephone: string;
  readonly whatsapp: string;
  readonly checkedOn?: string;
} = {
  site: "lpsk.go.id",
  telephone: "148",
  whatsapp: "0857-7001-0048",
};
