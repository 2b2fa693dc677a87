/** A case as its reporter sees it: where it stands, what is asked, the conversation, what was promised, what else one can do. */
import { ALARMS, CASE, REPORTER_CASE_ALARMS, WITHDRAW } from "#words/case";
import { isCodeOf } from "../../../protocol/rules/casework.ts";
import { sayCode } from "../../../words/codes.ts";
import type { Text } from "../../../words/text.ts";
import { type App, FOCUS, FOOT, type Screen } from "../app.ts";
import { noFiles } from "../draft.ts";
import { element, icon, sentence } from "../element.ts";
import type { ReporterCase } from "../../../client/reporter/reporter-case.ts";
import { burnScreen } from "./burn.ts";
import { type Composer, composerPart } from "./composer.ts";
import { partScreen } from "../screens/part-screen.ts";
import { protectionScreen } from "../screens/protection.ts";
import { stateIcon, talkPart } from "./talk.ts";
import { deadlinesPart, lengthOf, promisedIn } from "./deadlines.ts";
import { wishIn } from "./wish.ts";
import { withdrawScreen } from "./withdraw.ts";

type Opened = {
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
    const { say, day } = app;
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
          element("span", { class: "kicker" }, CASE.status),
          element(
            "span",
            { class: "state" },
            icon(stateIcon(state)),
            sayCode(say, CASE.states, state, CASE.unknown.code),
          ),
        ),
        !isCodeOf(CASE.states, state) && element("p", { class: "hint" }, CASE.unknown.forReporters),
        element("p", { class: "hint since" }, say(CASE.since, { date: day(found.standing.since) })),
        element(
          "p",
          { class: "hint" },
          sentence(say(CASE.register), { number: element("bdi", {}, found.registerNumber) }),
        ),
        alarmBanner(app, found),
        found.standing.asked && found.alarms.length === 0 && askedBanner(app, found),
      ),
      element("div", {}, deadlinesPart(app, found)),
      element(
        "div",
        {},
        talkPart(app, gone, found),
        composerPart(app, { found, composer, attaching: { token, gone }, sent: () => again(CASE.sent) }),
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
function alarmBanner({ say }: App, { alarms, missing }: ReporterCase): HTMLElement | false {
  if (alarms.length === 0) return false;
  const numbers = (all: readonly number[], line: Text) =>
    all.length > 0 && element("p", {}, say(line, { numbers: all.join(", ") }));
  return element(
    "div",
    { class: "banner failed", role: "alert" },
    element("h2", {}, icon("warning"), element("span", {}, ALARMS.title)),
    element(
      "ul",
      { class: "rings" },
      alarms.map((alarm) => {
        const { happened, advice } = REPORTER_CASE_ALARMS[alarm];
        return element("li", {}, element("strong", {}, happened), ` ${advice}`);
      }),
    ),
    numbers(missing.answers, ALARMS.missingAnswers),
    numbers(missing.own, ALARMS.missingOwn),
    element("p", {}, ALARMS.whatToDo),
    element("p", {}, element("strong", {}, ALARMS.nothingSent)),
  );
}

function askedBanner(app: App, found: ReporterCase): HTMLElement {
  const { say, day } = app;
  const answer = promisedIn(app, found).find(({ kind }) => kind === "reporter-answer");
  const jump = () => document.getElementById("message")?.focus();
  return element(
    "div",
    { class: "banner help" },
    element("h2", {}, CASE.asked),
    answer?.step !== undefined &&
      element("p", {}, say(CASE.askedText, { date: day(answer.due), ...lengthOf(app, answer.step) })),
    element("button", { type: "button", class: "button primary narrow", click: jump }, CASE.answer),
  );
}

function choicesPart(app: App, opened: Opened, again: (said: string) => Promise<void>, close: () => void): HTMLElement {
  const { found, token } = opened;
  const mayWrite = found.alarms.length === 0;
  const choice = (name: "shield" | "check" | "undo" | "destroy", words: string, hint: string, screen: Screen) =>
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
    element("h2", {}, CASE.choices),
    element(
      "ul",
      { class: "rows" },
      choice(
        "shield",
        CASE.protection,
        CASE.protectionHint,
        protectionScreen(wishIn({ found, sent: () => again(CASE.sent) })),
      ),
      choice(
        "check",
        CASE.receipt,
        CASE.receiptHint,
        partScreen(
          ({ receipts }) => receipts,
          ({ receiptScreen }) => receiptScreen({ found, sent: again }),
        ),
      ),
      mayWrite &&
        choice("undo", CASE.withdraw, CASE.withdrawHint, withdrawScreen({ found, sent: () => again(WITHDRAW.sent) })),
      choice("destroy", CASE.burn, CASE.burnHint, burnScreen({ found, token })),
    ),
    element("button", { type: "button", class: "button", click: close }, icon("lock"), CASE.close),
  );
}
