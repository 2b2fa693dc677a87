/**
 * The icons of both pages, drawn on 24 × 24 with the ink around them. Each page carries a sheet of those it uses, and
 * scripts point into it: no markup is ever made of text there. They say nothing that the words beside them do not say.
 */
import type { State } from "../../protocol/rules/casework.ts";

/** A plain table: what a script does not point at by function is left out of it. */
const ICONS = {
  // States: how far the circle is filled says how far the case has come, the mark says what.
  received: `<circle cx="12" cy="12" r="9" stroke-dasharray="3 2.65"/>`,
  verifying: `<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 9 9h-9z" fill="currentColor"/>`,
  awaiting_reporter: `<circle cx="12" cy="12" r="9"/><path d="M7.5 12h.1m4.4 0h.1m4.4 0h.1" stroke-width="2.5"/>`,
  reviewing: `<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/>`,
  investigating: `<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 1 1-9 9h9z" fill="currentColor"/>`,
  referred: `<circle cx="12" cy="12" r="9" fill="currentColor"/><path d="M7.5 12h9m-3.5-3.5 3.5 3.5-3.5 3.5" stroke="var(--ground)"/>`,
  closed: `<circle cx="12" cy="12" r="9" fill="currentColor"/><path d="m7.5 12.3 3 3 6-6.3" stroke="var(--ground)"/>`,
  archived: `<circle cx="12" cy="12" r="9" fill="currentColor"/><path d="M7.5 12h9" stroke="var(--ground)"/>`,
  mark: `<circle cx="12" cy="12" r="11" fill="var(--accent)" stroke="none"/><path d="M6.5 8.5h11v7.5h-11zl5.5 4.5 5.5-4.5" stroke="var(--on-accent)"/>`,
  bell: `<path d="M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4M12 5V3.5"/>`,
  back: `<path d="m14.5 5-7 7 7 7"/>`,
  check: `<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  clip: `<path d="M19.5 11.5 12 19a4.6 4.6 0 0 1-6.5-6.5L13.5 4.5a3.1 3.1 0 0 1 4.4 4.4L10 16.8a1.5 1.5 0 0 1-2.2-2.2l7-7"/>`,
  clock: `<circle cx="12" cy="12" r="9"/><path d="M12 7v5l3.5 2"/>`,
  coin: `<circle cx="12" cy="12" r="9"/><path d="M9.5 17.5v-11h3.3a3 3 0 0 1 0 6H9.5m3 0 2.8 5"/>`,
  copy: `<path d="M9 9h11v11H9zM6 15H4V4h11v2"/>`,
  destroy: `<path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5.5m3-5.5v5.5"/>`,
  done: `<circle cx="12" cy="12" r="10" fill="currentColor" stroke="none"/><path d="m7.5 12.3 3 3 6-6.3" stroke="var(--ground)"/>`,
  down: `<path d="M12 5v14m-5-5 5 5 5-5"/>`,
  download: `<path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 20h14"/>`,
  envelope: `<path d="M3.5 6h17v12h-17zl8.5 7 8.5-7"/>`,
  filter: `<path d="M4 6h16M7 12h10M10 18h4"/>`,
  forward: `<path d="m9 5 7 7-7 7"/>`,
  hidden: `<path d="M4 4l16 16M9.5 6.5A9 9 0 0 1 21 12a13 13 0 0 1-2.5 3M6.5 8A13 13 0 0 0 3 12c2 4 5.5 6 9 6a9 9 0 0 0 4-1"/>`,
  hourglass: `<path d="M7 4h10M7 20h10M8 4c0 5 3 6 3 8s-3 3-3 8M16 4c0 5-3 6-3 8s3 3 3 8"/>`,
  info: `<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.1"/>`,
  key: `<path d="M9.5 14.5 20 4m-3 3 2.5 2.5M13.5 10.5l2 2M11 16.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0z"/>`,
  leave: `<path d="M10 5H5v14h5M10 12h10m-4-4 4 4-4 4"/>`,
  lock: `<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>`,
  office: `<path d="M4 20h16M4.5 9h15L12 4zM7 9v8m5-8v8m5-8v8M5 17h14"/>`,
  offline: `<path d="M3 4l18 17M5 12.5a10 10 0 0 1 4-2.3m5 .2a10 10 0 0 1 5 2.1M8.5 16a5 5 0 0 1 4-1.5M12 19.5v.1M2 9a14 14 0 0 1 4.5-2.7m5-.8A14 14 0 0 1 22 9"/>`,
  person: `<circle cx="12" cy="8" r="4"/><path d="M4.5 20a7.5 7.5 0 0 1 15 0"/>`,
  pencil: `<path d="M5 19l1-4L16.5 4.5l3 3L9 18z"/>`,
  plus: `<path d="M12 5v14M5 12h14"/>`,
  print: `<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>`,
  refresh: `<path d="M20 12a8 8 0 1 1-2.5-5.8M20 3.5V8h-4.5"/>`,
  search: `<path d="M17 10.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM15.5 15.5 20.5 20.5"/>`,
  send: `<path d="M4 5l17 7-17 7 2.5-7zM6.5 12H13"/>`,
  shield: `<path d="M12 3.5 19 6v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z"/>`,
  speech: `<path d="M4 5h16v11h-9l-4 4v-4H4z"/>`,
  undo: `<path d="M9 6 4.5 10.5 9 15M5 10.5h9a5 5 0 0 1 0 10h-3"/>`,
  up: `<path d="M12 19V5m-5 5 5-5 5 5"/>`,
  warning: `<path d="M12 4 21.5 20h-19zM12 10v5M12 17.3v.1"/>`,
} as const satisfies Readonly<Record<State, string>> & Readonly<Record<string, string>>;

export type IconName = keyof typeof ICONS;

/** What points somewhere points the other way where reading goes the other way. */
const TURNS: ReadonlySet<IconName> = new Set(["back", "forward", "leave", "referred", "send", "undo"]);

export function iconClass(name: IconName): string {
  return TURNS.has(name) ? "icon turns" : "icon";
}

/** Where an icon of the page's own sheet is found. */
export function iconHref(name: IconName): string {
  return `#icon-${name}`;
}

/** The sheet for a static page. */
export function iconSheet(names: readonly IconName[]): string {
  const symbols = names.map((name) => `<symbol id="icon-${name}" viewBox="0 0 24 24">${ICONS[name]}</symbol>`);
  return `<svg class="icon-sheet" aria-hidden="true">${symbols.join("")}</svg>`;
}

/** An icon in the static page. */
export function iconMarkup(name: IconName): string {
  return `<svg class="${iconClass(name)}" aria-hidden="true"><use href="${iconHref(name)}"/></svg>`;
}
