import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { startPostgres } from "../../../src/cli/office/embedded-postgres.ts";
import { migrate } from "../../../src/server/store/migrate.ts";
import { BARE_ENV } from "../../support/machine/bare-env.ts";
import { asSuperuser, createTestDatabase, query } from "../../support/machine/postgres.ts";
import { dumpSchema } from "./schema.ts";

const MIGRATE = new URL("../../../src/server/store/migrate.ts", import.meta.url).href;

t.test("a kill in the middle of a migration leaves nothing half done, and the next one ends it", async (t) => {
  const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
  let postgres = await startPostgres(folder);
  t.teardown(async () => {
    await postgres.stop();
    await fs.rm(folder, { recursive: true, force: true });
  });
  const expected = await dumpSchema((await createTestDatabase(t)).ownerUrl);
  // The first index of a migration takes a minute: by then tables are there, and more is to come.
  const inDatabase = { ...postgres, ownerUrl: postgres.ownerUrl };
  await asSuperuser(
    inDatabase,
    `CREATE FUNCTION linger() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN PERFORM pg_sleep(60); END $$;
     CREATE EVENT TRIGGER linger ON ddl_command_end WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION linger()`,
  );
  const isInTheMiddle = async () =>
    (await query(postgres.ownerUrl, "SELECT FROM pg_stat_activity WHERE wait_event = 'PgSleep'")).length > 0;
  const tables = () => query(postgres.ownerUrl, "SELECT FROM pg_class WHERE relname IN ('cases', 'directories')");
  const startMigrating = async () => {
    const code = `const { migrate } = await import(${JSON.stringify(MIGRATE)}); await migrate(process.env.OWNER_URL);`;
    const env = { ...BARE_ENV, OWNER_URL: postgres.ownerUrl };
    const child = spawn(process.execPath, ["--input-type=module", "-e", code], { env, stdio: "ignore" });
    while (!(await isInTheMiddle())) {
      if (child.exitCode !== null) throw new Error("the migration ended before its first index");
      await sleep(20);
    }
    return child;
  };

  const first = await startMigrating();
  first.kill("SIGKILL");
  await once(first, "exit");
  t.equal((await tables()).length, 0, "the program was killed: nobody sees a table");
  await asSuperuser(
    inDatabase,
    "SELECT pg_terminate_backend(pid, 10_000) FROM pg_stat_activity WHERE wait_event = 'PgSleep'",
  );

  const second = await startMigrating();
  const ended = once(second, "exit");
  const pid = Number((await fs.readFile(path.join(folder, "cluster/postmaster.pid"), "utf8")).split("\n", 1)[0]);
  process.kill(pid, "SIGQUIT");
  t.same(await ended, [1, null], "the program says that it failed");
  await postgres.stop();
  postgres = await startPostgres(folder);
  t.equal((await tables()).length, 0, "PostgreSQL was killed: likewise");

  await asSuperuser(postgres, "DROP EVENT TRIGGER linger");
  await asSuperuser(postgres, "DROP FUNCTION linger()");
  await Promise.all([migrate(postgres.ownerUrl), migrate(postgres.ownerUrl)]);
  t.same(await dumpSchema(postgres.ownerUrl), expected, "and the next ends it, two at once as well");
});
