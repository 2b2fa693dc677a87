/** What was ticked, as a request: said before it begins, read before it is saved. */
import { useEffect, useState } from "preact/hooks";
import { CEREMONY_FAILURES } from "../../../../words/changes.ts";
import { Refused, SaveFile } from "../../parts/fields/ceremony-files.tsx";
import { Banner, FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import type { Ask } from "../../vault/vault-client.ts";
import type { RequestView, RosterView } from "../../vault/messages/office.ts";
import type { VaultCalls } from "../../vault/messages/vault.ts";
import { Changes } from "./changes.tsx";
import { TwelveWords } from "../../../screen/twelve-words.tsx";
import { type Ticked, wishesOf } from "./wishes.ts";
import { FAULTS, REQUEST } from "./words.ts";

export function Asking({
  ask,
  view,
  ticked,
}: {
  readonly ask: Ask;
  readonly view: RosterView;
  readonly ticked: Ticked;
}) {
  const { say, name } = useSpeech();
  const [made, setMade] = useState<VaultCalls["askRoots"]["answer"] | undefined>(undefined);
  const { busy, failure, run } = useWork();
  const wishes = wishesOf(view, ticked);
  const chosen = wishes.length + ticked.channels.opened.length;
  // What was made is not what is ticked any more.
  useEffect(() => setMade(undefined), [ticked]);
  const { added, facts } = ticked.channels;
  const channelOf = (id = "") =>
    name(facts[id]?.names ?? [...view.channels, ...added].find((one) => one.id === id)?.names ?? {});
  return (
    <section class="asking" aria-label={say(REQUEST.title)}>
      <h3>{say(REQUEST.title)}</h3>
      <p>{say(REQUEST.ends)}</p>
      <p class="muted">{chosen === 0 ? say(REQUEST.nothing) : say(REQUEST.chosen, { n: chosen })}</p>
      <button
        type="button"
        class="button"
        disabled={busy}
        onClick={() => run(async () => setMade(await ask("askRoots", { wishes })))}
      >
        {say(REQUEST.make)}
      </button>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {made !== undefined && "faults" in made && (
        <Banner tone="warn" title={say(REQUEST.refused)} urgent>
          {made.faults.map(({ code, about }) => (
            <p key={`${code}${about}`}>{say(FAULTS[code], { channel: channelOf(about) })}</p>
          ))}
        </Banner>
      )}
      {made !== undefined && "refused" in made && (
        <Refused title={REQUEST.refused} why={CEREMONY_FAILURES[made.refused]} />
      )}
      {made !== undefined && "file" in made && <MadeRequest request={made} />}
    </section>
  );
}

export type MadeRequestProps = { readonly request: RequestView & { readonly file: Uint8Array } };

/** Read before it is saved for the holders of the roots. */
export function MadeRequest({ request }: MadeRequestProps) {
  const { say } = useSpeech();
  return (
    <>
      <RequestSheet request={request} />
      <SaveFile label={REQUEST.save} file={request.file} name={`permintaan-${request.name}.json`} />
      <p>{say(REQUEST.saved)}</p>
    </>
  );
}

/** As it is read by whoever signs: what changes, and its one line. */
export function RequestSheet({ request: { changes, line, people } }: { readonly request: RequestView }) {
  const { say, name, list } = useSpeech();
  return (
    <>
      <h4>{say(REQUEST.changes)}</h4>
      <Changes changes={changes} />
      <h4>{say(REQUEST.line)}</h4>
      {line === undefined ? (
        <p class="lapsed">{say(REQUEST.lineMissing)}</p>
      ) : (
        <>
          <p class="muted">{say(REQUEST.lineLead)}</p>
          <div class="request-line">
            <TwelveWords words={line} />
          </div>
          <p class="muted">{say(REQUEST.people, { n: people.length, names: list(people.map((one) => name(one))) })}</p>
        </>
      )}
    </>
  );
}
