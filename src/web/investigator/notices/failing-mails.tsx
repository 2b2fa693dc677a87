/** For an administrator: whose mails do not go, and why. No address, and nothing of what they would tell. */
import { useEffect, useState } from "preact/hooks";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../vault/vault-client.ts";
import type { FailingNotices } from "../vault/messages/vault.ts";
import { MAIL_FAILURE_WORDS, NOTICES } from "./words.ts";

export function FailingMails({ ask }: { readonly ask: Ask }) {
  const { say, day, name } = useSpeech();
  const [found, setFound] = useState<FailingNotices | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  useEffect(() => {
    ask("failingNotices", {}).then(setFound, (error: unknown) => setFailure(pageFailureOf(error)));
  }, []);
  return (
    <section class="failing-mails">
      <h2>{say(NOTICES.failingTitle)}</h2>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {found?.isOffered === false && <p>{say(NOTICES.failingOff)}</p>}
      {found?.isOffered === true && found.failing.length === 0 && <p>{say(NOTICES.failingNone)}</p>}
      {found !== undefined && found.failing.length > 0 && (
        <table>
          <thead>
            <tr>
              <th scope="col">{say(NOTICES.failingWho)}</th>
              <th scope="col">{say(NOTICES.failingWhy)}</th>
              <th scope="col">{say(NOTICES.failingSince)}</th>
            </tr>
          </thead>
          <tbody>
            {found.failing.map(({ memberId, names, code, on }) => (
              <tr key={memberId}>
                <td>
                  <bdi>{names === undefined ? memberId : name(names)}</bdi>
                </td>
                <td>{say(MAIL_FAILURE_WORDS[code])}</td>
                <td>{day(on)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
