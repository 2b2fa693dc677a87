/** Signed directories, the newest of which says who may do what. */
import { createHash } from "node:crypto";
import { sql } from "kysely";
import { DEMONSTRATION_ID, DEMONSTRATION_ROOT } from "../../../protocol/directory/demonstration.ts";
import type { SignedDirectory } from "../../../protocol/directory/directory.ts";
import type { SignedStatement } from "../../../protocol/directory/statement.ts";
import { type Act, appendAct, appendDocument } from "../audit.ts";
import { type Database, byteas } from "../database.ts";

/** Names one state for ever, a document and the newest statement on it (0 for none): what may be kept in a process is kept under this. */
export type DirectoryName = { readonly version: number; readonly hash: Uint8Array };
export type StateName = DirectoryName & { readonly statement: number };

/** The newest state, to be read in whatever statement needs it. */
export const NEWEST = sql<StateName>`
  SELECT version, hash,
    (SELECT coalesce(max(sequence), 0) FROM statements WHERE directory_version = version) AS statement
  FROM directories ORDER BY version DESC LIMIT 1
`;

export async function findNewest(database: Database): Promise<StateName | undefined> {
  const { rows } = await NEWEST.execute(database);
  return rows[0];
}

/** Whether any directory was the demonstration's, or came of one. Documents are canonical JSON: an id stands in one spelling. */
export async function holdsDemonstration(database: Database): Promise<boolean> {
  const mark = `"${DEMONSTRATION_ROOT}"|"id":"[0-9a-f]{24}${DEMONSTRATION_ID}"`;
  const found = await database
    .selectFrom("directories")
    .select("version")
    .where(sql<boolean>`document ~ ${mark}`)
    .limit(1)
    .execute();
  return found.length > 0;
}

/**
 * Ascending from `version` on; with the last of them the statements on it from `statement` on where it is that version,
 * else all.
 */
export async function findFrom(
  database: Database,
  { version, statement }: Pick<StateName, "version" | "statement">,
  atMost: number | null,
): Promise<SignedDirectory[]> {
  const found = await database
    .selectFrom("directories")
    .select(["version", "document", "signatures"])
    .where("version", ">=", version)
    .orderBy("version")
    // LIMIT NULL is no limit
    .limit(sql<number>`${atMost}::integer`)
    .execute();
  const last = found.at(-1);
  if (last === undefined) return [];
  const statements = await statementsOf(database, last.version)
    .where("sequence", ">=", last.version === version ? statement : 1)
    .orderBy("sequence")
    .limit(sql<number>`${atMost}::integer`)
    .execute();
  return found.map(({ document, signatures }, at) => ({
    document,
    signatures,
    ...(at === found.length - 1 && statements.length > 0 && { statements }),
  }));
}

/** With the newest statement on it alone. */
export async function findNewestDocument(database: Database): Promise<SignedDirectory[]> {
  const [newest] = await database
    .selectFrom("directories")
    .select(["version", "document", "signatures"])
    .orderBy("version", "desc")
    .limit(1)
    .execute();
  if (newest === undefined) return [];
  const { version, document, signatures } = newest;
  const statement = await findLastStatement(database, version);
  return [{ document, signatures, ...(statement !== null && { statements: [statement] }) }];
}

/** The newest on this version, null where there is none. */
export async function findLastStatement(database: Database, version: number): Promise<SignedStatement | null> {
  return (await statementsOf(database, version).orderBy("sequence", "desc").limit(1).executeTakeFirst()) ?? null;
}

/** Those on a version from a number on, ascending. */
export function findStatements(
  database: Database,
  { version, from, atMost }: { readonly version: number; readonly from: number; readonly atMost: number },
): Promise<SignedStatement[]> {
  return statementsOf(database, version).where("sequence", ">=", from).orderBy("sequence").limit(atMost).execute();
}

const statementsOf = (database: Database, version: number) =>
  database.selectFrom("statements").select(["document", "signatures"]).where("directory_version", "=", version);

type StatementToStore = { readonly sequence: number; readonly signed: SignedStatement };

export type StateToStore = {
  readonly version: number;
  /** Undefined where the directory is stored already */
  readonly directory: { readonly hash: Uint8Array; readonly signed: SignedDirectory } | undefined;
  readonly statements: readonly StatementToStore[];
  readonly day: string;
};

export type MembersToStore = {
  /** Whose entry changed */
  readonly changed: readonly Uint8Array[];
  /** Whom the directory has no more, or under another key: what they proved and kept is of no use. Who is suspended may come back */
  readonly forgotten: readonly Uint8Array[];
  /** Who has other roles or keys now, or is gone: what waited for that is over */
  readonly settled: readonly Uint8Array[];
};

/**
 * Stores what follows, ends the sessions of members whose entry changed, forgets which cases those who are gone had opened and
 * their wraps, and drops what was only proposed and is over. False when somebody else was quicker.
 */
export async function insertState(
  database: Database,
  state: StateToStore,
  members: MembersToStore,
  act?: Act,
): Promise<boolean> {
  return inTurn(database, async (transaction) => {
    // Whoever acts holds rows and then waits for the log: rows first, or each would wait for the other.
    await forgetMembers(transaction, members);
    // Before what it publishes: it is signed under the directory until then.
    if (act !== undefined) await appendAct(transaction, act);
    await storeState(transaction, state);
    // What came while the log was waited for; nobody holds it any more.
    await forgetMembers(transaction, members);
    return true;
  }).catch((error: unknown) => {
    if (error instanceof Taken) return false;
    throw error;
  });
}

