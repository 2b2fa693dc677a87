import t, { type Test } from "tap";
import { setTimeout as sleep } from "node:timers/promises";
import { type Sender, makeMessage, putMessage } from "../../support/files.ts";
import { fetchHeads, logIn, openHeads } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import {
  type Session,
  type TestReport,
  type TestServer,
  send,
  startServer,
  startTwoServers,
  storeReport,
} from "../../support/machine/server.ts";

const BEAT_MS = 50;
/** Some ten seconds: what has not been told by then is not told. */
const MOST_BEATS = 200;

type Heard = {
  /** What was told since the last question, in order, after at least so many beats */
  readonly beats: (atLeast: number) => Promise<string[]>;
  readonly ended: Promise<void>;
  readonly status: number;
  readonly text: () => string;
};

async function listen(t: Test, server: Pick<TestServer, "origin">, { cookie }: Session): Promise<Heard> {
  const ending = new AbortController();
  t.teardown(() => ending.abort());
  const response = await fetch(`${server.origin}/api/changes`, { headers: { cookie }, signal: ending.signal });
  let text = "";
  let read = 0;
  const ended = (async () => {
    const decoder = new TextDecoder();
    for await (const chunk of response.body ?? []) text += decoder.decode(chunk as Uint8Array);
  })().catch(() => {});
  const all = () => [...text.matchAll(/^data:(.*)$/gmu)].map(([, what = ""]) => what);
  return {
    status: response.status,
    ended,
    text: () => text,
    async beats(atLeast) {
      while (all().length < read + atLeast) await sleep(BEAT_MS / 5);
      const news = all().slice(read);
      read += news.length;
      return news;
    },
  };
}

/** Which of them are told to look again because of what is done: of those who are to be, also where it comes late. */
async function toldBy(
  all: readonly Heard[],
  act: () => Promise<unknown>,
  expected: readonly boolean[],
): Promise<boolean[]> {
  for (const each of all) await each.beats(0);
  await act();
  return Promise.all(
    all.map(async (each, at) => {
      // The process that writes tells its own at the next beat, and the others theirs at the one after, or where the
      // database is busy a little later.
      const news = await each.beats(6);
      while (expected[at] === true && !news.includes("look") && news.length < MOST_BEATS)
        news.push(...(await each.beats(1)));
      return news.includes("look");
    }),
  );
}

t.test("a page is told to look again by who may know, in every process, and nothing more", async (t) => {
  const server = await startTwoServers(t, { beatMs: BEAT_MS });
  const [first, second] = server.both;
  const { investigators, lead, channels } = server.organisation;
  const [opener, , outside] = await Promise.all(investigators.map((one) => logIn(first, one)));
  const boss = await logIn(first, lead);
  // The second channel has the opener alone among them.
  const all = [await listen(t, first, opener!), await listen(t, second, boss), await listen(t, second, outside!)];
  const told = async (expected: readonly boolean[], act: () => Promise<unknown>, why: string) =>
    t.same(await toldBy(all, act, expected), expected, why);
  await told([false, false, false], async () => {}, "nothing has happened");

  const reports: TestReport[] = [];
  await told(
    [true, true, true],
    async () => void reports.push(await storeReport(first, { channel: channels[0] })),
    "a head is for all recipients of its channel alike",
  );
  await told([true, false, false], () => storeReport(first, { channel: channels[1] }), "and for nobody else");

  const [handle = ""] = [...(await fetchHeads(first, boss)).keys()];
  await told([false, false, false], () => openHeads(first, opener!), "who has opened one is told to nobody");
  const sender = { session: opener!, handle };
  const write = async (who: Sender, sequence: number, epoch = 0) =>
    t.equal((await putMessage(first, who, sequence, makeMessage(who, []), epoch)).status, 200);
  await told([true, false, false], () => write(sender, 1), "a case is for who has proved it");
  await openHeads(second, boss);
  const [report] = reports;
  await told([true, true, false], () => write(report!.keys.auth, 1), "what the reporter writes too");

  const { ownerUrl } = server.urls;
  await query(ownerUrl, "UPDATE cases SET epoch = 1");
  await query(ownerUrl, "UPDATE access SET epoch = 1 WHERE member_id = decode($1, 'hex')", [opener!.member.entry.id]);
  await told([true, false, false], () => write(sender, 2, 1), "who has proved an older epoch hears nothing");

  const lines = new Set(all[0]!.text().split("\n").filter(Boolean));
  t.same([...lines].toSorted(), ["data:look", "data:same", "retry:15000"], "that is all that was ever said");
  t.equal("data:look".length, "data:same".length);
});

t.test("a stream ends with its session, and with the server", async (t) => {
  const server = await startServer(t, { beatMs: 20 });
  const session = await logIn(server, server.organisation.lead);
  const heard = await listen(t, server, session);
  t.equal(heard.status, 200);
  t.equal((await send(server, "/api/session", { method: "DELETE", session })).status, 204);
  await heard.ended;
  const other = await listen(t, server, await logIn(server, server.organisation.investigators[0]!));
  await server.app.close();
  await other.ended;
});

t.test("a member has four streams at the most, and the newest", async (t) => {
  const server = await startServer(t, { beatMs: 20 });
  const session = await logIn(server, server.organisation.lead);
  const first = await listen(t, server, session);
  const others = await Promise.all(Array.from({ length: 4 }, () => listen(t, server, session)));
  await first.ended;
  for (const other of others) t.ok((await other.beats(2)).length >= 2);
});
