/** An office is founded, from the code that a server prints to the first sign-in; and what a hostile server is found at. */
import t from "tap";
import { listedRecovery, readRecovery } from "../../../src/client/ceremony/recovery.ts";
import type { Request } from "../../../src/client/ceremony/request.ts";
import { makeRoot } from "../../../src/client/ceremony/root.ts";
import { type MemberEntry, makeMember, stateFreshness } from "../../../src/client/directory/organisation.ts";
import { connect } from "../../../src/client/line/http.ts";
import { signIn } from "../../../src/client/member/entry/sign-in.ts";
import { type FirstChoices, composeFirst, readAloudBy } from "../../../src/client/office/first-directory.ts";
import {
  type FoundingPlace,
  confirmFounding,
  gatherFirst,
  handInDirectory,
  joinFounding,
  readFounded,
  readFounding,
  requestFileOf,
} from "../../../src/client/office/founding.ts";
import { finishJoining, openWaiting } from "../../../src/client/office/joining.ts";
import type { MadeRequest } from "../../../src/client/office/requests.ts";
import { hex } from "../../../src/crypto/bytes.ts";
import { deriveSigningKeyPair, sign } from "../../../src/crypto/secret/keys.ts";
import type { FOUNDING } from "../../../src/protocol/api/founding.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import type { Role } from "../../../src/protocol/rules/casework.ts";
import { DAY_MS } from "../../../src/protocol/encoding/day.ts";
import {
  type DirectoryDocument,
  encodeDirectory,
  memberSignatureInput,
} from "../../../src/protocol/directory/directory.ts";
import type { z } from "../../../src/protocol/encoding/zod.ts";
import { buildApp } from "../../../src/server/app.ts";
import { makeLog } from "../../../src/server/plugins/logging.ts";
import { parseOffice } from "../../../src/web/shared/office.ts";
import {
  OF_EIGHT,
  OF_THREE,
  type Person,
  WORDS,
  choicesOf,
  closeList,
  gatherRoom,
  makeKeyPage,
  signAndHandIn,
  signOffline,
  startFounding,
} from "../../support/founding.ts";
import { freePort } from "../../support/machine/free-port.ts";
import { query } from "../../support/machine/postgres.ts";

const agreeing = ({ place }: Person, agreed: Uint8Array): FoundingPlace & { agreed: Uint8Array } => ({
  ...place,
  agreed,
});
const NOTHING = { code: "not-found" };

for (const [name, teams, keep] of [
  ["three", OF_THREE, 3],
  ["eight", OF_EIGHT, 2],
] as const)
  t.test(`an office of ${name} is founded, and its people sign in`, async (t) => {
    const server = await startFounding(t);
    const founding = await gatherRoom(server, teams, { keep });
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
      confirmFounding(agreeing(person, agreed), { passphrase, waiting: [person.kept!] }, Date.now());
    if (name === "three") t.equal(await confirm(first, "kata lain"), "wrong-words");
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
    for (const person of founding.people.slice(0, keep)) {
      const [connection, kept] = [connect(origin), person.kept!];
      const credentials = { name: kept.name, passphrase: WORDS };
      t.ok(await finishJoining(connection, credentials, [kept], { roots: founded.roots, ...clock }), kept.name);
      const member = await signIn(connection, { ...credentials, roots: founded.roots, device: undefined, ...clock });
      t.equal(member.id, kept.memberId);
      t.ok(member.directories.isRehearsal, "it is not open yet");
    }
    t.equal((await app.inject({ url: "/api/founding/state" })).statusCode, 404, "and nothing is founded here any more");
    await app.close();
  });

/** What a server tells a device, changed on its way as `change` likes. */
function lying(place: FoundingPlace, change: (told: Told) => Partial<Told>): FoundingPlace {
  const told = async (url: string, init: RequestInit) => {
    const answer = await fetch(url, init);
    if (!url.endsWith("/state")) return answer;
    const state = (await answer.json()) as Told;
    return new Response(JSON.stringify({ ...state, ...change(state) }));
  };
  return { ...place, connection: connect(place.connection.origin, told) };
}

type Told = z.input<typeof FOUNDING.founding.answer.json>;

