/** Members coming in at a server that is the adversary. One passphrase stretch is about 0.2 s: members are enrolled once. */
import { acceptTrail, lookAtTrail } from "../../../src/client/member/trail.ts";
import t from "tap";
import { ClockDoubt } from "../../../src/client/directory/clock.ts";
import { parseStatement, statementBytes, statementNameOf } from "../../../src/protocol/directory/statement.ts";
import {
  makeMember,
  nextDocument,
  type NewMember,
  stateFreshness,
} from "../../../src/client/directory/organisation.ts";
import { Refusal } from "../../../src/client/refusal.ts";
import { changePassphrase } from "../../../src/client/account/passphrase.ts";
import {
  type Credentials,
  type DeviceMemory,
  enrol,
  signIn,
  StatementNeeded,
} from "../../../src/client/member/entry/sign-in.ts";
import { normalizeName } from "../../../src/protocol/login-name.ts";
import { fromHex } from "../../../src/crypto/bytes.ts";
import { CryptoError } from "../../../src/crypto/errors.ts";
import { deriveSigningKeyPair, sign } from "../../../src/crypto/secret/keys.ts";
import { randomBytes } from "../../../src/crypto/sodium.ts";
import { sealVaultKeys } from "../../../src/crypto/secret/vault.ts";
import { toBase64url } from "../../../src/protocol/encoding/base64url.ts";
import {
  type SignedDirectory,
  DirectoryError,
  documentBytes,
  memberSignatureInput,
  parseDirectory,
} from "../../../src/protocol/directory/directory.ts";
import { HostileServer, type Login, problem } from "../../support/hostile/hostile-server.ts";
import { first } from "../../support/hostile/hostile-story.ts";
import { makeOrganisation, signedOf } from "../../support/organisation.ts";

const NOW = Date.now();
const organisation = makeOrganisation(NOW);
const ani = first(organisation.investigators);
const budi = first(organisation.investigators.slice(1));
const second = signedOf(
  organisation,
  nextDocument(organisation.document, organisation.signed, NOW),
  organisation.roots,
);

const ANI: Credentials = { name: " Ani ", passphrase: "enam kata yang dibuat oleh mesin" };
const BUDI: Credentials = { name: "budi", passphrase: "enam kata lain yang dibuat mesin" };
const server = new HostileServer();
server.directories = [organisation.signed];
await enrol(server.connect(), ani, ANI);
await enrol(server.connect(), budi, BUDI);
const enrolled = structuredClone(server.logins);

/** Everything as after enrolment. */
function reset(): Login {
  server.directories = [organisation.signed];
  for (const [name, login] of structuredClone(enrolled)) server.logins.set(name, login);
  server.asked.length = 0;
  const login = server.logins.get("ani");
  if (login === undefined) throw new Error("she was enrolled");
  return login;
}

function enter(device?: DeviceMemory, credentials: Credentials = ANI) {
  return signIn(server.connect(ani.entry.id), {
    ...credentials,
    roots: organisation.rootSet,
    device,
    builtAt: 0,
    now: NOW,
  });
}

function statementOf({ statements = [] }: SignedDirectory) {
  const bytes = statementBytes(statements.at(-1)!);
  return statementNameOf(bytes, parseStatement(bytes));
}

function memoryOf(signed: SignedDirectory): NonNullable<DeviceMemory> {
  const { version, hash } = parseDirectory(documentBytes(signed));
  return { directoryVersion: version, directoryHash: hash, statement: statementOf(signed) };
}

t.beforeEach(() => void reset());

t.test("a member signs in with the directory's keys, and vault and device remember the directory", async (t) => {
  const member = await enter();
  t.equal(member.id, ani.entry.id);
  const { log, ...memory } = member.memory;
  t.same(memory, memoryOf(organisation.signed));
  t.equal(log?.size, server.log.leaves.length, "and the audit trail");
  t.same(member.alarms, []);
  const again = await enter(member.memory);
  t.notOk(again.firstUseHere);
  t.equal(server.requestsOf("putVaultMemory").length, 1, "the vault knows it already");
});

t.test("attack 83: a new browser says that it is used here for the first time", async (t) => {
  t.ok((await enter(undefined)).firstUseHere);
});

t.test("attack 83: a vault of last week, served back, is an alarm", async (t) => {
  const login = reset();
  const lastWeek = structuredClone(login.vault);
  await enter();
  server.directories.push(second);
  const { memory } = await enter();
  login.vault = lastWeek;
  t.same((await enter(memory)).alarms, ["vault-rolled-back"]);
});

