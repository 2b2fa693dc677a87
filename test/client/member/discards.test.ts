/** Discarding a case, with a server that is the adversary: nothing goes without two members, and nothing unsaid. */
import t from "tap";
import fc from "fast-check";
import { fromHex } from "../../../src/crypto/bytes.ts";
import { sign } from "../../../src/crypto/secret/keys.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import { listDiscards } from "../../../src/client/member/list/discards.ts";
import type { MemberCase } from "../../../src/client/member/case/member-case.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import {
  type DiscardRecord,
  type DiscardStatement,
  discardHashOf,
  encodeDiscardRecord,
  encodeDiscardStatement,
  goesOn,
  parseDiscardRecord,
  parseDiscardStatement,
} from "../../../src/protocol/discards.ts";
import { addDays, dayInUtc } from "../../../src/protocol/encoding/day.ts";
import { type Story, comeBack, enter, first, read, tellStory } from "../../support/hostile/hostile-story.ts";

const REASON = "Isinya tidak dapat dibaca; dikirim berulang.";
const daysAgo = (days: number) => addDays(today(), -days);
const today = () => dayInUtc(Date.now());

/** An investigator and the lead before one archived case. */
async function archived() {
  const story = await tellStory();
  const { investigators, lead } = story.organisation;
  const one = await read(story, first(investigators));
  await one.file.moveTo("archived", { outcome: null, text: "Isinya tidak dapat kami baca. Silakan tulis lagi." });
  const two = await read(story, lead);
  return { story, one, two };
}

async function agreed() {
  const told = await archived();
  await (await told.one.open()).proposeDiscard(REASON);
  await (await told.two.open()).agreeToDiscard();
  return told;
}

const record = ({ server }: Story): DiscardRecord => first([...server.discards.values()]);

function put({ server }: Story, changed: DiscardRecord): void {
  for (const handle of server.discards.keys()) server.discards.set(handle, changed);
}

t.test(
  "two members discard a case: proposed with a reason, agreed by the other, with the day on which it goes",
  async (t) => {
    const { one, two } = await archived();
    await (await one.open()).proposeDiscard(REASON);
    const proposed = (await two.open()).opened;
    t.match(proposed.discard, {
      standing: "proposed",
      proposed: { by: one.member.id },
      reason: REASON,
      goesOn: undefined,
    });
    await (await two.open()).agreeToDiscard();
    const { opened } = await one.open();
    t.match(opened.discard, {
      standing: "agreed",
      agreed: { by: two.member.id, on: today() },
      goesOn: goesOn(today()),
      reason: REASON,
      writtenSince: 0,
    });
    t.same(opened.alarms, []);
    t.same(
      (await listDiscards(two.member)).discards.map(({ standing }) => standing),
      ["agreed"],
    );
  },
);

t.test("either takes it back, and it can be proposed again", async (t) => {
  for (const who of ["one", "two"] as const) {
    const told = await agreed();
    await (await told[who].open()).keep();
    const { opened } = await told.one.open();
    t.equal(opened.discard, undefined);
    t.same(opened.alarms, []);
    await (await told.one.open()).proposeDiscard("Sekali lagi.");
    t.match((await told.two.open()).opened.discard, { standing: "proposed", reason: "Sekali lagi." });
  }
});

t.test("nobody alone, no two without a lead, and nothing that is not archived", async (t) => {
  const { story, one, two } = await archived();
  const other = await read(story, story.organisation.investigators[1]!);
  const sent = () => story.server.requestsOf("putDiscardStep").length;
  await t.rejects((await one.open()).proposeDiscard("  "), new Refusal("reason-needed"));
  await t.rejects((await one.open()).agreeToDiscard(), new Refusal("changed"));
  await (await one.open()).proposeDiscard(REASON);
  const before = sent();
  await t.rejects((await one.open()).agreeToDiscard(), new Refusal("two-members"), "the same member");
  await t.rejects((await other.open()).agreeToDiscard(), new Refusal("two-members"), "two investigators");
  t.equal(sent(), before, "nothing is sent");
  await (await two.open()).keep();
  await (await two.open()).moveTo("reviewing", { outcome: null, text: "" });
  await t.rejects((await one.open()).proposeDiscard(REASON), new Refusal("not-archived"));
});

t.test("a proposal whose answer was lost is made with the same note", async (t) => {
  const { story, one } = await archived();
  const file: MemberCase = await one.open();
  story.server.lies.putDiscardStep = () => new Response("", { status: 500 });
  await t.rejects(file.proposeDiscard(REASON));
  delete story.server.lies.putDiscardStep;
  await file.proposeDiscard(REASON);
  t.equal((await one.open()).opened.notes.length, 1);
});

t.test("a case that is worked on again stays, and what its reporter writes meanwhile is counted", async (t) => {
  const { story, one } = await agreed();
  await (await comeBack(story)).write({ kind: "text", text: "Ini bukan main-main." });
  for (const row of story.stored.rows.reporter) (row as { storedOn: string }).storedOn = today();
  t.match((await one.open()).opened.discard, { standing: "agreed", writtenSince: 1 });
  await (await one.open()).moveTo("reviewing", { outcome: null, text: "" });
  t.equal((await one.open()).opened.discard, undefined, "whoever works on it has taken it back");
});

