import t from "tap";
import { LARGE_CELL_BYTES, SMALL_CELL_BYTES, sealedCellBytes } from "../../../src/crypto/file-cells.ts";
import { OWN_BOX_BYTES, rowSizes } from "../../../src/crypto/message.ts";
import { deriveTokenKeys, makeToken } from "../../../src/crypto/secret/token.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { encodeMemberRow, encodeOwnRow, parseCheckAnswer } from "../../../src/protocol/frames.ts";
import { DEFAULT_FILE_LIMITS } from "../../../src/server/services/cases/files.ts";
import {
  type Sender,
  type TestFile,
  ask,
  dropFile,
  getCell,
  makeFile,
  makeMessage,
  putCell,
  putFile,
  putMessage,
} from "../../support/files.ts";
import { logIn, openHeads } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import {
  type Answered,
  type TestServer,
  send,
  sendSigned,
  startServer,
  startTwoServers,
  storeReport,
} from "../../support/machine/server.ts";

/** A new case with its reporter and one member who has opened it. */
async function openCase(server: TestServer) {
  const { keys } = await storeReport(server);
  const session = await logIn(server, server.organisation.lead);
  const [handle = ""] = await openHeads(server, session);
  return { reporter: keys.auth, member: { session, handle } };
}

/** One server for all: each test has cases of its own. */
const server = await startServer(t);

const stranger = () => deriveTokenKeys(makeToken()).auth;
const count = async ({ handle }: { readonly handle: string }, table: string): Promise<number> =>
  (await query(server.urls.ownerUrl, `SELECT 1 FROM ${table} WHERE handle = $1`, [handle])).length;

function sameBytes(answer: Answered, bytes: Uint8Array | undefined): boolean {
  return answer.status === 200 && Buffer.compare(answer.bytes, bytes ?? new Uint8Array()) === 0;
}

t.test(
  "attack 56: cells out of order, sent twice, to two processes, end in the same bytes on both sides",
  async (t) => {
    const server = await startTwoServers(t);
    const { reporter, member } = await openCase(server);
    for (const sender of [reporter, member] as const) {
      const file = makeFile({ cells: 4 });
      const order = [3, 0, 3, 2, 0, 1, 1];
      const answers = await Promise.all(order.map((cell) => putCell(server, sender, file, cell)));
      t.same(new Set(answers.map(({ status, text }) => `${status} ${text}`)), new Set(['200 {"stored":true}']));
      t.equal((await putMessage(server, sender, 1, makeMessage(sender, [file]))).status, 200);
      for (const [cell, bytes] of file.cells.entries()) {
        t.ok(sameBytes(await getCell(server, member, file, cell), bytes), `cell ${cell} for the member`);
        if (sender === member)
          t.ok(sameBytes(await getCell(server, reporter, file, cell), bytes), "and for the reporter");
      }
      t.equal((await putCell(server, sender, file, 2)).status, 200, "the same again, also when it is claimed");
      const other = makeFile({ cells: 4 });
      t.equal(
        (await putCell(server, sender, file, 2, { body: other.cells[2]! })).problem,
        "conflict",
        "not other bytes",
      );
      t.ok(sameBytes(await getCell(server, member, file, 2), file.cells[2]), "the first stays");
    }
  },
);

t.test("attack 56: of two who send different bytes for one cell at once, one is stored", async (t) => {
  const { reporter } = await openCase(server);
  const [one, other] = [makeFile({ cells: 2 }), makeFile({ cells: 2 })];
  const rivals = await Promise.all([
    putCell(server, reporter, one, 1),
    putCell(server, reporter, one, 1, { body: other.cells[1]! }),
  ]);
  t.same(
    rivals.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  );
});

