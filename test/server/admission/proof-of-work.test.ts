import * as fs from "node:fs/promises";
import type { Challenge } from "altcha-lib";
import t from "tap";
import { solveProof } from "../../../src/client/line/proof-of-work.ts";
import { utf8 } from "../../../src/crypto/bytes.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { PROOF_OF_WORK_SECONDS } from "../../../src/protocol/limits.ts";
import { watchLoad } from "../../../src/server/admission/load.ts";
import { nowSeconds } from "../../../src/server/admission/nonces.ts";
import { makeProofOfWork } from "../../../src/server/admission/proof-of-work.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";

const key = makeServerKey(randomBytes(32));
const idle = async () => 1;
const busy = async () => 2;

function unsolved(challenge: Challenge): string {
  const derivedKey = challenge.parameters.keyPrefix.padEnd(64, "0");
  return toBase64url(utf8(JSON.stringify({ challenge, solution: { counter: 0, derivedKey } })));
}

t.test("a challenge is sixteen times as hard under load, and lasts as long as a slow phone needs", async (t) => {
  const easy = await makeProofOfWork(key, idle).makeChallenge("report");
  const hard = await makeProofOfWork(key, busy).makeChallenge("report");
  t.same([easy.parameters.keyPrefix, hard.parameters.keyPrefix], ["0", "00"]);
  t.equal(easy.parameters.cost, hard.parameters.cost);
  const left = (easy.parameters.expiresAt ?? 0) - nowSeconds();
  t.ok(left <= PROOF_OF_WORK_SECONDS && left > PROOF_OF_WORK_SECONDS - 30);
  // Made under load and solved when it is over, or the other way: what counts is what was signed.
  for (const [challenge, load] of [
    [easy, busy],
    [hard, idle],
  ] as const) {
    const proof = makeProofOfWork(key, load).read(await solveProof(challenge));
    t.equal(await proof?.isSolved(), true);
  }
  t.equal(
    makeProofOfWork(makeServerKey(randomBytes(32)), idle).read(unsolved(easy)),
    undefined,
    "another installation's",
  );
});

t.test(
  "attack 58: of a flood of wrong solutions some are told to come again, drawn by lot, and none is taken",
  async (t) => {
    const proofOfWork = makeProofOfWork(key, idle);
    const proof = proofOfWork.read(unsolved(await proofOfWork.makeChallenge("report")));
    const results = await Promise.allSettled(Array.from({ length: 400 }, async () => proof?.isSolved()));
    const taken = results.filter((result) => result.status === "fulfilled");
    const refused = results.flatMap((result, index) => (result.status === "rejected" ? [index] : []));
    t.ok(taken.length > 0 && taken.every(({ value }) => value === false));
    t.ok(refused.length > 300);
    t.same(
      new Set(results.flatMap((result) => (result.status === "rejected" ? [(result.reason as Error).message] : []))),
      new Set(["busy"]),
    );
    t.ok(refused.some((index) => index < 200) && refused.some((index) => index >= 200), "early ones and late ones");
    t.equal(await proof?.isSolved(), false, "and afterwards there is room again");
  },
);

t.test("load is high while many requests are worked on, however they end", async (t) => {
  const load = watchLoad();
  t.teardown(load.stop);
  let fail = () => {};
  const end = new Promise<never>((_, reject) => (fail = () => reject(new Error("all fail"))));
  const working = Array.from({ length: 100 }, () => load.during(() => end));
  t.equal(load.isHigh(), true);
  fail();
  await Promise.allSettled(working);
  t.equal(load.isHigh(), false);
});

t.test("no setting of the server switches the check of solutions off", async (t) => {
  const folder = new URL("../../../src/", import.meta.url);
  const files = (await fs.readdir(folder, { recursive: true })).filter((name) => name.endsWith(".ts"));
  t.ok(files.length > 50);
  const naming: string[] = [];
  for (const name of files) {
    if ((await fs.readFile(new URL(name, folder), "utf8")).includes("dangerouslyAcceptUnsolvedProofsOfWork"))
      naming.push(name);
  }
  t.same(naming, ["server/app.ts"]);
});
