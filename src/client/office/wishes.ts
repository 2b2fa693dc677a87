/** What somebody wishes to change about the directory, one file a kind in `wishes`, and the document that it makes. */
import { MAX_SLOTS } from "../../crypto/envelope.ts";
import { isSteward } from "../../protocol/rules/casework.ts";
import {
  type DirectoryDocument,
  type SignedDirectory,
  documentBytes,
  parseDocument,
} from "../../protocol/directory/directory.ts";
import { LEAST_CUSTODIANS, LEAST_READERS, LEAST_STEWARDS } from "../../protocol/limits.ts";
import { nextDocument } from "../directory/organisation.ts";
import { type PeopleWish, setPeople } from "./wishes/channel-people.ts";
import {
  type ChannelFault,
  type ChannelWish,
  type NewChannelWish,
  addChannel,
  channelFaultsOf,
  setChannel,
} from "./wishes/channels.ts";
import {
  type AddWish,
  type EntryWish,
  type RemoveWish,
  type RenewWish,
  add,
  remove,
  renew,
  signedAnew,
} from "./wishes/members.ts";
import { type RecoveryWish, setRecovery } from "./wishes/recovery.ts";
import { type RootsWish, type StewardsWish, setRoots, setStewards } from "./wishes/roots.ts";

/** One change that somebody wishes. Without any, the next document is as this one with new dates. */
export type Wish =
  | RecoveryWish
  | AddWish
  | EntryWish
  | RenewWish
  | NewChannelWish
  | ChannelWish
  | PeopleWish
  | RootsWish
  | StewardsWish
  | RemoveWish;

type Kinds = {
  readonly [What in Wish["what"]]: (
    document: DirectoryDocument,
    wish: Extract<Wish, { readonly what: What }>,
    now: number,
  ) => DirectoryDocument;
};

/** In this order, whatever the order in which they were wished. */
const KINDS: Kinds = {
  roots: setRoots,
  stewards: setStewards,
  recovery: setRecovery,
  add,
  entry: signedAnew,
  renew,
  "new-channel": addChannel,
  channel: setChannel,
  people: setPeople,
  // Last, whatever a channel was wished to have: who goes is nowhere any more.
  remove,
};

/** Why no request is made of what is wished; `about` is a channel's id. */
export type WishFault =
  | ChannelFault
  | { readonly code: "too-few-readers" | "too-few-custodians" | "too-many"; readonly about: string }
  | { readonly code: "too-few-stewards" | "stewards-needed" | "roots-needed"; readonly about?: undefined };

/** The document that follows, with what is wished: what stays keeps its order, what comes stands behind it. */
export function documentOf(before: SignedDirectory, wishes: readonly Wish[], now: number): DirectoryDocument {
  const { format: _format, ...old } = parseDocument(documentBytes(before));
  let document: DirectoryDocument = { ...nextDocument(old, before, now), minimumClient: old.minimumClient };
  for (const what of Object.keys(KINDS) as Wish["what"][])
    for (const wish of wishes) if (wish.what === what) document = KINDS[what](document, wish as never, now);
  return document;
}

/** What stands in the way, said before a request is made, of each channel; a document with a fault no root signs. */
export function faultsOf(document: DirectoryDocument): WishFault[] {
  const { members, channels, stewards, roots } = document;
  const faults = channels.flatMap((channel): WishFault[] => [
    ...(channel.recipients.length < LEAST_READERS ? [{ code: "too-few-readers", about: channel.id } as const] : []),
    ...(channel.custodians.length < LEAST_CUSTODIANS
      ? [{ code: "too-few-custodians", about: channel.id } as const]
      : []),
    ...(channel.slots > MAX_SLOTS || channel.identitySlots > MAX_SLOTS
      ? [{ code: "too-many", about: channel.id } as const]
      : []),
  ]);
  const left = members.filter(({ removedIn, roles }) => removedIn === null && isSteward(roles)).length;
  return [
    ...faults,
    ...channelFaultsOf(document),
    ...(stewards < LEAST_STEWARDS ? [{ code: "stewards-needed" } as const] : []),
    ...(left < stewards ? [{ code: "too-few-stewards" } as const] : []),
    ...(roots.threshold < 1 || roots.threshold > roots.keys.length ? [{ code: "roots-needed" } as const] : []),
  ];
}
