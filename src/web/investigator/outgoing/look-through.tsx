/** A look at what goes out, before it goes: places that nobody filled in keep it here, what should stay inside is asked about. */
import { useState } from "preact/hooks";
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { CaseView } from "../vault/messages/vault.ts";
import { leaksIn } from "./leaks.ts";
import { unfilledIn } from "./templates/places.ts";
import { OUTGOING } from "./words.ts";

export type LookThrough = {
  /** Sends where nothing was found. */
  readonly submit: () => void;
  readonly found: "nothing" | "unfilled" | "leaks";
  readonly sendAnyway: () => void;
  readonly change: () => void;
};

/** @param send as it is now: what was written since it was asked about goes, not what was asked about */
export function useLookThrough(text: string, view: CaseView, send: () => void): LookThrough {
  const [found, setFound] = useState<LookThrough["found"]>("nothing");
  return {
    submit() {
      const now = unfilledIn(text).length > 0 ? "unfilled" : leaksIn(text, view) === undefined ? "nothing" : "leaks";
      setFound(now);
      if (now === "nothing") send();
    },
    found,
    sendAnyway() {
      setFound("nothing");
      send();
    },
    change: () => setFound("nothing"),
  };
}

export type LookNoticeProps = { readonly look: LookThrough; readonly text: string; readonly view: CaseView };

/** What is shown follows the text: what was taken out of it is not told any more. */
export function LookNotice({ look, text, view }: LookNoticeProps) {
  const { say, list } = useSpeech();
  const places = unfilledIn(text);
  const leaks = leaksIn(text, view);
  if (look.found === "unfilled" && places.length > 0)
    return (
      <Banner tone="warn" title={say(OUTGOING.unfilledTitle)} urgent>
        <p>{say(OUTGOING.unfilled, { places: list(places) })}</p>
      </Banner>
    );
  if (look.found !== "leaks" || leaks === undefined) return null;
  const line = (words: keyof typeof leaks) =>
    leaks[words].length > 0 && (
      <p>
        <bdi>{say(OUTGOING[words], { list: list(leaks[words].map((one) => `“${one}”`)) })}</bdi>
      </p>
    );
  return (
    <Banner tone="warn" title={say(OUTGOING.leakTitle)} urgent>
      {line("words")}
      {line("names")}
      {line("copied")}
      <p>{say(OUTGOING.leakAdvice)}</p>
      <p class="actions">
        <button type="button" class="button" onClick={look.change}>
          {say(OUTGOING.change)}
        </button>
        <button type="button" class="button" onClick={look.sendAnyway}>
          {say(OUTGOING.sendAnyway)}
        </button>
      </p>
    </Banner>
  );
}
