/** The claims of SECURITY.md: what is promised, by which code, held by which tests. */
import * as fs from "node:fs/promises";

type Claim = {
  /** S1, S2 … */
  readonly name: string;
  /** As it stands there, from its name on */
  readonly text: string;
  readonly code: readonly string[];
  readonly tests: readonly { readonly file: string; readonly titles: readonly string[] }[];
};

export async function readClaims(): Promise<Claim[]> {
  const document = await fs.readFile(new URL("../../SECURITY.md", import.meta.url), "utf8");
  return document
    .split(/^- \*\*(?=S\d+\*\* )/mu)
    .slice(1)
    .map((text) => ({
      name: /^S\d+/u.exec(text)?.[0] ?? "",
      text,
      code: quoted(/^ {2}Code: (.+)$/mu.exec(text)?.[1] ?? "", /`([^`]+)`/gu),
      tests: [...text.matchAll(/^ {2}`(test\/[^`]+)`: (.+)$/gmu)].map(([, file = "", titles = ""]) => ({
        file,
        titles: quoted(titles, /"([^"]+)"/gu),
      })),
    }));
}

function quoted(line: string, pattern: RegExp): string[] {
  return [...line.matchAll(pattern)].map((match) => match[1] ?? "");
}
