/** Workers that answer, tell, stop and die: nobody who asked waits for ever. */
import t, { type Test } from "tap";
import { type Asked, answerPage, openWorker } from "../../../src/web/shared/ask-worker.ts";
import { VaultError, startVault } from "../../../src/web/investigator/vault/vault-client.ts";
import { makeFilesWorker } from "../../../src/web/reporter/files/worker-client.ts";

const page = new EventTarget();
Object.assign(globalThis, {
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
});

/** What a page sees of a worker; the test is the worker. */
function makeWorker() {
  const said: { says: string; number: number }[] = [];
  const seen = { terminated: 0 };
  const worker = Object.assign(new EventTarget(), {
    postMessage: (word: { says: string; number: number }) => void said.push(word),
    terminate: () => void seen.terminated++,
  });
  const say = (data: object) => worker.dispatchEvent(Object.assign(new Event("message"), { data }));
  const start = async () => {
    setTimeout(() => say({ says: "ready" }));
    return worker as unknown as Worker;
  };
  return { worker, said, seen, say, start };
}

async function failureOf(asked: Promise<unknown>): Promise<unknown> {
  const error = await asked.catch((thrown: unknown) => thrown);
  return error instanceof VaultError && error.failure.kind === "page" ? error.failure.code : error;
}

const DEATHS = {
  "an error": ({ worker }: ReturnType<typeof makeWorker>) => worker.dispatchEvent(new Event("error")),
  "a message that cannot be read": ({ worker }: ReturnType<typeof makeWorker>) =>
    worker.dispatchEvent(new Event("messageerror")),
} as const;

for (const [name, die] of Object.entries(DEATHS)) {
  t.test(`a vault that dies of ${name} rejects all that was asked, and what is asked afterwards`, async (t) => {
    const vault = makeWorker();
    const { ask } = await startVault(vault.start);
    const asked = [ask("findNewCases", {}), ask("listCases", { after: undefined })];
    die(vault);
    for (const one of [...asked, ask("findNewCases", {})]) t.equal(await failureOf(one), "vault-gone");
    t.equal(vault.seen.terminated, 1, "and no key is left in it");
  });

  t.test(`a reporter's worker for files that dies of ${name} is followed by another one`, async (t) => {
    const workers: ReturnType<typeof makeWorker>[] = [];
    const files = makeFilesWorker(() => {
      const made = makeWorker();
      workers.push(made);
      return made.start();
    });
    const look = () => files.look(new File([], "a"));
    const first = look();
    await hasHeard(workers[0]!, 1);
    die(workers[0]!);
    await t.rejects(first, { code: "worker-gone" });
    const second = look();
    await new Promise((resolve) => setTimeout(resolve, 5));
    t.equal(workers.length, 2);
    await hasHeard(workers[1]!, 1);
    workers[1]!.say({ says: "answer", number: 1, answer: "seen" });
    t.equal(await second, "seen");
    files.close();
  });
}

t.test("a vault that is closed, or does not load, says so", async (t) => {
  const vault = makeWorker();
  const { ask, close } = await startVault(vault.start);
  const asked = ask("findNewCases", {});
  close();
  t.equal(await failureOf(asked), "vault-gone");
  const dead = makeWorker();
  const opening = startVault(async () => {
    setTimeout(() => dead.worker.dispatchEvent(new Event("error")));
    return dead.worker as unknown as Worker;
  });
  t.equal(await failureOf(opening), "not-loaded");
});

async function hasHeard({ said }: ReturnType<typeof makeWorker>, many: number): Promise<void> {
  while (said.length < many) await new Promise((resolve) => setTimeout(resolve, 1));
}

type Sums = {
  readonly add: { readonly ask: { readonly numbers: number[] }; readonly answer: number; readonly progress: number };
  readonly wait: { readonly ask: object; readonly answer: string };
};

/** A page and a worker in one program, joined by a channel; what crosses is copied, or given away. */
async function joined(
  t: Test,
  work: Parameters<typeof answerPage<Sums, string>>[0],
  transferOf?: () => readonly Transferable[],
) {
  const { port1: near, port2: far } = new MessageChannel();
  t.teardown(() => near.close());
  const scope = { postMessage: far.postMessage.bind(far), addEventListener: far.addEventListener.bind(far) };
  const before = { addEventListener: globalThis.addEventListener, dispatchEvent: globalThis.dispatchEvent };
  const dispatched: string[] = [];
  Object.assign(globalThis, {
    ...scope,
    addEventListener: (...given: Parameters<typeof far.addEventListener>) => far.addEventListener(...given),
    dispatchEvent: ({ type }: Event) => dispatched.push(type),
  });
  far.start();
  const worker = Object.assign(near, { terminate: () => near.close() }) as unknown as Worker;
  const opening = openWorker<Sums, string>(
    async () => worker,
    (failure = "gone") => new Error(failure),
  );
  near.start();
  await new Promise((resolve) => setTimeout(resolve));
  answerPage<Sums, string>(work, (error) => (error as Error).message, transferOf);
  Object.assign(globalThis, { addEventListener: before.addEventListener });
  return { ...(await opening), dispatched };
}

t.test("what is given up is its own request alone; what is given away is gone", async (t) => {
  const gone: number[] = [];
  const bytes = new Uint8Array(8);
  const { ask, end } = await joined(
    t,
    async (asked: Asked<Sums>, { signal }) => {
      if (asked.call === "add") return asked.ask.numbers.length;
      await new Promise((resolve) => signal.addEventListener("abort", resolve));
      throw new Error("stopped");
    },
    () => {
      gone.push(1);
      return [bytes.buffer];
    },
  );
  const [first, second] = [new AbortController(), new AbortController()];
  let isSecondOver = false;
  const one = ask("wait", {}, { signal: first.signal });
  const two = ask("wait", {}, { signal: second.signal }).finally(() => (isSecondOver = true));
  first.abort();
  await t.rejects(one, { message: "stopped" });
  t.notOk(isSecondOver, "the other one goes on");
  second.abort();
  await t.rejects(two, { message: "stopped" });
  const given = new Uint8Array(16);
  t.equal(await ask("add", { numbers: [1, 2] }, { transfer: [given.buffer] }), 2);
  t.equal(given.byteLength, 0, "what is given to the worker is gone here");
  t.equal(bytes.byteLength, 0, "and what the worker gives with its answer is gone there");
  t.equal(gone.length, 1);
  end();
});

t.test("answers go to their questions, whichever is quicker, with what was told on the way", async (t) => {
  const { ask, end, dispatched } = await joined(t, async (asked: Asked<Sums>, { signal, tell }) => {
    if (asked.call === "add") {
      let sum = 0;
      for (const number of asked.ask.numbers) tell((sum += number));
      return sum;
    }
    await new Promise((resolve) => signal.addEventListener("abort", resolve));
    throw new Error("stopped");
  });
  const told: number[] = [];
  const stop = new AbortController();
  const waiting = ask("wait", {}, { signal: stop.signal });
  t.equal(await ask("add", { numbers: [1, 2, 3] }, { onProgress: (sum) => told.push(sum) }), 6);
  t.same(told, [1, 3, 6]);
  page.dispatchEvent(new Event("online"));
  stop.abort();
  await t.rejects(waiting, { message: "stopped" });
  t.same(dispatched, ["online"], "and a worker hears from its page that the device is online");
  const never = ask("wait", {});
  end();
  await t.rejects(never, { message: "gone" });
  await t.rejects(ask("wait", {}, { signal: AbortSignal.abort() }), { message: "gone" });
});