/** Within a transaction, which is taken back as a whole where somebody was quicker: throws Taken. */
export async function storeState(
  transaction: Database,
  { version, directory, statements, day }: StateToStore,
): Promise<void> {
  if (directory !== undefined) {
    const { document, signatures } = directory.signed;
    // The log's turn is waited for with no row in hand that somebody else waits for in theirs.
    await appendDocument(transaction, "directory", hashOf(document), day);
    const result = await transaction
      .insertInto("directories")
      .values({
        version,
        hash: directory.hash,
        document,
        signatures: JSON.stringify(signatures),
        published_on: day,
      })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (result.numInsertedOrUpdatedRows !== 1n) throw new Taken();
  }
  for (const statement of statements) {
    await appendDocument(transaction, "statement", hashOf(statement.signed.document), day);
    const result = await transaction
      .insertInto("statements")
      .values(statementRow(statement, version, day))
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (result.numInsertedOrUpdatedRows !== 1n) throw new Taken();
  }
  // A statement leaves the next directory proposed; a directory leaves nothing that rested on the one before.
  const over = transaction.deleteFrom("proposals");
  await (directory === undefined ? over.where("directory", "is", null) : over).execute();
}

/** Statements before the first that is stored: the trail has begun behind them, and they stand in the one that was lost. */
export async function insertEarlier(
  database: Database,
  { version, statements, day }: Pick<StateToStore, "version" | "statements" | "day">,
): Promise<void> {
  // Another process was quicker, with the same.
  await database
    .insertInto("statements")
    .values(statements.map((statement) => statementRow(statement, version, day)))
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

function statementRow({ sequence, signed: { document, signatures } }: StatementToStore, version: number, day: string) {
  const row = { directory_version: version, sequence, document, published_on: day };
  return { ...row, signatures: JSON.stringify(signatures) };
}

/** As the audit trail names a document, whoever signed it. */
function hashOf(document: string): Uint8Array {
  return createHash("sha256").update(document).digest();
}

async function forgetMembers(transaction: Database, { changed, forgotten, settled }: MembersToStore): Promise<void> {
  const among = (ids: readonly Uint8Array[]) => sql<Buffer>`ANY(${byteas(ids)})`;
  await transaction.deleteFrom("sessions").where("member_id", "=", among(changed)).execute();
  await transaction.deleteFrom("entries").where("member_id", "=", among(settled)).execute();
  if (forgotten.length > 0) {
    // They open a vault that is no more.
    await transaction
      .updateTable("factors")
      .set({ key_wrap: null })
      .where("member_id", "=", among(forgotten))
      .execute();
    await transaction.deleteFrom("access").where("member_id", "=", among(forgotten)).execute();
    await transaction.deleteFrom("wraps").where("member_id", "=", among(forgotten)).execute();
  }
}

/** The place that something was to be stored in is somebody else's; all of the transaction is taken back. */
class Taken extends Error {}

export type Proposal = {
  readonly statement: SignedStatement;
  /** Published with it; null where it is on the published one */
  readonly directory: SignedDirectory | null;
};

/** So many are kept: each steward may propose one, and a second thought of it. */
const MOST_PROPOSALS = 16;

export async function findProposals(database: Database): Promise<Proposal[]> {
  const rows = await database
    .selectFrom("proposals")
    .select(["directory", "document", "signatures"])
    .orderBy("proposed_on", "desc")
    .orderBy("hash")
    .limit(MOST_PROPOSALS)
    .execute();
  return rows.map(({ directory, document, signatures }) => ({ directory, statement: { document, signatures } }));
}

/** One proposal or state at a time, whoever brings it: what is added to it was not changed meanwhile. */
export async function inTurn<T>(database: Database, act: (transaction: Database) => Promise<T>): Promise<T> {
  return database.transaction().execute(async (transaction) => {
    await sql`SELECT pg_advisory_xact_lock(${PROPOSAL_LOCK}::bigint)`.execute(transaction);
    return act(transaction);
  });
}

/** Any fixed number, the same for all processes. */
const PROPOSAL_LOCK = 5_349_720;

export async function findProposal(database: Database, hash: Uint8Array): Promise<Proposal | undefined> {
  const row = await database
    .selectFrom("proposals")
    .select(["directory", "document", "signatures"])
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row && { directory: row.directory, statement: { document: row.document, signatures: row.signatures } };
}

/** False where it stands there with the very same signatures. */
export async function upsertProposal(
  database: Database,
  hash: Uint8Array,
  { statement, directory }: Proposal,
  day: string,
): Promise<boolean> {
  const signatures = JSON.stringify(statement.signatures);
  const result = await database
    .insertInto("proposals")
    .values({
      hash,
      directory: directory && JSON.stringify(directory),
      document: statement.document,
      signatures,
      proposed_on: day,
    })
    .onConflict((conflict) =>
      conflict
        .column("hash")
        .doUpdateSet({ signatures, proposed_on: day })
        .where("proposals.signatures", "is distinct from", sql<never>`${signatures}::jsonb`),
    )
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}
