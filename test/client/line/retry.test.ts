/** Waiting for a line that fails: how often it is asked, and what ends the waiting. */
import t from "tap";
import { ApiError } from "../../../src/client/line/http.ts";
import { makeRetry } from "../../../src/client/line/retry.ts";
import { makeUpload } from "../../../src/client/files/upload.ts";
import { cellsOfReporter } from "../../../src/client/files/cells.ts";
import { sendFiles } from "../../../src/client/files/send-files.ts";
import { deriveTokenKeys } from "../../../src/crypto/secret/token.ts";
import { never, randomFile, sourceOf, writerOf } from "../files-story.ts";
import { tellStory } from "../../support/hostile/hostile-story.ts";

const page = new EventTarget();
Object.assign(globalThis, {
  addEventListener: page.addEventListener.bind(page),
  removeEventListener: page.removeEventListener.bind(page),
});

/** A story in which no answer to the reporter's message arrives. */
async function tellWithoutAnswers() {
  const story = await tellStory();
  story.server.lies.putOwnMessage = (asked) => {
    story.server.answersToLose = 1;
    return story.server.honestly(asked);
  };
  return story;
}

t.test("a message is given up at once when somebody says so, in a pause and in the middle of a request", async (t) => {
  for (const hangs of [false, true]) {
    const story = await tellWithoutAnswers();
    let heard: AbortSignal | null | undefined;
    const connection = story.server.connect();
    const { fetch } = connection;
    const writer = await writerOf(story, {
      ...connection,
      fetch: (url, init) => {
        if (!hangs || !url.includes("/messages/")) return fetch(url, init);
        heard = init.signal;
        return new Promise((_, reject) => init.signal?.addEventListener("abort", () => reject(new Error("cut"))));
      },
    });
    const stop = new AbortController();
    const running = sendFiles(writer, [sourceOf(randomFile(1))]).run(stop.signal);
    const asked = () => (hangs ? heard !== undefined : story.server.requestsOf("putOwnMessage").length > 0);
    while (!asked()) await new Promise((resolve) => setTimeout(resolve, 5));
    const began = performance.now();
    stop.abort();
    await t.rejects(running, { name: "AbortError" });
    t.ok(performance.now() - began < 1_000, "and not after all that would have been tried");
    if (!hangs) t.equal(story.server.requestsOf("putOwnMessage").length, 1);
  }
});

t.test("who says never gets one try", async (t) => {
  const story = await tellWithoutAnswers();
  const sending = sendFiles(await writerOf(story), [sourceOf(randomFile(1))], { schedule: never });
  await t.rejects(sending.run(), { code: "unreachable" });
  t.equal(story.server.requestsOf("putOwnMessage").length, 1);
  t.equal(await sending.drop(), "unclear");
  t.equal(story.server.requestsOf("putOwnMessage").length, 2, "and one when it is asked what became of it");
});

t.test("whatever waits asks again at once when the device says that it is online", async (t) => {
  const story = await tellStory();
  story.server.answersToLose = 1;
  const cells = cellsOfReporter(story.server.connect(), deriveTokenKeys(story.prepared.token));
  const upload = makeUpload(cells, sourceOf(randomFile(1)), { schedule: { pausesMs: [3_600_000] } });
  const running = upload.run();
  while (upload.progress.trouble === undefined) await new Promise((resolve) => setTimeout(resolve, 5));
  page.dispatchEvent(new Event("online"));
  await running;
  t.equal(upload.progress.trouble, undefined);
});

t.test("a line that comes and goes does not use a schedule up, and nobody is left in trouble", async (t) => {
  let attempts = 0;
  const heard: boolean[] = [];
  const retry = makeRetry(
    { pausesMs: [3_600_000] },
    {
      onTrouble(trouble) {
        heard.push(trouble !== undefined);
        if (trouble !== undefined) setTimeout(() => page.dispatchEvent(new Event("online")));
      },
    },
  );
  await retry.run(async () => {
    if (++attempts < 4) throw new ApiError("unreachable");
  });
  t.same(heard, [true, true, true, false]);
});

t.test("whoever hears of a pause can end it at once", async (t) => {
  let attempts = 0;
  const retry = makeRetry({ pausesMs: [3_600_000] }, { onTrouble: (trouble) => trouble && retry.tryNow() });
  await retry.run(async () => {
    if (++attempts < 2) throw new ApiError("unreachable");
  });
  t.equal(attempts, 2);
});

t.test("a proof of work that was not accepted is not solved again and again unasked", async (t) => {
  let attempts = 0;
  const running = makeRetry({ pausesMs: [0, 0] }).run(async () => {
    attempts++;
    throw new ApiError("bad-proof-of-work");
  });
  await t.rejects(running, { code: "bad-proof-of-work" });
  t.equal(attempts, 1);
});
