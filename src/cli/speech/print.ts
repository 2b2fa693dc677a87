/** Text on a terminal: what others wrote is shown, never obeyed. */
import { styleText } from "node:util";
import { surroundings } from "./surroundings.ts";

/**
 * Control characters move the cursor, change titles and colours, or paste commands; direction marks let a text stand
 * elsewhere than it is. They are shown as signs instead. Line breaks and tabs stay.
 */
export function visible(text: string): string {
  return text
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/\r\n/gu, "\n")
    .replace(/(?![\n\t])[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu, (sign) => {
      const code = sign.codePointAt(0) ?? 0;
      // Unicode has a picture for each of the first 32.
      return code < 0x20 ? String.fromCodePoint(0x2400 + code) : `<U+${codeOf(sign)}>`;
    });
}

/** The same on one line, at most `most` code points. */
export function oneLine(text: string, most: number): string {
  const letters = [...visible(text.replace(/\s+/gu, " "))];
  return letters.length <= most ? letters.join("") : `${letters.slice(0, most - 1).join("")}…`;
}

/** JSON for programs, and harmless on a terminal as well: what JSON leaves as it is, is escaped. */
export function json(value: unknown): string {
  return JSON.stringify(value, null, 2).replace(
    /(?!\n)[\p{Cc}\u2028-\u202e\u2066-\u2069]/gu,
    (sign) => `\\u${codeOf(sign).toLowerCase()}`,
  );
}

function codeOf(sign: string): string {
  return (sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
}

/** Columns of equal width but the last, which may be of any script and length. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => [...(row[column] ?? "")].length)));
  const cell = (text: string, column: number, last: boolean) => (last ? text : text.padEnd(widths[column] ?? 0));
  return rows
    .map((row) => row.map((text, column) => cell(text, column, column === row.length - 1)).join("  "))
    .join("\n");
}

/** Each line of a text moved to the right, so that nobody's text passes for ours. */
export function indented(text: string, by = "    "): string {
  return visible(text)
    .split("\n")
    .map((line) => by + line)
    .join("\n");
}

export type Paint = (text: string) => string;

/** Colours only where somebody looks (NO_COLOR and FORCE_COLOR are honoured by Node). */
export const bold: Paint = (text) => styleText("bold", text, { stream: surroundings().stdout });
export const dim: Paint = (text) => styleText("dim", text, { stream: surroundings().stdout });
export const alarm: Paint = (text) => styleText(["bold", "red"], text, { stream: surroundings().stdout });

export function print(text = ""): void {
  surroundings().stdout.write(`${text}\n`);
}

/** Questions, progress and errors: beside the result, so that a result can be piped. */
export function tell(text = ""): void {
  surroundings().stderr.write(`${text}\n`);
}

/** Fingerprints to be read aloud: groups of four, eight a line. */
export function grouped(hexadecimal: string): string {
  const groups = hexadecimal.match(/.{1,4}/gu) ?? [];
  const lines: string[] = [];
  for (let at = 0; at < groups.length; at += 8) lines.push(groups.slice(at, at + 8).join(" "));
  return lines.join("\n");
}
