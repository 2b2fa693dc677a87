/** How fingerprints stand on a page: each row with a letter, for reading aloud and comparing row by row. */
export type FingerprintRow = { readonly letter: string; readonly groups: readonly string[] };

const GROUPS_A_ROW = 4;
/** As many as stand side by side on a narrow phone. */
const WORDS_A_ROW = 3;

/** Hexadecimal in groups of four signs. */
export function fingerprintRows(hexadecimal: string): FingerprintRow[] {
  return lettered(hexadecimal.match(/.{1,4}/gu) ?? [], GROUPS_A_ROW);
}

/** The same on one line. */
export function hexGroups(hexadecimal: string): string {
  return (hexadecimal.match(/.{1,4}/gu) ?? []).join(" ");
}

export function keyWordRows(words: readonly string[]): FingerprintRow[] {
  return lettered(words, WORDS_A_ROW);
}

function lettered(groups: readonly string[], aRow: number): FingerprintRow[] {
  const rows = Math.ceil(groups.length / aRow);
  return Array.from({ length: rows }, (_, row) => ({
    letter: "ABCDEFGH"[row] ?? "",
    groups: groups.slice(row * aRow, (row + 1) * aRow),
  }));
}