t.test(
  "attack 17: a cell of a length that no file has there is refused, and so is a cell beyond their number",
  async (t) => {
    const { reporter, member } = await openCase(server);
    const wrong: Record<string, readonly [cell: number, of: number, bytes: number]> = {
      empty: [0, 1, 0],
      "a byte short": [0, 1, sealedCellBytes(SMALL_CELL_BYTES, 0) - 1],
      "a byte long": [0, 1, sealedCellBytes(SMALL_CELL_BYTES, 0) + 1],
      "a chunk short": [1, 2, sealedCellBytes(SMALL_CELL_BYTES, 1) - 65_553],
      "the first without the stream's header": [0, 2, sealedCellBytes(SMALL_CELL_BYTES, 1)],
      "a later one with it": [1, 2, sealedCellBytes(SMALL_CELL_BYTES, 0)],
      "beyond the last": [2, 2, sealedCellBytes(SMALL_CELL_BYTES, 2)],
      "of three, which no file has": [1, 3, sealedCellBytes(SMALL_CELL_BYTES, 1)],
      "of one large one, which would be small ones": [0, 1, sealedCellBytes(LARGE_CELL_BYTES, 0)],
      "of eight small ones, which would be two large": [1, 8, sealedCellBytes(SMALL_CELL_BYTES, 1)],
      "of more than a gibibyte": [1, 1_040, sealedCellBytes(LARGE_CELL_BYTES, 1)],
    };
    for (const sender of [reporter, member] as const) {
      for (const [what, [cell, of, bytes]] of Object.entries(wrong)) {
        const answer = await putCell(server, sender, makeFile(), cell, { of, body: new Uint8Array(bytes) });
        t.same([answer.status, answer.problem], [400, "bad-envelope"], what);
      }
    }
    t.equal(await count(member, "files"), 0);
  },
);

t.test("attack 18: the first cell says for good of how many the file is, how large they are, and whose", async (t) => {
  const { reporter, member } = await openCase(server);
  const file = makeFile({ cells: 4 });
  await putCell(server, reporter, file, 0);
  const large = makeFile({ cells: 2, cellBytes: LARGE_CELL_BYTES });
  t.equal((await putCell(server, reporter, file, 1, { of: 2 })).problem, "conflict", "fewer");
  t.equal((await putCell(server, reporter, file, 0, { of: 2 })).problem, "conflict", "the same bytes, fewer");
  t.equal((await putCell(server, reporter, file, 1, { of: 2, body: large.cells[1]! })).problem, "conflict", "larger");
  t.equal((await putCell(server, member, file, 1)).problem, "conflict", "the other side");
  t.equal(await count(member, "file_cells"), 1);
});

t.test("attack 17: a message whose files have not all their cells is not stored", async (t) => {
  const { reporter, member } = await openCase(server);
  for (const sender of [reporter, member] as const) {
    const [whole, partly] = [makeFile(), makeFile({ cells: 4 })];
    await putFile(server, sender, whole);
    for (const cell of [0, 1, 3]) await putCell(server, sender, partly, cell);
    const message = makeMessage(sender, [whole, partly]);
    const refused = await putMessage(server, sender, 1, message);
    t.same([refused.status, refused.problem], [409, "files-incomplete"]);
    t.equal(
      (await putMessage(server, sender, 1, makeMessage(sender, [makeFile()]))).problem,
      "files-incomplete",
      "none",
    );
    const claimed = "SELECT 1 FROM files WHERE handle = $1 AND sequence IS NOT NULL";
    t.same(await query(server.urls.ownerUrl, claimed, [member.handle]), [], "nothing is claimed");
    t.equal(await count(member, "messages"), 0);
    await putCell(server, sender, partly, 2);
    t.equal((await putMessage(server, sender, 1, message)).status, 200);
    t.equal((await putMessage(server, sender, 1, message)).status, 200, "the same again");
    await query(server.urls.ownerUrl, "DELETE FROM messages WHERE handle = $1", [member.handle]);
  }
  t.equal(await count(member, "file_cells"), 0, "the files of a message that the owner deletes go with it");
});

