import t from "tap";
import {
  type Connection,
  ApiError,
  type ApiErrorCode,
  callJson,
  callSigned,
  connect,
  pathOf,
  takeNonce,
} from "../../../src/client/line/http.ts";
import { putUntilAnswered } from "../../../src/client/case/prepared-message.ts";
import { fromHex } from "../../../src/crypto/bytes.ts";
import { requestSignatureInput } from "../../../src/crypto/request.ts";
import { deriveSigningKeyPair, makeSeed } from "../../../src/crypto/secret/keys.ts";
import { isSignedBy } from "../../../src/crypto/sodium.ts";
import { sha256 } from "../../../src/client/line/sha256.ts";
import { API } from "../../../src/protocol/api.ts";
import { HEADERS } from "../../../src/protocol/headers.ts";
import { fromBase64url, toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { PROBLEM_MEDIA_TYPE } from "../../../src/protocol/problems.ts";
import { json, problem } from "../../support/hostile/hostile-server.ts";

const NONCE = toBase64url(new Uint8Array(36));

/** A connection whose answers come in this order, and what was asked. */
function answering(...answers: readonly (() => Response)[]): {
  connection: Connection;
  asked: { url: string; headers: Headers }[];
} {
  const asked: { url: string; headers: Headers }[] = [];
  const waiting = [...answers];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    asked.push({ url, headers: new Headers(init.headers) });
    const next = waiting.shift();
    if (next === undefined) throw new TypeError("no line");
    return next();
  };
  return { connection: connect("https://segel.example/path", fetch), asked };
}

function withNonce(response: Response, nonce: string): Response {
  response.headers.set(HEADERS.nonce, nonce);
  return response;
}

t.test("a problem is an error with its code, and only a code of the table", async (t) => {
  const failing = (response: () => Response) =>
    callJson(answering(response).connection, "health", API.health.answer.json);
  await t.rejects(
    failing(() => problem("busy")),
    new ApiError("busy"),
  );
  const strange = (type: string) => () =>
    new Response(JSON.stringify({ type }), { status: 400, headers: { "content-type": PROBLEM_MEDIA_TYPE } });
  for (const type of ["urn:segel:problem:constructor", "urn:segel:problem:__proto__", "about:blank", ""]) {
    await t.rejects(failing(strange(type)), new ApiError("unexpected"), type);
  }
  await t.rejects(
    failing(() => new Response("<html>", { status: 502 })),
    new ApiError("unexpected"),
  );
});

t.test(
  "a field that only a newer server knows is passed over, at any depth; those of this version stay as strict",
  async (t) => {
    const signature = { root: "00".repeat(32), signature: toBase64url(new Uint8Array(64)) };
    const said = { member: "00".repeat(16), signature: signature.signature };
    const statement = { document: "{}", signatures: [said] };
    const known = { chain: [{ document: "{}", signatures: [signature], statements: [statement] }] };
    const newer = {
      chain: [
        {
          document: "{}",
          log: ["x"],
          signatures: [{ ...signature, on: "2027-01-01" }],
          statements: [{ ...statement, witness: {}, signatures: [{ ...said, on: 1 }] }],
        },
      ],
      next: null,
    };
    const asking = (value: object) =>
      callJson(answering(() => json(value)).connection, "directory", API.directory.answer.json);
    t.same(await asking(newer), known);
    await t.rejects(asking({ chain: [{ ...newer.chain[0], document: 1 }] }), new ApiError("unexpected"));
    await t.rejects(asking({ chain: [{ ...newer.chain[0], signatures: undefined }] }), new ApiError("unexpected"));
    const session = { memberId: "00".repeat(16), mustAddFactor: false, wrongCodes: 0, resetOn: null };
    const ticket = { ticket: toBase64url(new Uint8Array(52)), code: true, passkeys: [], resetOn: null };
    const entering = (value: object) =>
      callJson(answering(() => json(value, 201)).connection, "login", API.login.answer.json);
    t.match(await entering({ ...ticket, hint: "x" }), { code: true, passkeys: [] }, "one of several shapes");
    await t.rejects(entering({ ...session, ticket: 1 }), new ApiError("unexpected"), "none of them");
  },
);

t.test("an answer of another shape or status is refused", async (t) => {
  const asking = (response: () => Response) =>
    callJson(answering(response).connection, "health", API.health.answer.json);
  await t.rejects(
    asking(() => json({ state: "ok" })),
    new ApiError("unexpected"),
    "a known field missing",
  );
  await t.rejects(
    asking(() => new Response("{", { status: 200 })),
    new ApiError("unexpected"),
    "no JSON",
  );
  await t.rejects(
    asking(() => json({ status: "ok" }, 201)),
    new ApiError("unexpected"),
    "another status",
  );
  await t.rejects(
    callJson(answering().connection, "health", API.health.answer.json),
    new ApiError("unreachable"),
    "no answer",
  );
});

