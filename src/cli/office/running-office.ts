/** An office's server on this machine, and its database where the folder holds it: started, watched, ended again. */
import { visible } from "../speech/print.ts";
import { Failure } from "../speech/failures.ts";
import { surroundings } from "../speech/surroundings.ts";
import { SENTENCES } from "../speech/words.ts";
import type { Say } from "../../words/speech.ts";
import { findPostgres, startPostgres } from "./embedded-postgres.ts";
import type { OfficeFolder } from "./office-folder.ts";
import { buildPages } from "./pages.ts";
import { OFFICE } from "./words.ts";
import { Interrupted, type Progress, type Running, addressOf, beginStarting } from "./starting.ts";
import { isPortFree, isServing, startServer } from "./server-process.ts";

export type Context = { readonly say: Say; readonly progress: Progress; readonly signal: AbortSignal };

/** Where its settings have the server listen. */
export function addressIn({ settings }: OfficeFolder): { readonly host: string; readonly port: number } {
  return { host: settings["HOST"] || "127.0.0.1", port: Number(settings["PORT"] || "8080") };
}

/** Starts database, pages and server, and stops them again when a step fails. Throws Failure with a sentence, Interrupted. */
export async function runOffice(
  office: OfficeFolder,
  { host, port, withPages = true }: { readonly host: string; readonly port: number; readonly withPages?: boolean },
  { say, progress, signal }: Context,
): Promise<Running> {
  const { step, ends, stop } = beginStarting(signal);
  const place = { host: visible(host), port: String(port), folder: visible(office.folder) };
  try {
    const isFree = isPortFree(host, port).catch((error: NodeJS.ErrnoException) => {
      throw new Failure(say(OFFICE.notHere, { ...place, why: error.code ?? error.name }));
    });
    if (!(await step(isFree))) throw new Failure(say(OFFICE.portTaken, place));
    let databases: NodeJS.ProcessEnv = {};
    if (office.database === "embedded") {
      progress(SENTENCES.startingDatabase, { folder: visible(office.folder) });
      // Its own reasons are sentences.
      const database = await step(startPostgres(office.folder)).catch(asFailure);
      ends(database.stop);
      databases = { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
    }
    if (withPages) await step(buildOffice(office, { say, progress, signal }));
    const own = { ...databases, HOST: host, PORT: String(port), ...(!withPages && { WEB_DIR: undefined }) };
    const server = startServer({ ...bareEnv(), ...office.env, ...own });
    ends(server.stop);
    const address = addressOf(host, port);
    if (!(await step(isServing(address, server, signal)))) throw new Failure(say(SENTENCES.serverEnded));
    return { address, server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

/** The pages of what its folder of keys holds: of the office, or those for founding one. */
export async function buildOffice(
  { env }: Pick<OfficeFolder, "env">,
  { say, progress, signal }: Context,
): Promise<void> {
  progress(SENTENCES.buildingPages);
  const isBuilt = await buildPages({ ...bareEnv(), ...env }, signal);
  if (signal.aborted) throw new Interrupted();
  if (!isBuilt) throw new Failure(say(SENTENCES.pagesNotBuilt));
}

/** The database as the server is given it, for as long as `work` takes: the one that runs, or one started for it. */
export async function withDatabase<Result>(
  { database, folder, env }: OfficeFolder,
  work: (env: NodeJS.ProcessEnv) => Promise<Result>,
): Promise<Result> {
  if (database === "given") return work({ ...bareEnv(), ...env });
  const there = await findPostgres(folder);
  const started = there === undefined ? await startPostgres(folder).catch(asFailure) : undefined;
  const urls = there ?? started;
  try {
    return await work({
      ...bareEnv(),
      ...env,
      DATABASE_URL: urls?.appUrl,
      DATABASE_OWNER_URL: urls?.ownerUrl,
    });
  } finally {
    await started?.stop();
  }
}

/** Nothing of the surroundings but what programs need: not somebody's database, keys or settings. */
function bareEnv(): NodeJS.ProcessEnv {
  const { env } = surroundings();
  return { PATH: env["PATH"], LANG: env["LANG"], TMPDIR: env["TMPDIR"], SOURCE_DATE_EPOCH: env["SOURCE_DATE_EPOCH"] };
}

function asFailure(error: unknown): never {
  throw error instanceof Error && !(error instanceof Interrupted) ? new Failure(error.message) : error;
}
