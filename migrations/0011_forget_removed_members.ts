/** Wraps of whoever is taken out of a case, or out of the directory, are deleted. */
import { type Kysely, sql } from "kysely";

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw("GRANT DELETE ON wraps TO segel_app").execute(db);
}
