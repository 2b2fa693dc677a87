/** What investigators and leads do with cases. */
import { ProblemError } from "../problem.ts";
import {
  grantAccess,
  putMessage,
  putWrap,
  readCase,
  readCases,
  readEnvelope,
  readHeads,
  readMessages,
} from "../services/casework.ts";
import type { Services } from "../services/services.ts";
import { makeUnopenedMemory } from "../services/unopened.ts";
import type { Handlers } from "./register.ts";

type CaseOperation =
  | "heads"
  | "grantAccess"
  | "cases"
  | "oneCase"
  | "envelope"
  | "messages"
  | "putMessage"
  | "putCell"
  | "dropFile"
  | "cell"
  | "putWrap";

export function caseHandlers({ database, files, nonces, origins }: Services): Handlers<CaseOperation> {
  const unopened = makeUnopenedMemory(database);
  return {
    heads: ({ caller, query }) => readHeads(database, unopened, caller, query.after),
    async grantAccess({ caller, body }) {
      const nonce = nonces.read(body.nonce);
      if (nonce === undefined || !(await nonces.spend(nonce))) throw new ProblemError("bad-signature");
      return { granted: await grantAccess(database, caller, { origins, nonce }, body.proofs) };
    },
    cases: ({ caller, query }) => readCases(database, caller, query.after),
    oneCase: ({ caller, params }) => readCase(database, caller, params.handle),
    envelope: ({ caller, params }) => readEnvelope(database, caller, params.handle),
    messages: ({ caller, params, query }) =>
      readMessages(database, caller, params.handle, { direction: params.direction, after: query.after ?? 0 }),
    async putMessage({ caller, params, query, body }) {
      await putMessage(database, caller, { ...params, from: query.from, to: query.to }, body);
      return { stored: true };
    },
    async putCell({ caller, params: { handle, ...cell }, query, body }) {
      await files.putCell(caller, handle, { ...cell, of: query.of }, body);
      return { stored: true };
    },
    async dropFile({ caller, params }) {
      await files.drop(caller, params);
      return {};
    },
    cell: ({ caller, params }) => files.readCell(caller, params),
    async putWrap({ caller, params, body }) {
      await putWrap(database, caller, params.handle, body);
      return { stored: true };
    },
  };
}
