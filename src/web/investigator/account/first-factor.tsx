/** Before anything else, where every member must have a second factor and this one has none. */
import { useState } from "preact/hooks";
import { useSpeech } from "../../screen/speech.ts";
import type { Ask } from "../vault/vault-client.ts";
import { Factors } from "./factors.tsx";
import { ACCOUNT } from "./words.ts";

export type FirstFactorProps = { readonly ask: Ask; readonly onDone: () => void };

export function FirstFactor({ ask, onDone }: FirstFactorProps) {
  const { say } = useSpeech();
  const [isThere, setThere] = useState(false);
  return (
    <>
      <h1>{say(ACCOUNT.firstTitle)}</h1>
      <p>{say(ACCOUNT.firstLead)}</p>
      <Factors ask={ask} heading="h2" onCounted={(factors) => setThere(factors > 0)} />
      {isThere && (
        <p class="actions">
          <button type="button" class="button primary" onClick={onDone}>
            {say(ACCOUNT.goOn)}
          </button>
        </p>
      )}
    </>
  );
}
