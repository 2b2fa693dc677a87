/** Bytes of files as text, tolerantly: what is shown or searched, never what is signed. */

/** Each byte a character: for searching, and for formats that say Latin-1 or nothing at all. */
export function latin1(bytes: Uint8Array): string {
  let text = "";
  // In pieces: the arguments of one call go through the stack.
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192));
  return text;
}

const utf8Decoder = new TextDecoder("utf-8", { fatal: true });

/** UTF-8 where it is, else Latin-1. */
export function readText(bytes: Uint8Array): string {
  try {
    return utf8Decoder.decode(bytes);
  } catch {
    return latin1(bytes);
  }
}

export function utf16(bytes: Uint8Array, isLittleEndian: boolean): string {
  let text = "";
  for (let at = 0; at + 1 < bytes.length; at += 2) {
    const [first = 0, second = 0] = [bytes[at], bytes[at + 1]];
    text += String.fromCharCode(isLittleEndian ? first | (second << 8) : (first << 8) | second);
  }
  return text;
}

/** Whether `bytes` holds this ASCII text at `offset`. */
export function says(bytes: Uint8Array, offset: number, ascii: string): boolean {
  for (let i = 0; i < ascii.length; i++) if (bytes[offset + i] !== ascii.charCodeAt(i)) return false;
  return true;
}
