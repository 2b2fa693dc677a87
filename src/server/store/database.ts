/** The one door to PostgreSQL. */
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { Kysely, PostgresDialect, type PostgresPoolClient, sql } from "kysely";
import pg from "pg";
import {
  type Demands,
  PROBE_MS,
  UnfitDatabase,
  isAway,
  isRelayed,
  makeFit,
  refuseLentConnections,
} from "./durability.ts";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

/** The row of a statement that always gives exactly one. */
export function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error("a statement gave no row");
  return row;
}

/** Enough to keep two cores of a database busy; each connection costs it some 10 MB. */
export const CONNECTIONS = 10;
/** No statement of ours takes a hundredth of this; one that does holds a connection that others need. */
const STATEMENT_TIMEOUT_MS = 30_000;
const CONNECT_TIMEOUT_MS = 10_000;

const { builtins } = pg.types;
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    // Days stay days: a Date would invent a time and a time zone.
    if (oid === builtins.DATE) return (text: string) => text;
    // Our 64-bit columns hold 32-bit numbers without a sign.
    if (oid === builtins.INT8) return Number;
    // oxlint-disable-next-line typescript/no-unsafe-return -- pg's own parsers have no types
    return pg.types.getTypeParser(oid, format);
  },
};

/** Who hears what other connections tell (NOTIFY), by database. */
const hearing = new WeakMap<Database, Set<(payload: string) => void>>();

/** Calls `hear` with whatever arrives on a connection that listens. */
export function onNotification(database: Database, hear: (payload: string) => void): void {
  hearing.get(database)?.add(hear);
}

export type Connection = {
  readonly database: Database;
  readonly close: () => Promise<void>;
};

export type ConnectOptions = {
  /** Hears of connections that broke while idle; the pool replaces them by itself. */
  readonly onError?: (error: Error) => void;
  /** Hears in a sentence why connections are refused, once for each reason. */
  readonly onUnfit?: (sentence: string) => void;
} & Partial<Pick<Demands, "statementTimeoutMs" | "disks">>;

/** Each connection is looked at before it serves: one that does not keep what we promise is refused (durability.ts). */
export function connect(
  url: string,
  { onError = () => {}, onUnfit = () => {}, statementTimeoutMs = STATEMENT_TIMEOUT_MS, disks = 1 }: ConnectOptions = {},
): Connection {
  // With `pipeline` a statement is sent when it is asked for, whether or not the one before has been answered.
  const config = { connectionString: url, types, application_name: "segel", pipeline: true };
  const demands: Demands = { statementTimeoutMs, idleTimeoutMs: STATEMENT_TIMEOUT_MS, disks };
  let isFirst = true;
  let said = "";
  const openOther = (): pg.Client => {
    const other = new pg.Client({ ...config, query_timeout: PROBE_MS, connectionTimeoutMillis: PROBE_MS });
    other.on("error", () => {});
    return other;
  };
  const inspect = async (client: pg.ClientBase): Promise<void> => {
    try {
      if (isFirst || (await isRelayed(client))) await refuseLentConnections(client, openOther());
      await makeFit(client, demands);
      isFirst = false;
      said = "";
    } catch (error) {
      if (error instanceof UnfitDatabase && error.message !== said) {
        said = error.message;
        onUnfit(said);
      }
      throw error;
    }
  };
  const pool = new pg.Pool({
    ...config,
    max: CONNECTIONS,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // It is waited for, which its type does not say.
    onConnect: inspect as (client: pg.ClientBase) => void,
  });
  pool.on("error", onError);
  // A connection that breaks while it works fails its statement, which is enough; an event that nobody hears ends the process.
  pool.on("connect", (client) => client.on("error", () => {}));
  const listeners = new Set<(payload: string) => void>();
  pool.on("connect", (client) =>
    client.on("notification", ({ payload = "" }) => {
      for (const hear of listeners) hear(payload);
    }),
  );
  const database: Database = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: {
        options: pool.options,
        connect: async () => preparing(await pool.connect()),
        end: () => pool.end(),
      },
    }),
  });
  hearing.set(database, listeners);
  return { database, close: () => database.destroy() };
}

/** Recovery after a kill, or a machine that starts everything at once. */
const START_PATIENCE_MS = 60_000;
const START_POLL_MS = 1_000;

/**
 * Returns when the database answers and is fit. Throws what it last said when it does not within a minute, and at once
 * what does not pass by itself. `onWait` is called once, before the first pause.
 */
export async function waitForDatabase(database: Database, onWait: () => void): Promise<void> {
  for (let end: number | undefined; ; await sleep(START_POLL_MS)) {
    try {
      return await isAlive(database);
    } catch (error) {
      if (!(isAway(error) || (error instanceof UnfitDatabase && error.passes))) throw error;
      if (end === undefined) onWait();
      end ??= Date.now() + START_PATIENCE_MS;
      if (Date.now() > end) throw error;
    }
  }
}

/**
 * Our statements are a fixed set, so that each is parsed and planned once per connection. Named by their text: whoever
 * else prepares statements on that connection, another version of ours included, one name never means two texts.
 */
const names = new Map<string, string>();

export function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `segel_${createHash("sha256").update(text).digest("base64url")}`;
    names.set(text, name);
  }
  return name;
}

/**
 * Begins a statement that its transaction ends with. Nobody waits for its answer: COMMIT follows in the same breath, so that
 * what it locks is held for as long as the database needs, and not until a busy process has read an answer. What it fails
 * with, COMMIT fails with; where another statement follows instead, that one.
 */
const ENDING = "/* ends its transaction */";
export const ending = sql.raw(ENDING);

function preparing(client: pg.PoolClient): PostgresPoolClient {
  let last: Promise<unknown> | undefined;
  const send = (text: string, values: readonly unknown[]) =>
    values.length === 0 ? client.query(text) : client.query({ name: nameOf(text), text, values: [...values] });
  const query = async (text: string, values: readonly unknown[]): Promise<unknown> => {
    const before = last;
    last = undefined;
    // Kysely's own words.
    if (text === "rollback") return send(text, values);
    if (text === "commit") return (await Promise.all([send(text, values), before]))[0];
    await before;
    if (!text.startsWith(ENDING)) return send(text, values);
    last = send(text, values);
    last.catch(() => {});
    return { command: "SELECT", rowCount: 0, rows: [] };
  };
  return {
    // Kysely's other signature is for cursors, which are not configured.
    query: query as unknown as PostgresPoolClient["query"],
    release: (destroy) => client.release(destroy),
  };
}

/** Many of them in one value, as the driver takes them. */
export const byteas = (values: readonly Uint8Array[]) => sql`${values.map((value) => Buffer.from(value))}::bytea[]`;

/** Throws when the database does not answer. */
export async function isAlive(database: Database): Promise<void> {
  await sql`SELECT 1`.execute(database);
}

/** PostgreSQL had no room on its disk, or could not write to it (53100, 58030). Nothing was stored. */
export function isFull(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === "53100" || code === "58030";
}
