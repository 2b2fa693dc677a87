import t from "tap";
import { SMALL_CELL_BYTES, sealedCellBytes } from "../../../src/crypto/file-cells.ts";
import { sweep } from "../../../src/server/upkeep/sweep.ts";
import { DEFAULT_FILE_LIMITS } from "../../../src/server/services/cases/files.ts";
import { connect } from "../../../src/server/store/database.ts";
import { type TestFile, getCell, makeFile, makeMessage, putCell, putFile, putMessage } from "../../support/files.ts";
import { logIn, openHeads } from "../../support/members.ts";
import { query } from "../../support/machine/postgres.ts";
import { type TestServer, startServer, storeReport } from "../../support/machine/server.ts";

async function openCase(server: TestServer) {
  const { keys } = await storeReport(server);
  const session = await logIn(server, server.organisation.lead);
  const [handle = ""] = await openHeads(server, session);
  const member = { session, handle };
  // The whole room is for cases that the office has answered (prices.test.ts tells of the others).
  await putMessage(server, member, 1, makeMessage(member, []));
  return { reporter: keys.auth, member };
}

const isWhole = async (server: TestServer, member: Parameters<typeof getCell>[1], file: TestFile): Promise<boolean> => {
  for (const [cell, bytes] of file.cells.entries())
    if (Buffer.compare((await getCell(server, member, file, cell)).bytes, bytes) !== 0) return false;
  return true;
};

t.test("where files have no room left texts are still taken, and nothing that is stored is touched", async (t) => {
  const bytes = sealedCellBytes(SMALL_CELL_BYTES, 0) + 2 * sealedCellBytes(SMALL_CELL_BYTES, 1);
  const server = await startServer(t, { fileLimits: { ...DEFAULT_FILE_LIMITS, bytes } });
  const { reporter, member } = await openCase(server);
  const [claimed, other] = [makeFile(), makeFile()];
  await putFile(server, reporter, claimed);
  t.equal((await putMessage(server, reporter, 1, makeMessage(reporter, [claimed]))).status, 200);
  t.equal((await putCell(server, reporter, other, 1)).status, 200, "as much as there is room for");
  for (const sender of [reporter, member] as const) {
    const refused = await putCell(server, sender, makeFile({ cells: 1 }), 0);
    t.same([refused.status, refused.problem], [507, "storage-full"]);
  }
  t.equal((await putCell(server, reporter, other, 0)).problem, "storage-full", "nor the rest of an opened file");
  t.equal((await putCell(server, reporter, other, 1)).status, 200, "what is there is said to be there");
  t.equal((await putMessage(server, reporter, 2, makeMessage(reporter, []))).status, 200, "a message");
  t.equal((await putMessage(server, member, 2, makeMessage(member, []))).status, 200, "an answer");
  await t.resolves(storeReport(server), "a report");
  t.ok(await isWhole(server, member, claimed));

  t.equal(server.log().split("no room for files").length, 2, "the operator is told once");
});

t.test("a database whose disk is full, or fails, says so as well: 507 for files, and texts go in", async (t) => {
  const server = await startServer(t);
  const { reporter, member } = await openCase(server);
  const [claimed, other] = [makeFile(), makeFile()];
  await putFile(server, reporter, claimed);
  await putMessage(server, reporter, 1, makeMessage(reporter, [claimed]));
  const failing = (table: string, code: string) => `
    CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS
      $$ BEGIN RAISE EXCEPTION 'could not extend file' USING ERRCODE = '${code}'; END $$;
    CREATE OR REPLACE TRIGGER fail BEFORE INSERT ON ${table} FOR EACH ROW EXECUTE FUNCTION fail()`;
  for (const [table, code] of [
    ["file_cells", "53100"],
    ["files", "53100"],
    ["file_cells", "58030"],
  ] as const) {
    await query(server.urls.ownerUrl, failing(table, code));
    for (const sender of [reporter, member] as const) {
      const refused = await putCell(server, sender, makeFile(), 0);
      t.same([refused.status, refused.problem], [507, "storage-full"], `${code} in ${table}`);
    }
    await query(server.urls.ownerUrl, `DROP TRIGGER fail ON ${table}`);
  }
  await query(server.urls.ownerUrl, failing("file_cells", "53300"));
  t.equal((await putCell(server, reporter, other, 0)).problem, "busy", "too many connections are no full disk");
  t.equal((await putMessage(server, reporter, 2, makeMessage(reporter, []))).status, 200, "a message");
  await t.resolves(storeReport(server), "a report");
  t.ok(await isWhole(server, member, claimed));
});

t.test("a file that no message claims goes on the second midnight after its last cell, and no other", async (t) => {
  const server = await startServer(t);
  const { reporter, member } = await openCase(server);
  const { database, close } = connect(server.urls.appUrl);
  t.teardown(close);
  const files = {
    claimed: makeFile(),
    fresh: makeFile(),
    yesterdays: makeFile(),
    older: makeFile(),
    resumed: makeFile(),
  };
  for (const file of [files.claimed, files.fresh, files.yesterdays, files.older]) await putFile(server, reporter, file);
  await putCell(server, reporter, files.resumed, 0);
  t.equal((await putMessage(server, reporter, 1, makeMessage(reporter, [files.claimed]))).status, 200);
  const age = ({ id }: TestFile, days: number) =>
    query(server.urls.ownerUrl, `UPDATE files SET touched_on = touched_on - ${days} WHERE file_id = $1`, [id]);
  await Promise.all([age(files.claimed, 9), age(files.yesterdays, 1), age(files.older, 2), age(files.resumed, 2)]);
  t.equal((await putCell(server, reporter, files.resumed, 1)).status, 200, "a cell puts it off");
  await Promise.all([sweep(database), sweep(database)]);
  const rows = await query<{ file_id: Buffer }>(server.urls.ownerUrl, "SELECT DISTINCT file_id FROM file_cells");
  const left = new Set(rows.map(({ file_id }) => file_id.toString("hex")));
  t.same(
    Object.entries(files).flatMap(([name, { id }]) => (left.has(Buffer.from(id).toString("hex")) ? [name] : [])),
    ["claimed", "fresh", "yesterdays", "resumed"],
  );
  t.ok(await isWhole(server, member, files.claimed));
  t.equal((await putMessage(server, reporter, 2, makeMessage(reporter, [files.older]))).problem, "files-incomplete");
});
