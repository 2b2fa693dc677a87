/**
 * The demonstration organisation of `npm start`: plainly fictitious, its secrets in `SEGEL_DATA/demo`, mode 0600.
 * A real organisation makes its keys on its members' own devices and keeps its roots offline; here one folder
 * holds all of them, which is why the server refuses these roots in production (src/protocol/directory/demonstration.ts).
 */
import { randomInt } from "node:crypto";
import { chmod, mkdir, readFile, rename, writeFile } from "node:fs/promises";
import path from "node:path";
import { listedRecovery, makeRecovery } from "../../client/ceremony/recovery.ts";
import {
  type ChannelEntry,
  type MemberEntry,
  type NewMember,
  makeId,
  makeMember,
  memberValidUntil,
  nextDocument,
  rootsOf,
  signDirectory,
  stateFreshness,
} from "../../client/directory/organisation.ts";
import { utf8 } from "../../crypto/bytes.ts";
import { WORD_LISTS } from "../../client/reporter/word-lists.ts";
import { deriveSigningKeyPair, makeSeed } from "../../crypto/secret/keys.ts";
import { sheetLinesOf } from "../../crypto/secret/share-sheet.ts";
import { keyWordsOf, makePassphrase } from "../../crypto/secret/words.ts";
import { fromBase64url, toBase64url } from "../../protocol/encoding/base64url.ts";
import { type Role, isSteward } from "../../protocol/rules/casework.ts";
import { DAY_MS } from "../../protocol/encoding/day.ts";
import { DEMONSTRATION_ID, hasDemonstrationRoot } from "../../protocol/directory/demonstration.ts";
import {
  type DirectoryDocument,
  type SignedDirectory,
  documentBytes,
  parseDirectory,
} from "../../protocol/directory/directory.ts";
import { STATEMENT_ASKED_DAYS } from "../../protocol/limits.ts";
import { parseStatement, statementBytes } from "../../protocol/directory/statement.ts";
import { demonstrationOffice } from "./demonstration-office.ts";

type DemoMember = {
  readonly login: string;
  readonly passphrase: string;
  readonly member: NewMember;
  /** The salt under which the server knows this member; undefined before the first enrolment */
  salt: string | undefined;
  /** A custodian's share of the recovery key, as it would stand on paper; one made before this version has none */
  readonly sheet: readonly string[] | undefined;
};

export type Demonstration = {
  readonly folder: string;
  /** What everybody may see: roots, signed directories, and what the pages know of the office */
  readonly keysFolder: string;
  readonly members: readonly DemoMember[];
  /** The lock of the recovery key, as 24 words */
  readonly lock: string | undefined;
  readonly save: () => Promise<void>;
  /**
   * Confirms the directory behind whatever people have said of it by hand, at the desk, since the last start.
   *
   * @param shown what the server has: all directories, and all statements on the newest
   * @returns whether the folder of keys holds something newer now
   */
  readonly confirm: (shown: readonly SignedDirectory[]) => Promise<boolean>;
};

/** The directory is signed anew when less than this is left of its 400 days, with the entries of its members. */
const RENEW_BEFORE_MS = 100 * DAY_MS;

/** The server takes what it has missed from the file: a start may have been killed before the server saw its directory. */
const CHAIN_KEPT = 10;

const PEOPLE: readonly (readonly [login: string, role: Role, names: { id: string; en: string }])[] = [
  ["pemeriksa-satu", "investigator", { id: "Pemeriksa Satu", en: "Investigator One" }],
  ["pemeriksa-dua", "investigator", { id: "Pemeriksa Dua", en: "Investigator Two" }],
  ["pemeriksa-tiga", "investigator", { id: "Pemeriksa Tiga", en: "Investigator Three" }],
  ["penanggung-jawab", "lead", { id: "Penanggung Jawab Kasus", en: "Case Lead" }],
  ["kustodian-satu", "custodian", { id: "Kustodian Satu", en: "Custodian One" }],
  ["kustodian-dua", "custodian", { id: "Kustodian Dua", en: "Custodian Two" }],
  ["kustodian-tiga", "custodian", { id: "Kustodian Tiga", en: "Custodian Three" }],
  ["administrator", "administrator", { id: "Administrator Sistem", en: "System Administrator" }],
];

/** Of three custodians any two can recover; one alone cannot, and one may be lost. */
const SHARES_NEEDED = 2;

