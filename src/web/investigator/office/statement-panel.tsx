/** That the directory holds: until when it was stated, what waits for a signature, and what a steward can state. */
import { useEffect, useRef, useState } from "preact/hooks";
import { dayInUtc } from "../../../protocol/encoding/day.ts";
import { ROLE_NAMES } from "../../../words/glossary.ts";
import { FieldError } from "../parts/fields/field-error.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { useWork } from "../parts/use-work.ts";
import type { Ask } from "../vault/vault-client.ts";
import type { StatementView } from "../vault/messages/office.ts";
import type { Names, VaultCalls } from "../vault/messages/vault.ts";
import { RosterSlot } from "./roster/roster-slot.tsx";
import { OFFICE } from "./words.ts";

type What = VaultCalls["signStatement"]["ask"];

export type StatementPanelProps = {
  readonly ask: Ask;
  /** A statement was published, perhaps with a new directory */
  readonly onPublished?: () => void;
};

export function StatementPanel({ ask, onPublished }: StatementPanelProps) {
  const { say, day } = useSpeech();
  const [view, setView] = useState<StatementView | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const [done, setDone] = useState<"published" | "signed" | undefined>(undefined);
  const [wasLapsed, setWasLapsed] = useState(false);

  const load = async (): Promise<void> => {
    const read = await ask("readStatement", {});
    setView(read);
    setWasLapsed((was) => was || read.isLapsed);
  };
  useEffect(() => run(load), []);
  // Whoever opens no cases has this before them all day, and a colleague may propose something meanwhile.
  const look = useRef(load);
  look.current = load;
  useEffect(() => {
    const again = () => run(() => look.current());
    addEventListener("focus", again);
    return () => removeEventListener("focus", again);
  }, []);
  const sign = (what: What): void =>
    run(async () => {
      const { isPublished } = await ask("signStatement", what);
      setDone(isPublished ? "published" : "signed");
      if (isPublished) onPublished?.();
      await load();
    });

  if (view === undefined) return failure === undefined ? null : <FailureNotice failure={failure} />;
  const { version, statedUntil, directoryExpires, proposals, me } = view;
  const dayOf = (ms: number) => day(dayInUtc(ms));
  const days = { version, stated: dayOf(statedUntil ?? directoryExpires), expires: dayOf(directoryExpires) };
  const isWaiting = proposals.some(({ takes, publishes, signers }) => {
    const takesNothing = takes.suspended.length + takes.closed.length === 0 && publishes === undefined;
    return takesNothing || signers.includes(me);
  });
  return (
    <section class="statement" aria-label={say(OFFICE.title)}>
      <p>{say(OFFICE.lead)}</p>
      <p class={view.isLapsed ? "lapsed" : undefined}>{say(view.isLapsed ? OFFICE.lapsed : OFFICE.holds, days)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      <p role="status">
        {done === "published" && say(OFFICE.confirmed, { day: dayOf(statedUntil ?? 0) })}
        {done === "published" && wasLapsed && ` ${say(OFFICE.signIn)}`}
        {done === "signed" && say(OFFICE.signed)}
      </p>
      {view.invalid > 0 && (
        <Banner tone="warn" title={say(OFFICE.invalid, { n: view.invalid })}>
          <p>{say(OFFICE.invalidText)}</p>
        </Banner>
      )}
      {proposals.length > 0 && <Proposals view={view} busy={busy} onSign={(proposal) => sign({ proposal })} />}
      {!isWaiting && (view.isDue || view.isLapsed) && (
        <button
          type="button"
          class="button primary"
          disabled={busy}
          onClick={() => sign({ suspended: [], closed: [] })}
        >
          {say(OFFICE.confirm)}
        </button>
      )}
      {!view.isLapsed && <Taking view={view} busy={busy} onPropose={sign} />}
    </section>
  );
}

function useNames({ members, channels }: StatementView): (ids: readonly string[]) => string {
  const { name } = useSpeech();
  const all = new Map<string, Names>([...members, ...channels].map(({ id, names }) => [id, names]));
  return (ids) => ids.map((id) => name(all.get(id) ?? {})).join(", ");
}

/** What others have signed, in words, to be signed too. */
function Proposals({
  view,
  busy,
  onSign,
}: {
  readonly view: StatementView;
  readonly busy: boolean;
  readonly onSign: (proposal: string) => void;
}) {
  const { say, day } = useSpeech();
  const namesOf = useNames(view);
  return (
    <>
      <h3>{say(OFFICE.proposals)}</h3>
      <ul class="proposals">
        {view.proposals.map(({ name, expires, publishes, changes, takes, returns, signers, missing }) => (
          <li key={name}>
            {publishes !== undefined && <p>{say(OFFICE.nextDirectory, { version: publishes })}</p>}
            {changes !== undefined && <RosterSlot shows="changes" changes={changes} />}
            <p>{say(OFFICE.proposal, { version: publishes ?? view.version, day: day(dayInUtc(expires)) })}</p>
            {takes.suspended.length > 0 && (
              <p>
                <strong>{say(OFFICE.suspends, { names: namesOf(takes.suspended) })}</strong>
              </p>
            )}
            {takes.closed.length > 0 && (
              <p>
                <strong>{say(OFFICE.closes, { names: namesOf(takes.closed) })}</strong>
              </p>
            )}
            {returns.suspended.length > 0 && (
              <p>
                <strong>{say(OFFICE.letsBack, { names: namesOf(returns.suspended) })}</strong>
              </p>
            )}
            {returns.closed.length > 0 && (
              <p>
                <strong>{say(OFFICE.opensAgain, { names: namesOf(returns.closed) })}</strong>
              </p>
            )}
            <p class="muted">{say(OFFICE.signers, { names: namesOf(signers), n: missing })}</p>
            {signers.includes(view.me) ? (
              <p class="muted">{say(OFFICE.ownSigned)}</p>
            ) : takes.suspended.includes(view.me) ? (
              <p class="muted">{say(OFFICE.oneself)}</p>
            ) : (
              <button type="button" class="button primary" disabled={busy} onClick={() => onSign(name)}>
                {say(OFFICE.signToo)}
              </button>
            )}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Whom to shut out and what to close, folded away: it is rare, and two clicks from harm. */
function Taking({
  view,
  busy,
  onPropose,
}: {
  readonly view: StatementView;
  readonly busy: boolean;
  readonly onPropose: (taken: { suspended: string[]; closed: string[] }) => void;
}) {
  const { say, name } = useSpeech();
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [isTried, setTried] = useState(false);
  const { members, channels, needed, me } = view;
  const left = members.filter(({ id, isSteward }) => isSteward && !chosen.includes(id)).length;
  const of = (all: readonly { readonly id: string }[]) => all.flatMap(({ id }) => (chosen.includes(id) ? [id] : []));
  const fault = chosen.length === 0;
  const tick = (id: string, on: boolean) =>
    setChosen((before) => [...before.filter((one) => one !== id), ...(on ? [id] : [])]);
  return (
    <details class="taking">
      <summary>{say(OFFICE.take)}</summary>
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (!fault && left >= needed) onPropose({ suspended: of(members), closed: of(channels) });
        }}
      >
        <p>{say(OFFICE.takeText)}</p>
        <fieldset>
          <legend>{say(OFFICE.members)}</legend>
          {members.map(({ id, names, roles, isSuspended }) => (
            <label key={id} class="tick">
              <input
                type="checkbox"
                checked={isSuspended || chosen.includes(id)}
                disabled={isSuspended || id === me}
                onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
              />
              <span>
                <bdi>{name(names)}</bdi>{" "}
                <span class="muted">
                  {roles.map((role) => say(ROLE_NAMES[role])).join(", ")}
                  {isSuspended && ` · ${say(OFFICE.isSuspended)}`}
                </span>
              </span>
            </label>
          ))}
        </fieldset>
        <fieldset>
          <legend>{say(OFFICE.channels)}</legend>
          {channels.map(({ id, names, isClosed }) => (
            <label key={id} class="tick">
              <input
                type="checkbox"
                checked={isClosed || chosen.includes(id)}
                disabled={isClosed}
                onChange={({ currentTarget }) => tick(id, currentTarget.checked)}
              />
              <span>
                <bdi>{name(names)}</bdi> {isClosed && <span class="muted">{say(OFFICE.isClosed)}</span>}
              </span>
            </label>
          ))}
        </fieldset>
        {isTried && fault && <FieldError id="taking-error" text={OFFICE.nothingChosen} />}
        {left < needed && <p class="lapsed">{say(OFFICE.tooFew, { n: left, needed })}</p>}
        <button type="submit" class="button destructive" disabled={busy || left < needed}>
          {say(OFFICE.propose)}
        </button>
      </form>
    </details>
  );
}
