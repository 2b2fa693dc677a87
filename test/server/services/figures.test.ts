/** Published figures on the real server: two members sign them, everybody reads them, and nobody changes them. */
import * as fs from "node:fs/promises";
import t, { type Test } from "tap";
import { connect } from "../../../src/client/line/http.ts";
import type { Member } from "../../../src/client/member/entry/sign-in.ts";
import { checkFigures, goesOn } from "../../../src/client/publishing/checking.ts";
import { confirmFigures, dropFigures, proposeFigures, readFigures } from "../../../src/client/publishing/desk.ts";
import { checkFiguresFile, makeFiguresFile, readFiguresFile } from "../../../src/client/publishing/file.ts";
import { run } from "../../../src/cli/segel.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { fetchFigures } from "../../../src/client/publishing/fetching.ts";
import { hex, utf8 } from "../../../src/crypto/bytes.ts";
import { DAY_MS, addDays } from "../../../src/protocol/encoding/day.ts";
import type { Member as DirectoryMember } from "../../../src/protocol/directory/directory.ts";
import { chainError } from "../../../src/protocol/publishing/chain.ts";
import { daysOf } from "../../../src/protocol/publishing/period.ts";
import { signersOf } from "../../../src/protocol/publishing/signers.ts";
import {
  type SignedSnapshot,
  type Snapshot,
  parseSnapshot,
  snapshotBytes,
  snapshotHashOf,
} from "../../../src/protocol/publishing/snapshot.ts";
import { today } from "../../../src/server/services/common/today.ts";
import { HOME } from "../../../src/web/reporter/words.ts";
import { FIGURES as readingEn } from "../../../src/web/reporter/words/en/figures.ts";
import { FIGURES as readingId } from "../../../src/web/reporter/words/id/figures.ts";
import { memberAt } from "../../support/members.ts";
import { pastQuarter, publishBy, snapshotBy } from "../../support/proof/published.ts";
import { type TestServer, send, startServer } from "../../support/machine/server.ts";

type Setting = { readonly server: TestServer; readonly lead: Member; readonly custodian: Member };

async function setting(t: Test): Promise<Setting> {
  const server = await startServer(t);
  const { lead, custodians } = server.organisation;
  const [first] = custodians;
  if (first === undefined) throw new Error("there are custodians");
  return { server, lead: await memberAt(server, lead), custodian: await memberAt(server, first) };
}

const publish = ({ lead, custodian }: Setting, snapshot: Snapshot) => publishBy(lead, custodian, snapshot);

t.test("figures stand for everybody once two members have signed the very same", async (t) => {
  const office = await setting(t);
  const { server, lead, custodian } = office;
  const everybody = connect(server.origin);
  t.same(await fetchFigures(everybody), [], "nothing is published yet");
  const snapshot = await snapshotBy(lead, pastQuarter(3));
  await proposeFigures(lead, snapshot, today());
  await proposeFigures(lead, snapshot, today());
  t.same(await fetchFigures(everybody), [], "one signature publishes nothing");
  await t.rejects(proposeFigures(lead, { ...snapshot, received: 43 }, today()), { code: "conflict" });
  const { waiting } = await readFigures(custodian);
  t.same(waiting?.snapshot, snapshot);
  t.equal(waiting?.preparedBy, lead.id);
  await t.rejects(confirmFigures(lead, waiting?.hash ?? "", today()), { code: "bad-envelope" }, "not the same twice");
  await t.rejects(confirmFigures(custodian, "0".repeat(64), today()), { code: "changed" });
  await confirmFigures(custodian, waiting?.hash ?? "", today());
  const published = await fetchFigures(everybody);
  const { genuine, fault } = await checkFigures(published, lead.directories.at);
  t.equal(fault, undefined);
  t.same(genuine[0]?.snapshot, snapshot);
  t.equal(genuine[0]?.publishedOn, today());
  t.same(
    genuine[0]?.signers.map(({ roles }) => roles),
    [["lead"], ["custodian"]],
  );
  t.equal((await readFigures(lead)).waiting, undefined);
  const answer = await send(server, "/api/figures");
  t.equal(answer.headers.get("cache-control"), "no-store");

  await t.rejects(
    snapshotBy(lead, pastQuarter(3)).then((one) => proposeFigures(lead, one, today())),
    {
      code: "conflict",
    },
  );
  const next = await snapshotBy(lead, pastQuarter(2));
  await proposeFigures(lead, next, today());
  await dropFigures(custodian);
  t.equal((await readFigures(lead)).waiting, undefined, "who reads it may refuse");
  await publish(office, next);
  const both = await fetchFigures(everybody);
  t.equal(both.length, 2);
  t.ok(goesOn(published, both));
});

