import { MAX_MESSAGE_CODE_POINTS, codePoints } from "../../../protocol/limits.ts";
import { useSpeech } from "../../screen/speech.ts";
import { WRITING } from "./words.ts";

/** Whoever writes this much should know that there is an end. */
const TELL_FROM_CODE_POINTS = 40_000;

/** A box grows with what is written in it, up to a third of a screen; then it scrolls. */
export function rowsFor(text: string): number {
  const lines = text.split("\n").reduce((sum, line) => sum + 1 + Math.floor(line.length / 50), 0);
  return Math.min(lines, 10);
}

export function LengthHint({ text }: { readonly text: string }) {
  const { say } = useSpeech();
  const actual = codePoints(text);
  if (actual < TELL_FROM_CODE_POINTS) return null;
  return (
    <span class={actual > MAX_MESSAGE_CODE_POINTS ? "alarm" : undefined}>
      {say(WRITING.length, { actual, limit: MAX_MESSAGE_CODE_POINTS })}
    </span>
  );
}
