/** The messages of a case, as a member reads them from a server that is the adversary. */
import t from "tap";
import { Refusal } from "../../../src/client/refusal.ts";
import { deriveSealingKeyPair, makeSeed } from "../../../src/crypto/secret/keys.ts";
import { deriveTokenKeys } from "../../../src/crypto/secret/token.ts";
import {
  type Story,
  comeBack,
  first,
  read,
  tellStory,
  writesNothing,
  plant,
} from "../../support/hostile/hostile-story.ts";

/** The reporter's own keys as an author: what somebody with the words can sign. */
function reporterAsAuthor({ organisation, prepared }: Story) {
  const { auth } = deriveTokenKeys(prepared.token);
  const base = first(organisation.investigators);
  return {
    author: { ...base, keys: { ...base.keys, signingSeed: auth.secretKey.subarray(0, 32) } },
    signer: auth.publicKey,
  };
}

t.test("attack 75: what an author did not sign for this place is forged", async (t) => {
  const story = await tellStory();
  const { open } = await read(story);
  const author = first(story.organisation.investigators);
  plant(story, { author, direction: "team", sequence: 1, shownAt: { direction: "reporter" } });
  plant(story, { author, direction: "internal", sequence: 1, shownAt: { direction: "team" } });
  plant(story, { author, direction: "internal", sequence: 2, shownAt: { sequence: 1 } });
  const found = await open();
  t.same(
    [...found.opened.conversation, ...found.opened.notes].map(({ alarms }) => alarms),
    [["forged"], ["forged"], ["forged"]],
  );
  await writesNothing(t, story, found, ["conversation"]);
});

t.test(
  "attack 75: a status from the reporter and a note from an administrator are shown by name and have no effect",
  async (t) => {
    const story = await tellStory();
    const { open } = await read(story);
    const { author, signer } = reporterAsAuthor(story);
    plant(story, {
      author,
      direction: "reporter",
      sequence: 1,
      content: { kind: "status", state: "closed", outcome: null, text: "" },
      statement: { signer },
    });
    plant(story, { author: story.organisation.administrator, direction: "internal", sequence: 1 });
    const found = await open();
    t.match(found.opened.conversation, [
      { author: "reporter", alarms: ["content"], message: undefined, effective: false },
    ]);
    t.match(found.opened.notes, [
      { author: story.organisation.administrator.entry.id, alarms: ["unfit-signer"], message: undefined },
    ]);
    t.equal(found.opened.state, "received");
  },
);

t.test("attack 75: a colleague's message in the reporter's place is forged", async (t) => {
  const story = await tellStory();
  const { open } = await read(story);
  plant(story, { author: first(story.organisation.investigators), direction: "reporter", sequence: 1 });
  t.match((await open()).opened.conversation, [{ alarms: ["forged"], message: undefined }]);
});

t.test("attack 75: of two writers of one number the second is told, and sees what the first wrote", async (t) => {
  const story = await tellStory();
  const [one, two] = story.organisation.investigators;
  const quicker = await read(story, one);
  const slower = await read(story, two);
  await quicker.file.answer("Kapan?");
  await t.rejects(slower.file.answer("Di mana?"), { code: "conflict" });
  const again = await slower.open();
  t.match(again.opened.conversation, [{ author: one?.entry.id, message: { text: "Kapan?" } }]);
  await again.answer("Di mana?");
  t.equal(story.stored.rows.team.length, 2);
});

t.test("attack 75: two messages with one number are shown as a fork, by name", async (t) => {
  const story = await tellStory();
  const { open } = await read(story);
  const [one, two] = story.organisation.investigators;
  if (one === undefined || two === undefined) throw new Error("there are three");
  plant(story, { author: one, sequence: 1 });
  plant(story, { author: two, sequence: 1 });
  const found = await open();
  t.match(found.opened.conversation, [
    { author: one.entry.id, alarms: [] },
    { author: two.entry.id, alarms: ["fork"] },
  ]);
  await t.rejects(found.answer("Kapan?"), new Refusal("alarm"));
});

t.test("attack 76: a state that nobody signed is ignored and reported", async (t) => {
  const story = await tellStory();
  const { open } = await read(story);
  for (const state of ["closed", "archived"] as const) {
    story.stored.state = state;
    const found = await open();
    t.equal(found.opened.state, "received", state);
    t.same(found.opened.alarms, ["state-differs"]);
  }
  story.stored.state = "received";
  await (await open()).moveTo("verifying", { outcome: null, text: "" });
  t.same((await open()).opened.alarms, []);
  story.stored.state = "received";
  t.equal((await open()).opened.state, "verifying", "nor is a signed one taken back");
});

