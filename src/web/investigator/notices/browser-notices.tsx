import { useState } from "preact/hooks";
import { useSpeech } from "../../screen/speech.ts";
import { notificationPermission } from "./announcing.ts";
import { NOTICES } from "./words.ts";

/** The browser is asked on a press alone, and what it was told it keeps itself. */
export function BrowserNotices() {
  const { say } = useSpeech();
  const [permission, setPermission] = useState(notificationPermission());
  const ask = async () => setPermission(await Notification.requestPermission());
  return (
    <section>
      <h3>{say(NOTICES.browser)}</h3>
      <p>{say(NOTICES.browserText)}</p>
      {permission === "default" ? (
        <p>
          <button type="button" class="button" onClick={() => void ask()}>
            {say(NOTICES.browserAsk)}
          </button>
        </p>
      ) : (
        <p role="status" class="muted">
          {say(
            permission === "granted"
              ? NOTICES.browserOn
              : permission === "denied"
                ? NOTICES.browserOff
                : NOTICES.browserNone,
          )}
        </p>
      )}
    </section>
  );
}
