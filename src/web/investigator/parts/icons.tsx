/** Icons on 24 × 24, drawn in the ink around them. They say nothing that the words beside them do not say. */
import type { JSX } from "preact";
import type { State } from "../../../protocol/casework.ts";

const SHAPES = {
  mark: (
    <>
      <circle cx="12" cy="12" r="11" fill="var(--accent)" stroke="none" />
      <path d="M6.5 8.5h11v7.5h-11zl5.5 4.5 5.5-4.5" stroke="var(--on-accent)" />
    </>
  ),
  lock: <path d="M6 11h12v9H6zM8.5 11V8a3.5 3.5 0 0 1 7 0v3" />,
  key: <path d="M9.5 14.5 20 4m-3 3 2.5 2.500M13.5 10.5l2 2M11 16.5a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0z" />,
  out: <path d="M10 5H5v14h5M10 12h10m-4-4 4 4-4 4" />,
  search: <path d="M17 10.500a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0zM15.5 15.5 20.5 20.5" />,
  back: <path d="m14.5 5-7 7 7 7" />,
  forward: <path d="m9.5 5 7 7-7 7" />,
  refresh: <path d="M20 12a8 8 0 1 1-2.5-5.800M20 3.500V8h-4.5" />,
  check: <path d="m5 12.5 4.5 4.500L19 7.5" />,
  info: <path d="M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 11v5.500M12 7.500v.1" />,
  warning: <path d="M12 4 21.5 20h-19zM12 10v5M12 17.300v.1" />,
  clock: <path d="M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0zM12 7v5l3.5 2" />,
  send: <path d="M4 5l17 7-17 7 2.5-7zM6.5 12H13" />,
  pencil: <path d="M5 19l1-4L16.5 4.500l3 3L9 18z" />,
  hidden: (
    <path d="M4 4l16 16M9.5 6.500A9 9 0 0 1 21 12a13 13 0 0 1-2.5 3M6.5 8A13 13 0 0 0 3 12c2 4 5.5 6 9 6a9 9 0 0 0 4-1" />
  ),
  copy: <path d="M9 9h11v11H9zM6 15H4V4h11v2" />,
  clip: (
    <path d="M19.5 11.500 12 19a4.600 4.600 0 0 1-6.500-6.500L13.500 4.500a3.100 3.100 0 0 1 4.400 4.400L10 16.800a1.500 1.500 0 0 1-2.200-2.200l7-7" />
  ),
  download: <path d="M12 4v11m-5-5 5 5 5-5M4 20h16" />,
  up: <path d="M12 19V5m-5 5 5-5 5 5" />,
  down: <path d="M12 5v14m-5-5 5 5 5-5" />,
  filter: <path d="M4 6h16M7 12h10M10 18h4" />,
  waiting: <circle cx="12" cy="12" r="9" stroke-dasharray="3 2.65" />,
} as const;
export type IconName = keyof typeof SHAPES;

/** How far the circle is filled says how far the case has come, the mark says what. */
const STATE_SHAPES: Readonly<Record<State, JSX.Element>> = {
  received: SHAPES.waiting,
  verifying: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 3a9 9 0 0 1 9 9h-9z" fill="currentColor" />
    </>
  ),
  awaiting_reporter: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M7.5 12h.1m4.4 0h.1m4.4 0h.1" stroke-width="2.5" />
    </>
  ),
  reviewing: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 3a9 9 0 0 1 0 18z" fill="currentColor" />
    </>
  ),
  investigating: (
    <>
      <circle cx="12" cy="12" r="9" />
      <path d="M12 3a9 9 0 1 1-9 9h9z" fill="currentColor" />
    </>
  ),
  referred: (
    <>
      <circle cx="12" cy="12" r="9" fill="currentColor" />
      <path d="M7.5 12h9m-3.5-3.5 3.5 3.5-3.5 3.5" stroke="var(--ground)" />
    </>
  ),
  closed: (
    <>
      <circle cx="12" cy="12" r="9" fill="currentColor" />
      <path d="m7.5 12.3 3 3 6-6.3" stroke="var(--ground)" />
    </>
  ),
  archived: (
    <>
      <circle cx="12" cy="12" r="9" fill="currentColor" />
      <path d="M7.5 12h9" stroke="var(--ground)" />
    </>
  ),
};

export function Icon({ name }: { readonly name: IconName }) {
  // What points somewhere points the other way where reading goes the other way.
  return (
    <Drawing shape={SHAPES[name]} turns={name === "back" || name === "forward" || name === "out" || name === "send"} />
  );
}

export function StateIcon({ state }: { readonly state: State }) {
  return <Drawing shape={STATE_SHAPES[state]} turns={state === "referred"} />;
}

function Drawing({ shape, turns }: { readonly shape: JSX.Element; readonly turns: boolean }) {
  return (
    <svg class={turns ? "icon turns" : "icon"} viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      {shape}
    </svg>
  );
}
