import { useState } from "preact/hooks";
import { loadReceiverPage, readDelivery } from "../../shared/delivery.ts";
import { RECEIVER_PAGE_FILE } from "../../shared/receiver-page-file.ts";
import { saveBytes } from "../../shared/save-blob.ts";
import { useSpeech } from "../../screen/speech.ts";
import { Icon } from "../parts/icons.tsx";
import { FailureNotice } from "../parts/notices.tsx";
import { SENT } from "./words.ts";

/** The page with which a receiver makes a key and opens packages, to be passed on. */
export function ReceiverPage() {
  const { say } = useSpeech();
  const [failed, setFailed] = useState(false);
  const save = () => {
    setFailed(false);
    loadReceiverPage(readDelivery()).then(
      (page) => saveBytes(page, RECEIVER_PAGE_FILE),
      () => setFailed(true),
    );
  };
  return (
    <>
      <p class="hint">{say(SENT.pageText)}</p>
      <p class="actions">
        <button type="button" class="button" onClick={save}>
          <Icon name="download" /> {say(SENT.page)}
        </button>
      </p>
      {failed && <FailureNotice failure={{ kind: "page", code: "not-loaded" }} />}
    </>
  );
}
