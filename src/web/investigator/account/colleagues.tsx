/** For leads and administrators: who has which second factors, and asking for a reset of one that was lost. */
import { useEffect, useState } from "preact/hooks";
import { FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import type { MemberRow } from "../vault/messages/account.ts";
import type { Ask } from "../vault/vault-client.ts";
import { useWork } from "../parts/use-work.ts";
import { COLLEAGUES } from "./words.ts";

export function Colleagues({ ask, isAdministrator }: { readonly ask: Ask; readonly isAdministrator: boolean }) {
  const { say, day, name } = useSpeech();
  const [members, setMembers] = useState<readonly MemberRow[]>([]);
  const { failure, run } = useWork();
  const load = async (): Promise<void> => setMembers((await ask("readMembers", {})).members);
  useEffect(() => run(load), []);
  return (
    <section>
      <h3>{say(COLLEAGUES.title)}</h3>
      <p>{say(COLLEAGUES.lead)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <ul class="account-rows">
        {members.map((member) => (
          <li key={member.memberId}>
            <span>
              <bdi>{name(member.names)}</bdi>{" "}
              <span class="muted">
                {member.codes + member.passkeys === 0
                  ? say(COLLEAGUES.none)
                  : say(COLLEAGUES.counted, { codes: member.codes, passkeys: member.passkeys })}
                {isAdministrator &&
                  ` · ${say(COLLEAGUES.signedIn)}: ${member.signedInOn === null ? say(COLLEAGUES.never) : day(member.signedInOn)}`}
              </span>
            </span>
            {member.reset !== null && member.reset.goesOn !== null ? (
              <strong>{say(COLLEAGUES.goesOn, { day: day(member.reset.goesOn) })}</strong>
            ) : member.isAsked ? (
              <span class="muted">{say(COLLEAGUES.asked)}</span>
            ) : (
              member.codes + member.passkeys > 0 && <AskReset ask={ask} member={member} run={run} load={load} />
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

type AskResetProps = {
  readonly ask: Ask;
  readonly member: MemberRow;
  readonly run: (work: () => Promise<void>) => void;
  readonly load: () => Promise<void>;
};

function AskReset({ ask, member, run, load }: AskResetProps) {
  const { say, name, today } = useSpeech();
  const [isSure, setSure] = useState(false);
  if (!isSure)
    return (
      <button
        type="button"
        class="button"
        aria-label={say(COLLEAGUES.askFor, { name: name(member.names) })}
        onClick={() => setSure(true)}
      >
        {say(COLLEAGUES.ask)}
      </button>
    );
  return (
    <span class="actions">
      <button
        type="button"
        class="button destructive"
        onClick={() =>
          run(async () => {
            await ask("askFactorReset", { memberId: member.memberId, day: today() });
            await load();
          })
        }
      >
        {say(COLLEAGUES.sure)}
      </button>
      <button type="button" class="button" onClick={() => setSure(false)}>
        {say(COLLEAGUES.back)}
      </button>
    </span>
  );
}