/** Of the root that marks every demonstration, beside one of its own by which two are told apart. No secret: it stands here. */
const MARK_SEED = utf8("Segel demonstration: no secret!!");

/** What `organisation.json` holds. */
type Stored = {
  readonly rootSeed: string;
  readonly recovery: NonNullable<DirectoryDocument["recovery"]>;
  readonly lock?: string | undefined;
  readonly channels: ChannelEntry[];
  readonly members: {
    readonly login: string;
    readonly passphrase: string;
    readonly entry: MemberEntry;
    readonly signingSeed: string;
    readonly sealingSeeds: { readonly fromVersion: number; readonly seed: string }[];
    readonly sheet?: readonly string[] | undefined;
    readonly salt?: string | undefined;
  }[];
};

/** Finds the organisation of this folder or makes it, and signs its directory anew when that is due. */
export async function openDemonstration(data: string, now: number): Promise<Demonstration> {
  const folder = path.join(data, "demo");
  const keysFolder = path.join(folder, "keys");
  await mkdir(keysFolder, { recursive: true, mode: 0o700 });
  const existing = await readStored(folder);
  const stored = existing ?? (await makeStored(now));
  const members = stored.members.map(toMember);
  const save = () =>
    writePrivate(path.join(folder, "organisation.json"), {
      ...stored,
      members: stored.members.map((one, at) => ({ ...one, salt: members[at]?.salt })),
    });
  if (existing === undefined) {
    await save();
    await writePrivate(path.join(folder, "report.json"), SAMPLE_REPORT);
    for (const { login, passphrase } of members)
      await writePrivate(path.join(folder, login), `${login}\n${passphrase}\n`);
  }
  await renewDirectory(keysFolder, stored, now);
  await writePrivate(path.join(keysFolder, "office.json"), demonstrationOffice(now));
  const confirm = (shown: readonly SignedDirectory[]) => confirmDirectory(keysFolder, stored, shown, now);
  return { folder, keysFolder, members, lock: stored.lock, save, confirm };
}

/** The demonstration that was made before, for programs that play with it. */
export async function findDemoLogin(
  data: string,
): Promise<{ readonly name: string; readonly passphrase: string } | undefined> {
  const first = (await readStored(path.join(data, "demo")))?.members[0];
  return first && { name: first.login, passphrase: first.passphrase };
}

async function readStored(folder: string): Promise<Stored | undefined> {
  const text = await readFile(path.join(folder, "organisation.json"), "utf8").catch(() => undefined);
  return text === undefined ? undefined : (JSON.parse(text) as Stored);
}

async function makeStored(now: number): Promise<Stored> {
  const made = PEOPLE.map(([login, role, names]) => ({
    login,
    role,
    passphrase: makePassphrase(WORD_LISTS[0], () => randomInt(WORD_LISTS[0].words.length)),
    ...makeMember(names, [role], {
      now,
      fromVersion: 1,
      id: makeId().slice(0, -DEMONSTRATION_ID.length) + DEMONSTRATION_ID,
    }),
  }));
  const ids = (...roles: Role[]) => made.filter(({ role }) => roles.includes(role)).map(({ entry }) => entry.id);
  const [caseworkers, investigators, custodians] = [ids("investigator", "lead"), ids("investigator"), ids("custodian")];
  const channel = (names: { id: string; en: string }, recipients: string[]): ChannelEntry => ({
    id: makeId(),
    names,
    recipients,
    custodians,
    recovery: true,
    slots: 8,
    identitySlots: 4,
    excludable: [...recipients, ...custodians],
    deadlines: "zi",
  });
  const { shares, lock, published } = await makeRecovery(SHARES_NEEDED, custodians.length);
  const sheets = shares.map((share) => sheetLinesOf(share, WORD_LISTS[0]).map((words) => words.join(" ")));
  return {
    rootSeed: toBase64url(makeSeed()),
    recovery: listedRecovery(published),
    lock: keyWordsOf(lock, WORD_LISTS[0]).join(" "),
    channels: [
      channel({ id: "Inspektorat Contoh", en: "Sample Inspectorate" }, caseworkers),
      channel({ id: "Unit Kepatuhan Internal Contoh", en: "Sample Internal Compliance Unit" }, investigators),
    ],
    members: made.map(({ login, passphrase, entry, keys }) => ({
      login,
      passphrase,
      entry,
      signingSeed: toBase64url(keys.signingSeed),
      sealingSeeds: keys.sealingSeeds.map(({ fromVersion, seed }) => ({ fromVersion, seed: toBase64url(seed) })),
      sheet: sheets[custodians.indexOf(entry.id)],
    })),
  };
}

