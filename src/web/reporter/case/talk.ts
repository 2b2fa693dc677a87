/** The conversation: the office's messages as text, the reporter's own as a date, and a mark on whatever is wrong. */
import { CASE, MESSAGE_ALARMS } from "#words/case";
import { type ToldIn, adviceFor, toldOfMessage } from "../../../words/told.ts";
import type { UnknownField } from "../../../protocol/encoding/canonical-json.ts";
import type { Entry, MessageAlarm } from "../../../client/case/chain.ts";
import { STATES, isCodeOf } from "../../../protocol/rules/casework.ts";
import { sayCode } from "../../../words/codes.ts";
import type { App } from "../app.ts";
import type { ReporterIcon } from "../icons.ts";
import { type Child, bold, element, icon, sentence, typed } from "../element.ts";
import type { ReporterCase } from "../../../client/reporter/reporter-case.ts";
import { timelineOf } from "./timeline.ts";
import { filesSlot } from "../screens/evidence.ts";

export function talkPart(app: App, gone: AbortSignal, found: ReporterCase): HTMLElement {
  const { say, day } = app;
  const { entries, written, writtenOn, arrivedOn } = found;
  const items = timelineOf(entries, written, writtenOn).map((happening) =>
    happening.kind === "answer"
      ? answer(app, gone, found, happening.entry)
      : element(
          "li",
          { class: "event own" },
          happening.day === undefined ? CASE.youWroteBefore : say(CASE.youWrote, { date: day(happening.day) }),
        ),
  );
  const isWhole = found.alarms.length === 0 && entries.length > 0;
  return element(
    "section",
    { class: "part" },
    element("h2", {}, CASE.talk),
    element(
      "ol",
      { class: "talk" },
      element("li", { class: "event own" }, say(CASE.reportSent, { date: day(arrivedOn) })),
      items,
    ),
    entries.length === 0 && element("p", { class: "hint" }, CASE.noAnswers),
    isWhole && element("p", { class: "whole" }, icon("check"), say(CASE.whole, { n: entries.length })),
    element("p", { class: "hint" }, CASE.ownNotShown),
  );
}

function answer(app: App, gone: AbortSignal, found: ReporterCase, entry: Entry): HTMLElement {
  const { message, storedOn, alarms } = entry;
  const day = app.day(storedOn);
  // A receipt has a screen of its own, where it is looked at first.
  const words = message !== undefined && message.kind !== "receipt" && "text" in message ? message.text : "";
  return element(
    "li",
    { class: "message" },
    element("p", { class: "from" }, bold(CASE.handler), element("span", {}, day)),
    alarms.map((alarm) => markBanner(alarm, message)),
    message?.kind === "epoch" &&
      element("p", { class: "event" }, icon("info"), element("span", {}, app.say(CASE.newKeys))),
    message?.kind === "unknown" &&
      element(
        "p",
        { class: "event" },
        icon("info"),
        element("span", {}, sayCode(app.say, {}, message.named, CASE.unknown.kind)),
      ),
    message?.kind === "receipt" && element("p", { class: "event" }, icon("check"), CASE.receiptGiven),
    words !== "" && element("div", { class: "bubble" }, typed(words, "p")),
    message?.kind === "files" &&
      filesSlot(app, gone, (files) =>
        element(
          "ul",
          { class: "files" },
          message.files.map((file) => files.received(app, gone, found, file)),
        ),
      ),
    message?.kind === "status" && statusLine(app, message, day),
    aboutDeadlines(app, message),
    unknownFields(message?.unknown),
  );
}

function statusLine(
  { say }: App,
  { state, outcome }: Extract<Entry["message"], { kind: "status" }>,
  date: string,
): HTMLElement {
  const parts: Child[] = sentence(say(CASE.stateBecame), {
    state: bold(sayCode(say, CASE.states, state, CASE.unknown.code)),
    date,
  });
  return element(
    "p",
    { class: "event" },
    icon(stateIcon(state)),
    element(
      "span",
      {},
      parts,
      outcome !== null && [
        ". ",
        say(CASE.outcome, { outcome: sayCode(say, CASE.outcomes, outcome, CASE.unknown.code) }),
      ],
    ),
  );
}

/** What was promised, put off, or changed, in one line; the reason stands above as it was written. */
function aboutDeadlines(app: App, message: Entry["message"]): HTMLElement | false {
  const { say, text, day, delivery } = app;
  const line = (words: string) => element("p", { class: "event" }, icon("received"), element("span", {}, words));
  if (message?.kind === "status" && message.nextBy !== undefined)
    return line(say(CASE.nextBy, { date: day(message.nextBy) }));
  if (message?.kind === "promise") {
    const deadline = sayCode(say, text.upcoming.kinds, message.deadline, CASE.unknown.code);
    return line(say(CASE.promise, { deadline, date: day(message.due) }));
  }
  if (message?.kind !== "profile") return false;
  const names = isCodeOf(delivery.deadlines, message.profile) ? delivery.deadlines[message.profile]?.names : undefined;
  return line(
    say(CASE.newProfile, {
      name: names === undefined ? sayCode(say, {}, message.profile, CASE.unknown.code) : app.name(names),
    }),
  );
}

export function stateIcon(state: string): ReporterIcon {
  return STATES.find((known) => known === state) ?? "info";
}

/** What an answer holds and this version does not know, as it was sent. */
function unknownFields(fields: readonly UnknownField[] = []): HTMLElement | false {
  return (
    fields.length > 0 &&
    element(
      "div",
      { class: "hint" },
      element("p", {}, `${CASE.unknown.fields}:`),
      fields.map(({ name, value }) => typed(`${name}: ${value}`, "p")),
    )
  );
}

function markBanner(alarm: MessageAlarm, message: Entry["message"]): HTMLElement {
  const told: ToldIn = toldOfMessage<string>(MESSAGE_ALARMS, alarm, message);
  const isMild = alarm === "gap" || alarm === "outside-channel" || alarm === "acknowledgement";
  return element(
    "div",
    { class: isMild ? "banner conflict in-place" : "banner failed in-place" },
    element(
      "p",
      { class: "with-icon" },
      icon("warning"),
      element("span", {}, bold(told.happened), " ", adviceFor("reporter", told, String)),
    ),
  );
}
