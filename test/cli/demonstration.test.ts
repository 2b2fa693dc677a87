import * as fs from "node:fs/promises";
import path from "node:path";
import t from "tap";
import { openDemonstration } from "../../src/cli/office/demonstration.ts";
import { fromHex } from "../../src/crypto/bytes.ts";
import { rehearseRecovery } from "../../src/client/ceremony/recovery.ts";
import { WORD_LISTS } from "../../src/client/reporter/word-lists.ts";
import { readSheet } from "../../src/crypto/secret/share-sheet.ts";
import { readKeyWords } from "../../src/crypto/secret/words.ts";
import { rootsOf, signDirectory, stateFreshness } from "../../src/client/directory/organisation.ts";
import { deriveSigningKeyPair } from "../../src/crypto/secret/keys.ts";
import { fromBase64url } from "../../src/protocol/encoding/base64url.ts";
import { isSteward } from "../../src/protocol/rules/casework.ts";
import { hasDemonstrationRoot, isOfDemonstration } from "../../src/protocol/directory/demonstration.ts";
import {
  type DirectoryDocument,
  type SignedDirectory,
  documentBytes,
  parseDirectory,
  parseDocument,
} from "../../src/protocol/directory/directory.ts";
import { withStatements } from "../../src/protocol/directory/freshness.ts";
import { acceptDirectory, firstUse } from "../../src/protocol/directory/trust.ts";
import { makeFolder } from "./programs.ts";

const DAY_MS = 86_400_000;
const now = Date.parse("2026-12-01T00:00:00Z");
const data = await makeFolder(t);

async function chain(): Promise<SignedDirectory[]> {
  return JSON.parse(await fs.readFile(path.join(data, "demo/keys/directory.json"), "utf8")) as SignedDirectory[];
}

async function roots() {
  const { threshold, keys } = JSON.parse(await fs.readFile(path.join(data, "demo/keys/roots.json"), "utf8")) as {
    threshold: number;
    keys: string[];
  };
  return { threshold, keys: keys.map(fromHex) };
}

t.test("the organisation has its people, two channels and nothing that a client refuses", async (t) => {
  const { members } = await openDemonstration(data, now);
  const roles = members.flatMap(({ member }) => member.entry.roles);
  t.same(roles, [
    "investigator",
    "investigator",
    "investigator",
    "lead",
    "custodian",
    "custodian",
    "custodian",
    "administrator",
  ]);
  for (const { passphrase } of members) t.match(passphrase, /^(\p{Ll}+ ){5}\p{Ll}+$/u);
  t.equal(new Set(members.map(({ passphrase }) => passphrase)).size, members.length);
  const { directory } = acceptDirectory(firstUse(await roots()), await chain(), { depth: "thorough", now });
  t.equal(directory.version, 1);
  t.equal(directory.channels.size, 2);
  t.ok(isOfDemonstration(directory), "what it is stands in what its roots have signed");
  t.ok(isOfDemonstration({ ...directory, roots: { threshold: 1, keys: [] } }), "and in the ids of its members");
});

t.test("a demonstration from before the mark gets it with its next directory, in one chain", async (t) => {
  const old = await makeFolder(t);
  await openDemonstration(old, now);
  const keys = path.join(old, "demo/keys");
  const { rootSeed } = JSON.parse(await fs.readFile(path.join(old, "demo/organisation.json"), "utf8")) as {
    rootSeed: string;
  };
  const root = deriveSigningKeyPair(fromBase64url(rootSeed));
  const [first] = JSON.parse(await fs.readFile(path.join(keys, "directory.json"), "utf8")) as SignedDirectory[];
  const document = { ...(parseDocument(documentBytes(first!)) as DirectoryDocument), roots: rootsOf([root], 1) };
  const before = signDirectory(document, [root]);
  const people = (await openDemonstration(old, now)).members.map(({ member }) => member);
  const stewards = people.filter(({ entry }) => isSteward(entry.roles));
  await fs.writeFile(path.join(keys, "directory.json"), JSON.stringify([stateFreshness(before, stewards, now)]));
  await openDemonstration(old, now);
  const chain = JSON.parse(await fs.readFile(path.join(keys, "directory.json"), "utf8")) as SignedDirectory[];
  const trust = firstUse({ threshold: 1, keys: [root.publicKey] });
  const { directory } = acceptDirectory(trust, chain, { depth: "thorough", now });
  t.equal(directory.version, 2);
  t.ok(hasDemonstrationRoot(directory.roots));
});

