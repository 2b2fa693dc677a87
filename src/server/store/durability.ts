/**
 * What "stored" rests on. Each new connection is told what we need of it and then looked at, because a database's
 * defaults or a pooler in between can take any of it away without a word (docs/decisions/0053-durability-is-looked-at.md).
 */
/** A connection as database.ts, the one door to `pg`, opens it. */
export type Line = { query(text: string, values?: string[]): Promise<{ rows: unknown[] }> };
export type NewLine = Line & { connect(): Promise<unknown>; end(): Promise<unknown> };

/** PostgreSQL answers, and does not keep what we promise. The message is a sentence for the operator. */
export class UnfitDatabase extends Error {
  readonly code = "unfit-database";
  /** It may become fit by itself, as soon as a standby comes back */
  readonly passes: boolean;
  constructor(message: string, { passes = false } = {}) {
    super(message);
    this.passes = passes;
  }
}

export type Demands = {
  /** 0 for none: migrations wait for one another as long as it takes */
  readonly statementTimeoutMs: number;
  readonly idleTimeoutMs: number;
  /** On how many disks a commit is before it is answered: with 2, PostgreSQL waits for a standby */
  readonly disks: 1 | 2;
};

/** A pooler that has no second connection to lend lets us wait; a database answers at once. */
export const PROBE_MS = 3_000;

/** Tells a new connection what we need, and looks whether it is so. Throws UnfitDatabase. */
export async function makeFit(client: Line, demands: Demands): Promise<void> {
  // By statements and not by `options` at its start: a pooler drops those, or refuses them.
  await client.query(
    `SELECT set_config('datestyle', 'ISO', false), set_config('synchronous_commit', 'on', false),
       set_config('statement_timeout', $1, false), set_config('idle_in_transaction_session_timeout', $2, false)`,
    [String(demands.statementTimeoutMs), String(demands.idleTimeoutMs)],
  );
  const { rows } = await client.query(LOOK);
  const [found] = rows as Found[];
  const fault = found === undefined ? "it tells no settings" : findFault(found, demands);
  if (fault !== undefined)
    throw new UnfitDatabase(`PostgreSQL is not fit for reports: ${fault}`, { passes: fault === NO_STANDBY });
}

type Found = {
  readonly datestyle: string;
  readonly synchronous_commit: string;
  readonly fsync: string;
  readonly full_page_writes: string;
  readonly statement_timeout: number;
  readonly idle_timeout: number;
  readonly standby_names: string;
  readonly standbys: number;
  readonly read_only: string;
  readonly unlogged: string | null;
};

const LOOK = `
  SELECT current_setting('datestyle') AS datestyle, current_setting('synchronous_commit') AS synchronous_commit,
    current_setting('fsync') AS fsync, current_setting('full_page_writes') AS full_page_writes,
    (SELECT setting::integer FROM pg_settings WHERE name = 'statement_timeout') AS statement_timeout,
    (SELECT setting::integer FROM pg_settings WHERE name = 'idle_in_transaction_session_timeout') AS idle_timeout,
    current_setting('synchronous_standby_names') AS standby_names,
    (SELECT count(*)::integer FROM pg_stat_replication) AS standbys,
    current_setting('transaction_read_only') AS read_only,
    (SELECT min(relname) FROM pg_class WHERE relnamespace = to_regnamespace('public') AND relkind = 'r' AND relpersistence = 'u') AS unlogged`;

