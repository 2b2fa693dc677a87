/** Keys that become valid, as the twelve words that root holders will read. */
import { KEY_USES } from "../../../words/changes.ts";
import { TwelveWords } from "../../screen/twelve-words.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { ToldKey } from "../vault/messages/account.ts";
import { OWN_KEYS } from "./words.ts";

/** To be read aloud to whoever makes the request: what root holders will read. */
export function NewKeys({ keys }: { readonly keys: readonly ToldKey[] }) {
  const { say } = useSpeech();
  return (
    <>
      {keys.map(({ use, words }) => (
        <div key={use}>
          <p class="muted">{say(OWN_KEYS.readAloud, { use: say(KEY_USES[use]) })}</p>
          <TwelveWords words={words} />
        </div>
      ))}
    </>
  );
}
