/** What stewards say of the directory, on its way through a real server: proposed, signed by a second, published at once. */
import t from "tap";
import { nextDocument, signDirectory, stateFreshness } from "../../../src/client/directory/organisation.ts";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import type { SignedDirectory } from "../../../src/protocol/directory/directory.ts";
import type { SignedStatement } from "../../../src/protocol/directory/statement.ts";
import { attemptLogin, logIn, publish } from "../../support/members.ts";
import {
  type Session,
  type TestServer,
  send,
  sendJson,
  startServer,
  startTwoServers,
} from "../../support/machine/server.ts";

type Stated = { readonly statement: SignedStatement; readonly directory: SignedDirectory | null };

/** One more statement on a directory, by these alone. */
function state(
  directory: SignedDirectory,
  by: readonly NewMember[],
  taken: Parameters<typeof stateFreshness>[3] = {},
  now = Date.now(),
): Stated {
  return { statement: stateFreshness(directory, by, now, taken).statements!.at(-1)!, directory: null };
}

async function propose(server: TestServer, session: Session, body: Stated): Promise<unknown> {
  const { status, problem, text } = await send(server, "/api/directory/statements", { method: "POST", body, session });
  return status === 200 ? (JSON.parse(text) as { isPublished: boolean }).isPublished : problem;
}

const newest = async (server: TestServer) =>
  (await sendJson<{ chain: SignedDirectory[] }>(server, "/api/directory?from=1")).chain.at(-1)!;

t.test("attack 92: two stewards suspend a member, who is signed out in every process at that moment", async (t) => {
  const server = await startTwoServers(t);
  const { organisation } = server;
  const { lead, administrator, signed, investigators } = organisation;
  const [victim] = investigators as [NewMember];
  const [one, other, theirs] = [
    await logIn(server, lead),
    await logIn(server, administrator),
    await logIn(server, victim),
  ];
  const suspended = [victim.entry.id];
  const now = Date.now();
  t.equal(await propose(server, theirs, state(signed, [lead], { suspended }, now)), "forbidden", "no steward");
  t.equal(await propose(server, one, state(signed, [administrator], {}, now)), "bad-envelope", "for somebody else");
  t.equal(await propose(server, one, state(signed, [lead], { suspended }, now)), false);
  t.equal(await propose(server, one, state(signed, [lead], { suspended }, now)), false, "twice is once");
  t.equal((await send(server, "/api/session", { session: theirs })).status, 200, "one steward suspends nobody");
  const { proposals } = await sendJson<{ proposals: Stated[] }>(server, "/api/directory/statements", {
    session: other,
  });
  t.equal(proposals.length, 1);
  t.equal(await propose(server.both[1], other, state(signed, [administrator], { suspended }, now)), true);
  for (const process of server.both)
    t.equal((await send(process, "/api/session", { session: theirs })).status, 401, "signed out");
  t.equal((await attemptLogin(server, victim)).problem, "not-valid-now", "nor let in");
  const stated = await newest(server);
  t.equal(stated.statements!.length, 2);
  t.same(await sendJson(server, "/api/directory/statements", { session: other }), { proposals: [] });
  t.equal(await propose(server, one, state(signed, [lead], {}, now)), "conflict", "one of a number that is taken");
});

t.test("of two stewards who propose at once neither is lost, and of two that complete one is published", async (t) => {
  const server = await startTwoServers(t);
  const { lead, administrator, signed } = server.organisation;
  const [one, other] = [await logIn(server, lead), await logIn(server, administrator)];
  const now = Date.now();
  const [mine, yours] = [state(signed, [lead], {}, now), state(signed, [administrator], {}, now)];
  const answers = await Promise.all([propose(server.both[0], one, mine), propose(server.both[1], other, yours)]);
  t.same(new Set(answers), new Set([false, true]));
  t.equal((await newest(server)).statements!.length, 2);
});

t.test("a signature that is none does not stand in the way of the one that comes", async (t) => {
  const server = await startServer(t);
  const { lead, administrator, signed } = server.organisation;
  const [one, other] = [await logIn(server, lead), await logIn(server, administrator)];
  const now = Date.now();
  const mine = state(signed, [lead], {}, now);
  const yours = state(signed, [administrator], {}, now);
  const [own] = mine.statement.signatures;
  const forged = { member: administrator.entry.id, signature: own!.signature };
  const spoilt = { ...mine, statement: { ...mine.statement, signatures: [own!, forged] } };
  t.equal(await propose(server, one, spoilt), false);
  t.equal(await propose(server, other, yours), true);
});

t.test("a directory is published with its first statement and not before, whoever has signed it", async (t) => {
  const server = await startServer(t);
  const { organisation } = server;
  const { lead, administrator, roots, signed, document } = organisation;
  const [one, other] = [await logIn(server, lead), await logIn(server, administrator)];
  const next = signDirectory(nextDocument(document, signed, Date.now()), roots);
  t.equal((await publish(server, other, next)).problem, "bad-envelope", "nobody has said yet that it holds");
  const now = Date.now();
  const first = (by: NewMember) => ({ ...state(next, [by], {}, now), directory: next });
  t.equal(await propose(server, one, first(lead)), false);
  t.equal((await sendJson<{ chain: SignedDirectory[] }>(server, "/api/directory?from=1")).chain.length, 1);
  t.equal(await propose(server, one, state(signed, [lead], {}, now)), false);
  t.equal(await propose(server, other, state(signed, [administrator], {}, now)), true, "the one before is renewed");
  t.equal(await propose(server, other, first(administrator)), true);
  t.equal((await sendJson<{ chain: SignedDirectory[] }>(server, "/api/directory?from=1")).chain.length, 2);
});

t.test("what lapsed long ago, or begins another day, is not proposed", async (t) => {
  const server = await startServer(t);
  const { lead, signed } = server.organisation;
  const session = await logIn(server, lead);
  for (const days of [-3, 3])
    t.equal(await propose(server, session, state(signed, [lead], {}, Date.now() + days * 86_400_000)), "bad-envelope");
});
