/** The one door to PostgreSQL. */
import { Kysely, PostgresDialect, type PostgresPoolClient, sql } from "kysely";
import pg from "pg";
import type { Tables } from "./tables.ts";

export type Database = Kysely<Tables>;

/** The row of a statement that always gives exactly one. */
export function one<Row>(rows: readonly Row[]): Row {
  const [row] = rows;
  if (row === undefined) throw new Error("a statement gave no row");
  return row;
}

/** Enough to keep two cores of a database busy; each connection costs it some 10 MB. */
const CONNECTIONS = 10;
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

export type Connection = {
  readonly database: Database;
  readonly close: () => Promise<void>;
};

export type ConnectOptions = {
  /** Hears of connections that broke while idle; the pool replaces them by itself. */
  readonly onError?: (error: Error) => void;
  /** 0 for none: migrations wait for one another as long as it takes. */
  readonly statementTimeoutMs?: number;
};

export function connect(
  url: string,
  { onError = () => {}, statementTimeoutMs = STATEMENT_TIMEOUT_MS }: ConnectOptions = {},
): Connection {
  const pool = new pg.Pool({
    connectionString: url,
    max: CONNECTIONS,
    types,
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    // "Stored" is answered after the commit is on disk, whatever the database's default says.
    options: `-c datestyle=ISO -c synchronous_commit=on -c statement_timeout=${statementTimeoutMs} -c idle_in_transaction_session_timeout=${STATEMENT_TIMEOUT_MS}`,
    application_name: "segel",
  });
  pool.on("error", onError);
  const database: Database = new Kysely<Tables>({
    dialect: new PostgresDialect({
      pool: {
        options: pool.options,
        connect: async () => preparing(await pool.connect()),
        end: () => pool.end(),
      },
    }),
  });
  return { database, close: () => database.destroy() };
}

/** Our statements are a fixed set, so that each is parsed and planned once per connection. */
const names = new Map<string, string>();

function nameOf(text: string): string {
  let name = names.get(text);
  if (name === undefined) {
    name = `segel_${names.size}`;
    names.set(text, name);
  }
  return name;
}

function preparing(client: pg.PoolClient): PostgresPoolClient {
  const query = (text: string, values: readonly unknown[]) =>
    values.length === 0 ? client.query(text) : client.query({ name: nameOf(text), text, values: [...values] });
  return {
    // Kysely's other signature is for cursors, which are not configured.
    query: query as unknown as PostgresPoolClient["query"],
    release: (destroy) => client.release(destroy),
  };
}

/** Throws when the database does not answer. */
export async function isAlive(database: Database): Promise<void> {
  await sql`SELECT 1`.execute(database);
}

/** PostgreSQL had no room on its disk, or could not write to it (53100, 58030). Nothing was stored. */
export function isFull(error: unknown): boolean {
  const { code } = error as { code?: unknown };
  return code === "53100" || code === "58030";
}
