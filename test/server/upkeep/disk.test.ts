/** What whoever has the disk reads of times and of the order of arrival, before and after the rewriting. */
import * as fs from "node:fs/promises";
import path from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import t from "tap";
import { SUPERUSER } from "../../../src/cli/office/embedded-postgres.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { WRAP_BYTES } from "../../../src/crypto/wrap-size.ts";
import { rewrite } from "../../../src/server/upkeep/rewrite.ts";
import { sweep } from "../../../src/server/upkeep/sweep.ts";
import { daysAgo } from "../../../src/server/services/common/today.ts";
import { connect } from "../../../src/server/store/database.ts";
import { findRewritten, findTimeKeepers, rewriteTable, settleCells } from "../../../src/server/store/rewrite.ts";
import { getCell, makeFile, makeMessage, putCell, putFile, putMessage } from "../../support/files.ts";
import { logIn, openHeads } from "../../support/members.ts";
import { createTestDatabase, query, startOwnPostgres } from "../../support/machine/postgres.ts";
import {
  type TestReport,
  makeReport,
  send,
  sendSigned,
  startServer,
  storeReport,
  submit,
} from "../../support/machine/server.ts";

/** Behind the next midnight, also where that comes while this runs. */
const LATER = daysAgo(-2);
/** 2000 began so many days after 1970: PostgreSQL counts its microseconds from there. */
const POSTGRES_EPOCH_MS = 10_957 * 86_400_000;

