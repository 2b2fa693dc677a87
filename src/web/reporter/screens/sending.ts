/** Sending: two phases by name, or stopped and trying again by itself. Nothing typed is let go before the server has confirmed. */
import type { App, Screen } from "../app.ts";
import { bold, element, icon } from "../element.ts";
import { explain } from "../problem.ts";
import type { SendJob, SendState } from "../send-job.ts";
import { STEPS, linkButton, stepScreen } from "./step.ts";

/** A slow mobile line, bytes a second: what the time left is told by. */
const SLOW_LINE = 50_000;

/** `edit`: back to the form, called once it is sure that nothing has arrived. */
export function sendingScreen(job: SendJob, edit: () => void): Screen {
  return (app, gone) => {
    let phase = job.state.phase;
    job.changed = () => {
      if (gone.aborted) return;
      // Locking and sending are one screen; stopping and failing are others, with their own heading.
      const isSame = screenOf(phase) === screenOf(job.state.phase);
      phase = job.state.phase;
      if (isSame) update();
      else app.redraw();
    };
    const { main, update } = makeView(app, job, gone, edit);
    return main;
  };
}

function screenOf(phase: SendState["phase"]): "under-way" | "stopped" | "failed" {
  return phase === "locking" || phase === "sending" ? "under-way" : phase;
}

type View = { readonly main: HTMLElement; readonly update: () => void };

function makeView(app: App, job: SendJob, gone: AbortSignal, edit: () => void): View {
  switch (screenOf(job.state.phase)) {
    case "under-way":
      return underWay(app, job, gone);
    case "stopped":
      return stopped(app, job, gone, edit);
    case "failed":
      return failed(app, job, edit);
  }
}

function underWay(app: App, job: SendJob, gone: AbortSignal): View {
  const { say } = app;
  const { sending } = app.text;
  const phases = element("div");
  const time = element("p", { class: "hint" });
  const spoken = element("p", { class: "visually-hidden", role: "status" });
  const update = () => {
    const { state } = job;
    const isSending = state.phase === "sending";
    phases.replaceChildren(
      phase(sending.lock, isSending ? "done" : "running", isSending ? sending.done : sending.running),
      phase(
        sending.send,
        isSending ? "running" : "waiting",
        isSending ? say(sending.size, { size: kilobytes(state.bytes) }) : sending.waiting,
      ),
      isSending
        ? element(
            "div",
            { class: "stack-small" },
            element("p", {}, usually(app, state.bytes)),
            element("p", { class: "hint" }, say(sending.padding, { size: kilobytes(state.bytes) })),
          )
        : element("p", { class: "hint" }, sending.lockHow),
    );
    spoken.textContent = isSending ? sending.send : sending.lock;
  };
  update();
  everySecond(gone, () => {
    const { state } = job;
    time.textContent =
      state.phase === "sending" ? say(sending.elapsed, { n: Math.round((Date.now() - state.since) / 1_000) }) : "";
  });
  const main = stepScreen(
    app,
    { number: STEPS, title: sending.title, way: "none" },
    element("p", { class: "lead" }, sending.keepOpen),
    phases,
    time,
    spoken,
    element("section", { class: "part" }, element("h2", {}, sending.ifCut), element("p", {}, sending.ifCutText)),
  );
  return { main, update };
}

function phase(name: string, look: "done" | "running" | "waiting" | "stopped", words: string): HTMLElement {
  return element(
    "div",
    { class: "phase" },
    element("div", { class: "row-head" }, bold(name), element("span", {}, look === "done" && icon("check"), words)),
    element("div", { class: `meter ${look}`, "aria-hidden": "true" }),
  );
}

function stopped(app: App, job: SendJob, gone: AbortSignal, edit: () => void): View {
  const { sending } = app.text;
  const { state } = job;
  const isCut = state.phase !== "stopped" || state.why === "cut";
  const countdown = element("strong");
  const attempt = element("span");
  const said = element("p", { role: "status", class: "hint" });
  const update = () => undefined;
  everySecond(gone, () => {
    if (job.state.phase !== "stopped") return;
    const seconds = Math.max(0, Math.ceil((job.state.retryAt - Date.now()) / 1_000));
    countdown.textContent = app.say(sending.again, { n: seconds });
    attempt.textContent = ` ${app.say(sending.attempt, { number: job.state.attempt + 1 })}`;
  });
  const change = async () => {
    said.textContent = sending.editChecking;
    const result = await job.stop();
    if (result === "stopped") edit();
    else if (result === "unclear" && !gone.aborted) said.textContent = sending.editUnclear;
  };
  const main = stepScreen(
    app,
    { number: STEPS, title: isCut ? sending.cut : sending.busy, way: "none" },
    element("div", { class: "banner failed" }, element("p", {}, isCut ? sending.cutText : sending.busyText)),
    phase(sending.lock, "done", sending.done),
    phase(sending.send, "stopped", sending.stopped),
    element("p", { class: "retry" }, countdown, attempt),
    element("button", { type: "button", class: "button primary", click: job.tryNow }, sending.tryNow),
    element(
      "section",
      { class: "part" },
      element("h2", {}, sending.youCan),
      element(
        "ul",
        { class: "dashes" },
        sending.tips.map(([head, rest]) => element("li", {}, bold(head), ` ${rest}`)),
      ),
      linkButton(sending.edit, () => void change()),
      said,
      element("p", { class: "note" }, icon("info"), element("span", {}, sending.notRecorded)),
    ),
  );
  return { main, update };
}

function failed(app: App, job: SendJob, edit: () => void): View {
  const { problems, sending } = app.text;
  const { state } = job;
  const why = state.phase === "failed" ? explain(app, state.problem) : problems.unknown;
  const main = stepScreen(
    app,
    { number: STEPS, title: problems.title, way: "none" },
    element("div", { class: "banner failed" }, element("p", {}, why), element("p", {}, problems.nothingLost)),
    element(
      "div",
      { class: "next" },
      element("button", { type: "button", class: "button primary", click: job.tryNow }, problems.retry),
      element(
        "button",
        {
          type: "button",
          class: "button",
          click: () => void job.stop().then((result) => result === "stopped" && edit()),
        },
        sending.edit,
      ),
    ),
  );
  return { main, update: () => undefined };
}

function usually({ text: { sending }, say }: App, bytes: number): string {
  const seconds = Math.ceil(bytes / SLOW_LINE);
  return seconds < 10 ? sending.usually.quick : say(sending.usually.slow, { n: seconds });
}

function kilobytes(bytes: number): number {
  return Math.ceil(bytes / 1_000);
}

function everySecond(gone: AbortSignal, tick: () => void): void {
  tick();
  const timer = setInterval(tick, 1_000);
  gone.addEventListener("abort", () => clearInterval(timer));
}
