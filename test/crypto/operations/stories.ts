/** Whole conversations as our own client reads them: the server's answers are the vector's, the rest is the program. */
import { openReporterCase } from "../../../src/client/reporter/reporter-case.ts";
import { readCase } from "../../../src/client/member/case/read-case.ts";
import { loadDirectories } from "../../../src/client/directory/directories.ts";
import type { Entry } from "../../../src/client/case/chain.ts";
import type { Connection } from "../../../src/client/line/http.ts";
import { fromHex } from "../../../src/crypto/bytes.ts";
import { deriveSealingKeyPair, deriveSigningKeyPair } from "../../../src/crypto/secret/keys.ts";
import { encodeDiscardRecord } from "../../../src/protocol/discards.ts";
import { handleText, encodePaddedRows, parseCaseItem } from "../../../src/protocol/frames.ts";
import { firstUse } from "../../../src/protocol/directory/trust.ts";
import { type Json, bytes } from "../../vectors/format.ts";
import type { Input, Operations } from "./input.ts";

const ORIGIN = "https://segel.example";
const NONCE = "A".repeat(48);

/** A server that gives each path its one answer. */
function answering(answers: Readonly<Record<string, Uint8Array | object>>): Connection {
  return {
    origin: ORIGIN,
    fetch: async (url) => {
      const { pathname, search } = new URL(url);
      const answer = answers[pathname + search] ?? answers[pathname];
      if (answer === undefined) return new Response(null, { status: 404 });
      return new Response(answer instanceof Uint8Array ? new Uint8Array(answer) : JSON.stringify(answer));
    },
  };
}

async function directoriesOf(input: Input, connection: Connection) {
  const roots = { threshold: 1, keys: [input.bytes("root")] };
  return loadDirectories(connection, firstUse(roots), {
    depth: "quick",
    builtAt: 0,
    now: Date.parse(input.text("now")),
  });
}

const entryJson = ({ direction, sequence, alarms, effective, message }: Entry): Json => ({
  place: `${direction} ${sequence}`,
  alarms: [...alarms].toSorted(),
  effective,
  shown: message === undefined ? null : message.kind,
});

export const STORY_OPERATIONS: Operations = {
  async "reporter-case"(input) {
    const connection = answering({
      "/api/nonce": { nonce: NONCE },
      "/api/directory": { chain: input.list("chain") },
      "/api/case": input.bytes("answer"),
      "/api/case/messages": encodePaddedRows([]),
    });
    const found = await openReporterCase(connection, input.bytes("token"), await directoriesOf(input, connection));
    if (found === undefined) return null;
    const { state, alarms, missing, entries } = found;
    return {
      state,
      alarms: [...alarms].toSorted(),
      missing: { answers: [...missing.answers], own: [...missing.own] },
      entries: entries.map(entryJson),
    };
  },
  async "member-case"(input) {
    const item = parseCaseItem(input.bytes("item"));
    const handle = handleText(item.handle);
    const path = `/api/cases/${handle}`;
    const connection = answering({
      "/api/directory": { chain: input.list("chain") },
      // Of one that was replaced: in none of these stories was anybody suspended then.
      ...Object.fromEntries(
        [1, 2, 3, 4, 5].map((version) => [`/api/directory/${version}/statement`, { statement: null }]),
      ),
      "/api/vault/heads": new Uint8Array(),
      [path]: input.bytes("item"),
      [`${path}/envelope`]: input.bytes("envelope"),
      [`${path}/discard`]: encodeDiscardRecord({ removedOn: undefined, freedKiB: 0, steps: [] }),
      [`${path}/messages/reporter`]: input.bytes("reporter"),
      [`${path}/messages/team`]: input.bytes("team"),
      [`${path}/messages/internal`]: input.bytes("internal"),
    });
    const member = {
      connection,
      id: input.text("memberId"),
      vaultKey: fromHex(input.text("vaultKey")),
      signing: deriveSigningKeyPair(input.bytes("seed")),
      sealing: [deriveSealingKeyPair(input.bytes("seed"))],
      pending: [],
      directories: await directoriesOf(input, connection),
      alarms: [],
      firstUseHere: false,
      told: { mustAddFactor: false, wrongCodes: 0, resetOn: null },
      log: { seen: undefined },
      memory: { directoryVersion: 0, directoryHash: new Uint8Array(32) },
    };
    const { opened, wrap } = await readCase(member, handle);
    const { reporter, team, internal } = wrap.seen;
    return {
      state: opened.state,
      alarms: [...opened.alarms].toSorted(),
      writable: { ...opened.writable },
      entries: [...opened.conversation, ...opened.notes].map(entryJson),
      seen: [reporter, team, internal].map(({ sequence, hash }): Json => [sequence, bytes(hash)]),
    };
  },
};
