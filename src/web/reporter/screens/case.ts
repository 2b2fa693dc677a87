/** A case as its reporter sees it: where it stands, what is asked, the conversation, what was promised, what else one can do. */
import { type Deadline, daysLeft, deadlinesOf, dueOn, todayHere } from "../../shared/deadlines.ts";
import type { Text } from "../../../words/text.ts";
import { type App, FOCUS, FOOT, type Screen } from "../app.ts";
import { noFiles } from "../draft.ts";
import { element, icon, sentence } from "../element.ts";
import type { ReporterCase } from "../../../client/reporter/reporter-case.ts";
import { burnScreen } from "./burn.ts";
import { type Composer, composerPart } from "./composer.ts";
import { protectionScreen } from "./protection.ts";
import { talkPart } from "./talk.ts";
import { daysOffNote, deadlineRow, promisesOf, uncountedLines } from "./upcoming.ts";
import { withdrawScreen } from "./withdraw.ts";

export type Opened = {
  /** Kept while the case is open: it is asked for again after each message. Overwritten on closing. */
  readonly token: Uint8Array;
  readonly found: ReporterCase;
  /** What was just done, said once at the top. */
  readonly said?: string;
  /** What was being written and was not sent: it stays. */
  readonly composer?: Composer;
};

export function caseScreen({ token, found, said, composer = { typed: "", files: noFiles() } }: Opened): Screen {
  return (app, gone) => {
    const { text, say, day } = app;
    const { state } = found;
    const again = (message: string) => reopen(app, token, message, composer);
    const close = () => {
      token.fill(0);
      app.letGo();
      app.restart(app.home);
    };
    return element(
      "main",
      { class: "two", [FOOT]: true },
      element(
        "div",
        { class: "stack" },
        said !== undefined && element("p", { class: "good", tabindex: -1, [FOCUS]: true }, icon("done"), said),
        element(
          "h1",
          { tabindex: -1 },
          element("span", { class: "kicker" }, text.case.status),
          element("span", { class: "state" }, icon(state), text.states[state]),
        ),
        element("p", { class: "hint since" }, say(text.case.since, { date: day(found.standing.since) })),
        element(
          "p",
          { class: "hint" },
          sentence(say(text.case.register), { number: element("bdi", {}, found.registerNumber) }),
        ),
        alarmBanner(app, found),
        found.standing.asked && found.alarms.length === 0 && askedBanner(app, found),
      ),
      element("div", {}, deadlinesPart(app, found)),
      element(
        "div",
        {},
        talkPart(app, gone, found),
        composerPart(app, { found, composer, attaching: { token, gone }, sent: () => again(text.case.sent) }),
      ),
      element("div", {}, choicesPart(app, { token, found }, again, close)),
    );
  };
}

/** Asks for the case anew, so that what is shown is what is stored. A failure leaves the old view, which is still true. */
async function reopen(app: App, token: Uint8Array, said: string, composer: Composer): Promise<void> {
  const [sealing, recipients] = await Promise.all([app.sealing.get(), app.recipients.get()]);
  const found = await sealing.openConversation(token, recipients);
  if (found === undefined) return;
  composer.fileMessages = app.fileMessages;
  app.restart(app.home, caseScreen({ token, found, said, composer }));
}

/** What happened, what it may mean, what to do; and that nothing was sent. */
function alarmBanner({ text, say }: App, { alarms, missing }: ReporterCase): HTMLElement | false {
  if (alarms.length === 0) return false;
  const numbers = (all: readonly number[], line: Text) =>
    all.length > 0 && element("p", {}, say(line, { numbers: all.join(", ") }));
  return element(
    "div",
    { class: "banner failed", role: "alert" },
    element("h2", {}, icon("warning"), element("span", {}, text.alarms.title)),
    element(
      "ul",
      { class: "rings" },
      alarms.map((alarm) => {
        const [happened, mayMean] = text.alarms[alarm];
        return element("li", {}, element("strong", {}, happened), ` ${mayMean}`);
      }),
    ),
    numbers(missing.answers, text.missingAnswers),
    numbers(missing.own, text.missingOwn),
    element("p", {}, text.alarms.whatToDo),
    element("p", {}, element("strong", {}, text.alarms.nothingSent)),
  );
}

/** By law the answer is waited for so many calendar days; nothing is archived by itself. */
const ANSWER: Pick<Deadline, "days" | "unit"> = { days: 30, unit: "calendar" };

