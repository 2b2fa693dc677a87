/** Outside or inside the vault, and the way from one to the other. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Delivery } from "../shared/delivery.ts";
import { LANGUAGES, type Language, preferredLanguage } from "../../words/languages.ts";
import { Desk } from "./desk.tsx";
import { endSession } from "./entrance/session.ts";
import { SignIn } from "./entrance/sign-in.tsx";
import { speak } from "../../words/speech.ts";
import { SpeechContext } from "./parts/speech.ts";
import type { Leaving } from "./entrance/left-notice.tsx";
import type { Vault } from "./vault/vault-client.ts";
import type { SignedIn } from "./vault/vault-messages.ts";

type Inside = { readonly vault: Vault; readonly member: SignedIn };

export function App({ delivery }: { readonly delivery: Delivery }) {
  const [language, setLanguage] = useState<Language>(() => preferredLanguage(navigator.languages));
  const [inside, setInside] = useState<Inside | undefined>(undefined);
  const [left, setLeft] = useState<Leaving | undefined>(undefined);
  const [name, setName] = useState("");
  const speech = useMemo(() => speak(language, delivery.timeZone), [language]);

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = LANGUAGES[language].direction;
  }, [language]);

  const leave = (leaving: Leaving): void => {
    inside?.vault.close();
    if (inside !== undefined) endSession();
    setLeft(leaving);
    if (leaving.why === "sign-out") setName("");
    setInside(undefined);
  };
  useWipeOnLeavingPage(inside, leave);

  return (
    <SpeechContext.Provider value={speech}>
      {inside === undefined ? (
        <SignIn
          delivery={delivery}
          name={name}
          left={left}
          onLanguage={setLanguage}
          onOpened={(typed, vault, member) => {
            setName(typed);
            setLeft(undefined);
            setInside({ vault, member });
          }}
        />
      ) : (
        <Desk
          vault={inside.vault}
          member={inside.member}
          daysOff={delivery.daysOff}
          onLanguage={setLanguage}
          onLeave={leave}
        />
      )}
    </SpeechContext.Provider>
  );
}

/** A page that the browser puts aside to come back to would come back with everything on it. */
function useWipeOnLeavingPage(inside: Inside | undefined, leave: (leaving: Leaving) => void): void {
  const leaveNow = useRef(leave);
  leaveNow.current = leave;
  useEffect(() => {
    if (inside === undefined) return undefined;
    const wipe = () => leaveNow.current({ why: "lock", textsLost: 0 });
    addEventListener("pagehide", wipe);
    return () => removeEventListener("pagehide", wipe);
  }, [inside]);
}