t.test(
  "attack 101: whose entry was exchanged sees no line; whatever else was, another line, or who is too many",
  async (t) => {
    const server = await startFounding(t);
    const founding = await gatherRoom(server, OF_THREE);
    const [, victim] = founding.people as [Person, Person, Person];
    const { entry: intruder, keys } = makeMember(victim.entry.names, victim.entry.roles, {
      now: Date.now(),
      fromVersion: 0,
    });
    const under = { ...intruder, id: victim.entry.id };
    const signature = toBase64url(sign(deriveSigningKeyPair(keys.signingSeed), memberSignatureInput(under)));
    const swapping = (entry: MemberEntry) =>
      lying(founding.founder, ({ joiners }) => ({
        joiners: joiners.map((each) => (each.id === victim.entry.id ? entry : each)),
      }));
    const shown = ({ entry }: Person, request: Request) => readAloudBy(entry, request);
    const compose = async (founder: FoundingPlace) => {
      const { joiners } = await readFounding(founder);
      const made = composeFirst(choicesOf(founding, joiners), Date.now());
      if ("faults" in made) throw new Error(JSON.stringify(made.faults));
      return made.read;
    };
    for (const [what, entry] of Object.entries({
      "all keys": intruder,
      "all keys under the own id": { ...under, signature },
      "the name": { ...victim.entry, names: { id: "Orang lain" } },
      "another name beside it": { ...victim.entry, names: { ...victim.entry.names, en: "Somebody else" } },
    })) {
      const read = await compose(swapping(entry));
      t.equal(shown(victim, read), undefined, what);
      t.equal(
        shown(founding.people[0]!, read)?.members.length,
        3,
        "whoever was left alone sees a line, and somebody has none",
      );
    }
    for (const change of [
      { roles: ["lead" as const] },
      { signingKey: intruder.signingKey },
      { sealingKey: intruder.sealingKey },
    ])
      await t.rejects(compose(swapping({ ...victim.entry, ...change })), { code: "bad-signature" });

    const more = await compose(lying(founding.founder, ({ joiners }) => ({ joiners: [...joiners, intruder] })));
    t.equal(shown(victim, more)?.members.length, 4, "one too many stands beside the line, by name");

    const honest = (await closeList(founding)).read;
    const { document } = honest;
    const otherRecovery = readRecovery((await makeKeyPage()).recovery);
    const [, ...rootsLeft] = document.roots.keys;
    const lies: Record<string, DirectoryDocument> = {
      "the recovery key": { ...document, recovery: listedRecovery(otherRecovery) },
      "a root": { ...document, roots: { threshold: 2, keys: [...rootsLeft, hex(makeRoot().key)] } },
      "how many roots are needed": { ...document, roots: { ...document.roots, threshold: 1 } },
      "who reads": { ...document, channels: document.channels.map((each) => ({ ...each, recovery: false })) },
      "a colleague": {
        ...document,
        members: document.members.map((each) =>
          each.id === founding.people[0]!.entry.id ? { ...each, names: { id: "X" } } : each,
        ),
      },
    };
    const lines = new Set([hex(honest.proposal)]);
    for (const [what, told] of Object.entries(lies)) {
      const text = new TextDecoder().decode(encodeDirectory(told));
      const { request } = await readFounding(lying(victim.place, () => ({ document: text })));
      const line = shown(victim, request!);
      t.ok(line !== undefined && !lines.has(hex(line.proposal)), `${what}: another line`);
      // After the line was read aloud it is found by the device itself.
      const later = { ...lying(victim.place, () => ({ document: text })), agreed: honest.proposal };
      await t.rejects(readFounding(later), { code: "other-request" }, `${what}, afterwards`);
      lines.add(hex(line!.proposal));
    }
  },
);