t.test("attack 89: a day later the disk tells of reports and visits no time but their day, and no order", async (t) => {
  const { folder, postgres } = await startOwnPostgres(t);
  const superuser = Object.assign(new URL(postgres.ownerUrl), { username: SUPERUSER }).href;
  const server = await startServer(t, { urls: postgres });

  await sleep(10);
  // By the database's clock, whatever day the test believes it is.
  const now = async () => {
    const [row] = await query<{ ms: string }>(
      superuser,
      "SELECT floor(extract(epoch FROM clock_timestamp()) * 1000) AS ms",
    );
    return Number(row!.ms);
  };
  const span = { from: await now(), to: 0 };
  const reports: TestReport[] = [];
  for (let i = 0; i < 8; i++) reports.push(await storeReport(server));
  const [first] = reports as [TestReport];
  const visits = await countTransactions(superuser);
  for (const keys of [first.keys, makeReport(server).keys])
    t.equal((await sendSigned(server, keys.auth, "/api/case")).status, 200);
  t.equal(await countTransactions(superuser), visits, "who looks for an answer leaves nothing in the database");
  await sendSigned(server, first.keys.auth, "/api/case");

  const session = await logIn(server, server.organisation.lead);
  const handles = await openHeads(server, session);
  for (const handle of handles.toSorted())
    await send(server, `/api/cases/${handle}/wrap`, { method: "PUT", body: randomBytes(WRAP_BYTES), session });
  for (const [at, report] of reports.entries()) {
    const files = at < 3 ? [makeFile()] : [];
    for (const file of files) await putFile(server, report.keys.auth, file);
    const message = makeMessage(report.keys.auth, files);
    t.equal((await putMessage(server, report.keys.auth, 1, message)).status, 200);
  }
  for (const handle of handles.slice(0, 3)) {
    const sender = { session, handle };
    t.equal((await putMessage(server, sender, 1, makeMessage(sender, []))).status, 200);
  }
  for (const handle of handles.slice(0, 3)) {
    await query(
      postgres.ownerUrl,
      `WITH proposed AS (
         INSERT INTO discards (handle, case_id, channel_id) SELECT handle, case_id, channel_id FROM cases WHERE handle = $1 RETURNING handle
       ) INSERT INTO discard_steps (handle, number, step, statement, signature, stored_on) SELECT handle, 1, 'propose', $2, $2, $3 FROM proposed`,
      [handle, randomBytes(64), daysAgo(0)],
    );
    await query(
      postgres.appUrl,
      "INSERT INTO epochs (handle, epoch, access_key, removed, statement, signature) VALUES ($1, 1, $2, ARRAY[$3::bytea], $4, $4)",
      [handle, randomBytes(32), randomBytes(16), randomBytes(64)],
    );
    await query(postgres.appUrl, "INSERT INTO urgent (handle, for_channel) VALUES ($1, true)", [handle]);
    await query(
      postgres.appUrl,
      "INSERT INTO notices (member_id, address, wishes, known, looked_at) VALUES ($1, 'a@example.org', '{}', '', '')",
      [randomBytes(16)],
    );
    await query(postgres.appUrl, "INSERT INTO interests (member_id, version, declaration) VALUES ($1, 1, $2)", [
      randomBytes(16),
      randomBytes(64),
    ]);
    await query(
      postgres.appUrl,
      "INSERT INTO factors (factor_id, member_id, kind, added_on, secret) VALUES ($1, $1, 'code', $2, $3)",
      [randomBytes(16), daysAgo(0), randomBytes(60)],
    );
    await query(
      postgres.appUrl,
      "INSERT INTO factor_resets (member_id, asked_by, asked_on, signature) VALUES ($1, $1, $2, $3)",
      [randomBytes(16), daysAgo(0), randomBytes(64)],
    );
    await query(
      postgres.appUrl,
      "INSERT INTO proposals (hash, document, signatures, proposed_on) VALUES ($1, '', '[]', $2)",
      [randomBytes(32), daysAgo(0)],
    );
    await query(
      postgres.appUrl,
      "INSERT INTO founding_joiners (member_id, signing_key, place, entry) VALUES ($1, $2, 1, '{}')",
      [randomBytes(16), randomBytes(32)],
    );
    await query(
      postgres.appUrl,
      "INSERT INTO figures (sequence, document, signatures) SELECT count(*) + 1, '{}', '[]' FROM figures",
    );
    await query(postgres.appUrl, "INSERT INTO entries (member_id, entry) VALUES ($1, '{}')", [randomBytes(16)]);
    await query(
      postgres.appUrl,
      "INSERT INTO recovery_records (recovery_key, drawn, use, on_day, record) VALUES ($1, $2, 'rehearsed', $3, '{}')",
      [randomBytes(32), randomBytes(16), daysAgo(0)],
    );
  }
  span.to = await now();
  await sleep(10);

  // What it was like before, or the search would prove nothing.
  const known = reports.map(({ submission }) => submission.subarray(-64));
  const before = await readDisk(folder, span, known);
  t.ok(before.times > reports.length, `${before.times} times of that hour stood there`);
  // Now and then a page of the log begins in the middle of one.
  const inLog = before.copies.filter((count) => count > 0).length;
  t.ok(inLog > reports.length / 2, "and the reports, in the log");
  t.ok((await readOrder(superuser, "cases")).transactions > 1);

  const { database, close } = connect(postgres.appUrl);
  t.teardown(close);
  t.equal(await rewrite(database), true, "some hours later, on the same day");
  await query(postgres.ownerUrl, "UPDATE spent SET expires = now() - interval '1 hour'");
  await query(postgres.ownerUrl, "UPDATE sessions SET expires = now() - interval '1 hour'");
  await sweep(database);
  t.equal(await rewrite(database, LATER), true);
  t.same(await findTimeKeepers(database), [], "and the database is set so that it keeps no times");

  for (const table of [...(await findRewritten(database)), "settled_cells"]) {
    const { rows, transactions, isByKey, isBesideByKey, locks } = await readOrder(superuser, table);
    const isEmptied = ["spent", "sessions", "file_cells"].includes(table);
    // One member has logged in, no more than one office is founded, and one set of figures at most waits.
    if (!["logins", "founding", "figures_proposal"].includes(table)) t.equal(rows > 1, !isEmptied, `${table} has rows`);
    t.ok(transactions <= 1, `${table}: one transaction`);
    t.ok(isByKey, `${table}: lies in the order of its random keys, as a dump shows it`);
    t.ok(isBesideByKey, `${table}: what lies beside the rows too`);
    t.equal(locks, 0, `${table}: no row says who locked it`);
  }
  const after = await readDisk(folder, span, known);
  t.equal(after.times, 0, "no time of that hour stands anywhere, in log, statistics or tables");
  t.same(after.touched, [], "and no file was last written then");
  t.same(new Set(after.copies), new Set([1]), "each report stands there once");
  await server.app.close();
  await close();
  await postgres.stop();
  t.equal((await readDisk(folder, span, known)).times, 0, "nor after the database was stopped");
});

