/** That something has come into the case that is open, in a line that moves nothing else. */
import { Icon } from "../parts/icons.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { CaseWork } from "../writing/case-work.ts";
import { CASE } from "./words.ts";

/** Where an entry stands that has just come: conversation and notes write it. */
export const NEW_ENTRY = "data-new";

export function CaseNews({ work: { arrived, hasNews, settleNews } }: { readonly work: CaseWork }) {
  const { say } = useSpeech();
  const see = () => {
    settleNews();
    document.querySelector(`[${NEW_ENTRY}]`)?.scrollIntoView({ block: "center" });
  };
  // There from the beginning, so that it is read out when something stands in it.
  return (
    <div class="case-news" role="status">
      {hasNews && (
        <p>
          <Icon name="info" /> <span>{say(CASE.news)}</span>{" "}
          <button type="button" class="link" onClick={see}>
            {say(arrived.size > 0 ? CASE.newsSee : CASE.newsSeen)}
          </button>
        </p>
      )}
    </div>
  );
}
