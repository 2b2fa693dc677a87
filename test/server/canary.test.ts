import { spawn } from "node:child_process";
import { once } from "node:events";
import * as fs from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import t from "tap";
import { fromHex, hex, utf8 } from "../../src/crypto/bytes.ts";
import { rowSizes } from "../../src/crypto/message.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { HEADERS } from "../../src/protocol/headers.ts";
import { fromBase64url, toBase64url } from "../../src/protocol/encoding/base64url.ts";
import { cellsOfReporter } from "../../src/client/files/cells.ts";
import { connect } from "../../src/client/line/http.ts";
import { makeUpload } from "../../src/client/files/upload.ts";
import { describeError } from "../../src/server/plugins/logging.ts";
import { makeMessage, putMessage } from "../support/files.ts";
import { makeOrganisation } from "../support/organisation.ts";
import { createTestDatabase, query } from "../support/machine/postgres.ts";
import { encodeMemberRow } from "../../src/protocol/frames.ts";
import { logIn, openHeads } from "../support/members.ts";
import { freePort } from "../support/machine/free-port.ts";
import { type TestServer, makeProof, makeReport, send, sendSigned, submit } from "../support/machine/server.ts";
import { documentBytes, parseDirectory } from "../../src/protocol/directory/directory.ts";
import { BARE_ENV } from "../support/machine/bare-env.ts";
import { untilServing } from "../support/machine/serving.ts";

const MAIN = fileURLToPath(new URL("../../src/server/main.ts", import.meta.url));
/** A word that stands nowhere else. */
const CANARY = `kenari${hex(randomBytes(6))}`;

