import t from "tap";
import { ClockDoubt } from "../../src/client/directory/clock.ts";
import { loadDirectories } from "../../src/client/directory/directories.ts";
import {
  instant,
  nextDocument,
  rootsOf,
  signDirectory,
  stateFreshness,
} from "../../src/client/directory/organisation.ts";
import {
  type SigningKeyPair,
  deriveSealingKeyPair,
  deriveSigningKeyPair,
  makeSeed,
  sign,
} from "../../src/crypto/secret/keys.ts";
import { toBase64url } from "../../src/protocol/encoding/base64url.ts";
import {
  type DirectoryDocument,
  type DirectoryErrorCode,
  type RootSet,
  type SignedDirectory,
  DirectoryError,
  directorySignatureInput,
  documentBytes,
  encodeDirectory,
  parseDirectory,
  signedDirectory,
} from "../../src/protocol/directory/directory.ts";
import { firstUse } from "../../src/protocol/directory/trust.ts";
import { HostileServer } from "../support/hostile/hostile-server.ts";
import { makeOrganisation, signedOf } from "../support/organisation.ts";
import { DIRECTORY_DAYS } from "../../src/protocol/limits.ts";

const DAY_MS = 86_400_000;
const NOW = Date.parse("2026-11-25T08:00:00Z");
const organisation = makeOrganisation(NOW);

function makeRoots(count: number): SigningKeyPair[] {
  return Array.from({ length: count }, () => deriveSigningKeyPair(makeSeed()));
}

/** Three roots of which two are needed, as recommended. */
const roots = makeRoots(3);
const [A, B, C] = roots as [SigningKeyPair, SigningKeyPair, SigningKeyPair];
const rootSet: RootSet = { threshold: 2, keys: roots.map(({ publicKey }) => publicKey) };

function make(changes: Partial<DirectoryDocument> = {}, previous?: SignedDirectory, now = NOW): DirectoryDocument {
  const content = { ...organisation.document, roots: rootsOf(roots, 2) };
  return { ...nextDocument(content, previous, now), ...changes };
}

/** Signs whatever it is given: an attacker looks at no rules. */
function signBlindly(document: DirectoryDocument, signers: readonly SigningKeyPair[]): SignedDirectory {
  const bytes = encodeDirectory(document);
  const input = directorySignatureInput(bytes);
  return signedDirectory(
    bytes,
    signers.map((root) => ({ root: root.publicKey, signature: sign(root, input) })),
  );
}

/** What a client that remembers `known` makes of a server with these directories. */
function load(
  chain: readonly SignedDirectory[],
  {
    known,
    now = NOW,
    trusted = rootSet,
    depth = "quick" as const,
    builtAt = 0,
  }: {
    known?: SignedDirectory;
    now?: number;
    trusted?: RootSet;
    depth?: "quick" | "thorough";
    builtAt?: number;
  } = {},
) {
  const server = new HostileServer();
  server.directories = [...chain];
  const remembered = known === undefined ? undefined : parseDirectory(documentBytes(known));
  const trust =
    remembered === undefined
      ? firstUse(trusted)
      : { roots: trusted, version: remembered.version, hash: remembered.hash };
  return loadDirectories(server.connect(), trust, { depth, now, builtAt });
}

function refused(code: DirectoryErrorCode): DirectoryError {
  return new DirectoryError(code);
}

const STEWARDS = [organisation.lead, organisation.administrator];
const first = signedOf(organisation, make(), [A, B]);
const second = signedOf(organisation, make({}, first), [A, C]);
const third = signedOf(organisation, make({}, second), [B, C]);

t.test("a directory signed by two of three roots is accepted and remembered", async (t) => {
  const { current, trust } = await load([first]);
  t.equal(current.version, 1);
  const { sequence, hash } = current.freshness!;
  t.same(trust, { roots: rootSet, version: 1, hash: current.hash, statement: { sequence, hash } });
});

