/** Outside or inside the vault, and the way from one to the other. */
import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type { Delivery } from "../shared/delivery.ts";
import { LANGUAGES, type Language, preferredLanguage } from "../../words/languages.ts";
import { JUDGING_RULES } from "../../protocol/rules/suggestions.ts";
import { Desk } from "./desk.tsx";
import { rememberTrail } from "./entrance/device-memory.ts";
import { endSession } from "./entrance/session.ts";
import { SignIn } from "./entrance/sign-in.tsx";
import { FoundingSlot } from "./founding/founding-slot.tsx";
import { speak } from "../../words/speech.ts";
import { useFirstFault } from "./parts/fields/first-fault.ts";
import { OfficeContext } from "./parts/office.ts";
import { SpeechContext } from "../screen/speech.ts";
import type { Leaving, Left } from "./entrance/left-notice.tsx";
import type { Vault } from "./vault/vault-client.ts";
import type { SignedIn } from "./vault/messages/vault.ts";
import { useWarningBeforeUnload } from "./writing/drafts.ts";
import { type KeptWork, type Work, openWork } from "./writing/kept-work.ts";

type Inside = { readonly vault: Vault; readonly member: SignedIn; readonly work: Work };

export function App({ delivery }: { readonly delivery: Delivery }) {
  const [language, setLanguage] = useState<Language>(() => preferredLanguage(navigator.languages));
  const [inside, setInside] = useState<Inside | undefined>(undefined);
  const [left, setLeft] = useState<Left | undefined>(undefined);
  /** By member: several may use one page, and each opens only the own */
  const kept = useRef(new Map<string, KeptWork>());
  const [name, setName] = useState("");
  const speech = useMemo(() => speak(language, delivery.timeZone), [language]);

  const office = useMemo(
    () => ({
      daysOff: delivery.daysOff,
      profiles: delivery.deadlines,
      templates: delivery.templates ?? {},
      judging: delivery.judging ?? JUDGING_RULES,
      law: {},
    }),
    [delivery],
  );

  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = LANGUAGES[language].direction;
  }, [language]);

  const leave = (leaving: Leaving): void => {
    inside?.vault.close();
    if (inside !== undefined) endSession();
    if (leaving.why === "sign-out") {
      setName("");
      if (inside !== undefined) kept.current.delete(inside.member.memberId);
    }
    const ofMember = inside && kept.current.get(inside.member.memberId);
    setLeft({ ...leaving, kept: ofMember?.texts ?? 0 });
    setInside(undefined);
  };
  useWipeOnLeavingPage(inside, leave);
  useFirstFault();
  useWarningBeforeUnload(inside === undefined && [...kept.current.values()].some(({ texts }) => texts > 0));

  return (
    <OfficeContext.Provider value={office}>
      <SpeechContext.Provider value={speech}>
        {delivery.founding === true ? (
          <FoundingSlot delivery={delivery} onLanguage={setLanguage} />
        ) : inside === undefined ? (
          <SignIn
            delivery={delivery}
            name={name}
            left={left}
            onLanguage={setLanguage}
            onOpened={async (typed, vault, member) => {
              const work = await openWork(vault, kept.current.get(member.memberId));
              setName(typed);
              setLeft(undefined);
              setInside({ vault, member, work });
            }}
          />
        ) : (
          <Desk
            vault={inside.vault}
            member={inside.member}
            daysOff={delivery.daysOff}
            profiles={delivery.deadlines}
            labels={delivery.labels}
            onLanguage={setLanguage}
            onLeave={leave}
            work={inside.work}
            onTrail={(seen) => rememberTrail(delivery.roots, seen)}
            onKept={(work) => kept.current.set(inside.member.memberId, work)}
          />
        )}
      </SpeechContext.Provider>
    </OfficeContext.Provider>
  );
}

/** A page that the browser puts aside to come back to would come back with everything on it. */
function useWipeOnLeavingPage(inside: Inside | undefined, leave: (leaving: Leaving) => void): void {
  const leaveNow = useRef(leave);
  leaveNow.current = leave;
  useEffect(() => {
    if (inside === undefined) return undefined;
    const wipe = () => leaveNow.current({ why: "lock", texts: 0 });
    addEventListener("pagehide", wipe);
    return () => removeEventListener("pagehide", wipe);
  }, [inside]);
}
