import t from "tap";
import { sendReport } from "../../../src/client/reporter/report.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { HEADERS } from "../../../src/protocol/headers.ts";
import { easyChallenge, json, problem } from "../../support/hostile/hostile-server.ts";
import { comeBack, tellStory } from "../../support/hostile/hostile-story.ts";

t.test("attack 91: a server that asks for more work than the protocol allows is refused before any", async (t) => {
  const { server, prepared } = await tellStory();
  const honest = await easyChallenge();
  const asked: Record<string, object> = {
    "four thousand million rounds": { cost: 4_000_000_000 },
    "two thousand million rounds": { cost: 2_000_000_000 },
    "one round more": { cost: 10_001 },
    "a digit more": { keyPrefix: "0000" },
    "no prefix": { keyPrefix: "" },
    "a prefix that no number has": { keyPrefix: "x" },
    "a key of a gigabyte": { keyLength: 1_073_741_824 },
    "another algorithm": { algorithm: "ARGON2ID" },
    memory: { memoryCost: 4_000_000 },
    "a nonce of twenty thousand bytes": { nonce: "00".repeat(20_000) },
  };
  const before = server.requestsOf("sendReport").length;
  t.intercept(crypto.subtle, "deriveBits", { value: () => t.fail("a device has worked") });
  for (const [what, parameters] of Object.entries(asked)) {
    server.lies.proofOfWork = () => json({ ...honest, parameters: { ...honest.parameters, ...parameters } });
    await t.rejects(sendReport(server.connect(), { ...prepared, proof: undefined }), { code: "asks-too-much" }, what);
  }
  t.equal(server.requestsOf("sendReport").length, before, "and nothing is sent");
});

t.test("a message that must be paid for is sent again with a proof of work, in the same bytes", async (t) => {
  const story = await tellStory();
  story.server.lies.putOwnMessage = (asked) =>
    asked.headers.has(HEADERS.proof) ? story.server.honestly(asked) : problem("proof-of-work-needed");
  await (await comeBack(story)).write({ kind: "text", text: "tambahan" });
  const [first, second, ...more] = story.server.requestsOf("putOwnMessage").map(({ body }) => hex(body));
  t.equal(second, first);
  t.same(more, []);
  t.equal((await comeBack(story)).written, 1);
});

t.test("who writes hears that the device works for the proof, and can end that: nothing was taken", async (t) => {
  const story = await tellStory();
  const { server } = story;
  server.lies.putOwnMessage = (asked) =>
    asked.headers.has(HEADERS.proof) ? server.honestly(asked) : problem("proof-of-work-needed");
  const heard: boolean[] = [];
  const stop = new AbortController();
  const onWork = (isWorking: boolean) => {
    heard.push(isWorking);
    if (isWorking) stop.abort(new Error("stopped"));
  };
  const content = { kind: "text", text: "tambahan" } as const;
  await t.rejects((await comeBack(story)).write(content, { signal: stop.signal, onWork }), { message: "stopped" });
  t.same(heard, [true, false]);
  t.equal((await comeBack(story)).written, 0);
  await (await comeBack(story)).write(content, { onWork: (isWorking) => void heard.push(isWorking) });
  t.same(heard, [true, false, true, false]);
});

t.test("a case that waits for an answer says so at once, and is not asked again", async (t) => {
  const story = await tellStory();
  story.server.lies.putOwnMessage = () => problem("awaiting-answer");
  await t.rejects((await comeBack(story)).write({ kind: "text", text: "tambahan" }), { code: "awaiting-answer" });
  t.equal(story.server.requestsOf("putOwnMessage").length, 1);
});