t.test(
  "attack 101: after the line was read nothing but that request is signed, whatever the server tells",
  async (t) => {
    const server = await startFounding(t);
    const founding = await gatherRoom(server, OF_THREE, { keep: 3, now: Date.now() - 30 * DAY_MS });
    const [lead, , administrator] = founding.people as [Person, Person, Person];
    const { read } = await closeList(founding, Date.now() - 1.9 * DAY_MS);
    t.ok(readAloudBy(lead.entry, read), "who joined a month ago is in it from that day on, as everybody is");
    t.same(new Set(read.document.members.map(({ validFrom }) => validFrom)), new Set([read.document.notBefore]));
    const agreed = read.proposal;
    const of = (place: FoundingPlace) => ({ ...place, agreed });
    const confirm = (person: Person, place = person.place) =>
      confirmFounding(of(place), { passphrase: WORDS, waiting: [person.kept!] }, Date.now());
    await t.rejects(confirm(lead), { code: "too-few-signatures" }, "nobody has signed");
    const other = composeFirst(
      choicesOf(
        founding,
        founding.people.map(({ entry }) => entry),
      ),
      Date.now() + 1_000,
    ) as MadeRequest;
    const files = [...signOffline(founding, read), requestFileOf(read), ...signOffline(founding, read)];
    t.throws(() => gatherFirst(read, [...files, requestFileOf(other.read)]), { code: "other-request" });
    t.throws(() => gatherFirst(read, signOffline(founding, other.read)), { code: "other-request" });
    t.equal(gatherFirst(read, files.slice(0, 1)).signed, undefined);
    const { signed } = gatherFirst(read, files);
    const signedOther = gatherFirst(other.read, signOffline(founding, other.read)).signed!;
    await t.rejects(handInDirectory(of(lead.place), other.read, signedOther), { code: "other-request" });
    await handInDirectory(of(lead.place), read, signed!);

    const told = { document: other.read.bytes, directory: signedOther };
    const replaced = (place: FoundingPlace) =>
      lying(place, () => ({
        document: new TextDecoder().decode(told.document),
        directory: told.directory,
        statement: null,
      }));
    await t.rejects(confirm(lead, replaced(lead.place)), { code: "other-request" });
    const half = lying(lead.place, () => ({ directory: { ...signed!, signatures: signed!.signatures.slice(1) } }));
    await t.rejects(confirm(lead, half), { code: "too-few-signatures" });
    const moved = lying(lead.place, () => ({ directory: signedOther }));
    await t.rejects(confirm(lead, moved), { code: "other-request" });

    // By a colleague who is made to suspend somebody, or long ago.
    const { keys } = openWaiting(WORDS, [administrator.kept!])!;
    const stated = (now: number, suspended: string[]) =>
      stateFreshness(signed!, [{ entry: administrator.entry, keys }], now, { suspended }).statements!.at(-1)!;
    const suspending = lying(lead.place, () => ({ statement: stated(Date.now(), [founding.people[1]!.entry.id]) }));
    await t.rejects(confirm(lead, suspending), { code: "bad-statement" });
    const old = JSON.stringify(stated(Date.now() - 3 * DAY_MS, []));
    await query(server.urls.ownerUrl, "UPDATE founding SET statement = $1", [old]);
    t.equal(
      await confirm(founding.people[1]!).catch((error: Error) => error.message),
      "too-few-stewards",
      "no steward",
    );
    t.equal(await confirm(lead), "waits", "one of days ago stands in nobody's way");
    t.same((await readFounding(lead.place)).statement?.signers, [lead.entry.id]);
    await query(server.urls.ownerUrl, "UPDATE founding SET statement = NULL");

    // Whatever fails while it is published leaves all as it was.
    const owner = (text: string) => query(server.urls.ownerUrl, text);
    t.equal(await confirm(lead), "waits");
    await owner("ALTER TABLE founding_joiners RENAME TO hidden");
    await t.rejects(confirm(administrator), { code: "internal" });
    await owner("ALTER TABLE hidden RENAME TO founding_joiners");
    t.same(await owner("SELECT version FROM directories UNION ALL SELECT sequence FROM statements"), []);
    t.same((await readFounding(lead.place)).statement?.signers, [lead.entry.id]);
    await owner("UPDATE founding SET statement = NULL");

    // Two at once, through two processes.
    const beside = await startFounding(t, { urls: server.urls });
    const both = await Promise.all([confirm(lead), confirm(administrator, { ...administrator.place, ...beside })]);
    t.same(both.toSorted(), ["founded", "waits"]);
    await t.rejects(readFounded({ ...server, agreed: other.read.proposal }, Date.now()), { code: "other-request" });
    t.ok(await readFounded({ ...beside, agreed }, Date.now()));
  },
);

t.test("what stands in the way of a first directory is said before anybody signs", async (t) => {
  const now = Date.now();
  const entries = (team: readonly (readonly Role[])[]) =>
    team.map((roles) => makeMember({ id: "Orang" }, roles, { now, fromVersion: 0 }).entry);
  const files = await makeKeyPage();
  const faultsOf = (team: readonly (readonly Role[])[], change: Partial<FirstChoices> = {}) => {
    const made = composeFirst({ ...choicesOf(files, entries(team)), ...change }, now);
    return "faults" in made ? made.faults.map(({ code }) => code) : [];
  };
  t.same(faultsOf(OF_THREE), []);
  t.same(faultsOf([["lead"], ["administrator", "custodian"]]), ["too-few-readers"]);
  t.same(faultsOf([["lead"], ["investigator"], ["administrator"]]), ["too-few-custodians"]);
  t.same(faultsOf([["lead"], ["investigator"], ["custodian"]]), ["too-few-stewards"]);
  for (const rootsNeeded of [0, 1, 4])
    t.same(faultsOf(OF_THREE, { rootsNeeded }), ["roots-needed"], `${rootsNeeded} of 3`);
  t.throws(() => faultsOf(OF_THREE, { recovery: files.rootFiles[0]! }), { code: "malformed" });
  t.throws(() => faultsOf(OF_THREE, { roots: [files.recovery] }), { code: "malformed" });
  t.throws(() => faultsOf(OF_THREE, { roots: [files.rootFiles[0]!, files.rootFiles[0]!] }), { code: "malformed" });
});
