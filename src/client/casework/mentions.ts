/** Colleagues who are mentioned in a note with "@": each mention proposes a task. */

/** Names as they are compared: capitals, accents and signs count for nothing. */
export function foldName(text: string): string {
  return text
    .normalize("NFKD")
    .replace(/\p{Mn}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

/**
 * Ids of those whose name, or the beginning of it up to a word, stands behind an "@" and is nobody else's.
 * @param names by id, in every spelling that the directory has
 */
export function mentionsIn(text: string, names: Readonly<Record<string, readonly string[]>>): string[] {
  const found = new Set<string>();
  for (const { index } of text.matchAll(/(?<![\p{L}\p{N}])@(?=[\p{L}\p{N}])/gu)) {
    // As far as a name can reach: a line, and a long name's words.
    const said = foldName(text.slice(index + 1, index + 1 + LONGEST_NAME).split("\n")[0] ?? "").split(" ");
    for (let words = said.length; words > 0; words--) {
      const name = said.slice(0, words).join(" ");
      const meant = Object.entries(names).filter(([, all]) =>
        all.some((one) => foldName(one) === name || foldName(one).startsWith(`${name} `)),
      );
      if (meant.length === 0) continue;
      if (meant.length === 1) found.add(meant[0]?.[0] ?? "");
      break;
    }
  }
  return [...found];
}

const LONGEST_NAME = 120;
