/** Who reads a case: given, taken away, and what each side can open then. */
import t from "tap";
import { countMissing } from "../../../src/client/member/known-heads.ts";
import { findNewCases, listCases } from "../../../src/client/member/cases.ts";
import { listTakenOut } from "../../../src/client/member/waiting.ts";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import { problem } from "../../support/hostile-server.ts";
import { comeBack, read, tellStory } from "../../support/hostile-story.ts";

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
