import t from "tap";
import { Secret, TOTP } from "otpauth";
import {
  addCode,
  addPasskey,
  askFactorReset,
  prepareNewPasskey,
  readFactors,
  readMemberFactors,
  removeFactor,
  stopFactorReset,
} from "../../../src/client/account/factors.ts";
import { assertionText } from "../../../src/client/member/entry/assertion.ts";
import { preparePasskey, signInByPasskey } from "../../../src/client/account/passkey-sign-in.ts";
import { endOtherSessions, endSession, readSessions } from "../../../src/client/account/sessions.ts";
import { type Member, signIn } from "../../../src/client/member/entry/sign-in.ts";
import type { NewMember } from "../../../src/client/directory/organisation.ts";
import { connect } from "../../../src/client/line/http.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import { concat, fromHex, hex, readU32, u32 } from "../../../src/crypto/bytes.ts";
import {
  factorResetSignatureInput,
  factorSignatureInput,
  passkeyChallenge,
  passkeyInput,
} from "../../../src/crypto/factor.ts";
import { deriveSigningKeyPair, sign } from "../../../src/crypto/secret/keys.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { fromBase64url, toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { addDays } from "../../../src/protocol/encoding/day.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import { today } from "../../../src/server/services/common/today.ts";
import { type SoftAuthenticator, makeAuthenticator } from "../../support/authenticator.ts";
import { holdClock } from "../../support/machine/held-clock.ts";
import { PASSPHRASE, attemptLogin, logIn, memberAt, nameOf } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import { type TestServer, send, startServer, startTwoServers, takeNonce } from "../../support/machine/server.ts";

type Waiting = { ticket: string; code: boolean; passkeys: string[]; resetOn: string | null };

holdClock(t);

/** Where none is required; the tests use different members of it, and what they leave does not matter to the others. */
const server = await startServer(t, { moreOrigins: ["https://segel.example"] });

/** The code that an app shows, so many steps of 30 s from now. */
function codeOf(secret: Uint8Array, steps = 0): string {
  const totp = new TOTP({ secret: new Secret({ buffer: new Uint8Array(secret).buffer }) });
  return totp.generate({ timestamp: Date.now() + steps * 30_000 });
}

async function waiting(server: TestServer, who: Parameters<typeof attemptLogin>[1]): Promise<Waiting> {
  return JSON.parse((await attemptLogin(server, who)).text) as Waiting;
}

const give = (server: Pick<TestServer, "origin">, ticket: string, factor: object) =>
  send(server, "/api/session/factor", { method: "POST", body: { ticket, factor } });

async function withCodes(server: TestServer, who: Parameters<typeof memberAt>[1]) {
  const member = await memberAt(server, who);
  const secret = randomBytes(20);
  await addCode(member, secret, codeOf(secret, -1));
  return { member, secret };
}

const statuses = (answers: readonly { readonly status: number }[]): number[] =>
  answers.map(({ status }) => status).toSorted((a, b) => a - b);

/** As a page does: a credential, then its secret asked for twice. */
async function enrolPasskey(
  member: Member,
  outputs: (authenticator: SoftAuthenticator, input: Uint8Array) => [Uint8Array | undefined, Uint8Array | undefined],
) {
  const { origin } = member.connection;
  const authenticator = makeAuthenticator(origin);
  const { nonce, challenge, input } = await prepareNewPasskey(member);
  const made = authenticator.register(challenge);
  const opens = await addPasskey(member, {
    nonce,
    credentialId: authenticator.credentialId,
    ...made,
    outputs: outputs(authenticator, input),
  });
  return { authenticator, opens };
}
const twice = (authenticator: SoftAuthenticator, input: Uint8Array): [Uint8Array, Uint8Array] => [
  authenticator.outputFor(input),
  authenticator.outputFor(input),
];

t.test("sessions are listed by day, and ended one by one or all the others", async (t) => {
  const { lead, administrator } = server.organisation;
  const [first, second, third] = [
    await memberAt(server, lead),
    await memberAt(server, lead),
    await memberAt(server, lead),
  ];
  const stranger = await memberAt(server, administrator);
  const listed = await readSessions(third);
  t.same(
    listed.map(({ begunOn, way }) => [begunOn, way]),
    [1, 2, 3].map(() => [today(), "words"]),
  );
  t.equal(listed.filter(({ isThis }) => isThis).length, 1);
  const ofFirst = (await readSessions(first)).find(({ isThis }) => isThis)?.id ?? "";
  await endSession(stranger, ofFirst);
  t.equal((await readSessions(first)).length, 3, "nobody ends somebody else's");
  await endSession(third, ofFirst);
  await t.rejects(readSessions(first), { code: "not-signed-in" });
  await endOtherSessions(third);
  await t.rejects(readSessions(second), { code: "not-signed-in" });
  t.equal((await readSessions(third)).length, 1, "this one stays");
  t.equal((await readSessions(stranger)).length, 1);
});