t.test("a file is claimed once, by a message of its own side and case", async (t) => {
  const { reporter, member } = await openCase(server);
  const elsewhere = await openCase(server);
  const [file, another] = [makeFile(), makeFile()];
  await putFile(server, reporter, file);
  await putFile(server, reporter, another);
  for (const [who, sender] of Object.entries({ team: member, ...elsewhere }))
    t.equal((await putMessage(server, sender, 1, makeMessage(sender, [file]))).problem, "files-incomplete", who);
  const row = randomBytes(rowSizes("reporter")[0] ?? 0);
  const box = randomBytes(OWN_BOX_BYTES);
  const naming = (...files: readonly TestFile[]) =>
    encodeOwnRow(
      row,
      box,
      files.map(({ id }) => id),
    );
  t.equal((await putMessage(server, reporter, 1, naming(file, file))).problem, "bad-envelope", "a file twice");
  t.equal((await putMessage(server, reporter, 2, naming(file))).problem, "conflict", "a gap");
  const rivals = await Promise.all(
    [naming(file), makeMessage(reporter, [file])].map((body) => putMessage(server, reporter, 1, body)),
  );
  t.equal(rivals.filter(({ status }) => status === 200).length, 1, "of two at once one gets it");
  t.equal((await putMessage(server, reporter, 2, makeMessage(reporter, [file]))).problem, "files-incomplete");
  t.equal((await putMessage(server, reporter, 2, naming())).status, 200);
  t.equal(
    (await putMessage(server, reporter, 2, naming(another))).problem,
    "conflict",
    "the same text, now with a file",
  );
  const note = encodeMemberRow(randomBytes(rowSizes("internal")[0] ?? 0), [another.id]);
  const { session, handle } = member;
  const internal = await send(server, `/api/cases/${handle}/messages/internal/0/1`, {
    method: "PUT",
    body: note,
    session,
  });
  t.equal(internal.problem, "bad-envelope", "notes have no files");
});

t.test(
  "attack 62: a file is found under its own name in its own case, whatever stands under it elsewhere",
  async (t) => {
    const { reporter, member } = await openCase(server);
    const elsewhere = await openCase(server);
    const [mine, theirs] = [makeFile(), makeFile()];
    const namesake = { ...theirs, id: mine.id };
    for (const [{ member: sender }, file] of [
      [{ member }, mine],
      [elsewhere, namesake],
    ] as const) {
      await putFile(server, sender, file);
      t.equal((await putMessage(server, sender, 1, makeMessage(sender, [file]))).status, 200);
    }
    for (const [sender, file] of [
      [reporter, mine],
      [member, mine],
      [elsewhere.reporter, namesake],
      [elsewhere.member, namesake],
    ] as const) {
      for (const cell of [0, 1]) t.ok(sameBytes(await getCell(server, sender, file, cell), file.cells[cell]));
    }
  },
);

t.test("attack 24: a reporter cannot tell why there is no file: every answer is the same", async (t) => {
  const { reporter, member } = await openCase(server);
  const elsewhere = await openCase(server);
  const burnt = await openCase(server);
  const [answered, unclaimed, own, foreign] = [makeFile(), makeFile(), makeFile(), makeFile()];
  for (const [sender, file] of [
    [member, answered],
    [reporter, own],
    [elsewhere.member, foreign],
    [burnt.member, foreign],
  ] as const) {
    await putFile(server, sender, file);
    await putMessage(server, sender, 1, makeMessage(sender, [file]));
  }
  await putFile(server, member, unclaimed);
  await sendSigned(server, burnt.reporter, "/api/case", { method: "DELETE" });
  t.equal((await getCell(server, reporter, answered, 0)).status, 200);
  const look = async (sender: Sender, file: TestFile, cell: number) => {
    const { status, text, headers } = await getCell(server, sender, file, cell);
    return { status, text, headers: [...headers.keys()] };
  };
  const unknown = await look(reporter, makeFile(), 0);
  t.match(unknown, { status: 404, text: /not-found/u });
  const others: Record<string, ReturnType<typeof look>> = {
    "not yet claimed": look(reporter, unclaimed, 0),
    "of the reporter": look(reporter, own, 0),
    "of another case": look(reporter, foreign, 0),
    "a cell beyond the last": look(reporter, answered, 2),
    "unknown words": look(stranger(), answered, 0),
    "burnt words": look(burnt.reporter, foreign, 0),
  };
  for (const [what, answer] of Object.entries(others)) t.same(await answer, unknown, what);
  t.equal((await putCell(server, burnt.reporter, makeFile(), 0)).problem, "not-found", "nor is anything taken");
  t.equal((await putCell(server, stranger(), makeFile(), 0)).problem, "not-found");
});

t.test("attack 47: a member is shown files of proved cases that a message has claimed, and no others", async (t) => {
  const { reporter, member } = await openCase(server);
  const [claimed, unclaimed] = [makeFile(), makeFile()];
  await putFile(server, reporter, claimed);
  await putFile(server, reporter, unclaimed);
  await putMessage(server, reporter, 1, makeMessage(reporter, [claimed]));
  t.equal((await getCell(server, member, claimed, 0)).status, 200);
  t.equal((await getCell(server, member, unclaimed, 0)).problem, "not-found");
  const session = await logIn(server, server.organisation.investigators[0]!);
  const [unproved, nowhere] = [member.handle, "00000000-0000-4000-8000-000000000000"].map((handle) => ({
    session,
    handle,
  }));
  for (const sender of [unproved!, nowhere!]) {
    t.equal((await getCell(server, sender, claimed, 0)).problem, "not-found");
    t.equal((await putCell(server, sender, makeFile(), 0)).problem, "not-found");
    t.equal((await dropFile(server, sender, claimed)).problem, "not-found");
  }
});

