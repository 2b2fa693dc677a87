/** Who reads a case: given, taken away, and what each side can open then. */
import t from "tap";
import { callBytes } from "../../../src/client/line/http.ts";
import { makeWriter } from "../../../src/client/member/case/case-writer.ts";
import { digestOf } from "../../../src/client/member/list/digest.ts";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import { readCase } from "../../../src/client/member/case/read-case.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { fromHex, hex } from "../../../src/crypto/bytes.ts";
import { openPartHashOf } from "../../../src/crypto/open-part.ts";
import { makeGrant } from "../../../src/crypto/secret/grant.ts";
import { sealInternal } from "../../../src/crypto/secret/message.ts";
import { fromBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { encodeOpenRow } from "../../../src/protocol/readers.ts";
import { countMissing } from "../../../src/client/member/list/known-heads.ts";
import { findNewCases, listCases } from "../../../src/client/member/list/cases.ts";
import { listTakenOut } from "../../../src/client/member/list/waiting.ts";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import { problem } from "../../support/hostile/hostile-server.ts";
import { comeBack, enter, plant, read, tellStory } from "../../support/hostile/hostile-story.ts";

const idOf = (who: NewMember | undefined): string => who?.entry.id ?? "";
const textsOf = (entries: readonly { readonly message: unknown }[]) =>
  entries.flatMap(({ message }) =>
    (message as { text?: string } | undefined)?.text !== undefined ? [(message as { text: string }).text] : [],
  );

t.test("a case is given to a colleague of another channel, who reads all of it and goes on", async (t) => {
  // The second channel has the first two investigators alone.
  const story = await tellStory({ channel: 1 });
  const { investigators, lead } = story.organisation;
  const mine = await read(story);
  await mine.file.note("Catatan pertama.");
  await (await mine.open()).answer("Kapan?");
  await (await comeBack(story)).write({ kind: "text", text: "Kemarin." });
  await (await mine.open()).grant(idOf(lead), "Perlu pendapat penanggung jawab.");

  const newcomer = await read(story, lead);
  t.same(newcomer.file.opened.alarms, []);
  t.same(textsOf(newcomer.file.opened.conversation), ["Kapan?", "Kemarin."]);
  t.same(textsOf(newcomer.file.opened.notes), ["Catatan pertama."]);
  t.match(newcomer.file.opened.casework.readers, {
    now: [...investigators.slice(0, 2).map(idOf), idOf(lead)],
    epoch: 0,
    changes: [
      {
        kind: "grant",
        by: mine.member.id,
        members: [idOf(lead)],
        reason: "Perlu pendapat penanggung jawab.",
        valid: true,
      },
    ],
  });
  await newcomer.file.answer("Siapa?");
  t.same((await mine.open()).opened.alarms, [], "nor for who gave it");
  t.same(textsOf((await comeBack(story)).entries), ["Kapan?", "Siapa?"]);
});

t.test("who is taken out is shut out, and the others and the reporter go on under new keys", async (t) => {
  const story = await tellStory();
  const { investigators } = story.organisation;
  const [mine, other, out] = [
    await read(story),
    await read(story, investigators[1]),
    await read(story, investigators[2]),
  ];
  await (await mine.open()).answer("Kapan?");
  await (await comeBack(story)).write({ kind: "text", text: "Kemarin." });
  await (await mine.open()).remove([out.member.id], "Kerabat terlapor.");

  const again = await mine.open();
  t.same(again.opened.alarms, []);
  const { readers } = again.opened.casework;
  t.notOk(readers.now.includes(out.member.id));
  t.match(readers, { epoch: 1, told: true, exposed: [] });
  const back = await comeBack(story);
  t.same(back.alarms, []);
  t.same(back.entries.at(-1)?.message?.kind, "epoch");
  await back.write({ kind: "text", text: "Di loket 3." });
  t.same(story.stored.rows.reporter.at(-1)?.epoch, 1);
  t.same((await comeBack(story)).alarms, []);

  await findNewCases(other.member);
  const theirs = await other.open();
  t.same(theirs.opened.alarms, []);
  t.same(textsOf(theirs.opened.conversation), ["Kapan?", "Kemarin.", "Di loket 3."]);
  await theirs.note("Di bawah kunci baru.");
  await (await other.open()).moveTo("verifying", { outcome: null, text: "" });
  t.same(textsOf((await mine.open()).opened.notes), ["Di bawah kunci baru."]);

  await findNewCases(out.member);
  t.same((await listCases(out.member)).cases, [], "not listed any more");
  const taken = await listTakenOut(out.member);
  t.same(taken, [{ handle: out.handle, by: mine.member.id }]);
  t.equal(
    await countMissing(
      out.member,
      [],
      [],
      taken.map(({ handle }) => handle),
    ),
    0,
    "and nothing is missing",
  );
});

t.test("who was taken out and is given the case again reads old and new", async (t) => {
  const story = await tellStory();
  const { investigators } = story.organisation;
  const [mine, out] = [await read(story), await read(story, investigators[2])];
  await (await mine.open()).note("Sebelum.");
  await (await mine.open()).remove([out.member.id], "Cuti.");
  await (await mine.open()).note("Di antaranya.");
  await (await mine.open()).grant(out.member.id, "Kembali.");
  await findNewCases(out.member);
  const again = await out.open();
  t.same(again.opened.alarms, []);
  t.same(textsOf(again.opened.notes), ["Sebelum.", "Di antaranya."]);
  await again.note("Kembali bekerja.");
  t.same((await mine.open()).opened.alarms, []);
});

t.test("attack 71: no client gives a case to an excluded person, a custodian, or nobody's caseworker", async (t) => {
  const story = await tellStory({ excluded: ({ investigators }) => investigators.slice(2, 3) });
  const { investigators, custodians, administrator, lead } = story.organisation;
  const { file, open } = await read(story);
  for (const who of [investigators[2], custodians[0], administrator])
    await t.rejects(file.grant(idOf(who), "Perlu."), new Refusal("must-not-read"), idOf(who));
  await t.rejects(file.grant("0".repeat(32), "Perlu."), new Refusal("must-not-read"), "nobody");
  await t.rejects(file.grant(idOf(lead), " "), new Refusal("reason-needed"));
  await t.rejects(file.remove(file.opened.casework.readers.now, "Semua."), new Refusal("nobody-remains"));
  await t.rejects(file.remove([], "Tidak ada."), new Refusal("changed"));
  t.equal(story.server.requestsOf("putGrant").length + story.server.requestsOf("putEpoch").length, 0);
  t.same((await open()).opened.casework.readers.changes, []);
});

t.test("whose removal nobody told the reporter of, every colleague tells it", async (t) => {
  const story = await tellStory();
  const { investigators } = story.organisation;
  const [mine, other, out] = [await read(story), await read(story, investigators[1]), investigators[2]!];
  await (await mine.open()).answer("Kapan?");
  story.server.lies.putMessage = () => problem("forbidden");
  await (await mine.open()).remove([idOf(out)], "Kerabat terlapor.").catch(() => {});
  await (await comeBack(story)).write({ kind: "text", text: "Kemarin." });
  delete story.server.lies.putMessage;
  t.equal(story.stored.rows.team.length, 1, "nobody told the reporter");

  await findNewCases(other.member);
  const { opened } = await other.open();
  t.same(opened.alarms, []);
  t.match(opened.casework.readers, { told: true, exposed: [{ sequence: 1, to: [idOf(out)] }] });
  t.equal(story.stored.rows.team.length, 2);
  await mine.open();
  t.equal(story.stored.rows.team.length, 2, "once");
});

t.test("two who take somebody out at once: the second is told, and nothing is lost", async (t) => {
  const story = await tellStory();
  const { investigators, lead } = story.organisation;
  const [mine, other] = [await read(story), await read(story, investigators[1])];
  const [one, two] = [await mine.open(), await other.open()];
  await one.remove([idOf(investigators[2])], "Cuti.");
  await t.rejects(two.remove([idOf(lead)], "Pindah."), { code: "conflict" });
  await findNewCases(other.member);
  await (await other.open()).remove([idOf(lead)], "Pindah.");
  await findNewCases(mine.member);
  const { opened } = await mine.open();
  t.same(opened.alarms, []);
  t.same([...opened.casework.readers.now].toSorted(), [mine.member.id, other.member.id].toSorted());
  t.equal(opened.casework.readers.epoch, 2);
  await (await comeBack(story)).write({ kind: "text", text: "Sesudahnya." });
  t.same(story.stored.rows.reporter.at(-1)?.epoch, 2);
});

t.test("who declares an interest in the own case leaves it to a lead, and does not come back alone", async (t) => {
  const story = await tellStory();
  const { lead } = story.organisation;
  const mine = await read(story);
  const colleague = await read(story, lead);
  await mine.file.record({ kind: "assignment", to: mine.member.id, reason: "" });
  await (await mine.open()).remove([mine.member.id], "Terlapor ipar saya.", "family");
  const { opened } = await colleague.open();
  t.same(opened.alarms, []);
  t.equal(opened.casework.assignments.now?.to, idOf(lead));
  t.notOk(opened.casework.readers.now.includes(mine.member.id));
  t.match(opened.casework.readers.changes, [
    {
      kind: "removal",
      by: mine.member.id,
      members: [mine.member.id],
      reason: "Terlapor ipar saya.",
      interest: "family",
    },
  ]);
  t.ok(opened.casework.readers.told, "the lead's program told the reporter");
  await findNewCases(mine.member);
  t.same((await listCases(mine.member)).cases, []);
});

/** What a reader could do who has written a client of their own: a grant to whom they like. */
async function giveAnyhow(
  member: Member,
  handle: string,
  to: NewMember,
  seen?: { sequence: number; hash: string },
): Promise<void> {
  const read = await readCase(member, handle);
  const { caseId, wrap, ring, opened, item } = read;
  const openPart = makeGrant({
    caseId,
    epoch: 0,
    from: fromHex(member.id),
    to: fromHex(to.entry.id),
    headHash: wrap.headHash,
    publicKey: fromBase64url(to.entry.sealingKey ?? ""),
    contentKey: wrap.contentKey,
    teamSecret: ring.teamSecret(0),
  });
  const nothing = seen ?? { sequence: 0, hash: hex(wrap.headHash) };
  const { context, signed } = makeWriter(member, handle, read, digestOf(opened, item, member.id, 0)).sign(
    "internal",
    {
      kind: "grant",
      openPart: hex(openPartHashOf(openPart)),
      to: to.entry.id,
      reason: "Teman.",
      seen: { reporter: nothing, team: nothing, internal: nothing },
    },
    0,
  );
  const row = sealInternal(signed, context, ring.teamSecret(0));
  const call = { params: { handle, epoch: 0, sequence: context.sequence }, body: encodeOpenRow({ row, openPart }) };
  await callBytes(member.connection, "putGrant", call);
}

t.test(
  "attack 71: a grant to an excluded person by a client of one's own is shown as invalid, and lets nobody in",
  async (t) => {
    const story = await tellStory({ excluded: ({ investigators }) => investigators.slice(2, 3) });
    const { investigators } = story.organisation;
    const [mine, other] = [await read(story), await read(story, investigators[1])];
    await giveAnyhow(mine.member, mine.handle, investigators[2]!);
    const { opened } = await other.open();
    t.same(opened.alarms, ["readers"]);
    t.match(opened.casework.readers, {
      now: [mine.member.id, other.member.id, idOf(story.organisation.lead)],
      changes: [{ kind: "grant", by: mine.member.id, members: [idOf(investigators[2])], valid: false }],
    });
    t.ok(opened.writable.notes, "one member silences nobody by it");
    // The keys are out of the member's hands; a program of ours shows nothing by them.
    const excluded = await enter(story, investigators[2]!);
    await findNewCases(excluded);
    await t.rejects(openMemberCase(excluded, other.handle), new Refusal("must-not-read"));
  },
);

t.test("what a giver invents to have seen is told, and keeps the newcomer from nothing", async (t) => {
  const story = await tellStory({ channel: 1 });
  const mine = await read(story);
  await giveAnyhow(mine.member, mine.handle, story.organisation.lead, { sequence: 99, hash: "ab".repeat(32) });
  const newcomer = await read(story, story.organisation.lead);
  t.same(newcomer.file.opened.alarms, ["hidden"]);
  await newcomer.file.note("Tetap bekerja.");
  t.same((await mine.open()).opened.alarms, []);
});

t.test("attack 75: what a removed member writes with the server's help is shown to nobody as genuine", async (t) => {
  const story = await tellStory();
  const { investigators } = story.organisation;
  const removed = investigators[2]!;
  const [mine, other] = [await read(story), await read(story, investigators[1])];
  const first = plant(story, { author: investigators[0]!, sequence: 1 });
  await (await mine.open()).remove([idOf(removed)], "Kerabat terlapor.");
  // Under the old keys, behind the word to the reporter, in the conversation and among the notes.
  plant(story, { author: removed, sequence: 3, previous: first });
  plant(story, { author: removed, direction: "internal", sequence: 2 });
  const { opened } = await other.open();
  for (const shown of [opened.conversation.at(-1), opened.notes.at(-1)]) {
    t.equal(shown?.message, undefined);
    t.ok(shown?.alarms.includes("epoch") || shown?.alarms.includes("fork"), String(shown?.alarms));
    t.equal(shown?.effective, false);
  }
  t.ok(opened.alarms.includes("conversation"));
  const back = await comeBack(story);
  t.ok(back.alarms.includes("conversation"), "nor to the reporter");

  // In its right place, before the removal was known: a colleague who never read the case is none either.
  const elsewhere = await tellStory({ channel: 1 });
  const reader = await read(elsewhere);
  plant(elsewhere, { author: elsewhere.organisation.lead, direction: "internal", sequence: 1 });
  t.match((await reader.open()).opened.notes, [{ alarms: ["unfit-signer"], message: undefined }]);
});
