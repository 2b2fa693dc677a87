/** By when something is promised: days that anybody can look up in a calendar, and what must hold of all of them. */
import fc from "fast-check";
import t from "tap";
import { PROFILES, withOffices } from "../../src/protocol/rules/deadline-profiles.ts";
import {
  type Course,
  DEADLINE_RULES,
  type Step,
  daysLeft,
  dueOn,
  isMissed,
  latestOf,
  promisesOf,
  stepsOf,
  wasPutOffLate,
} from "../../src/protocol/rules/deadlines.ts";
import { addDays } from "../../src/protocol/encoding/day.ts";

const DAYS_OFF = { 2024: { source: "test", days: ["2024-12-25", "2024-12-26"] } };

function courseFrom(arrival: string, change: Partial<Course> = {}, days: Partial<Course["days"]> = {}): Course {
  const nothing = { profile: undefined, pauses: [], extensions: [], announced: [] };
  return { ...nothing, ...change, days: { arrival, ...days } };
}

const promised = (profile: string, course: Course, today: string) =>
  promisesOf(stepsOf(PROFILES, profile), course, { daysOff: DAYS_OFF, today });

const dues = (profile: string, course: Course, today: string) =>
  Object.fromEntries(promised(profile, course, today).map(({ kind, due }) => [kind, due]));

t.test("a month ends on its date, or on the last day of a month that has none", async (t) => {
  const table = [
    ["2023-01-31", 1, "2023-02-28"],
    ["2024-01-31", 1, "2024-02-29"],
    ["2024-02-29", 12, "2025-02-28"],
    ["2024-11-30", 3, "2025-02-28"],
    ["2024-08-31", 6, "2025-02-28"],
    ["2024-10-15", 3, "2025-01-15"],
    ["2024-12-31", 2, "2025-02-28"],
  ] as const;
  for (const [day, count, due] of table) t.equal(dueOn(day, { count, unit: "month" }, {}), due, `${day} and ${count}`);
});

t.test("each profile counts in its own unit from its own day", async (t) => {
  const course = courseFrom("2024-12-20");
  t.same(dues("zi", course, "2024-12-20"), { "first-answer": "2025-01-02", verification: "2025-02-04" });
  t.same(dues("pp43", course, "2024-12-20"), { "first-answer": "2025-01-19", verification: "2025-02-04" });
  t.same(dues("uu25", course, "2024-12-20"), {
    completeness: "2025-01-03",
    decision: "2025-02-18",
    notice: "2025-03-04",
  });
  t.same(dues("benturan", course, "2024-12-20"), { decision: "2024-12-31", notice: "2025-01-07" });
  t.same(dues("eu", course, "2024-12-20"), { "first-answer": "2024-12-27", feedback: "2025-03-27" });
  t.same(dues("unheard-of", course, "2024-12-20"), {});
});

t.test(
  "three months run from the answer that was given, and at the latest from the day on which it was due",
  async (t) => {
    const answered = courseFrom("2024-12-20", {}, { answer: "2024-12-23" });
    t.equal(dues("eu", answered, "2025-01-02")["feedback"], "2025-03-23");
    const [, feedback] = promised("eu", answered, "2025-01-02");
    t.equal(feedback && latestOf(feedback, {}), "2025-06-23", "six months where it is justified");
  },
);

t.test("the clock stands still while the reporter is asked, and no longer than the reporter has time", async (t) => {
  const asked = (until?: string) => courseFrom("2024-10-01", { pauses: [{ from: "2024-10-05", until }] });
  const decision = (course: Course, today: string) =>
    promised("uu25", course, today).find((one) => one.kind === "decision");
  t.equal(decision(courseFrom("2024-10-01"), "2024-10-20")?.due, "2024-11-30");
  t.match(decision(asked("2024-10-15"), "2024-10-20"), { due: "2024-12-10", pausedSince: undefined }, "ten days more");
  t.match(decision(asked(), "2024-10-20"), { pausedSince: "2024-10-05" });
  t.match(decision(asked(), "2024-11-05"), { due: "2024-12-30", pausedSince: undefined }, "thirty days are the limit");
  t.equal(decision(asked("2025-01-20"), "2025-01-21")?.due, "2024-12-30", "an answer that came later stops no more");
  const pauses = [{ from: "2024-10-05", until: "2024-10-15" }];
  t.equal(
    dues("eu", courseFrom("2024-10-01", { pauses }), "2024-10-20")["feedback"],
    "2025-01-08",
    "no rule, no pause",
  );
});