t.test(
  "attack 45: what came before and after a rewriting of one day cannot be told apart after the next",
  async (t) => {
    const { appUrl, ownerUrl } = await createTestDatabase(t);
    const { database, close } = connect(appUrl);
    t.teardown(close);
    const shuffled = [4, 1, 5, 0, 3, 2].map((first) => first.toString(16).repeat(32));
    const rounds = [shuffled.slice(0, 3), shuffled.slice(3)] as const;
    for (const [round, keys] of rounds.entries()) {
      for (const key of keys) await insertCase(ownerUrl, key);
      if (round > 0) {
        const { transactions, isByKey, isBesideByKey } = await readOrder(ownerUrl, "cases");
        t.same([transactions, isByKey, isBesideByKey], [4, false, false], "before: one, and one a row that came since");
      }
      await rewriteTable(database, "cases", daysAgo(0));
      const { rows, transactions, isByKey, isBesideByKey } = await readOrder(ownerUrl, "cases");
      t.same([rows, transactions, isByKey, isBesideByKey], [3 * (round + 1), 1, true, true], "after");
    }
    // Those of the day before are left alone from now on: their day is known.
    await rewriteTable(database, "cases", daysAgo(-2));
    await insertCase(ownerUrl, "7".repeat(32), daysAgo(-2));
    await rewriteTable(database, "cases", daysAgo(-3));
    t.equal((await readOrder(ownerUrl, "cases")).transactions, 2);
  },
);

t.test("a dump that began before the rewriting is whole, and what it still saw goes with the next", async (t) => {
  const { appUrl, ownerUrl } = await createTestDatabase(t);
  const { database, close } = connect(appUrl);
  for (let i = 0; i < 9; i++) await insertCase(ownerUrl, hex(randomBytes(16)));
  const dump = new pg.Client({ connectionString: ownerUrl });
  await dump.connect();
  t.teardown(async () => {
    await dump.end();
    await close();
  });
  const seen = "SELECT count(*)::int AS count, count(DISTINCT xmin::text)::int AS transactions FROM cases";
  await dump.query("BEGIN ISOLATION LEVEL REPEATABLE READ");
  await dump.query("SELECT 1");
  await rewriteTable(database, "cases", daysAgo(0));
  t.same((await dump.query(seen)).rows, [{ count: 9, transactions: 9 }]);
  const running = rewriteTable(database, "cases", daysAgo(0));
  await t.rejects(running, { code: "55P03" }, "while it reads, the rewriting gives way");
  await dump.query("COMMIT");
  await rewriteTable(database, "cases", daysAgo(0));
  t.same(await query(ownerUrl, seen), [{ count: 9, transactions: 1 }]);
});

