/** What its sender calls a file: text that turns nothing around it. What cannot be seen in it is shown, so that "x⟨U+202E⟩gpj.exe" is what one reads. */
import { useSpeech } from "./speech.ts";
import { FILES } from "./words/files.ts";

/** Controls, and what turns the direction of reading or shows nothing. */
const UNSEEN = /[\p{Cc}\p{Bidi_Control}\u{200B}\u{2060}\u{FEFF}]/gu;

export function FileName({ name }: { readonly name: string }) {
  const { say } = useSpeech();
  return <bdi class="file-name">{name.trim() === "" ? say(FILES.unnamed) : shownName(name)}</bdi>;
}

export function shownName(name: string): string {
  return name.replace(UNSEEN, (letter) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `⟨U+${code}⟩`;
  });
}
