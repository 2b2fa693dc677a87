/** Members: how they sign in, and who is signed in. */
import { sql } from "kysely";
import type { Database } from "./database.ts";
import { NEWEST, type StateName } from "./directories.ts";

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

export async function findLogin(database: Database, name: string): Promise<Login | undefined> {
  // Named one by one: what the client remembers of heads is long, and asked for by itself.
  const row = await database
    .selectFrom("logins")
    .select(["member_id", "name", "salt", "memory_kib", "passes", "login_public_key", "key_wrap", "keys", "memory"])
    .where("name", "=", name)
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
export async function upsertLogin(database: Database, login: Login): Promise<boolean> {
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
    return true;
  });
}

/** Any fixed number, the same for all processes. */
const ENROL_LOCK = 5_349_717;

export async function updateVaultMemory(database: Database, memberId: Uint8Array, memory: Uint8Array): Promise<void> {
  await database.updateTable("logins").set({ memory }).where("member_id", "=", memberId).execute();
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

export type SessionRow = {
  readonly idHash: Uint8Array;
  readonly memberId: Uint8Array;
  readonly entryHash: Uint8Array;
  readonly expires: Date;
};

export async function insertSession(
  database: Database,
  { idHash, memberId, entryHash, expires }: SessionRow,
): Promise<void> {
  await database
    .insertInto("sessions")
    .values({ id_hash: idHash, member_id: memberId, entry_hash: entryHash, expires })
    .execute();
}

export type FoundSession = {
  readonly memberId: Uint8Array;
  readonly entryHash: Uint8Array;
  readonly newest: StateName;
};

/** A session that has not expired by the server's clock, which set its end, and the name of the newest directory, in one round trip. */
export async function findSession(database: Database, idHash: Uint8Array): Promise<FoundSession | undefined> {
  const { rows } = await sql<{ member_id: Uint8Array; entry_hash: Uint8Array } & StateName>`
    SELECT member_id, entry_hash, newest.version, newest.hash, newest.statement
    FROM sessions, (${NEWEST}) AS newest
    WHERE id_hash = ${idHash} AND expires > ${new Date()}
  `.execute(database);
  const [row] = rows;
  if (row === undefined) return undefined;
  const { member_id: memberId, entry_hash: entryHash, version, hash, statement } = row;
  return { memberId, entryHash, newest: { version, hash, statement } };
}

export async function deleteSession(database: Database, idHash: Uint8Array): Promise<void> {
  await database.deleteFrom("sessions").where("id_hash", "=", idHash).execute();
}
