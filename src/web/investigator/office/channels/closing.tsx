/** Closing a channel, which two stewards can; and opening it again, which takes a new directory. */
import { useState } from "preact/hooks";
import { FailureNotice } from "../../parts/notices.tsx";
import { useSpeech } from "../../../screen/speech.ts";
import { useWork } from "../../parts/use-work.ts";
import type { Ask } from "../../vault/vault-client.ts";
import type { RosterView } from "../../vault/messages/office.ts";
import type { ChannelTicks, ShownChannel } from "./ticks.ts";
import { toggled } from "../../parts/toggled.ts";
import { CHANNELS } from "./words.ts";

type ClosingProps = {
  readonly ask: Ask;
  readonly view: RosterView;
  readonly channel: ShownChannel;
  readonly ticks: ChannelTicks;
  readonly onTicks: (ticks: ChannelTicks) => void;
  readonly onStated: (isPublished: boolean) => void;
};

export function Closing(props: ClosingProps) {
  return props.channel.isClosed ? <Opening {...props} /> : <ByStatement {...props} />;
}

function ByStatement({ ask, view, channel, onStated }: ClosingProps) {
  const { say, name, list } = useSpeech();
  const [isAsked, setAsked] = useState(false);
  const { busy, failure, run } = useWork();
  const others = view.channels.filter(({ id, isClosed }) => id !== channel.id && !isClosed);
  const close = () =>
    run(async () => {
      const { isPublished } = await ask("signStatement", { suspended: [], closed: [channel.id] });
      onStated(isPublished);
    });
  return (
    <section class="channel-part" aria-label={say(CHANNELS.byStatement)}>
      <h4>{say(CHANNELS.byStatement)}</h4>
      <p class="muted">{say(CHANNELS.byStatementText)}</p>
      {failure !== undefined && <FailureNotice failure={failure} />}
      {isAsked ? (
        <>
          <p>
            {others.length === 0
              ? say(CHANNELS.closesLast)
              : say(CHANNELS.reportersUse, { names: list(others.map(({ names }) => name(names))) })}
          </p>
          <p class="actions">
            <button type="button" class="button destructive" disabled={busy} onClick={close}>
              {say(CHANNELS.closeNow, { channel: name(channel.names) })}
            </button>
            <button type="button" class="button quiet" onClick={() => setAsked(false)}>
              {say(CHANNELS.closeNot)}
            </button>
          </p>
        </>
      ) : (
        <p>
          <button type="button" class="button" onClick={() => setAsked(true)}>
            {say(CHANNELS.close)}
          </button>
        </p>
      )}
    </section>
  );
}

function Opening({ channel, ticks, onTicks }: ClosingProps) {
  const { say } = useSpeech();
  const isWished = ticks.opened.includes(channel.id);
  return (
    <section class="channel-part" aria-label={say(CHANNELS.opening)}>
      <h4>{say(CHANNELS.opening)}</h4>
      <p class="muted">{say(CHANNELS.openingText)}</p>
      <label class="tick">
        <input
          type="checkbox"
          checked={isWished}
          onChange={() => onTicks({ ...ticks, opened: toggled(ticks.opened, channel.id) })}
        />
        <span>{say(CHANNELS.open)}</span>
      </label>
      {isWished && (
        <ol>
          {Object.values(CHANNELS.openingSteps).map((step) => (
            <li key={say(step)}>{say(step)}</li>
          ))}
        </ol>
      )}
    </section>
  );
}
