import * as fs from "node:fs/promises";
import t from "tap";
import { createTestDatabase, query } from "../../support/machine/postgres.ts";
import { dumpSchema } from "./schema.ts";
import { migrate } from "../../../src/server/store/migrate.ts";

const FILE = new URL("../../../migrations/schema.sql", import.meta.url);

t.test("migrations/schema.sql is what the migrations make", async (t) => {
  const { ownerUrl } = await createTestDatabase(t);
  const schema = await dumpSchema(ownerUrl);
  if (process.env["UPDATE_SCHEMA"] !== undefined) await fs.writeFile(FILE, schema);
  t.equal(schema, await fs.readFile(FILE, "utf8"));
});

t.test("every column says whether it holds plaintext, and every sealed one is stored as it is", async (t) => {
  const { ownerUrl } = await createTestDatabase(t);
  const columns = await query<{ column: string; type: string; comment: string | null; storage: string }>(
    ownerUrl,
    `SELECT relname || '.' || attname AS column, format_type(atttypid, atttypmod) AS type, col_description(attrelid, attnum) AS comment, attstorage AS storage
     FROM pg_attribute JOIN pg_class ON pg_class.oid = attrelid
     WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' AND relname NOT LIKE 'kysely%' AND attnum > 0`,
  );
  t.ok(columns.length > 40);
  for (const { column, type, comment, storage } of columns) {
    t.match(comment, /^(plaintext|sealed): ./u, column);
    const sealed = comment?.startsWith("sealed:") === true;
    t.equal(storage === "e", sealed, `${column}: storage`);
    if (sealed) t.equal(type, "bytea");
  }
  const aboutReporters = columns.filter(({ column }) => /^(cases|inboxes|messages|access|wraps)\./u.test(column));
  t.notOk(
    aboutReporters.some(({ type }) => type.startsWith("time")),
    "no table about reports holds a time",
  );
  const counted = await query(
    ownerUrl,
    "SELECT 1 FROM pg_class WHERE relkind = 'S' AND relnamespace = 'public'::regnamespace",
  );
  t.equal(counted.length, 0, "and no sequence counts anything");
});

t.test(
  "attack 45: every table is rewritten, but those that hold nothing of members and reporters, or settle",
  async (t) => {
    const { ownerUrl } = await createTestDatabase(t);
    const left = await query<{ name: string }>(
      ownerUrl,
      `SELECT relname AS name FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
       AND relname NOT LIKE 'kysely%' AND relname NOT IN (SELECT name FROM rewrites) ORDER BY relname`,
    );
    t.same(
      left.map(({ name }) => name),
      ["directories", "office_documents", "rewrites", "settled_cells", "statements"],
    );
  },
);

t.test("the application's role owns nothing and may do no more than its code", async (t) => {
  const { appUrl, ownerUrl } = await createTestDatabase(t);
  const refused = [
    "DELETE FROM cases",
    "UPDATE cases SET head = head",
    "UPDATE messages SET row = row",
    "DELETE FROM messages",
    "UPDATE directories SET document = document",
    "DELETE FROM directories",
    "TRUNCATE spent",
    "DELETE FROM logins",
    "CREATE TABLE intruder (id int)",
    "ALTER TABLE cases ADD COLUMN intruder int",
    "DROP TABLE cases",
    "SELECT * FROM kysely_migration",
  ];
  for (const statement of refused) await t.rejects(query(appUrl, statement), { code: "42501" }, statement);
  const owned = await query(ownerUrl, "SELECT 1 FROM pg_class WHERE relowner = 'segel_app'::regrole");
  t.equal(owned.length, 0);
});

t.test("migrations may be run again, also by two programs at once", async (t) => {
  const { ownerUrl } = await createTestDatabase(t);
  await query(ownerUrl, "DROP OWNED BY CURRENT_USER").catch(() => {});
  await query(ownerUrl, "CREATE SCHEMA IF NOT EXISTS public").catch(() => {});
  await Promise.all([migrate(ownerUrl), migrate(ownerUrl)]);
  await migrate(ownerUrl);
  t.equal(await dumpSchema(ownerUrl), await fs.readFile(FILE, "utf8"));
});
