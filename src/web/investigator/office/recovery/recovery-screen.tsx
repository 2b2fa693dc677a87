/** The recovery key: when it was rehearsed last, and what is done with it; each folded away but what is due. */
import { useEffect, useState } from "preact/hooks";
import { Banner, FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import type { RecoveryView } from "../../vault/messages/recovery.ts";
import type { Ask } from "../../vault/vault-client.ts";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import { Recovering } from "./recovering.tsx";
import { Rehearsal } from "./rehearsal.tsx";
import { Replacing } from "./replacing.tsx";
import { RECOVERY } from "./words.ts";

export type RecoveryScreenProps = { readonly ask: Ask };

export function RecoveryScreen({ ask }: RecoveryScreenProps) {
  const { say, name, day, today } = useSpeech();
  const [view, setView] = useState<RecoveryView | undefined>(undefined);
  const { failure, run } = useWork();
  const load = () => run(async () => setView(await ask("readRecovery", { today: today() })));
  useEffect(load, []);
  if (view === undefined) return failure === undefined ? null : <FailureNotice failure={failure} />;
  const { key, openedOn, rehearsedOn, due, records } = view;
  if (key === undefined)
    return (
      <section class="asking recovery" aria-label={say(RECOVERY.title)}>
        <h3>{say(RECOVERY.title)}</h3>
        <Banner tone="warn" title={say(RECOVERY.none)}>
          <p>{say(RECOVERY.noneText)}</p>
        </Banner>
        {view.asksRoots && <Replacing ask={ask} isFirst />}
      </section>
    );
  const last = rehearsedOn !== undefined && say(RECOVERY.last, { day: day(rehearsedOn) });
  const asked = rehearsedOn === undefined ? RECOVERY.never : due === "soon" ? RECOVERY.soon : RECOVERY.over;
  return (
    <section class="asking recovery" aria-label={say(RECOVERY.title)}>
      <h3>{say(RECOVERY.title)}</h3>
      <p>{say(RECOVERY.lead, { n: key.threshold, of: key.total })}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {openedOn !== undefined && (
        <Banner tone="danger" title={say(RECOVERY.used, { day: day(openedOn) })}>
          <p>{say(RECOVERY.usedText)}</p>
        </Banner>
      )}
      {due === "not-yet" ? (
        <p>{last}</p>
      ) : (
        <Banner tone="warn" title={say(asked)}>
          <p>
            {last} {say(RECOVERY.proves)}
          </p>
        </Banner>
      )}
      {!key.attests && <p class="lapsed">{say(RECOVERY.older)}</p>}
      <details>
        <summary>{say(RECOVERY.fingerprint)}</summary>
        <p class="muted">{say(RECOVERY.fingerprintLead)}</p>
        <TwelveWords words={key.words} />
      </details>
      {records.length > 0 && (
        <details>
          <summary>{say(RECOVERY.records)}</summary>
          <ul>
            {records.map((record, at) => (
              <li key={at}>{say(RECOVERY[record.use], { day: day(record.day), name: name(record.names) })}</li>
            ))}
          </ul>
        </details>
      )}
      {key.attests && <Rehearsal ask={ask} isDue={due !== "not-yet"} onBrought={load} />}
      {view.mayRecover && key.attests && <Recovering ask={ask} onOver={load} />}
      {view.asksRoots && <Replacing ask={ask} isFirst={false} isDue={openedOn !== undefined} />}
    </section>
  );
}