/** What is missing, and what to do about it. */
function findFault(found: Found, { statementTimeoutMs, idleTimeoutMs, disks }: Demands): string | undefined {
  if (found.read_only !== "off")
    return "it takes no writes (transaction_read_only is on). Is this a standby? Name the primary.";
  if (found.fsync !== "on")
    return "fsync is off, so that a power cut takes what was acknowledged. Set fsync = on in postgresql.conf.";
  if (found.full_page_writes !== "on")
    return "full_page_writes is off, so that a power cut can tear pages. Set full_page_writes = on in postgresql.conf.";
  if (!["on", "remote_apply"].includes(found.synchronous_commit))
    return `synchronous_commit is ${found.synchronous_commit} and does not stay on, so that commits are answered before they are on disk. ${KEEP}`;
  if (found.statement_timeout !== statementTimeoutMs || found.idle_timeout !== idleTimeoutMs)
    return `the time limits that the server sets do not stay (statement_timeout is ${found.statement_timeout} ms, idle_in_transaction_session_timeout ${found.idle_timeout} ms). ${KEEP}`;
  if (!found.datestyle.startsWith("ISO")) return `DateStyle does not stay ISO. ${KEEP}`;
  if (found.unlogged !== null)
    return `table ${found.unlogged} is UNLOGGED, and a crash empties it. ALTER TABLE ${found.unlogged} SET LOGGED.`;
  if (disks === 1) return undefined;
  if (found.standby_names === "")
    return "DATABASE_DISKS promises two disks and synchronous_standby_names is empty, so that no commit waits for a standby. Name the standby there.";
  return found.standbys === 0 ? NO_STANDBY : undefined;
}

const NO_STANDBY =
  "DATABASE_DISKS promises two disks and no standby is connected, so that commits would wait for ever. Start it.";

const KEEP = "A pooler in between must keep settings for a whole session (PgBouncer: pool_mode = session).";

/** Whether somebody stands in between: they make up the number that PostgreSQL gives its own process. */
export async function isRelayed(client: Line & { readonly processID?: number | null }): Promise<boolean> {
  return (await processOf(client)) !== String(client.processID);
}

async function processOf(client: Line): Promise<string> {
  const { rows } = await client.query("SELECT pg_backend_pid()::text AS pid");
  return (rows as { readonly pid: string }[])[0]?.pid ?? "";
}

/**
 * Refuses a pooler that lends connections by transaction: what one statement sets or prepares, the next would not find.
 * Two connections take turns; one that keeps its process whoever comes first is one for the whole session. In both
 * orders, because some lend last what came back last, and some first. `other` is opened and ended here. Throws UnfitDatabase.
 */
export async function refuseLentConnections(client: Line, other: NewLine): Promise<void> {
  try {
    await other.connect();
    const both = [client, other] as const;
    const found: [string, string][] = [];
    for (const order of [both, both, both.toReversed()]) found.push(await takeTurns(order, both));
    if (new Set(found.map(String)).size === 1) return;
  } catch (error) {
    // A pooler's own refusals come as "protocol violation"; of the database going away, whoever asks next will hear.
    if (isAway(error) && (error as { code?: unknown }).code !== "08P01") throw error;
  } finally {
    // Not waited for: a pooler with nothing left to lend would let us.
    void other.end().catch(() => {});
  }
  throw new UnfitDatabase(
    "A pooler stands before PostgreSQL and lends connections by transaction or statement, or has fewer than two to lend, so that settings and prepared statements of one request would meet another's. Use session pooling (PgBouncer: pool_mode = session) with at least 10 connections for each server process, or none.",
  );
}

/** The processes of `both`, begun in the given order. */
async function takeTurns(order: readonly Line[], both: readonly [Line, Line]): Promise<[string, string]> {
  const pids = new Map<Line, string>();
  for (const one of order) {
    await one.query("BEGIN");
    pids.set(one, await processOf(one));
  }
  for (const one of both) await one.query("COMMIT");
  return [pids.get(both[0]) ?? "", pids.get(both[1]) ?? ""];
}

/** PostgreSQL not there, starting, ending, without a place for us, or gone in the middle (SQLSTATE classes 08, 53, 57; Node's codes). */
export function isAway(error: unknown): boolean {
  const { code, message } = error as { code?: unknown; message?: unknown };
  if (typeof code === "string") {
    return /^(08|53|57)[0-9A-Z]{3}$/u.test(code) || UNREACHABLE.has(code);
  }
  // pg has no codes for its own: a connection that ended or did not come in time.
  return (
    typeof message === "string" &&
    /^(Connection terminated|timeout exceeded when trying to connect|timeout expired)/u.test(message)
  );
}

const UNREACHABLE = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ENOENT",
  "EPIPE",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "EAI_AGAIN",
  "ENOTFOUND",
]);
