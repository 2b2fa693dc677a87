/** Cases that belong together: written where it tells nobody of a case that was kept from them. */
import t from "tap";
import { findNewCases } from "../../../src/client/member/list/cases.ts";
import { checkLinkedReaders } from "../../../src/client/member/case/linked-readers.ts";
import { linkCases } from "../../../src/client/member/case/linking.ts";
import { openMemberCase } from "../../../src/client/member/case/member-case.ts";
import { handleText } from "../../../src/protocol/frames.ts";
import { enter, first, report, tellStory } from "../../support/hostile/hostile-story.ts";

const REASON = "Nama dan tanggalnya sama.";

/** Two reports, each without one of the investigators where that is said, as their lead opens them. */
async function twoCases(...without: readonly (0 | 1 | undefined)[]) {
  const story = await tellStory();
  const handles: string[] = [];
  for (const kept of without) {
    const excluded = ({ investigators }: typeof story.organisation) => investigators.filter((_, at) => at === kept);
    const { stored } = await report(story.server, story.organisation, { excluded });
    handles.push(handleText(stored.handle));
  }
  const lead = await enter(story, story.organisation.lead);
  await findNewCases(lead);
  const ids = story.organisation.investigators.map(({ entry }) => entry.id);
  const investigators = [ids[0] ?? "", ids[1] ?? ""] as const;
  /** As the first investigator opens them */
  async function openAsColleague(at: number) {
    const colleague = await enter(story, first(story.organisation.investigators));
    await findNewCases(colleague);
    return openMemberCase(colleague, handles[at] ?? "");
  }
  return { open: async (at: number) => openMemberCase(lead, handles[at] ?? ""), openAsColleague, lead, investigators };
}

t.test("a link stands in both cases, is found from either, and is taken back in both", async (t) => {
  const { open } = await twoCases(undefined, undefined);
  const [a, b] = [await open(0), await open(1)];
  const written = await linkCases(a, b, { relation: "same-matter", reason: REASON });
  t.same(written, [a, b]);
  const [nowA, nowB] = [await open(0), await open(1)];
  t.match(nowA.opened.casework.links, [{ registerNumber: b.registerNumber, relation: "same-matter", reason: REASON }]);
  t.match(nowB.opened.casework.links, [{ registerNumber: a.registerNumber, relation: "same-matter", reason: REASON }]);
  t.same([nowA.digest.matter, nowB.digest.matter], [[b.registerNumber], [a.registerNumber]], "the list knows of it");
  const before = nowA.opened.records.length;
  await linkCases(nowA, nowB, { relation: "same-matter", reason: "Sekali lagi." });
  t.equal((await open(0)).opened.records.length, before, "what stands is not written again");
  await linkCases(nowB, nowA, { relation: "none", reason: "Ternyata bukan." });
  t.same([(await open(0)).opened.casework.links, (await open(1)).opened.casework.links], [[], []]);
  t.same((await open(0)).digest.matter, []);
});

t.test("whoever is kept from one case learns nothing of it from the other", async (t) => {
  const { open } = await twoCases(undefined, 0);
  const [all, fewer] = [await open(0), await open(1)];
  t.same(await linkCases(all, fewer, { relation: "related", reason: REASON }), [fewer], "it stands where all may know");
  t.same((await open(0)).opened.records, [], "and in the case that the excluded member reads there is not a word");
  t.match((await open(1)).opened.casework.links, [{ registerNumber: all.registerNumber }]);
});

t.test("whose entry has ended counts as a reader: renewed, that member reads what stands there", async (t) => {
  const { open, investigators } = await twoCases(undefined, 0);
  const [all, fewer] = [await open(0), await open(1)];
  const ended = { ...all, opened: { ...all.opened, removedRecipients: [investigators[0]] } };
  t.same(await linkCases(ended, fewer, { relation: "related", reason: REASON }), [fewer]);
});

t.test("where each case has a reader of its own, nothing is written", async (t) => {
  const { open } = await twoCases(0, 1);
  const [a, b] = [await open(0), await open(1)];
  await t.rejects(linkCases(a, b, { relation: "related", reason: REASON }), { code: "link-tells" });
  t.same([(await open(0)).opened.records, (await open(1)).opened.records], [[], []]);
});

t.test("a case is not given to somebody who would read in it of a case that is not theirs", async (t) => {
  const { open, lead, investigators } = await twoCases(0, 0);
  const [kept, reader] = investigators;
  const [a, b] = [await open(0), await open(1)];
  await checkLinkedReaders(lead, a.opened, kept);
  await linkCases(a, b, { relation: "related", reason: REASON });
  await t.rejects(checkLinkedReaders(lead, (await open(0)).opened, kept), { code: "linked-case" });
  await checkLinkedReaders(lead, (await open(0)).opened, reader);
  await linkCases(await open(0), await open(1), { relation: "none", reason: REASON });
  await t.rejects(checkLinkedReaders(lead, (await open(0)).opened, kept), { code: "linked-case" }, "it is still read");
});

t.test("who was taken out of a linked case gives its link to nobody who may not read it", async (t) => {
  const { open, openAsColleague, lead, investigators } = await twoCases(undefined, 1);
  const [a, b] = [await open(0), await open(1)];
  t.same(await linkCases(a, b, { relation: "related", reason: REASON }), [b]);
  const [colleague, kept] = investigators;
  await (await openAsColleague(0)).remove([lead.id], "Kerabat terlapor.");
  await findNewCases(lead);
  const { opened } = await open(1);
  await t.rejects(checkLinkedReaders(lead, opened, kept), { code: "linked-case" }, "the case is not listed any more");
  await t.rejects(
    checkLinkedReaders(lead, opened, colleague),
    { code: "linked-case" },
    "nor can the lead tell of others",
  );
});

t.test("a link wants a reason, and two cases", async (t) => {
  const { open } = await twoCases(undefined, undefined);
  const [a, b] = [await open(0), await open(1)];
  await t.rejects(linkCases(a, b, { relation: "related", reason: " \n" }), { code: "reason-needed" });
  await t.rejects(linkCases(a, a, { relation: "related", reason: REASON }), { code: "changed" });
});
