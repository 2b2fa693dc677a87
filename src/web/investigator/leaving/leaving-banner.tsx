/** Above the list: somebody who has left still has keys of open cases. */
import { Banner } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { Holding } from "./use-leavers.ts";
import { LEFT } from "./words.ts";

export function LeavingBanner({
  holding,
  onOpen,
}: {
  readonly holding: readonly Holding[];
  readonly onOpen: (leaver: string) => void;
}) {
  const { say, name } = useSpeech();
  return (
    <>
      {holding
        .filter(({ cases }) => cases > 0)
        .map(({ leaver, cases }) => (
          <Banner key={leaver.id} tone="warn" title={say(LEFT.holds, { name: name(leaver.names), n: cases })}>
            <p>{say(LEFT.holdsText)}</p>
            <button type="button" class="button" onClick={() => onOpen(leaver.id)}>
              {say(LEFT.takeOut)}
            </button>
          </Banner>
        ))}
    </>
  );
}
