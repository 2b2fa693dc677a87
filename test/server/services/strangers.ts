/** Heads for strangers on a real server: many genuine heads of one channel that do not open for a member. */
import type { Test } from "tap";
import { performance } from "node:perf_hooks";
import { findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import { countForNobody } from "../../../src/client/member/list/known-heads.ts";
import { connect } from "../../../src/client/line/http.ts";
import { prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { ANSWERS, first } from "../../support/hostile/hostile-story.ts";
import { memberAt } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import { type TestServer, startServer } from "../../support/machine/server.ts";

/** One report from which the first investigator is excluded, under as many handles: each head is genuine. */
async function plantStrangers(server: TestServer, count: number): Promise<void> {
  const { investigators, channels } = server.organisation;
  const excluded = [first(investigators).entry.id];
  const prepared = prepareReport({ answers: ANSWERS, channelId: channels[0].id, excluded }, server.directory);
  await sendReport(connect(server.origin), prepared);
  await query(
    server.urls.ownerUrl,
    `INSERT INTO cases (handle, case_id, channel_id, access_key, arrived_on, state_on, head, body, identity_head, identity_body)
     SELECT gen_random_uuid(), case_id, channel_id, access_key, arrived_on, state_on, head, '', '', '' FROM cases, generate_series(2, ${count})`,
  );
}

/** What so many cost at the first look, and at all later ones. */
export async function playStrangers(t: Test, count: number): Promise<void> {
  const server = await startServer(t);
  const who = first(server.organisation.investigators);
  await plantStrangers(server, count);
  let [tried, fetched] = [0, 0];
  const look = async (member: Awaited<ReturnType<typeof memberAt>>) => {
    [tried, fetched] = [0, 0];
    const began = performance.now();
    const { cases } = await listCases(member);
    const { opened, notForMe } = await findNewCases(member, () => void tried++);
    return { ms: performance.now() - began, cases: cases.length, opened: opened.length, notForMe };
  };
  const enter = async () => {
    const member = await memberAt(server, who);
    const { connection } = member;
    const fetchAll = connection.fetch;
    const counted: typeof fetchAll = async (url, init) => {
      const answer = await fetchAll(url, init);
      if (url.includes("/api/heads")) fetched += Number(answer.headers.get("content-length"));
      return answer;
    };
    return { ...member, vaultKey, connection: { ...connection, fetch: counted } };
  };
  const { vaultKey } = await memberAt(server, who);
  const one = await enter();
  t.match(await look(one), { opened: 0, notForMe: count }, "each is tried once");
  t.equal(tried, count);
  t.equal(await countForNobody(one), count, "and how many is told");
  const again = await look(await enter());
  t.match(again, { opened: 0, notForMe: count }, "who signs in anew knows them");
  t.equal(tried, 0, "none is tried again");
  t.ok(fetched < count * 17 + 1_000, `only their names travel: ${fetched} bytes`);
  t.comment(`${count} strangers: a later look takes ${Math.round(again.ms)} ms`);
  t.ok(again.ms < 2_000 + count / 5, "the list is there as before");
  const excluded: string[] = [];
  const prepared = prepareReport(
    { answers: ANSWERS, channelId: server.organisation.channels[0].id, excluded },
    server.directory,
  );
  await sendReport(connect(server.origin), prepared);
  t.match(await look(await enter()), { opened: 1, notForMe: count }, "what is new is found among them");
  t.equal(tried, 1);
}