function askedBanner({ text, say, day }: App, found: ReporterCase): HTMLElement {
  const by = dueOn(found.standing.since, ANSWER, {});
  const jump = () => document.getElementById("message")?.focus();
  return element(
    "div",
    { class: "banner help" },
    element("h2", {}, text.case.asked),
    element("p", {}, say(text.case.askedText, { date: day(by) })),
    element("button", { type: "button", class: "button primary narrow", click: jump }, text.case.answer),
  );
}

function deadlinesPart(app: App, found: ReporterCase): HTMLElement {
  const { text } = app;
  const channel = app.recipients.now?.channels.find(({ id }) => id === found.channelId);
  const profile = channel?.deadlines ?? "";
  const asked = found.standing.asked ? deadlinesOf(profile).find(({ kind }) => kind === "reporter-answer") : undefined;
  const promises = promisesOf(profile).map((deadline) => ({
    ...deadline,
    due: dueOn(found.arrivedOn, deadline, app.delivery.daysOff),
  }));
  const unkept = promises.filter((promise) => !isKept(promise, found.standing.kept[promise.kind]));
  return element(
    "section",
    { class: "part" },
    element("h2", {}, text.case.deadlines),
    promises.length === 0
      ? element("p", { class: "hint" }, text.upcoming.noPromise)
      : element(
          "ul",
          { class: "rows" },
          promises.map((promise) => promiseRow(app, promise, found)),
          asked !== undefined && askedRow(app, asked, found.standing.since),
        ),
    unkept.length > 0 && daysOffNote(app, found.arrivedOn, unkept),
  );
}

type Promised = Deadline & { readonly due: string };

function promiseRow(app: App, promise: Promised, found: ReporterCase): HTMLElement {
  const { text, say, day } = app;
  const { due, kind } = promise;
  const kept = found.standing.kept[promise.kind];
  // What was kept before a date that is too early was kept.
  const uncounted = isKept(promise, kept) ? [] : uncountedLines(app, found.arrivedOn, promise);
  if (kept === undefined) return openRow(app, promise, uncounted);
  const line = say(isKept(promise, kept) ? text.case.kept : text.case.keptLate, { date: day(due) });
  const row = deadlineRow(text.upcoming.kinds[kind], day(kept), line, ...uncounted);
  row.querySelector("strong")?.prepend(icon("check"), " ");
  row.classList.add("kept");
  return row;
}

function isKept({ due }: Promised, kept: string | undefined): boolean {
  return kept !== undefined && kept <= due;
}

function askedRow(app: App, asked: Deadline, since: string): HTMLElement {
  return openRow(app, { ...asked, due: dueOn(since, asked, app.delivery.daysOff) }, []);
}

function openRow(app: App, { kind, unit, due }: Promised, uncounted: readonly string[]): HTMLElement {
  const { text, say, day, delivery } = app;
  const left = daysLeft(todayHere(), due, unit, delivery.daysOff);
  const words = text.upcoming.units[unit];
  const name = text.upcoming.kinds[kind];
  if (left >= 0)
    return deadlineRow(
      name,
      day(due),
      left === 0 ? text.case.today : say(text.case.left, { days: left, unit: words }),
      ...uncounted,
    );
  const overdue = element(
    "span",
    { class: "overdue" },
    icon("warning"),
    say(text.case.overdue, { days: -left, unit: words }),
  );
  return deadlineRow(name, day(due), overdue, text.case.ifOverdue, ...uncounted);
}

function choicesPart(app: App, opened: Opened, again: (said: string) => Promise<void>, close: () => void): HTMLElement {
  const { text } = app;
  const { found, token } = opened;
  const mayWrite = found.alarms.length === 0;
  const choice = (name: "shield" | "undo" | "destroy", words: string, hint: string, screen: Screen) =>
    element(
      "li",
      {},
      element(
        "button",
        { type: "button", class: "choice", click: () => app.go(screen) },
        icon(name),
        element("span", {}, element("span", { class: "name" }, words), element("span", { class: "hint" }, hint)),
        icon("forward"),
      ),
    );
  return element(
    "section",
    { class: "part" },
    element("h2", {}, text.case.choices),
    element(
      "ul",
      { class: "rows" },
      choice(
        "shield",
        text.case.protection,
        text.case.protectionHint,
        protectionScreen({ found, sent: () => again(text.case.sent) }),
      ),
      mayWrite &&
        choice(
          "undo",
          text.case.withdraw,
          text.case.withdrawHint,
          withdrawScreen({ found, sent: () => again(text.withdraw.sent) }),
        ),
      choice("destroy", text.case.burn, text.case.burnHint, burnScreen({ found, token })),
    ),
    element("button", { type: "button", class: "button", click: close }, icon("lock"), text.case.close),
  );
}
