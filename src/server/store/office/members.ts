/** Members: how they sign in, and what they keep here. */
import { sql } from "kysely";
import { hex } from "../../../crypto/bytes.ts";
import { serverPayload } from "../../../protocol/audit/leaf.ts";
import { type Act, appendAct, appendServerAct } from "../audit.ts";
import type { Database } from "../database.ts";
import type { Tables } from "../tables.ts";

export type Login = {
  readonly memberId: Uint8Array;
  /** Normalised */
  readonly name: string;
  readonly salt: Uint8Array;
  readonly memoryKiB: number;
  readonly passes: number;
  readonly loginPublicKey: Uint8Array;
  readonly vault: { readonly keyWrap: Uint8Array; readonly keys: Uint8Array; readonly memory: Uint8Array };
};

export function findLogin(database: Database, name: string): Promise<Login | undefined> {
  return findBy(database, "name", name);
}

export function findLoginOf(database: Database, memberId: Uint8Array): Promise<Login | undefined> {
  return findBy(database, "member_id", memberId);
}

async function findBy<Column extends "name" | "member_id">(
  database: Database,
  column: Column,
  value: Tables["logins"][Column],
): Promise<Login | undefined> {
  // Named one by one: what the client remembers of heads is long, and asked for by itself.
  const row = await database
    .selectFrom("logins")
    .select(["member_id", "name", "salt", "memory_kib", "passes", "login_public_key", "key_wrap", "keys", "memory"])
    .where(sql.ref(column), "=", value)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  return {
    memberId: row.member_id,
    name: row.name,
    salt: row.salt,
    memoryKiB: row.memory_kib,
    passes: row.passes,
    loginPublicKey: row.login_public_key,
    vault: { keyWrap: row.key_wrap, keys: row.keys, memory: row.memory },
  };
}

/** Sets a member's login and ends the member's sessions, both or neither. False when another member has the name. */
export async function upsertLogin(database: Database, login: Login, day: string): Promise<boolean> {
  const columns = {
    name: login.name,
    salt: login.salt,
    memory_kib: login.memoryKiB,
    passes: login.passes,
    login_public_key: login.loginPublicKey,
    key_wrap: login.vault.keyWrap,
    keys: login.vault.keys,
    memory: login.vault.memory,
  };
  return database.transaction().execute(async (transaction) => {
    // Enrolments are rare and take turns, so that a name found free stays free until it is taken.
    await sql`SELECT pg_advisory_xact_lock(${ENROL_LOCK}::bigint)`.execute(transaction);
    const other = await transaction
      .selectFrom("logins")
      .select("member_id")
      .where("name", "=", login.name)
      .where("member_id", "!=", login.memberId)
      .executeTakeFirst();
    if (other !== undefined) return false;
    await transaction
      .insertInto("logins")
      .values({ member_id: login.memberId, ...columns })
      .onConflict((conflict) => conflict.column("member_id").doUpdateSet(columns))
      .execute();
    await transaction.deleteFrom("sessions").where("member_id", "=", login.memberId).execute();
    await appendServerAct(transaction, serverPayload({ act: "enrol", object: login.memberId }), day);
    return true;
  });
}

/** Any fixed number, the same for all processes. */
const ENROL_LOCK = 5_349_717;

export async function updateVaultMemory(database: Database, memberId: Uint8Array, memory: Uint8Array): Promise<void> {
  await database.updateTable("logins").set({ memory }).where("member_id", "=", memberId).execute();
}

/** False where another device has exchanged them since. */
export async function updateVaultKeys(
  database: Database,
  memberId: Uint8Array,
  { before, after, act }: { readonly before: Uint8Array; readonly after: Uint8Array; readonly act: Act },
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const { numUpdatedRows } = await transaction
      .updateTable("logins")
      .set({ keys: after })
      .where("member_id", "=", memberId)
      .where("keys", "=", before)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) await appendAct(transaction, act);
    return numUpdatedRows === 1n;
  });
}

/** Empty before the first. */
export async function findKnownHeads(database: Database, memberId: Uint8Array): Promise<Uint8Array> {
  const row = await database
    .selectFrom("logins")
    .select("known_heads")
    .where("member_id", "=", memberId)
    .executeTakeFirst();
  return row?.known_heads ?? new Uint8Array();
}

export async function updateKnownHeads(database: Database, memberId: Uint8Array, heads: Uint8Array): Promise<void> {
  await database.updateTable("logins").set({ known_heads: heads }).where("member_id", "=", memberId).execute();
}

/** Whether any member has ever enrolled. */
export async function hasLogins(database: Database): Promise<boolean> {
  return (await database.selectFrom("logins").select("member_id").limit(1).execute()).length > 0;
}

/** The member has signed in today. */
export async function updateSignedIn(database: Database, memberId: Uint8Array, day: string): Promise<void> {
  await database.updateTable("logins").set({ signed_in_on: day }).where("member_id", "=", memberId).execute();
}

export async function findSignedInDays(database: Database): Promise<Map<string, string | null>> {
  const rows = await database.selectFrom("logins").select(["member_id", "signed_in_on"]).execute();
  return new Map(rows.map((row) => [hex(row.member_id), row.signed_in_on]));
}
