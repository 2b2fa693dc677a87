/** Step 5: read through, then send. The button sleeps until the part that seals and the list of readers are there. */
import type { AskedField } from "../../../protocol/rules/report-fields.ts";
import type { App, Screen } from "../app.ts";
import { composeAnswers } from "../compose.ts";
import { type Child, element, icon, typed } from "../element.ts";
import type { FieldError } from "../fields.ts";
import { prefetch } from "../lazy.ts";
import { explain, problemOf } from "../problem.ts";
import { type Questions, fieldsOf } from "../questions.ts";
import type { Recipients } from "../sealing/recipients.ts";
import { chosenChannel, isExcluded, remaining, noChannelText } from "./readers.ts";
import { filesSlot } from "./evidence.ts";
import { linkButton, nothingSaved, stepScreen } from "./step.ts";
import { WHAT_QUESTIONS } from "./what.ts";
import { WHO_QUESTIONS } from "./who.ts";

export type ReviewWays = {
  readonly review: Screen;
  readonly changeWhat: (found?: readonly FieldError[]) => Screen;
  readonly changeWho: (found?: readonly FieldError[]) => Screen;
  readonly changeFiles: () => Screen;
  /** `changed`: the list was replaced while somebody wrote. */
  readonly changeReaders: (changed?: boolean) => Screen;
  /** Called only when everything that seals is there. */
  readonly finish: (app: App, recipients: Recipients) => void;
};

export function reviewScreen(ways: ReviewWays): Screen {
  return (app, gone) => {
    const { review } = app.text;
    const readers = element("dl");
    let ready: Recipients | undefined;
    const button = element("button", {
      type: "button",
      class: "button primary",
      click: () => ready !== undefined && ways.finish(app, ready),
      "aria-disabled": "true",
      "aria-describedby": "lock-state",
    });
    button.append(icon("lock"), review.send);
    const state = element("div", { id: "lock-state", role: "status", class: "stack hint" }, review.locking);
    const prepare = async () => {
      state.replaceChildren(review.locking);
      try {
        await app.sealing.get();
        const recipients = await app.recipients.get();
        if (gone.aborted) return;
        prefetch(app.proof);
        readers.replaceChildren(...readerRows(app, recipients));
        // Files that are still being looked into are waited for; the list above says so.
        await app.files.now?.settle(app.draft.files);
        if (gone.aborted) return;
        if (chosenChannel(app, recipients) === undefined)
          return state.replaceChildren(
            element("p", { class: "error" }, icon("warning"), noChannelText(app, recipients)),
          );
        ready = recipients;
        button.removeAttribute("aria-disabled");
        state.replaceChildren(review.lockReady);
      } catch (error) {
        if (gone.aborted) return;
        const why = app.sealing.now === undefined ? review.lockFailed : explain(app, problemOf(app, error));
        state.replaceChildren(
          element("p", { class: "error" }, icon("warning"), why),
          linkButton(review.retry, () => void prepare()),
        );
      }
    };
    void prepare();
    return stepScreen(
      app,
      { number: 5, title: review.title, way: "back" },
      part(app, review.whatAndWhere, ways.changeWhat(), answerRows(app, WHAT_QUESTIONS)),
      part(app, review.whoAndWhen, ways.changeWho(), answerRows(app, WHO_QUESTIONS)),
      element("section", { class: "read" }, head(app, review.files, ways.changeFiles()), fileRows(app, gone)),
      element("section", { class: "read" }, head(app, review.readers, ways.changeReaders()), readers),
      element(
        "div",
        { class: "banner before-sending" },
        element("h2", {}, icon("info"), review.beforeSending),
        element("p", {}, review.cannotReopen),
      ),
      element("div", { class: "next" }, button, state, nothingSaved(app)),
    );
  };
}

function part(app: App, title: string, change: Screen, rows: readonly HTMLElement[]): HTMLElement {
  return element("section", { class: "read" }, head(app, title, change), element("dl", {}, rows));
}

function head(app: App, title: string, change: Screen): HTMLElement {
  const { text } = app;
  return element(
    "div",
    { class: "read-head" },
    element("h2", {}, title),
    linkButton(text.change, () => app.go(change), app.say(text.review.changeOf, { part: title })),
  );
}

function row(term: string, ...values: readonly Child[]): HTMLElement {
  return element("div", {}, element("dt", {}, term), element("dd", {}, values));
}

function typedRow(term: string, text: string): HTMLElement[] {
  return text.trim() === "" ? [] : [row(term, typed(text, "p"))];
}

/** What will be sealed, as it will be read, but for what has a place of its own here. */
function answerRows(app: App, questions: Partial<Questions<AskedField>>): HTMLElement[] {
  const { draft, text, language } = app;
  const { amountIsEstimate } = draft;
  const answers = composeAnswers({ ...draft, protection: false, amountIsEstimate: false }, text, language);
  const rows = fieldsOf(questions).flatMap((field) => {
    const answer = answers[field];
    const term = text.fields[field];
    if (field === "category") return row(term, text.categories[answers.category]);
    if (typeof answer === "string") return typedRow(term, answer);
    if (answer === null) return [];
    const money = app.say(text.review.rupiah, { amount: answer });
    return row(term, `${money}${amountIsEstimate ? ` ${text.review.estimate}` : ""}`);
  });
  return rows.length > 0 ? rows : [row(text.review.empty)];
}

function fileRows(app: App, gone: AbortSignal): HTMLElement {
  const { draft, text } = app;
  if (draft.files.list.length === 0) return element("p", {}, text.review.empty);
  return filesSlot(app, gone, (files) =>
    element("div", {}, files.list(app, draft.files), element("p", { class: "hint" }, text.review.filesFollow)),
  );
}

function readerRows(app: App, recipients: Recipients): HTMLElement[] {
  const { draft, text, say, name } = app;
  const { review } = text;
  const channel = chosenChannel(app, recipients);
  if (channel === undefined) return [row(noChannelText(app, recipients))];
  const excluded = [...channel.recipients, ...channel.custodians].filter((reader) => isExcluded(app, reader));
  return [
    row(text.readers.channel, typed(name(channel.names))),
    row(review.canRead, say(review.ofAll, { n: remaining(app, recipients).length, all: channel.recipients.length })),
    ...(excluded.length === 0
      ? []
      : [
          row(
            review.mustNot,
            excluded.map(({ names }) => element("p", {}, typed(name(names)))),
          ),
        ]),
    row(review.identity, review.anonymous),
    row(review.protection, draft.protection ? review.asked : review.notAsked),
    ...(draft.protection ? typedRow(text.readers.worries, draft.worries) : []),
  ];
}
