/** A passkey: made, then asked twice anew whether it always gives the same secret; only then it opens the vault. */
import { useState } from "preact/hooks";
import { NoPasskey, askPasskey, makePasskey } from "../entrance/authenticator.ts";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "../parts/words.ts";
import type { Ask } from "../vault/vault-client.ts";
import { addPasskeyHere } from "./passkeys-here.ts";
import { useWork } from "../parts/use-work.ts";
import { FACTORS } from "./words.ts";

export type PasskeyResult = "passkeyOpens" | "passkeyOnly" | "passkeyDiffers";

export type AddPasskeyProps = {
  readonly ask: Ask;
  readonly onAdded: (result: PasskeyResult) => void;
  readonly onCancel: () => void;
};

export function AddPasskey({ ask, onAdded, onCancel }: AddPasskeyProps) {
  const { say } = useSpeech();
  const [isRefused, setRefused] = useState(false);
  const { busy, failure, run } = useWork();

  const add = (): void =>
    run(async () => {
      setRefused(false);
      try {
        onAdded(await addOne(ask, say(FRAME.product)));
      } catch (error) {
        if (!(error instanceof NoPasskey)) throw error;
        setRefused(true);
      }
    });
  return (
    <div class="adding">
      {failure !== undefined && <FailureNotice failure={failure} />}
      {isRefused && (
        <Banner tone="warn" title={say(FACTORS.noPasskey)} urgent>
          <p>{say(FACTORS.noPasskeyText)}</p>
        </Banner>
      )}
      <p>{say(FACTORS.passkeyLead)}</p>
      <p role="status">{busy && say(FACTORS.making)}</p>
      <p class="actions">
        <button type="button" class="button primary" disabled={busy} onClick={add}>
          {say(FACTORS.confirm)}
        </button>
        <button type="button" class="button" disabled={busy} onClick={onCancel}>
          {say(FACTORS.cancel)}
        </button>
      </p>
    </div>
  );
}

async function addOne(ask: Ask, service: string): Promise<PasskeyResult> {
  const prepared = await ask("prepareNewPasskey", {});
  const { nonce, input } = prepared;
  const made = await makePasskey({ ...prepared, service });
  const { credentialId, clientData, attestation, mayOpenVault } = made;
  const secretOnce = async (): Promise<Uint8Array | undefined> => {
    // What it signs here goes nowhere: only its secret is looked at.
    const challenge = crypto.getRandomValues(new Uint8Array(32));
    return (await askPasskey({ challenge, credentialIds: [credentialId], input, mustVerify: true })).output;
  };
  // Whoever breaks off here has a second factor all the same.
  const outputs = mayOpenVault ? await twice(secretOnce) : ([undefined, undefined] as const);
  const { opensVault } = await ask("addPasskey", { nonce, credentialId, clientData, attestation, outputs });
  for (const output of outputs) output?.fill(0);
  if (opensVault) addPasskeyHere(credentialId);
  if (opensVault) return "passkeyOpens";
  return outputs[0] === undefined || outputs[1] === undefined ? "passkeyOnly" : "passkeyDiffers";
}

async function twice(
  secretOnce: () => Promise<Uint8Array | undefined>,
): Promise<readonly [Uint8Array | undefined, Uint8Array | undefined]> {
  try {
    return [await secretOnce(), await secretOnce()];
  } catch (error) {
    if (error instanceof NoPasskey) return [undefined, undefined];
    throw error;
  }
}
