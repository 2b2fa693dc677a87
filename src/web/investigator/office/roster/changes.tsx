/** What a directory changes, in the very sentences that root holders read on the key page. */
import { KEY_USES, sentenceOf } from "../../../../words/changes.ts";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import type { ToldChange } from "../../vault/messages/office.ts";
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
