/** Senders who report and write on until they are told to stop, and remember what was acknowledged; and the look whether it is there. */
import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { hex } from "../../src/crypto/bytes.ts";
import { caseIdOf } from "../../src/crypto/identity.ts";
import { parseSubmission } from "../../src/crypto/envelope.ts";
import { makeMessage, putMessage } from "../support/files.ts";
import { query } from "../support/machine/postgres.ts";
import { type Answered, type TestServer, makeProof, makeReport, submit } from "../support/machine/server.ts";

type Server = Pick<TestServer, "origin" | "organisation" | "directory">;

export type Senders = {
  /** What was acknowledged: a name → hash of what must lie in the database under it */
  readonly acknowledged: ReadonlyMap<string, string>;
  /** Requests that ended without an answer, or with one that says "later" */
  readonly unanswered: () => number;
  readonly stop: () => Promise<void>;
};

const PAUSE_MS = 20;

const sha256 = (...parts: readonly Uint8Array[]): string => {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
};

export function startSenders(server: Server, count: number): Senders {
  const acknowledged = new Map<string, string>();
  let unanswered = 0;
  let isOver = false;

  /** The same again until it is answered; undefined when everything is over before. */
  const insist = async (work: () => Promise<Answered>): Promise<Answered | undefined> => {
    for (; !isOver; await sleep(PAUSE_MS)) {
      const answer = await work().catch(() => undefined);
      // A nonce of a process that has just begun, at another one: every client takes a new one.
      if (answer !== undefined && answer.status < 500 && answer.problem !== "bad-signature") return answer;
      unanswered++;
    }
    return undefined;
  };

  const sendOne = async (): Promise<void> => {
    const report = makeReport(server);
    const { head, body } = parseSubmission(report.submission);
    const caseId = hex(caseIdOf(report.keys.auth.publicKey));
    let proof: string | undefined;
    for (;;) {
      proof ??= await makeProof(server, { solved: true }).catch(() => undefined);
      if (isOver) return;
      if (proof === undefined) {
        unanswered++;
        await sleep(PAUSE_MS);
        continue;
      }
      const known = proof;
      const answer = await insist(() => submit(server, report, { proof: known }));
      if (answer === undefined) return;
      if (answer.status === 201) break;
      if (answer.problem !== "bad-proof-of-work") throw new Error(`a report: ${answer.status} ${answer.problem}`);
      proof = undefined;
    }
    acknowledged.set(`report ${caseId}`, sha256(head, body));
    const row = makeMessage(report.keys.auth, []);
    const answer = await insist(() => putMessage(server, report.keys.auth, 1, row));
    if (answer === undefined) return;
    if (answer.status !== 200) throw new Error(`a message: ${answer.status} ${answer.problem}`);
    acknowledged.set(`message ${caseId}`, "there");
  };
  const lane = async (): Promise<void> => {
    while (!isOver) await sendOne();
  };
  const lanes = Promise.all(Array.from({ length: count }, lane));
  // It is waited for in the end; until then a fault is no unhandled one.
  lanes.catch(() => {});
  return {
    acknowledged,
    unanswered: () => unanswered,
    async stop() {
      isOver = true;
      await lanes;
    },
  };
}

/** Names of what was acknowledged and is not there, or not as it was sent. */
export async function findLost(ownerUrl: string, acknowledged: ReadonlyMap<string, string>): Promise<string[]> {
  // As of now: more may be acknowledged while the database answers.
  const wanted = [...acknowledged];
  const reports = await query<{ name: string; hash: string }>(
    ownerUrl,
    "SELECT 'report ' || encode(case_id, 'hex') AS name, encode(sha256(head || body), 'hex') AS hash FROM cases",
  );
  const messages = await query<{ name: string; hash: string }>(
    ownerUrl,
    `SELECT 'message ' || encode(case_id, 'hex') AS name, 'there' AS hash
     FROM messages JOIN cases USING (handle) WHERE direction = 'reporter' AND sequence = 1`,
  );
  const found = new Map([...reports, ...messages].map(({ name, hash }) => [name, hash]));
  return wanted.flatMap(([name, hash]) => (found.get(name) === hash ? [] : [name]));
}

/** Things to undo when a script ends, last first. */
export function makeTeardowns(): { teardown(undo: () => unknown): void; run(): Promise<void> } {
  const undos: (() => unknown)[] = [];
  return {
    teardown: (undo) => void undos.push(undo),
    async run() {
      for (const undo of undos.toReversed()) await undo();
    },
  };
}
