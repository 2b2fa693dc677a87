/** Second factors of members, codes that were tried, and resets that colleagues ask for. */
import { type Kysely, sql } from "kysely";
import type { SessionWay } from "../../../protocol/api/factors.ts";
import { serverPayload } from "../../../protocol/audit/leaf.ts";
import { type Act, appendAct, appendServerAct } from "../audit.ts";
import type { Database } from "../database.ts";
import type { Tables } from "../tables.ts";

type Common = { readonly factorId: Uint8Array; readonly memberId: Uint8Array; readonly addedOn: string };
export type CodeFactor = Common & {
  readonly kind: "code";
  /** Under the server's key */
  readonly secret: Uint8Array;
};
export type PasskeyFactor = Common & {
  readonly kind: "passkey";
  readonly origin: string;
  readonly credentialId: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly signCount: number;
  readonly keyWrap: Uint8Array | null;
};
export type Factor = CodeFactor | PasskeyFactor;

function factorOf(row: Tables["factors"]): Factor {
  const common = { factorId: row.factor_id, memberId: row.member_id, addedOn: row.added_on };
  // The table's own checks say which columns go together.
  if (row.secret !== null) return { ...common, kind: "code", secret: row.secret };
  return {
    ...common,
    kind: "passkey",
    origin: row.origin ?? "",
    credentialId: row.credential_id ?? new Uint8Array(),
    publicKey: row.public_key ?? new Uint8Array(),
    signCount: row.sign_count ?? 0,
    keyWrap: row.key_wrap,
  };
}

export async function findFactors(database: Database, memberId: Uint8Array): Promise<Factor[]> {
  const rows = await database
    .selectFrom("factors")
    .selectAll()
    .where("member_id", "=", memberId)
    .orderBy("added_on")
    .orderBy("factor_id")
    .execute();
  return rows.map(factorOf);
}

export async function findPasskey(database: Database, credentialId: Uint8Array): Promise<PasskeyFactor | undefined> {
  const row = await database
    .selectFrom("factors")
    .selectAll()
    .where("credential_id", "=", credentialId)
    .executeTakeFirst();
  const factor = row && factorOf(row);
  return factor?.kind === "passkey" ? factor : undefined;
}

export async function findCodeFactors(database: Database): Promise<CodeFactor[]> {
  const rows = await database.selectFrom("factors").selectAll().where("kind", "=", "code").execute();
  return rows.map(factorOf).filter((factor): factor is CodeFactor => factor.kind === "code");
}

/** The same under another key; whoever comes second, or too late, changes nothing. */
export async function replaceCodeFactor(database: Database, before: CodeFactor, after: CodeFactor): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom("factors")
      .where("factor_id", "=", before.factorId)
      .where("secret", "=", before.secret)
      .executeTakeFirst();
    if (numDeletedRows === 1n) await transaction.insertInto("factors").values(rowOf(after)).execute();
  });
}

function rowOf(factor: Factor): Tables["factors"] {
  const { factorId: factor_id, memberId: member_id, addedOn: added_on, kind } = factor;
  const common = { factor_id, member_id, kind, added_on };
  const noCode = { secret: null };
  const noPasskey = { origin: null, credential_id: null, public_key: null, sign_count: null, key_wrap: null };
  if (factor.kind === "code") return { ...common, ...noPasskey, secret: factor.secret };
  const {
    origin,
    credentialId: credential_id,
    publicKey: public_key,
    signCount: sign_count,
    keyWrap: key_wrap,
  } = factor;
  return { ...common, ...noCode, origin, credential_id, public_key, sign_count, key_wrap };
}

export type CountedFactors = { readonly memberId: Uint8Array; readonly codes: number; readonly passkeys: number };

export async function countFactors(database: Database): Promise<CountedFactors[]> {
  const { rows } = await sql<{ member_id: Uint8Array; codes: number; passkeys: number }>`
    SELECT member_id, count(*) FILTER (WHERE kind = 'code')::integer AS codes,
      count(*) FILTER (WHERE kind = 'passkey')::integer AS passkeys
    FROM factors GROUP BY member_id
  `.execute(database);
  return rows.map(({ member_id, codes, passkeys }) => ({ memberId: member_id, codes, passkeys }));
}

/** A second factor that was begun with: the session counts from now on as begun with it, and those by words alone end. */
export async function insertFactor(database: Database, factor: Factor, idHash: Uint8Array, act: Act): Promise<boolean> {
  const { memberId } = factor;
  const way: SessionWay = factor.kind;
  return database.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto("factors")
      .values(rowOf(factor))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows !== 1n) return false;
    const words = transaction.updateTable("sessions").set({ way }).where("way", "=", "words");
    await words.where("id_hash", "=", idHash).execute();
    await transaction.deleteFrom("sessions").where("member_id", "=", memberId).where("way", "=", "words").execute();
    await appendAct(transaction, act);
    return true;
  });
}

type FactorToDelete = {
  readonly memberId: Uint8Array;
  readonly factorId: Uint8Array;
  readonly mayBeLast: boolean;
  readonly act: Act;
};

