/** How fingerprints stand on a page: rows of four, each row with a letter, for reading aloud and comparing by row. */
export type FingerprintRow = { readonly letter: string; readonly groups: readonly string[] };

const GROUPS_A_ROW = 4;

/** Hexadecimal in groups of four signs. */
export function fingerprintRows(hexadecimal: string): FingerprintRow[] {
  return letteredRows(hexadecimal.match(/.{1,4}/gu) ?? []);
}

export function letteredRows(groups: readonly string[]): FingerprintRow[] {
  const rows = Math.ceil(groups.length / GROUPS_A_ROW);
  return Array.from({ length: rows }, (_, row) => ({
    letter: "ABCDEFGH"[row] ?? "",
    groups: groups.slice(row * GROUPS_A_ROW, (row + 1) * GROUPS_A_ROW),
  }));
}
