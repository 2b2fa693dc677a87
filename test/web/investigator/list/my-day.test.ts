/** Which cases stand where: my day, order, persons, labels, load. */
import t from "tap";
import type { Digest } from "../../../../src/client/member/list/digest.ts";
import type { State } from "../../../../src/protocol/rules/casework.ts";
import {
  FIRST_SELECTION,
  NOBODY,
  type Selection,
  countViews,
  labelsIn,
  selectCases,
} from "../../../../src/web/investigator/list/case-selection.ts";
import { type ListRow, listRows } from "../../../../src/web/investigator/list/list-rows.ts";
import { loadsOf } from "../../../../src/web/investigator/list/load.ts";
import { dayGroupOf } from "../../../../src/web/investigator/list/my-day.ts";
import type { DatedRow } from "../../../../src/web/investigator/list/next-deadline.ts";

const ME = "a".repeat(32);
const OTHER = "b".repeat(32);
/** A Wednesday */
const CALENDAR = { today: "2026-12-16", daysOff: {}, profiles: {} };
const LOOKING = { me: ME, today: CALENDAR.today };

let made = 0;
type Change = Partial<Omit<DatedRow, "digest">> & { readonly digest?: Partial<Digest> };

function row(state: State, { digest, ...change }: Change = {}): DatedRow {
  const number = String(++made).padStart(4, "0");
  return {
    handle: number,
    registerNumber: `AAAA-${number}`,
    channelId: "zi",
    arrivedOn: "2026-12-15",
    state,
    stateOn: "2026-12-15",
    summary: { title: `Judul ${number}`, category: "suap", unit: "Unit" },
    altered: false,
    unread: false,
    newMessages: 0,
    burnt: false,
    answers: 0,
    stale: false,
    next: { kind: "verification", due: "2027-01-20", unit: "working", left: 20 },
    digest: {
      says: [],
      labels: [],
      assignee: null,
      amount: null,
      protection: null,
      sheet: null,
      tasks: { open: 0, next: null },
      ...digest,
    } as never,
    ...change,
  };
}

const listed = (...rows: readonly DatedRow[]): ListRow[] => listRows(rows, CALENDAR);
const shown = (rows: readonly ListRow[], change: Partial<Selection>) =>
  selectCases(rows, { ...FIRST_SELECTION, ...change }, LOOKING).map(({ handle }) => handle);
const LATE = { next: { kind: "verification", due: "2026-12-10", unit: "working", left: -4 } } as const;

t.test("what waits for me today has a place of its own, and what waits for a colleague has none", (t) => {
  const cases: readonly (readonly [why: string, row: DatedRow, group: string | undefined])[] = [
    ["new and nobody's", row("received"), "fresh"],
    ["new and a colleague's", row("received", { digest: { assignee: OTHER } }), undefined],
    ["mine and not due", row("verifying", { digest: { assignee: ME } }), undefined],
    ["mine and late", row("verifying", { digest: { assignee: ME }, ...LATE }), "due"],
    [
      "mine, and the reporter wrote",
      row("reviewing", { digest: { assignee: ME }, unread: true, newMessages: 1 }),
      "due",
    ],
    [
      "a task of today",
      row("reviewing", { digest: { assignee: OTHER, tasks: { open: 1, next: CALENDAR.today } } }),
      "tasks",
    ],
    [
      "a task of tomorrow",
      row("reviewing", { digest: { assignee: OTHER, tasks: { open: 1, next: "2026-12-17" } } }),
      undefined,
    ],
    ["urgent and nobody's", row("verifying", { digest: { says: ["evidence"] } }), "urgent"],
    ["urgent and a colleague's", row("verifying", { digest: { says: ["protection"], assignee: OTHER } }), undefined],
    ["in danger, whosever it is", row("reviewing", { digest: { protection: "now", assignee: OTHER } }), "urgent"],
    ["moved up to this lead", row("reviewing", { digest: { up: true } }), "due"],
    ["moved up to another", row("reviewing", { digest: { up: false } }), undefined],
    ["over", row("closed", { digest: { says: ["protection"], assignee: ME } }), undefined],
  ];
  for (const [why, one, group] of cases) t.equal(dayGroupOf(listed(one)[0] as ListRow, ME, CALENDAR.today), group, why);
  t.end();
});

t.test("what is urgent stands on top, then what asks for a look or is late, then the next promise", (t) => {
  const plain = row("received");
  const late = row("received", LATE);
  const official = row("received", { digest: { says: ["official"] } });
  const evidence = row("received", { digest: { says: ["evidence", "official"] } });
  const protection = row("received", { digest: { says: ["protection"] } });
  const danger = row("received", { digest: { protection: "now" } });
  const worked = row("reviewing", {
    digest: { says: ["official"], amount: 5e9 },
    next: { ...LATE.next, left: 3, due: "2026-12-21" },
  });
  const rows = listed(plain, worked, late, official, evidence, protection, danger);
  const order = [danger, protection, evidence, late, official, worked, plain].map(({ handle }) => handle);
  t.same(shown(rows, { view: "open" }), order);
  t.end();
});

t.test("a sum and days unopened are marks by limits that are data", (t) => {
  const marksOf = (one: DatedRow) => listed(one)[0]?.marks;
  t.same(marksOf(row("received", { digest: { amount: 1_000_000_000 } })), ["amount"]);
  t.same(marksOf(row("received", { digest: { amount: 999_999_999 } })), []);
  t.same(marksOf(row("received", { unread: true, arrivedOn: "2026-12-11" })), ["unread"], "Friday to Wednesday");
  t.same(marksOf(row("received", { unread: true, arrivedOn: "2026-12-14" })), []);
  t.same(marksOf(row("closed", { digest: { says: ["evidence"] } })), [], "what is over has none");
  t.end();
});

t.test("persons, labels and load are counted from the cases that are open", (t) => {
  const rows = listed(
    row("received", { digest: { labels: ["perizinan"] } }),
    row("verifying", { digest: { assignee: ME, labels: ["perizinan", "triwulan IV"] }, ...LATE }),
    row("verifying", { digest: { assignee: OTHER } }),
    row("closed", { digest: { assignee: OTHER } }),
  );
  t.match(countViews(rows, LOOKING), { mine: 1, nobodys: 1, open: 3, done: 1, late: 1 });
  t.equal(shown(rows, { view: "open", person: OTHER }).length, 1);
  t.equal(shown(rows, { view: "open", person: NOBODY }).length, 1);
  t.equal(shown(rows, { view: "open", label: "perizinan" }).length, 2);
  t.same(labelsIn(rows), ["perizinan", "triwulan IV"]);
  t.same(loadsOf(rows).of(ME), { open: 1, late: 1, urgent: 0 });
  t.same(loadsOf(rows).of(OTHER), { open: 1, late: 0, urgent: 0 });
  t.same(loadsOf(rows).nobody, { open: 1, late: 0, urgent: 0 });
  t.end();
});

t.test("sixty that read alike are known as such, whatever their capitals, and keep their order", (t) => {
  const summary = (title: string) => ({ title, category: "suap", unit: "Loket" }) as const;
  const rows = listed(
    ...Array.from({ length: 60 }, (_, at) =>
      row("received", { summary: summary(at % 2 === 0 ? "Pungutan" : "PUNGUTAN ") }),
    ),
    row("received", { summary: summary("Lain") }),
  );
  t.equal(rows.filter(({ isAlike }) => isAlike).length, 60);
  t.equal(new Set(rows.map(({ registerNumber }) => registerNumber)).size, 61);
  t.same(shown(rows.toReversed(), { view: "open" }), shown(rows, { view: "open" }));
  t.end();
});
