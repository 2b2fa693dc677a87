/** A member who opens a case on a server that is the adversary. */
import t from "tap";
import { proveCase } from "../../../src/client/member/case/case-proof.ts";
import { type MemberCase, openMemberCase } from "../../../src/client/member/case/member-case.ts";
import { findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import { countMissing } from "../../../src/client/member/list/known-heads.ts";
import { nextDocument } from "../../../src/client/directory/organisation.ts";
import { CryptoError } from "../../../src/crypto/errors.ts";
import { fromHex, hex, utf8 } from "../../../src/crypto/bytes.ts";
import { deriveSealingKeyPair, makeSeed } from "../../../src/crypto/secret/keys.ts";
import { sealReport } from "../../../src/crypto/secret/seal.ts";
import { deriveTokenKeys, makeToken } from "../../../src/crypto/secret/token.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { inspectHead, parseSubmission } from "../../../src/crypto/envelope.ts";
import { encodeReportBody, encodeSummary, summaryOf } from "../../../src/protocol/content.ts";
import { encodeCaseAudit } from "../../../src/protocol/audit/pages.ts";
import { encodeNoteKey } from "../../../src/protocol/audit/signed-note.ts";
import { documentBytes, parseDirectory } from "../../../src/protocol/directory/directory.ts";
import { handleText, encodeCaseItem, encodeReportEnvelope } from "../../../src/protocol/frames.ts";
import { prepareReport } from "../../../src/client/reporter/report.ts";
import { sha256, startLog } from "../../support/proof/audit-log.ts";
import { type Asked, type StoredCase, bytes, json } from "../../support/hostile/hostile-server.ts";
import {
  ANSWERS,
  type Story,
  comeBack,
  enter,
  first,
  read,
  report,
  tellStory,
  writesNothing,
} from "../../support/hostile/hostile-story.ts";
import { signedOf } from "../../support/organisation.ts";

const ALTERED = new CryptoError("altered");

t.test("what nobody changed opens whole, without an alarm", async (t) => {
  const story = await tellStory();
  const { file, open, member } = await read(story);
  t.same(file.opened.answers, ANSWERS);
  t.same(file.opened.alarms, []);
  t.same(file.opened.removedRecipients, []);
  await file.answer("Kapan?");
  await (await comeBack(story)).write({ kind: "text", text: "Kemarin." });
  const again = await open();
  t.same(again.opened.alarms, []);
  t.same(
    again.opened.conversation.map(({ message }) => message),
    [
      { kind: "text", text: "Kapan?" },
      { kind: "text", text: "Kemarin." },
    ],
  );
  const { cases } = await listCases(member);
  t.match(cases, [{ altered: false, summary: { title: "Amplop untuk mempercepat izin.", unit: ANSWERS.unitName } }]);
});

t.test("acts of another case, or out of their order, prove nothing of this one", async (t) => {
  const { organisation, server } = await tellStory();
  const { lead } = organisation;
  const member = await enter({ organisation, server }, lead);
  const log = startLog(organisation, { now: Date.parse(organisation.document.notBefore) });
  const object = randomBytes(16);
  log.act(lead, { object });
  log.act(lead, { object });
  log.act(lead);
  const keys = [encodeNoteKey(sha256, log.signer)];
  server.lies.auditHead = () => json({ checkpoint: log.checkpoint(), keys, proof: "" });
  member.log.seen = undefined;
  const prove = (...places: readonly number[]) => {
    const items = places.map((place) => ({ place, leaf: log.items[place]!.leaf, proof: log.tree.inclusion(place) }));
    server.lies.caseAudit = () => bytes(encodeCaseAudit({ isMore: false, items }));
    const file = {
      handle: handleText(object),
      item: { counts: { team: 0, internal: 0 } },
      opened: { conversation: [] },
    };
    return proveCase(member, file as unknown as MemberCase, { part: "included", record: hex(sha256(utf8("a body"))) });
  };
  t.ok(await prove(3, 4));
  t.equal(await prove(4, 3), undefined);
  t.equal(await prove(3, 3), undefined);
  t.equal(await prove(3, 5), undefined, "of another case");
});

t.test("attack 62: another case under the handle that was asked for is refused", async (t) => {
  const story = await tellStory();
  const other = await report(story.server, story.organisation);
  const { open, handle, member } = await read(story);
  const { server, stored } = story;
  const itemOf = (one: StoredCase, handleShown: Uint8Array) => (asked: Asked) =>
    bytes(encodeCaseItem({ ...server.itemOf(one, asked.member), handle: handleShown }));
  const envelopeOf = (head: StoredCase, body: StoredCase) => () => bytes(encodeReportEnvelope(head.head, body.body));

  server.lies.envelope = envelopeOf(other.stored, other.stored);
  server.lies.oneCase = itemOf(other.stored, other.stored.handle);
  await t.rejects(open(), ALTERED, "its handle says so");
  server.lies.oneCase = itemOf(other.stored, stored.handle);
  await t.rejects(open(stored.caseId), ALTERED, "relabelled: the list said which case it is");
  server.lies.oneCase = itemOf(stored, stored.handle);
  await t.rejects(openMemberCase(member, handle), ALTERED, "the envelope of another case");
  server.lies.envelope = envelopeOf(stored, other.stored);
  await t.rejects(open(), ALTERED, "the body of another case");
});

t.test("attack 62: a case that is said to be of another channel is refused", async (t) => {
  const story = await tellStory();
  const { open } = await read(story);
  story.stored.channelId = fromHex(story.organisation.channels[1].id);
  await t.rejects(open(), ALTERED);
});

/** A report sealed anew under the case id of `story`, signed with `token`, its case id that of `story`; `excluded` have slots. */
function forge(
  story: Story,
  token: Uint8Array,
  { title = "", excluded = [] }: { readonly title?: string; readonly excluded?: readonly string[] } = {},
) {
  const directory = parseDirectory(documentBytes(story.organisation.signed));
  const channel = story.organisation.channels[0];
  const keys = deriveTokenKeys(token);
  const readers = channel.recipients.map((id) => directory.members.get(id)?.sealingKey ?? new Uint8Array());
  const body = encodeReportBody({
    answers: { ...ANSWERS, what: "Tidak ada apa-apa." },
    threadKey: makeSeed(),
    replyPublicKey: deriveSealingKeyPair(makeSeed()).publicKey,
    attachments: [],
    recipients: channel.recipients.filter((id) => !excluded.includes(id)).map(fromHex),
    excluded: excluded.map(fromHex),
    identityGiven: false,
  });
  const sealed = sealReport({
    token: { ...keys, caseId: story.prepared.caseId },
    channelId: fromHex(channel.id),
    directoryVersion: directory.version,
    directoryHash: directory.hash,
    readers,
    slotCount: channel.slots,
    custodians: [],
    identitySlotCount: channel.identitySlots,
    summary: encodeSummary(summaryOf({ ...ANSWERS, title, what: "Tidak ada apa-apa." })),
    body,
    identity: new Uint8Array(),
    excluded: [],
  });
  return parseSubmission(sealed.submission);
}

t.test("attack 65: a report that somebody else sealed under a known case id is refused", async (t) => {
  const story = await tellStory();
  const { open, file } = await read(story);
  const { stored } = story;
  const truth = { head: stored.head, body: stored.body };
  const forged = forge(story, makeToken());
  Object.assign(stored, { head: forged.head, body: forged.body });
  await t.rejects(open(), ALTERED, "signed with a key of their own, which is not behind the case id");
  const { authPublicKey } = inspectHead(truth.head, { kind: "report" });
  const dressed = forged.head.slice();
  dressed.set(authPublicKey, dressed.length - 64 - 32);
  Object.assign(stored, { head: dressed, body: forged.body });
  await t.rejects(open(), ALTERED, "with the true public key, which did not sign it");
  const fresh = await enter(story, story.organisation.lead);
  t.match(
    await findNewCases(fresh),
    { opened: [], altered: [file.handle] },
    "a new reader sees an alarm and not somebody else's mail",
  );
});

t.test(
  "attack 65: a second report under one case id, sealed by who holds the words, is an alarm that stays",
  async (t) => {
    const story = await tellStory();
    const { open, file } = await read(story);
    await file.answer("Kapan?");
    const second = forge(story, story.prepared.token);
    Object.assign(story.stored, {
      head: second.head,
      body: second.body,
      summary: inspectHead(second.head, { kind: "report" }).summary,
    });
    story.stored.rows.team = [];
    for (const time of ["at once", "and the next time"]) {
      const found = await open();
      t.ok(found.opened.alarms.includes("other-report"), time);
      await writesNothing(t, story, found, ["other-report", "less-than-before"]);
    }
  },
);

t.test(
  "attack 65: a report that opens for whom it names as kept out is refused, also once a record of it is kept",
  async (t) => {
    const story = await tellStory();
    const { organisation, stored, prepared } = story;
    const twofold = forge(story, prepared.token, { excluded: [organisation.lead.entry.id] });
    const { summary } = inspectHead(twofold.head, { kind: "report" });
    Object.assign(stored, { head: twofold.head, body: twofold.body, summary });
    const lead = await enter(story, organisation.lead);
    const handle = handleText(stored.handle);
    t.match(await findNewCases(lead), { opened: [handle] });
    t.ok(stored.wraps.has(lead.id));
    await t.rejects(openMemberCase(lead, handle), ALTERED);
  },
);

t.test("attack 77: a wrap of another case or member does not open, and the case is read all the same", async (t) => {
  const story = await tellStory();
  const other = await report(story.server, story.organisation);
  const { member, open } = await read(story);
  const wraps = story.stored.wraps;
  const own = wraps.get(member.id);
  const colleague = await read(story, story.organisation.lead);
  const foreign = [
    ["of another case", other.stored.wraps.get(member.id)],
    ["of another member", wraps.get(colleague.member.id)],
    ["damaged", own?.map((byte, at) => (at === 50 ? byte ^ 1 : byte))],
  ] as const;
  for (const [title, wrap] of foreign) {
    if (wrap === undefined) throw new Error("each has one");
    wraps.set(member.id, wrap);
    const item = (await listCases(member)).cases.find(({ handle }) => handle === handleText(story.stored.handle));
    t.match(item, { altered: true, summary: undefined }, `${title}: the list says so`);
    t.same((await open()).opened.alarms, ["wrap"], title);
    t.same((await open()).opened.alarms, [], "opening mends it");
  }
});

t.test(
  "attack 83: a wrap that is taken away is missed, in a later session too; one that never arrived is not",
  async (t) => {
    const story = await tellStory();
    const { member, open } = await read(story);
    const wraps = story.stored.wraps;
    const later = () => openMemberCase({ ...member }, handleText(story.stored.handle));
    for (const again of [open, later]) {
      wraps.set(member.id, new Uint8Array());
      t.same((await again()).opened.alarms, ["wrap"]);
      t.same((await again()).opened.alarms, [], "opening mends it");
    }
    const never = await report(story.server, story.organisation);
    story.server.lies.putWrap = () => {
      throw new TypeError("the line is dead");
    };
    await t.rejects(findNewCases(member));
    delete story.server.lies.putWrap;
    never.stored.wraps.set(member.id, new Uint8Array());
    const listed = (await listCases({ ...member })).cases.map(({ handle }) => handle);
    t.equal(listed.length, 2);
    await countMissing({ ...member }, listed, []);
    t.same((await openMemberCase(member, handleText(never.stored.handle))).opened.alarms, []);
  },
);

t.test("attack 77: a summary of another case does not open under this case's wrap", async (t) => {
  const story = await tellStory();
  const other = await report(story.server, story.organisation);
  const { member } = await read(story);
  story.stored.summary = other.stored.summary;
  const item = (await listCases(member)).cases.find(({ handle }) => handle === handleText(story.stored.handle));
  t.match(item, { altered: true, summary: undefined });
});

t.test("attack 78: a report that a frozen directory sealed to a removed member names that member", async (t) => {
  const story = await tellStory();
  const { organisation, server } = story;
  const leaves = organisation.investigators[2]!;
  const { document, signed, roots } = organisation;
  const rest = (ids: readonly string[]) => ids.filter((id) => id !== leaves.entry.id);
  const without = {
    ...document,
    members: document.members.map((entry) => (entry.id === leaves.entry.id ? { ...entry, removedIn: 2 } : entry)),
    channels: document.channels.map((channel) => ({
      ...channel,
      recipients: rest(channel.recipients),
      excludable: rest(channel.excludable),
    })),
  };
  server.directories.push(signedOf(organisation, nextDocument(without, signed, Date.now()), roots));
  const { file, member } = await read(story);
  t.same(file.opened.removedRecipients, [leaves.entry.id]);
  t.equal(
    member.directories.current.members.get(leaves.entry.id)?.names["id"],
    leaves.entry.names["id"],
    "removed members stay listed, so there is a name",
  );
});

t.test("attack 78: a report that was sealed under a directory of nobody's is altered", async (t) => {
  const story = await tellStory();
  const { organisation } = story;
  const unsigned = nextDocument(
    { ...organisation.document, roots: organisation.document.roots },
    undefined,
    Date.now() - 86_400_000,
  );
  const foreign = parseDirectory(documentBytes(signedOf(organisation, unsigned, organisation.roots)));
  const { submission } = prepareReport(
    { answers: ANSWERS, channelId: organisation.channels[0].id, excluded: [] },
    foreign,
  );
  const { head, body } = parseSubmission(submission);
  const { prefix, summary } = inspectHead(head, { kind: "report" });
  Object.assign(story.stored, { head, body, summary, caseId: prefix.caseId });
  const member = await enter(story, first(organisation.investigators));
  await t.rejects(openMemberCase(member, handleText(story.stored.handle)), ALTERED);
});

t.test("a report whose summary says something else than its body is altered", async (t) => {
  const story = await tellStory();
  const put = ({ head, body }: { head: Uint8Array; body: Uint8Array }) =>
    Object.assign(story.stored, { head, body, summary: inspectHead(head, { kind: "report" }).summary });
  const member = await enter(story, story.organisation.lead);
  put(forge(story, story.prepared.token, { title: "Tidak penting" }));
  await t.rejects(openMemberCase(member, handleText(story.stored.handle)), ALTERED);
  put(forge(story, story.prepared.token));
  t.equal((await openMemberCase(member, handleText(story.stored.handle))).opened.answers.what, "Tidak ada apa-apa.");
});

t.test("a report that leaves out a reader without saying whom it excludes is altered", async (t) => {
  const story = await tellStory();
  const directory = parseDirectory(documentBytes(story.organisation.signed));
  const [id, ...others] = story.organisation.channels[0].recipients;
  const channels = new Map(directory.channels);
  const channel = channels.get(story.organisation.channels[0].id);
  if (channel === undefined || id === undefined) throw new Error("there is a channel");
  channels.set(channel.id, { ...channel, recipients: others });
  const { submission } = prepareReport(
    { answers: ANSWERS, channelId: channel.id, excluded: [] },
    { ...directory, channels },
  );
  const { head, body } = parseSubmission(submission);
  const { prefix, summary } = inspectHead(head, { kind: "report" });
  Object.assign(story.stored, { head, body, summary, caseId: prefix.caseId });
  const member = await enter(story, story.organisation.lead);
  await t.rejects(openMemberCase(member, handleText(story.stored.handle)), ALTERED);
});