t.test(
  "attack 44: what a reporter writes, holds or is known by is in no output and no table, at the most talkative log level",
  async (t) => {
    const urls = await createTestDatabase(t);
    const organisation = makeOrganisation(Date.now());
    const folder = await fs.mkdtemp(path.join(tmpdir(), "segel-test-"));
    t.teardown(() => fs.rm(folder, { recursive: true, force: true }));
    await fs.writeFile(
      path.join(folder, "roots.json"),
      JSON.stringify({ threshold: 1, keys: organisation.rootSet.keys.map(hex), demonstration: true }),
    );
    await fs.writeFile(path.join(folder, "directory.json"), JSON.stringify(organisation.signed));
    const port = await freePort();
    // Another address of this machine than the one that the server prints as its own.
    const address = "127.0.0.77";
    const origin = `http://${address}:${port}`;
    const env = {
      ...BARE_ENV,
      DATABASE_URL: urls.appUrl,
      KEYS_DIR: folder,
      SEGEL_DATA: folder,
      HOST: "0.0.0.0",
      PORT: String(port),
      ORIGIN: origin,
      LOG_LEVEL: "debug",
      // One that came meanwhile would open for nobody.
      DECOYS: "off",
    };
    const child = spawn(process.execPath, [MAIN], { env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr])
      stream.on("data", (chunk: Buffer) => (output += chunk.toString()));
    t.teardown(() => child.kill("SIGKILL"));
    t.ok(await untilServing(origin, () => child.exitCode !== null), output);

    const server = {
      origin,
      urls,
      organisation,
      directory: parseDirectory(documentBytes(organisation.signed)),
    } as TestServer;
    const report = makeReport(server, { text: CANARY });
    t.equal((await submit(server, report, { proof: await makeProof(server, { solved: true }) })).status, 201);
    t.equal((await sendSigned(server, report.keys.auth, "/api/case")).status, 200);
    const session = await logIn(server, organisation.lead);
    const [handle] = await openHeads(server, session);
    await send(server, `/api/cases/${handle}/messages/team/0/1`, {
      method: "PUT",
      body: encodeMemberRow(randomBytes(rowSizes("team")[0] ?? 0)),
      session,
    });

    const content = utf8(CANARY.padEnd(300_000, CANARY));
    const source = { name: `${CANARY}.txt`, type: "text/plain", size: content.length };
    const upload = makeUpload(cellsOfReporter(connect(origin), report.keys), {
      ...source,
      read: async (offset, length) => content.subarray(offset, offset + length),
    });
    const file = await upload.run();
    const claim = makeMessage(report.keys.auth, [{ id: fromHex(file.id), cells: [] }]);
    t.equal((await putMessage(server, report.keys.auth, 1, claim)).status, 200);

    // The word in every place that a request has, well formed and not.
    const everywhere: [string, Parameters<typeof send>[2]][] = [
      [`/api/${CANARY}`, {}],
      [`/api/nonce?${CANARY}=${CANARY}`, {}],
      [`/api/cases/${CANARY}`, { session }],
      [`/api/%E0%A4%A${CANARY}`, {}],
      [
        "/api/health",
        {
          headers: {
            "user-agent": CANARY,
            referer: `http://${CANARY}.example/`,
            "x-forwarded-for": "203.0.113.77",
            forwarded: "for=203.0.113.77",
            cookie: CANARY,
          },
        },
      ],
      ["/api/login-parameters", { method: "POST", body: { name: CANARY } }],
      ["/api/login-parameters", { method: "POST", body: `{"name": "${CANARY}` }],
      ["/api/login-parameters", { method: "POST", body: CANARY, headers: { "content-type": `text/${CANARY}` } }],
      [
        "/api/session",
        {
          method: "POST",
          body: { name: CANARY, nonce: toBase64url(randomBytes(36)), signature: toBase64url(randomBytes(64)) },
        },
      ],
      ["/api/reports", { method: "POST", body: utf8(CANARY.repeat(200_000)) }],
      [
        "/api/reports",
        {
          method: "POST",
          body: utf8(CANARY),
          headers: { [HEADERS.proof]: toBase64url(utf8(CANARY)), [HEADERS.key]: CANARY, [HEADERS.signature]: CANARY },
        },
      ],
      ["/api/case", { headers: { [HEADERS.nonce]: CANARY } }],
      ["/api/directory", { method: "POST", session, body: { document: CANARY, signatures: [] } }],
      ["/api/health", { method: "DELETE", headers: { "content-type": CANARY } }],
    ];
    for (const [at, sent] of everywhere)
      t.ok((await send(server, at, sent).catch(() => ({ status: 413 }))).status < 500, at.slice(0, 30));
    // An error of the database, with the word in the statement's values.
    await query(urls.ownerUrl, "ALTER TABLE logins RENAME TO hidden");
    t.equal((await send(server, "/api/login-parameters", { method: "POST", body: { name: CANARY } })).status, 500);
    await query(urls.ownerUrl, "ALTER TABLE hidden RENAME TO logins");

    child.kill("SIGTERM");
    await once(child, "close");
    const tables = await query<{ name: string }>(
      urls.ownerUrl,
      "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public'",
    );
    let dump = "";
    for (const { name } of tables)
      dump += JSON.stringify(await query(urls.ownerUrl, `SELECT t::text FROM ${name} AS t`));
    t.ok(tables.length >= 9 && dump.includes(hex(report.caseId)), "the dump holds what is stored");
    t.match(output, /"route":"\/api\/case","status":200/u, "the log was written");
    t.match(output, /"code":"42P01"/u, "and the database's error with it");

    const { token, keys } = report;
    const secrets: Record<string, Uint8Array | string> = {
      "the text": CANARY,
      "the token": token,
      "the auth seed": keys.auth.secretKey.subarray(0, 32),
      "the reply seed": keys.reply.secretKey,
      "the thread key": keys.thread,
      "the self key": keys.self,
      "the file's key": fromBase64url(file.key),
      "the session's cookie": session.cookie.split("=")[1] ?? "",
      "a forwarded address": "203.0.113.77",
      "a member's seed": organisation.lead.keys.signingSeed,
    };
    for (const [what, secret] of Object.entries(secrets)) {
      const forms =
        typeof secret === "string"
          ? [secret, hex(utf8(secret))]
          : [hex(secret), toBase64url(secret), Buffer.from(secret).toString("base64")];
      for (const form of forms) {
        t.notOk(output.includes(form), `${what} in the output`);
        t.notOk(dump.includes(form), `${what} in the database`);
      }
    }
    // What the server may know and the log may not.
    for (const [what, known] of Object.entries({
      "the address": address,
      "the case id": hex(report.caseId),
      "the public key": hex(keys.auth.publicKey),
      "the handle": handle ?? "?",
      "the file's id": file.id,
      "a query": "?",
    })) {
      t.notOk(output.includes(known), `${what} in the output`);
    }
    const withoutPlaces = output.replaceAll(/"at":\[[^\]]*\]/gu, "");
    t.notMatch(withoutPlaces, /"time"|\d\d:\d\d|T\d\d|\b1[6-9]\d{8}/u, "no time in the output");
    t.notMatch(
      await aboutReporters(urls.ownerUrl),
      /\d\d:(?!00:00)\d\d:\d\d/u,
      "no time in a table about reporters, full hours of spent nonces apart",
    );
  },
);

async function aboutReporters(ownerUrl: string): Promise<string> {
  let text = "";
  for (const name of ["cases", "inboxes", "messages", "files", "file_cells", "access", "wraps", "spent"])
    text += JSON.stringify(await query(ownerUrl, `SELECT t::text FROM ${name} AS t`));
  return text;
}

t.test("an error is described by class, code and place, whatever its message holds", (t) => {
  const error = Object.assign(new RangeError(`quoting ${CANARY}\n    at ${CANARY} (file:1:1)`), {
    code: `42 ${CANARY}`,
    detail: CANARY,
  });
  const described = describeError(error);
  t.equal(described.class, "RangeError");
  t.ok(described.at.length > 0);
  t.notOk(JSON.stringify(described).includes(CANARY));
  t.match(describeError(Object.assign(new Error(""), { code: "23505" })), { code: "23505" });
  t.match(describeError(CANARY), { class: "string", code: undefined });
  t.end();
});