t.test("attack 83: a vault behind what a colleague accepted on the same device is no alarm", async (t) => {
  const login = reset();
  const atFirst = structuredClone(login.vault);
  server.directories.push(second);
  const device = memoryOf(second);
  t.same((await enter({ ...device, acceptedBy: () => 0 })).alarms, []);
  login.vault = atFirst;
  t.same((await enter({ ...device, acceptedBy: () => 2 })).alarms, ["vault-rolled-back"]);
});

t.test(
  "attack 83: a directory rolled back together with the vault is refused where the device remembers",
  async (t) => {
    const device = memoryOf(second);
    await t.rejects(enter(device), new DirectoryError("rollback"));
  },
);

t.test("attack 83: the vault remembers where the device does not", async (t) => {
  const login = reset();
  server.directories.push(second);
  await enter();
  server.directories = [organisation.signed];
  await t.rejects(enter(undefined), new DirectoryError("rollback"));
  t.equal(login.memberId, ani.entry.id);
});

t.test("attack 83: after a new passphrase the vault of before does not open with it", async (t) => {
  const login = reset();
  const lastWeek = structuredClone(login.vault);
  const renewed = { ...ANI, passphrase: "kata kata baru yang dibuat mesin" };
  await changePassphrase(await enter(), ANI.passphrase, renewed.passphrase);
  const changed = server.logins.get("ani");
  t.equal(changed?.salt, login.salt, "the salt stays, so that unknown names cannot be told from known ones");
  t.equal((await enter(undefined, renewed)).id, ani.entry.id);
  if (changed !== undefined) changed.vault = lastWeek;
  await t.rejects(enter(undefined, renewed), new Refusal("keys-differ"));
});

t.test("attack 83: a new passphrase puts no older seeds back in the member's name", async (t) => {
  const login = reset();
  const member = await enter();
  const older = {
    signingSeed: ani.keys.signingSeed,
    sealingSeeds: [{ fromVersion: 1, seed: new Uint8Array(32).fill(7) }],
  };
  login.vault.keys = toBase64url(sealVaultKeys(older, member.vaultKey, fromHex(member.id)));
  server.asked.length = 0;
  await t.rejects(
    changePassphrase(member, ANI.passphrase, "kata kata baru yang dibuat mesin"),
    new Refusal("keys-differ"),
  );
  t.equal(server.requestsOf("enrol").length, 0, "nothing is signed, nothing is sent");
});

t.test("attack 6: vault and device that remember two directories of one version are an alarm", async (t) => {
  await enter();
  const other = signedOf(organisation, nextDocument(organisation.document, undefined, NOW + 1_000), organisation.roots);
  // The directories alone: their statements, which differ too, are another alarm.
  const device = { ...memoryOf(other), statement: undefined };
  await t.rejects(enter(device), new DirectoryError("two-views"), "where the server shows the vault's");
  server.directories = [other];
  await t.rejects(enter(device), new DirectoryError("two-views"), "where it shows the device's");
});

t.test(
  "attack 77: Argon2id parameters that are lowered, or raised to 4 GiB, are refused before any work",
  async (t) => {
    const login = reset();
    const asked: readonly [memoryKiB: number, passes: number][] = [
      [8, 3],
      [65_535, 3],
      [65_536, 2],
      [65_536, 0],
      [262_145, 3],
      [4_194_304, 3],
      [65_536, 9],
      [0xffff_ffff, 0xffff_ffff],
    ];
    for (const [memoryKiB, passes] of asked) {
      Object.assign(login, { memoryKiB, passes });
      await t.rejects(enter(), new CryptoError("bad-parameters"), `${memoryKiB} KiB, ${passes} passes`);
    }
    t.equal(server.requestsOf("login").length, 0, "nothing was stretched, nothing was signed");
  },
);

t.test("attack 77: a vault of another member, or a damaged one, does not open", async (t) => {
  const login = reset();
  const { vault } = login;
  const foreign = server.logins.get("budi")?.vault;
  if (foreign === undefined) throw new Error("he was enrolled");
  for (const part of ["keyWrap", "keys", "memory"] as const) {
    login.vault = { ...vault, [part]: foreign[part] };
    await t.rejects(enter(), new Refusal("keys-differ"), part);
  }
  login.vault = vault;
  login.memberId = budi.entry.id;
  await t.rejects(enter(), new Refusal("keys-differ"), "one's own vault under another member's id");
});

