/** One line on a terminal that tells how far something long has come; where nobody looks it says nothing. */

const ERASE_LINE = "\r\u001b[2K";
/** What is over in a second needs no such line. */
const SILENT_MS = 1_000;
const EVERY_MS = 200;

export type ProgressLine = { readonly show: (line: string) => void; readonly clear: () => void };

export function makeProgressLine(): ProgressLine {
  const began = Date.now();
  let shownAt = 0;
  return {
    show(line) {
      const now = Date.now();
      if (!process.stderr.isTTY || now - began < SILENT_MS || now - shownAt < EVERY_MS) return;
      shownAt = now;
      process.stderr.write(ERASE_LINE + [...line].slice(0, process.stderr.columns - 1).join(""));
    },
    clear() {
      if (shownAt > 0) process.stderr.write(ERASE_LINE);
    },
  };
}
