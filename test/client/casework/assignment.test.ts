/** Whose case it is: who may write what, what others make of what nobody may, and two who take one case at once. */
import fc from "fast-check";
import t from "tap";
import { checkAssignment, foldAssignments } from "../../../src/client/casework/assignment.ts";
import type { Recorded } from "../../../src/client/casework/recorded.ts";
import { findNewCases } from "../../../src/client/member/list/cases.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import { ROLES, type Role } from "../../../src/protocol/rules/casework.ts";
import { encodeRecord } from "../../../src/protocol/records.ts";
import { type AssignmentStep, judgeAssignment } from "../../../src/protocol/records/assignment.ts";
import { first, plant, read, tellStory } from "../../support/hostile/hostile-story.ts";
import { readersOf } from "../../support/readers.ts";

const [A, B, C, D] = ["a", "b", "c", "d"].map((letter) => letter.repeat(32)) as [string, string, string, string];

const assignment = (to: string | null, reason = "") => ({ kind: "assignment", to, reason }) as const;

t.test("what an assignment is follows from who writes it, whose the case is and to whom it goes", (t) => {
  const rows: readonly (readonly [
    author: string,
    lead: boolean,
    from: string | undefined,
    to: string | null,
    reason: string,
    judged: string,
  ])[] = [
    [A, false, undefined, A, "", "claim"],
    [A, true, undefined, A, "", "claim"],
    [A, false, B, A, "", "taken"],
    [A, true, B, A, "", "assign"],
    [A, false, A, A, "", "taken"],
    [A, false, A, null, "", "give-back"],
    [A, false, B, null, "", "lead-needed"],
    [A, true, B, null, "", "assign"],
    [A, false, undefined, null, "", "lead-needed"],
    [A, false, A, B, "Saya cuti.", "hand-over"],
    [A, false, A, B, " \n", "hand-over-reason"],
    [A, true, A, B, "", "assign"],
    [A, true, A, B, "Pindah tugas.", "hand-over"],
    [A, false, undefined, B, "x", "lead-needed"],
    [A, false, B, C, "x", "lead-needed"],
    [A, true, undefined, B, "", "assign"],
    [A, true, A, D, "x", "not-a-reader"],
    [A, true, undefined, D, "", "not-a-reader"],
  ];
  for (const [author, isLead, from, to, reason, wanted] of rows) {
    const judged = judgeAssignment({ author, isLead, from, to, reason, readers: [A, B, C] });
    t.equal(
      typeof judged === "string" ? judged : judged.fault,
      wanted,
      `${isLead ? "lead " : ""}${author[0]}: ${from?.[0]} → ${to?.[0]} “${reason}”`,
    );
  }
  t.end();
});

const ids = fc.constantFrom(A, B, C, D);
const written = fc.record({
  author: ids,
  roles: fc.subarray<Role>([...ROLES]),
  to: fc.option(ids),
  reason: fc.constantFrom("", " ", "Saya cuti."),
});

t.test("whatever is written, only readers have the case, and nobody but a lead takes one from its member", (t) => {
  fc.assert(
    fc.property(fc.array(written), fc.subarray([A, B, C, D]), (all, readers) => {
      const records = all.map(({ author, roles, to, reason }, at): Recorded => ({
        sequence: at + 1,
        author,
        roles,
        storedOn: "2026-11-25",
        record: assignment(to, reason),
      }));
      const { now, all: judged } = foldAssignments(records, readersOf(readers));
      if (now?.to !== undefined && !readers.includes(now.to)) return false;
      let from: string | undefined;
      for (const [at, { kind, to, by }] of judged.entries()) {
        if (kind === undefined) continue;
        const isTaken = from !== undefined && from !== by && to !== from;
        if (isTaken && all[at]?.roles.includes("lead") !== true) return false;
        from = to;
      }
      return now?.to === from && judged.length === all.length;
    }),
  );
  t.end();
});

const given = (to: string): Recorded => ({
  sequence: 1,
  author: A,
  roles: ["lead"],
  storedOn: "2026-11-24",
  record: assignment(to),
});

t.test("what a client writes others take for valid, and what they would not take it does not write", (t) => {
  fc.assert(
    fc.property(written, fc.option(ids, { nil: undefined }), (asked, from) => {
      const { author, roles, to, reason } = asked;
      const readers = [A, B, C];
      const now = from === undefined || !readers.includes(from) ? [] : [given(from)];
      const before = foldAssignments(now, readersOf(readers));
      let refused = false;
      try {
        checkAssignment({ to, reason }, { author, roles }, before, readers);
      } catch (error) {
        refused = error instanceof Refusal;
      }
      const record: Recorded = { sequence: 2, author, roles, storedOn: "2026-11-25", record: assignment(to, reason) };
      return refused === (foldAssignments([...now, record], readersOf(readers)).all.at(-1)?.fault !== undefined);
    }),
  );
  t.end();
});

