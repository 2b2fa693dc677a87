/** Step 2: who, when, how, how much. Everything here may be left empty. */
import { MAX_TITLE_CODE_POINTS, codePoints } from "../../../protocol/limits.ts";
import type { App, Screen } from "../app.ts";
import { PERSON_ROLES, type Person, TIMES, type TypedDay, YES_NO, amountOf } from "../draft.ts";
import { element, icon } from "../element.ts";
import { type FieldError, UNREMEMBERED, errorSummary, radioField, textField, tickField } from "../fields.ts";
import { type Onward, linkButton, stepScreen, wayOn } from "./step.ts";

export function whoScreen({ next, last, found = [] }: Onward): Screen {
  let errors = found;
  return (app) => {
    const { draft, text } = app;
    const { who } = text;
    const goOn = (to: Screen) => {
      errors = errorsIn(app);
      // A person added and left empty is nobody.
      draft.people = draft.people.filter(({ name, position }) => name.trim() !== "" || position.trim() !== "");
      if (errors.length > 0) app.redraw();
      else app.go(to);
    };
    const optional = (field: {
      id: string;
      label: string;
      hint?: string;
      value: string;
      input: (value: string) => void;
      rows?: number;
      limit?: number;
    }) => textField(app, { mark: text.optional, errors, ...field });
    return stepScreen(
      app,
      { number: 2, title: who.title, way: "back" },
      element("p", { class: "lead" }, who.lead),
      errorSummary(app, errors),
      peopleField(app),
      timeField(app),
      optional({
        id: "when-note",
        label: who.whenNote,
        hint: who.whenNoteHint,
        value: draft.whenNote,
        input: (value) => (draft.whenNote = value),
      }),
      radioField({
        legend: who.ongoing,
        look: "bar",
        options: YES_NO.map((answer) => [answer, who.yesNo[answer]] as const),
        value: draft.ongoing,
        change: (value) => (draft.ongoing = value),
      }),
      optional({ id: "how", label: who.how, value: draft.how, input: (value) => (draft.how = value), rows: 4 }),
      amountField(app),
      optional({
        id: "evidence",
        label: who.evidence,
        hint: who.evidenceHint,
        value: draft.evidence,
        input: (value) => (draft.evidence = value),
        rows: 3,
      }),
      fadingField(app),
      optional({
        id: "title",
        label: who.summary,
        hint: who.summaryHint,
        value: draft.title,
        input: (value) => (draft.title = value),
        limit: MAX_TITLE_CODE_POINTS,
      }),
      wayOn(app, () => goOn(next), last && (() => goOn(last))),
    );
  };
}

function errorsIn({ draft, text, say }: App): FieldError[] {
  const actual = codePoints(draft.title.trim());
  if (actual <= MAX_TITLE_CODE_POINTS) return [];
  const message = say(text.tooLong, { limit: MAX_TITLE_CODE_POINTS, actual });
  return [{ field: "title", message, link: text.who.titleLink }];
}

/** One card a person; the list redraws itself, and the focus goes where the person is. */
function peopleField(app: App): HTMLElement {
  const { draft, text } = app;
  const { who } = text;
  const field = element("section", { class: "field", "aria-labelledby": "people" });
  const draw = () => {
    const add = element(
      "button",
      { type: "button", class: "button", id: "add-person", click: addPerson },
      icon("plus"),
      draft.people.length === 0 ? who.addPerson : who.addAnother,
    );
    field.replaceChildren(
      element("h2", { id: "people" }, who.people),
      ...draft.people.map((person, index) => personCard(app, person, index, () => removePerson(index))),
      element("div", { class: "card-end" }, add),
    );
  };
  const addPerson = () => {
    draft.people.push({ name: "", position: "", role: "unsure" });
    draw();
    field.querySelector<HTMLElement>(`#name-${draft.people.length}`)?.focus();
  };
  const removePerson = (index: number) => {
    draft.people.splice(index, 1);
    draw();
    field.querySelector<HTMLElement>("#add-person")?.focus();
  };
  draw();
  return field;
}

