/** Wishes about people: somebody comes, goes, stays another year, or signs the own entry anew. */
import { mayGuard, mayRead } from "../../../protocol/rules/casework.ts";
import type { DirectoryDocument } from "../../../protocol/directory/directory.ts";
import { type ChannelEntry, type MemberEntry, instant, memberValidUntil } from "../../directory/organisation.ts";

export type RemoveWish = { readonly what: "remove"; readonly member: string };
/** For another year from now */
export type RenewWish = { readonly what: "renew"; readonly member: string };
/** Its own keys, signed by itself: made on the device of whoever comes */
export type AddWish = {
  readonly what: "add";
  readonly entry: MemberEntry;
  /** Id of the same person's entry, whose keys were lost: it goes, and who comes takes its place in each channel */
  readonly replaces?: string | undefined;
};
/** The entry of somebody who is there, with other roles or keys, signed anew on the own device */
export type EntryWish = { readonly what: "entry"; readonly entry: MemberEntry };

function changed(document: DirectoryDocument, id: string, change: Partial<MemberEntry>): DirectoryDocument {
  const members = document.members.map((member) => (member.id === id ? { ...member, ...change } : member));
  return { ...document, members };
}

export function add(document: DirectoryDocument, { entry, replaces }: AddWish, now: number): DirectoryDocument {
  const comes = { ...entry, validFrom: notAfter(entry.validFrom, now) };
  if (replaces === undefined) return { ...document, members: [...document.members, comes] };
  const members = [...document.members, { ...comes, replaces }];
  const after = (ids: readonly string[], fits: boolean) =>
    fits && ids.includes(replaces) && !ids.includes(entry.id) ? [...ids, entry.id] : [...ids];
  const channels = document.channels.map((channel): ChannelEntry => {
    const recipients = after(channel.recipients, mayRead(entry.roles));
    const custodians = after(channel.custodians, mayGuard(entry.roles));
    const excludable = after(channel.excludable, recipients.includes(entry.id) || custodians.includes(entry.id));
    return { ...channel, recipients, custodians, excludable };
  });
  return remove({ ...document, members, channels }, { what: "remove", member: replaces });
}

/** What the member has signed, and the dates of it; names are the directory's. Who fits a list no more is taken off it. */
export function signedAnew(document: DirectoryDocument, { entry }: EntryWish, now: number): DirectoryDocument {
  const { id, roles, signingKey, sealingKey, signature, validFrom, validUntil } = entry;
  const keys = { roles, signingKey, sealingKey, signature };
  const next = changed(document, id, { ...keys, validFrom: notAfter(validFrom, now), validUntil });
  return withChannels(next, id, { recipients: !mayRead(roles), custodians: !mayGuard(roles) });
}

export function renew(document: DirectoryDocument, { member }: RenewWish, now: number): DirectoryDocument {
  return changed(document, member, { validUntil: memberValidUntil(now) });
}

export function remove(document: DirectoryDocument, { member }: RemoveWish): DirectoryDocument {
  // Who is gone already stays gone since then.
  const isThere = document.members.some(({ id, removedIn }) => id === member && removedIn === null);
  const next = isThere ? changed(document, member, { removedIn: document.version }) : document;
  return withChannels(next, member, { recipients: true, custodians: true });
}

/** Whose clock is ahead would else begin behind the directory, and a report could leave them out without a word. */
function notAfter(from: string, now: number): string {
  return Date.parse(from) > now ? instant(now) : from;
}

/** Takes somebody off the lists that are named, and off those who can be kept from reading where no other holds them. */
function withChannels(
  document: DirectoryDocument,
  id: string,
  off: { readonly recipients: boolean; readonly custodians: boolean },
): DirectoryDocument {
  const without = (ids: readonly string[]) => ids.filter((one) => one !== id);
  const channels = document.channels.map((channel): ChannelEntry => {
    const recipients = off.recipients ? without(channel.recipients) : channel.recipients;
    const custodians = off.custodians ? without(channel.custodians) : channel.custodians;
    const stays = recipients.includes(id) || custodians.includes(id);
    return { ...channel, recipients, custodians, excludable: stays ? channel.excludable : without(channel.excludable) };
  });
  return { ...document, channels };
}
