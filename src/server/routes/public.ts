/** What anybody may ask. */
import { API } from "../../protocol/api.ts";
import { findFrom, findLastStatement, findNewestDocument } from "../store/office/directories.ts";
import { type Database, isAlive } from "../store/database.ts";
import { describeApi } from "../services/openapi.ts";
import { HEADERS } from "../../protocol/headers.ts";
import type { Services } from "../services/services.ts";
import type { Handlers } from "./register.ts";

/** Directories of one answer (API, "directory"). */
const CHAIN_LENGTH = 100;

/** Of every server, whatever else it answers. */
export function aliveHandlers(database: Database): Handlers<"health" | "live"> {
  return {
    async health() {
      await isAlive(database);
      return { status: "ok" };
    },
    live: async () => ({ status: "ok" }),
  };
}

export function publicHandlers({
  database,
  nonces,
  opening,
  proofOfWork,
}: Services): Handlers<"health" | "live" | "openapi" | "directory" | "lastStatement" | "nonce" | "proofOfWork"> {
  const description = describeApi(API);
  return {
    ...aliveHandlers(database),
    openapi: async () => description,
    async directory({ query }) {
      return {
        chain:
          query.from === undefined
            ? await findNewestDocument(database)
            : await findFrom(database, { version: query.from, statement: query.statement ?? 1 }, CHAIN_LENGTH),
        ...((await opening.isRehearsal()) && { isRehearsal: true as const }),
      };
    },
    lastStatement: async ({ params: { version } }) => ({ statement: await findLastStatement(database, version) }),
    async nonce(_input, { reply }) {
      const nonce = nonces.make();
      reply.header(HEADERS.nonce, nonce);
      return { nonce };
    },
    proofOfWork: ({ query }) => proofOfWork.makeChallenge(query.for ?? "report"),
  };
}
