import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { FRAME } from "../parts/words.ts";
import type { CaseList } from "./use-cases.ts";
import { LIST } from "./words.ts";

/** Why the list could not be asked for, what is altered or missing, and how much opened for nobody. */
export function ListNotices({ list: { found, failure, discards, lookAgain } }: { readonly list: CaseList }) {
  const { say } = useSpeech();
  return (
    <>
      {failure !== undefined && (
        <FailureNotice failure={failure}>
          <button type="button" class="button" onClick={lookAgain}>
            {say(FRAME.tryAgain)}
          </button>
        </FailureNotice>
      )}
      {discards !== undefined && discards.missing > 0 && (
        <Banner tone="danger" title={say(LIST.missingCases, { n: discards.missing })} urgent>
          <p>{say(LIST.missingCasesAdvice)}</p>
        </Banner>
      )}
      {discards !== undefined && discards.altered > 0 && (
        <Banner tone="danger" title={say(LIST.alteredDiscards, { n: discards.altered })} urgent>
          <p>{say(LIST.alteredDiscardsAdvice)}</p>
        </Banner>
      )}
      {found?.forNobody !== undefined && (
        <Banner tone="plain" title={say(LIST.forNobody, { n: found.forNobody })}>
          <p>{say(LIST.forNobodyText)}</p>
        </Banner>
      )}
      {found !== undefined && found.altered > 0 && (
        <Banner tone="danger" title={say(LIST.alteredHeads, { n: found.altered })} urgent>
          <p>{say(LIST.alteredHeadsAdvice)}</p>
        </Banner>
      )}
    </>
  );
}
