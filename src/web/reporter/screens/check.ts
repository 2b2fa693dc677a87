/** Coming back: twelve words, typed one by one or all at once. They are read on the device and never leave it. */
import { type App, FOCUS, FOOT, type Screen } from "../app.ts";
import { type Child, element, icon, sentence } from "../element.ts";
import { UNREMEMBERED, errorLine } from "../fields.ts";
import { problemBanner, problemOf } from "../problem.ts";
import { linkButton } from "./step.ts";
import { type WordGrid, makeWordGrid } from "./word-grid.ts";
import { completeFirst, describeProblem, emptyRuns, listsOf } from "./word-problems.ts";

export function checkScreen(): Screen {
  const typed = Array.from({ length: 12 }, () => "");
  let atOnce = false;
  let notFound = false;
  let removedOn: string | undefined;
  return (app, gone) => {
    const { text } = app;
    const { check } = text;
    const said = element("div", { id: "check-said", role: "status", class: "hint" });
    const result = element("div", { class: "stack" });
    const button = element("button", { type: "button", class: "button primary", click: () => void open() }, check.open);
    let isOpening = false;

    const open = async () => {
      if (isOpening) return;
      notFound = false;
      removedOn = undefined;
      result.replaceChildren();
      const empty = atOnce ? [] : emptyRuns(typed);
      if (empty.length > 0) {
        result.replaceChildren(errorLine("words", completeFirst(app, empty)));
        return grid?.goTo(empty[0]?.[0] ?? 1);
      }
      isOpening = true;
      said.textContent = check.opening;
      try {
        const [sealing, lists] = await Promise.all([app.sealing.get(), listsOf(app)]);
        const read = sealing.readTokenWords(typed.join(" "), lists);
        if ("problem" in read) {
          said.textContent = "";
          const shown = atOnce ? false : grid?.show(read.problem);
          if (shown !== true) result.replaceChildren(errorLine("words", describeProblem(app, read.problem, typed)));
          return;
        }
        const [recipients, { caseScreen }] = await Promise.all([app.recipients.get(), app.casePart.get()]);
        const found = await sealing.openConversation(read.token, recipients);
        if (gone.aborted) return;
        if (found === undefined) {
          notFound = true;
          return app.redraw();
        }
        typed.fill("");
        app.letGo();
        app.restart(app.home, caseScreen({ token: read.token, found }));
      } catch (error) {
        said.textContent = "";
        if (gone.aborted) return;
        const problem = problemOf(app, error);
        if (problem.kind === "removed") {
          removedOn = problem.on;
          return app.redraw();
        }
        result.replaceChildren(problemBanner(app, error, () => void open()));
      } finally {
        isOpening = false;
      }
    };

    const grid: WordGrid | undefined = atOnce ? undefined : makeWordGrid(app, gone, typed, () => void open());
    const whole = atOnce ? wholeField(app, typed) : undefined;
    const other = () => {
      atOnce = !atOnce;
      app.redraw();
    };
    return element(
      "main",
      { class: "column stack", [FOOT]: true },
      element("h1", { tabindex: -1 }, check.title),
      element("p", { class: "lead" }, check.lead),
      notFound && notFoundBanner(app),
      removedOn !== undefined && removedBanner(app, removedOn),
      grid?.field ?? whole,
      linkButton(atOnce ? check.oneByOne : check.pasteAll, other),
      result,
      button,
      said,
      element("p", { class: "note" }, icon("lock"), element("span", {}, check.neverSent)),
      element(
        "section",
        { class: "part" },
        element("h2", {}, check.lost),
        element(
          "p",
          {},
          sentence(app.say(check.lostText), { report: linkButton(check.makeReport, () => app.open("report")) }),
        ),
      ),
    );
  };
}

function notFoundBanner({ text: { check } }: App): HTMLElement {
  return element(
    "div",
    { class: "banner failed", tabindex: -1, [FOCUS]: true, role: "group", "aria-labelledby": "not-found" },
    element("h2", { id: "not-found" }, icon("warning"), element("span", {}, check.notFound)),
    element("p", {}, check.notFoundText),
  );
}

/** The words are right: nobody is to blame, and there is a way on. */
function removedBanner({ text: { check }, say, day, open }: App, on: string): HTMLElement {
  return element(
    "div",
    { class: "banner help", tabindex: -1, [FOCUS]: true, role: "group", "aria-labelledby": "removed" },
    element("h2", { id: "removed" }, check.removed),
    element("p", {}, say(check.removedText, { date: day(on) })),
    element("button", { type: "button", class: "button", click: () => open("report") }, check.removedReport),
  );
}

/** One field for all: what stands in it is kept as words, so that one can go on word by word. */
function wholeField(app: App, typed: string[]): Child {
  const { check } = app.text;
  const area = element("textarea", {
    ...UNREMEMBERED,
    id: "words",
    rows: 4,
    inputmode: "text",
    dir: "ltr",
    "aria-describedby": "words-error",
    input: ({ target }) => {
      const words = (target as HTMLTextAreaElement).value.split(/\s+/u).filter((word) => word !== "");
      // More than twelve stay together in the last place, where they are counted and said.
      for (const index of typed.keys())
        typed[index] = (index === typed.length - 1 ? words.slice(index).join(" ") : words[index]) ?? "";
    },
  });
  area.value = typed.join(" ").trim();
  return element("div", { class: "field" }, element("label", { for: "words" }, check.allWords), area);
}
