/**
 * Sending one report, whatever the line does: sealed once, then the same bytes again and again until the server has
 * confirmed. The screen only watches.
 */
import type { SendableFile } from "../../client/files/upload.ts";
import type { ApiError } from "../../client/line/http.ts";
import { isPassing, makeRetry } from "../../client/line/retry.ts";
import * as SCHEDULES from "../../client/line/schedules.ts";
import { pause } from "../../client/line/waiting.ts";
import type { PreparedReport } from "../../client/reporter/report.ts";
import { SHORT_REQUEST_BYTES } from "../../protocol/limits.ts";
import type { Answers } from "../../protocol/rules/report-fields.ts";
import { Unreachable } from "../shared/delivery.ts";
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
    // Before it is called sending: a proof can take minutes where there is no WebCrypto, and nothing has left meanwhile.
    prepared.proof ??= await proofFor(prepared.submission.length);
    become({ phase: "sending", bytes: prepared.submission.length, since: Date.now() });
    sent = prepared;
    await sealing.submitReport(prepared);
    finish(prepared);
  };

  const proofFor = async (bytes: number): Promise<string> => {
    // The one that was made before is a short report's.
    if (bytes > SHORT_REQUEST_BYTES) return sealing.solveProof(bytes);
    const proof = await app.proof.get();
    app.proof.renew();
    return proof;
  };

  const answer = (how: Stopped) => {
    for (const hear of stopping.splice(0)) hear(how);
  };
  const finish = ({ token }: PreparedReport) => {
    answer((end = "arrived"));
    stored(token);
  };

  /** Whatever goes wrong here, nothing is known yet: it is tried again. */
  const findOut = async () => {
    const asked = sent;
    const hasArrived = asked !== undefined && (await sealing.hasArrived(asked, recipients).catch(notKnown));
    if (hasArrived) finish(asked);
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

  const retry = makeRetry(SCHEDULES.report, {
    // Here a proof of work may be old or used, and be solved anew as long as the page is open.
    passes: (error) => isPassing(error) || (error as ApiError).code === "bad-proof-of-work",
    onTrouble(trouble) {
      if (trouble === undefined) return;
      // Whoever asked meanwhile gets no better answer now; who asks when the screen is drawn anew gets one of their own.
      answer("unclear");
      become({
        phase: "stopped",
        bytes: prepared?.submission.length ?? 0,
        why: trouble.code === "unreachable" ? "cut" : "busy",
        attempt: ++attempt,
        retryAt: Date.now() + trouble.pauseMs,
      });
    },
  });

  /** Tried again when somebody says so, or the device that it is online. */
  const fail = (error: unknown) => {
    addEventListener("online", tryNow);
    become({ phase: "failed", problem: problemOf(app, error) });
  };

  const tryNow = () => {
    removeEventListener("online", tryNow);
    retry.tryNow();
    if (end !== undefined) return;
    running ??= retry
      .run(tryOnce)
      .catch(fail)
      .finally(() => {
        running = undefined;
        // The screen of a failure may have asked to stop as soon as it was drawn.
        if (stopping.length > 0) tryNow();
      });
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

function notKnown(cause: unknown): never {
  throw new Unreachable("nobody knows whether it has arrived", { cause });
}