t.test("a lead assigns, a member takes over, hands over and gives back, and each is read by the others", async (t) => {
  const story = await tellStory();
  const { lead, investigators } = story.organisation;
  const [one, two] = investigators.map(({ entry }) => entry.id);
  const ofLead = await read(story, lead);
  const mine = await read(story);
  const theirs = await read(story, investigators[1]);
  await ofLead.file.record(assignment(one ?? ""));
  await (await mine.open()).record(assignment(two ?? "", "Saya mengenal terlapor."));
  await (await theirs.open()).record(assignment(null, ""));
  await (await mine.open()).record(assignment(one ?? ""));
  const { assignments } = (await ofLead.open()).opened.casework;
  t.same(
    assignments.all.map(({ kind, to }) => [kind, to]),
    [
      ["assign", one],
      ["hand-over", two],
      ["give-back", undefined],
      ["claim", one],
    ],
  );
  t.equal(assignments.now?.to, one);
});

t.test("two take one case at once: the second is told by a conflict, and then that it is taken", async (t) => {
  const story = await tellStory();
  const mine = await read(story);
  const theirs = await read(story, story.organisation.investigators[1]);
  await mine.file.record(assignment(mine.member.id));
  await t.rejects(theirs.file.record(assignment(theirs.member.id)), { code: "conflict" });
  const before = story.server.requestsOf("putMessage").length;
  await t.rejects((await theirs.open()).record(assignment(theirs.member.id)), new Refusal("taken"));
  t.equal(story.server.requestsOf("putMessage").length, before, "nothing is sent");
  t.equal((await theirs.open()).opened.casework.assignments.now?.to, mine.member.id);
});

t.test(
  "attack 71: nobody is assigned who was excluded or is a custodian, by the client or by a forged record",
  async (t) => {
    const story = await tellStory({ excluded: ({ investigators }) => investigators.slice(2, 3) });
    const { investigators, custodians, lead } = story.organisation;
    const { file, open, member } = await read(story, lead);
    const out = [investigators[2], custodians[0]].map((one) => one?.entry.id ?? "");
    await file.record(assignment(member.id));
    const before = story.server.requestsOf("putMessage").length;
    for (const to of out) await t.rejects((await open()).record(assignment(to)), new Refusal("not-a-reader"));
    t.equal(story.server.requestsOf("putMessage").length, before, "the client writes none");
    const forged = await tellStory({ excluded: () => [] });
    const custodian = first(forged.organisation.custodians).entry.id;
    const author = forged.organisation.lead;
    const content = encodeRecord(assignment(custodian));
    plant(forged, { author, direction: "internal", sequence: 1, kind: "assignment", statement: { content } });
    const { assignments } = (await (await read(forged)).open()).opened.casework;
    t.equal(assignments.now, undefined, "a record that says so has no effect");
    t.match(assignments.all, [{ fault: "not-a-reader", to: custodian }], "and is shown as invalid");
  },
);

t.test("attack 71: who takes a colleague's case without being lead has no effect with anybody", async (t) => {
  const story = await tellStory();
  const { investigators } = story.organisation;
  const [one, two] = [first(investigators), investigators[1] ?? first(investigators)];
  const take = (who: typeof one) => encodeRecord(assignment(who.entry.id));
  const place = { direction: "internal", kind: "assignment" } as const;
  const previous = plant(story, { ...place, author: one, sequence: 1, statement: { content: take(one) } });
  plant(story, { ...place, author: two, sequence: 2, previous, statement: { content: take(two) } });
  const { assignments } = (await read(story)).file.opened.casework;
  t.equal(assignments.now?.to, one.entry.id);
  t.match(assignments.all, [{ kind: "claim" }, { fault: "taken", kind: undefined }]);
});

t.test("only what fits the table is a kind of its own", (t) => {
  const step: AssignmentStep = { author: A, isLead: false, from: undefined, to: A, reason: "", readers: [A] };
  t.equal(judgeAssignment(step), "claim");
  t.same(judgeAssignment({ ...step, readers: [] }), { fault: "not-a-reader" }, "who was removed takes nothing");
  t.end();
});

t.test("whoever is named or has an interest is shut out, and nobody but a lead says who goes on", async (t) => {
  const story = await tellStory();
  const { investigators, lead } = story.organisation;
  const [mine, other, leading] = [await read(story), await read(story, investigators[1]), await read(story, lead)];
  await other.file.record(assignment(other.member.id));
  await (await mine.open()).remove([other.member.id], "Disebut dalam laporan.", "named");
  const up = await mine.open();
  t.match(up.opened.casework.assignments, { now: { to: undefined }, movedUp: { members: [other.member.id] } });
  t.equal(up.digest.up, false, "the list says that another decides");
  await t.rejects(up.record(assignment(mine.member.id)), new Refusal("lead-needed"));
  await findNewCases(leading.member);
  const leads = await leading.open();
  t.equal(leads.digest.up, true, "and the lead's that it waits");
  await leads.record(assignment(mine.member.id));
  const { opened, digest } = await mine.open();
  t.match(opened.casework.assignments, { now: { to: mine.member.id }, movedUp: undefined });
  t.equal(digest.up, undefined);
  t.same(opened.alarms, []);
});
