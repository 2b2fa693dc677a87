/** What is ticked on the screen, as wishes that the vault makes a request of. */
import type { ChannelPeople, Wish } from "../../../../client/office/requests.ts";
import type { RosterView } from "../../vault/vault-messages.ts";

export type People = { readonly [Who in keyof ChannelPeople]: readonly string[] };

export type Ticked = {
  readonly removed: readonly string[];
  readonly renewed: readonly string[];
  /** By channel, where it was touched */
  readonly people: Readonly<Record<string, People>>;
};

export const NOTHING_TICKED: Ticked = { removed: [], renewed: [], people: {} };

export function toggled(ids: readonly string[], id: string): readonly string[] {
  return ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id];
}

export function peopleOf(ticked: Ticked, channel: RosterView["channels"][number]): People {
  return ticked.people[channel.id] ?? channel;
}

/** What was ticked and taken back is no wish. */
export function wishesOf({ channels }: RosterView, { removed, renewed, people }: Ticked): Wish[] {
  const isSame = (one: readonly string[], other: readonly string[]) =>
    one.length === other.length && one.every((id) => other.includes(id));
  return [
    ...removed.map((member): Wish => ({ what: "remove", member })),
    ...renewed.filter((id) => !removed.includes(id)).map((member): Wish => ({ what: "renew", member })),
    ...channels.flatMap((channel): Wish[] => {
      const { recipients, custodians, excludable } = people[channel.id] ?? channel;
      const isUntouched =
        isSame(recipients, channel.recipients) &&
        isSame(custodians, channel.custodians) &&
        isSame(excludable, channel.excludable);
      return isUntouched ? [] : [{ what: "people", channel: channel.id, recipients, custodians, excludable }];
    }),
  ];
}
