/** What is ticked on the screen, as wishes that the vault makes a request of. */
import { mayGuard, mayRead } from "../../../../protocol/rules/casework.ts";
import type { MemberEntry } from "../../../../client/directory/organisation.ts";
import type { Wish } from "../../../../client/office/wishes.ts";
import type { ChannelPeople } from "../../../../client/office/wishes/channel-people.ts";
import { type ChannelTicks, NO_CHANNEL_TICKS, channelWishesOf } from "../channels/ticks.ts";
import type { RootView, RosterView } from "../../vault/messages/office.ts";

export type People = { readonly [Who in keyof ChannelPeople]: readonly string[] };

type Joiner = { readonly entry: MemberEntry; readonly fingerprint: readonly string[] };

export type Ticked = {
  readonly joiners: readonly Joiner[];
  /** Whose place a joiner takes, by the joiner's id: the same person, whose keys were lost */
  readonly replaced: Readonly<Record<string, string>>;
  /** Signed anew by members who are there */
  readonly entries: readonly MemberEntry[];
  readonly roots: {
    readonly come: readonly RootView[];
    readonly go: readonly string[];
    readonly threshold: number | undefined;
  };
  /** How many are to state that the directory holds; undefined where that stays */
  readonly stewards: number | undefined;
  readonly removed: readonly string[];
  readonly renewed: readonly string[];
  /** By channel, where it was touched */
  readonly people: Readonly<Record<string, People>>;
  readonly channels: ChannelTicks;
};

export const NOTHING_TICKED: Ticked = {
  joiners: [],
  replaced: {},
  entries: [],
  roots: { come: [], go: [], threshold: undefined },
  stewards: undefined,
  removed: [],
  renewed: [],
  people: {},
  channels: NO_CHANNEL_TICKS,
};

/** How many root keys would be left, and how many of them must sign. */
export function rootsOf(
  { roots }: Pick<RosterView, "roots">,
  { roots: { come, go, threshold } }: Pick<Ticked, "roots">,
): { readonly left: number; readonly threshold: number } {
  return { left: roots.keys.length - go.length + come.length, threshold: threshold ?? roots.threshold };
}

/** Whoever takes somebody's place takes it in each channel too, as far as the own roles fit; seen and changed below. */
export function inPlaceOf(view: RosterView, ticked: Ticked, joiner: MemberEntry, former: string | undefined): Ticked {
  const { [joiner.id]: _before, ...others } = ticked.replaced;
  const replaced = former === undefined ? others : { ...others, [joiner.id]: former };
  const fits = { recipients: mayRead(joiner.roles), custodians: mayGuard(joiner.roles), excludable: true };
  const swapped = (ids: readonly string[], who: keyof typeof fits) =>
    former !== undefined && ids.includes(former) && fits[who]
      ? [...ids.filter((id) => id !== joiner.id && id !== former), joiner.id]
      : ids.filter((id) => id !== joiner.id && (former === undefined || id !== former));
  const people = Object.fromEntries(
    view.channels.map((channel) => {
      const now = peopleOf(ticked, channel);
      return [
        channel.id,
        {
          recipients: swapped(now.recipients, "recipients"),
          custodians: swapped(now.custodians, "custodians"),
          excludable: swapped(now.excludable, "excludable"),
        },
      ];
    }),
  );
  return { ...ticked, replaced, people: { ...ticked.people, ...people } };
}

export function peopleOf(ticked: Ticked, channel: RosterView["channels"][number]): People {
  return ticked.people[channel.id] ?? channel;
}

/** What was ticked and taken back is no wish. */
export function wishesOf(view: RosterView, ticked: Ticked): Wish[] {
  const { joiners, replaced, entries, roots, stewards, removed, renewed, people, channels } = ticked;
  const { threshold } = rootsOf(view, ticked);
  const isSame = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((id) => other.includes(id));
  return [
    ...joiners.map(({ entry }): Wish => ({ what: "add", entry, replaces: replaced[entry.id] })),
    ...entries.map((entry): Wish => ({ what: "entry", entry })),
    ...(roots.come.length + roots.go.length > 0 || threshold !== view.roots.threshold
      ? [{ what: "roots", come: roots.come.map(({ key }) => key), go: roots.go, threshold } as const]
      : []),
    ...(stewards === undefined || stewards === view.stewards ? [] : [{ what: "stewards", needed: stewards } as const]),
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
