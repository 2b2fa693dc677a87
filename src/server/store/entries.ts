/** Entries of members that wait for a request to the roots. */
import type { Role } from "../../protocol/rules/casework.ts";
import type { DirectoryDocument } from "../../protocol/directory/directory.ts";
import type { Database } from "./database.ts";

type MemberEntry = DirectoryDocument["members"][number];

export type WaitingEntry = {
  readonly memberId: Uint8Array;
  readonly roles: readonly Role[] | null;
  readonly entry: MemberEntry | null;
};

/** All, or one member's. */
export async function findEntries(database: Database, memberId?: Uint8Array): Promise<WaitingEntry[]> {
  const all = database.selectFrom("entries").selectAll().orderBy("member_id");
  const rows = await (memberId === undefined ? all : all.where("member_id", "=", memberId)).execute();
  return rows.map(({ member_id, roles, entry }) => ({ memberId: member_id, roles, entry }));
}

export async function upsertWishedRoles(
  database: Database,
  memberId: Uint8Array,
  wished: readonly Role[] | null,
): Promise<void> {
  const roles = wished && JSON.stringify(wished);
  if (roles === null) {
    await database.deleteFrom("entries").where("member_id", "=", memberId).where("entry", "is", null).execute();
    await database.updateTable("entries").set({ roles }).where("member_id", "=", memberId).execute();
    return;
  }
  await database
    .insertInto("entries")
    .values({ member_id: memberId, roles, entry: null })
    .onConflict((conflict) => conflict.column("member_id").doUpdateSet({ roles }))
    .execute();
}

/** What was wished is answered with it, or with nothing. */
export async function upsertEntry(database: Database, memberId: Uint8Array, signed: MemberEntry | null): Promise<void> {
  if (signed === null) {
    await database.deleteFrom("entries").where("member_id", "=", memberId).execute();
    return;
  }
  const columns = { roles: null, entry: JSON.stringify(signed) };
  await database
    .insertInto("entries")
    .values({ member_id: memberId, ...columns })
    .onConflict((conflict) => conflict.column("member_id").doUpdateSet(columns))
    .execute();
}
