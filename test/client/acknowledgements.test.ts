/** What an answer says of the messages that its author had seen, and what is made of it. */
import t from "tap";
import { Refusal } from "../../src/client/refusal.ts";
import type { ReporterCase } from "../../src/client/reporter/reporter-case.ts";
import { type Story, comeBack, first, plant, read, tellStory } from "../support/hostile/hostile-story.ts";

function shownOf({ entries }: ReporterCase): object[] {
  return entries.map(({ sequence, alarms, effective }) => ({ sequence, alarms, effective }));
}

t.test("attack 15: an answer whose author was shown fewer messages than the one before is an alarm", async (t) => {
  const story = await tellStory();
  await (await comeBack(story)).write({ kind: "text", text: "Satu." });
  const author = first(story.organisation.investigators);
  const acknowledged = await acknowledgedBy(story);
  const one = plant(story, { author, sequence: 1, statement: { acknowledged } });
  plant(story, { author, sequence: 2, previous: one });
  const found = await comeBack(story);
  t.same(shownOf(found), [
    { sequence: 1, alarms: [], effective: true },
    { sequence: 2, alarms: ["acknowledgement"], effective: true },
  ]);
  t.equal(found.entries[1]?.message?.kind, "text", "it is shown all the same");
  t.same(found.alarms, ["own-message-missing"]);
  await t.rejects(found.write({ kind: "text", text: "Saya saksi." }), new Refusal("alarm"));
  const { opened } = (await read(story, story.organisation.lead)).file;
  t.same(opened.alarms, ["hidden"], "the office is told too");
  t.ok(opened.writable.conversation, "and may go on");
});

t.test("attack 15: an acknowledgement of nothing names the report's head, and one sequence has one hash", async (t) => {
  const story = await tellStory();
  await read(story);
  const author = first(story.organisation.investigators);
  plant(story, { author, sequence: 1, statement: { acknowledged: { sequence: 0, hash: new Uint8Array(32) } } });
  const found = await comeBack(story);
  t.same(shownOf(found), [{ sequence: 1, alarms: ["acknowledgement"], effective: true }]);
  t.same(found.alarms, ["own-message-missing"]);
  await t.rejects(found.write({ kind: "text", text: "Saya saksi." }), new Refusal("alarm"));
});

/** What an honest investigator would acknowledge now. */
async function acknowledgedBy(story: Story) {
  const { file } = await read(story);
  await file.answer("Baik.");
  const { acknowledged } = first((await comeBack(story)).entries);
  story.stored.rows.team.pop();
  if (acknowledged === undefined) throw new Error("an answer acknowledges");
  return acknowledged;
}
