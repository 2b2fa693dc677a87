/**
 * Channels, with all that they are. What can be changed says first in what it ends: a request to the holders of the roots,
 * a statement of two stewards, or a setting of the office that the operator puts into the pages.
 */
import { useEffect, useState } from "preact/hooks";
import { type Office, parseOffice } from "../../../shared/office.ts";
import { loadOfficeFile, readDelivery } from "../../../shared/delivery.ts";
import { useOffice } from "../../parts/office.ts";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import { Facts } from "./facts.tsx";
import { Closing } from "./closing.tsx";
import { RootsForm } from "./roots-form.tsx";
import { SettingForm, SettingsFile } from "./setting-form.tsx";
import type { ChannelsProps } from "./props.ts";
import { type ShownChannel, factsOf, makeChannel } from "./ticks.ts";
import { CHANNELS } from "./words.ts";

export function Channels(props: ChannelsProps) {
  const { view, ticks, onTicks, onPeople } = props;
  const { say } = useSpeech();
  const { profiles } = useOffice();
  const [office, setOffice] = useState<Office | undefined>(undefined);
  const { failure, run } = useWork();
  useEffect(
    () =>
      run(async () => {
        const text = await loadOfficeFile(readDelivery());
        setOffice(text === undefined ? undefined : parseOffice(text));
      }),
    [],
  );
  const add = () => {
    const [deadlines = ""] = Object.keys(profiles);
    const beside = view.channels[0] ?? { deadlines, recovery: view.hasRecoveryKey };
    onTicks({ ...ticks, added: [...ticks.added, makeChannel(beside)] });
  };
  const drop = (id: string) => {
    const { [id]: _facts, ...facts } = ticks.facts;
    const { [id]: _setting, ...settings } = ticks.settings;
    onTicks({ ...ticks, facts, settings, added: ticks.added.filter((one) => one.id !== id) });
    onPeople(id, undefined);
  };
  return (
    <section class="channels" aria-label={say(CHANNELS.title)}>
      <h3>{say(CHANNELS.title)}</h3>
      <p>{say(CHANNELS.lead)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {view.channels.map((channel) => (
        <Channel key={channel.id} {...props} channel={channel} office={office} />
      ))}
      {ticks.added.map((channel) => (
        <Channel key={channel.id} {...props} channel={channel} office={office} onDrop={() => drop(channel.id)} />
      ))}
      <p>
        <button type="button" class="button" onClick={add}>
          {say(CHANNELS.add)}
        </button>
      </p>
      <SettingsFile office={office} ticks={ticks} />
    </section>
  );
}

type ChannelProps = ChannelsProps & {
  readonly channel: ShownChannel;
  readonly office: Office | undefined;
  /** For one that is being added */
  readonly onDrop?: () => void;
};

function Channel({ onDrop, ...props }: ChannelProps) {
  const { view, channel, ticks, onTicks, ask, onStated, office } = props;
  const { say, name } = useSpeech();
  const isNew = onDrop !== undefined;
  const called = name(factsOf(ticks, channel).names);
  return (
    <details class="channel" open={isNew}>
      <summary>
        <bdi>{called === "" ? say(CHANNELS.unnamed) : called}</bdi>
        {isNew && <span class="muted"> · {say(CHANNELS.isNew)}</span>}
        {channel.isClosed && <span class="muted"> · {say(CHANNELS.isClosed)}</span>}
      </summary>
      {!isNew && <Facts view={view} channel={channel} office={office} />}
      <RootsForm {...props} isNew={isNew} />
      {isNew ? (
        <p>
          <button type="button" class="button quiet" onClick={onDrop}>
            {say(CHANNELS.drop)}
          </button>
        </p>
      ) : (
        <Closing ask={ask} view={view} channel={channel} ticks={ticks} onTicks={onTicks} onStated={onStated} />
      )}
      <SettingForm office={office} channel={channel} ticks={ticks} onTicks={onTicks} />
    </details>
  );
}
