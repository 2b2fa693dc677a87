/** What the channels' parts are given. */
import type { MemberEntry } from "../../../../client/directory/organisation.ts";
import type { PeopleWish } from "../../../../client/office/wishes/channel-people.ts";
import type { Ask } from "../../vault/vault-client.ts";
import type { RosterView } from "../../vault/messages/office.ts";
import type { ChannelTicks, ShownChannel } from "./ticks.ts";

export type People = Pick<PeopleWish, "recipients" | "custodians" | "excludable">;

export type ChannelsProps = {
  readonly ask: Ask;
  readonly view: RosterView;
  /** Who comes with the same request */
  readonly joiners: readonly MemberEntry[];
  readonly ticks: ChannelTicks;
  readonly onTicks: (ticks: ChannelTicks) => void;
  readonly peopleOf: (channel: ShownChannel) => People;
  readonly onPeople: (channel: string, people: People | undefined) => void;
  /** A channel is closed, or that is proposed */
  readonly onStated: (isPublished: boolean) => void;
};
