/** The icons: one sheet in the static page, drawn on 24 × 24 with the ink around them. */

/** What stands inside each symbol. */
export const ICONS = {
  mark: `<circle cx="12" cy="12" r="11" fill="var(--accent)" stroke="none"/><path d="M6.5 8.5h11v7.5h-11zl5.5 4.5 5.5-4.5" stroke="var(--on-accent)"/>`,
  exit: `<path d="M10 5H5v14h5M10 12h10m-4-4 4 4-4 4"/>`,
  shield: `<path d="M12 3.5 19 6v5.5c0 4.5-3 7.5-7 9-4-1.5-7-4.5-7-9V6z"/>`,
  next: `<path d="m9 5 7 7-7 7"/>`,
  lock: `<path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3"/>`,
  info: `<circle cx="12" cy="12" r="9"/><path d="M12 11v5.5M12 7.5v.1"/>`,
  warning: `<path d="M12 4 21.5 20h-19zM12 10v5M12 17.300v.1"/>`,
  check: `<path d="m5 12.5 4.5 4.5L19 7.5"/>`,
  done: `<circle cx="12" cy="12" r="10" fill="currentColor" stroke="none"/><path d="m7.5 12.3 3 3 6-6.3" stroke="var(--ground)"/>`,
  plus: `<path d="M12 5v14M5 12h14"/>`,
  print: `<path d="M7 9V4h10v5M7 17H4V9h16v8h-3M7 14h10v6H7z"/>`,
  save: `<path d="M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 20h14"/>`,
  offline: `<path d="M3 4l18 17M5 12.5a10 10 0 0 1 4-2.300m5 .2a10 10 0 0 1 5 2.100M8.5 16a5 5 0 0 1 4-1.5M12 19.5v.1M2 9a14 14 0 0 1 4.5-2.700m5-.8A14 14 0 0 1 22 9"/>`,
  back: `<path d="M9 6 4.5 10.5 9 15M5 10.5h9a5 5 0 0 1 0 10h-3"/>`,
  destroy: `<path d="M5 7h14M10 7V4h4v3M7 7l1 13h8l1-13M10.5 11v5.5m3-5.5v5.5"/>`,
  hidden: `<path d="M4 4l16 16M9.5 6.5A9 9 0 0 1 21 12a13 13 0 0 1-2.5 3M6.5 8A13 13 0 0 0 3 12c2 4 5.5 6 9 6a9 9 0 0 0 4-1"/>`,
  // States: how far the circle is filled says how far the case has come, the mark says what.
  received: `<circle cx="12" cy="12" r="9" stroke-dasharray="3 2.65"/>`,
  verifying: `<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 9 9h-9z" fill="currentColor"/>`,
  awaiting_reporter: `<circle cx="12" cy="12" r="9"/><path d="M7.5 12h.1m4.4 0h.1m4.4 0h.1" stroke-width="2.5"/>`,
  reviewing: `<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor"/>`,
  investigating: `<circle cx="12" cy="12" r="9"/><path d="M12 3a9 9 0 1 1-9 9h9z" fill="currentColor"/>`,
  referred: `<circle cx="12" cy="12" r="9" fill="currentColor"/><path d="M7.5 12h9m-3.5-3.5 3.5 3.5-3.5 3.5" stroke="var(--ground)"/>`,
  closed: `<circle cx="12" cy="12" r="9" fill="currentColor"/><path d="m7.5 12.3 3 3 6-6.3" stroke="var(--ground)"/>`,
  archived: `<circle cx="12" cy="12" r="9" fill="currentColor"/><path d="M7.5 12h9" stroke="var(--ground)"/>`,
} as const;

export type IconName = keyof typeof ICONS;

/** The sheet for the static page. */
export function iconSheet(): string {
  const symbols = Object.entries(ICONS).map(
    ([name, paths]) => `<symbol id="icon-${name}" viewBox="0 0 24 24">${paths}</symbol>`,
  );
  return `<svg class="icon-sheet" aria-hidden="true">${symbols.join("")}</svg>`;
}

/** An icon in the static page; the script's twin is `icon` in element.ts. */
export function iconMarkup(name: IconName): string {
  return `<svg class="icon" aria-hidden="true"><use href="#icon-${name}"/></svg>`;
}
