/** A server that is being founded: who gets in, what it refuses, and what two who are quick at once, or a kill, leave. */
import t from "tap";
import { encodeRequest, readRequest } from "../../../src/client/ceremony/request.ts";
import { encodeSignature, makeRoot, signRequest } from "../../../src/client/ceremony/root.ts";
import { instant, makeMember } from "../../../src/client/directory/organisation.ts";
import {
  closeFounding,
  dropJoiner,
  gatherFirst,
  joinFounding,
  makeFoundingKey,
  proposeOffice,
  readFounding,
  reopenFounding,
} from "../../../src/client/office/founding.ts";
import { FOUNDING } from "../../../src/protocol/api/founding.ts";
import { API, type Operation } from "../../../src/protocol/api.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import { readCode } from "../../../src/protocol/founding.ts";
import { DAY_MS } from "../../../src/protocol/encoding/day.ts";
import { encodeDirectory } from "../../../src/protocol/directory/directory.ts";
import { FOUNDING_HEADER } from "../../../src/protocol/headers.ts";
import type { Route } from "../../../src/protocol/route.ts";
import { beginFounding, renewFoundingCode } from "../../../src/server/services/office/founding.ts";
import { connect } from "../../../src/server/store/database.ts";
import {
  type FoundingServer,
  OF_THREE,
  PROPOSAL,
  closeList,
  gatherRoom,
  startFounding,
} from "../../support/founding.ts";
import { query } from "../../support/machine/postgres.ts";
import { type Sent, send, startServer } from "../../support/machine/server.ts";

const OTHER = makeFoundingKey();
const ZERO = "0".repeat(32);

function ask(server: FoundingServer, operation: Operation, key: Uint8Array | undefined, body?: object | string) {
  const { method, path }: Route = API[operation];
  const headers = key === undefined ? {} : { [FOUNDING_HEADER]: toBase64url(key) };
  const sent: Sent = { method, headers, ...(body !== undefined && { body }) };
  return send(server, path.replace(":memberId", ZERO), sent);
}

const claim = (server: FoundingServer, code: string, key: Uint8Array) =>
  ask(server, "claimFounding", undefined, { code, key: toBase64url(key) });

t.test("the code is printed once, serves once, and never stands in the database or the log", async (t) => {
  const server = await startFounding(t);
  t.match(
    server.code,
    /^([0-9A-HJKMNP-TV-Z]{4}-){4}[0-9A-HJKMNP-TV-Z]{4}$/u,
    "a hundred random bits, to be read aloud",
  );
  t.equal(await beginFounding(server.database), undefined, "at the next start it is not told");
  const [founder, thief] = [makeFoundingKey(), makeFoundingKey()];
  const wrong = server.code.startsWith("0") ? server.code.replace("0", "1") : `0${server.code.slice(1)}`;
  const before = performance.now();
  const answered: Uint8Array[] = [];
  const claiming = async (code: string, key: Uint8Array) => {
    const answer = await claim(server, code, key);
    answered.push(key);
    return answer;
  };
  const answers = await Promise.all([
    claiming(wrong, thief),
    claiming("", thief),
    claiming("A".repeat(64), thief),
    // Guesses do not hold up who is right, whatever is typed between the letters.
    claiming(` ${server.code.toLowerCase().replaceAll("-", " ").replaceAll("0", "o")} `, founder),
  ]);
  t.equal(answered[0], founder, "asked last, and answered first");
  t.ok(performance.now() - before > 900, "a wrong one is answered after a second");
  t.same(
    answers.map(({ problem }) => problem),
    ["wrong-code", "wrong-code", "wrong-code", ""],
  );
  t.equal((await claim(server, server.code, founder)).status, 200, "the same key again: the answer was lost");
  t.equal((await claim(server, server.code, thief)).problem, "code-served");
  t.equal((await ask(server, "founding", founder)).status, 200);
  t.equal((await ask(server, "founding", thief)).status, 404);

  const renewed = (await renewFoundingCode(server.database))!;
  t.equal((await ask(server, "founding", founder)).status, 404, "another code, and who was founder is none any more");
  t.equal((await claim(server, server.code, founder)).problem, "wrong-code");
  t.equal((await claim(server, renewed, thief)).status, 200);
  const everything =
    JSON.stringify(await query(server.urls.ownerUrl, "SELECT founding::text FROM founding")) + server.log();
  for (const secret of [server.code, renewed].flatMap((code) => [code, readCode(code)!]))
    t.notMatch(everything, secret);
  for (const key of [founder, thief]) {
    t.notMatch(everything, Buffer.from(key).toString("hex"));
    t.notMatch(everything, toBase64url(key));
  }
});

