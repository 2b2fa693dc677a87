/** Who reads a channel, who guards its identities, and whom a reporter may keep from reading. */
import type { DirectoryDocument } from "../../../protocol/directory/directory.ts";
import type { ChannelEntry } from "../../directory/organisation.ts";

/** People of a channel as they are wished; ids. */
export type ChannelPeople = Pick<ChannelEntry, "recipients" | "custodians" | "excludable">;

export type PeopleWish = { readonly what: "people"; readonly channel: string } & {
  readonly [Who in keyof ChannelPeople]: readonly string[];
};

export function setPeople(document: DirectoryDocument, wish: PeopleWish): DirectoryDocument {
  const channels = document.channels.map((channel) =>
    channel.id === wish.channel ? withPeople(channel, wish) : channel,
  );
  return { ...document, channels };
}

/** In the order of what was there: another order has no sentence that a root holder could read. */
function withPeople(channel: ChannelEntry, wished: PeopleWish): ChannelEntry {
  const inOrder = (before: readonly string[], now: readonly string[]) => [
    ...before.filter((id) => now.includes(id)),
    ...new Set(now.filter((id) => !before.includes(id))),
  ];
  const recipients = inOrder(channel.recipients, wished.recipients);
  const custodians = inOrder(channel.custodians, wished.custodians);
  const there = new Set([...recipients, ...custodians]);
  return {
    ...channel,
    recipients,
    custodians,
    excludable: inOrder(
      channel.excludable,
      wished.excludable.filter((id) => there.has(id)),
    ),
    // Places are never taken away: fewer would tell from a report's length when somebody left.
    slots: Math.max(channel.slots, recipients.length + (channel.recovery ? 1 : 0)),
    identitySlots: Math.max(channel.identitySlots, custodians.length),
  };
}