function toMember({
  login,
  passphrase,
  entry,
  signingSeed,
  sealingSeeds,
  sheet,
  salt,
}: Stored["members"][number]): DemoMember {
  const keys = {
    signingSeed: fromBase64url(signingSeed),
    sealingSeeds: sealingSeeds.map(({ fromVersion, seed }) => ({ fromVersion, seed: fromBase64url(seed) })),
  };
  return { login, passphrase, member: { entry, keys }, salt, sheet };
}

/**
 * One version more, resting on the one before, and only when it is due: each version is walked by every client. It rests on no
 * statement, so that no server is asked first what people have stated.
 */
async function renewDirectory(keysFolder: string, stored: Stored, now: number): Promise<void> {
  const pairs = [MARK_SEED, fromBase64url(stored.rootSeed)].map(deriveSigningKeyPair);
  const roots = rootsOf(pairs, pairs.length);
  await writePrivate(path.join(keysFolder, "roots.json"), { ...roots, demonstration: true });
  const chain = await readChain(keysFolder);
  const previous = chain.at(-1);
  if (previous !== undefined && holds(previous, now)) return;
  const members = stored.members.map(({ entry }) => ({ ...entry, validUntil: memberValidUntil(now) }));
  const content = { roots, recovery: stored.recovery, members, channels: stored.channels };
  const next = signDirectory(nextDocument(content, previous, now), pairs);
  await writeChain(keysFolder, [...chain, stateFreshness(next, stewardsOf(stored), now)]);
}

async function confirmDirectory(
  keysFolder: string,
  stored: Stored,
  shown: readonly SignedDirectory[],
  now: number,
): Promise<boolean> {
  const kept = await readChain(keysFolder);
  const newest = shown.at(-1);
  // Of another database than the one that was served with this folder.
  if (newest === undefined || newest.document !== kept.at(-1)?.document) return false;
  const isDue = !isStatementLong(newest, now);
  const stated = isDue ? stateFreshness(newest, stewardsOf(stored), now) : newest;
  await writeChain(keysFolder, [...shown.slice(0, -1), stated]);
  return isDue;
}

async function readChain(keysFolder: string): Promise<SignedDirectory[]> {
  const text = await readFile(path.join(keysFolder, "directory.json"), "utf8").catch(() => "[]");
  return JSON.parse(text) as SignedDirectory[];
}

async function writeChain(keysFolder: string, chain: readonly SignedDirectory[]): Promise<void> {
  await writePrivate(path.join(keysFolder, "directory.json"), chain.slice(-CHAIN_KEPT));
}

/** One of the first format, from before there were statements, or without the mark, is followed by one as they are today. */
function holds(signed: SignedDirectory, now: number): boolean {
  const directory = parseDirectory(documentBytes(signed));
  const isStated = directory.stewards !== null && (signed.statements ?? []).length > 0;
  return isStated && hasDemonstrationRoot(directory.roots) && directory.expires - now >= RENEW_BEFORE_MS;
}

function isStatementLong({ statements = [] }: SignedDirectory, now: number): boolean {
  const last = statements.at(-1);
  if (last === undefined) return false;
  return Date.parse(parseStatement(statementBytes(last)).expires) - now >= STATEMENT_ASKED_DAYS * DAY_MS;
}

/** Lead and administrator: here their keys lie in the same folder as everybody's. */
function stewardsOf({ members }: Stored): NewMember[] {
  return members.filter(({ entry }) => isSteward(entry.roles)).map((one) => toMember(one).member);
}

/** Renamed when complete, so that an interrupted start leaves the old file or the new one. */
async function writePrivate(file: string, content: string | object): Promise<void> {
  const unfinished = `${file}.unfinished`;
  await writeFile(unfinished, typeof content === "string" ? content : `${JSON.stringify(content, null, 2)}\n`, {
    mode: 0o600,
  });
  await chmod(unfinished, 0o600);
  await rename(unfinished, file);
}

const SAMPLE_REPORT = {
  category: "pungutan-liar",
  unitName: "Loket Pelayanan Contoh, Kota Antah Berantah",
  title: "Diminta uang supaya antrean didahulukan",
  what: "Petugas loket 3 minta Rp50.000 supaya berkas saya didahulukan.",
  amountIDR: 50_000,
  language: "id",
};
