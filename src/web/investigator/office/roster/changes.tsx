/** What a directory changes, in the very sentences that root holders read on the key page. */
import { KEY_USES, sentenceOf } from "../../../../words/changes.ts";
import { keyWordRows } from "../../../shared/fingerprint.ts";
import { useSpeech } from "../../parts/speech.ts";
import type { ToldChange } from "../../vault/office-messages.ts";
import { REQUEST } from "./words.ts";

export type ChangesProps = { readonly changes: readonly ToldChange[] };

export function Changes({ changes }: ChangesProps) {
  const speech = useSpeech();
  const { say } = speech;
  return (
    <ol class="directory-changes">
      {changes.map((change, at) => (
        <li key={at}>
          <bdi>{sentenceOf(change, speech)}</bdi>
          {change.keys.map(({ use, words }) => (
            <div key={use}>
              <p class="muted">{say(REQUEST.keyLead, { use: say(KEY_USES[use]) })}</p>
              <TwelveWords words={words} />
            </div>
          ))}
        </li>
      ))}
    </ol>
  );
}

/** In lettered rows, for reading aloud. */
export function TwelveWords({ words }: { readonly words: readonly string[] }) {
  return (
    <dl class="twelve-words" translate={false}>
      {keyWordRows(words).map(({ letter, groups }) => (
        <div key={letter}>
          <dt>{letter}</dt>
          <dd>{groups.join(" ")}</dd>
        </div>
      ))}
    </dl>
  );
}
