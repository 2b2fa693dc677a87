/** A server that says nothing: told on every screen, with how long it is waited and a way not to. */
import { useEffect, useState } from "preact/hooks";
import type { VaultLine } from "../vault/vault-client.ts";
import type { LineSilence } from "../vault/messages/vault.ts";
import { Icon } from "./icons.tsx";
import { pageLine } from "./page-line.ts";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "./words.ts";

export function Silence({ line: ofVault }: { readonly line: VaultLine | undefined }) {
  const { say } = useSpeech();
  const [vaultSilence, ownSilence] = [useSilence(ofVault), useSilence(pageLine)];
  const [now, setNow] = useState(0);
  const silence = vaultSilence ?? ownSilence;
  const line = vaultSilence === undefined ? pageLine : ofVault;
  useEffect(() => {
    if (silence === undefined) return undefined;
    const count = () => setNow(Date.now());
    count();
    const timer = setInterval(count, 1_000);
    return () => clearInterval(timer);
  }, [silence]);
  if (silence === undefined) return <div role="status" />;
  const seconds = (ms: number) => Math.max(0, Math.round(ms / 1_000));
  const counted = { n: seconds(now - silence.since), most: seconds(silence.until - now) };
  return (
    <div class="idle-warning">
      <Icon name="warning" />
      <p>
        <strong role="status">{say(FRAME.silentTitle)}</strong>{" "}
        <span aria-hidden="true">{say(FRAME.silentText, counted)}</span>
      </p>
      <button type="button" class="button" onClick={() => line?.giveUp()}>
        {say(FRAME.silentNow)}
      </button>
    </div>
  );
}

function useSilence(line: VaultLine | undefined): LineSilence | undefined {
  const [silence, setSilence] = useState<LineSilence | undefined>(undefined);
  useEffect(() => line?.onSilence(setSilence), [line]);
  return silence;
}