t.test(
  "a file is dropped by its own side as long as no message has claimed it; asking twice does no harm",
  async (t) => {
    const { reporter, member } = await openCase(server);
    const [file, claimed] = [makeFile(), makeFile()];
    await putFile(server, reporter, file);
    await putFile(server, reporter, claimed);
    await putMessage(server, reporter, 1, makeMessage(reporter, [claimed]));
    t.equal((await dropFile(server, member, file)).text, "{}", "the other side");
    t.equal((await dropFile(server, stranger(), file)).text, "{}", "a key without a case");
    t.equal((await dropFile(server, reporter, claimed)).text, "{}");
    t.equal(await count(member, "file_cells"), 4, "nothing is gone");
    t.equal((await dropFile(server, reporter, file)).text, "{}");
    t.equal((await dropFile(server, reporter, file)).text, "{}", "again");
    t.equal(await count(member, "file_cells"), 2);
    t.ok(sameBytes(await getCell(server, member, claimed, 1), claimed.cells[1]));
  },
);

t.test(
  "a case has as many files and bytes as are allowed, counted at their first cells, also when they come at once",
  async (t) => {
    const fileLimits = { ...DEFAULT_FILE_LIMITS, case: { files: 5, bytes: 7 * SMALL_CELL_BYTES } };
    const server = await startServer(t, { fileLimits });
    const { reporter, member } = await openCase(server);
    const files = Array.from({ length: 6 }, () => makeFile({ cells: 1 }));
    const answers = await Promise.all(
      files.map((file, index) => putCell(server, index % 2 === 0 ? reporter : member, file, 0)),
    );
    const refused = answers.findIndex(({ status }) => status !== 200);
    t.equal(answers.filter(({ status }) => status === 200).length, 5, "both sides together");
    t.same([answers[refused]?.status, answers[refused]?.problem], [413, "too-many-files"]);
    const dropped = refused === 0 ? 2 : 0;
    await dropFile(server, reporter, files[dropped]!);
    t.equal(
      (await putCell(server, reporter, makeFile({ cells: 4 }), 0)).problem,
      "too-many-files",
      "more bytes than are left",
    );
    const fitting = makeFile({ cells: 2 });
    t.equal((await putCell(server, reporter, fitting, 1)).status, 200, "what was dropped has made room");
    t.equal((await putCell(server, reporter, fitting, 0)).status, 200, "and an opened file is taken to its end");
    const elsewhere = await openCase(server);
    t.equal((await putCell(server, elsewhere.reporter, makeFile({ cells: 4 }), 0)).status, 200, "each case for itself");
  },
);

t.test("a name that is none of a file, or a number that is none of a cell, is refused", async (t) => {
  const { reporter, member } = await openCase(server);
  const body = makeFile({ cells: 1 }).cells[0]!;
  const id = "0123456789abcdef".repeat(2);
  for (const rest of [
    `${id}/0`,
    `${id}/0?of=0`,
    `${id}/-1?of=1`,
    `${id}/00?of=1`,
    `${id.toUpperCase()}/0?of=1`,
    `${id}0/0?of=1`,
    `${id}/0?of=1&of=1`,
  ])
    t.equal((await ask(server, reporter, `files/${rest}`, { method: "PUT", body })).problem, "bad-request", rest);
  t.equal(await count(member, "files"), 0);
});

t.test("a check says nothing of files: its answer has one size with and without", async (t) => {
  const { reporter, member } = await openCase(server);
  const before = (await sendSigned(server, reporter, "/api/case")).bytes.length;
  const file = makeFile();
  await putFile(server, member, file);
  await putMessage(server, member, 1, makeMessage(member, [file]));
  const after = (await sendSigned(server, reporter, "/api/case")).bytes;
  t.equal(parseCheckAnswer(after)?.teamCount, 1);
  t.equal(after.length, before);
});
