import t from "tap";
import { concat, readU32, u32 } from "../../../src/crypto/bytes.ts";
import { loginSignatureInput } from "../../../src/crypto/request.ts";
import { deriveSigningKeyPair, makeSeed, sign } from "../../../src/crypto/secret/keys.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { SAME_SITE_HEADER } from "../../../src/protocol/headers.ts";
import { fromBase64url, toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { SESSION_SECONDS } from "../../../src/protocol/limits.ts";
import { makeServerKey } from "../../../src/server/admission/server-key.ts";
import {
  memberSignatureInput,
  type DirectoryDocument,
  type SignedDirectory,
} from "../../../src/protocol/directory/directory.ts";
import { instant, makeMember, nextDocument } from "../../../src/client/directory/organisation.ts";
import { attemptLogin, enrol, logIn, makeLogin, nameOf, publish } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import {
  type Answered,
  type TestServer,
  send,
  sendJson,
  startServer,
  startTwoServers,
  takeNonce,
} from "../../support/machine/server.ts";
import { signedOf } from "../../support/organisation.ts";

type Parameters = { salt: string; memoryKiB: number; passes: number; nonce: string };
const parametersOf = (server: TestServer, name: string) =>
  sendJson<Parameters>(server, "/api/login-parameters", { method: "POST", body: { name } });
const look = ({ status, headers, text }: Answered) => ({ status, text, headers: [...headers] });

/** The next directory, with members changed. */
function nextDirectory(
  { organisation }: TestServer,
  change: (members: DirectoryDocument["members"]) => DirectoryDocument["members"],
  previous: SignedDirectory = organisation.signed,
): SignedDirectory {
  const content = { ...organisation.document, members: change(organisation.document.members) };
  const gone = new Set(content.members.filter(({ removedIn }) => removedIn !== null).map(({ id }) => id));
  const channels = content.channels.map((channel) => ({
    ...channel,
    recipients: channel.recipients.filter((id) => !gone.has(id)),
    excludable: channel.excludable.filter((id) => !gone.has(id)),
  }));
  return signedOf(organisation, nextDocument({ ...content, channels }, previous, Date.now()), organisation.roots);
}

t.test("a name that nobody has gets a salt that stays, the usual parameters and the usual refusal", async (t) => {
  const server = await startTwoServers(t);
  const { lead } = server.organisation;
  await enrol(server, lead);
  const first = await parametersOf(server, "tidak-ada");
  const again = await parametersOf(server, "tidak-ada");
  const spelled = await parametersOf(server, " TIDAK-ada ");
  t.equal(again.salt, first.salt, "both processes say the same");
  t.equal(spelled.salt, first.salt, "names are compared in one spelling");
  t.not((await parametersOf(server, "juga-tidak-ada")).salt, first.salt);
  const real = await parametersOf(server, nameOf(lead));
  t.same(Object.keys(first), Object.keys(real));
  t.same([first.memoryKiB, first.passes], [real.memoryKiB, real.passes]);
  t.equal(first.salt.length, real.salt.length);

  const unknown = await attemptLogin(server, lead, { name: "tidak-ada" });
  const wrong = await attemptLogin(server, lead, { signer: deriveSigningKeyPair(makeSeed()) });
  t.equal(unknown.problem, "wrong-login");
  t.same(look(wrong), look(unknown), "a wrong passphrase and an unknown name look alike");
  for (const name of ["a\u0000b", "\u0007", "   ", "\ud800"]) {
    t.equal(
      (await send(server, "/api/login-parameters", { method: "POST", body: { name } })).problem,
      "bad-request",
      JSON.stringify(name),
    );
  }
});

t.test("attack 25: a log-in is signed for one origin, one name and one nonce, and serves once", async (t) => {
  const server = await startTwoServers(t);
  const { lead } = server.organisation;
  await enrol(server, lead);
  t.equal((await attemptLogin(server, lead, { as: "https://elsewhere.example" })).problem, "wrong-login");
  t.equal((await attemptLogin(server, lead)).status, 201);

  const name = nameOf(lead);
  const asked = await parametersOf(server, name);
  const proof = {
    salt: fromBase64url(asked.salt),
    memoryKiB: asked.memoryKiB,
    passes: asked.passes,
    origin: server.origin,
    name,
    nonce: fromBase64url(asked.nonce),
  };
  const forged = toBase64url(sign(deriveSigningKeyPair(makeSeed()), loginSignatureInput(proof)));
  const body = { name, nonce: asked.nonce, signature: forged };
  const spent = () => query(server.urls.ownerUrl, "SELECT 1 FROM spent");
  const before = await spent();
  t.equal((await send(server, "/api/session", { method: "POST", body })).problem, "wrong-login");
  t.same(await spent(), before, "who guesses writes nothing into the database");
  const both = await Promise.all(
    server.both.map((each) =>
      send(each, "/api/session", { method: "POST", body: { ...body, nonce: toBase64url(randomBytes(36)) } }),
    ),
  );
  t.same(
    both.map(({ problem }) => problem),
    ["wrong-login", "wrong-login"],
    "a nonce that nobody made",
  );
  t.equal((await query(server.urls.ownerUrl, "SELECT 1 FROM sessions")).length, 1);
});

t.test("attack 49: a session begins with a new cookie at each log-in, whatever the browser brought", async (t) => {
  const server = await startServer(t);
  const { lead } = server.organisation;
  const planted = `segel=${toBase64url(randomBytes(32))}`;
  await enrol(server, lead);
  const answer = await attemptLogin(server, lead, { headers: { cookie: planted } });
  const [cookie = ""] = answer.headers.getSetCookie();
  t.not(cookie.split(";")[0], planted);
  t.equal((await send(server, "/api/session", { headers: { cookie: planted } })).problem, "not-signed-in");
  const again = await logIn(server, lead);
  t.not(again.cookie, cookie.split(";")[0]);
  const [first, second] = [cookie.split(";")[0] ?? "", again.cookie];
  t.equal(
    (await send(server, "/api/session", { headers: { cookie: `${first}; ${second}` } })).problem,
    "not-signed-in",
    "two cookies of the name: none counts",
  );
  const rows = await query<{ id_hash: Buffer }>(server.urls.ownerUrl, "SELECT id_hash FROM sessions");
  t.ok(
    rows.every(({ id_hash }) => !id_hash.equals(Buffer.from(fromBase64url(second.slice(6))))),
    "the database keeps a hash",
  );
  t.equal((await send(server, "/api/session", { method: "DELETE", session: again })).status, 204);
  t.equal(
    (await send(server, "/api/session", { session: again })).problem,
    "not-signed-in",
    "a log-out ends it at once",
  );
});

t.test("the session cookie is bound to this very host wherever there is https or an onion address", async (t) => {
  const server = await startServer(t, { moreOrigins: ["https://segel.example", "http://segel.onion"] });
  const { lead } = server.organisation;
  await enrol(server, lead);
  const setCookie = async () => (await attemptLogin(server, lead)).headers.getSetCookie()[0] ?? "";
  t.match(await setCookie(), /^segel=[\w-]{70}; Path=\/; HttpOnly; SameSite=Strict$/u, "plain http on this machine");
  const { app } = server;
  for (const [host, origin] of [
    ["segel.example", "https://segel.example"],
    ["segel.onion", "http://segel.onion"],
    ["any.example", "https://segel.example"],
  ] as const) {
    const payload = await makeLogin(server, lead, { as: origin });
    const answer = await app.inject({
      method: "POST",
      url: "/api/session",
      headers: { host, [SAME_SITE_HEADER]: "1" },
      payload,
    });
    t.match(
      String(answer.headers["set-cookie"]),
      /^__Host-segel=[\w-]{70}; Path=\/; HttpOnly; SameSite=Strict; Secure$/u,
      host,
    );
    t.equal(
      answer.headers["strict-transport-security"] !== undefined,
      host === "segel.example",
      "HSTS over https alone",
    );
  }
});

t.test("attack 48: a request of another site changes nothing, log-in and log-out included", async (t) => {
  const server = await startServer(t);
  const session = await logIn(server, server.organisation.lead);
  const { cookie } = session;
  const own = { cookie, "content-type": "application/json" };
  const foreign: Record<string, Record<string, string>> = {
    "a form, which can send no header of ours": {},
    "another origin": { [SAME_SITE_HEADER]: "1", origin: "https://elsewhere.example" },
    "the origin that sandboxed frames have": { [SAME_SITE_HEADER]: "1", origin: "null" },
    "the browser's word for it": { [SAME_SITE_HEADER]: "1", "sec-fetch-site": "cross-site" },
  };
  const requests = [
    ["DELETE", "/api/session"],
    ["POST", "/api/session"],
    ["POST", "/api/access"],
    ["PUT", "/api/vault/memory"],
  ] as const;
  for (const [what, headers] of Object.entries(foreign)) {
    for (const [method, path] of requests) {
      const type = path === "/api/vault/memory" ? "application/octet-stream" : "application/json";
      const body =
        method === "DELETE"
          ? {}
          : {
              body:
                path === "/api/session"
                  ? JSON.stringify({
                      name: "x",
                      nonce: toBase64url(randomBytes(36)),
                      signature: toBase64url(randomBytes(64)),
                    })
                  : "{}",
            };
      const response = await fetch(server.origin + path, {
        method,
        headers: { ...own, ...headers, "content-type": type },
        ...body,
      });
      t.match([response.status, await response.text()], [403, /cross-site/u], `${method} ${path}: ${what}`);
    }
  }
  t.equal(
    (
      await send(server, "/api/session", {
        session,
        headers: { origin: server.origin, "sec-fetch-site": "same-origin" },
      })
    ).status,
    200,
    "the session is still there",
  );
  t.equal(
    (await send(server, "/api/session", { method: "DELETE", session, headers: { origin: server.origin } })).status,
    204,
    "our own page may",
  );
});

t.test(
  "attack 49: a member who is removed, changed or expired in a new directory is signed out at once, in every process",
  async (t) => {
    const server = await startTwoServers(t);
    const { administrator, investigators, custodians, lead } = server.organisation;
    const [changed, expired, removed] = investigators as [typeof lead, typeof lead, typeof lead];
    const admin = await logIn(server, administrator);
    const sessions = await Promise.all(
      [removed, changed, expired, lead, custodians[0]!].map((member) => logIn(server, member)),
    );
    for (const session of sessions) t.equal((await send(server, "/api/session", { session })).status, 200);

    const day = 86_400_000;
    const signEntry = (member: typeof lead, entry: DirectoryDocument["members"][number]) => ({
      ...entry,
      signature: toBase64url(sign(deriveSigningKeyPair(member.keys.signingSeed), memberSignatureInput(entry))),
    });
    const next = nextDirectory(server, (members) =>
      members.map((entry) => {
        if (entry.id === removed.entry.id) return { ...entry, removedIn: 2 };
        if (entry.id === changed.entry.id) return signEntry(changed, { ...entry, roles: ["investigator", "lead"] });
        if (entry.id === expired.entry.id)
          return { ...entry, validFrom: instant(Date.now() - 9 * day), validUntil: instant(Date.now() - day) };
        return entry;
      }),
    );
    t.equal((await publish(server, admin, next)).status, 201);
    for (const each of server.both) {
      const statuses = await Promise.all(sessions.map((session) => send(each, "/api/session", { session })));
      t.same(
        statuses.map(({ problem }) => problem),
        ["not-signed-in", "not-signed-in", "not-signed-in", "", ""],
      );
    }
    t.equal((await query(server.urls.ownerUrl, "SELECT 1 FROM sessions")).length, 3);
    t.equal((await attemptLogin(server, removed)).problem, "wrong-login", "who was removed cannot come back");
    t.equal((await attemptLogin(server, expired)).problem, "not-valid-now", "who has the passphrase hears why");
    t.equal((await enrol(server, removed)).problem, "bad-signature", "nor by setting a new passphrase");
    const again = await logIn(server, changed);
    t.match(JSON.parse((await send(server, "/api/session", { session: again })).text), {
      roles: ["investigator", "lead"],
      directoryVersion: 2,
    });
  },
);

t.test("attack 49: a session whose member was changed behind the server's back is ended when it is used", async (t) => {
  const server = await startServer(t);
  const session = await logIn(server, server.organisation.lead);
  await query(server.urls.ownerUrl, "UPDATE sessions SET entry_hash = $1", [randomBytes(32)]);
  t.equal((await send(server, "/api/session", { session })).problem, "not-signed-in");
  t.equal((await query(server.urls.ownerUrl, "SELECT 1 FROM sessions")).length, 0);
  const other = await logIn(server, server.organisation.lead);
  await query(server.urls.ownerUrl, "UPDATE sessions SET expires = now() - interval '1 second'");
  t.equal(
    (await send(server, "/api/session", { session: other })).problem,
    "not-signed-in",
    "and one that has expired does not serve",
  );
});

t.test(
  "attack 89: of a session's end the database knows the day, the cookie the second, and nobody puts it off",
  async (t) => {
    const server = await startServer(t);
    const { cookie, member } = await logIn(server, server.organisation.lead);
    const [row] = await query<{ expires: Date }>(server.urls.ownerUrl, "SELECT expires FROM sessions");
    t.equal((row?.expires.getTime() ?? 1) % 86_400_000, 0);
    const [name = "", value = ""] = cookie.split("=");
    const id = fromBase64url(value);
    const secondsLeft = readU32(id, 28) - Date.now() / 1_000;
    t.ok(secondsLeft > SESSION_SECONDS - 60 && secondsLeft <= SESSION_SECONDS, "twelve hours from now");
    t.ok((row?.expires.getTime() ?? 0) >= readU32(id, 28) * 1_000);
    const ask = async (bytes: Uint8Array) =>
      (await send(server, "/api/session", { session: { member, cookie: `${name}=${toBase64url(bytes)}` } })).status;
    const key = makeServerKey(server.serverKey);
    const endingAt = (seconds: number) => {
      const other = concat(id.subarray(0, 28), u32(seconds));
      return concat(other, id.subarray(32, 36), key.idleMac(other, readU32(id, 32)));
    };
    t.equal(await ask(id), 200);
    for (const other of [endingAt(readU32(id, 28) + 1), endingAt(0xffff_ffff), id.subarray(0, 32), concat(id, id)])
      t.equal(await ask(other), 401);

    const over = endingAt(Math.floor(Date.now() / 1_000) - 1);
    await query(server.urls.ownerUrl, "UPDATE sessions SET id_hash = $1", [key.sessionHash(over.subarray(0, 32))]);
    t.equal(await ask(over), 401, "one whose twelve hours are over, while its row is still there");
  },
);

t.test("a name, a passphrase and a vault are set by the member's directory key alone", async (t) => {
  const server = await startServer(t);
  const [first, second] = server.organisation.investigators as [
    typeof server.organisation.lead,
    typeof server.organisation.lead,
  ];
  const signer = deriveSigningKeyPair(second.keys.signingSeed);
  t.equal((await enrol(server, first, { signer })).problem, "bad-signature", "not by another member's");
  t.equal(
    (await enrol(server, first, { as: "https://elsewhere.example" })).problem,
    "bad-signature",
    "not for another address",
  );
  const stranger = makeMember({ en: "Nobody" }, ["investigator"], { now: Date.now(), fromVersion: 1 });
  t.equal((await enrol(server, stranger)).problem, "bad-signature", "not for somebody who is not listed");
  const nonce = await takeNonce(server);
  t.equal((await enrol(server, first, { name: "Siti", nonce })).status, 200);
  t.equal((await enrol(server, first, { name: "Siti", nonce })).problem, "bad-signature", "its nonce serves once");
  t.equal(
    (await enrol(server, second, { name: "ＳＩＴＩ " })).problem,
    "conflict",
    "a name belongs to one member, however it is spelled",
  );
  const session = await logIn(server, first, { name: "Siti" });
  t.equal((await enrol(server, first, { name: "Siti Baru" })).status, 200);
  t.equal(
    (await send(server, "/api/session", { session })).problem,
    "not-signed-in",
    "a new passphrase ends the sessions before it",
  );
  t.equal((await enrol(server, second, { name: "siti" })).status, 200, "the old name is free again");
});

t.test("the vault's memory is replaced by the member alone, and comes back at the next log-in", async (t) => {
  const server = await startServer(t);
  const session = await logIn(server, server.organisation.lead);
  const other = await logIn(server, server.organisation.administrator);
  const memory = randomBytes(76);
  t.equal((await send(server, "/api/vault/memory", { method: "PUT", body: memory, session })).status, 200);
  t.equal(
    (await send(server, "/api/vault/memory", { method: "PUT", body: randomBytes(75), session })).problem,
    "bad-request",
  );
  t.equal(
    (await send(server, "/api/vault/memory", { method: "PUT", body: randomBytes(76), session: other })).status,
    200,
  );
  const answer = JSON.parse((await attemptLogin(server, server.organisation.lead)).text) as {
    vault: { memory: string };
    memberId: string;
  };
  t.equal(answer.vault.memory, toBase64url(memory));
  t.equal(answer.memberId, server.organisation.lead.entry.id);
});

t.test("a directory is taken from its roots, in order, and once", async (t) => {
  const server = await startTwoServers(t);
  const { organisation } = server;
  const session = await logIn(server, organisation.administrator);
  const next = nextDirectory(server, (members) => members);
  const rogue = deriveSigningKeyPair(makeSeed());
  const forged = signedOf(organisation, { ...nextDocument(organisation.document, organisation.signed, Date.now()) }, [
    rogue,
  ]);
  t.equal((await publish(server, session, forged)).problem, "bad-envelope", "signed by somebody else");
  t.equal((await publish(server, session, { ...next, signatures: [] })).problem, "bad-envelope");
  const afterNext = nextDirectory(server, (members) => members, next);
  t.equal((await publish(server, session, afterNext)).problem, "conflict", "one left out");
  const rival = signedOf(
    organisation,
    {
      ...nextDocument(organisation.document, organisation.signed, Date.now()),
      expires: instant(Date.now() + 10 * 86_400_000),
    },
    organisation.roots,
  );
  const answers = await Promise.all(
    [publish(server.both[0], session, next), publish(server.both[1], session, rival)].map(
      async (each) => (await each).status,
    ),
  );
  t.same(
    answers.toSorted((a, b) => a - b),
    [201, 409],
    "of two at once one is taken",
  );
  const { chain } = await sendJson<{ chain: SignedDirectory[] }>(server, "/api/directory?from=1");
  t.equal(chain.length, 2);
  t.same(
    (await sendJson<{ chain: SignedDirectory[] }>(server, "/api/directory")).chain,
    chain.slice(1),
    "without a number the newest alone",
  );
  t.equal((await publish(server, session, organisation.signed)).problem, "conflict", "an older one");
});

t.test("a directory that was written into the database without its roots gives nobody a role", async (t) => {
  const server = await startServer(t);
  const session = await logIn(server, server.organisation.administrator);
  const rogue = deriveSigningKeyPair(makeSeed());
  const forged = signedOf(
    server.organisation,
    nextDocument(server.organisation.document, server.organisation.signed, Date.now()),
    [rogue],
  );
  await query(
    server.urls.ownerUrl,
    "INSERT INTO directories (version, hash, document, signatures, published_on) VALUES (2, $1, $2, $3, current_date)",
    [randomBytes(32), forged.document, JSON.stringify(forged.signatures)],
  );
  t.equal((await send(server, "/api/session", { session })).status, 500);
  t.match(server.log(), /too-few-signatures/u);
});
