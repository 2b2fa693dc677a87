/** A member's program reads of a long conversation what it shows, and checks the rest when it is asked for. */
import t from "tap";
import type { CaseReadOptions } from "../../../src/client/member/case/read-case.ts";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import { listCases } from "../../../src/client/member/list/cases.ts";
import { MAX_MESSAGE_CODE_POINTS } from "../../../src/protocol/limits.ts";
import { encodeRows } from "../../../src/protocol/frames.ts";
import { bytes } from "../../support/hostile/hostile-server.ts";
import { type Story, comeBack, first, read, tellStory } from "../../support/hostile/hostile-story.ts";

/** Of the largest class three fill a page, as on the real server. */
const PAGE = 3;
const SEVEN = ["Satu.", "Dua.", "Tiga.", "Empat.", "Lima.", "Enam.", "Tujuh."];
const long = (text: string) => text + "😐".repeat(MAX_MESSAGE_CODE_POINTS - text.length);

async function longStory(written: readonly string[]) {
  const story = await tellStory();
  const reader = await read(story);
  for (const text of written) await (await comeBack(story)).write({ kind: "text", text: long(text) });
  inPages(story);
  const open = async (options?: CaseReadOptions) =>
    (await openMemberCase(reader.member, reader.handle, options)).opened;
  return { ...reader, story, open };
}

function inPages({ server, stored }: Story): void {
  server.lies.messages = ({ params, query }) => {
    const rows = stored.rows[params["direction"] as "reporter"];
    const before = query.get("before");
    return bytes(
      encodeRows(
        before === null
          ? rows.filter(({ sequence }) => sequence > Number(query.get("after")))
          : rows.filter(({ sequence }) => sequence < Number(before)).slice(-PAGE),
      ),
    );
  };
}

const texts = ({ conversation }: Awaited<ReturnType<Awaited<ReturnType<typeof longStory>>["open"]>>) =>
  conversation.map(({ message }) => (message?.kind === "text" ? message.text.replace(/😐+/u, "") : message?.kind));

t.test("attack 87: of many messages the newest page is read, and earlier ones when somebody asks", async (t) => {
  const { story, open } = await longStory(SEVEN);
  const asked = () =>
    story.server.requestsOf("messages").filter(({ params }) => params["direction"] === "reporter").length;
  const before = asked();
  const newest = await open();
  t.equal(asked() - before, 1, "one request for what the reporter wrote");
  t.same([texts(newest), newest.earlier, newest.alarms], [SEVEN.slice(4), 4, []]);
  t.same(newest.writable, { conversation: true, notes: true });
  const more = await open({ pages: 2 });
  t.same([texts(more), more.earlier, more.alarms], [SEVEN.slice(1), 1, []]);
  const all = await open({ pages: Infinity });
  t.same([texts(all), all.earlier, all.alarms], [SEVEN, 0, []]);
});

t.test("what was not read stays unread, until it is", async (t) => {
  const { member, open } = await longStory(SEVEN);
  const unread = async () => first((await listCases(member)).cases).newMessages;
  await open();
  t.equal(await unread(), 7);
  await open({ pages: Infinity });
  t.equal(await unread(), 0);
});

t.test(
  "attack 79: a message that was seen and has been exchanged is found out as soon as it is read again",
  async (t) => {
    const { story, open } = await longStory(SEVEN);
    await open({ pages: Infinity });
    const { rows } = story.stored;
    t.same((await open()).alarms, []);
    const [, , third, fourth] = rows.reporter;
    if (third === undefined || fourth === undefined) throw new Error("there are five");
    rows.reporter[2] = { ...third, row: fourth.row };
    t.same((await open()).alarms, [], "nothing of it was asked for");
    t.same((await open({ pages: 2 })).alarms, ["conversation"]);
  },
);

t.test("attack 87: what would have fitted into a page and does not come is withheld, not merely earlier", async (t) => {
  const { story, open } = await longStory(["Satu.", "Dua.", "Tiga.", "Empat."]);
  story.stored.counts.reporter = 4;
  story.stored.rows.reporter.splice(0, 2);
  const asked = await open();
  t.same([asked.earlier, asked.alarms.toSorted()], [0, ["conversation", "withheld"]]);
  t.same(asked.writable, { conversation: false, notes: false });
});

t.test(
  "an answer that rests on a message of an earlier page hides nothing; on another one of this page it does",
  async (t) => {
    const { story, open, member, handle } = await longStory(["Satu.", "Dua."]);
    await (await openMemberCase(member, handle)).answer("Kapan?");
    for (const text of ["Tiga.", "Empat.", "Lima."].map(long))
      await (await comeBack(story)).write({ kind: "text", text });
    t.same((await open()).alarms, [], "the answer acknowledges the second, and the page begins with the third");
    const whole = await open({ pages: Infinity });
    t.same(whole.alarms, []);
    t.same(texts(whole), ["Satu.", "Dua.", "Kapan?", "Tiga.", "Empat.", "Lima."]);
    story.stored.counts.reporter = 5;
    story.stored.rows.reporter.splice(1, 1);
    t.same((await open({ pages: Infinity })).alarms.toSorted(), ["conversation", "hidden", "withheld"]);
  },
);

t.test(
  "attack 87: who answers behind a page that begins with a forged row acknowledges what was seen before",
  async (t) => {
    const { story, member, handle, open } = await longStory(SEVEN);
    await open({ pages: Infinity });
    const { rows } = story.stored;
    const [, , , , fifth, sixth] = rows.reporter;
    if (fifth === undefined || sixth === undefined) throw new Error("there are seven");
    rows.reporter[4] = { ...fifth, row: sixth.row };
    const file = await openMemberCase(member, handle);
    t.same(file.opened.alarms, ["conversation"]);
    await file.answer("Terima kasih.");
    rows.reporter[4] = fifth;
    const whole = await open({ pages: Infinity });
    t.same(whole.alarms, []);
    t.equal(whole.conversation.at(-1)?.acknowledged?.sequence, 7);
  },
);
