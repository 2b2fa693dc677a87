/** What this device is for just now: for the founder, for somebody who has joined, for somebody who is about to. */
import { useEffect, useState } from "preact/hooks";
import type { KeptJoiner } from "../../../client/office/joining.ts";
import { CEREMONY_FAILURES } from "../../../words/changes.ts";
import type { Language } from "../../../words/languages.ts";
import { speak } from "../../../words/speech.ts";
import { useSpeech } from "../../screen/speech.ts";
import type { FoundingPass, FoundingView } from "../vault/messages/founding.ts";
import { type Ask, VaultError } from "../vault/vault-client.ts";
import { Closing } from "./closing.tsx";
import { Confirming } from "./confirming.tsx";
import { Gathering } from "./gathering.tsx";
import { Joined } from "./joined.tsx";
import { Joining } from "./joining.tsx";
import { Exchanged, Line, LineAlone } from "./line.tsx";
import { type OwnJoining, makeFoundingKey } from "./memory.ts";
import { firstForm, formOf } from "./proposing/proposal-form.ts";
import { Proposing, zoneHere } from "./proposing/proposing.tsx";
import type { Memory } from "./use-memory.ts";
import { PROPOSAL } from "./proposing/words.ts";

export type PanelProps = Memory & {
  readonly ask: Ask;
  readonly pass: FoundingPass;
  readonly view: FoundingView;
  readonly refresh: () => Promise<void>;
  /** On this device, sealed, until somebody signs in. Throws VaultError where it keeps nothing */
  readonly keep: (joiner: KeptJoiner) => void;
  readonly kept: (memberId: string) => KeptJoiner | undefined;
};

export function Panel(props: PanelProps) {
  const { ask, pass, view, memory, remember, refresh, kept } = props;
  const { say } = useSpeech();
  const { joiners, request, confirming } = view;
  const { own } = memory;
  const ownId = joiners.some(({ id }) => id === own?.entry.id) ? own?.entry.id : undefined;
  const { shown } = memory;
  useEffect(() => {
    if (shown !== undefined || request === undefined) return;
    try {
      remember({ shown: request.proposal });
    } catch {
      // A device that keeps nothing cannot join either.
    }
  }, [request?.proposal]);
  if (request === undefined) return <Open {...props} ownId={ownId} />;
  if (shown !== undefined && shown !== request.proposal)
    return (
      <Exchanged title={say(CEREMONY_FAILURES["other-request"])} onAnew={() => remember({ shown: request.proposal })} />
    );
  const agree = {
    hasAgreed: pass.agreed === request.proposal,
    onAgree: () => remember({ agreed: request.proposal }),
  };
  if (confirming === undefined)
    return (
      <Line
        request={request}
        hasJoined={own !== undefined}
        {...agree}
        carrying={
          view.caller === "founder"
            ? {
                onBring: async (files, hands) => {
                  const answer = await ask("bringSigned", { ...pass, files, hands });
                  if (hands) await refresh();
                  return answer;
                },
                onReopen: async () => {
                  await ask("reopenFounding", pass);
                  remember({ agreed: undefined, shown: undefined });
                  await refresh();
                },
              }
            : undefined
        }
      />
    );
  return (
    <Confirming
      confirming={confirming}
      joiners={joiners}
      own={ownId}
      line={agree.hasAgreed ? undefined : <LineAlone request={request} hasJoined={own !== undefined} {...agree} />}
      onConfirm={async (passphrase) => {
        const waiting = kept(ownId ?? "");
        if (waiting === undefined) throw new VaultError({ kind: "page", code: "memory-unreadable" });
        const answer = await ask("confirmFounding", { ...pass, kept: waiting, passphrase });
        await refresh();
        return answer;
      }}
    />
  );
}

/** While the list is open. */
function Open({
  ask,
  pass,
  view: { caller, proposal, joiners },
  memory,
  remember,
  refresh,
  keep,
  ownId,
}: PanelProps & { readonly ownId: string | undefined }) {
  const { name } = useSpeech();
  const [going, setGoing] = useState<"proposing" | "joining" | "closing" | undefined>(undefined);
  /** Who was there when the founder closed the list: whoever comes meanwhile was seen by nobody */
  const [seen, setSeen] = useState<readonly string[]>([]);
  const isFounder = caller === "founder";
  const { own } = memory;
  const change = async (work: () => Promise<unknown>): Promise<void> => {
    await work();
    await refresh();
  };
  const send = (joining: OwnJoining) =>
    change(async () => {
      await ask("joinFounding", { ...pass, entry: joining.entry });
      remember({ own: { ...joining, isSent: true } });
    });
  const propose = (wanted: NonNullable<typeof proposal>) =>
    change(async () => {
      // Kept first: it is the only copy.
      const joiningKey = memory.joiningKey ?? makeFoundingKey();
      remember({ joiningKey });
      await ask("proposeOffice", { ...pass, proposal: wanted, joiningKey });
      remember({ draft: undefined });
      setGoing(undefined);
    });

  if (isFounder && (proposal === undefined || going === "proposing"))
    return (
      <Proposing
        form={memory.draft ?? (proposal === undefined ? newForm() : formOf(proposal))}
        onForm={(draft) => remember({ draft })}
        onPropose={propose}
        onKeep={
          proposal === undefined
            ? undefined
            : () => {
                remember({ draft: undefined });
                setGoing(undefined);
              }
        }
      />
    );
  if (going === "joining" || (!isFounder && own === undefined))
    return (
      <Joining
        ask={ask}
        onBack={isFounder ? () => setGoing(undefined) : undefined}
        onMade={async ({ entry, kept }) => {
          // On the device first: an entry whose keys are nowhere would be nobody's.
          keep(kept);
          const joining = { entry, name: kept.name, isSent: false };
          remember({ own: joining });
          setGoing(undefined);
          // What does not arrive is offered again.
          await send(joining).catch(() => refresh());
        }}
      />
    );
  if (own !== undefined && (!isFounder || ownId === undefined))
    return (
      <Joined
        own={own}
        isListed={ownId !== undefined}
        onSend={() => send(own)}
        onAgain={() => {
          remember({ own: undefined });
          setGoing("joining");
        }}
      />
    );
  if (going === "closing" && proposal !== undefined)
    return (
      <Closing
        ask={ask}
        joiners={joiners.filter(({ id }) => seen.includes(id))}
        channel={name(proposal.channel.names)}
        onClose={async (chosen, files) => {
          const answer = await ask("closeFounding", { ...pass, ...chosen, members: seen, files });
          await refresh();
          return answer;
        }}
        onBack={() => setGoing(undefined)}
      />
    );
  return (
    <Gathering
      joiningKey={memory.joiningKey}
      office={proposal === undefined ? "" : name(proposal.office.names)}
      joiners={joiners}
      own={ownId}
      onNewKey={async () => proposal !== undefined && propose(proposal)}
      onRemove={(memberId) => change(() => ask("dropJoiner", { ...pass, memberId }))}
      onJoin={() => setGoing("joining")}
      onClose={() => {
        setSeen(joiners.map(({ id }) => id));
        setGoing("closing");
      }}
      onChange={() => setGoing("proposing")}
    />
  );
}

function newForm() {
  const channelIn = (language: Language) => speak(language).say(PROPOSAL.firstChannel);
  return firstForm(new Date(), zoneHere(), { id: channelIn("id"), en: channelIn("en") });
}