function personCard(app: App, person: Person, index: number, remove: () => void): HTMLElement {
  const { text } = app;
  const { who } = text;
  const number = index + 1;
  return element(
    "div",
    { class: "card", role: "group", "aria-label": app.say(who.person, { number }) },
    textField(app, {
      id: `name-${number}`,
      label: who.name,
      hint: who.nameHint,
      value: person.name,
      input: (value) => (person.name = value),
    }),
    textField(app, {
      id: `position-${number}`,
      label: who.position,
      value: person.position,
      input: (value) => (person.position = value),
    }),
    radioField({
      legend: who.role,
      look: "list",
      options: PERSON_ROLES.map((role) => [role, who.roles[role]] as const),
      value: person.role,
      change: (role) => (person.role = role),
    }),
    linkButton(text.remove, remove, app.say(who.removePerson, { number })),
  );
}

function timeField(app: App): HTMLElement {
  const { draft, text } = app;
  const { who } = text;
  const days = element("div");
  const drawDays = () => {
    if (draft.time === "day") days.replaceChildren(dayFields(app, "from", draft.from));
    else if (draft.time === "range") {
      days.replaceChildren(
        dayFields(app, "from", draft.from, who.from),
        dayFields(app, "until", draft.until, who.until),
      );
    } else days.replaceChildren();
  };
  drawDays();
  const kind = radioField({
    legend: who.time,
    look: "bar",
    options: TIMES.map((time) => [time, who.times[time]] as const),
    value: draft.time,
    change: (time) => {
      draft.time = time;
      drawDays();
    },
  });
  return element("div", {}, kind, days);
}

/** Three fields: a calendar to leaf through is of little use for a day years ago, and parts may be unknown. */
function dayFields({ text }: App, id: string, typed: TypedDay, label?: string): HTMLElement {
  const { who } = text;
  const number = (part: "day" | "year", words: string) => {
    const input = element("input", {
      ...UNREMEMBERED,
      type: "text",
      id: `${id}-${part}`,
      inputmode: "numeric",
      input: ({ target }) => (typed[part] = (target as HTMLInputElement).value),
    });
    input.value = typed[part];
    return element("div", {}, element("label", { for: `${id}-${part}` }, words), input);
  };
  const month = element(
    "select",
    {
      id: `${id}-month`,
      autocomplete: "off",
      change: ({ target }) => (typed.month = (target as HTMLSelectElement).value),
    },
    element("option", { value: "" }, "–"),
    who.months.map((name, index) =>
      element("option", { value: index + 1, selected: typed.month === String(index + 1) }, name),
    ),
  );
  return element(
    "div",
    { class: "dates", role: "group", "aria-label": label ?? who.time },
    label !== undefined && element("p", {}, label),
    number("day", who.day),
    element("div", {}, element("label", { for: `${id}-month` }, who.month), month),
    number("year", who.year),
  );
}

function amountField(app: App): HTMLElement {
  const { draft, text } = app;
  const { who } = text;
  // Told once the person stops typing: a live region that changes with every digit talks without end.
  const reads = element("p", { class: "hint", role: "status" });
  const say = () => {
    const amount = amountOf(draft.amount);
    reads.textContent = amount === null ? "" : app.say(who.reads, { words: app.inWords(amount) });
  };
  say();
  const input = element("input", {
    ...UNREMEMBERED,
    type: "text",
    id: "amount",
    inputmode: "numeric",
    "aria-describedby": "amount-hint",
    input: ({ target }) => {
      draft.amount = (target as HTMLInputElement).value;
      say();
    },
  });
  input.value = draft.amount;
  return element(
    "div",
    { class: "field" },
    element("label", { for: "amount" }, who.amount, " ", element("span", { class: "optional" }, text.optional)),
    element("p", { class: "hint", id: "amount-hint" }, who.amountHint),
    element("div", { class: "money" }, element("span", { "aria-hidden": "true" }, "Rp"), input),
    reads,
    tickField({
      id: "estimate",
      label: who.estimate,
      checked: draft.amountIsEstimate,
      change: (checked) => (draft.amountIsEstimate = checked),
    }),
  );
}

function fadingField(app: App): HTMLElement {
  const { draft, text } = app;
  const { who } = text;
  const note = textField(app, {
    id: "fading",
    label: who.fadingNote,
    hint: who.fadingNoteHint,
    value: draft.fadingNote,
    input: (value) => (draft.fadingNote = value),
    rows: 3,
  });
  note.hidden = draft.fading !== "yes";
  const question = radioField({
    legend: who.fading,
    look: "bar",
    options: YES_NO.map((answer) => [answer, who.yesNo[answer]] as const),
    value: draft.fading,
    change: (answer) => {
      draft.fading = answer;
      note.hidden = answer !== "yes";
    },
  });
  return element("div", {}, question, note);
}