t.test("of two founders with one code one is it, and the other is told that it has served", async (t) => {
  const server = await startFounding(t);
  const beside = await startFounding(t, { urls: server.urls });
  const keys = [makeFoundingKey(), makeFoundingKey()];
  const answers = await Promise.all(keys.map((key, at) => claim([server, beside][at]!, server.code, key)));
  t.same(answers.map(({ problem }) => problem).toSorted(), ["", "code-served"]);
});

t.test("attack 101: a stranger finds nothing, a joiner leads nothing, and nothing else is served", async (t) => {
  const server = await startFounding(t);
  const { founder, joiningKey, people } = await gatherRoom(server, OF_THREE);
  const { entry } = people[0]!;
  const bodies: Partial<Record<Operation, object>> = {
    proposeOffice: { proposal: PROPOSAL, joiningKeyHash: "00".repeat(32) },
    joinFounding: { entry },
    closeFounding: { document: "{}" },
    putFirstDirectory: { document: "{}", signatures: [] },
    confirmFounding: { statement: { document: "{}", signatures: [] } },
  };
  for (const operation of Object.keys(FOUNDING) as (keyof typeof FOUNDING)[]) {
    const { access }: Route = API[operation];
    if (access === "public") continue;
    for (const key of [undefined, OTHER, new Uint8Array(0), new Uint8Array(33)])
      t.equal((await ask(server, operation, key, bodies[operation])).status, 404, `${operation} by nobody`);
    // Refused before a body is read.
    if (bodies[operation] !== undefined) t.equal((await ask(server, operation, OTHER, "{")).status, 404);
    if (access === "founder")
      t.equal((await ask(server, operation, joiningKey, bodies[operation])).problem, "forbidden", operation);
  }
  t.equal((await ask(server, "founded", founder.key)).status, 404, "it is not founded yet");
  for (const path of [
    "/api/directory",
    "/api/nonce",
    "/api/session",
    "/api/reports",
    "/api/openapi.json",
    "/api/office/opening",
  ])
    for (const method of ["GET", "POST"])
      t.equal((await send(server, path, { method })).status, 404, `${method} ${path}`);
  t.equal((await send(server, "/api/health")).status, 200);
  t.equal((await readFounding(founder)).joiners.length, 3, "nothing has changed");

  const other = await startServer(t);
  t.equal(
    (await ask({ ...server, origin: other.origin }, "founding", founder.key)).status,
    404,
    "an office that stands",
  );
});

t.test(
  "attack 101: whoever comes too late, twice, for somebody else or with too much is not on the list",
  async (t) => {
    const server = await startFounding(t);
    const founding = await gatherRoom(server, OF_THREE);
    const { founder, joiningKey, people } = founding;
    const place = { connection: server.connection, key: joiningKey };
    const make = (name: string) =>
      makeMember({ id: name }, ["investigator"], { now: Date.now(), fromVersion: 0 }).entry;
    const [first] = people;
    const join = async (entry: object, key = joiningKey) => {
      const { status, problem } = await ask(server, "joinFounding", key, { entry });
      return status === 200 ? "joined" : problem;
    };
    t.equal(await join(first!.entry), "joined", "once more is the same");
    t.equal(await join({ ...first!.entry, names: { id: "Lain" } }), "conflict", "one device, one entry");
    t.equal(await join({ ...make("Lain"), roles: ["lead"] }), "bad-envelope", "signed for another role");
    t.equal(await join({ ...make("Lain"), id: first!.entry.id }), "bad-envelope");
    t.equal(await join({ ...make("Lain"), removedIn: 1 }), "bad-envelope");
    t.equal(await join({ ...make("Lain"), replaces: ZERO }), "bad-envelope", "no device would read the list any more");
    t.equal(await join({ ...make("Lain"), more: 1 }), "bad-request");
    t.equal(await join({ ...make("Lain"), names: { id: "x".repeat(200), en: "x".repeat(201) } }), "bad-request");
    const many = Object.fromEntries(
      ["id", "en", ..."abcdefghijklmnopqrs"].map((code) => [`${code}a`.slice(-3), "x".repeat(200)]),
    );
    t.equal(await join({ ...make("Lain"), names: many }), "too-large");

    const comers = Array.from({ length: 29 }, (_, at) => make(`Orang ${at}`));
    const answers = await Promise.all([...comers, make("Satu lagi")].map((entry) => join(entry)));
    t.same(
      [answers.filter((each) => each === "joined").length, answers.filter((each) => each === "no-room").length],
      [29, 1],
    );
    const { joiners } = await readFounding(founder);
    t.equal(joiners.length, 32);
    for (const { id } of joiners.slice(3)) await dropJoiner(founder, id);
    t.same(
      (await readFounding(founder)).joiners,
      people.map(({ entry }) => entry),
      "the founder takes off who is not there",
    );

    const newKey = makeFoundingKey();
    await proposeOffice(founder, PROPOSAL, newKey);
    t.equal(await join(make("Pembanjir")), "not-found", "and changes the key on the wall");
    await closeList(founding);
    t.equal(await join(make("Terlambat"), newKey), "list-closed");
    t.equal(await join(first!.entry, newKey), "joined", "who is on it already hears no other answer");
    await t.rejects(dropJoiner(founder, first!.entry.id), { code: "list-closed" });
    const elsewhere = { ...PROPOSAL, office: { ...PROPOSAL.office, timeZone: "WIT" } };
    await t.rejects(
      proposeOffice(founder, elsewhere, newKey),
      { code: "list-closed" },
      "nor what is agreed to beside it",
    );
    await proposeOffice(founder, PROPOSAL, newKey);
    await reopenFounding(founder);
    t.equal(await join(make("Kembali"), newKey), "joined");
    await t.rejects(joinFounding(place, first!.entry), { code: "not-found" });
    await renewFoundingCode(server.database);
    t.equal(await join(make("Dari tautan lama"), newKey), "not-found", "whoever was quicker has left no way in");
  },
);

