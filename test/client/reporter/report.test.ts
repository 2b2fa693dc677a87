import t from "tap";
import { Refusal } from "../../../src/client/refusal.ts";
import { type ReportToSend, prepareReport, sendReport } from "../../../src/client/reporter/report.ts";
import { openReporterCase } from "../../../src/client/reporter/reporter-case.ts";
import { loadDirectories } from "../../../src/client/directory/directories.ts";
import { openHead } from "../../../src/crypto/secret/open.ts";
import { deriveSealingKeyPair } from "../../../src/crypto/secret/keys.ts";
import { openReceipt } from "../../../src/crypto/secret/receipt.ts";
import { deriveTokenKeys } from "../../../src/crypto/secret/token.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { parseSubmission } from "../../../src/crypto/envelope.ts";
import { HEADERS } from "../../../src/protocol/headers.ts";
import { documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import { MAX_REPORT_BYTES } from "../../../src/protocol/limits.ts";
import { firstUse } from "../../../src/protocol/directory/trust.ts";
import { HostileServer, problem } from "../../support/hostile/hostile-server.ts";
import { ANSWERS, comeBack, first, read, sealingOf, tellStory } from "../../support/hostile/hostile-story.ts";
import { makeOrganisation } from "../../support/organisation.ts";

const organisation = makeOrganisation(Date.now());
const directory = parseDirectory(documentBytes(organisation.signed));
const [channel, small] = organisation.channels;

function prepare(changes: Partial<ReportToSend> = {}, inAnswers: Partial<typeof ANSWERS> = {}) {
  return prepareReport(
    { answers: { ...ANSWERS, ...inAnswers }, channelId: channel.id, excluded: [], ...changes },
    directory,
  );
}

function findings(...expected: readonly object[]) {
  return { code: "findings", findings: expected };
}

t.test("unit and what happened are asked for, and the limits are told with their numbers", async (t) => {
  t.throws(
    () => prepare({}, { what: " \n", unitName: "" }),
    findings({ field: "unitName", code: "missing" }, { field: "what", code: "missing" }),
  );
  t.throws(
    () => prepare({}, { title: "x".repeat(121) }),
    findings({ field: "title", code: "too-long", limit: 120, actual: 121 }),
  );
  t.throws(() => prepare({}, { unitName: "Dinas\u0007" }), findings({ field: "unitName", code: "control-characters" }));
  t.throws(() => prepare({}, { how: "x".repeat(200_001) }), {
    code: "findings",
    findings: [{ field: "all", code: "too-long", limit: 200_000 }],
  });
  t.ok(prepare({}, { title: "🕊".repeat(120), unitName: "👩‍👧".repeat(40) }), "code points are counted, not UTF-16 units");
});

t.test("a text that fits by its length and not once it is encoded is told so, and not lost in an error", async (t) => {
  const controls = { code: "findings", findings: [{ field: "all", code: "too-many-bytes", limit: MAX_REPORT_BYTES }] };
  t.throws(() => prepare({}, { what: "\u0001".repeat(190_000) }), controls);
  t.ok(prepare({}, { what: "🕊".repeat(199_000) }), "200,000 code points of four bytes fit");
});

t.test("a report needs a channel, two readers, and excludes only whom the channel lets be excluded", async (t) => {
  t.throws(() => prepare({ channelId: "00".repeat(16) }), new Refusal("unknown-channel"));
  t.throws(() => prepare({ excluded: [organisation.administrator.entry.id] }), new Refusal("not-excludable"));
  const [one] = small.recipients;
  t.throws(
    () => prepare({ channelId: small.id, excluded: [one ?? ""] }),
    new Refusal("too-few-recipients"),
    "the recovery key is nobody's second reader",
  );
});

t.test("whom the reporter excludes has no slot, and the others have", async (t) => {
  const { head } = parseSubmission(prepare({ excluded: [organisation.lead.entry.id] }).submission);
  t.throws(() => openHead(head, { kind: "report" }, [sealingOf(organisation.lead)]), { code: "not-for-me" });
  for (const member of organisation.investigators) t.ok(openHead(head, { kind: "report" }, [sealingOf(member)]));
  t.ok(openHead(head, { kind: "report" }, [deriveSealingKeyPair(organisation.recoverySeed)]), "the recovery key has");
});

t.test("an excluded person named twice is excluded once, and the receipt can be read again", async (t) => {
  const { id } = organisation.lead.entry;
  const prepared = prepare({ excluded: [id, id] });
  const { excluded } = openReceipt(parseSubmission(prepared.submission).receipt, deriveTokenKeys(prepared.token));
  t.same(excluded.map(hex), [id]);
});

t.test("a retry after a lost answer sends the same bytes with the same proof of work", async (t) => {
  const server = new HostileServer();
  const prepared = prepare();
  server.answersToLose = 1;
  await t.rejects(sendReport(server.connect(), prepared), { code: "unreachable" }, "before the proof of work came");
  server.lies.sendReport = (asked) => {
    server.answersToLose = 1;
    delete server.lies.sendReport;
    return server.honestly(asked);
  };
  await t.rejects(sendReport(server.connect(), prepared), { code: "unreachable" }, "after the report was stored");
  await sendReport(server.connect(), prepared);
  const [lost, again, ...more] = server.requestsOf("sendReport");
  t.same(again?.body, lost?.body);
  for (const name of [HEADERS.proof, HEADERS.signature, HEADERS.key])
    t.equal(again?.headers.get(name), lost?.headers.get(name), name);
  t.same(more, []);
  t.equal(server.cases.length, 1);
});

t.test("a proof of work that went stale is made anew once", async (t) => {
  const server = new HostileServer();
  const prepared = prepare();
  server.lies.sendReport = () => problem("bad-proof-of-work");
  await t.rejects(sendReport(server.connect(), prepared), { code: "bad-proof-of-work" });
  const [one, two, ...more] = server.requestsOf("sendReport").map(({ headers }) => headers.get(HEADERS.proof));
  t.not(one, two);
  t.same(more, []);
});

t.test("a message whose answer is lost is sent again, the same bytes, and stands once", async (t) => {
  const story = await tellStory();
  const { server, stored } = story;
  const mine = await comeBack(story);
  server.lies.putOwnMessage = (asked) => {
    server.answersToLose = 1;
    delete server.lies.putOwnMessage;
    return server.honestly(asked);
  };
  await mine.write({ kind: "text", text: "Saya saksi." });
  const [lost, again, ...more] = server.requestsOf("putOwnMessage");
  t.same(again?.body, lost?.body);
  t.not(again?.headers.get(HEADERS.signature), lost?.headers.get(HEADERS.signature), "under a fresh nonce");
  t.same(more, []);
  t.equal(stored.rows.reporter.length, 1);
  const { file } = await read(story);
  t.same(file.opened.alarms, []);
  t.match(file.opened.conversation, [{ message: { text: "Saya saksi." } }]);
});

t.test(
  "two devices with the same words: the second is told of a conflict and writes after looking again",
  async (t) => {
    const story = await tellStory();
    const [phone, laptop] = [await comeBack(story), await comeBack(story)];
    await phone.write({ kind: "text", text: "Dari telepon" });
    await t.rejects(laptop.write({ kind: "text", text: "Dari laptop" }), { code: "conflict" });
    await (await comeBack(story)).write({ kind: "text", text: "Dari laptop" });
    t.match((await read(story)).file.opened.conversation, [{ alarms: [] }, { alarms: [] }]);
  },
);

t.test("a message keeps its limits before anything is sealed", async (t) => {
  const story = await tellStory();
  const mine = await comeBack(story);
  await t.rejects(mine.write({ kind: "text", text: " " }), findings({ field: "message", code: "missing" }));
  await t.rejects(
    mine.write({ kind: "text", text: "x".repeat(60_001) }),
    findings({ field: "message", code: "too-long", limit: 60_000, actual: 60_001 }),
  );
  await t.rejects(mine.write({ kind: "withdraw", text: "\u0001".repeat(60_000) }), {
    code: "findings",
    findings: [{ field: "message", code: "too-many-bytes" }],
  });
  t.equal(story.server.requestsOf("putOwnMessage").length, 0);
  await mine.write({ kind: "text", text: "🕊".repeat(60_000) });
  await (await comeBack(story)).write({ kind: "withdraw", text: "" });
  await (await read(story)).file.answer("🕊".repeat(60_000));
  t.equal(story.stored.rows.reporter.length, 2);
});

t.test("an unknown token finds nothing", async (t) => {
  const server = new HostileServer();
  server.directories = [organisation.signed];
  const directories = await loadDirectories(server.connect(), firstUse(organisation.rootSet), {
    depth: "quick",
    builtAt: 0,
    now: Date.now(),
  });
  t.equal(await openReporterCase(server.connect(), first([prepare().token]), directories), undefined);
});
