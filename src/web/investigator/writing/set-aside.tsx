/** Texts that gave way in a conflict: kept in sight until the person takes them back or throws them away. */
import { useSpeech } from "../parts/speech.ts";
import { WRITING } from "./words.ts";

export type SetAsideProps = {
  readonly texts: readonly string[];
  readonly onRestore: (text: string, at: number) => void;
  readonly onDiscard: (at: number) => void;
};

export function SetAside({ texts, onRestore, onDiscard }: SetAsideProps) {
  const { say } = useSpeech();
  if (texts.length === 0) return null;
  return (
    <section class="set-aside" aria-label={say(WRITING.asideTitle)}>
      <h3>{say(WRITING.asideTitle)}</h3>
      <p class="muted">{say(WRITING.asideHint)}</p>
      {texts.map((text, at) => (
        <div key={`${at} ${text}`}>
          <p class="typed version" dir="auto">
            {text}
          </p>
          <p class="actions">
            <button type="button" class="button" onClick={() => onRestore(text, at)}>
              {say(WRITING.asideRestore)}
            </button>
            <button type="button" class="button destructive" onClick={() => onDiscard(at)}>
              {say(WRITING.discard)}
            </button>
          </p>
        </div>
      ))}
    </section>
  );
}