t.test(
  "what breaks a rule is not asked of the roots, nor taken as signed; and each step is there after a kill",
  async (t) => {
    const server = await startFounding(t);
    const founding = await gatherRoom(server, OF_THREE);
    // Every step by another process: what was acknowledged is in the database.
    const next = async () => (await startFounding(t, { urls: server.urls })).connection;
    const made = await closeList({ ...founding, founder: { ...founding.founder, connection: await next() } });
    const { founder } = founding;
    const document = new TextDecoder().decode(made.read.bytes);
    const close = async (text: string) => {
      const { status, problem } = await ask(server, "closeFounding", founder.key, { document: text });
      return status === 200 ? "stands" : problem;
    };
    t.equal(await close(document), "stands", "once more is the same");
    const another = document.replace('"deadlines":"zi"', '"deadlines":"lain"');
    t.equal(await close(another), "conflict", "another is asked for when this one is taken back");
    await reopenFounding({ ...founder, connection: await next() });
    for (const wrong of [
      "{}",
      ` ${document}`,
      document.replace('"version":1,', '"version":2,'),
      document.replace(/"previous":"00/u, '"previous":"01'),
      document.replace('"stewards":2', '"stewards":1'),
      document.replace('"roles":["lead"]', '"roles":["investigator"]'),
      document.replace(/"recipients":\["[0-9a-f]{32}",/u, '"recipients":['),
    ])
      t.equal(await close(wrong), "bad-envelope");
    const days = (count: number) => Date.parse(made.read.document.notBefore) + count * DAY_MS;
    for (const count of [-3, 3]) {
      const span = { notBefore: instant(days(count)), expires: instant(days(count + 400)) };
      const early = new TextDecoder().decode(encodeDirectory({ ...made.read.document, ...span }));
      t.equal(await close(early), "wrong-day", "a clock that is wrong is found before the roots sign");
    }
    t.equal(await close(document), "stands");

    const put = async (body: object) => {
      const { status, problem } = await ask(server, "putFirstDirectory", founding.joiningKey, body);
      return status === 200 ? "signed" : problem;
    };
    const request = readRequest(encodeRequest(made.read.document, undefined));
    const files = founding.roots.map((seed) => encodeSignature(signRequest(request, seed)));
    const { signed } = gatherFirst(request, files);
    const [one, two, three] = signed!.signatures;
    const stranger = { ...one!, root: Buffer.from(makeRoot().key).toString("hex") };
    t.equal(await put({ document, signatures: [one] }), "bad-envelope", "one of two");
    t.equal(await put({ document, signatures: [one, one] }), "bad-envelope", "one, twice");
    t.equal(await put({ document, signatures: [one, stranger] }), "bad-envelope");
    t.equal(await put({ document, signatures: [one, { ...two, signature: one!.signature }] }), "bad-envelope");
    t.equal(await put({ document: another, signatures: [one, two] }), "conflict");
    t.equal((await readFounding({ ...founder, connection: await next() })).signed, undefined);
    t.equal(await put({ document, signatures: [one, three] }), "signed", "by two of three, whoever brings it");
    t.equal(await put({ document, signatures: [one, two, three] }), "signed");
    await t.rejects(reopenFounding(founder), { code: "conflict" }, "two of one number would be two views");
    t.ok((await readFounding({ ...founder, connection: await next() })).signed, "signed, and there");
    await t.rejects(
      closeFounding(founder, {
        ...made,
        read: readRequest(encodeRequest({ ...made.read.document, stewards: 2, minimumClient: 0 }, undefined)),
      }),
      { code: "conflict" },
    );
  },
);

/** Wrong in form, each by itself; what is right in form and wrong in sense stands in the tests above. */
const HOSTILE: readonly unknown[] = [
  null,
  0,
  -1,
  1e308,
  "",
  "\u0000",
  "\ud800",
  "a".repeat(400),
  [],
  [[]],
  {},
  { $ne: null },
];

t.test("attack 51: what is not exactly what a schema says changes nothing and fails nothing", async (t) => {
  const server = await startFounding(t);
  const { founder, people } = await gatherRoom(server, OF_THREE);
  const { entry } = people[0]!;
  const before = await readFounding(founder);
  const office = (change: object) => ({
    proposal: { ...PROPOSAL, office: { ...PROPOSAL.office, ...change } },
    joiningKeyHash: "00".repeat(32),
  });
  const units = (count: number) => Array.from({ length: count }, (_, at) => ({ name: `Unit ${at}` }));
  for (const [what, change] of Object.entries({
    "a name of two lines": { names: { id: "Dua\nbaris", en: "Two" } },
    "no English name": { names: { id: "Inspektorat" } },
    "a language without pages": { names: { id: "I", en: "I", jv: "I" } },
    "no language": { names: { id: "I", en: "I", __proto: "x" } },
    "a zone that is none": { timeZone: "+07:00" },
    "a unit twice": { units: [{ name: "Biro" }, { name: "biro" }] },
    "too many units": { units: units(501) },
    "a day of another year": { daysOff: { "2027": { source: "SKB", days: [`${2028}-01-01`] } } },
    "a day that is none": { daysOff: { "2027": { source: "SKB", days: ["2027-99-01"] } } },
    "a field more": { admin: true },
  }))
    t.equal((await ask(server, "proposeOffice", founder.key, office(change))).problem, "bad-request", what);
  t.equal((await ask(server, "proposeOffice", founder.key, office({ units: units(500) }))).status, 200);
  const long = units(500).map(({ name }) => ({
    name: `${name} ${"x".repeat(100)}`,
    aliases: Array(3).fill("y".repeat(100)),
  }));
  t.equal((await ask(server, "proposeOffice", founder.key, office({ units: long }))).problem, "too-large");
  await proposeOffice(founder, PROPOSAL, OTHER);

  const forms: Partial<Record<Operation, Record<string, unknown>>> = {
    claimFounding: { code: server.code, key: toBase64url(OTHER) },
    proposeOffice: office({}),
    joinFounding: { entry },
    closeFounding: { document: "{}" },
    putFirstDirectory: { document: "{}", signatures: [] },
    confirmFounding: { statement: { document: "{}", signatures: [] } },
  };
  const answers = new Set<string>();
  for (const [operation, form] of Object.entries(forms) as [Operation, Record<string, unknown>][])
    for (const field of [...Object.keys(form), "more"])
      for (const value of HOSTILE) {
        // Some of these are codes and documents in form.
        if (operation === "claimFounding" && field === "code") continue;
        const { status, problem } = await ask(server, operation, founder.key, { ...form, [field]: value });
        answers.add(`${status} ${problem}`);
      }
  t.same([...answers].toSorted(), ["400 bad-envelope", "400 bad-request", "409 conflict"]);
  t.same(await readFounding(founder), before);
  t.notMatch(server.log(), /"level":50/u, "nothing has failed");
});

t.test("nobody founds an office on top of one", async (t) => {
  const { urls } = await startServer(t);
  const { database, close } = connect(urls.appUrl, { onError: () => {} });
  t.teardown(close);
  await t.rejects(beginFounding(database), { code: "conflict" });
  t.equal(await renewFoundingCode(database), undefined);
});
