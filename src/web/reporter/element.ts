/**
 * The one way in which these pages make elements. What people typed or wrote arrives as a text node and nothing else:
 * there is no way in here for HTML.
 */
import { iconClass, iconHref } from "../shared/icons.ts";
import type { ReporterIcon } from "./icons.ts";

export type Child = Node | string | false | undefined | readonly Child[];
/** Text is an attribute, `true` an attribute without a value, a function a listener. */
export type Attributes = Readonly<Record<string, string | number | boolean | undefined | ((event: Event) => void)>>;

export function element<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Attributes = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === "function") made.addEventListener(name, name === "click" ? whileShown(made, value) : value);
    else if (value !== undefined && value !== false) made.setAttribute(name, value === true ? "" : String(value));
  }
  append(made, children);
  return made;
}

/**
 * A button acts as long as it is shown. Its screen goes with the first press: a second one, of a screen reader, a test or
 * two clicks in one turn, finds the same button and would send a second report.
 */
function whileShown(made: HTMLElement, act: (event: Event) => void): (event: Event) => void {
  return (event) => made.isConnected && act(event);
}

function append(parent: Node, children: readonly Child[]): void {
  for (const child of children) {
    if (child === undefined || child === false) continue;
    if (child instanceof Node || typeof child === "string")
      parent.appendChild(typeof child === "string" ? new Text(child) : child);
    else append(parent, child as readonly Child[]);
  }
}

const SVG = "http://www.w3.org/2000/svg";

/** An icon of the sheet that stands in the page. It says nothing that the words beside it do not say. */
export function icon(name: ReporterIcon): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("class", iconClass(name));
  svg.setAttribute("aria-hidden", "true");
  const use = document.createElementNS(SVG, "use");
  use.setAttribute("href", iconHref(name));
  svg.append(use);
  return svg;
}

/** What somebody typed: its direction is its own, and its line breaks stay. */
export function typed(text: string, tag: "bdi" | "p" | "dd" = "bdi"): HTMLElement {
  return element(tag, { dir: "auto", class: "typed" }, text);
}

/**
 * A sentence with parts in bold, links or boxes in it: `{name}` is replaced by the node of that name,
 * so that word order stays with the language.
 */
export function sentence(text: string, parts: Readonly<Record<string, Node | string>>): Child[] {
  return text.split(/\{(\w+)\}/u).map((piece, index) => (index % 2 === 0 ? piece : (parts[piece] ?? "")));
}

export function bold(text: string): HTMLElement {
  return element("strong", {}, text);
}
