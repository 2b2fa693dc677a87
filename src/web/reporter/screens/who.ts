/** Step 2: who, when, how, how much. Everything here may be left empty. */
import type { AskedField } from "../../../protocol/rules/report-fields.ts";
import type { App, Screen } from "../app.ts";
import { PERSON_ROLES, type Person, TIMES, type TypedDay, YES_NO, amountOf } from "../draft.ts";
import { type Child, element, icon } from "../element.ts";
import { UNREMEMBERED, errorSummary, radioField, textField, tickField } from "../fields.ts";
import { type Asking, type Questions, controlsOf, errorsIn, textOf } from "../questions.ts";
import { type Onward, linkButton, stepScreen, wayOn } from "./step.ts";
import type { WHAT_QUESTIONS } from "./what.ts";

export const WHO_QUESTIONS: Questions<Exclude<AskedField, keyof typeof WHAT_QUESTIONS>> = {
  who: { control: peopleField },
  when: { control: timeField },
  how: { rows: 4 },
  amountIDR: { control: amountField },
  evidence: { words: ({ who }) => ({ hint: who.evidenceHint }), rows: 3, control: evidenceField },
  title: { words: ({ who }) => ({ hint: who.summaryHint, link: who.titleLink }) },
};

export function whoScreen({ next, last, found = [] }: Onward): Screen {
  let errors = found;
  return (app, gone) => {
    const { draft, text } = app;
    const { who } = text;
    const goOn = (to: Screen) => {
      errors = errorsIn(app, WHO_QUESTIONS);
      // A person added and left empty is nobody.
      draft.people = draft.people.filter(({ name, position }) => name.trim() !== "" || position.trim() !== "");
      if (errors.length > 0) app.redraw();
      else app.go(to);
    };
    return stepScreen(
      app,
      { number: 2, title: who.title, way: "back" },
      element("p", { class: "lead" }, who.lead),
      errorSummary(app, errors),
      controlsOf(WHO_QUESTIONS, { app, errors, gone }),
      wayOn(app, () => goOn(next), last && (() => goOn(last))),
    );
  };
}

/** One card a person; the list redraws itself, and the focus goes where the person is. */
function peopleField({ app }: Asking): HTMLElement {
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
      element("h2", { id: "people" }, text.fields.who),
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

function timeField({ app }: Asking): Child {
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
    legend: text.fields.when,
    look: "bar",
    options: TIMES.map((time) => [time, who.times[time]] as const),
    value: draft.time,
    change: (time) => {
      draft.time = time;
      drawDays();
    },
  });
  const note = textField(app, {
    id: "when-note",
    label: who.whenNote,
    mark: text.optional,
    hint: who.whenNoteHint,
    value: draft.whenNote,
    input: (value) => (draft.whenNote = value),
  });
  const ongoing = radioField({
    legend: who.ongoing,
    look: "bar",
    options: YES_NO.map((answer) => [answer, who.yesNo[answer]] as const),
    value: draft.ongoing,
    change: (answer) => (draft.ongoing = answer),
  });
  return [element("div", {}, kind, days), note, ongoing];
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
    { class: "dates", role: "group", "aria-label": label ?? text.fields.when },
    label !== undefined && element("p", {}, label),
    number("day", who.day),
    element("div", {}, element("label", { for: `${id}-month` }, who.month), month),
    number("year", who.year),
  );
}

function amountField({ app }: Asking): HTMLElement {
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

function evidenceField(asking: Asking): Child {
  const { app } = asking;
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
  const evidence = textField(app, textOf(WHO_QUESTIONS, "evidence", asking));
  return [evidence, element("div", {}, question, note)];
}