t.test("attack 1: a member whose keys are not those of the directory is told so", async (t) => {
  const { entry, keys } = makeMember({ id: "Ani" }, ["investigator"], { now: NOW, fromVersion: 1 });
  for (const [what, { signingKey, sealingKey, signingSeed }] of Object.entries({
    both: { ...entry, signingSeed: keys.signingSeed },
    "the one that signs": { ...ani.entry, signingKey: entry.signingKey, signingSeed: keys.signingSeed },
    "the one that opens": { ...ani.entry, sealingKey: entry.sealingKey, signingSeed: ani.keys.signingSeed },
  })) {
    const theirs = { ...ani.entry, signingKey, sealingKey };
    const signature = toBase64url(sign(deriveSigningKeyPair(signingSeed), memberSignatureInput(theirs)));
    const members = organisation.document.members.map((one) => (one.id === theirs.id ? { ...theirs, signature } : one));
    const replaced = nextDocument({ ...organisation.document, members }, organisation.signed, NOW);
    server.directories.splice(1, Infinity, signedOf(organisation, replaced, organisation.roots));
    await t.rejects(enter(), new Refusal("keys-differ"), what);
  }
});

t.test("attack 54: whoever was removed or suspended is told so, although the server lets them in", async (t) => {
  const members = organisation.document.members.map((one) =>
    one.id === ani.entry.id ? { ...one, removedIn: 2 } : one,
  );
  const without = nextDocument({ ...organisation.document, members, channels: [] }, organisation.signed, NOW);
  server.directories.push(signedOf(organisation, without, organisation.roots));
  await t.rejects(enter(), new Refusal("no-member"));
  const stewards = [organisation.lead, organisation.administrator];
  server.directories = [stateFreshness(organisation.signed, stewards, NOW, { suspended: [ani.entry.id] })];
  await t.rejects(enter(), new Refusal("suspended"));
});

t.test("names are compared in one form", async (t) => {
  t.equal(normalizeName("  Ａni "), "ani");
  t.equal(first([...server.logins.keys()]), "ani");
});

t.test("attack 93: a statement that vault or device has seen is not gone back behind", async (t) => {
  const stewards = [organisation.lead, organisation.administrator];
  const renewed = stateFreshness(organisation.signed, stewards, NOW);
  server.directories = [renewed];
  const { memory } = await enter();
  t.equal(memory.statement?.sequence, 2);
  server.directories = [organisation.signed];
  await t.rejects(enter(), new DirectoryError("statement-rollback"), "the vault remembers");
  reset();
  await t.rejects(enter(memory), new DirectoryError("statement-rollback"), "the device remembers");
  const other = { ...memory, statement: { sequence: 1, hash: "ab".repeat(32) } };
  server.directories = [renewed];
  await t.rejects(enter(other), new DirectoryError("statement-two-views"), "another of that number");
});

t.test(
  "where the statement has lapsed nobody signs in, and a steward gets what it takes to make the next",
  async (t) => {
    const LEAD: Credentials = { name: "lead", passphrase: "enam kata yang dibuat oleh mesin" };
    await enrol(server.connect(), organisation.lead, LEAD);
    const later = NOW + 38 * 86_400_000;
    const enterLater = (who: NewMember, credentials: Credentials) =>
      signIn(server.connect(who.entry.id), {
        ...credentials,
        roots: organisation.rootSet,
        device: undefined,
        builtAt: 0,
        now: later,
      });
    const investigators = await enterLater(ani, ANI).catch((error: unknown) => error);
    t.ok(investigators instanceof ClockDoubt && !(investigators instanceof StatementNeeded));
    t.match(investigators, { code: "statement-lapsed", clock: later });
    const leads: unknown = await enterLater(organisation.lead, LEAD).catch((error: unknown) => error);
    if (!(leads instanceof StatementNeeded)) throw leads;
    t.match(leads, { code: "statement-lapsed", clock: later });
    t.same(
      Object.keys(leads.steward).toSorted(),
      ["connection", "directories", "id", "signing"],
      "and nothing that opens",
    );
  },
);

/** What vault and device remember of the audit trail, and then the server's is another. */
const BENT: readonly (readonly [what: string, alarm: string, bend: (log: typeof server.log) => unknown])[] = [
  ["edited", "log-forked", ({ leaves }) => leaves.fill(randomBytes(32), 1, 2)],
  [
    "with an entry deleted",
    "log-forked",
    ({ leaves }) => leaves.push(randomBytes(32), ...leaves.splice(1, 1).slice(1)),
  ],
  ["in another order", "log-forked", ({ leaves }) => leaves.reverse()],
  ["cut", "log-rolled-back", ({ leaves }) => leaves.pop()],
  [
    "forked and grown since",
    "log-forked",
    ({ leaves }) => leaves.push(randomBytes(32), randomBytes(32), ...leaves.splice(-1).slice(1)),
  ],
  ["signed by another key", "log-unsigned", ({ keys }) => keys.splice(0, 1, deriveSigningKeyPair(randomBytes(32)))],
];

