/** Files under way, and a person who presses everything at once: one run at a time, and a true word at the end. */
import t from "tap";
import type { FileSending, TakenBack } from "../../../src/client/files/send-files.ts";
import type { Progress, Upload } from "../../../src/client/files/upload.ts";
import type { App, Sealing } from "../../../src/web/reporter/app.ts";
import { startFileJob } from "../../../src/web/reporter/attachments/job.ts";
import type { Recipients } from "../../../src/web/reporter/sealing/recipients.ts";

const page = new EventTarget();
Object.assign(globalThis, {
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
});

const progress: Progress = { sealedBytes: 0, storedBytes: 0, totalBytes: 1, trouble: undefined };

/** Something that the test brings to its end. */
function makeGate<Value>() {
  let open: (value: Value) => void = () => {};
  const passed = new Promise<Value>((resolve) => (open = resolve));
  return { passed, open: (value: Value) => open(value) };
}

/** Runs until it is stopped or told to end; what is taken back waits for the test. */
function startJob(names: readonly string[]) {
  const seen = { runs: 0, underWay: 0, most: 0, afterEnd: 0 };
  const takingBack: ReturnType<typeof makeGate<TakenBack>>[] = [];
  let runEnds = makeGate<"done" | "storage-full">();
  let uploads = names.map((name) => ({ announced: { name, type: "", size: 1 }, progress }) as Upload);
  const token = { isZero: () => true };
  const takeBack = () => {
    const gate = makeGate<TakenBack>();
    takingBack.push(gate);
    return gate.passed;
  };
  const sending: FileSending = {
    get uploads() {
      return uploads;
    },
    async run(signal) {
      seen.runs++;
      seen.most = Math.max(seen.most, ++seen.underWay);
      if (token.isZero()) seen.afterEnd++;
      runEnds = makeGate();
      const stopped = new Promise<"stopped">((resolve) => {
        signal?.addEventListener("abort", () => resolve("stopped"));
        if (signal?.aborted === true) resolve("stopped");
      });
      const end = await Promise.race([stopped, runEnds.passed]);
      seen.underWay--;
      if (end !== "done") throw new Error(end);
    },
    tryNow: () => {},
    async leaveOut(upload) {
      const taken = await takeBack();
      if (taken === "taken-back") uploads = uploads.filter((one) => one !== upload);
      return taken;
    },
    drop: takeBack,
  };
  const sealing = {
    sendFilesTo(own: Uint8Array) {
      token.isZero = () => own.every((byte) => byte === 0);
      return sending;
    },
    codeOf: (error: Error) => error.message,
  } as unknown as Sealing;
  const app = { hold: () => {}, whenLeft: new Set(), filesUnderWay: 0, fileMessages: 0 } as unknown as App;
  const job = startFileJob(app, sealing, {} as Recipients, new Uint8Array([1]), []);
  return { job, app, seen, takingBack, endRun: (how: "done" | "storage-full") => runEnds.open(how) };
}

/** Whatever can go on without the test has gone on. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 5));

t.test("two files removed at once, and sending goes on once", async (t) => {
  const { job, seen, takingBack } = startJob(["satu", "dua", "tiga"]);
  const [first, second] = job.uploads;
  void job.remove(first!);
  void job.remove(second!);
  void job.remove(first!);
  await settled();
  t.equal(takingBack.length, 1, "the second waits for the first");
  takingBack[0]!.open("taken-back");
  await settled();
  takingBack[1]?.open("taken-back");
  await settled();
  t.same([job.uploads.length, seen.most, seen.underWay], [1, 1, 1]);
  t.equal(job.state.phase, "running");
});

t.test("removing and then giving up ends once, and nothing starts after it", async (t) => {
  const { job, app, seen, takingBack } = startJob(["satu", "dua"]);
  void job.remove(job.uploads[0]!);
  await settled();
  void job.end();
  void job.end();
  t.equal(job.state.phase, "ending", "that is said at once");
  await settled();
  takingBack[0]!.open("taken-back");
  await settled();
  takingBack[1]!.open("taken-back");
  await settled();
  job.goOn();
  job.pause();
  await settled();
  t.same([job.state.phase, app.filesUnderWay, seen.underWay, seen.afterEnd], ["ended", 0, 0, 0]);
});

t.test("removing what failed, and trying again meanwhile, makes one run", async (t) => {
  const { job, seen, takingBack, endRun } = startJob(["satu", "dua"]);
  endRun("storage-full");
  await settled();
  t.match(job.state, { phase: "failed", code: "storage-full" });
  void job.remove(job.uploads[0]!);
  job.goOn();
  await settled();
  takingBack[0]!.open("taken-back");
  await settled();
  t.same([seen.runs, seen.most, seen.underWay], [2, 1, 1]);
  void job.end();
  await settled();
  t.equal(takingBack.length, 2, "and what was asked for twice keeps nobody from giving up");
});

t.test("a pause while a file is being removed stays a pause", async (t) => {
  const { job, seen, takingBack, endRun } = startJob(["satu", "dua"]);
  void job.remove(job.uploads[0]!);
  await settled();
  job.pause();
  takingBack[0]!.open("taken-back");
  await settled();
  t.same([job.state.phase, seen.underWay], ["paused", 0]);
  job.goOn();
  job.goOn();
  await settled();
  t.same([job.state.phase, seen.most, seen.underWay], ["running", 1, 1]);
  endRun("done");
  await settled();
  t.equal(job.state.phase, "done");
});

t.test("nothing starts after the page was left in the middle of it", async (t) => {
  const { job, app, seen, takingBack } = startJob(["satu", "dua"]);
  void job.remove(job.uploads[0]!);
  await settled();
  for (const leave of app.whenLeft) leave();
  takingBack[0]!.open("taken-back");
  await settled();
  t.same([seen.runs, seen.underWay], [1, 0]);
});

t.test("giving up says what became of the files: they had arrived, or nobody can tell yet", async (t) => {
  const { job, app, seen, takingBack } = startJob(["satu"]);
  void job.end();
  await settled();
  takingBack[0]!.open("unclear");
  await settled();
  t.same([job.state.phase, app.filesUnderWay], ["unclear", 1]);
  job.goOn();
  await settled();
  t.equal(seen.underWay, 1, "then it can be sent after all");
  void job.end();
  await settled();
  takingBack[1]!.open("sent");
  await settled();
  t.same([job.state.phase, app.filesUnderWay, app.fileMessages], ["arrived", 0, 1]);
});
