import { useState } from "preact/hooks";
import { type KeyPair, keyFileOf, makeKeyPair } from "../../../client/referral/age.ts";
import { utf8 } from "../../../crypto/bytes.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Action, ArrivingHeading, Banner, SaveButton, Screen } from "../parts.tsx";
import { KeyWords } from "./key-words.tsx";
import { KEY, MAKE } from "./words.ts";

/** A key pair of the receiver's own: the secret half stays there, the other one goes to the office. */
export function Making() {
  const { say } = useSpeech();
  const [pair, setPair] = useState<KeyPair>();
  const [failed, setFailed] = useState(false);
  const make = () => {
    makeKeyPair().then(setPair, () => setFailed(true));
  };
  return (
    <Screen title={say(MAKE.title)}>
      <p>{say(MAKE.lead)}</p>
      {pair === undefined ? (
        <div class="actions">
          <Action label={say(MAKE.make)} icon="key" primary onClick={make} />
        </div>
      ) : (
        <>
          <ArrivingHeading>{say(MAKE.made)}</ArrivingHeading>
          <Banner tone="warn" title={say(MAKE.secretTitle)}>
            <p>{say(MAKE.secretText)}</p>
          </Banner>
          <div class="actions">
            <SaveButton
              label={say(MAKE.saveSecret)}
              name="kunci-rahasia.txt"
              bytes={() => utf8(keyFileOf(pair))}
              primary
            />
          </div>
          <p>{say(MAKE.publicText)}</p>
          <div class="actions">
            <SaveButton
              label={say(MAKE.savePublic)}
              name="kunci-untuk-pengirim.txt"
              bytes={() => utf8(`${pair.recipient.text}\n`)}
            />
          </div>
          <KeyWords recipient={pair.recipient} />
          <p class="hint">{say(KEY.again)}</p>
        </>
      )}
      {failed && <Banner tone="danger" title={say(MAKE.failed)} urgent />}
    </Screen>
  );
}
