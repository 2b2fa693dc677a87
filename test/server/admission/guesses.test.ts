import t from "tap";
import { connect } from "../../../src/client/line/http.ts";
import { solveProof } from "../../../src/client/line/proof-of-work.ts";
import { signIn } from "../../../src/client/member/entry/sign-in.ts";
import { deriveSigningKeyPair, makeSeed } from "../../../src/crypto/secret/keys.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { type SignInChallenge, signInChallengeSchema } from "../../../src/protocol/proof-of-work.ts";
import * as z from "../../../src/protocol/encoding/zod.ts";
import { makeGuesses } from "../../../src/server/admission/guesses.ts";
import { makeProofOfWork } from "../../../src/server/admission/proof-of-work.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { PASSPHRASE, enrol, makeLogin, nameOf } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import { send, sendJson, startServer } from "../../support/machine/server.ts";

const MINUTE_MS = 60_000;

function make() {
  let now = 0;
  const proofOfWork = makeProofOfWork(makeServerKey(randomBytes(32)), async () => 1);
  const guesses = makeGuesses(proofOfWork, { solutionsAreChecked: false, clock: () => now });
  const fail = (name: string, times: number) => Array.from({ length: times }).forEach(() => guesses.failed(name));
  const digits = async (name: string) => (await guesses.challengeFor(name))?.parameters.keyPrefix.length ?? 0;
  return { guesses, fail, digits, later: (ms: number) => (now += ms) };
}

t.test("some wrong words are free, more cost work, and no flood makes it dearer than half a second", async (t) => {
  const { fail, digits, later } = make();
  fail("sari", 7);
  t.equal(await digits("sari"), 0, "a person who mistypes");
  fail("sari", 1);
  t.equal(await digits("sari"), 1);
  fail("sari", 400);
  t.equal(await digits("sari"), 2, "as dear as it gets");
  later(20 * MINUTE_MS);
  t.equal(await digits("sari"), 2);
  later(6 * 60 * MINUTE_MS);
  t.equal(await digits("sari"), 0, "and it passes");
});

t.test("a price is of one name, until so many names are tried that it is of all", async (t) => {
  const { fail, digits } = make();
  fail("sari", 30);
  t.equal(await digits("budi"), 0);
  for (let at = 0; at < 200; at++) fail(`nama-${at}`, 1);
  t.equal(await digits("budi"), 1, "one guess a name is noticed too");
});

t.test("a solution pays once, for signing in alone, and not with what it cost before", async (t) => {
  const { guesses, fail } = make();
  fail("sari", 8);
  const solve = async (challenge: SignInChallenge | null) => solveProof(z.parse(signInChallengeSchema, challenge));
  const cheap = await solve(await guesses.challengeFor("sari"));
  const other = await solve(await guesses.challengeFor("sari"));
  await t.rejects(guesses.admit("sari", undefined), { code: "proof-of-work-needed" });
  await guesses.admit("sari", cheap);
  await t.rejects(guesses.admit("sari", cheap), { code: "proof-of-work-needed" }, "twice");
  fail("sari", 30);
  await t.rejects(guesses.admit("sari", other), { code: "proof-of-work-needed" }, "kept from cheaper days");
});

t.test("a flood at one name makes each guess pay, and does not keep out who has the words", async (t) => {
  const server = await startServer(t, { proofsAreChecked: true });
  const { lead, rootSet } = server.organisation;
  await enrol(server, lead);
  const stranger = deriveSigningKeyPair(makeSeed());
  const guess = await makeLogin(server, lead, { signer: stranger });
  const post = (body: object) => send(server, "/api/session", { method: "POST", body });
  for (let at = 0; at < 12; at++) {
    const { problem } = await post(guess);
    t.equal(problem, at < 8 ? "wrong-login" : "proof-of-work-needed");
  }
  t.equal((await post({ ...guess, proof: "e30" })).problem, "proof-of-work-needed", "no solution at all");
  const asked = await sendJson<{ challenge: SignInChallenge }>(server, "/api/login-parameters", {
    method: "POST",
    body: { name: nameOf(lead) },
  });
  t.equal(
    (await post({ ...guess, proof: await solveProof(asked.challenge) })).problem,
    "wrong-login",
    "paid, and wrong",
  );
  const right = await makeLogin(server, lead);
  t.equal((await post(right)).problem, "proof-of-work-needed", "before anything is looked up");
  const device = { roots: rootSet, device: undefined, builtAt: 0, now: Date.now() };
  const member = await signIn(connect(server.origin), { ...device, name: nameOf(lead), passphrase: PASSPHRASE });
  t.equal(member.id, lead.entry.id);
  t.same(await query(server.urls.ownerUrl, "SELECT name FROM logins WHERE code_tries > 0"), [], "nothing on the disk");
});
