/**
 * The demonstration as somebody plays with it for weeks: what was said of its directory at the desk stands in the database alone,
 * and the next start goes on from there. Real starts, on days that lie behind.
 */
import * as fs from "node:fs/promises";
import path from "node:path";
import t from "tap";
import { openDemonstration } from "../../src/cli/office/demonstration.ts";
import { startPostgres } from "../../src/cli/office/embedded-postgres.ts";
import { fetchChain, loadDirectories } from "../../src/client/directory/directories.ts";
import { stateFreshness } from "../../src/client/directory/organisation.ts";
import { connect as connectTo } from "../../src/client/line/http.ts";
import { fromHex } from "../../src/crypto/bytes.ts";
import { randomBytes } from "../../src/crypto/sodium.ts";
import { type SignedDirectory, documentBytes, parseDirectory } from "../../src/protocol/directory/directory.ts";
import { firstUse } from "../../src/protocol/directory/trust.ts";
import { isSteward } from "../../src/protocol/rules/casework.ts";
import { makeServerKey } from "../../src/server/admission/server-key.ts";
import { makeDirectories } from "../../src/server/services/common/directories.ts";
import { connect } from "../../src/server/store/database.ts";
import { migrate } from "../../src/server/store/migrate.ts";
import { freePort } from "../support/machine/free-port.ts";
import { makeData, start } from "./programs.ts";

t.setTimeout(600_000);

const DAY_MS = 86_400_000;

t.test("confirmed by hand at the desk, the demonstration starts weeks later and holds", async (t) => {
  for (const [title, handDaysAgo, statements] of [
    ["confirmed by hand two weeks ago, on the fifth day", 14, 3],
    ["confirmed by hand yesterday", 1, 2],
  ] as const) {
    const data = await makeData(t);
    const begun = Date.now() - 19 * DAY_MS;
    const { keysFolder, members } = await openDemonstration(data, begun);
    const file = path.join(keysFolder, "directory.json");
    const [first] = JSON.parse(await fs.readFile(file, "utf8")) as [SignedDirectory];
    const stewards = members.map(({ member }) => member).filter(({ entry }) => isSteward(entry.roles));
    const { threshold, keys } = JSON.parse(await fs.readFile(path.join(keysFolder, "roots.json"), "utf8")) as {
      threshold: number;
      keys: string[];
    };
    const roots = { threshold, keys: keys.map(fromHex) };
    // As the server took it then: the folder does not learn of it.
    const byHand = stateFreshness(first, stewards, Date.now() - handDaysAgo * DAY_MS);
    const postgres = await startPostgres(data);
    await migrate(postgres.ownerUrl);
    const { database, close } = connect(postgres.appUrl);
    const directories = makeDirectories(database, makeServerKey(randomBytes(32)), roots);
    await directories.importNewer([first]);
    await directories.importNewer([byHand]);
    await close();
    await postgres.stop();

    const segel = await start(t, data, await freePort());
    const line = connectTo(segel.address);
    const [newest] = await fetchChain(line, 1);
    t.equal(newest?.document, first.document, title);
    t.same(newest?.statements?.slice(0, 2), byHand.statements, `${title}: nothing that was said is lost`);
    t.equal(newest?.statements?.length, statements, title);
    const seen = parseDirectory(documentBytes(first));
    const look = { depth: "thorough", now: Date.now(), builtAt: 0 } as const;
    const { current } = await loadDirectories(line, { ...firstUse(roots), version: 1, hash: seen.hash }, look);
    t.ok((current.freshness?.expires ?? 0) > Date.now() + 14 * DAY_MS, `${title}: and it holds`);
    t.equal(await segel.end("SIGTERM"), 0);
    const kept = JSON.parse(await fs.readFile(file, "utf8")) as SignedDirectory[];
    t.same(kept.at(-1)?.statements, newest?.statements, `${title}: the folder has all of it`);
    const again = await start(t, data, await freePort());
    t.equal(await again.end("SIGTERM"), 0, `${title}: and the next start changes nothing`);
    t.same(JSON.parse(await fs.readFile(file, "utf8")), kept);
  }
});
