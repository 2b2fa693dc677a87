/** What a channel is now, of the directory and of the office. */
import type { Office } from "../../../shared/office.ts";
import { FIELD_NAMES } from "../../../../words/glossary.ts";
import { LANGUAGES } from "../../../../words/languages.ts";
import { useOffice } from "../../parts/office.ts";
import { useSpeech } from "../../../screen/speech.ts";
import type { RosterView } from "../../vault/messages/office.ts";
import { settingOf } from "./settings.ts";
import type { ShownChannel } from "./ticks.ts";
import { CHANNELS } from "./words.ts";

type FactsProps = {
  readonly view: RosterView;
  readonly channel: ShownChannel;
  readonly office: Office | undefined;
};

export function Facts({ view, channel, office }: FactsProps) {
  const { say, name, list } = useSpeech();
  const { profiles } = useOffice();
  const { recipients, custodians, excludable, names, deadlines, recovery, slots, identitySlots } = channel;
  const namesOf = (ids: readonly string[]) =>
    ids.length === 0
      ? say(CHANNELS.nobody)
      : list(ids.map((id) => name(view.members.find((one) => one.id === id)?.names ?? {})));
  const { units, languages, leavesOut } = settingOf(office, channel.id);
  const unitNames = units.split("\n").filter((unit) => unit !== "");
  const rows = [
    [
      CHANNELS.names,
      Object.entries(names)
        .map(([language, text]) => `${text} (${language})`)
        .join(" · "),
    ],
    [CHANNELS.units, unitNames.length === 0 ? say(CHANNELS.allUnits) : list(unitNames)],
    [CHANNELS.readers, namesOf(recipients)],
    [CHANNELS.custodians, namesOf(custodians)],
    [CHANNELS.excludable, namesOf(excludable)],
    [CHANNELS.recovery, say(recovery ? CHANNELS.recoveryReads : CHANNELS.recoveryDoesNot)],
    [CHANNELS.places, say(CHANNELS.placesText, { slots, identitySlots })],
    [CHANNELS.deadlines, name(profiles[deadlines]?.names ?? { id: deadlines })],
    [
      CHANNELS.languages,
      languages.length === 0 ? say(CHANNELS.unsaid) : list(languages.map((code) => LANGUAGES[code].name)),
    ],
    [
      CHANNELS.leavesOut,
      leavesOut.length === 0 ? say(CHANNELS.asksAll) : list(leavesOut.map((field) => say(FIELD_NAMES[field]))),
    ],
  ] as const;
  return (
    <dl class="channel-facts">
      {rows.map(([label, value]) => (
        <div key={say(label)}>
          <dt>{say(label)}</dt>
          <dd>
            <bdi>{value}</bdi>
          </dd>
        </div>
      ))}
    </dl>
  );
}
