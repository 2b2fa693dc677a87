/** Files on their way to a case, whatever screen is shown. Leaving the page ends it; what the server has stays counted. */
import type { SendableFile, Upload } from "../../../client/upload.ts";
import type { App, Sealing } from "../app.ts";
import type { Recipients } from "../sealing.ts";
import { FileFault } from "./worker-client.ts";

export type JobState =
  | { readonly phase: "running" | "paused" | "done" | "ended" }
  /** `upload` is the file that failed, where it is one; `code` of a Refusal or ApiError */
  | { readonly phase: "failed"; readonly code: string; readonly upload: Upload | undefined };

export type FileJob = {
  readonly state: JobState;
  readonly uploads: readonly Upload[];
  /** Bytes of whole cells */
  readonly storedBytes: number;
  readonly totalBytes: number;
  /** Why nothing moves at present; it is tried again */
  readonly trouble: string | undefined;
  /** Bytes a second over the last while; undefined as long as nobody can tell */
  readonly rate: number | undefined;
  /** One listener: the bar. */
  changed: () => void;
  readonly pause: () => void;
  /** After a pause or a failure. */
  readonly goOn: () => void;
  readonly tryNow: () => void;
  /** Sends all but this one. */
  readonly remove: (upload: Upload) => Promise<void>;
  /** Gives up, and takes back what has arrived. */
  readonly end: () => Promise<void>;
};

/** Old measurements say nothing about the line as it is now. */
const MEASURED_MS = 30_000;

let jobs = 0;

export function startFileJob(
  app: App,
  sealing: Sealing,
  recipients: Recipients,
  token: Uint8Array,
  sources: readonly SendableFile[],
): FileJob {
  const ownToken = token.slice();
  const reason = `files-${++jobs}`;
  let state: JobState = { phase: "running" };
  let stop = new AbortController();
  let samples: { readonly at: number; readonly bytes: number }[] = [];
  const sending = sealing.sendFilesTo(ownToken, recipients, sources, () => {
    measure();
    job.changed();
  });
  const sum = (of: (upload: Upload) => number) => sending.uploads.reduce((all, upload) => all + of(upload), 0);

  const measure = () => {
    const at = Date.now();
    const bytes = job.storedBytes;
    if (samples.at(-1)?.bytes === bytes) return;
    samples = [...samples.filter((sample) => at - sample.at < MEASURED_MS), { at, bytes }];
  };
  const become = (next: JobState) => {
    state = next;
    job.changed();
  };
  const isOver = () => state.phase === "done" || state.phase === "ended";
  const finish = (phase: "done" | "ended") => {
    ownToken.fill(0);
    removeEventListener("online", sending.tryNow);
    app.whenLeft.delete(leave);
    app.filesUnderWay--;
    app.hold(reason, false);
    become({ phase });
  };
  const leave = () => {
    stop.abort();
    ownToken.fill(0);
  };

  const run = async () => {
    stop = new AbortController();
    const { signal } = stop;
    samples = [];
    become({ phase: "running" });
    try {
      await sending.run(signal);
      app.fileMessages++;
      finish("done");
    } catch (error) {
      if (signal.aborted) return;
      const upload = sending.uploads.find(({ progress }) => progress.storedBytes < progress.totalBytes);
      become({ phase: "failed", code: error instanceof FileFault ? error.code : sealing.codeOf(error), upload });
    }
  };
  let running = Promise.resolve();
  const start = () => (running = run());
  /** One call at a time: the next begins when the last has come to rest. */
  const rest = async (): Promise<boolean> => {
    stop.abort();
    await running;
    return !isOver();
  };

  const job: FileJob = {
    get state() {
      return state;
    },
    get uploads() {
      return sending.uploads;
    },
    get storedBytes() {
      return sum(({ progress }) => progress.storedBytes);
    },
    get totalBytes() {
      return sum(({ progress }) => progress.totalBytes);
    },
    get trouble() {
      return sending.uploads.map(({ progress }) => progress.trouble).find((code) => code !== undefined);
    },
    get rate() {
      const [first, last] = [samples[0], samples.at(-1)];
      if (first === undefined || last === undefined || last.at <= first.at) return undefined;
      return ((last.bytes - first.bytes) * 1_000) / (last.at - first.at);
    },
    changed: () => undefined,
    pause() {
      stop.abort();
      become({ phase: "paused" });
    },
    goOn() {
      void running.then(() => {
        if (state.phase === "paused" || state.phase === "failed") void start();
      });
    },
    tryNow: () => sending.tryNow(),
    async remove(upload) {
      const wasPaused = state.phase === "paused";
      if (!(await rest())) return;
      await sending.leaveOut(upload);
      if (sending.uploads.length === 0) finish("ended");
      else if (wasPaused) become({ phase: "paused" });
      else void start();
    },
    async end() {
      if (!(await rest())) return;
      await sending.drop();
      finish("ended");
    },
  };
  app.hold(reason, true);
  app.whenLeft.add(leave);
  app.filesUnderWay++;
  addEventListener("online", sending.tryNow);
  void start();
  return job;
}
