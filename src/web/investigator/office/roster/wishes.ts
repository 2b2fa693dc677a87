/** What is ticked on the screen, as wishes that the vault makes a request of. */
import type { MemberEntry } from "../../../../client/directory/organisation.ts";
import type { Wish } from "../../../../client/office/wishes.ts";
import type { ChannelPeople } from "../../../../client/office/wishes/channel-people.ts";
import { type ChannelTicks, NO_CHANNEL_TICKS, channelWishesOf } from "../channels/ticks.ts";
import type { RosterView } from "../../vault/office-messages.ts";

export type People = { readonly [Who in keyof ChannelPeople]: readonly string[] };

export type Joiner = { readonly entry: MemberEntry; readonly fingerprint: readonly string[] };

export type Ticked = {
  readonly joiners: readonly Joiner[];
  readonly removed: readonly string[];
  readonly renewed: readonly string[];
  /** By channel, where it was touched */
  readonly people: Readonly<Record<string, People>>;
  readonly channels: ChannelTicks;
};

export const NOTHING_TICKED: Ticked = { joiners: [], removed: [], renewed: [], people: {}, channels: NO_CHANNEL_TICKS };

export function peopleOf(ticked: Ticked, channel: RosterView["channels"][number]): People {
  return ticked.people[channel.id] ?? channel;
}

/** What was ticked and taken back is no wish. */
export function wishesOf(view: RosterView, { joiners, removed, renewed, people, channels }: Ticked): Wish[] {
  const isSame = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((id) => other.includes(id));
  return [
    ...joiners.map(({ entry }): Wish => ({ what: "add", entry })),
    ...removed.map((member): Wish => ({ what: "remove", member })),
    ...renewed.filter((id) => !removed.includes(id)).map((member): Wish => ({ what: "renew", member })),
    ...channelWishesOf(view, channels),
    ...[...view.channels, ...channels.added].flatMap((channel): Wish[] => {
      const { recipients, custodians, excludable } = people[channel.id] ?? channel;
      const isUntouched =
        isSame(recipients, channel.recipients) &&
        isSame(custodians, channel.custodians) &&
        isSame(excludable, channel.excludable);
      return isUntouched ? [] : [{ what: "people", channel: channel.id, recipients, custodians, excludable }];
    }),
  ];
}

/** Whoever does not come after all stands in no channel. */
export function withoutId(people: Ticked["people"], id: string): Ticked["people"] {
  const left = (ids: readonly string[]) => ids.filter((one) => one !== id);
  return Object.fromEntries(
    Object.entries(people).map(([channel, { recipients, custodians, excludable }]) => [
      channel,
      { recipients: left(recipients), custodians: left(custodians), excludable: left(excludable) },
    ]),
  );
}

/** Undefined where nothing is wished of a channel any more. */
export function withPeople(people: Ticked["people"], channel: string, wished: People | undefined): Ticked["people"] {
  const { [channel]: _before, ...others } = people;
  return wished === undefined ? others : { ...others, [channel]: wished };
}
