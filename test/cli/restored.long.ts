/**
 * docs/operations/restored.md, step by step: an office whose database was put back to an earlier day. The server is a process, the
 * databases are copies of real ones, members are the command line and the clients of the desk, each with its device's memory.
 */
import * as fs from "node:fs/promises";
import path from "node:path";
import t from "tap";
import { loadDirectories } from "../../src/client/directory/directories.ts";
import { nextDocument, rootsOf, stateFreshness } from "../../src/client/directory/organisation.ts";
import { connect } from "../../src/client/line/http.ts";
import { type DeviceMemory, type Member, enrol, signIn } from "../../src/client/member/entry/sign-in.ts";
import { readLaw, sayOfRule } from "../../src/client/member/office-law.ts";
import { deriveSigningKeyPair, makeSeed } from "../../src/crypto/secret/keys.ts";
import { type SignedDirectory, documentBytes, directoryHashOf } from "../../src/protocol/directory/directory.ts";
import { type Trust, acceptDirectory, firstUse } from "../../src/protocol/directory/trust.ts";
import { problemOf } from "../../src/web/reporter/sealing/problems.ts";
import { makeOrganisation, signedOf } from "../support/organisation.ts";
import { type TestDatabase, asSuperuser, createTestDatabase, query, toDatabase } from "../support/machine/postgres.ts";
import { makeFolder as makeKeys, run } from "../support/machine/server-process.ts";
import { freePort } from "../support/machine/free-port.ts";
import { callSegel, makeFolder } from "./programs.ts";

t.setTimeout(600_000);

const now = Date.now();
const organisation = makeOrganisation(now);
const { lead, administrator, investigators, rootSet } = organisation;
const [early, third] = investigators as [(typeof investigators)[0], (typeof investigators)[0]];
const people = { "penanggung-jawab": lead, awal: early, lain: third };
const stewards = [lead, administrator];
const first = organisation.signed;
const second = signedOf(organisation, nextDocument(organisation.document, first, now));
/** With statements 1 to 3 */
const whole = [1, 2].reduce((signed) => stateFreshness(signed, stewards, now), second);
const withOnly = (from: number, to: number): SignedDirectory => ({
  ...whole,
  statements: whole.statements!.slice(from - 1, to),
});

const PASSPHRASE = "enam kata yang dibuat oleh mesin";
const port = await freePort();
const origin = `http://127.0.0.1:${port}`;
const keys = await makeKeys(t, organisation, { demonstration: true });
const serverFolder = await makeFolder(t);
const homes = await makeFolder(t);
const put = (...chain: readonly SignedDirectory[]) =>
  fs.writeFile(path.join(keys, "directory.json"), JSON.stringify(chain));

/** A server on this database, for as long as `during` takes; what it has said. */
async function serving(database: TestDatabase, during: () => Promise<unknown>, folder = keys): Promise<string> {
  const settings = {
    DATABASE_URL: database.appUrl,
    DATABASE_OWNER_URL: database.ownerUrl,
    KEYS_DIR: folder,
    SEGEL_DATA: serverFolder,
    PORT: String(port),
  };
  const ended = await run(settings, async () => void (await during()));
  if (ended.code !== 0) throw new Error(ended.errors);
  return ended.output;
}

async function copyOf(database: TestDatabase): Promise<TestDatabase> {
  const name = new URL(database.ownerUrl).pathname.slice(1);
  const copy = `${name}_copy_${Math.random().toString(16).slice(2, 8)}`;
  const administration = { ...database, ownerUrl: toDatabase(database.ownerUrl, "postgres") };
  await asSuperuser(administration, `CREATE DATABASE ${copy} TEMPLATE ${name} OWNER segel_owner`);
  t.teardown(() => asSuperuser(administration, `DROP DATABASE ${copy} WITH (FORCE)`));
  return { ownerUrl: toDatabase(database.ownerUrl, copy), appUrl: toDatabase(database.appUrl, copy) };
}

