/** HTML that is right by construction: whatever is filled in is escaped, unless it is markup already. */
import { escape } from "../../shared/document.ts";

export type Markup = { readonly html: string };

type Filled = string | number | Markup | readonly Markup[] | false | undefined;

/** A template of HTML: `markup\`<p>${text}</p>\``. Nothing stands where `false` or `undefined` is filled in. */
export function markup(strings: TemplateStringsArray, ...filled: readonly Filled[]): Markup {
  return { html: strings.map((part, at) => part + (at < filled.length ? htmlOf(filled[at]) : "")).join("") };
}

function htmlOf(value: Filled): string {
  if (value === undefined || value === false) return "";
  if (typeof value === "string" || typeof value === "number") return escape(String(value));
  return "html" in value ? value.html : value.map(({ html }) => html).join("");
}
