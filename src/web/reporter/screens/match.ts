/** Two of the twelve words are asked back: notes with a slip are found while the words can still be shown. */
import { drawTwo } from "../../shared/draw-two.ts";
import type { Screen } from "../app.ts";
import { type Child, element, icon, sentence } from "../element.ts";
import { type FieldError, UNREMEMBERED, errorLine } from "../fields.ts";
import { linkButton } from "./step.ts";
import { upcomingPart } from "./upcoming.ts";

type Match = {
  /** Of all that is known of the code: the channel's deadline profile. */
  readonly code: { readonly deadlines: string | undefined };
  readonly words: readonly string[];
  /** The screen that shows the words. */
  readonly show: Screen;
  readonly finish: () => void;
};

/** So many letters name a word of the list (crypto/secret/words.ts, NAMING_LETTERS). */
const ENOUGH_LETTERS = 4;

export function matchScreen({ code, words, show, finish }: Match): Screen {
  const positions = drawTwo(words.length).map((at) => at + 1);
  const typed = new Map<number, string>(positions.map((position) => [position, ""]));
  let checked = false;
  return (app) => {
    const { match, code: codeText } = app.text;
    const errorAt = (position: number): string | undefined => {
      const word = typed.get(position) ?? "";
      if (!checked || isSame(word, words[position - 1] ?? "")) return undefined;
      return word.trim() === ""
        ? app.say(match.empty, { position })
        : app.say(match.wrong, { position, typed: word.trim() });
    };
    const submit = () => {
      checked = true;
      if (positions.every((position) => errorAt(position) === undefined)) finish();
      else app.redraw();
    };
    const fields = positions.map((position) => {
      const message = errorAt(position);
      const isRight = checked && message === undefined;
      return wordField({
        id: `w${position}`,
        label: app.say(match.word, { position }),
        value: typed.get(position) ?? "",
        input: (value) => typed.set(position, value),
        enter: submit,
        ...(message !== undefined && { error: { field: `w${position}`, message, link: "" } }),
        after: isRight && element("p", { class: "good" }, icon("check"), match.right),
      });
    });
    const main = element(
      "main",
      { class: "column stack" },
      element("p", { class: "good" }, icon("done"), codeText.received),
      element("h1", { tabindex: -1 }, match.title),
      element("p", { class: "lead" }, match.lead),
      fields,
      element(
        "div",
        { class: "next" },
        element("button", { type: "button", class: "button primary", click: submit }, match.submit),
        element(
          "div",
          { class: "center" },
          linkButton(match.showAgain, () => app.restart(show)),
        ),
      ),
      code.deadlines !== undefined && upcomingPart(app, code.deadlines),
      element(
        "section",
        { class: "part" },
        element("h2", {}, match.after),
        element("p", {}, sentence(app.say(match.afterText), { skip: linkButton(match.skip, finish) })),
      ),
    );
    // The first wrong word has the focus; the error is part of its description.
    main.querySelector('[aria-invalid="true"]')?.setAttribute("data-focus", "");
    return main;
  };
}

function wordField(field: {
  readonly id: string;
  readonly label: string;
  readonly value: string;
  readonly input: (value: string) => void;
  readonly enter: () => void;
  readonly error?: FieldError;
  readonly after?: Child;
}): HTMLElement {
  const { id, label, value, error } = field;
  const input = element("input", {
    ...UNREMEMBERED,
    type: "text",
    id,
    inputmode: "text",
    "aria-invalid": error === undefined ? undefined : "true",
    "aria-describedby": error === undefined ? undefined : `${id}-error`,
    input: ({ target }) => field.input((target as HTMLInputElement).value),
    keydown: (event) => {
      if ((event as KeyboardEvent).key === "Enter") field.enter();
    },
  });
  input.value = value;
  return element(
    "div",
    { class: error === undefined ? "field" : "field wrong" },
    element("label", { for: id }, label),
    error !== undefined && errorLine(id, error.message),
    input,
    field.after,
  );
}

function isSame(typed: string, word: string): boolean {
  const written = typed.normalize("NFKC").trim().toLowerCase();
  return written === word || (written.length >= ENOUGH_LETTERS && word.startsWith(written));
}
