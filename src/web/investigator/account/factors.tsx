/** The member's own second factors: which there are, one more, one less, and what colleagues have asked about them. */
import { useEffect, useState } from "preact/hooks";
import { canUsePasskeys } from "../entrance/authenticator.ts";
import { forgetPasskey } from "./passkeys-here.ts";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { OwnFactors } from "../vault/messages/account.ts";
import type { Ask } from "../vault/vault-client.ts";
import { AddCode } from "./add-code.tsx";
import { AddPasskey, type PasskeyResult } from "./add-passkey.tsx";
import { useWork } from "../parts/use-work.ts";
import { FACTORS } from "./words.ts";

type Done = "removed" | "codeAdded" | "resetStopped" | PasskeyResult;

export type FactorsProps = {
  readonly ask: Ask;
  /** The heading above it, one below that of the page or dialog */
  readonly heading: "h2" | "h3";
  readonly onCounted?: (factors: number) => void;
};

export function Factors({ ask, heading: Heading, onCounted }: FactorsProps) {
  const { say, day } = useSpeech();
  const [own, setOwn] = useState<OwnFactors | undefined>(undefined);
  const [adds, setAdds] = useState<"code" | "passkey" | undefined>(undefined);
  const [leaving, setLeaving] = useState<string | undefined>(undefined);
  const [done, setDone] = useState<Done | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const load = async (): Promise<void> => {
    const found = await ask("readFactors", {});
    setOwn(found);
    onCounted?.(found.factors.length);
  };
  useEffect(() => run(load), []);
  const added = (what: Done): void => {
    setAdds(undefined);
    setDone(what);
    run(load);
  };
  const remove = (id: string, credentialId: string | null): void =>
    run(async () => {
      setLeaving(undefined);
      await ask("removeFactor", { id });
      if (credentialId !== null) forgetPasskey(credentialId);
      setDone("removed");
      await load();
    });

  return (
    <section>
      <Heading>{say(FACTORS.title)}</Heading>
      <p>{say(FACTORS.lead)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {own?.reset && (
        <Banner
          tone="warn"
          title={
            own.reset.goesOn === null
              ? say(FACTORS.resetAsked)
              : say(FACTORS.resetTitle, { day: day(own.reset.goesOn) })
          }
        >
          <p>{say(FACTORS.resetText)}</p>
          <button
            type="button"
            class="button"
            disabled={busy}
            onClick={() =>
              run(async () => {
                await ask("stopFactorReset", {});
                setDone("resetStopped");
                await load();
              })
            }
          >
            {say(FACTORS.stopReset)}
          </button>
        </Banner>
      )}
      {own?.factors.length === 0 && <p class="muted">{say(FACTORS.none)}</p>}
      <ul class="account-rows">
        {own?.factors.map(({ id, kind, addedOn, origin, opensVault, credentialId }) => (
          <li key={id}>
            <span>
              {kind === "code" ? say(FACTORS.code) : say(FACTORS.passkey, { place: placeOf(origin) })}{" "}
              <span class="muted">{say(FACTORS.addedOn, { day: day(addedOn) })}</span>
              {opensVault && <span class="muted"> · {say(FACTORS.opensVault)}</span>}
            </span>
            {leaving === id ? (
              <span class="actions">
                <button type="button" class="button destructive" onClick={() => remove(id, credentialId)}>
                  {say(FACTORS.removeSure)}
                </button>
                <button type="button" class="button" onClick={() => setLeaving(undefined)}>
                  {say(FACTORS.removeBack)}
                </button>
              </span>
            ) : (
              <button type="button" class="button" disabled={busy} onClick={() => setLeaving(id)}>
                {say(FACTORS.remove)}
              </button>
            )}
          </li>
        ))}
      </ul>
      <p role="status">{done !== undefined && say(FACTORS[done])}</p>
      {adds === "code" && <AddCode ask={ask} onAdded={() => added("codeAdded")} onCancel={() => setAdds(undefined)} />}
      {adds === "passkey" && <AddPasskey ask={ask} onAdded={added} onCancel={() => setAdds(undefined)} />}
      {adds === undefined && own !== undefined && (
        <p class="actions">
          <button type="button" class="button" onClick={() => setAdds("code")}>
            {say(FACTORS.addCode)}
          </button>
          {canUsePasskeys() ? (
            <button type="button" class="button" onClick={() => setAdds("passkey")}>
              {say(FACTORS.addPasskey)}
            </button>
          ) : (
            <span class="hint">{say(FACTORS.noPasskeys)}</span>
          )}
        </p>
      )}
    </section>
  );
}

/** "segel.example" of an address */
function placeOf(origin: string | null): string {
  return origin !== null && URL.canParse(origin) ? new URL(origin).host : "";
}