t.test(
  "what is signed is the origin, the method, path and query as sent, the body and the server's nonce",
  async (t) => {
    const keys = deriveSigningKeyPair(makeSeed());
    const { connection, asked } = answering(
      () => json({ nonce: NONCE }),
      () => new Response(),
    );
    await callSigned(connection, "earlierAnswers", { query: { before: 7 } }, keys);
    const path = pathOf("earlierAnswers", { query: { before: 7 } });
    t.equal(path, "/api/case/messages?before=7");
    const sent = asked[1];
    t.equal(sent?.url, `https://segel.example${path}`);
    const signature = fromBase64url(sent?.headers.get(HEADERS.signature) ?? "");
    const signed = {
      origin: "https://segel.example",
      method: "GET",
      path,
      bodyHash: await sha256(new Uint8Array()),
      nonce: fromBase64url(NONCE),
    };
    t.same(fromHex(sent?.headers.get(HEADERS.key) ?? ""), keys.publicKey);
    t.ok(isSignedBy(keys.publicKey, signature, requestSignatureInput(signed)));
    t.notOk(
      isSignedBy(keys.publicKey, signature, requestSignatureInput({ ...signed, path: "/api/case/messages?before=8" })),
    );
  },
);

t.test("a nonce serves once, and the next comes with each answer", async (t) => {
  const other = toBase64url(new Uint8Array(36).fill(1));
  const { connection, asked } = answering(
    // The server names it in the header as well.
    () => withNonce(json({ nonce: NONCE }), NONCE),
    () => withNonce(new Response(), other),
    () => new Response(),
  );
  const keys = deriveSigningKeyPair(makeSeed());
  await callSigned(connection, "checkCase", {}, keys);
  await callSigned(connection, "checkCase", {}, keys);
  t.same(
    asked.map(({ headers }) => headers.get(HEADERS.nonce)),
    [null, NONCE, other],
  );
  t.same(connection.nonces, []);
  await t.rejects(takeNonce(connection), new ApiError("unreachable"), "a new one is fetched");
});

t.test("requests at once have a nonce each, also where an answer names its nonce twice", async (t) => {
  const made: string[] = [];
  const used: string[] = [];
  const fetch = async (url: string, init: RequestInit): Promise<Response> => {
    await new Promise((resolve) => setTimeout(resolve, 5 * Math.random()));
    const next = toBase64url(new Uint8Array(36).fill(made.length));
    made.push(next);
    if (url.endsWith("/api/nonce")) return withNonce(json({ nonce: next }), next);
    used.push(new Headers(init.headers).get(HEADERS.nonce) ?? "");
    return withNonce(new Response(), next);
  };
  const connection = connect("https://segel.example", fetch);
  const keys = deriveSigningKeyPair(makeSeed());
  const asking = async () => {
    for (let i = 0; i < 5; i++) await callSigned(connection, "checkCase", {}, keys);
  };
  await Promise.all([asking(), asking(), asking()]);
  t.equal(used.length, 15);
  t.equal(new Set(used).size, 15);
  t.equal(made.length, 18, "a new one is asked for by each that finds none");
});

t.test("a nonce that expired is replaced once", async (t) => {
  const keys = deriveSigningKeyPair(makeSeed());
  const fresh = () => json({ nonce: NONCE });
  const once = answering(
    fresh,
    () => problem("bad-signature"),
    fresh,
    () => new Response(),
  );
  t.equal((await callSigned(once.connection, "checkCase", {}, keys)).length, 0);
  const twice = answering(
    fresh,
    () => problem("bad-signature"),
    fresh,
    () => problem("bad-signature"),
    fresh,
  );
  await t.rejects(callSigned(twice.connection, "checkCase", {}, keys), new ApiError("bad-signature"));
  t.equal(twice.asked.length, 4);
});

t.test("a lost answer is asked for again, and so is what says later; a refusal is none", async (t) => {
  let tries = 0;
  const failing = (times: number, code: ApiErrorCode) => () =>
    ++tries > times ? Promise.resolve() : Promise.reject(new ApiError(code));
  for (const code of ["unreachable", "busy", "internal", "unexpected"] as const) {
    tries = 0;
    await putUntilAnswered(failing(1, code));
    t.equal(tries, 2, code);
  }
  tries = 0;
  await t.rejects(putUntilAnswered(failing(1, "conflict")), new ApiError("conflict"));
  t.equal(tries, 1);
});
