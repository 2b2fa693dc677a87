/** Letters of strangers that nobody sees: shown, so that "x⟨U+202E⟩gpj.exe" is what one reads. */

/** Controls, and what turns the direction of reading or shows nothing. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\u{200B}\u{2060}\u{FEFF}]/gu;

/** The letters in `kept` stay as they are. */
export function showUnseen(text: string, kept = ""): string {
  return text.replace(UNSEEN, (letter) => {
    if (kept.includes(letter)) return letter;
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `⟨U+${code}⟩`;
  });
}
