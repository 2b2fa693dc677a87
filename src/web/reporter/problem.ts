/** What went wrong, in words: what happened, that nothing is lost, and the way on. */
import { dayIn } from "../../words/speech.ts";
import type { App } from "./app.ts";
import { element, icon } from "./element.ts";
import type { Problem } from "./sealing.ts";

/** A failure as a problem. What fails before the sealing part is there can only be the line. */
export function problemOf({ sealing }: App, error: unknown): Problem {
  return sealing.now?.problemOf(error) ?? { kind: "unreachable" };
}

export function explain({ text: { problems, refused }, language }: App, problem: Problem): string {
  const day = (ms: number) => dayIn(new Date(ms).toISOString().slice(0, 10), language);
  switch (problem.kind) {
    case "unreachable":
      return problems.unreachable;
    case "busy":
      return problems.busy;
    case "server":
      return problems.server;
    case "refused":
    case "conflict":
      return problems.refusedByServer;
    case "directory":
    case "stale-directory":
    case "too-few-readers":
      return problems.directory;
    case "two-views":
      return problems.twoViews;
    case "too-old":
      return problems.tooOld;
    case "clock":
      return problems.clock(day(problem.clock), day(problem.notBefore), day(problem.expires));
    case "no-randomness":
      return refused.noRandomness;
    case "alarm":
    case "findings":
    case "unknown":
      return problems.unknown;
  }
}

/** A banner that says it, with a button to try again. */
export function problemBanner(app: App, error: unknown, retry: () => void): HTMLElement {
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
