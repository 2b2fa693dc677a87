/** A machine that is online makes no keys: what the browser says of it, and what its user may say instead. */
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { Icon } from "./icon.tsx";
import { Action, Banner, Screen } from "./parts.tsx";
import { useSpeech } from "../screen/speech.ts";
import { NETWORK } from "./words.ts";

export function useOnline(): boolean {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener("online", look);
    addEventListener("offline", look);
    return () => {
      removeEventListener("online", look);
      removeEventListener("offline", look);
    };
  }, []);
  return online;
}

/** How the page may go on although the browser says that it is connected. */
export type Override = "declared" | "practice";

export function NetworkGate({ onOverride }: { readonly onOverride: (how: Override) => void }) {
  const { say } = useSpeech();
  const [declared, setDeclared] = useState(false);
  const [missing, setMissing] = useState(false);
  return (
    <Screen title={say(NETWORK.online)}>
      <div class="online-sign">
        <Icon name="warning" />
        <p>{say(NETWORK.lead)}</p>
      </div>
      <p>{say(NETWORK.best)}</p>
      <section class="stack">
        <p>{say(NETWORK.doubt)}</p>
        <label class="tick">
          <input
            type="checkbox"
            checked={declared}
            aria-invalid={missing && !declared}
            onChange={({ currentTarget }) => setDeclared(currentTarget.checked)}
          />
          {say(NETWORK.declare)}
        </label>
        <div class="actions">
          <Action label={say(NETWORK.goOn)} onClick={() => (declared ? onOverride("declared") : setMissing(true))} />
        </div>
      </section>
      <section class="stack">
        <p>
          {say(NETWORK.practiseHint)} {say(NETWORK.practiceWords)}
        </p>
        <div class="actions">
          <Action label={say(NETWORK.practise)} icon="pencil" onClick={() => onOverride("practice")} />
        </div>
      </section>
    </Screen>
  );
}

/** What is under way stays as it is, unseen, until the network is gone again. */
export function WhileOffline({
  isOffline,
  children,
}: {
  readonly isOffline: boolean;
  readonly children: ComponentChildren;
}) {
  const { say } = useSpeech();
  return (
    <>
      {!isOffline && (
        <Banner tone="danger" title={say(NETWORK.online)} urgent>
          <p>{say(NETWORK.again)}</p>
        </Banner>
      )}
      <div hidden={!isOffline}>{children}</div>
    </>
  );
}
