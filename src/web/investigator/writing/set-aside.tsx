/** Texts that gave way in a conflict: kept in sight until the person takes them back or throws them away. */
import { useCopy } from "../parts/copy.ts";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../../screen/speech.ts";
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

/** Where a case does not open, because two members have removed it or a line is cut: what was typed for it, to be copied. */
export function TypedTexts({ texts }: Pick<SetAsideProps, "texts">) {
  const { say } = useSpeech();
  const { copied, copy } = useCopy(texts.join("\n\n"));
  if (texts.length === 0) return null;
  return (
    <section class="set-aside" aria-label={say(WRITING.typedTitle)}>
      <h3>{say(WRITING.typedTitle)}</h3>
      <p class="muted">{say(WRITING.typedHint)}</p>
      {texts.map((text, at) => (
        <p key={at} class="typed version" dir="auto">
          {text}
        </p>
      ))}
      <p class="actions">
        <button type="button" class="button" onClick={copy}>
          <Icon name="copy" /> {say(WRITING.copy)}
        </button>
        <span role="status">{copied !== undefined && say(copied ? WRITING.copied : WRITING.notCopied)}</span>
      </p>
    </section>
  );
}
