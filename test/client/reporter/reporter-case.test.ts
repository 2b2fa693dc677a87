/** A reporter who comes back with twelve words and nothing else, to a server that is the adversary. */
import t, { type Test } from "tap";
import { makeMember, nextDocument } from "../../../src/client/directory/organisation.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import type { ReporterCaseAlarm, ReporterCase } from "../../../src/client/reporter/reporter-case.ts";
import { fromHex } from "../../../src/crypto/bytes.ts";
import { deriveSealingKeyPair, makeSeed } from "../../../src/crypto/secret/keys.ts";
import { openReceipt, sealOwnBox, sealReceipt } from "../../../src/crypto/secret/receipt.ts";
import { deriveTokenKeys } from "../../../src/crypto/secret/token.ts";
import type { MessageContent } from "../../../src/protocol/content.ts";
import { documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import { encodeCheckAnswer } from "../../../src/protocol/frames.ts";
import { type StoredCase, bytes } from "../../support/hostile/hostile-server.ts";
import {
  type Plot,
  type Story,
  comeBack,
  first,
  read,
  report,
  tellStory,
  plant,
} from "../../support/hostile/hostile-story.ts";
import { signedOf } from "../../support/organisation.ts";

const CLOSED: MessageContent = { kind: "status", state: "closed", outcome: "unsubstantiated", text: "" };

/** Status, question, status: three answers, and what the reporter makes of them after the server changed something. */
async function afterThreeAnswers(change: (stored: StoredCase) => void): Promise<{ found: ReporterCase; story: Story }> {
  const story = await tellStory();
  const reader = await read(story);
  await reader.file.moveTo("verifying", { outcome: null, text: "" });
  await (await reader.open()).answer("Kapan itu terjadi?");
  await (await reader.open()).moveTo("awaiting_reporter", { outcome: null, text: "Kami menunggu jawaban." });
  change(story.stored);
  return { found: await comeBack(story), story };
}

async function writesNothing(
  t: Test,
  story: Story,
  found: ReporterCase,
  alarms: readonly ReporterCaseAlarm[],
): Promise<void> {
  t.same(found.alarms, alarms);
  const before = story.server.requestsOf("putOwnMessage").length;
  await t.rejects(found.write({ kind: "text", text: "Saya saksi." }), new Refusal("alarm"));
  t.equal(story.server.requestsOf("putOwnMessage").length, before, "nothing is sent");
}

function shownOf({ entries }: ReporterCase): object[] {
  return entries.map(({ sequence, alarms, effective }) => ({ sequence, alarms, effective }));
}

t.test("what nobody changed is shown without an alarm, and the reporter writes on", async (t) => {
  const { found, story } = await afterThreeAnswers(() => {});
  t.same(found.alarms, []);
  t.same(found.missing, { answers: [], own: [] });
  t.equal(found.state, "awaiting_reporter");
  t.same(
    found.entries.map(({ message }) => message?.kind),
    ["status", "text", "status"],
  );
  await found.write({ kind: "text", text: "Kemarin." });
  t.equal((await comeBack(story)).written, 1);
});

t.test("attack 15: a dropped answer leaves a gap with its number, and what follows has no effect", async (t) => {
  const { found, story } = await afterThreeAnswers(({ rows }) => rows.team.splice(1, 1));
  t.same(shownOf(found), [
    { sequence: 1, alarms: [], effective: true },
    { sequence: 3, alarms: ["gap"], effective: false },
  ]);
  t.equal(found.entries[1]?.message?.kind, "status", "it is shown all the same");
  t.equal(found.state, "verifying", "and is not the state");
  t.same(found.missing.answers, [2]);
  await writesNothing(t, story, found, ["conversation"]);
});

t.test("attack 15: answers that the server counts and does not show are withheld", async (t) => {
  const { found, story } = await afterThreeAnswers((stored) => {
    stored.rows.team.pop();
    stored.counts.team = 3;
  });
  t.same(found.missing.answers, [3]);
  await writesNothing(t, story, found, ["withheld"]);
});

t.test("attack 15: answers in another order are forged in each other's place", async (t) => {
  const { found, story } = await afterThreeAnswers(({ rows }) => {
    const [one, two, three] = rows.team;
    if (one && two && three) rows.team = [{ ...two, sequence: 1 }, { ...one, sequence: 2 }, three];
  });
  t.same(
    found.entries.slice(0, 2).map(({ alarms }) => alarms),
    [["forged"], ["forged"]],
  );
  t.notOk(found.entries[2]?.effective);
  t.equal(found.state, "received");
  await writesNothing(t, story, found, ["conversation"]);
});

t.test("attack 15: an answer that rests on another history is a fork", async (t) => {
  const story = await tellStory();
  const [author, other] = story.organisation.investigators;
  if (author === undefined || other === undefined) throw new Error("there are three");
  plant(story, { author, sequence: 1 });
  plant(story, { author: other, sequence: 2, content: CLOSED });
  const found = await comeBack(story);
  t.same(shownOf(found)[1], { sequence: 2, alarms: ["fork"], effective: false });
  t.equal(found.state, "received");
  await writesNothing(t, story, found, ["conversation"]);
});

t.test(
  "attack 16: an answer made with the reporter's public key and without the thread key is not accepted",
  async (t) => {
    const story = await tellStory();
    plant(story, {
      author: first(story.organisation.investigators),
      sequence: 1,
      threadKey: makeSeed(),
      content: CLOSED,
    });
    const found = await comeBack(story);
    t.same(shownOf(found), [{ sequence: 1, alarms: ["forged"], effective: false }]);
    t.equal(found.entries[0]?.message, undefined);
    t.equal(found.state, "received");
    await writesNothing(t, story, found, ["conversation"]);
  },
);

t.test("attack 62: the answer about another case is refused", async (t) => {
  const story = await tellStory();
  const other = await report(story.server, story.organisation);
  story.server.lies.checkCase = () => bytes(encodeCheckAnswer(story.server.checkAnswer(other.stored)));
  await writesNothing(t, story, await comeBack(story), ["receipt"]);
});

t.test("attack 75: an answer that was moved to another number or case is forged", async (t) => {
  const { story } = await afterThreeAnswers(() => {});
  const { team } = story.stored.rows;
  team.push({ ...first(team), sequence: 4 });
  t.same((await comeBack(story)).entries[3]?.alarms, ["forged"], "number 1 as number 4");
  team[3] = { ...first(team), sequence: 5 };
  t.same((await comeBack(story)).entries[3]?.alarms, ["forged", "gap"], "or as number 5, which would leave a gap");
  const other = { ...story, ...(await report(story.server, story.organisation)) };
  other.stored.rows.team = [first(team)];
  t.same((await comeBack(other)).entries[0]?.alarms, ["forged"], "in another case");
});

t.test("attack 75: a place that the author did not sign for is forged, although it opens there", async (t) => {
  const story = await tellStory();
  const author = first(story.organisation.investigators);
  plant(story, { author, sequence: 2, shownAt: { sequence: 1 } });
  t.same((await comeBack(story)).entries[0]?.alarms, ["forged"], "signed for another number");
  story.stored.rows.team = [];
  plant(story, { author, direction: "reporter", sequence: 1, shownAt: { direction: "team" } });
  t.same((await comeBack(story)).entries[0]?.alarms, ["forged"], "signed for another direction");
});

t.test("attack 75: the reporter's own words come back as nobody's answer", async (t) => {
  const story = await tellStory();
  await (await comeBack(story)).write({ kind: "text", text: "Saya saksi." });
  story.stored.rows.team = [...story.stored.rows.reporter];
  t.same((await comeBack(story)).entries[0]?.alarms, ["forged"]);
});

t.test("attack 75: two answers with one number are shown as a fork", async (t) => {
  const story = await tellStory();
  const [one, two] = story.organisation.investigators;
  if (one === undefined || two === undefined) throw new Error("there are three");
  plant(story, { author: one, sequence: 1 });
  plant(story, { author: two, sequence: 1, content: CLOSED });
  const found = await comeBack(story);
  t.match(found.entries, [
    { author: one.entry.id, alarms: [] },
    { author: two.entry.id, alarms: ["fork"], effective: false },
  ]);
  await writesNothing(t, story, found, ["conversation"]);
});

t.test("attack 75: an administrator, a custodian and a stranger write no answer", async (t) => {
  const now = Date.now();
  for (const role of ["administrator", "custodian"] as const) {
    const story = await tellStory();
    const author = first(story.organisation.members.filter(({ entry }) => entry.roles.includes(role)));
    plant(story, { author, sequence: 1, content: CLOSED });
    const found = await comeBack(story);
    t.match(
      found.entries,
      [{ author: author.entry.id, alarms: ["unfit-signer"], effective: false, message: undefined }],
      role,
    );
    t.equal(found.state, "received");
  }
  const story = await tellStory();
  plant(story, { author: makeMember({ id: "Orang luar" }, ["investigator"], { now, fromVersion: 1 }), sequence: 1 });
  t.same((await comeBack(story)).entries[0]?.alarms, ["forged"], "no directory lists the key");
});

t.test("attack 75: a recipient writes no answer in a colleague's name", async (t) => {
  const story = await tellStory();
  const signer = fromHex(story.organisation.lead.entry.id);
  plant(story, { author: first(story.organisation.investigators), sequence: 1, statement: { signer } });
  const found = await comeBack(story);
  t.match(found.entries, [{ alarms: ["forged"], author: undefined, message: undefined }]);
  await writesNothing(t, story, found, ["conversation"]);
});

t.test("attack 75: a removed member can neither sign under the new directory nor go back to the old one", async (t) => {
  const story = await tellStory();
  const { organisation, server } = story;
  const [stays, leaves] = organisation.investigators;
  if (stays === undefined || leaves === undefined) throw new Error("there are three");
  const { document, signed, roots } = organisation;
  const without = {
    ...document,
    members: document.members.map((entry) => (entry.id === leaves.entry.id ? { ...entry, removedIn: 2 } : entry)),
    channels: document.channels.slice(0, 1).map((channel) => {
      const rest = (ids: readonly string[]) => ids.filter((id) => id !== leaves.entry.id);
      return { ...channel, recipients: rest(channel.recipients), excludable: rest(channel.excludable) };
    }),
  };
  const next = signedOf(organisation, nextDocument(without, signed, Date.now()), roots);
  server.directories.push(next);
  const { version, hash } = parseDirectory(documentBytes(next));
  const underNext = { directoryVersion: version, directoryHash: hash };

  plant(story, { author: leaves, sequence: 1, statement: underNext });
  t.same((await comeBack(story)).entries[0]?.alarms, ["unfit-signer"]);

  story.stored.rows.team = [];
  const previous = plant(story, { author: stays, sequence: 1, statement: underNext });
  plant(story, { author: leaves, sequence: 2, previous, content: CLOSED });
  const found = await comeBack(story);
  t.match(
    found.entries,
    [{ alarms: [] }, { alarms: ["directory"], effective: false, message: undefined }],
    "back-dated",
  );
  await writesNothing(t, story, found, ["conversation"]);
});

t.test("attack 75: a status that the reporter signed is no status", async (t) => {
  const story = await tellStory();
  const { auth } = deriveTokenKeys(story.prepared.token);
  const self = first(story.organisation.investigators);
  const author = { ...self, keys: { ...self.keys, signingSeed: auth.secretKey.subarray(0, 32) } };
  plant(story, { author, sequence: 1, content: CLOSED, statement: { signer: auth.publicKey } });
  t.same((await comeBack(story)).entries[0]?.alarms, ["forged"]);
});

t.test("attack 75: a kind that must not stand on the team's side has no effect", async (t) => {
  for (const kind of ["withdraw", "burn", "epoch", "identity-request"]) {
    const story = await tellStory();
    plant(story, { author: first(story.organisation.investigators), sequence: 1, kind });
    t.match((await comeBack(story)).entries, [{ alarms: ["content"], message: undefined, effective: false }], kind);
  }
});

t.test("attack 75: a message under a directory that the server hides has no known author", async (t) => {
  const story = await tellStory();
  const author = first(story.organisation.investigators);
  plant(story, { author, sequence: 1, statement: { directoryVersion: 2, directoryHash: makeSeed() } });
  const found = await comeBack(story);
  t.match(found.entries, [{ alarms: ["directory"], author: undefined, message: undefined }]);
  await writesNothing(t, story, found, ["conversation"]);
});

/** Two messages each way; the second answer has seen the second message, and the second message the first answer. */
async function afterTwoExchanges(): Promise<Story> {
  const story = await tellStory();
  const reader = await read(story);
  for (const number of ["satu", "dua"]) {
    await (await comeBack(story)).write({ kind: "text", text: `Pesan ${number}` });
    await (await reader.open()).answer(`Jawaban ${number}`);
  }
  return story;
}

t.test("attack 79: an older own box is noticed by the answer that rests on a later message", async (t) => {
  const story = await afterTwoExchanges();
  t.same((await comeBack(story)).alarms, []);
  const { stored } = story;
  stored.own.pop();
  await writesNothing(t, story, await comeBack(story), ["own-box"]);
  stored.rows.reporter.pop();
  const found = await comeBack(story);
  t.same(found.missing, { answers: [], own: [2] });
  await writesNothing(t, story, found, ["own-message-missing"]);
});

t.test("attack 79: an exchanged own message is noticed by the answer that rests on it", async (t) => {
  const story = await afterTwoExchanges();
  const keys = deriveTokenKeys(story.prepared.token);
  const context = { caseId: keys.caseId, direction: "reporter", epoch: 0, sequence: 2 } as const;
  const nothing = { sequence: 0, hash: story.prepared.headHash };
  const box = sealOwnBox({ messageHash: makeSeed(), acknowledged: nothing, newestEpoch: 0 }, context, keys);
  story.stored.own = [{ epoch: 0, sequence: 2, box }];
  const found = await comeBack(story);
  t.same(found.missing.own, [2]);
  await writesNothing(t, story, found, ["own-message-missing"]);
});

t.test("attack 79: an answer that the reporter had seen is named when it is withheld", async (t) => {
  const story = await afterTwoExchanges();
  story.stored.rows.team = [];
  const found = await comeBack(story);
  t.same(found.missing.answers, [1], "number 2 was never seen: nothing shows that it is withheld");
  await writesNothing(t, story, found, ["answer-missing"]);
});

t.test("attack 79: an answer that the reporter had seen is missed when another stands in its place", async (t) => {
  const story = await afterTwoExchanges();
  story.stored.rows.team = [];
  plant(story, { author: first(story.organisation.investigators), sequence: 1 });
  await writesNothing(t, story, await comeBack(story), ["answer-missing"]);
});

t.test("attack 79: an epoch that the reporter had accepted is missed", async (t) => {
  const story = await afterTwoExchanges();
  const keys = deriveTokenKeys(story.prepared.token);
  const context = { caseId: keys.caseId, direction: "reporter", epoch: 1, sequence: 2 } as const;
  const nothing = { sequence: 0, hash: story.prepared.headHash };
  const box = sealOwnBox({ messageHash: makeSeed(), acknowledged: nothing, newestEpoch: 1 }, context, keys);
  story.stored.own = [{ epoch: 1, sequence: 2, box }];
  story.stored.rows.team = [];
  await writesNothing(t, story, await comeBack(story), ["epoch-missing"]);
});

t.test("attack 79: a damaged own box, or one of another place, is noticed", async (t) => {
  const story = await afterTwoExchanges();
  const [one, two] = story.stored.own;
  if (one === undefined || two === undefined) throw new Error("two were written");
  story.stored.own = [{ ...two, box: one.box }];
  await writesNothing(t, story, await comeBack(story), ["own-box"]);
  story.stored.own = [{ ...two, box: two.box.map((byte, at) => (at === 100 ? byte ^ 1 : byte)) }];
  await writesNothing(t, story, await comeBack(story), ["own-box"]);
});

t.test("attack 80: a receipt forged with the words names another team key, and the next answer shows it", async (t) => {
  const story = await tellStory();
  const keys = deriveTokenKeys(story.prepared.token);
  const thiefs = deriveSealingKeyPair(makeSeed()).publicKey;
  story.stored.receipt = sealReceipt({ ...openReceipt(story.stored.receipt, keys), teamPublicKey: thiefs }, keys);
  await (await read(story)).file.answer("Siapa saja yang tahu?");
  const found = await comeBack(story);
  t.equal(found.entries[0]?.message?.kind, "text", "the answer itself is genuine");
  await writesNothing(t, story, found, ["team-key"]);
});

t.test("attack 80: an answer that brings another team key is an alarm", async (t) => {
  const story = await tellStory();
  const teamPublicKey = deriveSealingKeyPair(makeSeed()).publicKey;
  plant(story, { author: first(story.organisation.investigators), sequence: 1, teamPublicKey });
  await writesNothing(t, story, await comeBack(story), ["team-key"]);
});

t.test("attack 81: whom the reporter excluded writes no answer, whoever helps", async (t) => {
  const plot: Plot = { excluded: ({ lead }) => [lead] };
  const story = await tellStory(plot);
  plant(story, { author: story.organisation.lead, sequence: 1, content: CLOSED });
  const found = await comeBack(story);
  t.match(found.entries, [{ alarms: ["unfit-signer"], message: undefined, effective: false }]);
  t.equal(found.state, "received");
  await writesNothing(t, story, found, ["conversation"]);
});

t.test("attack 81: an answer by a member of another channel is shown as from outside the channel", async (t) => {
  const story = await tellStory({ channel: 1 });
  const { organisation } = story;
  plant(story, { author: organisation.lead, sequence: 1 });
  const found = await comeBack(story);
  t.match(found.entries, [
    { alarms: ["outside-channel"], author: organisation.lead.entry.id, message: { kind: "text" } },
  ]);
});

t.test("an unknown token finds nothing, and nothing is said about it", async (t) => {
  const story = await tellStory();
  const stranger = { ...story, prepared: { ...story.prepared, token: new Uint8Array(16).map((_, at) => at + 1) } };
  await t.rejects(comeBack(stranger), { message: "the case was sent" });
});
