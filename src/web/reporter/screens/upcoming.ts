/** What happens next and by when, as the channel's deadlines say. */
import { type Deadline, type DeadlineKind, deadlinesOf, dueOn, todayHere } from "../../shared/deadlines.ts";
import { dayIn } from "../../shared/language.ts";
import type { App } from "../app.ts";
import { bold, element } from "../element.ts";

/** The promises that run from the day of arrival. */
export const FROM_ARRIVAL: readonly DeadlineKind[] = ["first-answer", "verification"];

export function promisesOf(profile: string): readonly Deadline[] {
  return deadlinesOf(profile).filter(({ kind }) => FROM_ARRIVAL.includes(kind));
}

export function upcomingPart(app: App, profile: string): HTMLElement {
  const { text, language } = app;
  const { upcoming } = text;
  const today = todayHere();
  const promises = promisesOf(profile);
  const [first] = promises;
  return element(
    "section",
    { class: "part" },
    element("h2", {}, upcoming.title),
    element(
      "ul",
      { class: "rows" },
      deadlineRow(upcoming.received, dayIn(today, language)),
      promises.map(({ kind, days, unit }) =>
        deadlineRow(
          upcoming.kinds[kind],
          dayIn(dueOn(today, { days, unit }), language),
          upcoming.within(days, upcoming.units[unit]),
        ),
      ),
    ),
    element("p", { class: "hint" }, promises.length === 0 ? upcoming.noPromise : upcoming.holidays),
    element(
      "p",
      { class: "hint" },
      first === undefined ? upcoming.cannotReachNoDate : upcoming.cannotReach(dayIn(dueOn(today, first), language)),
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
