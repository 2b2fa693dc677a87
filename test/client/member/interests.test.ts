/** What members declare of their own interests, on a server that shows what it likes. */
import t from "tap";
import {
  declareInterests,
  ownInterests,
  readInterests,
  readRegister,
} from "../../../src/client/member/list/interests.ts";
import { makeMember, nextDocument } from "../../../src/client/directory/organisation.ts";
import { listCases } from "../../../src/client/member/list/cases.ts";
import { refreshCases } from "../../../src/client/member/case/refresh.ts";
import type { CommandCall } from "../../../src/cli/commands/command.ts";
import { askAboutInterests } from "../../../src/cli/commands/read/interests.ts";
import { speak } from "../../../src/words/speech.ts";
import { CryptoError } from "../../../src/crypto/errors.ts";
import { type Interest, matchInterests } from "../../../src/protocol/documents/declared-interests.ts";
import { bytes } from "../../support/hostile/hostile-server.ts";
import { ANSWERS, enter, first, read, tellStory } from "../../support/hostile/hostile-story.ts";
import { signedOf } from "../../support/organisation.ts";

const INTEREST: Interest = {
  id: "0011223344556677",
  kind: "family",
  nature: "actual",
  unit: "Dinas Perizinan",
  person: "",
  note: "Adik saya bekerja di loket.",
  since: "2024-01-01",
  declared: "2026-11-25",
  ended: null,
};

t.test(
  "what a member declares is read by the member and the leads of the channels served, and by nobody else",
  async (t) => {
    const story = await tellStory();
    const { lead, investigators } = story.organisation;
    const [author, leader] = [await enter(story, first(investigators)), await enter(story, lead)];
    t.match(await readInterests(author), { version: 0, interests: [], alarm: undefined });
    await declareInterests(author, [INTEREST]);
    const declared = { version: 1, interests: [INTEREST], sealedTo: [lead.entry.id], alarm: undefined };
    t.match(await readInterests({ ...author }), declared, "in a later session");
    t.match(await readInterests(leader, author.id), declared);
    const colleague = await enter(story, investigators[1]!);
    t.match(await readInterests(colleague, author.id), { interests: [], alarm: "altered" }, "no slot opens");
    t.same(
      (await readRegister(leader)).map(({ memberId, interests }) => `${memberId} ${interests.length}`),
      [...investigators, lead].map(({ entry: { id } }) => `${id} ${id === author.id ? 1 : 0}`).toSorted(),
    );
    const [stored = new Uint8Array()] = [...story.server.interests.values()];
    await declareInterests(author, [INTEREST, { ...INTEREST, id: "8899aabbccddeeff", note: "x".repeat(2_000) }]);
    t.equal(story.server.interests.get(author.id)?.length, stored.length, "how much it is the server cannot see");
    t.match(await readInterests(author), { version: 2, interests: { length: 2 } });
  },
);

t.test("what the member did not sign, or signed as somebody else, is believed by nobody", async (t) => {
  const story = await tellStory();
  const { lead, investigators } = story.organisation;
  const [author, other] = [await enter(story, first(investigators)), await enter(story, investigators[1]!)];
  await declareInterests(author, [INTEREST]);
  await declareInterests(other, [{ ...INTEREST, note: "lain" }]);
  const genuine = story.server.interests.get(author.id)!;
  const lies: readonly Uint8Array[] = [
    story.server.interests.get(other.id)!,
    genuine.map((byte, at) => (at === genuine.length - 9_400 ? byte ^ 1 : byte)),
    genuine.subarray(1),
    genuine.subarray(0, 99),
  ];
  for (const lie of lies) {
    story.server.lies.interests = () => bytes(new Uint8Array(lie));
    t.match(await readInterests(await enter(story, lead), author.id), { interests: [], alarm: "altered" });
  }
  // Somebody with the member's id and another key.
  await declareInterests({ ...author, signing: other.signing }, [INTEREST]);
  const forged = story.server.interests.get(author.id)!;
  story.server.lies.interests = () => bytes(new Uint8Array(forged));
  t.match(await readInterests(await enter(story, lead), author.id), { interests: [], alarm: "altered" });
});