const enter = (name: string, device: DeviceMemory): Promise<Member> =>
  signIn(connect(origin), { name, passphrase: PASSPHRASE, roots: rootSet, device, builtAt: 0, now: Date.now() });
/** The command line of that member on that device, which is a folder of memories. */
const segelOn = (device: string, name: string, ...words: readonly string[]) =>
  callSegel([...words, "--origin", origin, "--roots", path.join(keys, "roots.json")], {
    env: { SEGEL_HOME: path.join(homes, device) },
    input: `${name}\n${PASSPHRASE}\n`,
  });
const segel = (name: string, ...words: readonly string[]) => segelOn(name, name, ...words);
const act = async (member: Member): Promise<void> => {
  const { version } = await readLaw(member);
  await sayOfRule(member, { version, id: "wbk-total", said: null });
};
/** What the command line says of a member's coming in, and whether it ends well. */
const checkpoint = (name: string, file: string) => segel(name, "audit", "checkpoint", path.join(homes, file));
const fileOf = (name: string) => path.join(homes, name);
const verify = (file: string, kept: string) =>
  callSegel(["audit", "verify", fileOf(file), "--checkpoint", fileOf(kept)]);
/** Of the trail, which stops nobody */
const ALARMED = { code: 1, out: /^Checkpoint of \d+ entries saved/u, err: /Alarm: the server’s audit trail/u };
const EARLIER_MISSING = "statements of the stewards before the first that is known are missing";