t.test(
  "a removed row whose bytes autovacuum has taken already waits for other databases, and nothing is lost",
  async (t) => {
    const { appUrl, ownerUrl } = await createTestDatabase(t);
    const { database, close } = connect(appUrl);
    const [superuser, other] = await Promise.all(
      [ownerUrl.replace("segel_owner@", `${SUPERUSER}@`), (await createTestDatabase(t)).ownerUrl].map(async (url) => {
        const client = new pg.Client({ connectionString: url });
        await client.connect();
        return client;
      }),
    );
    t.teardown(async () => {
      await Promise.all([superuser!.end(), other!.end(), close()]);
    });
    // By itself it comes when it likes, and then to the rows too.
    await superuser!.query("ALTER TABLE cases SET (autovacuum_enabled = false, toast.autovacuum_enabled = false)");
    for (let i = 0; i < 9; i++) await insertCase(ownerUrl, `${i}`.repeat(32));
    const read = () =>
      query(ownerUrl, "SELECT handle, head, body, identity_head, identity_body FROM cases ORDER BY handle");
    await other!.query("BEGIN");
    await other!.query("SELECT pg_current_xact_id()");
    await query(ownerUrl, `DELETE FROM cases WHERE handle < '${"5".repeat(32)}'`);
    const before = await read();
    const [beside] = await query<{ name: string }>(
      ownerUrl,
      "SELECT reltoastrelid::regclass::text AS name FROM pg_class WHERE oid = 'cases'::regclass",
    );
    await superuser!.query(`VACUUM ${beside!.name}`);
    await t.rejects(query(appUrl, "SELECT order_rows('cases')"), { code: "XX001" }, "or this would prove nothing");
    t.same(await read(), before, "who reads does not see it");

    let hasFailed = false;
    const rewriting = rewriteTable(database, "cases", daysAgo(0));
    rewriting.catch(() => (hasFailed = true));
    // The statement by which it looks whether they are over.
    const waiting = `SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND query ~ 'pg_snapshot_xmin' AND pid <> pg_backend_pid()`;
    while (!hasFailed && (await superuser!.query(waiting)).rows.length === 0) await sleep(10);
    t.same(await read(), before, "nor while it is waited for");
    await other!.query("COMMIT");
    await rewriting;
    t.same(await read(), before);
    t.equal((await readOrder(ownerUrl, "cases")).transactions, 1);
  },
);

t.test(
  "reports, messages and cells that come during rewriting are stored, and a rewriting that is killed harms nothing",
  async (t) => {
    const server = await startServer(t);
    const { database, close } = connect(server.urls.appUrl);
    t.teardown(close);
    const rewriteSome = async () => {
      await settleCells(database, LATER);
      for (const table of ["cases", "messages", "files", "file_cells"]) await rewriteTable(database, table, LATER);
    };
    const stored: TestReport[] = [];
    let isOver = false;
    const rewriting = (async () => {
      let killed = 0;
      while (!isOver || killed === 0) {
        const killing = sleep(Math.random() * 20).then(() =>
          query<{ ended: boolean }>(
            server.urls.ownerUrl.replace("segel_owner@", `${SUPERUSER}@`),
            `SELECT pg_terminate_backend(pid) AS ended FROM pg_stat_activity
         WHERE datname = current_database() AND state = 'active' AND query ~ 'rewrite_rows|order_rows|settle_cells' AND pid <> pg_backend_pid()`,
          ),
        );
        const [outcome, ended] = await Promise.all([rewriteSome().catch(() => "killed"), killing]);
        if (outcome === "killed" && ended.length > 0) killed++;
      }
      return killed;
    })();
    for (let i = 0; i < 6; i++) {
      const report = await storeReport(server);
      const file = makeFile();
      await putFile(server, report.keys.auth, file);
      const message = makeMessage(report.keys.auth, [file]);
      t.equal((await putMessage(server, report.keys.auth, 1, message)).status, 200);
      t.equal((await putMessage(server, report.keys.auth, 1, message)).status, 200, "the same again");
      t.equal((await submit(server, report)).status, 201, "and the report, in the same bytes");
      const [again, other] = [
        await putCell(server, report.keys.auth, file, 0),
        await putCell(server, report.keys.auth, file, 1, { body: makeFile().cells[1] ?? randomBytes(1) }),
      ];
      t.same(
        [again.status, other.problem],
        [200, "conflict"],
        "a cell again, here or settled, and another in its place",
      );
      stored.push(report);
    }
    isOver = true;
    t.ok((await rewriting) > 0, "some were killed");
    await rewriteSome();
    for (const report of stored) t.equal((await submit(server, report)).status, 201, "still there, in the same bytes");
    const [cells] = await query<{ twice: number; rest: number; all: number }>(
      server.urls.ownerUrl,
      `SELECT (SELECT count(*)::int FROM file_cells JOIN settled_cells USING (handle, file_id, cell)) AS twice,
       (SELECT count(*)::int FROM file_cells) AS rest, (SELECT count(*)::int FROM settled_cells) AS all`,
    );
    t.same(cells, { twice: 0, rest: 0, all: 12 }, "each cell settled once");
  },
);

