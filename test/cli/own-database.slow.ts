import * as fs from "node:fs/promises";
import t from "tap";
import { createTestDatabase } from "../support/machine/postgres.ts";
import { freePort } from "../support/machine/free-port.ts";
import { callSegel, credentials, makeData, makeFolder, start } from "./programs.ts";

// Three starts, on machines that may be busy.
t.setTimeout(300_000);

t.test(
  "with DATABASE_URL no database is brought along, and another database under an old demonstration is enrolled anew",
  async (t) => {
    const { appUrl, ownerUrl } = await createTestDatabase(t);
    const folder = await makeData(t);
    const home = await makeFolder(t);
    const port = await freePort();
    const settings = { DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl };
    const first = await start(t, folder, port, settings);
    t.match(first.said(), /Enrolling/u);
    await first.end("SIGTERM");
    t.same((await fs.readdir(folder)).toSorted(), ["demo", "server.key", "web"]);
    const second = await start(t, folder, port, settings);
    t.notMatch(second.said(), /Enrolling/u);
    await second.end("SIGTERM");

    const other = await createTestDatabase(t);
    const third = await start(t, folder, port, { DATABASE_URL: other.appUrl, DATABASE_OWNER_URL: other.ownerUrl });
    t.match(third.said(), /Enrolling/u);
    const input = await credentials(folder, "pemeriksa-dua");
    const list = await callSegel(["read", "list", "--origin", `http://127.0.0.1:${port}`], {
      env: { SEGEL_DATA: folder, SEGEL_HOME: home },
      input,
    });
    t.equal(list.code, 0, list.err);
    await third.end("SIGTERM");
  },
);
