/** What was promised is told alike on both sides, from signed messages and the days on which they were stored. */
import t from "tap";
import { packCourse, unpackCourse } from "../../../src/client/case/packed-course.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import { PROFILES } from "../../../src/protocol/rules/deadline-profiles.ts";
import { promisesOf, stepsOf } from "../../../src/protocol/rules/deadlines.ts";
import { type Story, comeBack, read, tellStory } from "../../support/hostile/hostile-story.ts";

const calendar = (today: string) => ({ daysOff: {}, today });

/** Each message was stored on the day that is named here, oldest first. */
function storeOn(
  { stored }: Story,
  days: { readonly team?: readonly string[]; readonly reporter?: readonly string[] },
) {
  for (const direction of ["team", "reporter"] as const)
    days[direction]?.forEach((storedOn, at) => {
      const row = stored.rows[direction][at];
      if (row !== undefined) stored.rows[direction][at] = { ...row, storedOn };
    });
}

/** A question, an answer, a promise put off, and a word about the next one. */
async function workedOn(): Promise<Story> {
  const story = await tellStory();
  const { file, open } = await read(story);
  await file.moveTo("verifying", { outcome: null, text: "" });
  await (await open()).moveTo("awaiting_reporter", { outcome: null, text: "Kapan itu terjadi?" });
  await (await comeBack(story)).write({ kind: "text", text: "Kemarin." });
  await (await open()).tell({ kind: "profile", profile: "uu25", text: "Ini keluhan pelayanan." });
  await (await open()).tell({ kind: "promise", deadline: "decision", due: "2027-03-01", text: "Menunggu dokumen." });
  await (await open()).moveTo("reviewing", { outcome: null, text: "", nextBy: "2027-01-15" });
  storeOn(story, {
    team: ["2026-11-26", "2026-11-27", "2026-12-08", "2026-12-09", "2026-12-10"],
    reporter: ["2026-12-07"],
  });
  return story;
}

t.test("reporter and member are told the same promises, with the same days", async (t) => {
  const story = await workedOn();
  const { opened } = (await read(story)).file;
  const { standing } = await comeBack(story);
  t.same(standing.course, opened.course);
  t.match(opened.course, {
    days: { arrival: "2026-11-25", answer: "2026-11-26", sorted: "2026-11-27", verified: "2026-12-10" },
    profile: "uu25",
    pauses: [{ from: "2026-11-27", until: "2026-12-07" }],
    extensions: [{ deadline: "decision", due: "2027-03-01", on: "2026-12-09" }],
    announced: [{ on: "2026-12-10", due: "2027-01-15", keptOn: undefined }],
  });
  const told = promisesOf(stepsOf(PROFILES, "uu25"), opened.course, calendar("2026-12-11"));
  t.match(
    told.map(({ kind, due, first, keptOn }) => ({ kind, due, first, keptOn })),
    [
      { kind: "completeness", due: "2026-12-09", keptOn: "2026-11-27" },
      { kind: "decision", due: "2027-03-01", first: "2027-02-03" },
      { kind: "notice", due: "2027-03-15" },
      { kind: "news", due: "2027-01-15", keptOn: undefined },
    ],
  );
});

t.test(
  "what was asked stays open until the reporter writes, and a promised word is kept by the next one",
  async (t) => {
    const story = await tellStory();
    const { file, open } = await read(story);
    await file.moveTo("verifying", { outcome: null, text: "", nextBy: "2026-12-01" });
    await (await open()).moveTo("awaiting_reporter", { outcome: null, text: "Siapa?" });
    storeOn(story, { team: ["2026-11-25", "2026-12-03"] });
    const { standing } = await comeBack(story);
    t.ok(standing.asked);
    t.match(standing.course, {
      days: { question: "2026-12-03" },
      pauses: [{ from: "2026-12-03", until: undefined }],
      announced: [{ due: "2026-12-01", keptOn: "2026-12-03" }],
    });
    t.same((await open()).opened.course, standing.course);
  },
);

t.test("the list knows it without opening the case, and of a long history the newest", async (t) => {
  const { course } = (await read(await workedOn())).file.opened;
  t.same(unpackCourse(packCourse(course), course.days.arrival), course);
  const pauses = Array.from({ length: 40 }, (_, at) => ({ from: `2026-01-${10 + (at % 20)}`, until: undefined }));
  const long = packCourse({ ...course, pauses });
  t.ok(JSON.stringify(long).length < 200, "a digest has 511 bytes for everything");
});

t.test("attack 76: a message behind a gap puts nothing off and promises nothing", async (t) => {
  const story = await workedOn();
  story.stored.rows.team.splice(2, 1);
  for (const { course } of [(await comeBack(story)).standing, (await read(story)).file.opened]) {
    t.equal(course.profile, undefined);
    t.same(course.extensions, []);
    t.same(course.announced, []);
  }
});

t.test("why a promise is put off is said, and nothing is told to who cannot come back", async (t) => {
  const story = await tellStory();
  const { file, open } = await read(story);
  const promise = { kind: "promise", deadline: "verification", due: "2027-01-31" } as const;
  await t.rejects(file.tell({ ...promise, text: " " }), new Refusal("reason-needed"));
  await (await comeBack(story)).write({ kind: "burn" });
  await t.rejects((await open()).tell({ ...promise, text: "Menunggu." }), new Refusal("burnt"));
});
