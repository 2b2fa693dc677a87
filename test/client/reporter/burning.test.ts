/** A burnt inbox: the office hears of it by a signed word before the way in is forgotten, and asks no more. */
import t from "tap";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import { findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import { handleText } from "../../../src/protocol/frames.ts";
import { ApiError } from "../../../src/client/line/http.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import { problem } from "../../support/hostile/hostile-server.ts";
import {
  comeBack,
  craft,
  enter,
  first,
  insider,
  read,
  tellStory,
  type Story,
} from "../../support/hostile/hostile-story.ts";

const ORDER = ["putOwnMessage", "burnCase"] as const;

/** What the reporter's program asked for that changes something, in order. */
function asked({ server }: Story): string[] {
  return server.asked.map(({ operation }) => operation).filter((one) => (ORDER as readonly string[]).includes(one));
}

async function openAtDesk(story: Story) {
  const { member } = await read(story);
  return openMemberCase(member, handleText(story.stored.handle));
}

t.test("attack 100: the office is told by a signed word, and only then the way in is forgotten", async (t) => {
  const story = await tellStory();
  await (await comeBack(story)).burn();
  t.same(asked(story), ORDER);
  const { opened } = await openAtDesk(story);
  t.equal(opened.burnt, true);
  t.same(opened.alarms, []);
  t.match(opened.conversation, [{ author: "reporter", message: { kind: "burn" } }]);
});

t.test(
  "attack 100: nothing is forgotten while the office was not told, and the next try sends the same bytes",
  async (t) => {
    const story = await tellStory();
    const found = await comeBack(story);
    const { lies } = story.server;
    lies.putOwnMessage = () => problem("bad-envelope");
    await t.rejects(found.burn(), new ApiError("bad-envelope"));
    t.notOk(asked(story).includes("burnCase"), "the words still open the case");
    delete lies.putOwnMessage;
    lies.burnCase = () => problem("bad-envelope");
    await t.rejects(found.burn(), new ApiError("bad-envelope"));
    delete lies.burnCase;
    await found.burn();
    const words = story.server.requestsOf("putOwnMessage");
    t.ok(words.length > 1);
    for (const { body } of words) t.same(body, first(words).body);
    t.equal(story.stored.rows.reporter.length, 1, "and it is told once");
    t.equal(story.server.requestsOf("burnCase").length, 2);
  },
);

t.test("a message from another window is no obstacle: the word goes behind it", async (t) => {
  const story = await tellStory();
  const found = await comeBack(story);
  await (await comeBack(story)).write({ kind: "text", text: "Masih ada lagi." });
  await found.burn();
  const { opened } = await openAtDesk(story);
  t.same(
    opened.conversation.map(({ message }) => message?.kind),
    ["text", "burn"],
  );
  t.equal(opened.burnt, true);
});

t.test("attack 100: who cannot or must not write is told so, and may burn without a word", async (t) => {
  const story = await tellStory();
  story.stored.counts.team = 1;
  const found = await comeBack(story);
  t.same(found.alarms, ["withheld"]);
  await t.rejects(found.burn(), new Refusal("alarm"));
  t.same(asked(story), [], "nothing was sent");
  await found.burn({ untold: true });
  t.same(asked(story), ["burnCase"]);
  story.stored.receipt[20]! ^= 1;
  const suspect = await comeBack(story);
  await t.rejects(suspect.burn(), new Refusal("alarm"));
  await suspect.burn({ untold: true });
});

t.test("attack 100: nobody is asked any more, while notes and the state go on", async (t) => {
  const story = await tellStory();
  const { open, file } = await read(story);
  await file.moveTo("verifying", { outcome: null, text: "" });
  await (await comeBack(story)).burn();
  const burnt = await open();
  const before = story.server.requestsOf("putMessage").length;
  await t.rejects(burnt.answer("Kapan?"), new Refusal("burnt"));
  t.throws(() => burnt.prepareAnswer({ kind: "files", text: "Kapan?", files: [] }), new Refusal("burnt"));
  await t.rejects(burnt.moveTo("awaiting_reporter", { outcome: null, text: "" }), new Refusal("burnt"));
  t.equal(story.server.requestsOf("putMessage").length, before, "nothing is sent");
  await burnt.note("Lanjut tanpa Pelapor.");
  await (await open()).moveTo("reviewing", { outcome: null, text: "" });
  t.equal((await open()).opened.state, "reviewing");
});

t.test("attack 100: the list knows it in later sessions too, until the reporter writes again", async (t) => {
  const story = await tellStory();
  const { member, open } = await read(story);
  await (await comeBack(story)).burn();
  const burntIn = async () => first((await listCases({ ...member })).cases).burnt;
  t.equal(await burntIn(), false, "nobody has opened it since");
  await open();
  t.equal(await burntIn(), true);
  await (await comeBack(story)).write({ kind: "text", text: "Saya masih di sini." });
  t.equal(await burntIn(), false);
  await open();
  t.equal(await burntIn(), false);
});

t.test("a reporter who writes again has come back, and is answered", async (t) => {
  const story = await tellStory();
  story.server.lies.burnCase = () => problem("bad-envelope");
  await t.rejects((await comeBack(story)).burn());
  await (await comeBack(story)).write({ kind: "text", text: "Saya masih di sini." });
  const file = await openAtDesk(story);
  t.equal(file.opened.burnt, false);
  await file.answer("Terima kasih.");
});

t.test("attack 100: a burn that the reporter did not sign, or that stands behind a gap, burns nothing", async (t) => {
  const story = await tellStory();
  const knows = insider(story);
  const author = first(story.organisation.investigators);
  const { row } = craft(story, knows, { author, direction: "reporter", sequence: 1, content: { kind: "burn" } });
  story.stored.rows.reporter.push({ epoch: 0, sequence: 1, storedOn: "2026-11-25", row });
  const member = await enter(story, author);
  await findNewCases(member);
  const handle = handleText(story.stored.handle);
  const invented = await openMemberCase(member, handle);
  t.equal(invented.opened.burnt, false);
  t.ok(invented.opened.alarms.includes("conversation"));

  const gap = await tellStory();
  await (await comeBack(gap)).write({ kind: "text", text: "Satu." });
  await (await comeBack(gap)).burn();
  gap.stored.counts.reporter = 2;
  gap.stored.rows.reporter.shift();
  const { opened } = await openAtDesk(gap);
  t.match(opened.conversation, [{ alarms: ["gap"], message: { kind: "burn" } }]);
  t.equal(opened.burnt, false);
});
