/** Twelve fields in two columns, read across like the note: suggestions after two letters, slips named at once. */
import { codeWordsIn } from "../../../crypto/secret/split-words.ts";
import type { WordList, WordProblem } from "../../../crypto/secret/words.ts";
import type { App, Sealing } from "../app.ts";
import { element } from "../element.ts";
import { UNREMEMBERED, errorLine } from "../fields.ts";
import { keepLoading } from "../lazy.ts";
import { deferWhilePressed } from "../defer-while-pressed.ts";
import { describeProblem, listsOf } from "./word-problems.ts";

const COLUMNS = 2;
const SUGGEST_FROM_LETTERS = 2;
const MOST_SUGGESTIONS = 4;
/** Letters that are looked at of what is pasted: a code with numbering has some two hundred. */
const MOST_PASTED = 2_000;

export type WordGrid = {
  readonly field: HTMLElement;
  /** Shows a problem at its word, and goes there. False when it belongs to no single word. */
  readonly show: (problem: WordProblem) => boolean;
  readonly goTo: (position: number) => void;
};

type Help = { readonly sealing: Sealing; readonly lists: readonly WordList[] };

/** `typed` is written to as the person types; `done` is called for Enter in the last field. */
export function makeWordGrid(app: App, gone: AbortSignal, typed: string[], done: () => void): WordGrid {
  const { check } = app.text;
  let help: Help | undefined;
  const onceReleased = deferWhilePressed(gone);
  const loading = element("p", { class: "hint word-say", role: "status" }, check.loading);

  const inputs = typed.map((value, index) => {
    const position = index + 1;
    const input = element("input", {
      ...UNREMEMBERED,
      type: "text",
      id: `w${position}`,
      inputmode: "text",
      dir: "ltr",
      // A page that is translated must not translate what is typed.
      translate: "no",
      "aria-label": app.say(check.word, { position }),
      "aria-describedby": `say${position}`,
      input: () => onInput(index),
      blur: (event) => {
        // On the way to a suggestion nothing is judged yet.
        if (says[index]?.contains((event as FocusEvent).relatedTarget as Node | null) === true) return;
        onceReleased(() => document.activeElement === inputs[index] || name(index));
      },
      keydown: (event) => onKey(event as KeyboardEvent, index),
      paste: (event) => onPaste(event as ClipboardEvent, index),
    });
    input.value = value;
    return input;
  });
  const cells = inputs.map((input, index) =>
    element(
      "div",
      { class: "word" },
      element("label", { for: input.id, "aria-hidden": "true" }, String(index + 1)),
      input,
    ),
  );
  const says = typed.map((_, index) =>
    element("div", { class: "word-say", id: `say${index + 1}`, "aria-live": "polite" }),
  );
  const clear = (index: number) => {
    cells[index]?.classList.remove("wrong");
    inputs[index]?.removeAttribute("aria-invalid");
    says[index]?.classList.remove("wrong");
    says[index]?.replaceChildren();
  };
  const take = (index: number, word: string) => {
    const input = inputs[index];
    if (input === undefined) return;
    input.value = word;
    typed[index] = word;
    clear(index);
    const next = inputs[index + 1];
    (next ?? input).focus();
  };

  const onInput = (index: number) => {
    const value = inputs[index]?.value ?? "";
    typed[index] = value;
    clear(index);
    // A space or several words at once: each to its place.
    const parts = wordsIn(value);
    if (parts.length > 1) return spread(index, parts);
    if (/\s$/u.test(value) && value.trim() !== "") return take(index, parts[0] ?? value.trim());
    suggest(index);
  };
  const suggest = (index: number) => {
    const value = (typed[index] ?? "").trim();
    if (help === undefined || [...value].length < SUGGEST_FROM_LETTERS || help.sealing.isWord(value, help.lists))
      return;
    const words = help.sealing.completeWord(value, help.lists, MOST_SUGGESTIONS).filter((word) => word !== value);
    if (words.length > 0)
      says[index]?.replaceChildren(chips(app.say(check.suggestions, { position: index + 1 }), words, index, ""));
  };
  const chips = (before: string, words: readonly string[], index: number, after: string): HTMLElement =>
    element(
      "div",
      { class: "chips" },
      element("span", { class: "hint" }, before),
      words.map((word) =>
        element("button", { type: "button", class: "chip", translate: "no", click: () => take(index, word) }, word),
      ),
      after,
    );

  /** Named at once when a field is left: a slip is easiest to mend while the note is in sight. */
  const name = (index: number) => {
    const value = (typed[index] ?? "").trim();
    if (help === undefined || value === "") return;
    const read = help.sealing.readTokenWords(value, help.lists);
    if ("problem" in read && read.problem.code !== "count")
      show({ ...read.problem, position: index + 1 } as WordProblem, false);
    else clear(index);
  };

  const show = (problem: WordProblem, moveFocus = true): boolean => {
    if (!("position" in problem)) return false;
    const index = problem.position - 1;
    const say = says[index];
    if (say === undefined) return false;
    cells[index]?.classList.add("wrong");
    inputs[index]?.setAttribute("aria-invalid", "true");
    say.classList.add("wrong");
    const suggestions = problem.code === "unknown-word" ? nearest(problem.suggestions, index) : [];
    say.replaceChildren(
      errorLine(`w${problem.position}`, describeProblem(app, problem, typed)),
      ...(suggestions.length === 0 ? [] : [chips(check.didYouMean, suggestions, index, "?")]),
    );
    if (moveFocus) inputs[index]?.focus();
    return true;
  };

  /** Words that look alike, or else words that begin so: too few letters are a slip as well. */
  const nearest = (alike: readonly string[], index: number): readonly string[] =>
    alike.length > 0 ? alike : (help?.sealing.completeWord(typed[index] ?? "", help.lists, MOST_SUGGESTIONS) ?? []);

  const onKey = (event: KeyboardEvent, index: number) => {
    if (event.key !== "Enter") return;
    if (index === inputs.length - 1) done();
    else inputs[index + 1]?.focus();
  };
  const onPaste = (event: ClipboardEvent, index: number) => {
    const words = wordsIn(event.clipboardData?.getData("text") ?? "");
    if (words.length < 2) return;
    event.preventDefault();
    spread(index, words);
  };
  /** A book that was pasted by mistake is not looked through. */
  const wordsIn = (text: string) =>
    codeWordsIn(text.slice(0, MOST_PASTED), (word) => help === undefined || help.sealing.isWord(word, help.lists));
  const spread = (from: number, words: readonly string[]) => {
    // All twelve belong to the first field, wherever they were pasted.
    const start = words.length >= inputs.length ? 0 : from;
    for (const [offset, word] of words.entries()) {
      const input = inputs[start + offset];
      if (input === undefined) break;
      input.value = word;
      typed[start + offset] = word;
      clear(start + offset);
    }
    for (const offset of words.keys()) name(start + offset);
    // More than there are places: nothing is left out in silence.
    if (words.length > inputs.length)
      says
        .at(-1)
        ?.replaceChildren(errorLine("w12", describeProblem(app, { code: "count", found: words.length }, typed)));
    inputs[Math.min(start + words.length, inputs.length - 1)]?.focus();
    app.hold("typed", true);
  };

  keepLoading(
    () => Promise.all([app.sealing.get(), listsOf(app)]),
    gone,
    ([sealing, lists]) => {
      help = { sealing, lists };
      loading.remove();
      for (const index of typed.keys()) name(index);
    },
  );

  // Below each pair stands what there is to say about it, so that nothing covers the next field.
  const rows = Array.from({ length: typed.length / COLUMNS }, (_, row) =>
    [cells, says].map((all) => all.slice(row * COLUMNS, (row + 1) * COLUMNS)),
  );
  return {
    field: element("div", { class: "word-rows", role: "group", "aria-label": check.title }, rows, loading),
    show,
    goTo: (position) => inputs[position - 1]?.focus(),
  };
}
