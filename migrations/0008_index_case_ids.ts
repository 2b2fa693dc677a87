/** A sealed file that is handed in again must not revive a case that was burnt: it is found by its id. */
import { type Kysely, sql } from "kysely";

const INDEX = `
CREATE INDEX cases_case ON cases (case_id);
`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(INDEX).execute(db);
}
