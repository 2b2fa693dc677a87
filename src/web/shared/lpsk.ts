/**
 * Lembaga Perlindungan Saksi dan Korban, the agency that protects witnesses by statute. Its number comes from a news
 * report of 2021 and has not been called: screens that show it say so, until `checkedOn` names a day.
 */
export const LPSK: { readonly telephone: string; readonly site: string; readonly checkedOn?: string } = {
  telephone: "148",
  site: "lpsk.go.id",
};
