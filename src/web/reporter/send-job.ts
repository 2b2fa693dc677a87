/**
 * Sending one report, whatever the line does: sealed once, then the same bytes again and again until the server has
 * confirmed. The screen only watches.
 */
import type { SendableFile } from "../../client/files/upload.ts";
import { makeRetry } from "../../client/line/retry.ts";
import * as SCHEDULES from "../../client/line/schedules.ts";
import { pause } from "../../client/line/waiting.ts";
import type { PreparedReport } from "../../client/reporter/report.ts";
import type { Answers } from "../../protocol/report-fields.ts";
import type { App, Sealing } from "./app.ts";
import { problemOf } from "./problem.ts";
import type { Problem } from "./sealing/problems.ts";
import type { Recipients } from "./sealing/recipients.ts";

export type SendState =
  | { readonly phase: "locking" }
  | { readonly phase: "sending"; readonly bytes: number; readonly since: number }
  /** It will try again by itself. */
  | {
      readonly phase: "stopped";
      readonly bytes: number;
      readonly why: "cut" | "busy";
      readonly attempt: number;
      readonly retryAt: number;
    }
  /** It will not: `problem` says why. */
  | { readonly phase: "failed"; readonly problem: Problem };

export type SendJob = {
  readonly state: SendState;
  /** One listener: the screen that is shown. */
  changed: () => void;
  readonly tryNow: () => void;
  /**
   * Stops, so that the report can be edited. Asks the server first where it may have arrived: "arrived" means that it
   * has and a change goes as a message; "unclear" that nobody can tell yet.
   */
  readonly stop: () => Promise<Stopped>;
};

type Stopped = "stopped" | "arrived" | "unclear";

export type ToSend = { readonly answers: Answers; readonly channelId: string; readonly excluded: readonly string[] };

/** Sealing takes the one thread there is, for seconds where WebAssembly is off: so long before it the screen gets to be seen. */
export const PAINT_MS = 50;

export function startSending(
  app: App,
  sealing: Sealing,
  recipients: Recipients,
  report: ToSend,
  files: readonly SendableFile[],
  stored: (token: Uint8Array) => void,
): SendJob {
  let state: SendState = { phase: "locking" };
  let prepared: PreparedReport | undefined;
  let attempt = 0;
  /** What may have left the device: from then on nobody but the server knows whether it has arrived. */
  let sent: PreparedReport | undefined;
  let running: Promise<void> | undefined;
  let end: "stopped" | "arrived" | undefined;
  /** Those who want to stop. Until they know nothing is sent: what starts meanwhile could arrive behind the server's answer. */
  const stopping: ((how: Stopped) => void)[] = [];

  const become = (next: SendState) => {
    state = next;
    job.changed();
  };

  const send = async () => {
    become({ phase: "locking" });
    await pause(PAINT_MS);
    prepared ??= sealing.lockReport(report, files, recipients);
    prepared.proof ??= await app.proof.get();
    app.proof.renew();
    become({ phase: "sending", bytes: prepared.submission.length, since: Date.now() });
    sent = prepared;
    await sealing.submitReport(prepared);
    finish(prepared);
  };

  const answer = (how: Stopped) => {
    for (const hear of stopping.splice(0)) hear(how);
  };
  const finish = ({ token }: PreparedReport) => {
    answer((end = "arrived"));
    stored(token);
  };

  const findOut = async () => {
    if (sent !== undefined && (await sealing.hasArrived(sent, recipients))) finish(sent);
    else answer((end = "stopped"));
  };

  /** One after the other, so that what is under way has ended before it is asked. */
  const tryOnce = async () => {
    try {
      if (stopping.length === 0) return await send();
    } catch (error) {
      if (stopping.length === 0) throw error;
    }
    return findOut();
  };

  /** Whoever asked meanwhile gets no better answer now. */
  const halt = (next: SendState) => {
    become(next);
    answer("unclear");
  };
  const retry = makeRetry(SCHEDULES.report, {
    onTrouble: (trouble) =>
      trouble &&
      halt({
        phase: "stopped",
        bytes: prepared?.submission.length ?? 0,
        why: trouble.code === "unreachable" ? "cut" : "busy",
        attempt: ++attempt,
        retryAt: Date.now() + trouble.pauseMs,
      }),
  });

  const tryNow = () => {
    retry.tryNow();
    if (end !== undefined) return;
    running ??= retry
      .run(tryOnce)
      .catch((error: unknown) => halt({ phase: "failed", problem: problemOf(app, error) }))
      .finally(() => (running = undefined));
  };

  const job: SendJob = {
    get state() {
      return state;
    },
    changed: () => undefined,
    tryNow,
    stop: () =>
      new Promise((resolve) => {
        if (end === undefined) stopping.push(resolve);
        else resolve(end);
        tryNow();
      }),
  };
  tryNow();
  return job;
}
