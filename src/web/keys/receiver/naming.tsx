import { useState } from "preact/hooks";
import { type Recipient, readKeyFile, readRecipient } from "../../../client/referral/age.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Banner, Screen } from "../parts.tsx";
import { ChooseFile } from "./choose-file.tsx";
import { KeyWords } from "./key-words.tsx";
import { KEY } from "./words.ts";

/** The words of a key that was made before: of its secret file or of the one for senders. */
export function Naming() {
  const { say } = useSpeech();
  const [recipient, setRecipient] = useState<Recipient>();
  const [isWrong, setWrong] = useState(false);
  const read = async (file: File): Promise<void> => {
    const text = await file.slice(0, LARGEST_KEY_FILE).text();
    const found = (await readKeyFile(text))?.recipient ?? readRecipient(text);
    setRecipient(found);
    setWrong(found === undefined);
  };
  return (
    <Screen title={say(KEY.title)}>
      <p>{say(KEY.lead)}</p>
      <ChooseFile label={say(KEY.choose)} onFile={(file) => void read(file)} />
      {isWrong && <Banner tone="danger" title={say(KEY.none)} urgent />}
      {recipient !== undefined && <KeyWords recipient={recipient} />}
    </Screen>
  );
}

/** A key file has two lines. */
export const LARGEST_KEY_FILE = 65_536;
