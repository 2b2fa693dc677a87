import t from "tap";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { connect } from "../../../src/server/store/database.ts";
import { deleteExpired, insertSpent } from "../../../src/server/store/spent.ts";
import { createTestDatabase, query } from "../../support/machine/postgres.ts";

t.test("nonces and sessions that have expired are removed, also by two processes at once, and no others", async (t) => {
  const { appUrl, ownerUrl } = await createTestDatabase(t);
  const [first, second] = [connect(appUrl), connect(appUrl)];
  const hours = (count: number) => new Date(Date.now() + count * 3_600_000);
  for (const expires of [hours(-2), hours(-1), hours(1)]) {
    await insertSpent(first.database, { nonceHash: randomBytes(32), expires });
    await query(
      ownerUrl,
      "INSERT INTO sessions (id_hash, member_id, entry_hash, expires, begun_on, way) VALUES ($1, $2, $3, $4, $4::timestamptz::date, 'words')",
      [randomBytes(32), randomBytes(16), randomBytes(32), expires],
    );
  }
  await Promise.all([deleteExpired(first.database), deleteExpired(second.database)]);
  for (const table of ["spent", "sessions"])
    t.equal((await query(ownerUrl, `SELECT 1 FROM ${table}`)).length, 1, table);
  await first.close();
  await second.close();
});
