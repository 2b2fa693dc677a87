/** The nine steps, and which of them is next: read out of what the server has, so that every device says the same. */
import type { FoundingView } from "../vault/messages/founding.ts";

export const STEP_NAMES = [
  "install",
  "keyPage",
  "proposal",
  "joining",
  "keys",
  "line",
  "signing",
  "confirming",
  "rehearsal",
] as const;
type Step = (typeof STEP_NAMES)[number];

/** `beside` needs no server: others go on with it meanwhile. */
export type StepState = "done" | "now" | "beside" | "later";
export type StepStates = Readonly<Record<Step, StepState>>;

type Known = Pick<FoundingView, "proposal" | "request" | "confirming">;

/** `undefined` before anybody is known to the server; `isFounded` when it says no more, but that there is an office. */
export function stepsOf(view: Known | undefined, isFounded = false): StepStates {
  const isSigned = isFounded || view?.confirming !== undefined;
  const isClosed = isSigned || view?.request !== undefined;
  const isProposed = isClosed || view?.proposal !== undefined;
  const inTurn = (begins: boolean, ends: boolean): StepState => (ends ? "done" : begins ? "now" : "later");
  return {
    install: "done",
    keyPage: isClosed ? "done" : "beside",
    proposal: inTurn(true, isProposed),
    joining: inTurn(isProposed, isClosed),
    keys: isClosed ? "done" : "beside",
    line: inTurn(isClosed, isSigned),
    signing: isSigned ? "done" : isClosed ? "beside" : "later",
    confirming: inTurn(isSigned, false),
    rehearsal: "later",
  };
}

/** What is to be done now, and what goes on beside it. */
export function nextSteps(states: StepStates): { readonly now: Step; readonly beside: readonly Step[] } {
  const now = STEP_NAMES.find((step) => states[step] === "now") ?? "confirming";
  return { now, beside: STEP_NAMES.filter((step) => states[step] === "beside") };
}
