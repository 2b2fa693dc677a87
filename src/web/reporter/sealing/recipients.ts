/** Who can be written to, and who would read it: the verified directory as the screens need it. */
import { type Directories, loadDirectories } from "../../../client/directory/directories.ts";
import { fromHex } from "../../../crypto/bytes.ts";
import type { Role } from "../../../protocol/casework.ts";
import type { Channel, Directory } from "../../../protocol/directory.ts";
import { firstUse } from "../../../protocol/trust.ts";
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
  readonly version: number;
  /** ms since 1970 */
  readonly expires: number;
  readonly directories: Directories;
};

/** Fetches the directory and verifies it with the roots that are built in. Throws what `problemOf` explains. */
export async function loadRecipients({ roots, builtAt }: Pick<Delivery, "roots" | "builtAt">): Promise<Recipients> {
  const trust = firstUse({ threshold: roots.threshold, keys: roots.keys.map(fromHex) });
  const directories = await loadDirectories(connection, trust, { depth: "quick", now: Date.now(), builtAt });
  const { current } = directories;
  return {
    channels: [...current.channels.values()].map((channel) => describeChannel(channel, current)),
    version: current.version,
    expires: current.expires,
    directories,
  };
}

function describeChannel(
  { id, names, deadlines, recipients, custodians, excludable }: Channel,
  { members }: Directory,
): ReportChannel {
  const describe = (memberId: string): Reader => ({
    id: memberId,
    names: members.get(memberId)?.names ?? {},
    roles: members.get(memberId)?.roles ?? [],
    excludable: excludable.includes(memberId),
  });
  return { id, names, deadlines, recipients: recipients.map(describe), custodians: custodians.map(describe) };
}
