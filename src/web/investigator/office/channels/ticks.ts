/** What is wished of channels on the screen: what roots sign, and beside it what the office sets by itself. */
import type { ChannelFacts, ChannelWish, NewChannelWish } from "../../../../client/office/wishes/channels.ts";
import { ID_BYTES } from "../../../../crypto/id-size.ts";
import { CHANNEL_IDENTITY_SLOTS, CHANNEL_SLOTS } from "../../../../protocol/limits.ts";
import { makeId } from "../../parts/random-id.ts";
import type { RosterView } from "../../vault/messages/office.ts";
import type { ChannelSetting } from "./settings.ts";

export type ShownChannel = RosterView["channels"][number];

export type ChannelTicks = {
  /** By channel, where it was touched */
  readonly facts: Readonly<Record<string, ChannelFacts>>;
  readonly added: readonly ShownChannel[];
  /** Closed ones that are to be opened with the new directory */
  readonly opened: readonly string[];
  /** By channel, where it was touched */
  readonly settings: Readonly<Record<string, ChannelSetting>>;
};

export const NO_CHANNEL_TICKS: ChannelTicks = { facts: {}, added: [], opened: [], settings: {} };

export function factsOf({ facts }: ChannelTicks, channel: ShownChannel): ChannelFacts {
  return facts[channel.id] ?? channel;
}

/** Nobody stands in it yet, and it is called nothing; the rest as in the channel that it stands beside. */
export function makeChannel({ deadlines, recovery }: Pick<ShownChannel, "deadlines" | "recovery">): ShownChannel {
  return {
    id: makeId(ID_BYTES),
    names: {},
    recipients: [],
    custodians: [],
    excludable: [],
    isClosed: false,
    deadlines,
    recovery,
    slots: CHANNEL_SLOTS,
    identitySlots: CHANNEL_IDENTITY_SLOTS,
  };
}

/** What was changed and changed back is no wish. */
export function channelWishesOf(
  { channels }: Pick<RosterView, "channels">,
  ticks: ChannelTicks,
): (ChannelWish | NewChannelWish)[] {
  return [
    ...ticks.added.map((one): NewChannelWish => ({
      what: "new-channel",
      channel: one.id,
      ...plain(factsOf(ticks, one)),
    })),
    ...channels.flatMap((one): ChannelWish[] => {
      const facts = plain(factsOf(ticks, one));
      const isUntouched = JSON.stringify(facts) === JSON.stringify(plain(one));
      return isUntouched ? [] : [{ what: "channel", channel: one.id, ...facts }];
    }),
  ];
}

function plain({ names, deadlines, recovery }: ChannelFacts): ChannelFacts {
  const trimmed = Object.entries(names).map(([language, name]) => [language, name.trim()] as const);
  return { names: Object.fromEntries(trimmed.filter(([, name]) => name !== "")), deadlines, recovery };
}