t.test("attack 1: a recipient's key that somebody else exchanged is refused", async (t) => {
  const [victim, ...others] = organisation.document.members;
  if (victim === undefined) throw new Error("there are members");
  const theirs = toBase64url(deriveSealingKeyPair(makeSeed()).publicKey);
  const swapped = make({ members: [{ ...victim, sealingKey: theirs }, ...others] });
  const thief = makeRoots(2);
  await t.rejects(
    load([signBlindly(swapped, thief)]),
    refused("too-few-signatures"),
    "signed by keys that are no roots",
  );
  await t.rejects(
    load([signBlindly(swapped, [A, ...thief])]),
    refused("too-few-signatures"),
    "one root does not make two",
  );
  await t.rejects(
    load([{ ...first, document: signBlindly(swapped, []).document }]),
    refused("too-few-signatures"),
    "true signatures under another text",
  );
  await t.rejects(
    load([signBlindly(swapped, [A, B])], { depth: "thorough" }),
    refused("bad-member"),
    "even roots sign no entry that its member did not sign",
  );
});

t.test("attack 3: fewer signatures, one root twice and unknown roots are refused", async (t) => {
  const document = make();
  await t.rejects(load([signBlindly(document, [])]), refused("too-few-signatures"));
  await t.rejects(load([signBlindly(document, [A])]), refused("too-few-signatures"), "k-1");
  await t.rejects(load([signBlindly(document, [A, A])]), refused("too-few-signatures"), "the same root twice");
  await t.rejects(
    load([signBlindly(document, [A, ...makeRoots(1)])]),
    refused("too-few-signatures"),
    "an unknown root",
  );
});

t.test("attack 4: an older directory than the remembered one is refused", async (t) => {
  await t.rejects(
    load([first], { known: second }),
    refused("rollback"),
    "the server gives nothing from the remembered one on",
  );
  const server = new HostileServer();
  server.directories = [first];
  server.lies.directory = () => new Response(JSON.stringify({ chain: [first] }));
  const { version, hash } = parseDirectory(documentBytes(second));
  const loading = loadDirectories(
    server.connect(),
    { roots: rootSet, version, hash },
    { depth: "quick", builtAt: 0, now: NOW },
  );
  await t.rejects(loading, refused("rollback"), "or an older one instead");
  t.equal((await load([second], { known: second })).current.version, 2, "the remembered one itself is not older");
});

t.test("attack 5: an expired directory is refused, two days of clock error allowed", async (t) => {
  const days = (count: number) => NOW + count * DAY_MS;
  await t.rejects(load([first], { now: days(DIRECTORY_DAYS + 2.1) }), refused("expired"));
  const short = signDirectory({ ...make(), expires: instant(days(30)) }, [A, B]);
  const stated = stateFreshness(short, STEWARDS, NOW);
  await t.resolves(load([stated], { now: days(31.9) }));
  await t.rejects(load([stated], { now: days(32.1) }), refused("expired"));
});

t.test("attack 6: two directories of one version are an alarm", async (t) => {
  const other = signedOf(organisation, make({}, first, NOW + 1_000), [A, B]);
  await t.rejects(load([other], { known: second }), refused("two-views"), "the remembered version with another hash");
  const onOther = signedOf(organisation, make({}, other), [A, B]);
  await t.rejects(load([onOther], { known: second }), refused("two-views"), "a later one that rests on the other");
});

t.test("attack 78: a directory that lowers its own threshold is refused", async (t) => {
  const lowered = make({ roots: rootsOf(roots, 1) }, first);
  await t.rejects(load([first, signBlindly(lowered, [A])], { known: first }), refused("too-few-signatures"));
  await t.rejects(load([signBlindly(lowered, [A])]), refused("too-few-signatures"), "also at first use");
  const mine = makeRoots(1);
  const replaced = make({ roots: rootsOf(mine, 1) }, first);
  await t.rejects(
    load([first, signBlindly(replaced, mine)], { known: first }),
    refused("too-few-signatures"),
    "or brings roots of its own",
  );
});

