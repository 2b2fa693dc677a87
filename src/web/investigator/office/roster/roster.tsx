/** Who is in the directory, what runs out when, and what a lead or administrator wishes to change about it. */
import { useEffect, useState } from "preact/hooks";
import type { Role } from "../../../../protocol/rules/casework.ts";
import { dayInUtc } from "../../../../protocol/encoding/day.ts";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { type Ask, type PageFailure, pageFailureOf } from "../../vault/vault-client.ts";
import type { RosterView, WaitingView } from "../../vault/messages/office.ts";
import { Channels } from "../channels/channels.tsx";
import { Asking } from "./asking.tsx";
import { Person } from "./person.tsx";
import { Roots } from "./roots.tsx";
import { useKeptTicks } from "./use-kept-ticks.ts";
import { Returned } from "./returned.tsx";
import { Joining } from "./joining.tsx";
import { peopleOf, withPeople } from "./wishes.ts";
import { ROSTER } from "./words.ts";

export type RosterProps = {
  readonly ask: Ask;
  /** A new directory is proposed or published: what stands beside it is not the newest any more. */
  readonly onProposed: (isPublished: boolean) => void;
};

export function Roster({ ask, onProposed }: RosterProps) {
  const { say, day } = useSpeech();
  const [view, setView] = useState<RosterView | undefined>(undefined);
  const [failure, setFailure] = useState<PageFailure | undefined>(undefined);
  const [waiting, setWaiting] = useState<readonly WaitingView[]>([]);
  const [ticked, setTicked] = useKeptTicks(ask, view?.version);
  const load = async (): Promise<void> => {
    try {
      const read = await ask("readRoster", {});
      setView(read);
      if (read.asksRoots) setWaiting((await ask("readWaiting", {})).waiting);
    } catch (error) {
      setFailure(pageFailureOf(error));
    }
  };
  useEffect(() => void load(), []);
  const wish = async (memberId: string, roles: readonly Role[] | null): Promise<void> => {
    try {
      await ask("wishRoles", { memberId, roles });
      await load();
    } catch (error) {
      setFailure(pageFailureOf(error));
    }
  };
  if (failure !== undefined) return <FailureNotice failure={failure} />;
  if (view === undefined) return null;
  const there = view.members.filter(({ isRemoved }) => !isRemoved);
  const gone = view.members.filter(({ isRemoved }) => isRemoved);
  return (
    <div class="roster">
      <h3>{say(ROSTER.people)}</h3>
      {view.asksRoots && <p>{say(ROSTER.ways)}</p>}
      <p>{say(ROSTER.lead, { version: view.version, day: day(dayInUtc(view.directoryExpires)) })}</p>
      <ul class="roster-list">
        {there.map((one) => (
          <Person
            key={one.id}
            view={view}
            one={one}
            waiting={waiting.find(({ memberId }) => memberId === one.id)}
            ticked={ticked}
            onTicked={setTicked}
            onWish={(roles) => void wish(one.id, roles)}
          />
        ))}
      </ul>
      {gone.length > 0 && (
        <details>
          <summary>{say(ROSTER.gone, { n: gone.length })}</summary>
          <ul class="roster-list">
            {gone.map((one) => (
              <Person
                key={one.id}
                view={view}
                one={one}
                waiting={undefined}
                ticked={ticked}
                onTicked={setTicked}
                onWish={() => {}}
              />
            ))}
          </ul>
        </details>
      )}
      {view.asksRoots && (
        <>
          <Joining ask={ask} view={view} ticked={ticked} onTicked={setTicked} />
          <Channels
            ask={ask}
            view={view}
            joiners={ticked.joiners.map(({ entry }) => entry)}
            ticks={ticked.channels}
            onTicks={(channels) => setTicked((now) => ({ ...now, channels }))}
            peopleOf={(channel) => peopleOf(ticked, channel)}
            onPeople={(channel, people) =>
              setTicked((now) => ({ ...now, people: withPeople(now.people, channel, people) }))
            }
            onStated={onProposed}
          />
          <Roots ask={ask} view={view} ticked={ticked} onTicked={setTicked} />
          <Asking ask={ask} view={view} ticked={ticked} />
          <Returned ask={ask} view={view} opened={ticked.channels.opened} onProposed={onProposed} />
        </>
      )}
    </div>
  );
}
