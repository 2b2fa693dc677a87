import { createHash } from "node:crypto";
import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import t from "tap";
import { hex, utf8 } from "../../../src/crypto/bytes.ts";
import { HEADERS, SAME_SITE_HEADER } from "../../../src/protocol/headers.ts";
import {
  type Sender,
  type TestFile,
  getCell,
  makeFile,
  makeMessage,
  pathOf,
  putCell,
  putMessage,
} from "../../support/files.ts";
import { logIn, openHeads } from "../../support/members.ts";
import { startMortal } from "../../support/machine/mortal.ts";
import { query } from "../../support/machine/postgres.ts";
import {
  type Answered,
  type TestServer,
  makeProof,
  makeReport,
  signatureHeaders,
  startServer,
  storeReport,
  submit,
} from "../../support/machine/server.ts";

const UPLOADS = 50;
const LANES = 5;
/** Something is killed after so many cells, drawn anew each time. */
const CELLS_BETWEEN = { least: 8, most: 18 } as const;

/** The same until it is answered, as a client does: an answer that says "later", or that a nonce has ended with its process, is none. */
async function insist(work: () => Promise<Answered>): Promise<Answered> {
  for (;;) {
    const answer = await work().catch(() => undefined);
    if (answer !== undefined && answer.status < 500 && answer.problem !== "bad-signature") return answer;
    await sleep(20);
  }
}

const sha256 = (bytes: Uint8Array): string => createHash("sha256").update(bytes).digest("hex");

t.test(
  "attack 56: server and PostgreSQL are killed at random moments during 50 uploads, and nothing acknowledged is lost",
  { timeout: 120_000 },
  async (t) => {
    const mortal = await startMortal(t);
    const server = mortal as unknown as TestServer;
    const report = makeReport(server);
    t.equal((await submit(server, report, { proof: await makeProof(server, { solved: true }) })).status, 201);
    const reporter = report.keys.auth;

    const cells = new Map<string, string>();
    const messages = new Map<number, { readonly row: Uint8Array; readonly file: TestFile }>();
    const files = Array.from({ length: UPLOADS }, (_, index) => makeFile({ cells: index % 3 === 0 ? 4 : 1 }));
    const isLeftUnfinished = (index: number) => index % 6 === 0;
    let acknowledged = 0;
    let isOver = false;
    let turn: Promise<unknown> = Promise.resolve();

    const send = async (index: number, file: TestFile): Promise<void> => {
      for (const [cell, bytes] of file.cells.entries()) {
        if (isLeftUnfinished(index) && cell === 2) return;
        const { status, problem } = await insist(() => putCell(server, reporter, file, cell, { solved: true }));
        if (status !== 200) throw new Error(problem);
        cells.set(`${hex(file.id)} ${cell}`, sha256(bytes));
        acknowledged++;
      }
      // Messages follow one another; cells do not wait for them.
      turn = turn.then(async () => {
        const sequence = messages.size + 1;
        const row = makeMessage(reporter, [file]);
        const { status, problem } = await insist(() => putMessage(server, reporter, sequence, row));
        if (status !== 200) throw new Error(problem);
        messages.set(sequence, { row, file });
      });
      await turn;
    };
    const waiting = files.entries();
    const lane = async (): Promise<void> => {
      for (const [index, file] of waiting) await send(index, file);
    };
    const kills = { killServer: 0, killPostgres: 0 };
    const killing = (async () => {
      for (let round = 0; !isOver; round++) {
        const { least, most } = CELLS_BETWEEN;
        const until = acknowledged + least + Math.floor(Math.random() * (most - least));
        while (acknowledged < until && !isOver) await sleep(1);
        if (isOver) return;
        await sleep(Math.random() * 20);
        const victim = round % 2 === 0 ? "killPostgres" : "killServer";
        await mortal[victim]();
        kills[victim]++;
      }
    })();
    await Promise.all(Array.from({ length: LANES }, lane));
    isOver = true;
    await killing;
    await mortal.killPostgres();
    await mortal.killServer();
    t.comment(`${acknowledged} cells, ${messages.size} messages`, kills);
    t.ok(kills.killServer >= 2 && kills.killPostgres >= 2, "each was killed several times");

    const stored = await query<{ name: string; sha256: string }>(
      mortal.urls.ownerUrl,
      "SELECT encode(file_id, 'hex') || ' ' || cell AS name, encode(sha256(content), 'hex') AS sha256 FROM file_cells",
    );
    const found = new Map(stored.map((row) => [row.name, row.sha256]));
    const lost = [...cells].filter(([name, hash]) => found.get(name) !== hash);
    t.same(lost, [], "every acknowledged cell is whole");
    const claimed = await query<{ id: string; sequence: number }>(
      mortal.urls.ownerUrl,
      "SELECT encode(file_id, 'hex') AS id, sequence FROM files WHERE sequence IS NOT NULL ORDER BY sequence",
    );
    t.same(
      claimed,
      [...messages].map(([sequence, { file }]) => ({ id: hex(file.id), sequence })),
      "what is claimed is what was confirmed, and nothing else",
    );
    t.equal(files.filter((_, index) => isLeftUnfinished(index)).length + messages.size, UPLOADS);

    const session = await logIn(server, mortal.organisation.lead);
    const [handle = ""] = await openHeads(server, session);
    for (const { file } of messages.values()) {
      for (const [cell, bytes] of file.cells.entries()) {
        const answer = await getCell(server, { session, handle }, file, cell);
        if (Buffer.compare(answer.bytes, bytes) !== 0) t.fail(`cell ${cell} is not what was sent`);
      }
    }
    const last = messages.size;
    t.equal((await putMessage(server, reporter, last, messages.get(last)!.row)).status, 200, "and may be sent again");
  },
);

