/**
 * Sending one report, whatever the line does: sealed once, then the same bytes again and again until the server has
 * confirmed. The screen only watches.
 */
import type { SendableFile } from "../../client/files/upload.ts";
import type { PreparedReport } from "../../client/reporter/report.ts";
import type { Answers } from "../../protocol/content.ts";
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

/** Seconds before the next attempt: soon at first, then once a minute. */
const PAUSES_S = [5, 10, 20, 30, 60];

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
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Bytes may have left the device: from then on nobody but the server knows whether they arrived. */
  let mayHaveArrived = false;
  let underWay: Promise<void> | undefined;
  /** From asking the server until it is known: what starts meanwhile could arrive behind its answer. */
  let stopping: Promise<Stopped> | undefined;
  let stopped = false;

  const become = (next: SendState) => {
    state = next;
    job.changed();
  };

  const tryOnce = async () => {
    clearTimeout(timer);
    try {
      become({ phase: "locking" });
      // Sealing takes the one thread there is, for seconds where WebAssembly is off: first let the screen be seen.
      await pause(50);
      prepared ??= sealing.lockReport(report, files, recipients);
      prepared.proof ??= await app.proof.get();
      app.proof.renew();
      become({ phase: "sending", bytes: prepared.submission.length, since: Date.now() });
      mayHaveArrived = true;
      await sealing.submitReport(prepared);
      finish(prepared);
    } catch (error) {
      fail(problemOf(app, error));
    }
  };

  const finish = ({ token }: PreparedReport) => {
    if (stopped) return;
    stopped = true;
    removeEventListener("online", tryNow);
    stored(token);
  };

  const fail = (problem: Problem) => {
    if (stopped) return;
    const again = problem.kind === "unreachable" || problem.kind === "busy" || problem.kind === "server";
    if (!again) return become({ phase: "failed", problem });
    const seconds = PAUSES_S[Math.min(attempt, PAUSES_S.length - 1)] ?? 60;
    attempt++;
    timer = setTimeout(tryNow, seconds * 1_000);
    const why = problem.kind === "unreachable" ? "cut" : "busy";
    become({
      phase: "stopped",
      bytes: prepared?.submission.length ?? 0,
      why,
      attempt,
      retryAt: Date.now() + seconds * 1_000,
    });
  };

  const tryNow = () => {
    if (stopping !== undefined || stopped) return;
    underWay ??= tryOnce().finally(() => (underWay = undefined));
  };
  addEventListener("online", tryNow);

  const stop = async (): Promise<Stopped> => {
    await underWay;
    clearTimeout(timer);
    if (stopped) return "arrived";
    if (prepared !== undefined && mayHaveArrived) {
      try {
        if (await sealing.hasArrived(prepared, recipients)) {
          finish(prepared);
          return "arrived";
        }
      } catch {
        fail({ kind: "unreachable" });
        return "unclear";
      }
    }
    stopped = true;
    removeEventListener("online", tryNow);
    return "stopped";
  };

  const job: SendJob = {
    get state() {
      return state;
    },
    changed: () => undefined,
    tryNow,
    stop: () =>
      (stopping ??= stop().then((how) => {
        if (how === "unclear") stopping = undefined;
        return how;
      })),
  };
  tryNow();
  return job;
}

function pause(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}
