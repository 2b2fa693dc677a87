/** Who can be written to, and who would read it: the verified directory as the screens need it. */
import { type Directories, loadDirectories } from "../../../client/directory/directories.ts";
import { fromHex } from "../../../crypto/bytes.ts";
import type { Role } from "../../../protocol/rules/casework.ts";
import type { Channel, Directory } from "../../../protocol/directory/directory.ts";
import { holdsUntil, isOpen, validOf } from "../../../protocol/directory/validity.ts";
import { firstUse } from "../../../protocol/directory/trust.ts";
import type { Delivery } from "../../shared/delivery.ts";
import { connection } from "./connection.ts";

export type Reader = {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  readonly roles: readonly Role[];
  readonly excludable: boolean;
};

export type ReportChannel = {
  readonly id: string;
  readonly names: Readonly<Record<string, string>>;
  readonly deadlines: string;
  readonly recipients: readonly Reader[];
  readonly custodians: readonly Reader[];
};

/** The verified directory as the screens need it. */
export type Recipients = {
  readonly channels: readonly ReportChannel[];
  /** There are channels, and none takes a report today */
  readonly isClosed: boolean;
  /** Channels that take no report today */
  readonly closed: readonly Pick<ReportChannel, "id" | "names">[];
  readonly version: number;
  /** ms since 1970 */
  readonly expires: number;
  /** Until then it is sealed under it, unless the stewards say anew that it holds; ms since 1970 */
  readonly holdsUntil: number;
  readonly directories: Directories;
};

/** As long as the page is open the server does not go back behind what it has shown; with the page it is forgotten. */
let shown: Directories | undefined;

/**
 * Fetches the directory and verifies it with the roots that are built in, or with what this page has accepted before.
 * Throws what `problemOf` explains.
 */
export async function loadRecipients({ roots, builtAt }: Pick<Delivery, "roots" | "builtAt">): Promise<Recipients> {
  const trust = shown?.trust ?? firstUse({ threshold: roots.threshold, keys: roots.keys.map(fromHex) });
  const directories = await loadDirectories(connection, trust, { depth: "quick", now: Date.now(), builtAt });
  shown = directories;
  const { current, now } = directories;
  const all = [...current.channels.values()];
  // Whose entry does not hold today is not sealed to, and a channel that two cannot read takes no report.
  const isOpenNow = (channel: Channel) => isOpen(current, channel, now);
  return {
    channels: all.filter(isOpenNow).map((channel) => describeChannel(channel, current, now)),
    isClosed: all.length > 0 && !all.some(isOpenNow),
    closed: all.filter((one) => !isOpenNow(one)).map(({ id, names }) => ({ id, names })),
    version: current.version,
    expires: current.expires,
    holdsUntil: holdsUntil(current),
    directories,
  };
}

function describeChannel(
  { id, names, deadlines, recipients, custodians, excludable }: Channel,
  directory: Directory,
  now: number,
): ReportChannel {
  const describe = (memberId: string): Reader => ({
    id: memberId,
    names: directory.members.get(memberId)?.names ?? {},
    roles: directory.members.get(memberId)?.roles ?? [],
    excludable: excludable.includes(memberId),
  });
  const valid = (ids: readonly string[]) => validOf(directory, ids, now).map(describe);
  return { id, names, deadlines, recipients: valid(recipients), custodians: valid(custodians) };
}
