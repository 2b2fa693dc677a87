/** What comes in pages is read whole, and one bad part hides no other. */
import t from "tap";
import { findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import {
  handleText,
  encodeCases,
  encodeCheckAnswer,
  encodeHeads,
  encodePaddedRows,
} from "../../../src/protocol/frames.ts";
import { type StoredCase, bytes } from "../../support/hostile/hostile-server.ts";
import { type Story, comeBack, enter, first, read, report, tellStory } from "../../support/hostile/hostile-story.ts";

async function withThreeCases(): Promise<Story> {
  const story = await tellStory();
  await report(story.server, story.organisation);
  await report(story.server, story.organisation);
  return story;
}

/** One case a page; the cursor is the handle of the last one shown, as on the real server. */
function pageOf(
  cases: readonly StoredCase[],
  after: string | null,
): { item: StoredCase | undefined; next: Uint8Array | undefined } {
  const at = after === null ? 0 : cases.findIndex(({ handle }) => handleText(handle) === after) + 1;
  const item = cases[at];
  return { item, next: at + 1 < cases.length ? item?.handle : undefined };
}

t.test("new heads are tried and listed page by page, and progress is told", async (t) => {
  const { server, organisation } = await withThreeCases();
  server.lies.heads = ({ query }) => {
    const { item, next } = pageOf(server.cases, query.get("after"));
    return bytes(encodeHeads({ next, heads: item === undefined ? [] : [item] }));
  };
  const member = await enter({ server, organisation }, organisation.lead);
  const told: number[] = [];
  const { opened } = await findNewCases(member, (tried) => void told.push(tried));
  t.same(
    opened,
    server.cases.map(({ handle }) => handleText(handle)),
  );
  t.same(told, [1, 2, 3]);

  server.lies.cases = ({ query }) => {
    const { item, next } = pageOf(server.cases, query.get("after"));
    return bytes(encodeCases({ next, cases: item === undefined ? [] : [server.itemOf(item, member.id)] }));
  };
  const listed: string[] = [];
  for (let after: string | undefined, more = true; more;) {
    const page = await listCases(member, after);
    listed.push(...page.cases.map(({ handle }) => handle));
    after = page.next;
    more = after !== undefined;
  }
  t.same(listed, opened);
});

t.test("attack 67: a damaged head, or one for nobody here, hides no other case", async (t) => {
  const story = await withThreeCases();
  const [one, two, three] = story.server.cases;
  if (one === undefined || two === undefined || three === undefined) throw new Error("there are three");
  one.head = new Uint8Array(100);
  const excluded = await report(story.server, story.organisation, { excluded: ({ lead }) => [lead] });
  const found = await findNewCases(await enter(story, story.organisation.lead));
  t.same(found, {
    opened: [handleText(two.handle), handleText(three.handle)],
    notForMe: 1,
    altered: [handleText(one.handle)],
  });
  t.notOk(found.opened.includes(handleText(excluded.stored.handle)));
});

t.test(
  "answers that do not fit into a check are fetched before it, and a page that never comes leaves a gap",
  async (t) => {
    const story = await tellStory();
    const reader = await read(story);
    for (const text of ["Satu", "Dua", "Tiga"]) await (await reader.open()).answer(text);
    const { server, stored } = story;
    server.lies.checkCase = () =>
      bytes(encodeCheckAnswer({ ...server.checkAnswer(stored), rows: stored.rows.team.slice(-1) }));
    server.lies.earlierAnswers = ({ query }) =>
      bytes(encodePaddedRows(stored.rows.team.filter(({ sequence }) => sequence === Number(query.get("before")) - 1)));
    const whole = await comeBack(story);
    t.same(whole.alarms, []);
    t.same(
      whole.entries.map(({ sequence }) => sequence),
      [1, 2, 3],
    );
    t.equal(server.requestsOf("earlierAnswers").length, 2);

    server.lies.earlierAnswers = () => bytes(encodePaddedRows([]));
    const cut = await comeBack(story);
    t.same(cut.missing.answers, [1, 2]);
    t.same(first(cut.entries).alarms, ["gap"]);
    server.lies.earlierAnswers = () => bytes(encodePaddedRows(stored.rows.team));
    t.ok((await comeBack(story)).alarms.length > 0, "the same page again and again is not waited for");
  },
);
