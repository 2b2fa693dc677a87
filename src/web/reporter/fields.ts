/** Fields as the form needs them: label, what is asked, an error between label and field, a counter. */
import { codePoints } from "../../protocol/limits.ts";
import { type App, FOCUS } from "./app.ts";
import { type Child, element, icon } from "./element.ts";

/** What keeps browsers, password managers and spelling services from keeping or sending what is typed. */
export const UNREMEMBERED = {
  autocomplete: "off",
  spellcheck: "false",
  autocapitalize: "none",
  autocorrect: "off",
  writingsuggestions: "false",
  "data-1p-ignore": true,
  "data-lpignore": "true",
  "data-bwignore": true,
} as const;

/** Ordinary writing: sentences begin with capitals, and nothing is kept either. */
const WRITING = { ...UNREMEMBERED, autocapitalize: "sentences", dir: "auto" } as const;

export type FieldError = {
  /** The id of the field. */
  readonly field: string;
  readonly message: string;
  /** Words of the link in the summary. */
  readonly link: string;
  readonly missing?: boolean;
};

export type TextField = {
  readonly id: string;
  readonly label: string;
  readonly mark?: string;
  readonly hint?: string | undefined;
  readonly placeholder?: string;
  readonly value: string;
  readonly input: (value: string) => void;
  readonly rows?: number | undefined;
  /** Code points; with it a counter is shown. */
  readonly limit?: number | undefined;
  readonly inputmode?: string;
  readonly errors?: readonly FieldError[];
};

export function textField(app: App, field: TextField): HTMLElement {
  const { id, label, mark, hint, value, rows, limit, errors = [] } = field;
  const error = errors.find((one) => one.field === id);
  const counter = limit === undefined ? undefined : element("p", { class: "counter", id: `${id}-count` });
  const count = (text: string) => {
    if (counter === undefined || limit === undefined) return;
    counter.textContent = app.say(app.text.count, { used: codePoints(text), limit });
  };
  count(value);
  const described = [hint === undefined ? "" : `${id}-hint`, error === undefined ? "" : `${id}-error`].filter(
    (name) => name !== "",
  );
  const attributes = {
    ...WRITING,
    id,
    placeholder: field.placeholder,
    inputmode: field.inputmode,
    "aria-describedby": described.length === 0 ? undefined : described.join(" "),
    "aria-invalid": error === undefined ? undefined : "true",
    input: ({ target }: Event) => {
      const text = (target as HTMLInputElement | HTMLTextAreaElement).value;
      field.input(text);
      count(text);
      // An answer that was missing is there now; whatever else was wrong is looked at when going on.
      if (error?.missing === true && text.trim() !== "") settle();
    },
  };
  const control =
    rows === undefined
      ? element("input", { ...attributes, type: "text" })
      : element("textarea", { ...attributes, rows });
  control.value = value;
  const line = error === undefined ? undefined : errorLine(id, error.message);
  const whole = element(
    "div",
    { class: error === undefined ? "field" : "field wrong" },
    element("label", { for: id }, label, mark !== undefined && [" ", element("span", { class: "optional" }, mark)]),
    hint !== undefined && element("p", { class: "hint", id: `${id}-hint` }, hint),
    line,
    control,
    counter,
  );
  const settle = () => {
    line?.remove();
    whole.classList.remove("wrong");
    control.removeAttribute("aria-invalid");
    if (hint === undefined) control.removeAttribute("aria-describedby");
    else control.setAttribute("aria-describedby", `${id}-hint`);
  };
  return whole;
}

export function errorLine(id: string, message: string): HTMLElement {
  return element("p", { class: "error", id: `${id}-error` }, icon("warning"), element("span", {}, message));
}

type Option<Value extends string> = readonly [value: Value, label: string];

export function selectField<Value extends string>(field: {
  readonly id: string;
  readonly label: string;
  readonly mark?: string;
  readonly hint?: string;
  readonly options: readonly Option<Value>[];
  readonly value: Value;
  readonly change: (value: Value) => void;
}): HTMLElement {
  const { id, label, mark, hint, options, value, change } = field;
  const select = element(
    "select",
    {
      id,
      autocomplete: "off",
      "aria-describedby": hint === undefined ? undefined : `${id}-hint`,
      change: ({ target }) => {
        const chosen = options.find(([name]) => name === (target as HTMLSelectElement).value);
        if (chosen !== undefined) change(chosen[0]);
      },
    },
    options.map(([name, words]) => element("option", { value: name, selected: name === value }, words)),
  );
  return element(
    "div",
    { class: "field" },
    element("label", { for: id }, label, mark !== undefined && [" ", element("span", { class: "optional" }, mark)]),
    select,
    hint !== undefined && element("p", { class: "hint", id: `${id}-hint` }, hint),
  );
}

let groups = 0;

/** One of few, as radio buttons: `bar` side by side, `list` one below the other. */
export function radioField<Value extends string>(field: {
  readonly legend: string;
  readonly look: "bar" | "list";
  readonly options: readonly Option<Value>[];
  readonly value: Value | undefined;
  readonly change: (value: Value) => void;
}): HTMLElement {
  const { legend, look, options, value, change } = field;
  // Radio buttons belong together by their name, which is never sent: there is no form.
  const name = `g${++groups}`;
  const choices = options.map(([choice, label]) =>
    element(
      "label",
      { class: look === "list" ? "tick" : undefined },
      element("input", {
        type: "radio",
        name,
        autocomplete: "off",
        checked: choice === value,
        change: () => change(choice),
      }),
      element("span", {}, label),
    ),
  );
  return element(
    "fieldset",
    { class: "field" },
    element("legend", {}, legend),
    element("div", { class: look }, choices),
  );
}

export function tickField(field: {
  readonly id: string;
  readonly label: string | Node;
  readonly checked: boolean;
  readonly disabled?: boolean;
  readonly change: (checked: boolean) => void;
  readonly below?: Child;
}): HTMLElement {
  return element(
    "label",
    { class: "tick" },
    element("input", {
      type: "checkbox",
      id: field.id,
      autocomplete: "off",
      checked: field.checked,
      disabled: field.disabled,
      change: ({ target }) => field.change((target as HTMLInputElement).checked),
    }),
    element("span", {}, field.label),
    field.below,
  );
}

/** What needs mending, with links to it; it takes the focus, and nothing typed is lost. */
export function errorSummary(app: App, errors: readonly FieldError[]): HTMLElement | undefined {
  if (errors.length === 0) return undefined;
  const { errorsMissing, errorsFound } = app.text;
  const onlyMissing = errors.every(({ missing }) => missing === true) ? errorsMissing[errors.length - 1] : undefined;
  const title = onlyMissing ?? errorsFound[Math.min(errors.length, errorsFound.length) - 1] ?? "";
  return element(
    "div",
    { class: "banner failed", tabindex: -1, [FOCUS]: true, role: "group", "aria-labelledby": "summary-title" },
    element("h2", { id: "summary-title" }, icon("warning"), element("span", {}, title)),
    element(
      "ul",
      { class: "plain" },
      errors.map(({ field, link }) => element("li", {}, linkTo(field, link))),
    ),
  );
}

function linkTo(id: string, words: string): HTMLElement {
  const jump = (event: Event) => {
    // The address must not change, not even behind #.
    event.preventDefault();
    const target = document.getElementById(id);
    target?.focus();
    target?.scrollIntoView({ block: "center" });
  };
  return element("a", { class: "link", href: `#${id}`, click: jump }, words);
}
