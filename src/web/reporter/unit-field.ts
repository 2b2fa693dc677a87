/**
 * The unit, found by typing: a list in the flow of the page, under the field. What is typed stays on the device, and
 * a name that is not in the list is as good as one that is.
 */
import type { App } from "./app.ts";
import { element } from "./element.ts";
import { type TextField, textField } from "./fields.ts";
import { type UnitIndex, cutAtTyped, isUnit, searchUnits } from "./unit-search.ts";

/** So many fit beside a keyboard on a small phone. */
const MOST_SHOWN = 5;

export function unitField(app: App, field: TextField, gone: AbortSignal): HTMLElement {
  const { what } = app.text;
  const wrapped = textField(app, field);
  const input = wrapped.querySelector("input");
  if (input === null) return wrapped;
  let units: UnitIndex = [];
  let active = -1;
  const list = element("ul", { id: "units", role: "listbox", "aria-label": what.unitList });
  const note = element("p", { class: "hint", role: "status" });
  const found = element("div", { class: "found", hidden: true }, list, note);
  for (const [name, value] of Object.entries({
    role: "combobox",
    "aria-autocomplete": "list",
    "aria-controls": list.id,
    "aria-expanded": "false",
  }))
    input.setAttribute(name, value);
  input.after(found);

  const options = () => [...list.children];
  const close = () => {
    found.hidden = true;
    list.replaceChildren();
    activate(-1);
    input.setAttribute("aria-expanded", "false");
  };
  const activate = (index: number) => {
    active = index;
    for (const [at, option] of options().entries()) option.setAttribute("aria-selected", String(at === index));
    const id = options()[index]?.id;
    if (id === undefined) input.removeAttribute("aria-activedescendant");
    else input.setAttribute("aria-activedescendant", id);
  };
  const choose = (name: string) => {
    input.value = name;
    // As if it had been typed: the draft, the counter and the warning about leaving hear of it.
    input.dispatchEvent(new Event("input", { bubbles: true }));
    input.focus();
  };
  const search = () => {
    const typed = input.value;
    const { names, count } = searchUnits(units, typed, MOST_SHOWN);
    if (units.length === 0 || typed.trim() === "" || isUnit(units, typed)) return close();
    list.replaceChildren(...names.map((name, index) => unitOption(name, typed, index, choose)));
    list.hidden = names.length === 0;
    note.textContent = [
      count > names.length ? app.say(what.unitMore, { n: count - names.length }) : "",
      what.unitUnlisted,
    ]
      .filter((line) => line !== "")
      .join(" ");
    found.hidden = false;
    activate(-1);
    input.setAttribute("aria-expanded", String(names.length > 0));
  };
  input.addEventListener("input", search);
  input.addEventListener("keydown", (event) => {
    if (found.hidden) return;
    const { length } = options();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      const step = event.key === "ArrowDown" ? 1 : -1;
      // Past either end nothing is chosen, then it goes round.
      activate(((active + 1 + step + length + 1) % (length + 1)) - 1);
    } else if (event.key === "Enter") {
      event.preventDefault();
      const name = options()[active]?.textContent;
      if (name === undefined || name === null) close();
      else choose(name);
    } else if (event.key === "Escape" || event.key === "Tab") close();
  });
  // Once the click has met what it was meant for: a list that closed before would move that away from under the finger.
  addEventListener("click", ({ target }) => !wrapped.contains(target as Node) && close(), { signal: gone });
  app.units.get().then(
    (index) => {
      units = index;
      if (!gone.aborted && document.activeElement === input) search();
    },
    () => undefined, // Without the list the field is a field: the name can be written.
  );
  return wrapped;
}

function unitOption(name: string, typed: string, index: number, choose: (name: string) => void): HTMLElement {
  return element(
    "li",
    {
      id: `unit-${index}`,
      role: "option",
      "aria-selected": "false",
      // The field keeps the focus, and with it the keyboard of a phone stays.
      mousedown: (event) => event.preventDefault(),
      click: () => choose(name),
    },
    cutAtTyped(name, typed).map((piece, at) => (at % 2 === 0 ? piece : element("strong", {}, piece))),
  );
}
