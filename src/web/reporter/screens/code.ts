/** The twelve words: shown once, and only after the server has confirmed. The way out comes after two were asked back. */
import { factsOf } from "../../../words/languages.ts";
import type { App, Screen } from "../app.ts";
import { bold, element, icon } from "../element.ts";
import { keepLoading } from "../lazy.ts";
import { matchScreen } from "./match.ts";
import { linkButton } from "./step.ts";
import { upcomingPart } from "./upcoming.ts";

export type NewCode = {
  /** Overwritten when the person is done. */
  readonly token: Uint8Array;
  /** The channel's deadline profile; undefined where nobody knows when the report will arrive. */
  readonly deadlines: string | undefined;
  /** What comes when the words are written down. */
  readonly next: Screen;
  /** The report had arrived although the answer had not. */
  readonly arrivedAnyway?: boolean;
};

export function codeScreen(code: NewCode): Screen {
  return (app, gone) => {
    const { text } = app;
    app.hold("code", true);
    const place = element("div", { class: "printed stack" }, element("p", { role: "status" }, text.code.loading));
    const failure = element("span", {}, text.code.loadingFailed);
    keepLoading(
      () => wordsOf(app, code),
      gone,
      (words) => place.replaceChildren(...wordsPart(app, words, code)),
      () => place.replaceChildren(element("p", { class: "error", role: "status" }, icon("warning"), failure)),
    );
    return element(
      "main",
      { class: "column stack code" },
      element("p", { class: "good" }, icon("done"), text.code.received),
      element("h1", { tabindex: -1 }, text.code.title),
      code.arrivedAnyway === true && element("div", { class: "banner" }, element("p", {}, text.sending.arrivedAnyway)),
      element("p", { class: "lead" }, text.code.lead),
      place,
      element(
        "section",
        { class: "part" },
        element("h2", {}, text.code.pleaseKnow),
        element(
          "ul",
          { class: "rings" },
          text.code.know.map(([head, rest]) => element("li", {}, bold(head), ` ${rest}`)),
        ),
      ),
      code.deadlines !== undefined && upcomingPart(app, code.deadlines),
    );
  };
}

async function wordsOf({ sealing, codeWords, language }: App, { token }: NewCode): Promise<string[]> {
  return (await sealing.get()).tokenWords(token, await codeWords[factsOf(language).codeWords].get());
}

function wordsPart(app: App, words: readonly string[], code: NewCode): HTMLElement[] {
  const { text } = app;
  const finish = () => {
    code.token.fill(0);
    app.letGo();
    app.restart(app.home, code.next);
  };
  const list = element(
    "ol",
    { class: "words", "aria-label": text.code.list, translate: "no" },
    words.map((word, index) =>
      element("li", {}, element("span", { class: "number", "aria-hidden": "true" }, String(index + 1)), word),
    ),
  );
  return [
    list,
    element("p", { class: "hint" }, text.code.once),
    element(
      "button",
      {
        type: "button",
        class: "button primary",
        click: () => app.go(matchScreen({ code, words, show: codeScreen(code), finish })),
      },
      text.code.written,
    ),
    element(
      "div",
      { class: "links" },
      iconLink("print", text.code.print, () => print()),
      iconLink("download", text.code.save, () => saveWords(words, text.code.fileName)),
    ),
    element("p", { class: "hint" }, text.code.paper),
  ];
}

function iconLink(name: "print" | "download", words: string, click: () => void): HTMLElement {
  const link = linkButton(words, click);
  link.prepend(icon(name));
  return link;
}

/** A file that looks like any other note: words, and nothing that says what they are. */
function saveWords(words: readonly string[], name: string): void {
  const url = URL.createObjectURL(new Blob([`${words.join("\n")}\n`], { type: "text/plain" }));
  element("a", { href: url, download: name }).click();
  URL.revokeObjectURL(url);
}