t.test("a database is put back to an earlier day", async (t) => {
  const database = await createTestDatabase(t);
  await put(first);
  await serving(database, async () => {
    for (const [name, member] of Object.entries(people))
      await enrol(connect(origin), member, { name, passphrase: PASSPHRASE });
    await act(await enter("penanggung-jawab", undefined));
    t.match(await checkpoint("lain", "lain.txt"), { code: 0 });
  });
  const backup = await copyOf(database);
  // What comes after the backup: a directory, statements on it, and work.
  await put(first, second);
  await serving(database, async () => t.match(await checkpoint("awal", "awal.txt"), { code: 0 }));
  await put(first, whole);
  await serving(database, async () => {
    const leader = await enter("penanggung-jawab", undefined);
    for (let acts = 0; acts < 3; acts++) await act(leader);
    t.match(await checkpoint("penanggung-jawab", "outsider.txt"), { code: 0 });
  });
  const devices = Object.keys(people);
  for (const name of devices)
    await fs.cp(path.join(homes, name), path.join(homes, `${name}-then`), { recursive: true });
  /** Each begins with what devices knew on the day of the restore. */
  t.beforeEach(async () => {
    for (const name of devices)
      await fs.cp(path.join(homes, `${name}-then`), path.join(homes, name), { recursive: true, force: true });
  });
  const openPage = { ...firstUse(rootSet), version: 2, hash: directoryHashOf(documentBytes(second)) };
  const { sequence, hash } = acceptDirectory(firstUse(rootSet), [second], { depth: "quick", now }).directory.freshness!;
  const reporter = (trust: Trust) =>
    loadDirectories(connect(origin), trust, { depth: "quick", now: Date.now(), builtAt: 0 });

  await t.test(
    "with the newest statement alone: who has seen an earlier one is refused, and told to ask",
    async (t) => {
      const restored = await copyOf(backup);
      await put(withOnly(3, 3));
      const log = await serving(restored, async () => {
        const refused = await checkpoint("awal", "awal-2.txt");
        t.match(refused, {
          code: 1,
          err: /^Alarm: confirmations between are missing\. Do not go on\. Reach the administr/u,
        });
        // A page that is loaded anew remembers nothing; one that was open says that nothing was sent, and keeps what was typed.
        t.equal((await reporter(firstUse(rootSet))).current.version, 2);
        const gone = await reporter({ ...openPage, statement: { sequence, hash } }).catch((error: unknown) => error);
        t.match(gone, { code: "statement-gap" });
        t.same(problemOf(gone), { kind: "directory" });
        const entered = await checkpoint("penanggung-jawab", "in.txt");
        t.equal(entered.code, 1);
        t.match(entered.err, /gave back an older vault/u);
      });
      t.match(log, EARLIER_MISSING);
      t.match(log, /"first":3/u);

      await t.test("until the others are put into the file", async (t) => {
        const filled = await copyOf(restored);
        await put(withOnly(3, 3), withOnly(1, 2));
        const after = await serving(filled, async () => {
          t.match(await checkpoint("awal", "awal-3.txt"), ALARMED, "let in");
        });
        t.notMatch(after, EARLIER_MISSING);
      });

      await t.test("or there is the next directory", async (t) => {
        await put(signedOf(organisation, nextDocument(organisation.document, whole, now)));
        await serving(restored, async () => {
          t.match(await checkpoint("awal", "awal-4.txt"), ALARMED, "let in");
        });
      });
    },
  );

  await t.test("the trail is shorter than what was seen, said by whoever looks, and accepted once", async (t) => {
    const restored = await copyOf(backup);
    await put(whole);
    await serving(restored, async () => {
      t.match(
        await checkpoint("lain", "lain-2.txt"),
        { code: 0, err: "" },
        "who was not there since the backup sees nothing",
      );
      const before = await checkpoint("penanggung-jawab", "shorter.txt");
      t.equal(before.code, 1);
      t.match(before.err, /audit trail is shorter than you have seen it\.\n.*An old backup was restored/u);
      t.match(
        (await segel("penanggung-jawab", "audit", "export", fileOf("shorter.jsonl"))).out,
        "This audit trail holds",
      );
      const shorter = await verify("shorter.jsonl", "outsider.txt");
      t.match(shorter, {
        code: 1,
        err: /is shorter than it was; .* unless a backup was restored: then the office has a signed/u,
      });

      t.match(await segel("penanggung-jawab", "audit", "accept"), { code: 0, out: /is accepted: \d+ entries/u });
      t.match(await checkpoint("penanggung-jawab", "accepted.txt"), { code: 0, err: "" }, "and it is not said again");

      // Work goes on, until the trail is longer than the one that is gone.
      const leader = await enter("penanggung-jawab", undefined);
      for (let acts = 0; acts < 12; acts++) await act(leader);
      t.match(await checkpoint("penanggung-jawab", "longer.txt"), { code: 0, err: "" });
      const other = (...words: string[]) => segelOn("penanggung-jawab-then", "penanggung-jawab", "audit", ...words);
      t.match(await other("checkpoint", fileOf("other.txt")), {
        code: 1,
        err: /does not continue.*\n.*or work has gone on after an old/u,
      });
      t.match(await other("accept"), { code: 0 });
      t.match(await other("checkpoint", fileOf("other-2.txt")), { code: 0, err: "" }, "once on each device");
      t.match(await segel("penanggung-jawab", "audit", "export", fileOf("longer.jsonl")), { code: 0 });
      const forked = await verify("longer.jsonl", "outsider.txt");
      t.match(forked, {
        code: 1,
        err: /There are two trails .* after a backup was restored: then the office has a signed note/u,
      });
      t.match(await verify("longer.jsonl", "accepted.txt"), { code: 0 }, "with what was kept since it holds");
      t.match(await verify("longer.jsonl", "lain.txt"), { code: 0 }, "and with what was kept before the backup");
    });
  });

  await t.test("without the newer directory whoever has seen it is refused", async (t) => {
    const restored = await copyOf(backup);
    await put(first);
    await serving(restored, async () => {
      t.match(await checkpoint("awal", "awal-7.txt"), {
        code: 1,
        err: /^Alarm: the server gives an older directory than/u,
      });
      t.match(await checkpoint("lain", "lain-7.txt"), { code: 0 });
      t.match(
        await segelOn("new", "awal", "audit", "checkpoint", fileOf("awal-8.txt")),
        { code: 0 },
        "a new device gets in",
      );
      t.same(problemOf(await reporter(openPage).catch((error: unknown) => error)), { kind: "two-views" });
    });
  });

  await t.test("a folder of keys that does not belong to the database is told before anybody is served", async (t) => {
    const restored = await copyOf(backup);
    const empty = await createTestDatabase(t);
    const other = makeOrganisation(now);
    const others = await makeKeys(t, other);
    const own = await makeKeys(t, organisation);
    const refusing = async (database: TestDatabase, folder: string) => {
      const ended = await run({
        DATABASE_URL: database.appUrl,
        DATABASE_OWNER_URL: database.ownerUrl,
        KEYS_DIR: folder,
        SEGEL_DATA: own,
        PORT: String(port),
      });
      t.equal(ended.output, "", "it does not listen");
      return [ended.code, ended.errors.trim().replaceAll(folder, "KEYS")];
    };
    const NOT_SIGNED =
      "KEYS_DIR: the roots of KEYS/roots.json have signed no directory in the database: they are of another office, or of another day than the database (docs/operations/restored.md)";
    t.same(await refusing(restored, others), [1, NOT_SIGNED], "another office's");
    await fs.rm(path.join(others, "directory.json"));
    t.same(await refusing(restored, others), [1, NOT_SIGNED], "another office's, without its directory");
    const directories = async () => (await query(restored.ownerUrl, "SELECT FROM directories")).length;
    t.equal(await directories(), 1, "and nothing of it was taken in");

    await fs.rm(path.join(own, "directory.json"));
    t.match(await refusing(empty, own), [
      1,
      /no valid directory .*KEYS\/directory\.json is missing, and the database knows none$/u,
    ]);
    t.equal(
      await serving(restored, async () => {}, own).then((said) => said.includes("listening")),
      true,
      "the database has it",
    );

    const after = nextDocument(organisation.document, whole, now);
    const fourth = signedOf(organisation, nextDocument(organisation.document, signedOf(organisation, after), now));
    await put(fourth);
    t.match(await refusing(restored, keys), [
      1,
      /directory\.json is newer than the database, and a directory between the two is missing: put that into it too \(gap;/u,
    ]);

    await fs.rm(path.join(keys, "roots.json"));
    t.match(await refusing(restored, keys), [
      1,
      /holds directory\.json and no roots\.json, which say whom to believe$/u,
    ]);
    await fs.rm(path.join(keys, "directory.json"));
    t.match(await refusing(restored, keys), [
      1,
      /roots\.json is missing, and the database holds an office that has begun$/u,
    ]);
  });

  await t.test("roots that were exchanged since: once with those of that day, then with the new ones", async (t) => {
    const restored = await copyOf(backup);
    const newRoots = [deriveSigningKeyPair(makeSeed())];
    const exchanged = { ...organisation.document, roots: rootsOf(newRoots, 1) };
    const both = signedOf(organisation, nextDocument(exchanged, first, now), [...organisation.roots, ...newRoots]);
    const newKeys = await makeKeys(t, {
      ...organisation,
      rootSet: { threshold: 1, keys: newRoots.map(({ publicKey }) => publicKey) },
      signed: both,
    });
    const oldKeys = await makeKeys(t, { ...organisation, signed: both });
    const settings = {
      DATABASE_URL: restored.appUrl,
      DATABASE_OWNER_URL: restored.ownerUrl,
      KEYS_DIR: newKeys,
      SEGEL_DATA: newKeys,
      PORT: String(port),
    };
    t.match(await run(settings), { code: 1, errors: /have signed no directory in the database/u });
    await serving(restored, async () => {}, oldKeys);
    t.match(await run(settings, async () => {}), { code: 0, errors: "" });
  });
});
