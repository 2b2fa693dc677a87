import t from "tap";
import { makeFile, getCell, makeMessage, putCell, putMessage } from "../support/files.ts";
import { logIn, openHeads } from "../support/members.ts";
import { type TestServer, startServer, storeReport } from "../support/server.ts";

/** A case with its reporter and one member who has opened it. */
async function openCase(server: TestServer) {
  const { keys } = await storeReport(server);
  const session = await logIn(server, server.organisation.lead);
  const [handle = ""] = await openHeads(server, session);
  return { reporter: keys.auth, member: { session, handle } };
}

t.test("files of both sides arrive in the bytes in which they were sent, in any order of their cells", async (t) => {
  const server = await startServer(t);
  const { reporter, member } = await openCase(server);
  for (const sender of [reporter, member]) {
    const file = makeFile({ cells: 4 });
    for (const cell of [3, 0, 2, 1]) t.equal((await putCell(server, sender, file, cell)).text, '{"stored":true}');
    t.equal((await putMessage(server, sender, 1, makeMessage(sender, [file]))).text, '{"stored":true}');
    for (const [cell, bytes] of file.cells.entries()) {
      t.ok(Buffer.from(bytes).equals((await getCell(server, member, file, cell)).bytes));
      if (sender === member) t.ok(Buffer.from(bytes).equals((await getCell(server, reporter, file, cell)).bytes));
    }
  }
});