/** Signs anew what a test has changed, as a member whose key the adversary has. */
function resign(
  { statement }: { statement: Uint8Array },
  change: Partial<DiscardStatement>,
  by: Member,
  storedOn = today(),
) {
  const bytes = encodeDiscardStatement({ ...parseDiscardStatement(statement), ...change });
  return { statement: bytes, signature: sign(by.signing, bytes), storedOn };
}

t.test(
  "attack 88: a record that two members of the case did not sign is an alarm, and counted in the list",
  async (t) => {
    const { story, one, two } = await agreed();
    const honest = record(story);
    const [propose, agree] = [honest.steps[0]!, honest.steps[1]!];
    const flipped = (bytes: Uint8Array) => bytes.map((byte, at) => (at === 40 ? byte ^ 1 : byte));
    const other = (await read(story, story.organisation.investigators[1]!)).member;
    const longAgo = daysAgo(300);
    const crafted: Record<string, DiscardRecord["steps"]> = {
      "the agreement alone": [agree],
      "the proposal twice": [propose, propose],
      "one member twice": [propose, resign(agree, { memberId: fromHex(one.member.id) }, one.member)],
      "two without a lead": [propose, resign(agree, { memberId: fromHex(other.id) }, other)],
      "another's name": [propose, resign(agree, { memberId: fromHex(two.member.id) }, other)],
      "a changed statement": [propose, { ...agree, statement: flipped(agree.statement) }],
      "a changed signature": [propose, { ...agree, signature: flipped(agree.signature) }],
      "another reason": [propose, resign(agree, { reason: new Uint8Array(32) }, two.member)],
      "another report": [propose, resign(agree, { headHash: new Uint8Array(32) }, two.member)],
      "a directory of nobody's": [propose, resign(agree, { directoryHash: new Uint8Array(32) }, two.member)],
      "a day long ago, as the server stored it": [propose, { ...agree, storedOn: longAgo }],
      "a day long ago, as it was signed": [propose, resign(agree, { day: longAgo }, two.member)],
      "the agreement twice": [propose, agree, agree],
      "steps after being taken back, out of order": [agree, propose],
    };
    for (const [name, steps] of Object.entries(crafted)) {
      put(story, { ...honest, steps });
      const { opened } = await one.open();
      t.ok(opened.alarms.includes("discard"), name);
      t.equal(opened.discard, undefined, `${name}: nothing of it is shown as agreed`);
      t.match(await listDiscards(one.member), { discards: [], altered: 1 }, name);
    }
    put(story, honest);
    t.same((await one.open()).opened.alarms, []);
  },
);

t.test(
  "attack 88: a removal without an agreement, before its day or after being taken back is no genuine record",
  async (t) => {
    const { story, one } = await agreed();
    const honest = record(story);
    const [propose, agree] = [honest.steps[0]!, honest.steps[1]!];
    const due = goesOn(today());
    const listed = async (changed: Partial<DiscardRecord>) => {
      put(story, { ...honest, freedKiB: 7, ...changed });
      return listDiscards(one.member);
    };
    t.match(await listed({ removedOn: due }), {
      altered: 0,
      discards: [{ standing: "removed", removedOn: due, freedKiB: 7 }],
    });
    for (const [name, changed] of Object.entries({
      "a day too early": { removedOn: addDays(due, -1) },
      "by one": { removedOn: due, steps: [propose] },
      "by nobody": { removedOn: due, steps: [] },
    }))
      t.match(await listed(changed), { altered: 1, discards: [] }, name);
    put(story, honest);
    await (await one.open()).keep();
    const kept = record(story);
    t.equal(kept.steps.length, 3);
    t.match(await listed({ ...kept, removedOn: due }), { altered: 1, discards: [] }, "taken back");
    t.match(
      await listed({ steps: [propose, agree], removedOn: due }),
      { altered: 0 },
      "the taking back left out: who took it back knows",
    );
  },
);

t.test("attack 88: whom the reporter excluded agrees to nothing, whoever helps", async (t) => {
  const story = await tellStory({ excluded: ({ lead }) => [lead] });
  const one = await read(story, first(story.organisation.investigators));
  await one.file.moveTo("archived", { outcome: null, text: "Tidak terbaca." });
  await (await one.open()).proposeDiscard(REASON);
  const lead = await enter(story, story.organisation.lead);
  const { steps, ...rest } = record(story);
  const propose = steps[0]!;
  const change = {
    step: "agree",
    memberId: fromHex(lead.id),
    previous: discardHashOf(propose.statement),
  } as const;
  put(story, { ...rest, steps: [propose, resign(propose, change, lead)] });
  t.ok((await one.open()).opened.alarms.includes("discard"));
});

t.test("any bytes in the place of a record are read or refused, never more", (t) => {
  const genuine = encodeDiscardRecord({
    removedOn: undefined,
    freedKiB: 0,
    steps: [{ statement: new Uint8Array(302), signature: new Uint8Array(64), storedOn: today() }],
  });
  fc.assert(
    fc.property(
      fc.nat(genuine.length - 1),
      fc.integer({ min: 1, max: 255 }),
      fc.nat(genuine.length),
      (at, change, cut) => {
        const bytes = genuine.map((byte, index) => (index === at ? byte ^ change : byte)).subarray(0, cut);
        for (const parse of [parseDiscardRecord, parseDiscardStatement]) {
          try {
            parse(bytes);
          } catch (error) {
            if ((error as { code?: string }).code !== "malformed") throw error;
          }
        }
      },
    ),
  );
  t.end();
});
