/** The founding of this office: one row, and those who have joined. */
import { sql } from "kysely";
import { fromHex } from "../../../crypto/bytes.ts";
import type { DirectoryDocument, SignedDirectory } from "../../../protocol/directory/directory.ts";
import type { FoundingProposal } from "../../../protocol/founding.ts";
import type { SignedStatement } from "../../../protocol/directory/statement.ts";
import type { Database } from "../database.ts";

type MemberEntry = DirectoryDocument["members"][number];

/** What is known of keys: hashes. */
export type FoundingKeys = {
  readonly code: Uint8Array | null;
  readonly founder: Uint8Array | null;
  readonly joining: Uint8Array | null;
};

export type StoredFounding = FoundingKeys & {
  readonly proposal: FoundingProposal | null;
  /** The first directory, as text; its roots' signatures; the first statement */
  readonly document: string | null;
  readonly signatures: SignedDirectory["signatures"] | null;
  readonly statement: SignedStatement | null;
  readonly foundedOn: string | null;
  readonly openedOn: string | null;
};

/** What a step changes; what is not named stays. */
export type FoundingChange = Partial<StoredFounding>;

const rowOf = (database: Database) =>
  database
    .selectFrom("founding")
    .select([
      "code_hash as code",
      "founder_hash as founder",
      "joining_hash as joining",
      "proposal",
      "document",
      "signatures",
      "statement",
      "founded_on as foundedOn",
      "opened_on as openedOn",
    ]);

export function findFounding(database: Database): Promise<StoredFounding | undefined> {
  return rowOf(database).executeTakeFirst();
}

/** Its keys and days alone: who asks is looked up with each request, and whether the office rehearses with each directory. */
export function findFoundingKeys(
  database: Database,
): Promise<(FoundingKeys & Pick<StoredFounding, "foundedOn" | "openedOn">) | undefined> {
  return database
    .selectFrom("founding")
    .select([
      "code_hash as code",
      "founder_hash as founder",
      "joining_hash as joining",
      "founded_on as foundedOn",
      "opened_on as openedOn",
    ])
    .executeTakeFirst();
}

/** False where one has begun already. */
export async function insertFounding(database: Database, codeHash: Uint8Array): Promise<boolean> {
  const result = await database
    .insertInto("founding")
    .values({ code_hash: codeHash })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** One step at a time, whoever takes it: the row is held until the step is stored. Undefined where no founding has begun. */
export async function inFounding<Result>(
  database: Database,
  act: (transaction: Database, founding: StoredFounding) => Promise<Result>,
): Promise<Result | undefined> {
  return database.transaction().execute(async (transaction) => {
    const founding = await rowOf(transaction).forUpdate().executeTakeFirst();
    return founding && act(transaction, founding);
  });
}

export async function updateFounding(database: Database, change: FoundingChange): Promise<void> {
  const { code, founder, joining, proposal, document, signatures, statement, foundedOn, openedOn } = change;
  const json = (value: object | null | undefined) =>
    value === undefined || value === null ? value : JSON.stringify(value);
  const columns = {
    code_hash: code,
    founder_hash: founder,
    joining_hash: joining,
    proposal: json(proposal),
    document,
    signatures: json(signatures),
    statement: json(statement),
    founded_on: foundedOn,
    opened_on: openedOn,
  };
  const named = Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined));
  await database.updateTable("founding").set(named).execute();
}

/** In the order in which they came. */
export async function findJoiners(database: Database): Promise<MemberEntry[]> {
  const rows = await database.selectFrom("founding_joiners").select("entry").orderBy("place").execute();
  return rows.map(({ entry }) => JSON.parse(entry) as MemberEntry);
}

/** Within a step (`inFounding`), so that each has a place of its own. */
export async function insertJoiner(transaction: Database, entry: MemberEntry): Promise<void> {
  await transaction
    .insertInto("founding_joiners")
    .values({
      member_id: fromHex(entry.id),
      signing_key: fromHex(entry.signingKey),
      place: sql<number>`(SELECT coalesce(max(place), 0) + 1 FROM founding_joiners)`,
      entry: JSON.stringify(entry),
    })
    .execute();
}

export async function deleteJoiner(database: Database, memberId: Uint8Array): Promise<void> {
  await database.deleteFrom("founding_joiners").where("member_id", "=", memberId).execute();
}

export async function deleteJoiners(database: Database): Promise<void> {
  await database.deleteFrom("founding_joiners").execute();
}
