/** Whether a PDF would run something. */
import { Reader, type Source } from "../source.ts";
import { latin1 } from "../text.ts";

/** Scripts are named anywhere. What is looked through is what a page can afford. */
const MOST_SEARCHED_BYTES = 16 * 1_024 * 1_024;

export async function isActivePdf(source: Source): Promise<boolean> {
  const reader = new Reader(source);
  const piece = 256 * 1_024;
  for (let at = 0; at < Math.min(source.size, MOST_SEARCHED_BYTES); at += piece - 64) {
    const text = latin1(await reader.bytes(at, Math.min(piece, source.size - at)));
    if (isActive(text)) return true;
  }
  return false;
}

/** PDF names may be written with #xx for any letter. */
export function isActive(text: string): boolean {
  const plain = text.includes("#")
    ? text.replaceAll(/#([0-9a-f]{2})/giu, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;
  return /\/(?:JavaScript|JS|Launch|RichMedia|XFA|SubmitForm|ImportData)\b/u.test(plain);
}