for (const [what, alarm, bend] of BENT) {
  t.test(`attack 52: an audit trail ${what} is an alarm at the next sign-in, and stops nobody`, async (t) => {
    server.log.add(3);
    const { memory } = await enter();
    const { leaves, keys } = server.log;
    Object.assign(server.log, { leaves: [...leaves], keys: [...keys] });
    bend(server.log);
    t.same((await enter()).alarms, [alarm], "the vault remembers");
    const member = await enter(memory);
    t.same(member.alarms, [alarm], "and so does the device");
    t.same(member.memory.log, memory.log, "what was seen is not forgotten by it");
    Object.assign(server.log, { leaves, keys });
    t.same((await enter(memory)).alarms, []);
  });
}

t.test("attack 52: what the trail grew by is remembered in the vault too, where no directory is newer", async (t) => {
  await enter();
  const { leaves } = server.log;
  server.log.leaves = [...leaves];
  server.log.add(3);
  await enter();
  server.log.leaves = leaves;
  t.same((await enter()).alarms, ["log-rolled-back"]);
});

/** Vault and audit trail are as before the last entries; told is the trail with them, and what a device remembers that has seen it. */
async function rollBack() {
  const before = [...server.log.leaves];
  const { vault } = reset();
  await enter();
  const old = structuredClone(vault);
  server.log.add(4);
  const { memory } = await enter();
  const { leaves } = server.log;
  reset().vault = old;
  server.log.leaves = before;
  return { memory, leaves };
}

t.test("attack 52: a vault rolled back with the audit trail is noticed by the device alone", async (t) => {
  const { memory, leaves } = await rollBack();
  t.same((await enter(memory)).alarms, ["log-rolled-back"]);
  server.log.leaves = leaves;
});

t.test("attack 52: a shorter trail is accepted once on each device, and none goes on without that", async (t) => {
  const { memory, leaves } = await rollBack();
  const [one, other] = [await enter(memory), await enter(memory)];
  t.same([one.alarms, other.alarms], [["log-rolled-back"], ["log-rolled-back"]]);
  await acceptTrail(one);
  const accepted = { ...one.memory, log: one.log.seen };
  t.same((await enter(accepted)).alarms, []);
  t.same((await enter(memory)).alarms, ["log-rolled-back"], "not on the other device");
  t.same((await enter(accepted)).alarms, [], "whose doubt does not come back to the first");
  server.log.add(9);
  t.same((await enter(accepted)).alarms, []);
  const later = await enter(memory);
  t.same([later.alarms, later.memory.log], [["log-forked"], memory.log], "also where the vault knows a longer one");
  t.match(await lookAtTrail(later), { alarm: "log-forked" });
  await acceptTrail(later);
  t.same((await enter({ ...later.memory, log: later.log.seen })).alarms, []);
  server.log.leaves = leaves;
});

t.test(
  "a server's key that was replaced signs beside the new one: no alarm, and the new one is remembered",
  async (t) => {
    const { memory } = await enter();
    server.log.keys = [deriveSigningKeyPair(randomBytes(32)), ...server.log.keys];
    const member = await enter(memory);
    t.same(member.alarms, []);
    t.not(member.memory.log?.key, memory.log?.key);
    server.log.keys = server.log.keys.slice(0, 1);
    t.same((await enter(member.memory)).alarms, [], "then the old one is not needed");
  },
);

t.test("attack 52: a server that shows no head at all is an alarm; one that cannot be reached is none", async (t) => {
  server.lies.auditHead = () => new Response("{}", { headers: { "content-type": "application/json" } });
  t.same((await enter()).alarms, ["log-unsigned"]);
  server.lies.auditHead = () => Response.json({ checkpoint: "none", keys: ["none"], proof: "" });
  t.same((await enter()).alarms, ["log-unsigned"]);
  delete server.lies.auditHead;
  const { memory } = await enter();
  for (const code of ["internal", "busy", "not-found"] as const) {
    server.lies.auditHead = () => problem(code);
    const member = await enter(memory);
    t.same([member.alarms, member.memory.log], [["log-unsigned"], memory.log], `${code} keeps nobody out`);
  }
  server.lies.auditHead = () => {
    throw new TypeError("the line is dead");
  };
  await t.rejects(enter(memory), { code: "unreachable" });
  delete server.lies.auditHead;
});
