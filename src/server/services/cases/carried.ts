/** Which directory a sealed file was made under: any of this installation's, while it is worth taking. */
import { sameBytes } from "../../../crypto/bytes.ts";
import { isTaken } from "../../../protocol/carrying.ts";
import { type Directory, documentBytes } from "../../../protocol/directory/directory.ts";
import { olderDirectories } from "../../../protocol/directory/older-directories.ts";
import { ProblemError } from "../../problem.ts";
import type { Database } from "../../store/database.ts";
import { type DirectoryName, findFrom } from "../../store/office/directories.ts";
import type { Directories } from "../common/directories.ts";

export type CarriedDeps = {
  readonly database: Database;
  readonly directories: Pick<Directories, "current" | "usable">;
};

/** Throws ProblemError `other-office`, `sealed-too-long-ago`: the same whether the file was handed in before or not. */
export async function directoryOfCarried(
  deps: CarriedDeps,
  name: DirectoryName,
  channelId: Uint8Array,
): Promise<Directory> {
  const sealed = (await deps.directories.usable(name)) ?? (await findOlder(deps, name));
  if (sealed === undefined) throw new ProblemError("other-office");
  if (!isTaken(sealed, await deps.directories.current(), channelId, Date.now()))
    throw new ProblemError("sealed-too-long-ago");
  return sealed;
}

async function findOlder({ database, directories }: CarriedDeps, name: DirectoryName): Promise<Directory | undefined> {
  const current = await directories.current();
  if (name.version >= current.version) return undefined;
  const documents = (await findFrom(database, { version: name.version, statement: 1 }, null)).map(documentBytes);
  return olderDirectories(documents, current).find(
    ({ version, hash }) => version === name.version && sameBytes(hash, name.hash),
  );
}