t.test("attack 49: a session that nobody uses ends by itself, and its cookie alone knows when", async (t) => {
  const lead = server.organisation.investigators[0]!;
  const { cookie } = await logIn(server, lead);
  const [name = "", value = ""] = cookie.split("=");
  const id = fromBase64url(value).subarray(0, 32);
  const key = makeServerKey(server.serverKey);
  const now = Math.floor(Date.now() / 1_000);
  const ask = (idleEnd: number, mac = key.idleMac(id, idleEnd)) =>
    send(server, "/api/session", {
      session: { member: lead, cookie: `${name}=${toBase64url(concat(id, u32(idleEnd), mac))}` },
    });
  t.equal((await ask(now - 1)).problem, "not-signed-in");
  t.equal((await ask(now + 99_999, randomBytes(16))).problem, "not-signed-in", "nobody puts it off");
  const fresh = await ask(now + 1_790);
  t.same([fresh.status, fresh.headers.getSetCookie()], [200, []]);
  const renewed = await ask(now + 60);
  const [next = ""] = renewed.headers.getSetCookie();
  const moved = fromBase64url(next.split(";")[0]?.split("=")[1] ?? "");
  t.same(moved.subarray(0, 32), id, "the same session");
  t.ok(Math.abs(readU32(moved, 32) - now - 1_800) < 30, "with half an hour from now");
});

t.test(
  "wrong codes are told, and cannot be tried without end; a right one is not kept waiting by others' names",
  async (t) => {
    const { lead, administrator } = server.organisation;
    const { secret } = await withCodes(server, lead);
    const other = await withCodes(server, administrator);
    const wrong = codeOf(secret, 40);
    const { ticket } = await waiting(server, lead);
    const problems = (await Promise.all([1, 2, 3, 4, 5, 6, 7].map(() => give(server, ticket, { code: wrong })))).map(
      ({ problem }) => problem,
    );
    t.same(
      problems.filter((problem) => problem === "wrong-factor").length,
      5,
      "five at once are as many as five in turn",
    );
    t.same(problems.filter((problem) => problem === "too-many-codes").length, 2);
    t.equal((await give(server, ticket, { code: codeOf(secret) })).problem, "too-many-codes");
    const theirs = await waiting(server, administrator);
    t.equal((await give(server, theirs.ticket, { code: codeOf(other.secret) })).status, 201);
    await query(server.urls.ownerUrl, "UPDATE logins SET code_tries_until = now() - interval '1 hour'");
    const entered = await give(server, ticket, { code: codeOf(secret) });
    t.match(JSON.parse(entered.text), { memberId: lead.entry.id, wrongCodes: 5 }, "the member hears of it");
    const next = await waiting(server, lead);
    t.match(JSON.parse((await give(server, next.ticket, { code: codeOf(secret, 1) })).text), { wrongCodes: 0 });
  },
);

t.test("a ticket is the member's whose words were right, and dies with them", async (t) => {
  const [lead, administrator] = [server.organisation.custodians[0]!, server.organisation.administrator];
  const { secret } = await withCodes(server, lead);
  const { ticket } = await waiting(server, lead);
  const bytes = fromBase64url(ticket);
  const forged = [
    concat(bytes.subarray(0, 16), fromHex(administrator.entry.id), bytes.subarray(32)),
    concat(bytes.subarray(0, 32), u32(readU32(bytes, 32) + 1), bytes.subarray(36)),
    randomBytes(52),
  ];
  for (const one of forged)
    t.equal((await give(server, toBase64url(one), { code: codeOf(secret) })).problem, "not-signed-in");
  await query(server.urls.ownerUrl, "UPDATE logins SET login_public_key = $1 WHERE member_id = $2", [
    randomBytes(32),
    Buffer.from(lead.entry.id, "hex"),
  ]);
  t.equal((await give(server, ticket, { code: codeOf(secret) })).problem, "not-signed-in", "after a new passphrase");
});

