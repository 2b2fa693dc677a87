/** What the list knows of a case, whatever somebody with a client of their own has written into it. */
import t from "tap";
import { concat, utf8 } from "../../../src/crypto/bytes.ts";
import type { PackedCourse } from "../../../src/client/case/packed-course.ts";
import { digestOf, isFresh, readDigest, sealDigestOf } from "../../../src/client/member/list/digest.ts";
import { MAX_LABELS } from "../../../src/protocol/limits.ts";
import { ELEMENTS, SCORES } from "../../../src/protocol/rules/triage.ts";
import { SAID_MARKS } from "../../../src/protocol/urgency/marks.ts";
import { type Story, comeBack, first, insider, plant, read, tellStory } from "../../support/hostile/hostile-story.ts";

const LONG = "\u0001".repeat(600);
const each = <Value>(codes: readonly string[], value: Value) => Object.fromEntries(codes.map((code) => [code, value]));

/** Rows that a member signs, and that no program of ours writes. */
function plantAll(story: Story, direction: "internal" | "team", said: readonly { kind: string }[]): void {
  let previous: ReturnType<typeof plant> | undefined;
  for (const [at, { kind, ...content }] of said.entries()) {
    const author = first(story.organisation.investigators);
    const crafted = { author, direction, sequence: at + 1, kind, ...(previous && { previous }) };
    const asItIs = { content: content as never };
    previous =
      direction === "team"
        ? plant(story, { ...crafted, ...asItIs })
        : plant(story, { ...crafted, statement: { content: utf8(JSON.stringify(content)) } });
  }
}

t.test("no record of a member's own making keeps a case from opening, or from the list", async (t) => {
  const story = await tellStory();
  const mine = await read(story);
  const scores = each(SCORES, { score: 1.3, reason: "x" });
  const recommendation = { action: null, reason: "" };
  const rest = { summary: "", plan: "", recommendation };
  plantAll(story, "internal", [
    { kind: "assignment", to: mine.member.id, reason: "" } as never,
    { kind: "labels", labels: Array.from({ length: 20_000 }, (_, at) => `${at}`) } as never,
    { kind: "sheet", after: 0, scores, elements: each(ELEMENTS, true), category: LONG, ...rest } as never,
    { kind: "task", task: "00", after: 0, what: "x", who: null, until: LONG, from: LONG, of: LONG } as never,
  ]);
  const { digest, opened } = await mine.open();
  t.same(opened.alarms, []);
  t.equal(opened.records.length, 4, "all of it is shown");
  t.match(digest, { assignee: mine.member.id, tasks: { open: 1, next: null }, sheet: { category: "", total: 0 } });
  t.equal(digest.labels.length, MAX_LABELS);
});

t.test("no word of a reporter's own making keeps a case from opening", async (t) => {
  const story = await tellStory();
  const mine = await read(story);
  await (await comeBack(story)).write({ kind: "protection-request", urgency: "now", text: "Tolong." });
  const { opened, digest, item } = await mine.open();
  t.equal(digest.protection, "now");
  for (const urgency of [LONG, LONG.slice(0, 32), "x".repeat(33)]) {
    const conversation = opened.conversation.map((entry) => ({
      ...entry,
      message: { kind: "protection-request", urgency, text: "Tolong." } as const,
    }));
    const course = { ...opened.course, profile: urgency };
    const made = digestOf({ ...opened, conversation, course }, item, mine.member.id, 0);
    t.match(made, { protection: null, course: [[], [], [], null, null] });
    t.ok(sealDigestOf(made, mine.member, item.caseId).length > 0);
  }
});

t.test("the longest digest finds room", async (t) => {
  const { member, file } = await read(await tellStory());
  const code = "x".repeat(32);
  const full = {
    ...file.digest,
    read: [99_999, 99_999, 99_999] as [number, number, number],
    assignee: member.id,
    labels: Array.from({ length: MAX_LABELS }, (_, at) => `${at}${"\u{1F600}".repeat(23)}`),
    sheet: { category: code, total: 32, agreed: false },
    tasks: { open: 99_999, next: "2026-11-25" },
    protection: code,
    says: SAID_MARKS,
    amount: -Number.MAX_VALUE,
    matter: Array.from({ length: 100 }, () => "K7QD-4M2P"),
    course: [
      Array.from({ length: 5 }, () => 99_999),
      Array.from({ length: 4 }, () => [99_999, 99_999] as [number, number]),
      Array.from({ length: 4 }, () => [4, 99_999, 99_999] as [number, number, number]),
      [99_999, 99_999, 99_999] as [number, number, number],
      code,
    ] as PackedCourse,
  };
  t.match(readDigest(sealDigestOf(full, member, file.item.caseId), member, file.item.caseId), { protection: code });
});

t.test("a digest tells figures what the server does not know, and finds room for it", async (t) => {
  const story = await tellStory();
  const mine = await read(story);
  await (await comeBack(story)).write({ kind: "protection-request", urgency: "days", text: "Tolong." });
  const { member, file } = mine;
  const { arrivedOn } = file.item;
  const status = utf8(JSON.stringify({ state: "closed", outcome: "partly", text: "Terima kasih." }));
  const author = first(story.organisation.investigators);
  const statement = { content: concat(insider(story).teamPair.publicKey, status) };
  plant(story, { author, sequence: 1, kind: "status", statement });
  const { digest, item } = await mine.open();
  t.same(digest.figures, [arrivedOn, "closed", "partly", null, true]);
  t.same(readDigest(sealDigestOf(digest, member, item.caseId), member, item.caseId)?.figures, digest.figures);
  t.notOk(isFresh({ ...digest, figures: undefined }, item.counts), "an earlier version's is made anew");
  // As a case of many turns has it: everything that our programs write, and eight readers.
  const usual = {
    ...digest,
    assignee: member.id,
    sheet: { category: "kerugian-keuangan-negara", total: 32, agreed: false },
    protection: "days",
    says: SAID_MARKS,
    amount: 125_000_000_000,
    readers: Array.from({ length: 8 }, (_, at) => `00000${at}`),
  };
  const kept = readDigest(sealDigestOf(usual, member, item.caseId), member, item.caseId);
  t.same(kept?.figures, digest.figures);
  t.same(kept?.ends, [null, []]);
  t.notOk(isFresh({ ...digest, ends: undefined }, item.counts), "nor does an earlier version know how a case ended");
});
