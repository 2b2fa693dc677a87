import type { Recipient } from "../../../client/referral/age.ts";
import { recipientHash } from "../../../client/referral/recipient-hash.ts";
import { hex } from "../../../crypto/bytes.ts";
import { hexGroups } from "../../shared/fingerprint.ts";
import { useSpeech } from "../../screen/speech.ts";
import { WordRows } from "../sheets.tsx";
import { KEY } from "./words.ts";

/** What is read out when the office calls. */
export function KeyWords({ recipient }: { readonly recipient: Recipient }) {
  const { say } = useSpeech();
  const hash = recipientHash(recipient.text);
  return (
    <section class="stack">
      <h2>{say(KEY.words)}</h2>
      <p>{say(KEY.wordsText)}</p>
      <WordRows hash={hash} />
      <p class="hex">{hexGroups(hex(hash))}</p>
    </section>
  );
}
