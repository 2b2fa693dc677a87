/** What was promised to the reporter and by when: kept, missed, put off and still to come, each with its days. */
import { CASE } from "#words/case";
import {
  type Promised,
  type Step,
  daysLeft,
  isMissed,
  promisesOf,
  stepsOf,
  unitLeft,
  wasPutOffLate,
} from "../../../protocol/rules/deadlines.ts";
import type { App } from "../app.ts";
import { element, icon } from "../element.ts";
import type { ReporterCase } from "../../../client/reporter/reporter-case.ts";
import { calendarOf, daysOffNote, deadlineRow, nameOf, uncountedLines } from "../screens/upcoming.ts";
import { saveReminder } from "./reminder.ts";

function profileOf(app: App, found: ReporterCase): string {
  const channel = app.recipients.now?.channels.find(({ id }) => id === found.channelId);
  return found.standing.course.profile ?? channel?.deadlines ?? "";
}

export function promisedIn(app: App, found: ReporterCase): Promised[] {
  const steps = stepsOf(app.delivery.deadlines, profileOf(app, found));
  return promisesOf(steps, found.standing.course, calendarOf(app));
}

/** "30 hari kalender" in parts, as a sentence wants it. */
export function lengthOf({ text }: App, { count, unit }: Step): { days: number; unit: string } {
  return { days: count, unit: text.upcoming.units[unit] };
}

export function deadlinesPart(app: App, found: ReporterCase): HTMLElement {
  const { text, say } = app;
  const promises = promisedIn(app, found);
  const open = promises.filter(({ keptOn }) => keptOn === undefined);
  const profile = app.delivery.deadlines[profileOf(app, found)];
  return element(
    "section",
    { class: "part" },
    element("h2", {}, CASE.deadlines),
    promises.length === 0
      ? element("p", { class: "hint" }, text.upcoming.noPromise)
      : element(
          "ul",
          { class: "rows" },
          promises.map((promise) => promiseRow(app, promise)),
        ),
    open.length > 0 && daysOffNote(app, found.arrivedOn, open),
    found.standing.course.profile !== undefined &&
      profile !== undefined &&
      element("p", { class: "hint" }, say(CASE.profile, { name: app.name(profile.names) })),
    element("p", { class: "hint" }, say(text.upcoming.zone, { zone: app.zone })),
    reminderPart(app, open),
  );
}

function promiseRow(app: App, promise: Promised): HTMLElement {
  const { say, day } = app;
  const { due, from, keptOn } = promise;
  const about = [...putOffLines(app, promise), ...sourceLines(app, promise)];
  // What was kept before a date that is too early was kept.
  const uncounted = keptOn !== undefined && keptOn <= due ? [] : uncountedLines(app, from, promise);
  if (keptOn === undefined) return openRow(app, promise, [...about, ...uncounted]);
  const line = say(keptOn <= due ? CASE.kept : CASE.keptLate, { date: day(due) });
  const row = deadlineRow(nameOf(app, promise), day(keptOn), line, ...about, ...uncounted);
  row.querySelector("strong")?.prepend(icon("check"), " ");
  row.classList.add("kept");
  return row;
}

/** That it was put off, on which day, and that it was too late for that. */
function putOffLines({ say, day }: App, promise: Promised): string[] {
  const { extension, first } = promise;
  if (extension === undefined) return [];
  const words = wasPutOffLate(promise) ? CASE.putOffLate : CASE.putOff;
  return [say(words, { first: day(first), on: day(extension.on) })];
}

/** Where it stands; what was read in a page about the rule alone is told as that. */
function sourceLines({ say }: App, { step }: Promised): string[] {
  if (step === undefined) return [];
  return [say(step.confirmed ? CASE.source : CASE.sourceUnconfirmed, { source: step.source })];
}

function openRow(app: App, promise: Promised, below: readonly string[]): HTMLElement {
  const { text, say, day, delivery, today } = app;
  const { step, due, pausedSince } = promise;
  const name = nameOf(app, promise);
  if (pausedSince !== undefined)
    return deadlineRow(name, CASE.paused, say(CASE.pausedSince, { date: day(pausedSince) }), ...below);
  const unit = step?.unit ?? "calendar";
  const left = daysLeft(today(), due, unit, delivery.daysOff);
  const units = text.upcoming.units[unitLeft(unit)];
  if (!isMissed(promise, today()))
    return deadlineRow(name, day(due), left === 0 ? CASE.today : say(CASE.left, { days: left, unit: units }), ...below);
  const overdue = element(
    "span",
    { class: "overdue" },
    icon("warning"),
    say(CASE.overdue, { days: -left, unit: units }),
  );
  return deadlineRow(name, day(due), overdue, CASE.ifOverdue, ...below);
}

/** An entry for the reporter's own calendar, for the nearest day that is yet to come. */
function reminderPart(app: App, open: readonly Promised[]): HTMLElement | false {
  const today = app.today();
  const days = open.flatMap(({ due, pausedSince }) => (pausedSince === undefined && due >= today ? [due] : []));
  const [next] = days.toSorted();
  if (next === undefined) return false;
  return element(
    "div",
    { class: "reminder" },
    element(
      "button",
      { type: "button", class: "button narrow", click: () => saveReminder(next) },
      icon("download"),
      app.say(CASE.reminder, { date: app.day(next) }),
    ),
    element("p", { class: "hint" }, app.say(CASE.reminderHint, { title: CASE.reminderTitle })),
  );
}
