/** As long as a reporter's page is open the server does not go back behind the readers that it has shown. */
import t from "tap";
import { DirectoryError } from "../../../src/protocol/directory/directory.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { HostileServer } from "../../support/hostile/hostile-server.ts";
import { foundOffice } from "../../support/hostile/robbed-office.ts";

const { organisation, chain } = foundOffice(Date.now());
const server = new HostileServer();
const { origin, fetch } = server.connect();
Object.assign(globalThis, { location: { origin }, fetch });
const { loadRecipients } = await import("../../../src/web/reporter/sealing/recipients.ts");
const { threshold, keys } = organisation.rootSet;
const load = () => loadRecipients({ roots: { threshold, keys: keys.map(hex) }, builtAt: 0 });

t.test("attack 6: a page that asks again is shown no older list of readers, and no other of its number", async (t) => {
  server.directories = [chain.older];
  t.equal((await load()).version, 1);
  server.directories.push(chain.newest);
  t.equal((await load()).version, 2, "a newer one is taken");
  server.directories = [chain.older, chain.forked];
  await t.rejects(load(), new DirectoryError("two-views"));
  server.directories = [chain.older, chain.published];
  await t.rejects(load(), new DirectoryError("statement-rollback"));
  server.directories = [chain.older];
  await t.rejects(load(), new DirectoryError("rollback"));
  server.directories = [chain.older, chain.newest];
  t.equal((await load()).version, 2, "the list that was shown is no alarm");
});
