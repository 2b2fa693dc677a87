/** The server without its process: plugins, then routes, in written order. The only way tests get a server. */
import type { FastifyInstance } from "fastify";
import { API, type Operation } from "../protocol/api.ts";
import { FOUNDING } from "../protocol/api/founding.ts";
import type { RootSet } from "../protocol/directory/directory.ts";
import { type HttpDeps, makeHttp } from "./http.ts";
import { openGate } from "./plugins/gates.ts";
import { sessionGate } from "./plugins/sessions.ts";
import { proofOfWorkGate, reporterGate } from "./plugins/signed-requests.ts";
import { auditHandlers } from "./routes/audit.ts";
import { caseHandlers } from "./routes/cases.ts";
import { entryHandlers } from "./routes/entries.ts";
import { figuresHandlers } from "./routes/figures.ts";
import { factorHandlers } from "./routes/factors.ts";
import { memberHandlers } from "./routes/members.ts";
import { officeDocumentHandlers } from "./routes/office-documents.ts";
import { publicHandlers } from "./routes/public.ts";
import { registerRoutes } from "./routes/register.ts";
import { reporterHandlers } from "./routes/reporter.ts";
import { makeAudit } from "./services/common/audit.ts";
import { makeChanges } from "./services/common/changes.ts";
import { makeDirectories } from "./services/common/directories.ts";
import { startDirectoryAlarm } from "./upkeep/directory-alarm.ts";
import { DEFAULT_FILE_LIMITS, type FileLimits, makeFiles } from "./services/cases/files.ts";
import { makeDecoys } from "./admission/decoys.ts";
import { startDecoys } from "./upkeep/decoys.ts";
import { today } from "./services/common/today.ts";
import { resealCodes } from "./entrance/codes.ts";
import { makeGuesses } from "./admission/guesses.ts";
import { makeNonces } from "./admission/nonces.ts";
import { watchPresence } from "./admission/presence.ts";
import { DEFAULT_TEXT_BYTES, makePrices } from "./admission/prices.ts";
import { type Mailing, makeNotices } from "./services/cases/notices.ts";
import { makeOpening } from "./services/office/opening.ts";
import { makeProofOfWork } from "./admission/proof-of-work.ts";
import { makeServerKey } from "./admission/server-key.ts";
import { startRewriting } from "./upkeep/rewrite.ts";
import type { Services } from "./services/services.ts";
import { startSweeping } from "./upkeep/sweep.ts";
import type { Database } from "./store/database.ts";
import { isAway } from "./store/durability.ts";

export type AppDeps = HttpDeps & {
  readonly database: Database;
  /** 32 bytes, the same for all processes of an installation; behind them those that were replaced */
  readonly serverKey: Uint8Array;
  readonly roots: RootSet;
  /** What files may take; without it as much as the protocol allows and the default for all together */
  readonly fileLimits?: FileLimits;
  /** What reports and messages may take on the disk; without it the default */
  readonly textBytes?: number;
  /** Whether decoy heads are added; what there are of them is left out of all counts in any case */
  readonly addsDecoys?: boolean;
  /** How members are told by mail (main.ts lets it ring); without it they are not */
  readonly mailing?: Mailing;
  /** Whether every member must have a second factor; the demonstration alone asks for none */
  readonly needsFactor?: boolean;
  /** SHA-256 of the manifest of the pages that are served, where some are: it stands in the audit trail */
  readonly manifestHash?: Uint8Array;
  /** How often members' pages are told whether to look again; the default is right but for tests */
  readonly beatMs?: number;
  /**
   * For measurements and tests that send thousands of reports: takes a proof of work whose solution is wrong.
   * No setting leads here.
   */
  readonly dangerouslyAcceptUnsolvedProofsOfWork?: true;
};

/** All but what a server answers while its office is founded (founding-app.ts). */
const OPERATIONS = (Object.keys(API) as Operation[]).filter(
  (operation) => !Object.hasOwn(FOUNDING, operation),
) as Exclude<Operation, keyof typeof FOUNDING>[];

export async function buildApp(deps: AppDeps): Promise<FastifyInstance> {
  const { database } = deps;
  const { app, origins, arrivals, load } = await makeHttp(deps, OPERATIONS);
  const key = makeServerKey(deps.serverKey);
  const fileLimits = deps.fileLimits ?? DEFAULT_FILE_LIMITS;
  const decoys = makeDecoys(database, key, today);
  const textBytes = deps.textBytes ?? DEFAULT_TEXT_BYTES;
  const prices = makePrices({
    database,
    decoys,
    load,
    roomBytes: { texts: textBytes, files: fileLimits.bytes },
    onFull: (room, to) => deps.log.warn(to === "all" ? `no room for ${room}` : `${room} of new cases find no room`),
  });
  const proofOfWork = makeProofOfWork(key, prices.digitsFor);
  const solutionsAreChecked = deps.dangerouslyAcceptUnsolvedProofsOfWork !== true;
  const guesses = makeGuesses(proofOfWork, { solutionsAreChecked });
  const directories = makeDirectories(database, key, deps.roots);
  const files = makeFiles({ database, prices, limits: fileLimits });
  const presence = watchPresence(database);
  const nonces = makeNonces(database, key, presence.isAlone);
  const changes = makeChanges({
    database,
    key,
    directories,
    needsFactor: deps.needsFactor ?? true,
    isAlone: presence.isAlone,
    beatMs: deps.beatMs,
  });
  const notices = makeNotices(database, deps.mailing);
  const audit = makeAudit(database, key, origins);
  const services: Services = {
    audit,
    database,
    key,
    notices,
    changes,
    decoys,
    directories,
    files,
    guesses,
    nonces,
    opening: makeOpening(database, () => deps.log.info("the office is open")),
    prices,
    proofOfWork,
    origins,
    needsFactor: deps.needsFactor ?? true,
  };

  const gateDeps = { ...services, solutionsAreChecked };
  const gates = {
    public: openGate,
    reporter: reporterGate(gateDeps),
    "proof-of-work": proofOfWorkGate(gateDeps),
    "member-key": openGate,
    session: sessionGate(services),
  };
  const handlers = {
    ...publicHandlers(services),
    ...reporterHandlers(services),
    ...factorHandlers(services),
    ...memberHandlers(services),
    ...entryHandlers(services),
    ...officeDocumentHandlers(services),
    ...figuresHandlers(services),
    ...caseHandlers(services),
    ...auditHandlers(services),
  };
  registerRoutes(app, { operations: OPERATIONS, gates, handlers, arrivals, load });

  // A database that is away for now is said as such to whoever asks; the next start writes it down.
  const isBegun = await audit.begin(deps.manifestHash).catch((error: unknown) => {
    if (!isAway(error)) throw error;
    return true;
  });
  if (!isBegun)
    deps.log.error(
      "the last entry of the audit trail is more than a year old: is the clock right? Start again once it is",
    );
  await resealCodes(database, key);
  const stopSweeping = startSweeping(database, deps.log);
  const stopAlarm = startDirectoryAlarm(directories, deps.log);
  const making = { database, key, directories, decoys, changes, notices, load, presence, textBytes, log: deps.log };
  const stopDecoys = deps.addsDecoys === true ? startDecoys(making) : () => {};
  const stopRewriting = startRewriting(database, deps.log);
  // Before the server waits for the connections that are still there.
  app.addHook("preClose", async () => changes.stop());
  app.addHook("onClose", async () => {
    stopSweeping();
    stopAlarm();
    stopRewriting();
    stopDecoys();
    await presence.stop();
  });
  await presence.begun;
  return app;
}
