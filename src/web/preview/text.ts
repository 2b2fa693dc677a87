/** The beginning of a text, as text: wrapped, and with nothing in it that stays unseen. */
import { showUnseen } from "../shared/unseen.ts";
import type { Showing } from "./frame.ts";
import { WORDS } from "./words.ts";

/** Some 250 pages, which a browser lays out at once; who needs more has a better tool for it. */
const SHOWN_MIB = 1;
const SHOWN_BYTES = SHOWN_MIB * 1_024 * 1_024;

const PART_LETTERS = 8_192;

export async function showText({ file, place, say }: Showing): Promise<void> {
  const text = decode(new Uint8Array(await file.slice(0, SHOWN_BYTES).arrayBuffer()));
  if (file.size === 0) place.append(line(say(WORDS.empty)));
  // Above the text: below it, somebody who reads to the end would take it for the end.
  if (file.size > SHOWN_BYTES) place.append(line(say(WORDS.cut, { n: SHOWN_MIB })));
  const written = document.createElement("pre");
  for (const part of cutIntoParts(showUnseen(text.replace(/\r\n?/gu, "\n"), "\n\t"))) {
    const block = document.createElement("div");
    block.dir = "auto";
    block.textContent = part;
    written.append(block);
  }
  place.append(written);
}

/**
 * Browsers take seconds to lay out a megabyte in one piece, and no time for pieces that are out of sight. Cut at the
 * ends of lines; a line that is longer than a piece is cut within.
 */
function cutIntoParts(text: string): string[] {
  const parts: string[] = [];
  for (let at = 0; at < text.length;) {
    const lineEnd = text.lastIndexOf("\n", at + PART_LETTERS);
    const end = at + PART_LETTERS >= text.length || lineEnd < at ? at + PART_LETTERS : lineEnd + 1;
    parts.push(text.slice(at, end));
    at = end;
  }
  return parts;
}

function line(text: string): HTMLElement {
  const element = document.createElement("p");
  element.className = "note";
  element.textContent = text;
  return element;
}

/** By its mark, else UTF-8, else Windows-1252, in which any byte is a letter. */
export function decode(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    // `stream`: a letter that was cut at the end is no damage.
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
