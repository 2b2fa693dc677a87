import type { Texts } from "../../../words/text.ts";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { EntryView } from "../vault/messages/vault.ts";

export type ChainMarkProps = {
  readonly entries: readonly EntryView[];
  /** How many the server counts */
  readonly counted: number;
  /** Says `{n}` of `{all}`. */
  readonly text: Texts;
};

/** One quiet line while all is well; otherwise the banners say it. */
export function ChainMark({ entries, counted, text }: ChainMarkProps) {
  const { say } = useSpeech();
  if (counted === 0) return null;
  const whole = entries.filter(({ alarms }) => alarms.length === 0).length;
  return (
    <span class={whole === counted ? "chain" : "chain alarm"}>
      <Icon name={whole === counted ? "check" : "warning"} /> {say(text, { n: String(whole), all: counted })}
    </span>
  );
}
