/** Brings the schema up to date. Forward only, as the owner of the tables, one program at a time. */
import { type Migration, Migrator } from "kysely/migration";
import * as createTables from "../../../migrations/0001_create_tables.ts";
import * as addFiles from "../../../migrations/0002_add_files.ts";
import * as rewriteRows from "../../../migrations/0003_rewrite_rows.ts";
import * as addDiscardsAndKnownHeads from "../../../migrations/0004_add_discards_and_known_heads.ts";
import * as addEpochsAndGrants from "../../../migrations/0005_add_epochs_and_grants.ts";
import * as addNotices from "../../../migrations/0006_add_notices.ts";
import * as addInterests from "../../../migrations/0007_add_interests.ts";
import * as indexCaseIds from "../../../migrations/0008_index_case_ids.ts";
import * as addFactors from "../../../migrations/0009_add_factors.ts";
import * as addStatements from "../../../migrations/0010_add_statements.ts";
import * as forgetRemovedMembers from "../../../migrations/0011_forget_removed_members.ts";
import * as addRecoveryRecords from "../../../migrations/0012_add_recovery_records.ts";
import * as addFounding from "../../../migrations/0013_add_founding.ts";
import * as keepDiscardReaders from "../../../migrations/0014_keep_discard_readers.ts";
import * as addEntries from "../../../migrations/0015_add_entries.ts";
import * as addOfficeDocuments from "../../../migrations/0016_add_office_documents.ts";
import * as addPublishedFigures from "../../../migrations/0017_add_published_figures.ts";
import * as addAudit from "../../../migrations/0018_add_audit.ts";
import { connect, waitForDatabase } from "./database.ts";

/** By name, in this order. Named here, so that no path is computed and the compiler sees them all. */
const MIGRATIONS: Readonly<Record<string, Migration>> = {
  "0001_create_tables": createTables,
  "0002_add_files": addFiles,
  "0003_rewrite_rows": rewriteRows,
  "0004_add_discards_and_known_heads": addDiscardsAndKnownHeads,
  "0005_add_epochs_and_grants": addEpochsAndGrants,
  "0006_add_notices": addNotices,
  "0007_add_interests": addInterests,
  "0008_index_case_ids": indexCaseIds,
  "0009_add_factors": addFactors,
  "0010_add_statements": addStatements,
  "0011_forget_removed_members": forgetRemovedMembers,
  "0012_add_recovery_records": addRecoveryRecords,
  "0013_add_founding": addFounding,
  "0014_keep_discard_readers": keepDiscardReaders,
  "0015_add_entries": addEntries,
  "0016_add_office_documents": addOfficeDocuments,
  "0017_add_published_figures": addPublishedFigures,
  "0018_add_audit": addAudit,
};

/**
 * Waits for PostgreSQL (`onWait` hears of it), and applies what is missing, in one transaction under PostgreSQL's
 * advisory lock. Throws the first failure.
 */
export async function migrate(ownerUrl: string, onWait: () => void = () => {}): Promise<void> {
  const { database, close } = connect(ownerUrl, { statementTimeoutMs: 0 });
  try {
    await waitForDatabase(database, onWait);
    const migrator = new Migrator({ db: database, provider: { getMigrations: async () => ({ ...MIGRATIONS }) } });
    const { error } = await migrator.migrateToLatest();
    // oxlint-disable-next-line typescript/only-throw-error -- Kysely hands over what was thrown
    if (error !== undefined) throw error;
  } finally {
    await close();
  }
}
