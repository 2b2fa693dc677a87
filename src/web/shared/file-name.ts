/** The name under which somebody else's file is saved: what it is called, without what could lead astray. */

/** Control characters, marks that turn the direction of writing, and what is not seen at all. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Zl}\p{Zp}]/gu;
/** Parts of paths, and what some systems do not take in a name. */
const PATH = /[/\\:*?"<>|]/gu;
/** Devices of Windows, whatever the ending. */
const DEVICE = /^(?:con|prn|aux|nul|com\d|lpt\d)(?=\.|$)/iu;
/** Systems take 255 bytes; the ending is kept. */
const MOST_BYTES = 200;

export function safeFileName(name: string): string {
  const plain = name
    .normalize("NFC")
    .replace(UNSEEN, "")
    .replace(PATH, "_")
    .replace(/^[.\s]+|[.\s]+$/gu, "")
    .replace(DEVICE, "_$&");
  return shorten(plain) || "file";
}

function shorten(name: string): string {
  const bytes = (text: string) => new TextEncoder().encode(text).length;
  const ending = /\.[^.]{1,10}$/u.exec(name)?.[0] ?? "";
  const letters = Array.from(name.slice(0, name.length - ending.length));
  while (bytes(letters.join("")) + bytes(ending) > MOST_BYTES) letters.pop();
  return letters.join("") + ending;
}
