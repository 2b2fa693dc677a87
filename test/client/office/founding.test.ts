/** An office is founded, from the code that a server prints to the first sign-in; and what a hostile server is found at. */
import t from "tap";
import { readAloudBy } from "../../../src/client/office/first-directory.ts";
import {
  type FoundingPlace,
  confirmFounding,
  joinFounding,
  readFounded,
  readFounding,
} from "../../../src/client/office/founding.ts";
import { finishJoining } from "../../../src/client/office/joining.ts";
import { signIn } from "../../../src/client/member/sign-in.ts";
import { connect } from "../../../src/client/line/http.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { buildApp } from "../../../src/server/app.ts";
import { makeLog } from "../../../src/server/plugins/logging.ts";
import { parseOffice } from "../../../src/web/shared/office.ts";
import {
  OF_EIGHT,
  OF_THREE,
  type Person,
  WORDS,
  closeList,
  gatherRoom,
  signAndHandIn,
  startFounding,
} from "../../support/founding.ts";
import { freePort, query } from "../../support/server.ts";

const agreeing = ({ place }: Person, agreed: Uint8Array): FoundingPlace & { agreed: Uint8Array } => ({
  ...place,
  agreed,
});
const NOTHING = { code: "not-found" };

for (const [name, teams] of [
  ["three", OF_THREE],
  ["eight", OF_EIGHT],
] as const)
  t.test(`an office of ${name} is founded, and its people sign in`, async (t) => {
    const server = await startFounding(t);
    const founding = await gatherRoom(server, teams);
    const made = await closeList(founding);
    const lines = await Promise.all(
      founding.people.map(async ({ place, entry }) => readAloudBy(entry, (await readFounding(place)).request!)),
    );
    t.same(
      lines.map((line) => line && [hex(line.proposal), line.members.length]),
      teams.map(() => [hex(made.read.proposal), teams.length]),
      "one line for all, and beside it everybody",
    );
    const agreed = made.read.proposal;
    await signAndHandIn(founding);
    const stewards = founding.people.filter(({ entry }) =>
      entry.roles.some((role) => role === "lead" || role === "administrator"),
    );
    const [first, second] = stewards as [Person, Person];
    const confirm = (person: Person, passphrase = WORDS) =>
      confirmFounding(agreeing(person, agreed), { passphrase, waiting: [person.kept] }, Date.now());
    t.equal(await confirm(first, "kata lain"), "wrong-words");
    t.equal(await readFounded(server, Date.now()), undefined, "nothing is public yet");
    t.equal(await confirm(first), "waits");
    t.equal(await confirm(first), "waits", "twice is once");
    t.equal((await readFounding(second.place)).statement?.missing, 1);
    t.equal(await confirm(second), "founded");
    t.equal(await confirm(second), "founded", "also where the answer was lost");

    await t.rejects(readFounding(founding.founder), NOTHING, "the founder is nobody any more");
    await t.rejects(joinFounding(first.place, first.entry), NOTHING);
    const founded = (await readFounded({ ...server, agreed }, Date.now()))!;
    t.equal(parseOffice(JSON.stringify(founded.office)).names.en, "Test Inspectorate");
    t.same(await query(server.urls.ownerUrl, "SELECT entry FROM founding_joiners"), []);
    const [row] = await query<Record<string, unknown>>(server.urls.ownerUrl, "SELECT * FROM founding");
    const left = Object.keys(row!).filter((column) => row![column] !== null);
    t.same(left.toSorted(), ["founded_on", "one", "proposal"], "what is not needed is gone");

    // The same database, now with the roots that `founded` has told.
    const port = await freePort();
    const origin = `http://127.0.0.1:${port}`;
    const app = await buildApp({
      database: server.database,
      log: makeLog("silent"),
      serverKey: new Uint8Array(32),
      roots: founded.roots,
      origins: [origin],
      needsFactor: false,
    });
    await app.listen({ host: "127.0.0.1", port });
    const clock = { now: Date.now(), builtAt: 0 };
    for (const { kept } of founding.people.slice(0, 3)) {
      const connection = connect(origin);
      const credentials = { name: kept.name, passphrase: WORDS };
      t.ok(await finishJoining(connection, credentials, [kept], { roots: founded.roots, ...clock }), kept.name);
      const member = await signIn(connection, { ...credentials, roots: founded.roots, device: undefined, ...clock });
      t.equal(member.id, kept.memberId);
      t.ok(member.directories.isRehearsal, "it is not open yet");
    }
    t.equal((await app.inject({ url: "/api/founding/state" })).statusCode, 404, "and nothing is founded here any more");
    await app.close();
  });
