/** What hangs on the wall: the code that people scan to join, and its link for whoever has no camera. */
import { Qr } from "../../screen/qr.tsx";
import { useCopy } from "../parts/copy.ts";
import { useSpeech } from "../../screen/speech.ts";
import { joiningLink } from "./memory.ts";
import { GATHERING } from "./words.ts";

export type WallProps = { readonly joiningKey: string; readonly office: string };

export function Wall({ joiningKey, office }: WallProps) {
  const { say } = useSpeech();
  const link = joiningLink(joiningKey);
  const { copied, copy } = useCopy(link);
  return (
    <section class="wall">
      <article class="wall-sheet">
        <h3>{say(GATHERING.wallTitle)}</h3>
        <p class="on-paper">
          <strong>
            <bdi>{office}</bdi>
          </strong>
        </p>
        <Qr line={link} label={say(GATHERING.qr)} />
        <p>{say(GATHERING.wallLead)}</p>
        <p class="joining-link" translate={false}>
          {link}
        </p>
        <p class="on-paper">{say(GATHERING.wallTear)}</p>
      </article>
      <div class="actions">
        <button type="button" class="button" onClick={() => print()}>
          {say(GATHERING.print)}
        </button>
        <button type="button" class="button" onClick={copy}>
          {say(GATHERING.copy)}
        </button>
        <span role="status">{copied !== undefined && say(copied ? GATHERING.copied : GATHERING.notCopied)}</span>
      </div>
    </section>
  );
}