t.test(
  "attack 78: a directory that breaks a rule about keys or channels is refused although roots signed it",
  async (t) => {
    const [one, two, ...rest] = organisation.document.members;
    const [channel] = organisation.document.channels;
    if (one === undefined || two === undefined || channel === undefined)
      throw new Error("there are members and channels");
    const withChannel = (changes: object) => make({ channels: [{ ...channel, excludable: [], ...changes }] });
    const cases: readonly [title: string, document: DirectoryDocument, code: DirectoryErrorCode][] = [
      [
        "two members with one sealing key",
        make({ members: [one, { ...two, sealingKey: one.sealingKey }, ...rest] }),
        "equal-keys",
      ],
      [
        "two members with one signing key",
        make({ members: [one, { ...two, signingKey: one.signingKey }, ...rest] }),
        "equal-keys",
      ],
      [
        "recipients and recovery key beyond the slots",
        withChannel({ slots: channel.recipients.length }),
        "bad-channel",
      ],
      [
        "one person beside the recovery key",
        withChannel({ recipients: channel.recipients.slice(0, 1) }),
        "bad-channel",
      ],
      ["one person twice", withChannel({ recipients: [one.id, one.id] }), "bad-channel"],
      [
        "a custodian among the recipients",
        withChannel({ recipients: [one.id, channel.custodians[0]], custodians: channel.custodians.slice(1) }),
        "bad-channel",
      ],
      [
        "a removed member among the recipients",
        make({ members: [{ ...one, removedIn: 1 }, two, ...rest] }),
        "bad-channel",
      ],
    ];
    for (const [title, document, code] of cases) {
      await t.rejects(load([signBlindly(document, [A, B])]), refused(code), title);
      t.throws(
        () => signedOf(organisation, document, [A, B]),
        refused(code),
        `no root's own program signs it: ${title}`,
      );
    }
  },
);

t.test(
  "attack 78: a phone whose clock says 2001 or 2040 is told all dates, and 2001 counts as the build's",
  async (t) => {
    const at = (date: string) => Date.parse(date);
    t.equal(
      (await load([first], { now: at("2001-01-01T00:00:00Z"), builtAt: NOW })).current.version,
      1,
      "a directory of the build's day is valid",
    );
    await t.rejects(
      load([first], { now: at("2001-01-01T00:00:00Z") }),
      refused("not-yet-valid"),
      "where nobody knows the build's day, the clock counts as it is",
    );
    t.equal(
      (await load([first], { builtAt: at("2001-01-01T00:00:00Z") })).current.version,
      1,
      "an old build is no bar",
    );
    const later = signedOf(organisation, make({}, undefined, at("2027-06-01T00:00:00Z")), [A, B]);
    const clocks: readonly [clock: string, code: string][] = [
      ["2001-01-01T00:00:00Z", "not-yet-valid"],
      ["2040-01-01T00:00:00Z", "expired"],
    ];
    for (const [clock, code] of clocks) {
      const error: unknown = await load([later], { now: at(clock), builtAt: NOW }).catch((reason: unknown) => reason);
      if (!(error instanceof ClockDoubt)) throw error;
      t.ok(error instanceof DirectoryError);
      t.match(error, {
        code,
        clock: at(clock),
        notBefore: at("2027-06-01T00:00:00Z"),
        expires: at("2028-07-05T00:00:00Z"),
      });
    }
  },
);

t.test("a member's program refuses a key to which encapsulation fails; a reporter's has no time to try", async (t) => {
  const [one, ...others] = organisation.document.members;
  if (one === undefined) throw new Error("there are members");
  const zeros = make({ members: [{ ...one, sealingKey: toBase64url(new Uint8Array(1216)) }, ...others] });
  await t.rejects(load([signBlindly(zeros, [A, B])], { depth: "thorough" }), refused("bad-member"));
  await t.resolves(load([stateFreshness(signBlindly(zeros, [A, B]), STEWARDS, NOW)]));
});

