import { clockText } from "./idle.ts";
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "../parts/words.ts";

/** Said once aloud; the seconds that follow are only seen. Any key or click keeps the vault open as well. */
export function IdleWarning({
  leftMs,
  texts,
  onStay,
}: {
  readonly leftMs: number;
  readonly texts: number;
  readonly onStay: () => void;
}) {
  const { say } = useSpeech();
  const lost = texts === 0 ? say(FRAME.soonNothing) : say(FRAME.soonTexts, { n: texts });
  return (
    <div class="idle-warning">
      <Icon name="clock" />
      <p>
        <strong aria-hidden="true">{say(FRAME.soonTitle, { time: clockText(leftMs) })}</strong> {lost}
      </p>
      <p class="visually-hidden" role="alert">
        {say(FRAME.soonTitle, { time: say(FRAME.minutes, { n: 2 }) })}
      </p>
      <button type="button" class="button" onClick={onStay}>
        {say(FRAME.stayOpen)}
      </button>
    </div>
  );
}
