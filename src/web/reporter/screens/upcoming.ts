/** What happens next and by when, as the channel's deadlines say. */
import {
  type Calendar,
  DEADLINE_RULES,
  type Promised,
  type Step,
  promisesOf,
  stepsOf,
  uncountedYears,
} from "../../../protocol/rules/deadlines.ts";
import type { App } from "../app.ts";
import { bold, element } from "../element.ts";

export function calendarOf({ delivery: { daysOff }, today }: Pick<App, "delivery" | "today">): Calendar {
  return { daysOff, today: today() };
}

export function upcomingPart(app: App, profile: string): HTMLElement {
  const { text, say, day, delivery, zone } = app;
  const { upcoming } = text;
  const calendar = calendarOf(app);
  const { today } = calendar;
  const justArrived = { days: { arrival: today }, profile: undefined, pauses: [], extensions: [], announced: [] };
  const promises = promisesOf(stepsOf(delivery.deadlines, profile), justArrived, calendar);
  const [first] = promises;
  return element(
    "section",
    { class: "part" },
    element("h2", {}, upcoming.title),
    element(
      "ul",
      { class: "rows" },
      deadlineRow(upcoming.received, day(today)),
      promises.map((promise) =>
        deadlineRow(
          nameOf(app, promise),
          day(promise.due),
          ...withinLines(app, promise),
          ...uncountedLines(app, today, promise),
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

export function nameOf({ text }: Pick<App, "text">, { kind }: Pick<Promised, "kind">): string {
  return text.upcoming.kinds[kind];
}

/** How long it is, and from when. */
function withinLines({ text: { upcoming }, say }: App, { step }: { readonly step: Step | undefined }): string[] {
  if (step === undefined) return [];
  const from = upcoming.since[DEADLINE_RULES[step.kind].from];
  return [say(upcoming.within, { days: step.count, unit: upcoming.units[step.unit], from })];
}

export function deadlineRow(name: string, date: string, ...below: readonly (string | Node)[]): HTMLElement {
  return element(
    "li",
    {},
    element("div", { class: "row-head" }, element("span", {}, name), bold(date)),
    below.map((line) => element("p", { class: "hint" }, line)),
  );
}

type Due = Pick<Promised, "step" | "due">;

/** Beside a date: whose days off it leaves out. Calendar days count all of them anyway. */
export function uncountedLines(
  { text, say, list, delivery }: Pick<App, "text" | "say" | "list"> & { delivery: Pick<App["delivery"], "daysOff"> },
  from: string,
  { step, due }: Due,
): string[] {
  const years = step?.unit === "working" ? uncountedYears(from, due, delivery.daysOff) : [];
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
