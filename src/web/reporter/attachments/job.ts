/** Files on their way to a case, whatever screen is shown. Leaving the page ends it; what the server has stays counted. */
import type { TakenBack } from "../../../client/files/send-files.ts";
import type { SendableFile, Upload } from "../../../client/files/upload.ts";
import { makeMutex } from "../../../client/line/mutex.ts";
import type { App, Sealing } from "../app.ts";
import type { Recipients } from "../sealing/recipients.ts";
import { FileFault } from "../files/worker-client.ts";

type JobState =
  /** `ending` until it is known what became of them; `arrived`: they were there before they could be taken back. */
  | { readonly phase: "running" | "paused" | "ending" | "done" | "ended" | "arrived" }
  /** Whether the files have arrived nobody can tell at present. */
  | { readonly phase: "unclear" }
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
  /** After a pause or a failure, or where it is unclear what became of them. */
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
  let isLeft = false;
  const isOver = () => isLeft || ["done", "ended", "arrived"].includes(state.phase);
  const finish = (phase: "done" | "ended" | "arrived") => {
    if (isOver()) return;
    if (phase !== "ended") app.fileMessages++;
    ownToken.fill(0);
    app.whenLeft.delete(leave);
    app.filesUnderWay--;
    app.hold(reason, false);
    become({ phase });
  };
  const leave = () => {
    isLeft = true;
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
      finish("done");
    } catch (error) {
      if (signal.aborted) return;
      const upload = sending.uploads.find(({ progress }) => progress.storedBytes < progress.totalBytes);
      become({ phase: "failed", code: error instanceof FileFault ? error.code : sealing.codeOf(error), upload });
    }
  };
  let running = Promise.resolve();
  const start = () => void (running = run());
  /** What was asked for while something else is being done waits for its end: one call at a time, one run at most. */
  const oneAtATime = makeMutex();
  const inTurn = (work: () => Promise<void>) =>
    oneAtATime(async () => {
      if (!isOver()) await work();
    });
  /** Stops what runs, takes back, and says whether there is more to do. */
  const takeBack = async (work: () => Promise<TakenBack>): Promise<boolean> => {
    stop.abort();
    await running;
    if (isOver()) return false;
    const taken = await work();
    if (isOver()) return false;
    if (taken === "unclear") become({ phase: "unclear" });
    if (taken === "sent") finish("arrived");
    return taken === "taken-back";
  };
  const mayGoOn = () => ["paused", "failed", "unclear"].includes(state.phase);

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
      if (state.phase !== "running") return;
      stop.abort();
      become({ phase: "paused" });
    },
    goOn() {
      void inTurn(async () => {
        if (!mayGoOn()) return;
        // A pause is said before it has come to rest.
        await running;
        if (!isOver() && mayGoOn()) start();
      });
    },
    tryNow: () => sending.tryNow(),
    remove: (upload) =>
      inTurn(async () => {
        // Pressed twice, or while all is being given up.
        if (!sending.uploads.includes(upload) || state.phase === "ending") return;
        if (!(await takeBack(() => sending.leaveOut(upload)))) return;
        if (sending.uploads.length === 0) finish("ended");
        else if (state.phase === "running" || state.phase === "failed") start();
        else job.changed();
      }),
    end() {
      if (isOver() || state.phase === "ending") return inTurn(async () => {});
      stop.abort();
      become({ phase: "ending" });
      return inTurn(async () => {
        if (await takeBack(sending.drop)) finish("ended");
      });
    },
  };
  app.hold(reason, true);
  app.whenLeft.add(leave);
  app.filesUnderWay++;
  start();
  return job;
}
