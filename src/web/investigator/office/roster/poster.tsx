/** The fingerprint of the roots that this page believes, to be compared with the poster; and the poster, to be printed. */
import { readDelivery } from "../../../shared/delivery.ts";
import { useSpeech } from "../../../screen/speech.ts";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import { ROSTER } from "./words.ts";

export function Poster() {
  const { say } = useSpeech();
  const { fingerprint } = readDelivery();
  if (fingerprint === undefined) return null;
  const { words, poster } = fingerprint;
  return (
    <details class="poster-part">
      <summary>{say(ROSTER.poster)}</summary>
      <p>{say(ROSTER.posterText)}</p>
      <TwelveWords words={words} />
      {poster !== null && (
        <p>
          <a class="button" href={poster} target="_blank" rel="noopener noreferrer">
            {say(ROSTER.posterOpen)}
          </a>
        </p>
      )}
    </details>
  );
}