t.test("what no page would believe is not taken", async (t) => {
  const { lead, custodian } = await setting(t);
  const good = await snapshotBy(lead, pastQuarter(2));
  const refused: Partial<Snapshot>[] = [
    { sequence: 2 },
    { previous: "1".repeat(64) },
    { period: pastQuarter(0) },
    { corrections: [{ sequence: 1, received: 42, tables: good.tables }] },
  ];
  for (const changed of refused)
    await t.rejects(proposeFigures(lead, { ...good, ...changed }, today()), { code: "conflict" });
  await t.rejects(proposeFigures(lead, { ...good, counted: addDays(today(), -3) }, today()), { code: "bad-envelope" });
  await t.rejects(proposeFigures(lead, good, addDays(today(), 3)), { code: "bad-envelope" });
  const other = { version: good.directory.version, hash: "0".repeat(64) };
  await t.rejects(proposeFigures(lead, { ...good, directory: other }, today()), { code: "stale-directory" });
  await t.rejects(proposeFigures(custodian, good, today()), { code: "forbidden" });
  const byAnother = { ...lead, signing: custodian.signing };
  await t.rejects(proposeFigures(byAnother, good, today()), { code: "bad-envelope" }, "not signed by who sends it");
  t.ok(daysOf(pastQuarter(2)).until < good.counted);
});