t.test(
  "a session alone adds and removes no factor: the directory key signs each change, for one address, once",
  async (t) => {
    const [, lead, administrator] = server.organisation.custodians as [NewMember, NewMember, NewMember];
    const session = await logIn(server, lead);
    const secret = randomBytes(20);
    const factorId = randomBytes(16);
    const own = deriveSigningKeyPair(lead.keys.signingSeed);
    const others = deriveSigningKeyPair(administrator.keys.signingSeed);
    const nonce = await takeNonce(server);
    const put = (
      keys: typeof own,
      change: Partial<Parameters<typeof factorSignatureInput>[0]> = {},
      signed = secret,
    ) => {
      const place = {
        origin: server.origin,
        memberId: fromHex(lead.entry.id),
        factorId,
        nonce: fromBase64url(nonce),
        ...change,
      };
      const signature = toBase64url(sign(keys, factorSignatureInput(place, { what: "add-code", secret: signed })));
      const body = { secret: toBase64url(secret), code: codeOf(secret), nonce, signature };
      return send(server, `/api/factors/${hex(factorId)}/code`, { method: "PUT", body, session });
    };
    t.equal((await put(others)).problem, "bad-signature", "another member's key");
    t.equal((await put(own, { origin: "https://elsewhere.example" })).problem, "bad-signature");
    t.equal((await put(own, { factorId: randomBytes(16) })).problem, "bad-signature");
    t.equal((await put(own, {}, randomBytes(20))).problem, "bad-signature", "for another secret");
    t.equal((await put(own)).status, 200);
    t.equal((await put(own)).problem, "bad-signature", "its nonce has served");
  },
);

t.test("attack 96: a passkey lets in its own member alone, at its own address, with each answer once", async (t) => {
  const [lead, administrator] = server.organisation.investigators as [NewMember, NewMember];
  const member = await memberAt(server, lead);
  const { authenticator, opens } = await enrolPasskey(member, () => [undefined, undefined]);
  t.notOk(opens, "without a secret it is a second factor only");
  await enrolPasskey(await memberAt(server, administrator), () => [undefined, undefined]);
  const { ticket, passkeys } = await waiting(server, lead);
  t.same(passkeys, [authenticator.credentialId]);
  const challenge = passkeyChallenge(server.origin, fromBase64url(ticket));
  const tried = (assertion: ReturnType<SoftAuthenticator["assert"]>) =>
    give(server, ticket, { assertion: assertionText(assertion) });
  const stranger = makeAuthenticator(server.origin);
  const theirs = await waiting(server, administrator);
  for (const [what, assertion] of Object.entries({
    "another challenge": authenticator.assert(randomBytes(32)),
    "another member's ticket": authenticator.assert(passkeyChallenge(server.origin, fromBase64url(theirs.ticket))),
    "another address": authenticator.assert(challenge, { as: "https://segel.example" }),
    "another address's key": authenticator.assert(challenge, { rpId: "segel.example" }),
    "a registration in its place": authenticator.assert(challenge, { type: "webauthn.create" }),
    "a stranger's": { ...stranger.assert(challenge), credentialId: authenticator.credentialId },
    "an unknown one": stranger.assert(challenge),
    "a copy, which counts less": authenticator.assert(challenge, { count: 1 }),
  }))
    t.equal((await tried(assertion)).problem, "wrong-factor", what);
  const good = authenticator.assert(challenge);
  const both = await Promise.all([tried(good), tried(good)]);
  t.same(statuses(both), [201, 401], "used twice at once: one succeeds");
  const next = await waiting(server, lead);
  t.equal((await give(server, next.ticket, { assertion: assertionText(good) })).problem, "wrong-factor");
  const { nonce, challenge: alone } = await preparePasskey(connect(server.origin));
  const body = { nonce, assertion: assertionText(authenticator.assert(alone)) };
  t.equal(
    (await send(server, "/api/session/passkey", { method: "POST", body })).problem,
    "wrong-factor",
    "and alone it opens nothing where it gives no secret",
  );
});

t.test("attack 102: a passkey whose secret changes between two askings opens no vault", async (t) => {
  const member = await openMember(server, server.organisation.investigators[2]!);
  const { opens } = await enrolPasskey(member, (one, input) => [one.outputFor(input), randomBytes(32)]);
  t.notOk(opens);
  const { opens: once } = await enrolPasskey(member, (one) => [one.outputFor(passkeyInput("x")), undefined]);
  t.notOk(once);
  t.match(await readFactors(member), { factors: [{ opensVault: false }, { opensVault: false }] });
});

