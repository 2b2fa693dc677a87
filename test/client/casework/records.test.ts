/** What the team writes down about a case, as colleagues read it, and what the list says of it. */
import t from "tap";
import { utf8 } from "../../../src/crypto/bytes.ts";
import { findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import { readDigest, sealDigestOf } from "../../../src/client/member/list/digest.ts";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import { refreshCases } from "../../../src/client/member/case/refresh.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { MAX_LABELS, MAX_LABEL_CODE_POINTS } from "../../../src/protocol/limits.ts";
import { encodeRecord, parseInternalContent } from "../../../src/protocol/records.ts";
import { comeBack, first, plant, read, tellStory } from "../../support/hostile/hostile-story.ts";

const never = new AbortController().signal;
const listed = async (member: Member) => first((await listCases(member)).cases);

t.test("what one member writes down a colleague reads, signed, and not as a note", async (t) => {
  const story = await tellStory();
  const { investigators } = story.organisation;
  const mine = await read(story);
  await mine.file.record({ kind: "assignment", to: mine.member.id, reason: "" });
  await (await mine.open()).record({ kind: "labels", labels: ["perizinan", "triwulan IV"] });
  const { file } = await read(story, investigators[1]);
  t.same(file.opened.casework.labels, ["perizinan", "triwulan IV"]);
  t.match(file.opened.casework.assignments, {
    now: { to: mine.member.id, by: mine.member.id },
    all: [{ kind: "claim" }],
  });
  t.same(file.opened.notes, []);
  t.same(
    file.opened.records.map(({ record: { kind }, author }) => [kind, author]),
    [
      ["assignment", mine.member.id],
      ["labels", mine.member.id],
    ],
  );
  await (await mine.open()).record({ kind: "assignment", to: null, reason: "cuti" });
  t.equal((await mine.open()).opened.casework.assignments.now?.to, undefined);
});

t.test("a colleague who was quicker is told by a conflict, and nothing is overwritten", async (t) => {
  const story = await tellStory();
  const mine = await read(story);
  const theirs = await read(story, story.organisation.investigators[1]);
  await mine.file.record({ kind: "labels", labels: ["satu"] });
  await t.rejects(theirs.file.record({ kind: "labels", labels: ["dua"] }), { code: "conflict" });
  t.same((await theirs.open()).opened.casework.labels, ["satu"]);
});

t.test("a record behind a gap, or in the conversation, has no effect", async (t) => {
  const story = await tellStory();
  const { open } = await read(story);
  const author = first(story.organisation.investigators);
  plant(story, {
    author,
    direction: "internal",
    sequence: 2,
    kind: "labels",
    statement: { content: encodeRecord({ kind: "labels", labels: ["x"] }) },
  });
  const { opened } = await open();
  t.same(opened.casework.labels, []);
  t.same(opened.records, []);
  plant(story, { author, sequence: 1, kind: "labels" });
  t.match((await open()).opened.conversation, [{ alarms: ["content"], message: undefined }]);
});

t.test("the list says what is in a case that was opened quietly, and that nobody was shown it", async (t) => {
  const story = await tellStory();
  const mine = await read(story);
  await mine.file.record({ kind: "labels", labels: ["perizinan"] });
  const { member } = await read(story, story.organisation.investigators[1]);
  t.match(await listed(member), { unread: false, stale: false, digest: { labels: ["perizinan"], shown: 0 } });
  await (await comeBack(story)).write({ kind: "text", text: "Masih terjadi." });
  const before = await listed(member);
  t.match(before, { unread: true, newMessages: 1, stale: true });
  const opened: string[] = [];
  await refreshCases(member, [before], ({ handle }) => opened.push(handle), never);
  t.same(opened, [before.handle]);
  t.match(await listed(member), { unread: true, newMessages: 1, stale: false, digest: { read: [1, 0, 1] } });
  await openMemberCase(member, before.handle);
  t.match(await listed(member), { unread: false, newMessages: 0, stale: false });
});

t.test("a report that was only opened quietly is new still", async (t) => {
  const story = await tellStory();
  const { member, handle } = await read(story);
  story.stored.wraps.clear();
  const fresh = { ...member };
  await findNewCases(fresh);
  const before = await listed(fresh);
  t.match(before, { unread: true, stale: true, digest: undefined });
  await refreshCases(fresh, [before], () => {}, never);
  t.match(await listed(fresh), { unread: true, stale: false, digest: { shown: -1 } });
  await openMemberCase(fresh, handle);
  t.match(await listed(fresh), { unread: false, digest: { shown: 0 } });
});

t.test("labels that do not fit into a digest stay in the case, and damage is as none", async (t) => {
  const { member, file } = await read(await tellStory());
  const caseId = file.item.caseId;
  const labels = Array.from({ length: MAX_LABELS }, (_, at) => `${at}${"😀".repeat(MAX_LABEL_CODE_POINTS - 1)}`);
  const sealed = sealDigestOf({ ...file.digest, labels }, member, caseId);
  const found = readDigest(sealed, member, caseId);
  t.ok(found !== undefined && found.labels.length > 0 && found.labels.length < labels.length);
  t.equal(
    readDigest(
      sealed.map((byte) => byte ^ 1),
      member,
      caseId,
    ),
    undefined,
  );
  t.equal(readDigest(new Uint8Array(), member, caseId), undefined);
});

t.test("records of a later version are read as they stand, malformed ones not at all", (t) => {
  t.same(parseInternalContent("labels", utf8('{"labels":["a"],"colour":"red"}')), {
    kind: "labels",
    labels: ["a"],
    unknown: [{ name: "colour", value: '"red"' }],
  });
  for (const bad of ["{}", '{"labels":[1]}', '{"labels":null}', '{ "labels":[]}'])
    t.throws(() => parseInternalContent("labels", utf8(bad)), { code: "malformed" }, bad);
  for (const labels of [["a", "a"], [" a"], [""], ["x".repeat(25)], Array.from({ length: 9 }, String)])
    t.throws(() => encodeRecord({ kind: "labels", labels }), { code: "malformed" });
  t.match(parseInternalContent("decree", utf8('{"text":"x"}')), { kind: "unknown", named: "decree", text: "x" });
  t.end();
});