t.test("whatever the server changes in published figures is seen by who reads them", async (t) => {
  const office = await setting(t);
  const { server, lead } = office;
  for (const back of [4, 3, 2])
    await publish(office, await snapshotBy(lead, pastQuarter(back), { received: 40 + back }));
  const all = await fetchFigures(connect(server.origin));
  const [first, second, third] = all;
  if (first === undefined || second === undefined || third === undefined) throw new Error("three were published");
  const look = (published: readonly SignedSnapshot[]) => checkFigures(published, lead.directories.at);
  t.equal((await look(all)).genuine.length, 3);

  const { document } = first;
  // Every character of it, as another one: no snapshot, another office's, or one that nobody has signed.
  for (let at = 0; at < document.length; at++) {
    const other = document[at] === "1" ? "2" : "1";
    const changed = { ...first, document: document.slice(0, at) + other + document.slice(at + 1) };
    const { genuine, fault } = await look([changed]);
    if (genuine.length > 0 || fault?.sequence !== 1) t.fail(`character ${at} was changed unseen`);
  }
  const [lines, twice] = [first.signatures, second.signatures];
  const changed: readonly (readonly [string, readonly SignedSnapshot[], number, string])[] = [
    ["a signature dropped", [{ ...first, signatures: lines.slice(0, 1) }, second, third], 0, "not-signed"],
    ["one signature twice", [{ ...first, signatures: [lines[0]!, lines[0]!] }], 0, "not-signed"],
    ["the second's alone", [{ ...first, signatures: [lines[1]!, lines[0]!] }], 0, "not-signed"],
    ["signatures of another", [{ ...first, signatures: twice }, second, third], 0, "not-signed"],
    [
      "another day of publication",
      [{ ...first, signatures: [lines[0]!, { ...lines[1]!, day: addDays(today(), -40) }] }],
      0,
      "not-signed",
    ],
    ["two exchanged", [second, first, third], 0, "not-next"],
    ["the first withheld", [second, third], 0, "not-next"],
    ["one between withheld", [first, third], 1, "not-next"],
    ["one told twice", [first, first, second], 1, "not-next"],
    ["one that is none", [{ document: "{}", signatures: [] }], 0, "malformed"],
  ];
  for (const [what, published, believed, is] of changed) {
    const { genuine, fault } = await look(published);
    t.equal(genuine.length, believed, what);
    t.equal(fault?.is, is, what);
  }
  // Under a directory of before the last one, as who was removed since could sign.
  const links = [first, second].map((signed) => ({
    snapshot: parseSnapshot(snapshotBytes(signed)),
    bytes: snapshotBytes(signed),
  }));
  const thirdRead = parseSnapshot(snapshotBytes(third));
  t.equal(chainError(links, thirdRead), undefined);
  t.equal(
    chainError(links, {
      ...thirdRead,
      directory: { ...thirdRead.directory, version: thirdRead.directory.version - 1 },
    }),
    "older-directory",
  );
  const none = await checkFigures([first], async () => undefined);
  t.equal(none.fault?.is, "other-office");
  const { current } = lead.directories;
  t.equal(signersOf(first, current).length, 2);
  t.equal(signersOf(first, { ...current, hash: randomBytes(32) }).length, 0, "of another directory of this version");
  const gone = (change: Partial<DirectoryMember>) => {
    const entry = current.members.get(lead.id)!;
    return signersOf(first, { ...current, members: new Map([...current.members, [lead.id, { ...entry, ...change }]]) });
  };
  t.equal(gone({ removedIn: current.version }).length, 1, "whoever is removed in it");
  const [before, after] = [current.notBefore - 40 * DAY_MS, current.expires + 40 * DAY_MS];
  t.equal(gone({ validUntil: before }).length, 1, "whose entry had run out");
  t.equal(gone({ validFrom: after }).length, 1, "or had not begun");
  // As a file that somebody keeps, with the roots alone.
  const file = await makeFiguresFile(lead.connection, all);
  const { rootSet } = server.organisation;
  t.equal((await checkFiguresFile(readFiguresFile(file), rootSet)).genuine.length, 3);
  const others = { threshold: 1, keys: [randomBytes(32)] };
  t.equal((await checkFiguresFile(readFiguresFile(file), others)).fault?.is, "other-office");
  t.throws(() => readFiguresFile(file.subarray(1)), { code: "malformed" });
  // What the page gives without its script is no such file, and the page must not say that it is one.
  t.throws(() => readFiguresFile(utf8(JSON.stringify({ published: all }))), { code: "malformed" });
  for (const { figures } of Object.values(HOME)) t.match(figures.file, /belum diperiksa|not checked/u);
  for (const { reading } of [readingId, readingEn])
    t.notMatch(JSON.stringify(reading), /sepuluh|\bten\b|\d /u, "from how many on something is told is data");
  const folder = t.testdir({ "angka.json": Buffer.from(file), "lama.json": Buffer.from(file) });
  await fs.writeFile(`${folder}/roots.json`, JSON.stringify({ threshold: 1, keys: rootSet.keys.map(hex) }));
  const verify = (...args: readonly string[]) =>
    run(["figures", "verify", `${folder}/angka.json`, "--roots", `${folder}/roots.json`, "--json", ...args]);
  t.equal(await verify("--earlier", `${folder}/lama.json`), 0);
  t.equal(await verify("--earlier", folder), 2, "what cannot be read is not judged");
  const less = { ...readFiguresFile(file), published: [first, second] };
  await fs.writeFile(`${folder}/angka.json`, JSON.stringify(less));
  t.equal(await verify(), 0);
  t.equal(await verify("--earlier", `${folder}/lama.json`), 1, "the newest withheld is seen by who kept it");
  await fs.writeFile(`${folder}/angka.json`, JSON.stringify({ ...less, published: [second] }));
  t.equal(await verify(), 1);

  // The newest withheld follows from nothing in the others: who has kept it sees it, and the next one names it.
  t.equal((await look([first, second])).fault, undefined);
  t.notOk(goesOn(all, [first, second]));
  t.not(hex(snapshotHashOf(Buffer.from(first.document))), hex(snapshotHashOf(Buffer.from(second.document))));
});
