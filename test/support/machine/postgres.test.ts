import pg from "pg";
import t from "tap";
import { createTestDatabase, query } from "./postgres.ts";

t.test("each test has a migrated database to itself, whose tables belong to the owner's role", async (t) => {
  const [first, second] = await Promise.all([createTestDatabase(t), createTestDatabase(t)]);
  await query(first.ownerUrl, "CREATE TABLE of_the_first (id int)");
  const tables = "SELECT tablename, tableowner FROM pg_tables WHERE schemaname = 'public' ORDER BY tablename";
  const before = await query(second.ownerUrl, tables);
  const after = await query(first.ownerUrl, tables);
  t.ok(before.length > 0, "the migrations ran");
  t.equal(after.length, before.length + 1);
  t.same(new Set(after.map((table) => table["tableowner"])), new Set(["segel_owner"]));
});

t.test("a database ends with its test, also while connections are open", async (t) => {
  let url = "";
  await t.test("a test that forgets to hang up", async (t) => {
    url = (await createTestDatabase(t)).appUrl;
    const forgotten = new pg.Client({ connectionString: url });
    forgotten.on("error", () => {});
    await forgotten.connect();
    t.ok(url);
  });
  await t.rejects(query(url, "SELECT 1"), { code: "3D000" }, "invalid_catalog_name");
});
