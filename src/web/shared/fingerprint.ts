/** How fingerprints stand on a page: four groups of four signs a row, each row with a letter, for reading aloud. */
export type FingerprintRow = { readonly letter: string; readonly groups: readonly string[] };

const GROUPS_A_ROW = 4;

export function fingerprintRows(hexadecimal: string): FingerprintRow[] {
  const groups = hexadecimal.match(/.{1,4}/gu) ?? [];
  const rows = Math.ceil(groups.length / GROUPS_A_ROW);
  return Array.from({ length: rows }, (_, row) => ({
    letter: "ABCDEFGH"[row] ?? "",
    groups: groups.slice(row * GROUPS_A_ROW, (row + 1) * GROUPS_A_ROW),
  }));
}
