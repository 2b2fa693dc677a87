/** Entries of members that wait for a request to the roots. */
import { isDeepStrictEqual } from "node:util";
import { sql } from "kysely";
import type { Role } from "../../../protocol/rules/casework.ts";
import type { DirectoryDocument } from "../../../protocol/directory/directory.ts";
import { type Act, appendAct } from "../audit.ts";
import type { Database } from "../database.ts";

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
  act: Act,
): Promise<void> {
  const roles = wished && JSON.stringify(wished);
  await inOneGo(database, memberId, act, async (transaction) => {
    if (roles === null) {
      await transaction.deleteFrom("entries").where("member_id", "=", memberId).where("entry", "is", null).execute();
      await transaction.updateTable("entries").set({ roles }).where("member_id", "=", memberId).execute();
      return;
    }
    await transaction
      .insertInto("entries")
      .values({ member_id: memberId, roles, entry: null })
      .onConflict((conflict) => conflict.column("member_id").doUpdateSet({ roles }))
      .execute();
  });
}

/** What was wished is answered with it, or with nothing. */
export async function upsertEntry(
  database: Database,
  memberId: Uint8Array,
  signed: MemberEntry | null,
  act: Act,
): Promise<void> {
  await inOneGo(database, memberId, act, async (transaction) => {
    if (signed === null) {
      await transaction.deleteFrom("entries").where("member_id", "=", memberId).execute();
      return;
    }
    const columns = { roles: null, entry: JSON.stringify(signed) };
    await transaction
      .insertInto("entries")
      .values({ member_id: memberId, ...columns })
      .onConflict((conflict) => conflict.column("member_id").doUpdateSet(columns))
      .execute();
  });
}

/** An act where another entry waits afterwards. Whoever changes entries takes turns, which is seldom. */
async function inOneGo(
  database: Database,
  memberId: Uint8Array,
  act: Act,
  change: (transaction: Database) => Promise<void>,
): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await sql`LOCK TABLE entries IN SHARE ROW EXCLUSIVE MODE`.execute(transaction);
    const [before] = await findEntries(transaction, memberId);
    await change(transaction);
    const [after] = await findEntries(transaction, memberId);
    if (!isDeepStrictEqual(before, after)) await appendAct(transaction, act);
  });
}
