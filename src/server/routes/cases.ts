/** What investigators and leads do with cases. */
import { makeEventStreams } from "../plugins/event-streams.ts";
import { ProblemError } from "../problem.ts";
import {
  grantAccess,
  putMessage,
  putWrap,
  readCase,
  readCases,
  readEnvelope,
  readHeadNames,
  readHeads,
  readMessages,
  readNamedHeads,
  readNewHeadNames,
} from "../services/cases/casework.ts";
import { putDiscardStep, readDiscard, readDiscards } from "../services/cases/discards.ts";
import {
  putEpoch,
  putGrant,
  readCaseRemovals,
  readEpochs,
  readGrants,
  readRemovals,
} from "../services/cases/readers.ts";
import type { Services } from "../services/services.ts";
import { makeUnopenedMemory } from "../services/cases/unopened.ts";
import type { Handlers } from "./register.ts";

type CaseOperation =
  | "changes"
  | "heads"
  | "headNames"
  | "newHeadNames"
  | "grantAccess"
  | "cases"
  | "oneCase"
  | "envelope"
  | "messages"
  | "putMessage"
  | "putCell"
  | "dropFile"
  | "cell"
  | "discards"
  | "discard"
  | "putDiscardStep"
  | "putEpoch"
  | "putGrant"
  | "epochs"
  | "grants"
  | "removals"
  | "caseRemovals"
  | "putWrap";

export function caseHandlers({
  database,
  changes,
  decoys,
  files,
  nonces,
  notices,
  origins,
}: Services): Handlers<CaseOperation> {
  const unopened = makeUnopenedMemory(database, decoys);
  const streams = makeEventStreams(changes);
  return {
    async changes({ caller }, { reply }) {
      streams.open(caller, reply);
      return undefined;
    },
    heads: ({ caller, query }) =>
      query.only === undefined
        ? readHeads(database, unopened, caller, query.after)
        : readNamedHeads(database, caller, query.only),
    headNames: ({ caller, query }) => readHeadNames(database, unopened, caller, query.after),
    newHeadNames: ({ caller, query }) => readNewHeadNames(database, unopened, caller, query.after),
    async grantAccess({ caller, body }) {
      const nonce = nonces.read(body.nonce);
      if (nonce === undefined || !(await nonces.spend(nonce))) throw new ProblemError("bad-signature");
      const granted = await grantAccess(database, caller, { origins, nonce }, body.proofs);
      unopened.forget(caller.memberId);
      return { granted };
    },
    cases: ({ caller, query }) => readCases(database, caller, query.after),
    oneCase: ({ caller, params }) => readCase(database, caller, params.handle),
    envelope: ({ caller, params }) => readEnvelope(database, caller, params.handle),
    messages({ caller, params: { handle, direction }, query: { after, before } }) {
      if (after !== undefined && before !== undefined) throw new ProblemError("bad-request");
      const from = before === undefined ? { after: after ?? 0 } : { before };
      return readMessages(database, caller, handle, { direction, from });
    },
    async putMessage({ caller, params, query, body }) {
      await putMessage(database, caller, { ...params, from: query.from, to: query.to }, body);
      changes.ofCase(params.handle);
      if (query.urgent === "1") await notices.ring(params.handle, false);
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
    discards: ({ caller, query }) => readDiscards(database, caller, query.after),
    discard: ({ caller, params }) => readDiscard(database, caller, params.handle),
    async putDiscardStep({ caller, params, body }) {
      await putDiscardStep(database, caller, params.handle, body);
      changes.ofCase(params.handle);
      return { stored: true };
    },
    async putEpoch({ caller, params, body }) {
      await putEpoch(database, caller, params, body);
      changes.ofCase(params.handle);
      return { stored: true };
    },
    async putGrant({ caller, params, body }) {
      await putGrant(database, caller, params, body);
      changes.ofCase(params.handle);
      return { stored: true };
    },
    epochs: ({ caller, query }) => readEpochs(database, caller, query.after),
    grants: ({ caller, query }) => readGrants(database, caller, query.after),
    removals: ({ caller, query }) => readRemovals(database, caller, query.after),
    caseRemovals: ({ caller, params }) => readCaseRemovals(database, caller, params.handle),
    async putWrap({ caller, params, body }) {
      await putWrap(database, caller, params.handle, body);
      return { stored: true };
    },
  };
}
