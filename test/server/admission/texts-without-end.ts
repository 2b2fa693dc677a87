/** One report and then follow-ups of the largest class without end (attack 87): few of them in the tests, 10,000 in the slow ones. */
import type { Test } from "tap";
import { OWN_BOX_BYTES, rowSizes } from "../../../src/crypto/message.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { encodeOwnRow } from "../../../src/protocol/frames.ts";
import { TEXT_BYTES_AN_ANSWER } from "../../../src/protocol/limits.ts";
import { makeMessage, putMessage } from "../../support/files.ts";
import { logIn, openHeads } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import { type Answered, makeProof, sendSigned, startServer, storeReport } from "../../support/machine/server.ts";

const LARGEST_BYTES = Math.max(...rowSizes("reporter"));
/** Senders at once, each of whom tries again and again */
const LANES = 2;

export async function writeWithoutEnd(t: Test, count: number): Promise<void> {
  const server = await startServer(t);
  const { keys } = await storeReport(server);
  const put = (sequence: number, how: { readonly proof?: string } = {}): Promise<Answered> =>
    sendSigned(server, keys.auth, `/api/case/messages/0/${sequence}`, {
      method: "PUT",
      body: encodeOwnRow(randomBytes(LARGEST_BYTES), randomBytes(OWN_BOX_BYTES), []),
      ...how,
    });
  const pay = async () => ({ proof: await makeProof(server, { purpose: "long-message" }) });

  t.equal((await put(1)).status, 200, "the first is free");
  t.equal((await put(2)).problem, "proof-of-work-needed");
  let stored = 1;
  const refusals = new Map<string, number>();
  let left = count;
  const lane = async (): Promise<void> => {
    while (left-- > 0) {
      const { status, problem } = await put(stored + 1, await pay());
      if (status === 200) stored++;
      else refusals.set(problem, (refusals.get(problem) ?? 0) + 1);
    }
  };
  const others = async (): Promise<void> => {
    for (let other = 0; other < 5; other++) await storeReport(server);
  };
  await Promise.all([...Array.from({ length: LANES }, lane), others()]);
  t.ok(stored * LARGEST_BYTES <= TEXT_BYTES_AN_ANSWER, `${stored} are stored`);
  t.ok((refusals.get("awaiting-answer") ?? 0) > count / 4, "the others are told what they wait for");

  const short = makeMessage(keys.auth, []);
  const paidShort = { method: "PUT", body: short, proof: await makeProof(server, { purpose: "message" }) };
  t.equal(
    (await sendSigned(server, keys.auth, `/api/case/messages/0/${stored + 1}`, paidShort)).status,
    200,
    "a short one gets in: withdrawing and burning are always possible",
  );
  const session = await logIn(server, server.organisation.lead);
  for (const handle of await openHeads(server, session)) {
    const member = { session, handle };
    t.equal((await putMessage(server, member, 1, makeMessage(member, []))).status, 200, "the office's answer");
  }
  t.equal((await put(stored + 2, await pay())).status, 200, "moves the end");
  const [row] = await query<{ bytes: number }>(
    server.urls.ownerUrl,
    "SELECT sum(octet_length(row))::int AS bytes FROM messages WHERE direction = 'reporter'",
  );
  t.ok((row?.bytes ?? 0) < 2 * TEXT_BYTES_AN_ANSWER);
}
