/** A report that is to be changed while its line comes and goes: it is stored, or it is changed, and never both. */
import t from "tap";
import { ApiError } from "../../../src/client/line/http.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import type { App, Sealing } from "../../../src/web/reporter/app.ts";
import type { Recipients } from "../../../src/web/reporter/sealing/recipients.ts";
import { startSending } from "../../../src/web/reporter/send-job.ts";

const page = new EventTarget();
Object.assign(globalThis, {
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
});

const REPORT = { answers: {}, channelId: "", excluded: [] } as unknown as Parameters<typeof startSending>[3];

/** Longer than the breath that sealing takes. */
const settled = () => new Promise((resolve) => setTimeout(resolve, 120));

type Call<Value> = { readonly resolve: (value: Value) => void; readonly reject: (error: Error) => void };

/** Each request waits for the test. */
function startJob(part: Partial<Sealing> = {}) {
  const puts: Call<void>[] = [];
  const asks: Call<boolean>[] = [];
  const stored: Uint8Array[] = [];
  const sealing = {
    lockReport: () => ({ token: new Uint8Array([1]), submission: new Uint8Array(9), proof: "" }),
    submitReport: () => new Promise<void>((resolve, reject) => puts.push({ resolve, reject })),
    hasArrived: () => new Promise<boolean>((resolve, reject) => asks.push({ resolve, reject })),
    problemOf: () => ({ kind: "unknown" }),
    ...part,
  } as unknown as Sealing;
  const proof = { get: () => Promise.resolve(""), renew: () => {} };
  const app = { sealing: { now: sealing }, proof } as unknown as App;
  const job = startSending(app, sealing, {} as Recipients, REPORT, [], (token) => stored.push(token));
  t.teardown(async () => {
    const stopping = job.stop();
    puts.at(-1)?.reject(new ApiError("unreachable"));
    await settled();
    asks.at(-1)?.resolve(false);
    await stopping;
  });
  return { job, puts, asks, stored };
}

t.test("nothing is sent between asking whether it has arrived and the answer", async (t) => {
  const { job, puts, asks, stored } = startJob();
  await settled();
  puts[0]!.reject(new ApiError("unreachable"));
  await settled();
  t.equal(job.state.phase, "stopped");
  const stopping = job.stop();
  page.dispatchEvent(new Event("online"));
  job.tryNow();
  await settled();
  t.equal(puts.length, 1);
  asks[0]!.resolve(false);
  t.equal(await stopping, "stopped");
  job.tryNow();
  await settled();
  t.same([puts.length, stored.length], [1, 0], "and the report that is changed now is nowhere");
});

t.test("a long report's proof of work is made before anything is called sending or may have left", async (t) => {
  const proofs: ((proof: string) => void)[] = [];
  const asked: number[] = [];
  const { job, puts, asks } = startJob({
    lockReport: () => ({ token: new Uint8Array([1]), submission: new Uint8Array(300_000) }),
    solveProof(bytes: number) {
      asked.push(bytes);
      return new Promise<string>((resolve) => proofs.push(resolve));
    },
  } as unknown as Partial<Sealing>);
  await settled();
  t.same([asked, job.state.phase, puts.length], [[300_000], "locking", 0]);
  const stopping = job.stop();
  proofs[0]!("proof");
  await settled();
  puts[0]!.reject(new ApiError("unreachable"));
  await settled();
  asks[0]!.resolve(false);
  t.equal(await stopping, "stopped");
});

t.test("what is under way is waited for before it is asked, and its code is shown", async (t) => {
  const { job, puts, asks, stored } = startJob();
  await settled();
  const stopping = job.stop();
  await settled();
  t.equal(asks.length, 0);
  puts[0]!.resolve();
  t.equal(await stopping, "arrived");
  t.equal(stored.length, 1);
});

t.test("where nobody can tell it goes on trying", async (t) => {
  const { job, puts, asks, stored } = startJob();
  await settled();
  puts[0]!.reject(new ApiError("unreachable"));
  await settled();
  const stopping = job.stop();
  const again = job.stop();
  await settled();
  asks[0]!.reject(new ApiError("unreachable"));
  t.same(await Promise.all([stopping, again]), ["unclear", "unclear"]);
  t.equal(asks.length, 1, "asked for twice, the server is asked once");
  t.equal(job.state.phase, "stopped");
  job.tryNow();
  await settled();
  t.equal(puts.length, 2);
  puts[1]!.resolve();
  await settled();
  t.equal(stored.length, 1);
});

t.test("a failure that the form can mend leads back to it as soon as its screen is drawn", async (t) => {
  const { job, puts, asks } = startJob({
    lockReport: () => {
      throw new Refusal("unknown-channel");
    },
  });
  const stopped = new Promise((resolve) => {
    job.changed = () => job.state.phase === "failed" && resolve(job.stop());
  });
  t.equal(await stopped, "stopped");
  t.same([puts.length, asks.length], [0, 0], "and nothing has left the device");
});

t.test("after a refusal by the server it is asked first, and then leads back too", async (t) => {
  const { job, puts, asks } = startJob();
  await settled();
  const stopped = new Promise((resolve) => {
    job.changed = () => job.state.phase === "failed" && resolve(job.stop());
  });
  puts[0]!.reject(new ApiError("stale-directory"));
  await settled();
  t.equal(asks.length, 1);
  asks[0]!.resolve(false);
  t.equal(await stopped, "stopped");
});

t.test("whatever goes wrong while it is asked, nothing is known and it goes on trying", async (t) => {
  const { job, puts, asks } = startJob();
  await settled();
  puts[0]!.reject(new ApiError("unreachable"));
  await settled();
  const stopping = job.stop();
  await settled();
  asks[0]!.reject(new Error("not of the line"));
  t.equal(await stopping, "unclear");
  t.match(job.state, { phase: "stopped", why: "cut" });
  page.dispatchEvent(new Event("online"));
  await settled();
  t.equal(puts.length, 2);
});

t.test("a failed report is tried again when the device says that it is online, and once", async (t) => {
  const { job, puts, stored } = startJob();
  await settled();
  puts[0]!.reject(new ApiError("bad-request"));
  await settled();
  t.equal(job.state.phase, "failed");
  page.dispatchEvent(new Event("online"));
  await settled();
  t.equal(puts.length, 2);
  puts[1]!.resolve();
  await settled();
  page.dispatchEvent(new Event("online"));
  await settled();
  t.same([puts.length, stored.length], [2, 1]);
});

t.test("a proof of work that was not accepted is solved anew", async (t) => {
  const { job, puts } = startJob();
  await settled();
  puts[0]!.reject(new ApiError("bad-proof-of-work"));
  await settled();
  t.match(job.state, { phase: "stopped", why: "busy" });
});
