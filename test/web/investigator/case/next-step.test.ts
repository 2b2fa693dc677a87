/** What the desk proposes, and that it never happens by itself. */
import t from "tap";
import { PROFILES } from "../../../../src/protocol/rules/deadline-profiles.ts";
import { type Course, promisesOf, stepsOf } from "../../../../src/protocol/rules/deadlines.ts";
import { isSilent, nextStepOf } from "../../../../src/web/investigator/case/next-step-rules.ts";
import { NEXT_STEP } from "../../../../src/web/investigator/case/words.ts";
import type { CaseView, EntryView } from "../../../../src/web/investigator/vault/messages/vault.ts";

const entry = (direction: "reporter" | "team", message: EntryView["message"]): EntryView => ({
  direction,
  sequence: 1,
  storedOn: "2026-11-02",
  alarms: [],
  author: "somebody",
  effective: true,
  message,
});
const QUESTION = entry("team", { kind: "status", state: "awaiting_reporter", outcome: null, text: "Kapan?" });
const ANSWER = entry("reporter", { kind: "text", text: "Kemarin." });

const viewOf = (state: string, conversation: readonly EntryView[], seenByReporter = 0) =>
  ({
    state,
    conversation,
    seenByReporter,
    burnt: false,
    writable: { conversation: true, notes: true },
  }) as unknown as CaseView;

const ASKED: Course = {
  days: { arrival: "2026-11-01", question: "2026-11-02" },
  profile: undefined,
  pauses: [{ from: "2026-11-02" }],
  extensions: [],
  announced: [],
};
const silentOn = (today: string, profile = "zi") =>
  isSilent(promisesOf(stepsOf(PROFILES, profile), ASKED, { daysOff: {}, today }), today);

t.test(
  "attack 76: after thirty days of silence archiving is proposed, and there is no proof that the question was seen",
  async (t) => {
    t.notOk(silentOn("2026-12-02"), "the thirtieth day is the reporter's");
    t.ok(silentOn("2026-12-03"));
    t.notOk(silentOn("2027-12-03", "eu"), "where the rule gives the reporter no time, nothing is over");
    const asked = viewOf("awaiting_reporter", [QUESTION]);
    t.match(nextStepOf(asked, false), { why: NEXT_STEP.awaitingUnseen, act: undefined });
    t.match(nextStepOf(asked, true), {
      why: NEXT_STEP.silentUnseen,
      act: { kind: "move", to: "archived" },
      asks: true,
    });
    t.match(NEXT_STEP.silentUnseen.id, /Tidak ada bukti bahwa pertanyaan terlihat/u);
    t.match(nextStepOf(viewOf("awaiting_reporter", [QUESTION], 1), true), { why: NEXT_STEP.silentSeen });
  },
);

t.test("attack 76: an answer ends the silence, also behind the archive, and the way back is proposed", async (t) => {
  const answered = [QUESTION, ANSWER];
  t.match(nextStepOf(viewOf("awaiting_reporter", answered), true), {
    why: NEXT_STEP.awaitingAnswered,
    act: { to: "reviewing" },
  });
  const archived = entry("team", { kind: "status", state: "archived", outcome: null, text: "Tidak ada jawaban." });
  t.match(nextStepOf(viewOf("archived", [QUESTION, archived, ANSWER]), false), {
    why: NEXT_STEP.wroteAfterEnd,
    act: { kind: "move", to: "reviewing" },
  });
});
