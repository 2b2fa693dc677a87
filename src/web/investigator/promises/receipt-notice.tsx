/** A reporter asks for a receipt: one press signs it. It says the day and the office, and nothing of the case. */
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { CaseView } from "../vault/messages/vault.ts";
import type { OpenedCaseProps } from "../writing/opened-case.ts";
import { useWriting } from "../writing/use-writing.ts";
import { PROMISES } from "./words.ts";

export function ReceiptNotice({ view, work }: Pick<OpenedCaseProps, "view" | "work">) {
  const { say, day } = useSpeech();
  const writing = useWriting(
    () => work.issueReceipt(),
    () => {},
  );
  const asked = receiptWanted(view);
  if (asked === undefined && writing.failure === undefined) return null;
  return (
    <div class="case-alarms">
      {writing.failure !== undefined && <FailureNotice failure={writing.failure} />}
      {asked !== undefined && (
        <Banner tone="plain" title={say(PROMISES.receiptTitle, { day: day(asked) })}>
          <p>{say(PROMISES.receiptText, { day: day(view.row.arrivedOn) })}</p>
          <p class="actions">
            <button type="button" class="button" aria-disabled={writing.busy} onClick={writing.submit}>
              {say(writing.busy ? PROMISES.receiptBusy : PROMISES.receiptIssue)}
            </button>
          </p>
        </Banner>
      )}
    </div>
  );
}

/** The day of a wish that no receipt has come after; only where somebody can read one. */
function receiptWanted({ conversation, burnt, writable }: CaseView): string | undefined {
  if (burnt || !writable.conversation) return undefined;
  const about = conversation.filter(
    ({ effective, message }) => effective && (message?.kind === "receipt-request" || message?.kind === "receipt"),
  );
  const newest = about.at(-1);
  return newest?.message?.kind === "receipt-request" ? newest.storedOn : undefined;
}