t.test("cells settle when their message is of an earlier day, and are read, kept and removed as before", async (t) => {
  const server = await startServer(t);
  const { database, close } = connect(server.urls.appUrl);
  t.teardown(close);
  const report = await storeReport(server);
  const [claimed, unclaimed] = [makeFile(), makeFile({ cells: 4 })];
  await putFile(server, report.keys.auth, claimed);
  for (const cell of [0, 1]) await putCell(server, report.keys.auth, unclaimed, cell);
  await putMessage(server, report.keys.auth, 1, makeMessage(report.keys.auth, [claimed]));
  const count = async (table: string) => (await query(server.urls.ownerUrl, `SELECT 1 FROM ${table}`)).length;

  await settleCells(database, daysAgo(0));
  t.same([await count("file_cells"), await count("settled_cells")], [4, 0], "not on the same day");
  await settleCells(database, LATER);
  t.same([await count("file_cells"), await count("settled_cells")], [2, 2], "only what a message claimed");
  const session = await logIn(server, server.organisation.lead);
  const [handle = ""] = await openHeads(server, session);
  const shown = await getCell(server, { session, handle }, claimed, 1);
  t.same(shown.bytes, claimed.cells[1]);
  t.equal((await putCell(server, report.keys.auth, unclaimed, 2)).status, 200, "an upload goes on");
  await query(server.urls.ownerUrl, "DELETE FROM cases");
  t.same([await count("file_cells"), await count("settled_cells")], [0, 0], "and all of it goes with the case");
});

t.test("a cell that comes again while its file settles is not stored twice", async (t) => {
  const server = await startServer(t);
  const report = await storeReport(server);
  const file = makeFile();
  await putFile(server, report.keys.auth, file);
  await putMessage(server, report.keys.auth, 1, makeMessage(report.keys.auth, [file]));
  const settling = new pg.Client({ connectionString: server.urls.ownerUrl });
  await settling.connect();
  t.teardown(() => settling.end());
  await settling.query("BEGIN");
  await settling.query("SELECT settle_cells($1)", [LATER]);
  const again = [putCell(server, report.keys.auth, file, 0), putCell(server, report.keys.auth, file, 1)];
  const waiting = "SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'";
  while ((await query(server.urls.ownerUrl.replace("segel_owner@", `${SUPERUSER}@`), waiting)).length < 2)
    await sleep(10);
  await settling.query("COMMIT");
  for (const answer of again) t.equal((await answer).status, 200);
  t.equal((await query(server.urls.ownerUrl, "SELECT 1 FROM file_cells")).length, 0);
  t.equal((await query(server.urls.ownerUrl, "SELECT 1 FROM settled_cells")).length, 2);
});

t.test("of the rewriting the application's role may do nothing but ask for it, and only of these tables", async (t) => {
  const { appUrl } = await createTestDatabase(t);
  for (const statement of [
    "INSERT INTO settled_cells SELECT * FROM file_cells",
    "DELETE FROM settled_cells",
    "SELECT condition FROM rewrites",
    "UPDATE rewrites SET condition = 'true'",
    "UPDATE files SET settled = false",
    "CHECKPOINT",
    "SELECT pg_switch_wal()",
    "CLUSTER cases USING cases_pkey",
  ])
    await t.rejects(query(appUrl, statement), { code: "42501" }, statement);
  for (const statement of [
    `SELECT rewrite_rows('directories', '${LATER}')`,
    `SELECT rewrite_rows('cases; DROP TABLE spent', '${LATER}')`,
    "SELECT order_rows('directories')",
    "SELECT order_rows('pg_authid')",
  ])
    await t.rejects(query(appUrl, statement), statement);
});

