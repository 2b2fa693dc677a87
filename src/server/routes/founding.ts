/** What a server answers that has no directory yet. */
import type { FOUNDING } from "../../protocol/api/founding.ts";
import {
  claimFounding,
  closeFounding,
  confirmFounding,
  dropJoiner,
  joinFounding,
  proposeOffice,
  putFirstDirectory,
  readFounded,
  readFounding,
  reopenFounding,
} from "../services/office/founding.ts";
import type { Database } from "../store/database.ts";
import { aliveHandlers } from "./public.ts";
import type { Handlers } from "./register.ts";

export function foundingHandlers(database: Database): Handlers<keyof typeof FOUNDING | "health" | "live"> {
  return {
    ...aliveHandlers(database),
    async claimFounding({ body }) {
      await claimFounding(database, body.code, body.key);
      return { stored: true };
    },
    founding: async ({ caller }) => ({ caller, ...(await readFounding(database)) }),
    async proposeOffice({ body }) {
      await proposeOffice(database, body.proposal, body.joiningKeyHash);
      return { stored: true };
    },
    async joinFounding({ body }) {
      await joinFounding(database, body.entry);
      return { stored: true };
    },
    async dropJoiner({ params }) {
      await dropJoiner(database, params.memberId);
      return {};
    },
    async closeFounding({ body }) {
      await closeFounding(database, body.document);
      return { stored: true };
    },
    async reopenFounding() {
      await reopenFounding(database);
      return {};
    },
    async putFirstDirectory({ body }) {
      await putFirstDirectory(database, body);
      return { stored: true };
    },
    confirmFounding: async ({ body }) => ({ isFounded: await confirmFounding(database, body.statement) }),
    founded: () => readFounded(database),
  };
}
