/** What happens next and by when, as the channel's deadlines say. */
import type { DeadlineKind } from "../../../protocol/casework.ts";
import { type Deadline, deadlinesOf, dueOn, uncountedYears } from "../../shared/deadlines.ts";
import type { App } from "../app.ts";
import { bold, element } from "../element.ts";

/** The promises that run from the day of arrival. */
const FROM_ARRIVAL: readonly DeadlineKind[] = ["first-answer", "verification"];

export function promisesOf(profile: string): readonly Deadline[] {
  return deadlinesOf(profile).filter(({ kind }) => FROM_ARRIVAL.includes(kind));
}

export function upcomingPart(app: App, profile: string): HTMLElement {
  const { text, say, day, delivery, zone } = app;
  const { upcoming } = text;
  const today = app.today();
  const promises = promisesOf(profile).map((deadline) => ({
    ...deadline,
    due: dueOn(today, deadline, delivery.daysOff),
  }));
  const [first] = promises;
  return element(
    "section",
    { class: "part" },
    element("h2", {}, upcoming.title),
    element(
      "ul",
      { class: "rows" },
      deadlineRow(upcoming.received, day(today)),
      promises.map(({ kind, days, unit, due }) =>
        deadlineRow(
          upcoming.kinds[kind],
          day(due),
          say(upcoming.within, { days, unit: upcoming.units[unit] }),
          ...uncountedLines(app, today, { unit, due }),
        ),
      ),
    ),
    promises.length === 0 ? element("p", { class: "hint" }, upcoming.noPromise) : daysOffNote(app, today, promises),
    element("p", { class: "hint" }, say(upcoming.zone, { zone })),
    element(
      "p",
      { class: "hint" },
      first === undefined ? upcoming.cannotReachNoDate : say(upcoming.cannotReach, { date: day(first.due) }),
    ),
  );
}

export function deadlineRow(name: string, date: string, ...below: readonly (string | Node)[]): HTMLElement {
  return element(
    "li",
    {},
    element("div", { class: "row-head" }, element("span", {}, name), bold(date)),
    below.map((line) => element("p", { class: "hint" }, line)),
  );
}

type Due = Pick<Deadline, "unit"> & { readonly due: string };

/** Beside a date: whose days off it leaves out. Calendar days count all of them anyway. */
export function uncountedLines(
  {
    text,
    say,
    list,
    delivery,
  }: Pick<App, "text" | "say" | "list"> & {
    readonly delivery: Pick<App["delivery"], "daysOff">;
  },
  from: string,
  { unit, due }: Due,
): string[] {
  const years = unit === "working" ? uncountedYears(from, due, delivery.daysOff) : [];
  return years.length === 0 ? [] : [say(text.upcoming.daysOffUnknown, { years: list(years) })];
}

/** Below all dates: what a day off does to them where they are not counted, and whose word it is where they are. */
export function daysOffNote(app: App, from: string, all: readonly Due[]): HTMLElement {
  const { text, delivery } = app;
  const years = Object.keys(delivery.daysOff).filter((year) =>
    all.some(({ due }) => from <= `${year}-12-31` && due >= year),
  );
  const sources = [...new Set(years.map((year) => delivery.daysOff[year]?.source ?? ""))].join("; ");
  const isCounted = all.every((one) => uncountedLines(app, from, one).length === 0);
  const lines = [
    isCounted ? "" : text.upcoming.daysOffLater,
    sources === "" ? "" : app.say(text.upcoming.daysOff, { sources }),
  ];
  return element("p", { class: "hint" }, lines.filter((line) => line !== "").join(" "));
}