async function insertCase(ownerUrl: string, key: string, day = daysAgo(0)): Promise<void> {
  await query(
    ownerUrl,
    `INSERT INTO cases (handle, case_id, channel_id, access_key, arrived_on, state_on, head, body, identity_head, identity_body)
     VALUES ($1::uuid, $2, $3, $2, $4, $4, $5, $5, $5, $5)`,
    [key, randomBytes(32), randomBytes(16), day, randomBytes(3_000)],
  );
}

/** How many transactions the database has numbered. */
async function countTransactions(url: string): Promise<string> {
  const [row] = await query<{ next: string }>(url, "SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next");
  return row?.next ?? "";
}

type Disk = { readonly times: number; readonly touched: readonly string[]; readonly copies: readonly number[] };

/** All files of a data folder: PostgreSQL's times (microseconds since 2000, 64 bits) within a span, and copies of what is known. */
async function readDisk(
  folder: string,
  span: { from: number; to: number },
  known: readonly Uint8Array[],
): Promise<Disk> {
  const [least, most] = [span.from, span.to].map((ms) => BigInt(ms - POSTGRES_EPOCH_MS) * 1_000n) as [bigint, bigint];
  const copies = known.map(() => 0);
  const touched: string[] = [];
  let times = 0;
  for (const entry of await fs.readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const [content, { mtimeMs }] = await Promise.all([fs.readFile(file), fs.stat(file)]);
    if (/\/(base|pg_wal|pg_xact|pg_stat)\//u.test(file) && mtimeMs >= span.from && mtimeMs <= span.to)
      touched.push(file);
    known.forEach((bytes, at) => (copies[at] = (copies[at] ?? 0) + countIn(content, bytes)));
    // The upper half of a time changes every 71 minutes: few places need a closer look.
    for (let high = least >> 32n; high <= most >> 32n; high++) {
      const upper = Buffer.alloc(4);
      upper.writeUInt32LE(Number(high));
      for (let at = content.indexOf(upper); at >= 0; at = content.indexOf(upper, at + 1)) {
        const time = at < 4 ? 0n : content.readBigInt64LE(at - 4);
        if (time >= least && time <= most) times++;
      }
    }
  }
  return { times, touched, copies };
}

function countIn(content: Buffer, bytes: Uint8Array): number {
  let count = 0;
  for (let at = content.indexOf(bytes); at >= 0; at = content.indexOf(bytes, at + 1)) count++;
  return count;
}

type Order = { rows: number; transactions: number; locks: number; isByKey: boolean; isBesideByKey: boolean };

/** How a table lies on the disk, as its owner sees it. */
async function readOrder(superuser: string, table: string): Promise<Order> {
  const [key] = await query<{ columns: string }>(
    superuser,
    `SELECT string_agg(format('%I', attname), ', ' ORDER BY array_position(indkey::int[], attnum::int)) AS columns
     FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = ANY(indkey)
     WHERE indisprimary AND indrelid = '${table}'::regclass`,
  );
  const sealed = await query<{ name: string }>(
    superuser,
    `SELECT attname AS name FROM pg_attribute WHERE attrelid = '${table}'::regclass AND attstorage = 'e'`,
  );
  const beside = sealed.map(({ name }) => `pg_column_toast_chunk_id("${name}")::text::bigint`);
  const rows = await query<{ xmin: string; xmax: string; place: string; beside: (string | null)[] }>(
    superuser,
    `SELECT xmin::text, xmax::text, row_number() OVER (ORDER BY ctid) AS place,
       ARRAY[${beside.join(", ")}]::bigint[] AS beside FROM ${table} ORDER BY ${key?.columns}`,
  );
  const isAscending = (numbers: readonly number[]) =>
    numbers.every((value, at) => at === 0 || value > (numbers[at - 1] ?? 0));
  return {
    rows: rows.length,
    transactions: new Set(rows.map(({ xmin }) => xmin)).size,
    locks: rows.filter(({ xmax }) => xmax !== "0").length,
    isByKey: isAscending(rows.map(({ place }) => Number(place))),
    isBesideByKey: sealed.every((_, at) => isAscending(rows.flatMap(({ beside: ids }) => ids[at] ?? []).map(Number))),
  };
}
