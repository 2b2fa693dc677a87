/** A channel itself: a new one, and what it is called, what it promises, and whether the recovery key opens its reports. */
import type { DirectoryDocument } from "../../../protocol/directory/directory.ts";
import { CHANNEL_IDENTITY_SLOTS, CHANNEL_SLOTS } from "../../../protocol/limits.ts";
import type { ChannelEntry } from "../../directory/organisation.ts";

export type ChannelFacts = Pick<ChannelEntry, "deadlines" | "recovery"> & {
  readonly names: Readonly<Record<string, string>>;
};

export type ChannelWish = { readonly what: "channel"; readonly channel: string } & ChannelFacts;
/** `channel`: its id, made by whoever wishes. Who reads it is another wish, about its people. */
export type NewChannelWish = { readonly what: "new-channel"; readonly channel: string } & ChannelFacts;

const NOBODY = { recipients: [], custodians: [], excludable: [] };

export function addChannel(document: DirectoryDocument, { channel: id, ...wish }: NewChannelWish): DirectoryDocument {
  const places = { slots: CHANNEL_SLOTS, identitySlots: CHANNEL_IDENTITY_SLOTS };
  const channel = withFacts({ id, ...NOBODY, ...places, recovery: false, deadlines: "", names: {} }, wish);
  return { ...document, channels: [...document.channels, channel] };
}

export function setChannel(document: DirectoryDocument, { channel: id, ...wish }: ChannelWish): DirectoryDocument {
  return { ...document, channels: document.channels.map((one) => (one.id === id ? withFacts(one, wish) : one)) };
}

/** A name in a language that is not wished for stays: another program may have set it. */
function withFacts(channel: ChannelEntry, { names, deadlines, recovery }: ChannelFacts): ChannelEntry {
  return {
    ...channel,
    names: { ...channel.names, ...names },
    deadlines,
    recovery,
    // The recovery key takes a place, as a reader does; none is ever taken away.
    slots: Math.max(channel.slots, channel.recipients.length + (recovery ? 1 : 0)),
  };
}

/** What stands in the way beside who reads it; `about` is the channel's id. */
export type ChannelFault = { readonly code: "unnamed" | "no-recovery-key" | "same-name"; readonly about: string };

export function channelFaultsOf({ channels, recovery }: DirectoryDocument): ChannelFault[] {
  return channels.flatMap((channel, at): ChannelFault[] => [
    ...(Object.keys(channel.names).length === 0 ? [{ code: "unnamed", about: channel.id } as const] : []),
    ...(channel.recovery && recovery === null ? [{ code: "no-recovery-key", about: channel.id } as const] : []),
    // A reporter who cannot tell two channels apart chooses neither.
    ...(channels.slice(0, at).some((other) => sharesName(other, channel))
      ? [{ code: "same-name", about: channel.id } as const]
      : []),
  ]);
}

function sharesName(one: ChannelEntry, other: ChannelEntry): boolean {
  const same = (a: string, b: string) => a.trim().toLowerCase() === b.trim().toLowerCase();
  return Object.entries(one.names).some(([language, name]) => same(name, other.names[language] ?? ""));
}
