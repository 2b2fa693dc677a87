/** What went wrong, in words: what happened, that nothing is lost, and the way on. */
import type { Unreachable } from "../shared/delivery.ts";
import type { App } from "./app.ts";
import { element, icon } from "./element.ts";
import type { Problem, ProblemKind } from "./sealing/problems.ts";

/**
 * A failure as a problem. What fails before the sealing part is there can only be the line; so can a part of the page
 * that did not arrive, of which the sealing part knows nothing.
 */
/** What a sentence about it needs. */
export type Explaining = Pick<App, "text" | "say" | "day" | "sealing">;

export function problemOf({ sealing }: Pick<App, "sealing">, error: unknown): Problem {
  const { code } = error as Partial<Unreachable>;
  return (code === "unreachable" ? undefined : sealing.now?.problemOf(error)) ?? { kind: "unreachable" };
}

/** Kinds that are said with the sentence of another. */
const SAID_AS = {
  conflict: "refused",
  "stale-directory": "directory",
  "too-few-readers": "directory",
  alarm: "unknown",
  findings: "unknown",
  // The page where the words are typed says it in full.
  removed: "refused",
} as const satisfies Partial<Record<ProblemKind, ProblemKind>>;

export function explain({ text: { problems, refused }, say, day }: Explaining, problem: Problem): string {
  const { kind } = problem;
  if (kind === "no-randomness") return refused.noRandomness;
  if (kind === "lapsed") return say(problems.lapsed, { today: day(problem.clock) });
  if (kind !== "clock") return problems[hasOther(kind) ? SAID_AS[kind] : kind];
  const { clock, notBefore, expires } = problem;
  return say(problems.clock, { today: day(clock), from: day(notBefore), until: day(expires) });
}

function hasOther(kind: ProblemKind): kind is keyof typeof SAID_AS {
  return kind in SAID_AS;
}

/** A banner that says it, with a button to try again. */
export function problemBanner(app: Explaining, error: unknown, retry: () => void): HTMLElement {
  const { problems } = app.text;
  return element(
    "div",
    { class: "banner failed", role: "alert" },
    element("h2", {}, icon("warning"), element("span", {}, problems.title)),
    element("p", {}, explain(app, problemOf(app, error))),
    element("p", {}, problems.nothingLost),
    element("button", { type: "button", class: "button", click: retry }, problems.retry),
  );
}
