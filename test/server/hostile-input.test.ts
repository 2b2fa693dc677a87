import fc from "fast-check";
import t from "tap";
import { utf8 } from "../../src/crypto/bytes.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { toBase64url } from "../../src/protocol/encoding/base64url.ts";
import { parseJsonBody } from "../../src/server/routes/json-body.ts";
import { SEED, surviveRequests } from "./hostile-flood.ts";
import { logIn, openHeads } from "../support/members.ts";
import { send, startServer, storeReport } from "../support/machine/server.ts";

t.test("attack 51: JSON that is not exactly what a schema says is refused", async (t) => {
  const server = await startServer(t);
  const session = await logIn(server, server.organisation.lead);
  const nonce = toBase64url(randomBytes(36));
  const signature = toBase64url(randomBytes(64));
  const proof = { handle: "00000000-0000-4000-8000-000000000000", epoch: 0, signature };
  const wrong: Record<string, [string, string]> = {
    "a number for a text": ["/api/login-parameters", '{"name": 1}'],
    "an object for a text": ["/api/login-parameters", '{"name": {"$ne": null}}'],
    "an array for a text": ["/api/login-parameters", '{"name": ["siapa"]}'],
    "no text": ["/api/login-parameters", '{"name": null}'],
    nothing: ["/api/login-parameters", "{}"],
    "an empty text": ["/api/login-parameters", '{"name": ""}'],
    "a field more": ["/api/login-parameters", '{"name": "siapa", "admin": true}'],
    "a field twice": ["/api/login-parameters", '{"name": "siapa", "name": "lain"}'],
    "a field twice, spelled differently": ["/api/login-parameters", String.raw`{"name": "siapa", "na\u006de": "lain"}`],
    "a prototype": ["/api/login-parameters", '{"name": "siapa", "__proto__": {"admin": true}}'],
    "a constructor": ["/api/login-parameters", '{"name": "siapa", "constructor": {"prototype": {}}}'],
    "a NUL": ["/api/login-parameters", String.raw`{"name": "a\u0000b"}`],
    "an array": ["/api/login-parameters", '["name"]'],
    "a text": ["/api/login-parameters", '"name"'],
    "two values": ["/api/login-parameters", '{"name": "siapa"}{}'],
    "a comment": ["/api/login-parameters", '{"name": "siapa"} // so'],
    "a byte order mark": ["/api/login-parameters", '\uFEFF{"name": "siapa"}'],
    "deep nesting": ["/api/login-parameters", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
    statements: ["/api/access", JSON.stringify({ nonce, proofs: [{ ...proof, handle: "'; DROP TABLE cases; --" }] })],
    "an epoch below zero": ["/api/access", JSON.stringify({ nonce, proofs: [{ ...proof, epoch: -1 }] })],
    "an epoch with a fraction": ["/api/access", JSON.stringify({ nonce, proofs: [{ ...proof, epoch: 0.5 }] })],
    "an epoch as text": ["/api/access", JSON.stringify({ nonce, proofs: [{ ...proof, epoch: "0" }] })],
    "a huge epoch": ["/api/access", JSON.stringify({ nonce, proofs: [{ ...proof, epoch: 1e308 }] })],
    "an infinite epoch": [
      "/api/access",
      JSON.stringify({ nonce, proofs: [proof] }).replace('"epoch":0', '"epoch":1e999'),
    ],
    "no proofs": ["/api/access", JSON.stringify({ nonce, proofs: [] })],
    "too many proofs": [
      "/api/access",
      JSON.stringify({ nonce, proofs: Array.from({ length: 201 }, () => ({ handle: "x" })) }),
    ],
    "base64 that is not canonical": [
      "/api/session",
      JSON.stringify({ name: "siapa", nonce, signature: `${signature.slice(0, -1)}B` }),
    ],
    "base64 with padding": ["/api/session", JSON.stringify({ name: "siapa", nonce, signature: `${signature}==` })],
  };
  for (const [what, [path, body]] of Object.entries(wrong)) {
    const answer = await send(server, path, { method: "POST", body, session });
    t.same([answer.status, answer.problem], [400, "bad-request"], what);
  }
  const inUtf16 = await send(server, "/api/login-parameters", {
    method: "POST",
    body: new Uint8Array(Buffer.from('{"name": "siapa"}', "utf16le")),
    headers: { "content-type": "application/json" },
  });
  t.equal(inUtf16.problem, "bad-request", "another encoding");
  t.equal(
    (await send(server, "/api/login-parameters", { method: "POST", body: '{ "name" : "siapa" }' })).status,
    200,
    "white space is nobody's harm",
  );
});

t.test("attack 51: a field that stands twice is found wherever it stands, and nothing else is taken for one", (t) => {
  const onceEach = fc.property(fc.json(), (text) => {
    try {
      parseJsonBody(utf8(text));
    } catch {
      // fast-check's own JSON has each key once
      return false;
    }
    return true;
  });
  const twiceSomewhere = fc.property(
    fc.dictionary(fc.string(), fc.jsonValue(), { minKeys: 1 }),
    fc.jsonValue(),
    (object, value) => {
      const [key = ""] = Object.keys(object);
      const text = JSON.stringify([object]);
      const twice = `[{${JSON.stringify(key)}:${JSON.stringify(value)},${text.slice(2)}`;
      try {
        parseJsonBody(utf8(twice));
        return false;
      } catch {
        return true;
      }
    },
  );
  const runs = { seed: SEED, numRuns: 2_000 };
  t.doesNotThrow(() => fc.assert(onceEach, runs), "texts whose keys stand once are taken");
  t.doesNotThrow(() => fc.assert(twiceSomewhere, runs), "and refused where one stands twice");
  t.end();
});

t.test("attack 51: addresses that are not exactly what the table says are refused", async (t) => {
  const server = await startServer(t);
  await storeReport(server);
  const session = await logIn(server, server.organisation.lead);
  const [handle = ""] = await openHeads(server, session);
  const refused = [
    `/api/cases/${handle.toUpperCase()}`,
    `/api/cases/${handle}'--`,
    `/api/cases/${handle}%00`,
    "/api/cases/__proto__",
    `/api/cases/${handle}/messages/__proto__`,
    `/api/cases/${handle}/messages/team?after=-1`,
    `/api/cases/${handle}/messages/team?after=01`,
    `/api/cases/${handle}/messages/team?after=1e3`,
    `/api/cases/${handle}/messages/team?after=9999999999`,
    `/api/cases/${handle}/messages/team?after=1&after=2`,
    `/api/cases/${handle}/messages/team?after[]=1`,
    `/api/cases/${handle}/messages/team?__proto__=1`,
    `/api/cases/${handle}/messages/team?constructor=1`,
    "/api/cases?after=1",
    "/api/directory?from=0",
    "/api/directory?from=1%20OR%201=1",
  ];
  for (const path of refused) t.equal((await send(server, path, { session })).problem, "bad-request", path);
  t.equal((await send(server, `/api/cases/${handle}/`, { session })).problem, "not-found");
  t.equal((await send(server, `/API/cases/${handle}`, { session })).problem, "not-found");
  t.equal((await send(server, `/api/cases/${handle}`, { session })).status, 200);
});

t.test("attack 51: 5,000 hostile requests get no failure, and every refusal is a problem of the table", (t) =>
  surviveRequests(t, 5_000),
);
