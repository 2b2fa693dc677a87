/** What a later version, or somebody else's client, has written: it opens, and says what is not known. */
import t from "tap";
import { listCases } from "../../src/client/member/list/cases.ts";
import { Refusal } from "../../src/client/refusal.ts";
import { concat, fromHex, utf8 } from "../../src/crypto/bytes.ts";
import { inspectHead, parseSubmission } from "../../src/crypto/envelope.ts";
import { sealReport } from "../../src/crypto/secret/seal.ts";
import { deriveTokenKeys } from "../../src/crypto/secret/token.ts";
import type { State } from "../../src/protocol/rules/casework.ts";
import { encodeReportBody, encodeSummary, summaryOf } from "../../src/protocol/content.ts";
import { documentBytes, parseDirectory } from "../../src/protocol/directory/directory.ts";
import {
  ANSWERS,
  type Story,
  comeBack,
  first,
  insider,
  plant,
  read,
  tellStory,
} from "../support/hostile/hostile-story.ts";

t.test("a state, an outcome, a kind and fields of a later version are shown, and frighten nobody away", async (t) => {
  const story = await tellStory();
  const author = first(story.organisation.investigators);
  const { teamPair } = insider(story);
  const content = (value: object) => concat(teamPair.publicKey, utf8(JSON.stringify(value)));
  const status = { state: "appealed", outcome: "settled", text: "Kasus dibanding.", since: "2027" };
  const one = plant(story, { author, sequence: 1, kind: "status", statement: { content: content(status) } });
  const later = { kind: "survey", statement: { content: content({ text: "Puas?", scale: [1, 5] }) } };
  plant(story, { author, sequence: 2, previous: one, ...later });
  story.stored.state = "appealed" as State;
  const { file, member } = await read(story);
  const found = await comeBack(story);
  for (const [who, entries] of [
    ["reporter", found.entries],
    ["member", file.opened.conversation],
  ] as const) {
    t.match(
      entries,
      [
        {
          alarms: [],
          effective: true,
          message: {
            kind: "status",
            state: "appealed",
            outcome: "settled",
            unknown: [{ name: "since", value: '"2027"' }],
          },
        },
        { alarms: [], effective: true, message: { kind: "unknown", named: "survey", text: "Puas?" } },
      ],
      who,
    );
  }
  t.same([found.alarms, file.opened.alarms], [[], []]);
  t.same([found.state, file.opened.state], ["appealed", "appealed"]);
  t.equal(found.standing.asked, false);
  await found.write({ kind: "text", text: "Terima kasih." });
  await t.rejects(file.moveTo("closed", { outcome: "partly", text: "" }), new Refusal("move-not-allowed"));
  const { cases } = await listCases(member);
  t.match(cases, [{ state: "appealed", altered: false }], "the list is not lost to one case");
  await (await read(story, story.organisation.lead)).file.answer("Sama-sama.");
});

/** The report of a story, sealed once more by a client that writes more than this one. */
function sealLater(
  story: Story,
  bend: (body: Body, summary: object) => readonly [body: object, summary: object],
): void {
  const directory = parseDirectory(documentBytes(story.organisation.signed));
  const channel = story.organisation.channels[0];
  const keys = deriveTokenKeys(story.prepared.token);
  const readersOf = (ids: readonly string[]) =>
    ids.map((id) => directory.members.get(id)?.sealingKey ?? new Uint8Array());
  const body = encodeReportBody({
    answers: ANSWERS,
    threadKey: keys.thread,
    replyPublicKey: keys.reply.publicKey,
    attachments: [],
    recipients: channel.recipients.map(fromHex),
    excluded: [],
    identityGiven: false,
  });
  const written = (bytes: Uint8Array) => JSON.parse(new TextDecoder().decode(bytes)) as Body;
  const [later, summary] = bend(written(body), written(encodeSummary(summaryOf(ANSWERS))));
  const { submission } = sealReport({
    token: keys,
    channelId: fromHex(channel.id),
    directoryVersion: directory.version,
    directoryHash: directory.hash,
    readers: readersOf(channel.recipients),
    slotCount: channel.slots,
    custodians: readersOf(channel.custodians),
    identitySlotCount: channel.identitySlots,
    summary: utf8(JSON.stringify(summary)),
    body: utf8(JSON.stringify(later)),
    identity: new Uint8Array(),
    excluded: [],
  });
  const { head, body: sealed } = parseSubmission(submission);
  Object.assign(story.stored, { head, body: sealed, summary: inspectHead(head, { kind: "report" }).summary });
}

type Body = { readonly answers: object };

t.test("a report of a later version opens for everybody, and nobody is accused", async (t) => {
  const story = await tellStory();
  sealLater(story, (body, summary) => [
    { ...body, answers: { ...body.answers, category: "tambang-ilegal", since: "2024" }, urgency: 3 },
    { ...summary, category: "tambang-ilegal", colour: "red" },
  ]);
  for (const who of [story.organisation.lead, ...story.organisation.investigators]) {
    const { file, member } = await read(story, who);
    t.same(file.opened.alarms, []);
    t.equal(file.opened.answers.category, "tambang-ilegal");
    t.equal(file.opened.answers.what, ANSWERS.what);
    t.same(file.opened.unknown, [
      { name: "answers.since", value: '"2024"' },
      { name: "urgency", value: "3" },
    ]);
    t.match((await listCases(member)).cases, [{ summary: { category: "tambang-ilegal" }, altered: false }]);
  }
});

t.test("what is known of a summary must follow from the answers, whatever else it says", async (t) => {
  const story = await tellStory();
  sealLater(story, (body, summary) => [body, { ...summary, category: "tambang-ilegal" }]);
  await t.rejects(read(story), { name: "CryptoError", code: "altered" });
});