t.test("what is put off keeps its first day, and what had been missed stays missed", async (t) => {
  const putOff = (on: string) =>
    courseFrom("2024-10-01", { extensions: [{ deadline: "decision", due: "2025-01-31", on }] });
  const decisionOf = (on: string) => promised("uu25", putOff(on), "2025-01-15").find(({ kind }) => kind === "decision");
  const [early, late] = [decisionOf("2024-11-20"), decisionOf("2024-12-02")];
  t.match(early, { due: "2025-01-31", first: "2024-11-30" });
  t.notOk(early && wasPutOffLate(early));
  t.ok(late && wasPutOffLate(late));
  t.notOk(early && isMissed(early, "2025-01-31"));
  t.ok(early && isMissed(early, "2025-02-01"));
});

t.test("kept late is missed, and the notice of a decision counts from the decision", async (t) => {
  const decided = courseFrom("2024-10-01", {}, { decided: "2024-12-05", sorted: "2024-10-10" });
  const kept = promised("uu25", decided, "2025-06-01");
  t.same(
    kept.map((promise) => [promise.kind, promise.keptOn, isMissed(promise, "2025-06-01")]),
    [
      ["completeness", "2024-10-10", false],
      ["decision", "2024-12-05", true],
      ["notice", "2024-12-05", false],
    ],
  );
});

t.test("of any step each later day is due later, and as many days are left as were counted", async (t) => {
  const steps = Object.values(PROFILES).flatMap(({ steps: all }) => all);
  const day = fc.integer({ min: 0, max: 20_000 }).map((days) => addDays("2000-01-01", days));
  fc.assert(
    fc.property(day, fc.constantFrom(...steps), fc.integer({ min: 0, max: 90 }), (from, step: Step, long) => {
      const due = dueOn(from, step, DAYS_OFF);
      t.ok(due > from && dueOn(addDays(from, 1), step, DAYS_OFF) >= due);
      if (step.unit !== "month") t.equal(daysLeft(from, due, step.unit, DAYS_OFF), step.count);
      t.equal(-daysLeft(due, from, step.unit, DAYS_OFF), daysLeft(from, due, step.unit, DAYS_OFF));
      // A pause inside puts the day off by as long as it is, or by no working day less than it holds.
      const pause = { from, until: addDays(from, long) };
      const paused = dueOn(from, step, DAYS_OFF, [pause]);
      t.ok(paused >= due && paused <= addDays(due, long + 14));
      if (step.unit === "calendar") t.equal(paused, addDays(due, long));
    }),
    { numRuns: 300 },
  );
});

t.test("every step says where it stands, and rests on one that its profile has", async (t) => {
  for (const [name, { names, steps }] of Object.entries(PROFILES)) {
    t.ok(names["id"] && names["en"], name);
    for (const { kind, source, pauses } of steps) {
      t.match(source, /\d|wbs/u, `${name}: ${kind}`);
      const { from } = DEADLINE_RULES[kind];
      if (from !== "arrival" && from !== "question")
        t.ok(
          steps.some((step) => step.kind === from),
          `${name}: ${kind}`,
        );
      if (pauses === true)
        t.ok(
          steps.some((step) => step.kind === "reporter-answer"),
          `${name}: what ends the pause`,
        );
    }
  }
});

t.test("an office changes a profile as a whole, and adds its own", async (t) => {
  const own = { zi: { names: { id: "ZI" }, steps: [] }, sop: PROFILES["eu"]! };
  t.same(stepsOf(withOffices(own), "zi"), []);
  t.equal(stepsOf(withOffices(own), "sop").length, 2);
  t.equal(stepsOf(withOffices(undefined), "uu25").length, 4);
});