t.test(
  "attack 76: a question that the server hides from colleagues is missed as soon as the reporter answers it",
  async (t) => {
    const story = await tellStory();
    const asking = await read(story);
    await asking.file.answer("Kapan?");
    await (await comeBack(story)).write({ kind: "text", text: "Kemarin." });
    const { team } = story.stored.rows;
    story.stored.rows.team = [];
    const colleague = await read(story, story.organisation.lead);
    t.same(colleague.file.opened.alarms, ["hidden"]);
    await writesNothing(t, story, await asking.open(), ["less-than-before", "hidden"]);
    await writesNothing(t, story, await asking.open(), ["less-than-before", "hidden"]);
    story.stored.rows.team = team;
    t.same((await asking.open()).opened.alarms, [], "shown again, it is as it was");
  },
);

t.test("attack 76: an answer that the server drops at once is missed by its author", async (t) => {
  const story = await tellStory();
  const { file, open } = await read(story);
  await file.answer("Kapan?");
  story.stored.rows.team = [];
  await writesNothing(t, story, await open(), ["less-than-before"]);
});

t.test("attack 76: a follow-up that the server hides is missed by whom it was answered", async (t) => {
  const story = await tellStory();
  const { open } = await read(story);
  await (await comeBack(story)).write({ kind: "text", text: "Mereka membakar berkas." });
  await (await open()).answer("Terima kasih.");
  story.stored.rows.reporter = [];
  t.same((await open()).opened.alarms, ["less-than-before", "hidden"]);
  story.stored.wraps.clear();
  t.same(
    (await open()).opened.alarms,
    ["wrap", "hidden"],
    "also where nothing is remembered: the answer acknowledges it",
  );
  story.stored.counts.reporter = 1;
  t.ok((await open()).opened.alarms.includes("withheld"));
});

t.test("attack 76: an invented withdrawal or burn is no message of the reporter", async (t) => {
  for (const content of [{ kind: "withdraw", text: "" }, { kind: "burn" }] as const) {
    const story = await tellStory();
    const { open } = await read(story);
    plant(story, { author: first(story.organisation.investigators), direction: "reporter", sequence: 1, content });
    t.match(
      (await open()).opened.conversation,
      [{ alarms: ["forged"], message: undefined, effective: false }],
      content.kind,
    );
  }
});

t.test(
  "attack 81: whom the reporter excluded is refused by colleagues too, and so is who was never given the case",
  async (t) => {
    const story = await tellStory({ excluded: ({ lead }) => [lead] });
    const { organisation } = story;
    const { open, file } = await read(story);
    t.same(file.opened.excluded, [organisation.lead.entry.id]);
    plant(story, { author: organisation.lead, sequence: 1 });
    t.match((await open()).opened.conversation, [
      { author: organisation.lead.entry.id, alarms: ["unfit-signer"], message: undefined },
    ]);

    const elsewhere = await tellStory({ channel: 1 });
    plant(elsewhere, { author: elsewhere.organisation.lead, sequence: 1 });
    const { file: outside } = await read(elsewhere);
    t.match(outside.opened.conversation, [
      { author: elsewhere.organisation.lead.entry.id, alarms: ["unfit-signer"], message: undefined },
    ]);
  },
);

t.test("a message with another team key is an alarm for colleagues, and keeps them from answering alone", async (t) => {
  const story = await tellStory();
  const { open } = await read(story);
  plant(story, {
    author: story.organisation.lead,
    sequence: 1,
    teamPublicKey: deriveSealingKeyPair(makeSeed()).publicKey,
  });
  const found = await open();
  t.same(found.opened.alarms, ["conversation", "team-key"]);
  t.match(found.opened.conversation, [{ alarms: ["content"], message: undefined, effective: false }]);
  await t.rejects(found.answer("Terima kasih."), new Refusal("alarm"));
  await found.note("Catatan");
});

t.test("a server that sends the same messages for ever is not waited for", async (t) => {
  const story = await tellStory();
  const { file, open } = await read(story);
  await file.answer("Satu");
  await (await open()).answer("Dua");
  const { team } = story.stored.rows;
  story.stored.rows.team = team.toReversed();
  story.stored.counts.team = 1_000;
  const asked = story.server.requestsOf("messages").length;
  t.ok((await open()).opened.alarms.includes("withheld"));
  t.ok(story.server.requestsOf("messages").length - asked < 10);
});

t.test("closing needs an outcome, archiving a reason, and a move must be allowed", async (t) => {
  const { file } = await read(await tellStory());
  await t.rejects(file.moveTo("reviewing", { outcome: null, text: "" }), new Refusal("move-not-allowed"));
  await t.rejects(file.moveTo("archived", { outcome: null, text: " " }), new Refusal("reason-needed"));
  const story = await tellStory();
  const reader = await read(story);
  await reader.file.moveTo("verifying", { outcome: null, text: "" });
  await t.rejects((await reader.open()).moveTo("closed", { outcome: null, text: "" }), new Refusal("outcome-needed"));
  await (await reader.open()).moveTo("closed", { outcome: "unsubstantiated", text: "" });
  t.equal((await reader.open()).opened.state, "closed");
});