/** Sends a cell in pieces of a tenth of a second, 50 kB/s, and breaks the line off after `share` of it. */
async function putSlowly(
  server: Pick<TestServer, "origin">,
  sender: Sender,
  file: TestFile,
  cell: number,
  share: number,
): Promise<number | undefined> {
  const body = file.cells[cell]!;
  const path = pathOf(sender, `files/${hex(file.id)}/${cell}?of=${file.cells.length}`);
  const headers: Record<string, string | number> = {
    "content-type": "application/octet-stream",
    "content-length": body.length,
    [SAME_SITE_HEADER]: "1",
  };
  if ("handle" in sender) headers["cookie"] = sender.session.cookie;
  else {
    const proof = await makeProof(server, { purpose: "file" });
    const signing = { origin: server.origin, method: "PUT", path, body, nonce: utf8(proof) };
    Object.assign(headers, signatureHeaders(sender, signing), { [HEADERS.proof]: proof });
  }
  const call: ClientRequest = request(server.origin + path, { method: "PUT", headers, agent: false });
  call.on("error", () => {});
  // Asked for before anything is sent: a refusal may come while the body is still on its way.
  const answered = once(call, "response") as Promise<[IncomingMessage]>;
  answered.catch(() => {});
  const end = body.length * share;
  for (let at = 0; at < end; at += 5_000) {
    call.write(body.subarray(at, Math.min(body.length, at + 5_000)));
    await sleep(100);
  }
  if (share < 1) {
    call.destroy();
    return undefined;
  }
  call.end();
  const [answer] = await answered;
  answer.resume();
  return answer.statusCode;
}

t.test("attack 56: at 50 kB/s, with the line lost in mid-cell, an upload goes on where it was", async (t) => {
  const server = await startServer(t);
  const { keys } = await storeReport(server);
  const session = await logIn(server, server.organisation.lead);
  const [handle = ""] = await openHeads(server, session);
  const member = { session, handle };
  await Promise.all(
    [keys.auth, member].map(async (sender) => {
      const file = makeFile({ cells: 2 });
      t.equal((await putCell(server, sender, file, 0)).status, 200);
      await putSlowly(server, sender, file, 1, 0.2);
      t.equal((await putMessage(server, sender, 1, makeMessage(sender, [file]))).problem, "files-incomplete");
      // Nobody signs in again, and what is there is not sent again.
      t.equal(await putSlowly(server, sender, file, 1, 1), 200);
      t.equal((await putMessage(server, sender, 1, makeMessage(sender, [file]))).status, 200);
      for (const [cell, bytes] of file.cells.entries())
        t.equal(Buffer.compare((await getCell(server, member, file, cell)).bytes, bytes), 0);
    }),
  );
  const other = makeFile({ cells: 1 });
  await query(server.urls.ownerUrl, "UPDATE sessions SET expires = now() - interval '1 second'");
  t.equal((await putCell(server, member, other, 0)).problem, "not-signed-in", "a member's working day ends");
  t.equal((await putCell(server, keys.auth, other, 0)).status, 200, "a reporter has no session that could");
});