t.test("every document between the remembered and the newest is walked", async (t) => {
  t.equal((await load([first, second, third], { known: first })).current.version, 3);
  await t.rejects(load([first, third], { known: first }), refused("gap"), "one is left out");
  const forged = signBlindly(make({}, first), [A]);
  await t.rejects(load([first, forged, third], { known: first }), refused("too-few-signatures"), "one is not signed");
});

t.test("new roots are taken over when enough old and enough new ones signed, and only then", async (t) => {
  const fresh = makeRoots(3);
  const [D, E] = fresh as [SigningKeyPair, SigningKeyPair];
  const rotation = make({ roots: rootsOf(fresh, 2) }, first);
  const signers: readonly [title: string, keys: SigningKeyPair[]][] = [
    ["old ones alone", [A, B]],
    ["new ones alone", [D, E]],
    ["one old", [A, D, E]],
    ["one new", [A, B, D]],
  ];
  for (const [title, keys] of signers) {
    await t.rejects(load([first, signBlindly(rotation, keys)], { known: first }), refused("too-few-signatures"), title);
  }
  const rotated = signedOf(organisation, rotation, [A, B, D, E]);
  const after = signedOf(organisation, make({ roots: rootsOf(fresh, 2) }, rotated), [D, E]);
  const { current, trust } = await load([first, rotated, after], { known: first });
  t.equal(current.version, 3);
  t.same(
    trust.roots.keys,
    fresh.map(({ publicKey }) => publicKey),
  );
  t.equal(
    (await load([rotated, after], { known: rotated })).current.version,
    3,
    "a client that remembers the rotation, with the roots of before built in",
  );
  await t.rejects(
    load([after]),
    refused("too-few-signatures"),
    "a new device with the roots of before trusts no later directory",
  );
  // A page that was built before the rotation, on a device that remembers nothing.
  const walked = await load([first, rotated, after]);
  t.same(
    [walked.current.version, walked.trust.roots.threshold],
    [3, 2],
    "follows what old and new have signed together",
  );
  await t.rejects(load([first, after]), refused("too-few-signatures"), "and nothing that the old ones have not");
  await t.rejects(load([first, signBlindly(rotation, [D, E]), after]), refused("too-few-signatures"));
  const stewards = signedOf(organisation, make({ stewards: 2, roots: rootsOf(fresh, 1) }, rotated), [D, E]);
  t.equal((await load([first, rotated, stewards])).trust.roots.threshold, 1, "the new ones alone lower their number");
  const old = signBlindly(make({}, rotated), [A, B]);
  await t.rejects(
    load([rotated, old], { known: rotated }),
    refused("too-few-signatures"),
    "the roots of before sign nothing any more",
  );
});

t.test("a signed act names its directory: older ones are found by hash, others are unknown", async (t) => {
  const directories = await load([first, second, third], { known: third });
  const hashOf = (signed: SignedDirectory) => parseDirectory(documentBytes(signed)).hash;
  t.equal((await directories.at(1, hashOf(first)))?.version, 1);
  t.equal((await directories.at(3, hashOf(third)))?.version, 3);
  t.equal(await directories.at(1, hashOf(second)), undefined, "another version's hash");
  const other = signedOf(organisation, make({}, first, NOW + 1_000), [A, B]);
  const deceived = await load([first, other, third], { known: third });
  t.equal(
    await deceived.at(2, hashOf(other)),
    undefined,
    "signed by roots, but not the one that the accepted one rests on",
  );
});

t.test("a directory that was published during a session is fetched when a signed act names it", async (t) => {
  const server = new HostileServer();
  server.directories = [first];
  const directories = await loadDirectories(server.connect(), firstUse(rootSet), {
    depth: "quick",
    builtAt: 0,
    now: NOW,
  });
  const { hash } = parseDirectory(documentBytes(second));
  t.equal(await directories.at(2, hash), undefined, "not while the server does not have it");
  server.directories.push(second);
  t.equal((await directories.at(2, hash))?.version, 2);
  t.equal(directories.current.version, 2);
  t.equal(directories.trust.version, 2);
});