t.test("where a second factor is required, the six words alone let a member add one and do nothing else", async (t) => {
  const server = await startServer(t, { needsFactor: true });
  const { lead } = server.organisation;
  const session = await logIn(server, lead);
  for (const path of ["/api/heads", "/api/cases", "/api/sessions", "/api/notices"])
    t.equal((await send(server, path, { session })).problem, "factor-needed", path);
  const member = await memberAt(server, lead);
  t.match(await readFactors(member), { isRequired: true, factors: [] });
  const secret = randomBytes(20);
  await t.rejects(addCode(member, secret, codeOf(secret, 9)), { code: "wrong-factor" }, "a code of another time");
  await addCode(member, secret, codeOf(secret));
  t.equal((await readSessions(member)).length, 1, "this session serves from now on, and that by words alone ended");
  t.equal((await send(server, "/api/session", { session })).problem, "not-signed-in");
  const [factor] = (await readFactors(member)).factors;
  t.match(factor, { kind: "code", addedOn: today(), origin: null, opensVault: false });
  await t.rejects(removeFactor(member, factor?.id ?? ""), { code: "last-factor" });

  const first = await attemptLogin(server, lead);
  t.same(first.headers.getSetCookie(), [], "the words alone bring no session any more");
  t.notMatch(first.text, /vault|keyWrap|memberId/u, "and nothing of the vault");
  const rows = await query<{ secret: Buffer }>(server.urls.ownerUrl, "SELECT secret FROM factors");
  t.notOk(rows[0]?.secret.includes(Buffer.from(secret)), "the database does not hold the secret");
});

t.test("attack 50: a code serves once, also at two processes at the same time", async (t) => {
  const server = await startTwoServers(t);
  const { lead } = server.organisation;
  const { secret } = await withCodes(server, lead);
  const { ticket } = await waiting(server, lead);
  t.equal(
    (await give(server, ticket, { code: codeOf(secret, -1) })).problem,
    "wrong-factor",
    "the one it was added with",
  );
  const tickets = await Promise.all([1, 2, 3, 4].map(async () => (await waiting(server, lead)).ticket));
  const code = codeOf(secret);
  const answers = await Promise.all(tickets.map((one, at) => give(server.both[at % 2]!, one, { code })));
  t.same(statuses(answers), [201, 401, 401, 401]);
  const again = await waiting(server, lead);
  const both = await Promise.all(server.both.map((each) => give(each, again.ticket, { code: codeOf(secret, 1) })));
  t.same(statuses(both), [201, 401], "nor does a ticket serve twice");
  t.same(
    await query(
      server.urls.ownerUrl,
      "SELECT expires FROM spent WHERE extract(epoch FROM expires)::bigint % 3600 <> 0",
    ),
    [],
    "what stays of a code tells no moment",
  );
});

t.test(
  "attack 96: a passkey with a secret opens the vault, and a wrap of another member or credential does not",
  async (t) => {
    const server = await startServer(t, { needsFactor: true });
    const { lead, administrator } = server.organisation;
    const common = { roots: server.organisation.rootSet, device: undefined, builtAt: 0, now: Date.now() };
    const enrolled = await logIn(server, lead);
    t.ok(enrolled.cookie);
    const member = await openMember(server, lead);
    const { authenticator, opens } = await enrolPasskey(member, twice);
    t.ok(opens);
    t.match(await readFactors(member), { factors: [{ kind: "passkey", opensVault: true, origin: server.origin }] });
    const enter = async (options: { output?: Uint8Array; verified?: boolean } = {}) => {
      const line = connect(server.origin);
      const { nonce, challenge, input } = await preparePasskey(line);
      const assertion = authenticator.assert(challenge, options.verified === false ? { verified: false } : {});
      return signInByPasskey(
        line,
        { nonce, assertion, output: options.output ?? authenticator.outputFor(input) },
        common,
      );
    };
    const opened = await enter();
    t.same([opened.id, opened.told], [lead.entry.id, { mustAddFactor: false, wrongCodes: 0, resetOn: null }]);
    t.equal((await readSessions(opened)).filter(({ way }) => way === "passkey").length, 2);
    await t.rejects(enter({ verified: false }), { code: "wrong-factor" }, "nobody saw who it is");
    await t.rejects(enter({ output: randomBytes(32) }), new Refusal("passkey-differs"), "another secret");

    const other = await openMember(server, administrator);
    const theirs = await enrolPasskey(other, twice);
    t.ok(theirs.opens);
    const wraps = await query<{ member_id: Buffer; key_wrap: Buffer }>(
      server.urls.ownerUrl,
      "SELECT member_id, key_wrap FROM factors",
    );
    const foreign = wraps.find(({ member_id }) => member_id.toString("hex") === administrator.entry.id)?.key_wrap;
    await query(server.urls.ownerUrl, "UPDATE factors SET key_wrap = $1 WHERE member_id = $2", [
      foreign,
      Buffer.from(lead.entry.id, "hex"),
    ]);
    await t.rejects(enter(), new Refusal("passkey-differs"), "another member's wrap");
    t.equal((await attemptLogin(server, lead)).status, 201, "the six words still begin a sign-in");
  },
);