t.test(
  "two of the three custodians' sheets and the lock give the recovery key; one, or no lock, gives nothing",
  async (t) => {
    const { members, lock } = await openDemonstration(data, now);
    const [first] = await chain();
    const { recovery } = parseDocument(documentBytes(first!));
    const shares = members.flatMap(({ sheet }) => {
      const read = sheet && readSheet(sheet, WORD_LISTS);
      return read !== undefined && "share" in read ? [read.share] : [];
    });
    t.equal(shares.length, 3);
    const read = readKeyWords(lock ?? "", WORD_LISTS);
    if ("problem" in read) throw new Error(read.problem.code);
    for (const left of [0, 1, 2])
      await rehearseRecovery(
        shares.filter((_, at) => at !== left),
        read.secret,
        recovery!,
      );
    await t.rejects(rehearseRecovery([shares[0]!], read.secret, recovery!), { code: "too-few-shares" });
    await t.rejects(rehearseRecovery(shares, new Uint8Array(32), recovery!), { code: "wrong-lock" });
  },
);

t.test(
  "directory and statement are made anew when they are due, one number more, and the chain of all of them holds",
  async (t) => {
    const versions: (readonly [version: number, statements: number])[] = [];
    for (const days of [0, 1, 4, 13, 15, 40, 400]) {
      const { confirm } = await openDemonstration(data, now + days * DAY_MS);
      await confirm(await chain());
      const newest = (await chain()).at(-1);
      const { version } = parseDirectory(documentBytes(newest!));
      versions.push([version, newest!.statements!.length]);
    }
    const due = [
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 1],
      [1, 2],
      [1, 3],
      [2, 1],
    ] as const;
    t.same(versions, due);
    const later = now + 400 * DAY_MS;
    const { directory } = acceptDirectory(firstUse(await roots()), await chain(), { depth: "thorough", now: later });
    t.equal(directory.version, 2);
    for (const member of directory.members.values()) t.ok(member.validUntil > later, "nor do members expire");
  },
);

t.test("what was confirmed, or taken, at the desk since the last start is gone on from", async (t) => {
  const played = await makeFolder(t);
  const file = path.join(played, "demo/keys/directory.json");
  const kept = async () => JSON.parse(await fs.readFile(file, "utf8")) as SignedDirectory[];
  const { members } = await openDemonstration(played, now);
  const people = members.map(({ member }) => member);
  const stewards = people.filter(({ entry }) => isSteward(entry.roles));
  /** What a start makes of what the server has, as its programs take it, which have seen all of that */
  const startAt = async (days: number, shown: SignedDirectory) => {
    const later = now + days * DAY_MS;
    const isNewer = await (await openDemonstration(played, later)).confirm([shown]);
    const seen = parseDirectory(documentBytes(shown));
    const [newest] = await kept();
    const last = shown.statements!.length;
    const { freshness, members } = withStatements(
      seen,
      newest!.statements!.slice(last - 1),
      withStatements(seen, shown.statements!, undefined).freshness!,
    );
    t.same(newest!.statements!.slice(0, last), shown.statements, "nothing that was said is lost");
    return [isNewer, freshness?.sequence, [...members.values()].filter((one) => one.isSuspended).length];
  };
  const [first] = await kept();
  const byHand = stateFreshness(first!, stewards, now + 2 * DAY_MS);
  t.same(await startAt(10, byHand), [false, 2, 0], "it holds for long enough, and the folder has it too");
  t.same(await startAt(17, byHand), [true, 3, 0]);
  const [third] = await kept();
  const suspended = stateFreshness(third!, stewards, now + 18 * DAY_MS, { suspended: [people[0]!.entry.id] });
  t.same(await startAt(40, suspended), [true, 5, 1], "who was suspended stays so");
  const other = await makeFolder(t);
  const { confirm } = await openDemonstration(other, now);
  t.equal(await confirm(await kept()), false, "of another demonstration's database nothing is taken");
});

t.test("a start that was interrupted while writing changes nothing", async (t) => {
  const before = await chain();
  await fs.writeFile(path.join(data, "demo/organisation.json.unfinished"), "{");
  await fs.writeFile(path.join(data, "demo/keys/directory.json.unfinished"), "{");
  const again = await openDemonstration(data, now + 400 * DAY_MS);
  t.equal(again.members.length, 8);
  t.same(await chain(), before);
});
