import t from "tap";
import { PROFILES } from "../../../../src/protocol/rules/deadline-profiles.ts";
import type { State } from "../../../../src/protocol/rules/casework.ts";
import { FIRST_SELECTION, countViews, selectCases } from "../../../../src/web/investigator/list/case-selection.ts";
import { listRows } from "../../../../src/web/investigator/list/list-rows.ts";
import { dateRows } from "../../../../src/web/investigator/list/next-deadline.ts";
import type { CaseRow } from "../../../../src/web/investigator/vault/messages/vault.ts";

const CHANNELS = [
  { id: "zi", names: {}, deadlines: "zi", excludable: [] },
  { id: "other", names: {}, deadlines: "unheard-of", excludable: [] },
];
/** A Wednesday; Christmas is a day off. */
const CALENDAR = {
  today: "2026-12-16",
  daysOff: { "2026": { source: "test", days: ["2026-12-25"] } },
  profiles: PROFILES,
};

const LOOKING = { me: "a".repeat(32), today: CALENDAR.today };
const OPEN = { ...FIRST_SELECTION, view: "open" } as const;

let made = 0;
function rowOf(state: State, change: Partial<CaseRow> = {}): CaseRow {
  return {
    handle: `handle-${++made}`,
    registerNumber: `AAAA-${made}`,
    channelId: "zi",
    arrivedOn: "2026-12-14",
    state,
    stateOn: "2026-12-14",
    summary: undefined,
    altered: false,
    unread: false,
    newMessages: 0,
    burnt: false,
    answers: 0,
    digest: undefined,
    stale: false,
    ...change,
  };
}

const nextOf = (row: CaseRow) => dateRows([row], CHANNELS, CALENDAR)[0]?.next;

t.test("a new report owes its first answer, counted in working days without days off", (t) => {
  const next = { kind: "first-answer", due: "2026-12-23", unit: "working", left: 5 };
  t.same(nextOf(rowOf("received")), next);
  t.same(nextOf(rowOf("received", { arrivedOn: "2026-12-16" })), { ...next, due: "2026-12-28", left: 7 });
  t.same(nextOf(rowOf("received", { arrivedOn: "2026-12-01" })), { ...next, due: "2026-12-10", left: -4 });
  t.end();
});

t.test("attack 100: a reporter who has burnt the inbox is neither waited for nor owed an answer", (t) => {
  const burnt = { burnt: true, answers: 1 };
  t.equal(nextOf(rowOf("awaiting_reporter", burnt)), undefined);
  t.equal(nextOf(rowOf("reviewing", { ...burnt, answers: 0 })), undefined);
  t.equal(
    nextOf(rowOf("verifying", { ...burnt, answers: 0 }))?.kind,
    "verification",
    "the work is promised all the same",
  );
  t.end();
});

t.test("an answered one owes the result of its verification, until a state comes that is one", (t) => {
  const kindOf = (state: State, answers: number) => nextOf(rowOf(state, { answers }))?.kind;
  t.equal(kindOf("verifying", 1), "verification");
  t.equal(kindOf("awaiting_reporter", 1), "reporter-answer");
  t.equal(kindOf("awaiting_reporter", 0), "reporter-answer");
  t.equal(kindOf("reviewing", 0), "first-answer");
  for (const state of ["reviewing", "investigating", "referred", "closed", "archived"] as const)
    t.equal(kindOf(state, 1), undefined, state);
  t.end();
});

t.test("the reporter's time runs from the day on which something was asked, in calendar days", (t) => {
  t.same(nextOf(rowOf("awaiting_reporter", { stateOn: "2026-12-15", answers: 2 })), {
    kind: "reporter-answer",
    due: "2027-01-14",
    unit: "calendar",
    left: 29,
  });
  t.end();
});

t.test("nothing is promised where the profile or the channel is not known", (t) => {
  t.equal(nextOf(rowOf("received", { channelId: "other" })), undefined);
  t.equal(nextOf(rowOf("received", { channelId: "gone" })), undefined);
  t.end();
});

t.test("what is due next comes first, what is not due comes last, and the late have a view of their own", (t) => {
  const late = rowOf("received", { arrivedOn: "2026-12-01" });
  const soon = rowOf("received");
  const later = rowOf("verifying", { answers: 1 });
  const none = rowOf("reviewing", { answers: 1, arrivedOn: "2026-11-02" });
  const dated = dateRows([none, later, soon, late], CHANNELS, CALENDAR);
  const listed = listRows(dated, CALENDAR);
  const handles = selectCases(listed, OPEN, LOOKING).map(({ handle }) => handle);
  t.same(handles, [late.handle, soon.handle, later.handle, none.handle]);
  t.equal(countViews(listed, LOOKING).late, 1);
  t.same(
    selectCases(listed, { ...OPEN, view: "late" }, LOOKING).map(({ handle }) => handle),
    [late.handle],
  );
  t.end();
});