t.test(
  "a lost factor: two colleagues ask, the member sees it for a day and may stop it, then the words add a new one",
  async (t) => {
    const server = await startServer(t, { needsFactor: true });
    const { lead, administrator, investigators } = server.organisation;
    const who = investigators[0]!;
    const { member, secret } = await withCodes(server, who);
    const [first, second] = [(await withCodes(server, lead)).member, (await withCodes(server, administrator)).member];
    await t.rejects(askFactorReset(first, lead.entry.id, today()), { code: "forbidden" }, "not one's own");
    await t.rejects(askFactorReset(first, who.entry.id, addDays(today(), 1)), { code: "wrong-day" });
    await t.rejects(askFactorReset(member, lead.entry.id, today()), { code: "forbidden" }, "not by an investigator");
    t.same(await askFactorReset(first, who.entry.id, today()), { goesOn: null });
    t.same(await askFactorReset(first, who.entry.id, today()), { goesOn: null }, "one who asks twice is one");
    const goesOn = addDays(today(), 2);
    t.same(await askFactorReset(second, who.entry.id, today()), { goesOn });
    t.equal((await waiting(server, who)).resetOn, goesOn, "shown before the second step");
    t.match(await readFactors(member), { reset: { askedBy: { length: 2 }, goesOn } });
    const shown = (await readMemberFactors(second)).find(({ memberId }) => memberId === who.entry.id);
    t.match(shown, { codes: 1, passkeys: 0, signedInOn: today(), reset: { goesOn } });
    t.equal(
      (await readMemberFactors(first)).every(({ signedInOn }) => signedInOn === null),
      true,
      "days are the administrator's",
    );
    await stopFactorReset(member);
    t.equal((await waiting(server, who)).resetOn, null);

    await askFactorReset(first, who.entry.id, today());
    await askFactorReset(second, who.entry.id, today());
    await query(server.urls.ownerUrl, "UPDATE factor_resets SET asked_on = asked_on - 2");
    t.ok((await waiting(server, who)).ticket, "a day that nobody has signed counts nothing");
    await query(server.urls.ownerUrl, "DELETE FROM factor_resets");
    await askAs(server, first, who.entry.id, addDays(today(), -2));
    await askAs(server, second, who.entry.id, addDays(today(), -2));
    const entered = await attemptLogin(server, who);
    t.match(JSON.parse(entered.text), { mustAddFactor: true }, "the words add a new one");
    t.equal((await query(server.urls.ownerUrl, "SELECT FROM factors")).length, 2);
    await t.rejects(readSessions(member), { code: "not-signed-in" }, "and what was signed in is not any more");
    const { ticket } = await waiting(server, lead);
    t.equal((await give(server, ticket, { code: codeOf(secret) })).problem, "wrong-factor", "nobody else's changed");
  },
);

/** What was signed two days ago, as it lies in the database. */
async function askAs(server: TestServer, asker: Member, memberId: string, day: string): Promise<void> {
  const signature = sign(asker.signing, factorResetSignatureInput(server.origin, fromHex(memberId), day));
  await query(server.urls.ownerUrl, "INSERT INTO factor_resets VALUES ($1, $2, $3, $4)", [
    Buffer.from(memberId, "hex"),
    Buffer.from(asker.id, "hex"),
    day,
    Buffer.from(signature),
  ]);
}

/** With the vault key that lies in the vault, as the words give it. */
async function openMember(server: TestServer, who: Parameters<typeof memberAt>[1]): Promise<Member> {
  await logIn(server, who);
  return signIn(connect(server.origin), {
    name: nameOf(who),
    passphrase: PASSPHRASE,
    roots: server.organisation.rootSet,
    device: undefined,
    builtAt: 0,
    now: Date.now(),
  });
}
