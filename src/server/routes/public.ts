/** What anybody may ask. */
import { API } from "../../protocol/api.ts";
import { findFrom, findNewestDocument } from "../store/directories.ts";
import { isAlive } from "../store/database.ts";
import { describeApi } from "../services/openapi.ts";
import { HEADERS } from "../../protocol/headers.ts";
import type { Services } from "../services/services.ts";
import type { Handlers } from "./register.ts";

/** Directories of one answer (API, "directory"). */
const CHAIN_LENGTH = 100;

export function publicHandlers({
  database,
  nonces,
  opening,
  proofOfWork,
}: Services): Handlers<"health" | "live" | "openapi" | "directory" | "nonce" | "proofOfWork"> {
  const description = describeApi(API);
  return {
    async health() {
      await isAlive(database);
      return { status: "ok" };
    },
    live: async () => ({ status: "ok" }),
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
    async nonce(_input, { reply }) {
      const nonce = nonces.make();
      reply.header(HEADERS.nonce, nonce);
      return { nonce };
    },
    proofOfWork: ({ query }) => proofOfWork.makeChallenge(query.for ?? "report"),
  };
}
