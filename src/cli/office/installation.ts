/** A whole Segel on this machine: database, demonstration organisation, server, members. For `npm start` and the demo. */
import { mkdir } from "node:fs/promises";
import path from "node:path";
import { fetchChain } from "../../client/directory/directories.ts";
import { callJson, connect } from "../../client/line/http.ts";
import { enrol } from "../../client/member/entry/sign-in.ts";
import { API } from "../../protocol/api.ts";
import { toBase64url } from "../../protocol/encoding/base64url.ts";
import { type Demonstration, openDemonstration } from "./demonstration.ts";
import { startPostgres } from "./embedded-postgres.ts";
import { refuseOffice } from "./office-folder.ts";
import { buildPages } from "./pages.ts";
import { Failure } from "../speech/failures.ts";
import { SENTENCES } from "../speech/words.ts";
import type { Say } from "../../words/speech.ts";
import { type Progress, type Running, type Starting, addressOf, beginStarting } from "./starting.ts";
import { type ServerProcess, isPortFree, isServing, startServer } from "./server-process.ts";

export type InstallationSettings = {
  readonly data: string;
  readonly host: string;
  readonly port: number;
  /** Whether browsers are served too; the demo talks to the API alone */
  readonly withPages: boolean;
  /** What the server gets beside what is settled here */
  readonly env: NodeJS.ProcessEnv;
};

export type Installation = Running & { readonly demonstration: Demonstration | undefined };

/**
 * Starts everything, in this order, and stops it again when a step fails. Throws Failure with a sentence, Interrupted.
 * Whatever a killed start left behind is mended: the database by its own module, the server by its launcher's death.
 */
export async function startInstallation(
  settings: InstallationSettings,
  say: Say,
  progress: Progress,
  signal: AbortSignal,
): Promise<Installation> {
  const { step, ends, stop } = beginStarting(signal);
  try {
    const { data, host, port, env } = settings;
    if (!(await step(isPortFree(host, port))))
      throw new Failure(say(SENTENCES.portTaken, { host, port: String(port) }));
    await refuseOffice(data, say);
    await mkdir(data, { recursive: true, mode: 0o700 });
    const databases = await step(startDatabase(settings, progress, ends));
    const demonstration = env["KEYS_DIR"] ? undefined : await step(openDemonstration(data, Date.now()));
    const address = addressOf(host, port);
    // The loopback address as well: the members of the demonstration are enrolled from here.
    const origins = [...new Set([...(env["ORIGIN"]?.split(",") ?? []), address, `http://localhost:${port}`])].join(",");
    const keysFolder = demonstration?.keysFolder ?? env["KEYS_DIR"];
    const webFolder = settings.withPages ? env["WEB_DIR"] || path.join(data, "web") : undefined;
    if (webFolder !== undefined) {
      progress(SENTENCES.buildingPages);
      const isBuilt = await step(
        buildPages({ ...env, KEYS_DIR: keysFolder, WEB_DIR: webFolder, ORIGIN: origins }, signal),
      );
      if (!isBuilt) throw new Failure(say(SENTENCES.pagesNotBuilt));
    }
    const serverEnv = {
      ...env,
      ...databases,
      HOST: host,
      PORT: String(port),
      SEGEL_DATA: data,
      ORIGIN: origins,
      KEYS_DIR: keysFolder,
      WEB_DIR: webFolder,
      LOG_LEVEL: env["LOG_LEVEL"] ?? "warn",
    };
    const serve = async (): Promise<ServerProcess> => {
      const started = startServer(serverEnv);
      ends(started.stop);
      if (!(await step(isServing(address, started, signal)))) throw new Failure(say(SENTENCES.serverEnded));
      return started;
    };
    let server = await serve();
    // The server alone knows what was confirmed at the desk; it takes what rests on that when it starts.
    if (await step(isConfirmedAnew(demonstration, address))) {
      await server.stop();
      server = await serve();
    }
    if (demonstration !== undefined) await step(enrolMembers(demonstration, address, progress, signal));
    return { address, demonstration, server, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function isConfirmedAnew(demonstration: Demonstration | undefined, address: string): Promise<boolean> {
  return demonstration !== undefined && demonstration.confirm(await fetchChain(connect(address), 1));
}

async function startDatabase(
  { data, env }: InstallationSettings,
  progress: Progress,
  ends: Starting["ends"],
): Promise<NodeJS.ProcessEnv> {
  if (env["DATABASE_URL"]) return {};
  progress(SENTENCES.startingDatabase, { folder: path.relative(".", data) || "." });
  const database = await startPostgres(data);
  ends(database.stop);
  return { DATABASE_URL: database.appUrl, DATABASE_OWNER_URL: database.ownerUrl };
}

/**
 * Once per database: a member whom the server knows has the salt of that enrolment, and keeps it through every change
 * of passphrase; somebody unknown gets an invented one. So a new database under an old demonstration is noticed too.
 */
async function enrolMembers(
  { members, save }: Demonstration,
  address: string,
  progress: Progress,
  signal: AbortSignal,
): Promise<void> {
  const connection = connect(address);
  const saltOf = async (name: string) =>
    toBase64url(
      (await callJson(connection, "loginParameters", API.loginParameters.answer.json, { body: { name } })).salt,
    );
  let told = false;
  for (const one of members) {
    if (signal.aborted) return;
    if (one.salt !== undefined && (await saltOf(one.login)) === one.salt) continue;
    if (!told) progress(SENTENCES.enrolling);
    told = true;
    await enrol(connection, one.member, { name: one.login, passphrase: one.passphrase });
    one.salt = await saltOf(one.login);
    await save();
  }
}