/** False where it is the last one and one must stay. Removals of one member take turns. */
export async function deleteFactor(
  database: Database,
  { memberId, factorId, mayBeLast, act }: FactorToDelete,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    await transaction.selectFrom("logins").select("name").where("member_id", "=", memberId).forUpdate().execute();
    const rows = await transaction
      .selectFrom("factors")
      .select("factor_id")
      .where("member_id", "=", memberId)
      .execute();
    const others = rows.filter((row) => !Buffer.from(row.factor_id).equals(factorId));
    if (others.length === 0 && rows.length > 0 && !mayBeLast) return false;
    const { numDeletedRows } = await transaction
      .deleteFrom("factors")
      .where("member_id", "=", memberId)
      .where("factor_id", "=", factorId)
      .executeTakeFirst();
    if (numDeletedRows === 1n) await appendAct(transaction, act);
    return true;
  });
}

/** True for the first whose authenticator says this number: one that counts never says one twice. */
export async function raiseSignCount(database: Database, factorId: Uint8Array, count: number): Promise<boolean> {
  const result = await database
    .updateTable("factors")
    .set({ sign_count: count })
    .where("factor_id", "=", factorId)
    .where((where) =>
      where.or([where("sign_count", "<", count), where.and([where("sign_count", "=", 0), where.val(count === 0)])]),
    )
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Counts a code before it is looked at, so that many at once are no more than one after the other. False: no more this hour. */
export async function countTry(
  database: Database,
  memberId: Uint8Array,
  { atMost, now, until }: { atMost: number; now: Date; until: Date },
): Promise<boolean> {
  const { rows } = await sql`
    UPDATE logins SET
      code_tries = CASE WHEN code_tries_until > ${now} THEN code_tries ELSE 0 END + 1,
      code_tries_until = ${until}
    WHERE member_id = ${memberId} AND (code_tries_until IS NULL OR code_tries_until <= ${now} OR code_tries < ${atMost})
    RETURNING member_id
  `.execute(database);
  return rows.length === 1;
}

export async function countWrongCode(database: Database, memberId: Uint8Array): Promise<void> {
  await database
    .updateTable("logins")
    .set((of) => ({ wrong_codes: of("wrong_codes", "+", 1) }))
    .where("member_id", "=", memberId)
    .execute();
}

/** Wrong codes since the last right one, of which nothing stays. */
export async function forgetTries(database: Database, memberId: Uint8Array): Promise<number> {
  const { rows } = await sql<{ wrong_codes: number }>`
    UPDATE logins SET wrong_codes = 0, code_tries = 0, code_tries_until = NULL
    FROM (SELECT wrong_codes FROM logins WHERE member_id = ${memberId}) AS before
    WHERE member_id = ${memberId} RETURNING before.wrong_codes
  `.execute(database);
  return rows[0]?.wrong_codes ?? 0;
}

export type ResetRow = {
  readonly memberId: Uint8Array;
  readonly askedBy: Uint8Array;
  readonly askedOn: string;
  readonly signature: Uint8Array;
};

/** Of one member, or of all; the earliest first. */
export async function findResets(database: Database, memberId?: Uint8Array): Promise<ResetRow[]> {
  const all = database.selectFrom("factor_resets").selectAll().orderBy("asked_on").orderBy("asked_by");
  const rows = await (memberId === undefined ? all : all.where("member_id", "=", memberId)).execute();
  return rows.map((row) => ({
    memberId: row.member_id,
    askedBy: row.asked_by,
    askedOn: row.asked_on,
    signature: row.signature,
  }));
}

/** Who asks again does not put it off, unless what was asked before counts no more (`since`). */
export async function insertReset(database: Database, reset: ResetRow, since: string, act: Act): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto("factor_resets")
      .values({
        member_id: reset.memberId,
        asked_by: reset.askedBy,
        asked_on: reset.askedOn,
        signature: reset.signature,
      })
      .onConflict((conflict) =>
        conflict
          .columns(["member_id", "asked_by"])
          .doUpdateSet({ asked_on: reset.askedOn, signature: reset.signature })
          .where("factor_resets.asked_on", "<", since),
      )
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) await appendAct(transaction, act);
  });
}

/** What colleagues have asked about a member is over: that member has said so. */
export async function stopResets(database: Database, memberId: Uint8Array, act: Act): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    if (await deleteResets(transaction, memberId)) await appendAct(transaction, act);
  });
}

/** Whether there was one. */
async function deleteResets(database: Kysely<Tables>, memberId: Uint8Array): Promise<boolean> {
  const { numDeletedRows } = await database
    .deleteFrom("factor_resets")
    .where("member_id", "=", memberId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** All second factors of a member go, and with them what was asked for; sessions too. Whoever comes second changes nothing. */
export async function removeAllFactors(database: Database, memberId: Uint8Array, day: string): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    await transaction.deleteFrom("factors").where("member_id", "=", memberId).execute();
    await transaction.deleteFrom("sessions").where("member_id", "=", memberId).execute();
    if (!(await deleteResets(transaction, memberId))) return;
    await appendServerAct(transaction, serverPayload({ act: "remove-factors", object: memberId }), day);
  });
}
