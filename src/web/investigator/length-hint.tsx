import { MAX_MESSAGE_CODE_POINTS, codePoints } from "../../protocol/limits.ts";
import { type Words, useSpeech } from "./speech.ts";

/** Whoever writes this much should know that there is an end. */
const TELL_FROM_CODE_POINTS = 40_000;
const COUNT: Words = ["{actual} dari {limit} karakter.", "{actual} of {limit} characters."];

export function LengthHint({ text }: { readonly text: string }) {
  const { say } = useSpeech();
  const actual = codePoints(text);
  if (actual < TELL_FROM_CODE_POINTS) return null;
  return <span class={actual > MAX_MESSAGE_CODE_POINTS ? "alarm" : undefined}>{say(COUNT, { actual, limit: MAX_MESSAGE_CODE_POINTS })}</span>;
}
