/** What the holders of the roots sign of a channel: names, people, the recovery key, and which deadlines it promises. */
import { mayGuard, mayRead } from "../../../../protocol/rules/casework.ts";
import { LANGUAGES, LANGUAGE_CODES } from "../../../../words/languages.ts";
import { useOffice } from "../../parts/office.ts";
import { useSpeech } from "../../../screen/speech.ts";
import type { ChannelFacts } from "../../../../client/office/wishes/channels.ts";
import type { ChannelsProps, People } from "./props.ts";
import { type ShownChannel, factsOf } from "./ticks.ts";
import { toggled } from "../../parts/toggled.ts";
import { CHANNELS } from "./words.ts";

/** As long as the directory takes (docs/protocol.md, "The directory"). */
const MOST_NAME_CHARACTERS = 200;

type RootsFormProps = ChannelsProps & { readonly channel: ShownChannel; readonly isNew: boolean };

export function RootsForm({ view, channel, isNew, joiners, ticks, onTicks, peopleOf, onPeople }: RootsFormProps) {
  const { say, name } = useSpeech();
  const { profiles } = useOffice();
  const facts = factsOf(ticks, channel);
  const set = (changed: Partial<ChannelFacts>) =>
    onTicks({ ...ticks, facts: { ...ticks.facts, [channel.id]: { ...facts, ...changed } } });
  const people = peopleOf(channel);
  const there = [...view.members.filter(({ isRemoved }) => !isRemoved), ...joiners];
  const custodians = there.filter(({ roles }) => mayGuard(roles));
  const readers = there.filter(({ roles }) => mayRead(roles));
  const inChannel = there.filter(({ id }) => people.recipients.includes(id) || people.custodians.includes(id));
  const rows = [
    ["recipients", CHANNELS.readers, readers],
    ["custodians", CHANNELS.custodians, custodians],
    ["excludable", CHANNELS.excludable, inChannel],
  ] as const;
  const toggle = (who: keyof People, id: string) => {
    const changed = { ...people, [who]: toggled(people[who], id) };
    // A reporter may leave out whoever reads or guards, unless the office says otherwise: so a new channel begins.
    const excludable =
      isNew && who !== "excludable" ? [...changed.recipients, ...changed.custodians] : changed.excludable;
    onPeople(channel.id, { ...changed, excludable });
  };
  return (
    <section class="channel-part" aria-label={say(CHANNELS.byRoots)}>
      <h4>{say(CHANNELS.byRoots)}</h4>
      <p class="muted">{say(CHANNELS.byRootsText)}</p>
      {LANGUAGE_CODES.map((language) => (
        <p class="field" key={language}>
          <label for={`name-${channel.id}-${language}`}>
            {say(CHANNELS.nameIn, { language: LANGUAGES[language].name })}
          </label>
          <input
            id={`name-${channel.id}-${language}`}
            lang={language}
            maxLength={MOST_NAME_CHARACTERS}
            value={facts.names[language] ?? ""}
            onInput={({ currentTarget }) => set({ names: { ...facts.names, [language]: currentTarget.value } })}
          />
        </p>
      ))}
      {rows.map(([who, legend, choices]) => (
        <fieldset key={who}>
          <legend>{say(legend)}</legend>
          {choices.map(({ id, names }) => (
            <label key={id} class="tick">
              <input type="checkbox" checked={people[who].includes(id)} onChange={() => toggle(who, id)} />
              <bdi>{name(names)}</bdi>
            </label>
          ))}
          {choices.length === 0 && <p class="muted">{say(CHANNELS.nobody)}</p>}
        </fieldset>
      ))}
      <p class="field">
        <label for={`deadlines-${channel.id}`}>{say(CHANNELS.deadlines)}</label>
        <select
          id={`deadlines-${channel.id}`}
          value={facts.deadlines}
          onChange={({ currentTarget }) => set({ deadlines: currentTarget.value })}
        >
          {/* A profile that this build does not know stays what it is. */}
          {[...new Set([...Object.keys(profiles), facts.deadlines])].map((profile) => (
            <option key={profile} value={profile}>
              {name(profiles[profile]?.names ?? { id: profile })}
            </option>
          ))}
        </select>
      </p>
      <label class="tick">
        <input
          type="checkbox"
          checked={facts.recovery}
          disabled={!view.hasRecoveryKey}
          onChange={({ currentTarget }) => set({ recovery: currentTarget.checked })}
        />
        <span>{say(view.hasRecoveryKey ? CHANNELS.recoveryTick : CHANNELS.noRecoveryKey)}</span>
      </label>
      {isNew && <p class="muted">{say(CHANNELS.newNeeds)}</p>}
    </section>
  );
}
