/** Many cases in a database without sealing each: copies of a few real ones, made in SQL under new handles. */
import { randomUUID } from "node:crypto";
import pg from "pg";
import { connect } from "../../src/client/line/http.ts";
import { type Member, enrol, signIn } from "../../src/client/member/entry/sign-in.ts";
import type { TestDatabase } from "../support/machine/postgres.ts";
import { fire } from "./load.ts";
import { type Bench, ORIGIN, type Running } from "./processes.ts";
import { pretend, sealReports, shotsFor } from "./intake.ts";

/** So many real reports stand behind the copies. */
const ORIGINALS = 20;
/** Copies of each original in one statement: some 400 MB. */
const PORTION = 500;

export async function sendReports(bench: Bench, server: Running, count: number): Promise<void> {
  const shots = await shotsFor(server, await sealReports(bench, count), pretend);
  const { failures } = await fire(server.address, 4, shots, 201);
  if (failures > 0) throw new Error("a report was not stored");
}

/**
 * Fills a database up to `total` cases. The copies keep head and body, so that a member opens them like any other;
 * only the way in, which is found by case id, gets invented ids.
 */
export async function fillWithCopies(
  bench: Bench,
  server: Running,
  database: TestDatabase,
  total: number,
): Promise<void> {
  await sendReports(bench, server, ORIGINALS);
  await asOwner(database, async (client) => {
    const columns = await client.query<{ list: string }>(
      "SELECT string_agg(quote_ident(column_name), ', ') AS list FROM information_schema.columns WHERE table_name = 'cases' AND column_name <> 'handle'",
    );
    const list = columns.rows[0]?.list ?? "";
    const copies = Math.ceil(total / ORIGINALS) - 1;
    await client.query(
      "CREATE TEMP TABLE originals AS SELECT handle, (SELECT receipt FROM inboxes WHERE inboxes.handle = cases.handle) AS receipt FROM cases",
    );
    // In portions, so that no single transaction outgrows the log that a small machine keeps.
    for (let made = 0; made < copies; made += PORTION) {
      await client.query(
        `INSERT INTO cases (handle, ${list})
         SELECT gen_random_uuid(), ${list} FROM cases, generate_series(1, ${Math.min(PORTION, copies - made)})
         WHERE handle IN (SELECT handle FROM originals)`,
      );
    }
    await client.query(
      `INSERT INTO inboxes (case_id, handle, receipt)
       SELECT sha256(uuid_send(handle)), handle, (SELECT receipt FROM originals LIMIT 1) FROM cases
       WHERE handle NOT IN (SELECT handle FROM inboxes)`,
    );
    await client.query("ANALYZE");
  });
}

export async function asOwner(database: TestDatabase, use: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: database.ownerUrl });
  await client.connect();
  try {
    await use(client);
  } finally {
    await client.end();
  }
}

/** An investigator of the first channel, enrolled and signed in at a server that listens elsewhere than its origin. */
export async function signInInvestigator({ organisation }: Bench, server: Running): Promise<Member> {
  const connection = connect(ORIGIN, (url, init) => fetch(url.replace(ORIGIN, server.address), init));
  const [member] = organisation.investigators;
  if (member === undefined) throw new Error("the organisation has no investigator");
  const credentials = {
    name: `bench-${randomUUID().slice(0, 8)}`,
    passphrase: "six words that serve for a measurement",
  };
  await enrol(connection, member, credentials);
  return signIn(connection, {
    ...credentials,
    roots: organisation.rootSet,
    device: undefined,
    builtAt: 0,
    now: Date.now(),
  });
}
