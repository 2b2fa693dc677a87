/** Published figures, and those that wait for a second member. */
import type { SignedSnapshot, SnapshotSignature } from "../../../protocol/publishing/snapshot.ts";
import { type Act, appendAct } from "../audit.ts";
import type { Database } from "../database.ts";

/** Ascending. */
export function findFigures(database: Database, from: number, atMost: number): Promise<SignedSnapshot[]> {
  return database
    .selectFrom("figures")
    .select(["document", "signatures"])
    .where("sequence", ">=", from)
    .orderBy("sequence")
    .limit(atMost)
    .execute();
}

/** The newest alone, or none. */
export function findNewestFigures(database: Database): Promise<SignedSnapshot[]> {
  return database
    .selectFrom("figures")
    .select(["document", "signatures"])
    .orderBy("sequence", "desc")
    .limit(1)
    .execute();
}

export async function findFiguresProposal(database: Database): Promise<SignedSnapshot | undefined> {
  const row = await database.selectFrom("figures_proposal").select(["document", "signature"]).executeTakeFirst();
  return row && { document: row.document, signatures: [row.signature] };
}

/** False where another one waits already; the same again changes nothing. */
export async function insertFiguresProposal(
  database: Database,
  document: string,
  signature: SnapshotSignature,
  act: Act,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const { numInsertedOrUpdatedRows } = await transaction
      .insertInto("figures_proposal")
      .values({ document, signature: JSON.stringify(signature) })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (numInsertedOrUpdatedRows === 1n) await appendAct(transaction, act);
    return (await findFiguresProposal(transaction))?.document === document;
  });
}

export async function deleteFiguresProposal(database: Database, act: Act): Promise<void> {
  await database.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction.deleteFrom("figures_proposal").executeTakeFirst();
    if (numDeletedRows > 0n) await appendAct(transaction, act);
  });
}

/** Publishes what waits. False where somebody was quicker. */
export async function publishFigures(
  database: Database,
  sequence: number,
  { document, signatures }: SignedSnapshot,
  act: Act,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    const { numDeletedRows } = await transaction
      .deleteFrom("figures_proposal")
      .where("document", "=", document)
      .executeTakeFirst();
    if (numDeletedRows === 0n) return false;
    await transaction
      .insertInto("figures")
      .values({ sequence, document, signatures: JSON.stringify(signatures) })
      .execute();
    await appendAct(transaction, act);
    return true;
  });
}
