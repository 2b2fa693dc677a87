/** While people join: the code on the wall, who is there with which key, and what is done elsewhere meanwhile. */
import { ROLE_NAMES } from "../../../words/glossary.ts";
import { TwelveWords } from "../../screen/twelve-words.tsx";
import { Banner, FailureNotice } from "../parts/notices.tsx";
import { useSpeech } from "../../screen/speech.ts";
import { useWork } from "../parts/use-work.ts";
import type { JoinerView } from "../vault/messages/founding.ts";
import { lacksOf } from "./people.ts";
import { Wall, type WallProps } from "./wall.tsx";
import { GATHERING } from "./words.ts";

export type GatheringProps = Pick<WallProps, "office"> & {
  /** Undefined on a device that did not make it: somebody else has begun */
  readonly joiningKey: string | undefined;
  readonly onNewKey: () => Promise<unknown>;
  readonly joiners: readonly JoinerView[];
  /** Id of whoever has joined on this device */
  readonly own: string | undefined;
  readonly onRemove: (id: string) => Promise<void>;
  readonly onJoin: () => void;
  readonly onClose: () => void;
  readonly onChange: () => void;
};

export function Gathering({
  joiningKey,
  onNewKey,
  office,
  joiners,
  own,
  onRemove,
  onJoin,
  onClose,
  onChange,
}: GatheringProps) {
  const { say } = useSpeech();
  const { busy, failure, run } = useWork();
  const lacks = lacksOf(joiners);
  return (
    <>
      <h2>{say(GATHERING.title)}</h2>
      <p>{say(GATHERING.lead)}</p>
      {joiningKey === undefined ? (
        <Banner tone="plain" title={say(GATHERING.lostKey)}>
          <button type="button" class="button" disabled={busy} onClick={() => run(async () => void (await onNewKey()))}>
            {say(GATHERING.newKey)}
          </button>
        </Banner>
      ) : (
        <Wall joiningKey={joiningKey} office={office} />
      )}
      {own === undefined && (
        <button type="button" class="button go" onClick={onJoin}>
          {say(GATHERING.joinHere)}
        </button>
      )}
      <section class="stack" aria-live="polite">
        <h3>{say(GATHERING.people, { n: joiners.length })}</h3>
        {failure !== undefined && <FailureNotice failure={failure} />}
        {joiners.length === 0 && <p class="muted">{say(GATHERING.nobody)}</p>}
        <Joiners joiners={joiners} own={own} onRemove={busy ? undefined : (id) => run(() => onRemove(id))} />
      </section>
      {lacks.length > 0 ? (
        <Banner tone="plain" title={say(GATHERING.needs)}>
          <ul class="bullets">
            {lacks.map((lack) => (
              <li key={lack}>{say(GATHERING[lack])}</li>
            ))}
          </ul>
          <p>{say(GATHERING.small)}</p>
        </Banner>
      ) : (
        <button type="button" class="button primary" onClick={onClose}>
          {say(GATHERING.close)}
        </button>
      )}
      <section class="offline stack">
        <h3>{say(GATHERING.offlineTitle)}</h3>
        <ol>
          {[GATHERING.offline1, GATHERING.offline2, GATHERING.offline3, GATHERING.offline4].map((text, at) => (
            <li key={at}>{say(text)}</li>
          ))}
        </ol>
      </section>
      <button type="button" class="button quiet" onClick={onChange}>
        {say(GATHERING.change)}
      </button>
    </>
  );
}

function Joiners({
  joiners,
  own,
  onRemove,
}: {
  readonly joiners: readonly JoinerView[];
  readonly own: string | undefined;
  readonly onRemove: ((id: string) => void) | undefined;
}) {
  const { say, name, list } = useSpeech();
  return (
    <ul class="joiners">
      {joiners.map(({ id, names, roles, words }) => (
        <li key={id}>
          <p>
            <strong>
              <bdi>{name(names)}</bdi>
            </strong>{" "}
            <span class="muted">
              {list(roles.map((role) => say(ROLE_NAMES[role])))}
              {id === own && ` · ${say(GATHERING.you)}`}
            </span>
          </p>
          <TwelveWords words={words} />
          <button type="button" class="button quiet" disabled={onRemove === undefined} onClick={() => onRemove?.(id)}>
            {say(GATHERING.remove, { name: name(names) })}
          </button>
        </li>
      ))}
    </ul>
  );
}