t.test(
  "an older version, or none, given back is an alarm for whoever knows a newer one, the next day too",
  async (t) => {
    const story = await tellStory();
    const author = await enter(story, first(story.organisation.investigators));
    const leader = await enter(story, story.organisation.lead);
    await declareInterests(author, [INTEREST]);
    const older = story.server.interests.get(author.id)!;
    await declareInterests(author, [{ ...INTEREST, ended: "2026-11-25" }]);
    await readRegister(leader);
    for (const shown of [older, new Uint8Array()]) {
      story.server.lies.interests = () => bytes(new Uint8Array(shown));
      const told = { version: 2, interests: [{ ended: "2026-11-25" }], alarm: "older" };
      t.match(await readInterests(author), told);
      t.match(await readInterests(leader, author.id), told);
      // Who signs in again has nothing but what the server keeps, sealed.
      t.match(await readInterests({ ...leader }, author.id), { version: 2, alarm: "older" });
      t.match(await ownInterests({ ...author }), { version: 2, alarm: "older" });
    }
    t.equal((await declareInterests(author, [INTEREST])).version, 3, "and what is written next is newer than both");
  },
);

t.test(
  "a case that names an own interest is marked in the list, and the command asks before it is shown",
  async (t) => {
    const story = await tellStory();
    const mine = await read(story);
    t.equal(mine.file.digest.touches, undefined);
    await declareInterests(mine.member, [INTEREST]);
    await refreshCases(mine.member, (await listCases(mine.member)).cases, () => {}, new AbortController().signal);
    const listed = async () => first((await listCases(mine.member)).cases).digest?.touches;
    t.equal(await listed(), true);
    const { say } = speak("en");
    const call = (isSet: boolean, reason = "") =>
      ({ say, isSet: () => isSet, questions: { text: () => Promise.resolve(reason) } }) as unknown as CommandCall;
    await t.rejects(askAboutInterests(mine.file, mine.member, call(false)), /--despite-interest/u);
    await t.rejects(askAboutInterests(mine.file, mine.member, call(true, " ")), { code: "reason-needed" });
    await askAboutInterests(mine.file, mine.member, call(true, "Hanya namanya sama."));
    const { opened } = await mine.open();
    t.match(opened.casework.interests, [{ record: { of: "family", reason: "Hanya namanya sama." } }]);
    t.equal(await listed(), undefined);
    await askAboutInterests(await mine.open(), mine.member, call(false));
  },
);

t.test("a lead who comes later reads it once its member has looked at it", async (t) => {
  const story = await tellStory();
  const { organisation, server } = story;
  const author = await enter(story, first(organisation.investigators));
  await declareInterests(author, [INTEREST]);
  const { document } = organisation;
  const { now } = author.directories;
  const late = makeMember({ id: "Baru", en: "New" }, ["lead"], { now, fromVersion: 2 });
  const changed = {
    ...document,
    members: [...document.members, late.entry],
    channels: document.channels.map((one) => ({ ...one, recipients: [...one.recipients, late.entry.id] })),
  };
  server.directories = [
    organisation.signed,
    signedOf(organisation, nextDocument(changed, organisation.signed, now), organisation.roots),
  ];
  const newcomer = await enter(story, late);
  t.match(await readInterests(newcomer, author.id), { alarm: "altered" });
  const again = await enter(story, first(organisation.investigators));
  t.match(await ownInterests(again), { version: 2, interests: [INTEREST] });
  t.match(await ownInterests(again), { version: 2 }, "once");
  t.match(await readInterests(await enter(story, late), author.id), { interests: [INTEREST], alarm: undefined });
});

t.test("more than fits is refused before anything is sent", async (t) => {
  const story = await tellStory();
  const author = await enter(story, first(story.organisation.investigators));
  const many = Array.from({ length: 9 }, () => ({ ...INTEREST, note: "x".repeat(2_000) }));
  await t.rejects(declareInterests(author, many), new CryptoError("too-long"));
  t.equal(story.server.interests.size, 0);
});

t.test("a report touches an interest whose unit or person it names, however it is written", (t) => {
  const answers = { ...ANSWERS, unitName: "DINAS  perizinan, Kota Uji", who: "Pak Budi Santoso, S.E." };
  const by = (interest: Partial<Interest>, of = answers) =>
    matchInterests([{ ...INTEREST, unit: "", ...interest }], of).map((match) => match.by.join());
  t.same(by({ unit: "Dinas Perizinan" }), ["unit"]);
  t.same(by({ person: "budi santoso S.E." }), ["person"]);
  t.same(by({ unit: "Dinas Perizinan", person: "Budi Santoso" }), ["unit,person"]);
  t.same(by({ person: "Büdi Sántoso" }), ["person"]);
  for (const other of ["Dinas Perizin", "Budi Santosa", "Santoso Budi", ".", ""])
    t.same(by({ person: other }), [], other);
  t.end();
});
