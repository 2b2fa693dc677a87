import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../parts/speech.ts";
import { FRAME } from "../parts/words.ts";
import type { CaseList } from "./use-cases.ts";
import { LIST } from "./words.ts";

/** Why the list could not be asked for, and reports that were altered. */
export function ListNotices({ list: { found, failure, lookAgain } }: { readonly list: CaseList }) {
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
      {found !== undefined && found.altered > 0 && (
        <Banner tone="danger" title={say(LIST.alteredHeads, { n: found.altered })} urgent>
          <p>{say(LIST.alteredHeadsAdvice)}</p>
        </Banner>
      )}
    </>
  );
}
