/** An office that was founded here rehearses, and is opened by its stewards once nothing of it is missing. */
import * as fs from "node:fs/promises";
import path from "node:path";
import t from "tap";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { makeMember, nextDocument } from "../../../src/client/directory/organisation.ts";
import { connect } from "../../../src/client/line/http.ts";
import { loadDirectories } from "../../../src/client/directory/directories.ts";
import { firstUse } from "../../../src/protocol/directory/trust.ts";
import { fingerprintOf } from "../../../src/crypto/identity.ts";
import { fromHex, hex } from "../../../src/crypto/bytes.ts";
import { callSegel, makeFolder } from "../../cli/programs.ts";
import { makeMessage, putMessage } from "../../support/files.ts";
import { logIn, openHeads, publish } from "../../support/members.ts";
import { signedOf } from "../../support/organisation.ts";
import { query } from "../../support/machine/postgres.ts";
import {
  type Session,
  type TestServer,
  sendJson,
  send,
  startServer,
  storeReport,
} from "../../support/machine/server.ts";

type Told = {
  readonly isOpen: boolean;
  readonly openedOn: string | null;
  readonly steps: Readonly<Record<string, boolean>> | null;
};

const read = (server: TestServer, session: Session) => sendJson<Told>(server, "/api/office/opening", { session });
const open = (server: TestServer, session: Session) =>
  sendJson<Told>(server, "/api/office/opening", { method: "POST", session });
const missing = ({ steps }: Told) => Object.entries(steps ?? {}).flatMap(([step, isDone]) => (isDone ? [] : [step]));

async function isRehearsal({ origin, organisation }: TestServer): Promise<boolean> {
  const look = { depth: "thorough", now: Date.now(), builtAt: 0 } as const;
  return (await loadDirectories(connect(origin), firstUse(organisation.rootSet), look)).isRehearsal;
}

t.test(
  "an office that was founded rehearses until every step was done in one case, and then is open for good",
  async (t) => {
    const server = await startServer(t);
    const { organisation } = server;
    const owner = (text: string, values: unknown[] = []) => query(server.urls.ownerUrl, text, values);
    await owner("INSERT INTO founding (founded_on) VALUES (current_date)");
    const [first, second] = organisation.investigators;
    const [one, two] = [await logIn(server, first!), await logIn(server, second!)];
    const [lead, administrator] = [
      await logIn(server, organisation.lead),
      await logIn(server, organisation.administrator),
    ];
    t.ok(await isRehearsal(server), "whoever asks for the directory is told");
    const folder = await makeFolder(t);
    const [roots, example] = ["roots.json", "report.json"].map((name) => path.join(folder, name)) as [string, string];
    await fs.writeFile(roots, JSON.stringify({ threshold: 1, keys: organisation.rootSet.keys.map(hex) }));
    await fs.writeFile(example, JSON.stringify({ unitName: "Sekretariat", what: "Percobaan." }));
    const where = ["--origin", server.origin, "--roots", roots, "--channel", "tidak ada"];
    t.match(
      (await callSegel(["send", example, ...where, "--language", "en"])).err,
      /not open yet/u,
      "on the command line too",
    );
    t.same(missing(await read(server, two)), ["opened", "answered", "replied", "regranted", "recovery"]);
    t.equal(
      (await send(server, "/api/office/opening", { method: "POST", session: two })).status,
      403,
      "stewards open it",
    );

    const report = await storeReport(server);
    const [handle = ""] = await openHeads(server, one);
    t.ok(missing(await read(server, lead)).includes("opened"), "one has opened it");
    await openHeads(server, two);
    await putMessage(server, { session: one, handle }, 1, makeMessage({ session: one, handle }, []));
    t.same(missing(await read(server, lead)), ["replied", "regranted", "recovery"]);
    t.equal((await putMessage(server, report.keys.auth, 1, makeMessage(report.keys.auth, []))).status, 200);
    t.same(missing(await open(server, lead)), ["regranted", "recovery"], "it is not opened");

    // The third investigator has lost everything and comes back under another key.
    const { entry } = organisation.investigators[2]!;
    const again = makeMember(entry.names, entry.roles, { now: Date.now(), fromVersion: 2 });
    const members = [
      ...organisation.document.members.map((each) => (each.id === entry.id ? { ...each, removedIn: 2 } : each)),
      again.entry,
    ];
    const without = (ids: readonly string[]) => ids.filter((id) => id !== entry.id);
    const channels = organisation.document.channels.map((channel) => ({
      ...channel,
      recipients: without(channel.recipients),
      excludable: without(channel.excludable),
    }));
    const document = nextDocument({ ...organisation.document, members, channels }, organisation.signed, Date.now());
    t.equal((await publish(server, administrator, signedOf(organisation, document))).status, 201);
    const id = fromHex(again.entry.id);
    await owner("INSERT INTO access (member_id, handle, epoch) VALUES ($1, $2, 0)", [id, handle]);
    t.ok(missing(await read(server, lead)).includes("regranted"), "opened, and nobody has granted it");
    await owner(
      `INSERT INTO messages (handle, direction, sequence, epoch, stored_on, row, open_part, granted_to)
      VALUES ($1, 'internal', 1, 0, current_date, $2, $2, $3)`,
      [handle, randomBytes(64), id],
    );
    t.same(missing(await read(server, lead)), ["recovery"]);
    await owner(
      `INSERT INTO recovery_records (recovery_key, drawn, use, on_day, record) VALUES ($1, $2, 'rehearsed', current_date, '{}')`,
      [fingerprintOf(server.directory.recoveryKey!), randomBytes(16)],
    );
    const rehearsed = await read(server, two);
    t.same([missing(rehearsed), rehearsed.isOpen], [[], false], "nothing is missing, and nobody has opened it");
    t.ok(await isRehearsal(server));

    const answers = await Promise.all([open(server, lead), open(server, administrator)]);
    t.same(
      answers.map(({ isOpen, steps }) => [isOpen, steps]),
      [
        [true, null],
        [true, null],
      ],
    );
    t.notOk(await isRehearsal(server));
    t.match(server.log(), /the office is open/u);
    await owner("DELETE FROM recovery_records");
    t.same(
      await read(server, two),
      { isOpen: true, openedOn: answers[0]!.openedOn, steps: null },
      "what happens later closes nothing",
    );
    const beside = await startServer(t, { beside: server });
    t.notOk(await isRehearsal(beside), "nor does another process");
  },
);

t.test("an office that was not founded here is open", async (t) => {
  const server = await startServer(t);
  t.notOk(await isRehearsal(server));
  const session = await logIn(server, server.organisation.lead);
  for (const told of [await read(server, session), await open(server, session)])
    t.same(told, { isOpen: true, openedOn: null, steps: null });
});
