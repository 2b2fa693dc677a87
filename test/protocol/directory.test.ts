import fc from "fast-check";
import t, { type Test } from "tap";
import { hex, sameBytes, utf8 } from "../../src/crypto/bytes.ts";
import { CryptoError } from "../../src/crypto/errors.ts";
import { type SigningKeyPair, deriveSigningKeyPair, makeSeed, sign } from "../../src/crypto/secret/keys.ts";
import {
  type ChannelEntry,
  type NewMember,
  instant,
  makeId,
  makeMember,
  nextDocument,
  rootsOf,
  stateFreshness,
} from "../../src/client/directory/organisation.ts";
import type { Role } from "../../src/protocol/rules/casework.ts";
import {
  type DirectoryDocument,
  DirectoryError,
  type DirectoryErrorCode,
  type SignedDirectory,
  directorySignatureInput,
  documentBytes,
  encodeDirectory,
  parseDirectory,
  signedDirectory,
  signedDirectorySchema,
} from "../../src/protocol/directory/directory.ts";
import { type Trust, acceptDirectory, firstUse } from "../../src/protocol/directory/trust.ts";
import { z } from "../../src/protocol/encoding/zod.ts";
import { signedOf } from "../support/organisation.ts";

const NOW = Date.parse("2026-11-25T08:00:00Z");
const DAY_MS = 86_400_000;
const THOROUGH = { depth: "thorough", now: NOW } as const;

const roots = [0, 1, 2].map(() => deriveSigningKeyPair(makeSeed()));
const makeOne = (...roles: Role[]): NewMember =>
  makeMember({ id: "Sari", en: "Sari" }, roles, { now: NOW, fromVersion: 1 });
const people = [makeOne("investigator"), makeOne("lead"), makeOne("custodian"), makeOne("administrator")];
const organisation = { roots, lead: people[1]!, administrator: people[3]! };
const idsOf = (...at: number[]) => at.map((index) => people[index]!.entry.id);

function channelWith(changes: Partial<ChannelEntry> = {}): ChannelEntry {
  return {
    id: makeId(),
    names: { en: "General" },
    recipients: idsOf(0, 1),
    custodians: idsOf(2),
    recovery: false,
    slots: 8,
    identitySlots: 4,
    excludable: idsOf(0),
    deadlines: "default",
    ...changes,
  };
}

const content = {
  roots: rootsOf(roots, 2),
  recovery: null,
  members: people.map(({ entry }) => entry),
  channels: [channelWith()],
};
const first = signedOf(organisation, nextDocument(content, undefined, NOW), roots.slice(0, 2));
const second = signedOf(organisation, nextDocument(content, first, NOW), roots.slice(1));
const third = signedOf(organisation, nextDocument(content, second, NOW), roots);
const trust = firstUse(parseDirectory(documentBytes(first)).roots);

function refuses(
  t: Test,
  code: DirectoryErrorCode,
  from: Trust,
  chain: readonly SignedDirectory[],
  about: string,
  now = NOW,
): void {
  t.throws(() => acceptDirectory(from, chain, { depth: "thorough", now }), { name: "DirectoryError", code }, about);
}

/** Signed without looking: what roots would never sign, for those who must refuse it. */
function signBlindly(
  changes: Partial<DirectoryDocument>,
  signers: readonly SigningKeyPair[] = roots,
  previous?: SignedDirectory,
): SignedDirectory {
  // By hand: our own encoder refuses some of it.
  const bytes = utf8(JSON.stringify({ ...nextDocument(content, previous, NOW), ...changes }));
  const input = directorySignatureInput(bytes);
  return signedDirectory(
    bytes,
    signers.map((root) => ({ root: root.publicKey, signature: sign(root, input) })),
  );
}

t.test("a chain is walked from the first use on, document by document", (t) => {
  const one = acceptDirectory(trust, [first], THOROUGH);
  t.equal(one.directory.version, 1);
  t.equal(one.directory.members.size, 4);
  const three = acceptDirectory(one.trust, [first, second, third], THOROUGH);
  t.equal(three.directory.version, 3);
  t.ok(sameBytes(three.directory.previous, parseDirectory(documentBytes(second)).hash));
  t.equal(acceptDirectory(three.trust, [third], THOROUGH).directory.version, 3, "the remembered one again");
  refuses(t, "malformed", trust, [], "no document");
  refuses(t, "gap", one.trust, [third], "one left out");
  refuses(t, "rollback", three.trust, [second], "an older one");
  t.end();
});

t.test("new roots are believed only where old and new ones signed", (t) => {
  const fresh = [0, 1].map(() => deriveSigningKeyPair(makeSeed()));
  const changes = { roots: rootsOf(fresh, 2) };
  const { trust: seen } = acceptDirectory(trust, [first], THOROUGH);
  const stewards = [organisation.lead, organisation.administrator];
  const rotated = stateFreshness(signBlindly(changes, [...roots.slice(0, 2), ...fresh], first), stewards, NOW);
  const accepted = acceptDirectory(seen, [rotated], THOROUGH);
  t.same(
    accepted.trust.roots.keys.map(hex),
    fresh.map(({ publicKey }) => hex(publicKey)),
  );
  refuses(t, "too-few-signatures", seen, [signBlindly(changes, roots, first)], "old ones alone");
  refuses(t, "too-few-signatures", seen, [signBlindly(changes, fresh, first)], "new ones alone");
  refuses(
    t,
    "too-few-signatures",
    accepted.trust,
    [signBlindly({}, roots, rotated)],
    "the old ones have no say any more",
  );
  // The document that is remembered counts by its hash, also where the built-in roots are the old ones.
  t.ok(acceptDirectory({ ...accepted.trust, roots: seen.roots }, [rotated], THOROUGH));
  t.end();
});

t.test("attack 78: a rule that roots broke is refused by everybody, with its name", (t) => {
  const rules: readonly [DirectoryErrorCode, string, Partial<DirectoryDocument>][] = [
    ["too-few-signatures", "its own threshold lowered", { roots: rootsOf(roots, 1) }],
    [
      "equal-keys",
      "two members with one key",
      { members: [...content.members, { ...content.members[0]!, id: makeId() }] },
    ],
    ["bad-channel", "recipients beyond slots", { channels: [channelWith({ slots: 1 })] }],
    ["bad-channel", "one person and the recovery key", { channels: [channelWith({ recipients: idsOf(0) })] }],
    ["malformed", "a day that does not exist", { notBefore: "2026-02-30T00:00:00Z" }],
    ["malformed", "an end before its beginning", { expires: instant(NOW - DAY_MS) }],
    [
      "malformed",
      "more shares needed than there are",
      { recovery: { publicKey: content.members[0]!.sealingKey!, threshold: 2, shares: ["00".repeat(32)] } },
    ],
    [
      "bad-member",
      "a role twice",
      { members: content.members.with(3, { ...content.members[3]!, roles: ["administrator", "administrator"] }) },
    ],
    [
      "bad-member",
      "a member who is valid before the beginning",
      { members: content.members.with(3, { ...content.members[3]!, validUntil: content.members[3]!.validFrom }) },
    ],
  ];
  for (const [code, about, changes] of rules) {
    const signers = code === "too-few-signatures" ? roots.slice(0, 1) : roots;
    refuses(t, code, trust, [signBlindly(changes, signers)], about);
  }
  const other = signBlindly({ expires: instant(NOW + 34 * DAY_MS) });
  refuses(
    t,
    "two-views",
    acceptDirectory(trust, [first], THOROUGH).trust,
    [other],
    "the same version with another hash",
  );
  refuses(t, "not-yet-valid", trust, [first], "a telephone's clock in 2001", Date.parse("2001-01-01T00:00:00Z"));
  refuses(t, "expired", trust, [first], "and in 2040", Date.parse("2040-01-01T00:00:00Z"));
  t.end();
});

t.test("no root signs a document that breaks a rule", (t) => {
  const document = { ...nextDocument(content, undefined, NOW), channels: [channelWith({ recipients: [] })] };
  t.throws(() => signedOf(organisation, document, roots), { code: "bad-channel" });
  t.end();
});

t.test("random and changed documents give the documented error, or the same directory", (t) => {
  const bytes = documentBytes(first);
  const same = (document: Uint8Array) => {
    try {
      const { version, hash } = parseDirectory(document);
      t.ok(version >= 1 && hash.length === 32);
      // One spelling: whatever is accepted is what its own fields encode to.
      t.ok(sameBytes(encodeDirectory(JSON.parse(new TextDecoder().decode(document)) as DirectoryDocument), document));
    } catch (error) {
      t.ok(error instanceof DirectoryError, String(error));
    }
  };
  fc.assert(fc.property(fc.uint8Array(), same));
  fc.assert(fc.property(fc.json(), (text) => same(new TextEncoder().encode(text))));
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.nat(255), (at, value) => same(bytes.with(at, value))),
    { numRuns: 300 },
  );
  fc.assert(
    fc.property(fc.nat(bytes.length), fc.nat(200), fc.uint8Array({ maxLength: 5 }), (at, length, put) => {
      same(Uint8Array.of(...bytes.subarray(0, at), ...put, ...bytes.subarray(at + length)));
    }),
    { numRuns: 100 },
  );
  t.end();
});

t.test("whatever travels in the place of a directory is refused by its schema or by the walk", (t) => {
  const hostile = fc.record({
    document: fc.oneof(fc.string({ unit: "binary" }), fc.constant(first.document), fc.constant(`${first.document} `)),
    signatures: fc.array(
      fc.oneof(
        fc.constantFrom(...first.signatures, ...third.signatures),
        fc.record({ root: fc.string(), signature: fc.string() }),
      ),
      { maxLength: 4 },
    ),
  });
  fc.assert(
    fc.property(hostile, (given) => {
      const parsed = z.safeParse(signedDirectorySchema, given);
      if (!parsed.success)
        return void t.ok(given.signatures.some(({ root, signature }) => root.length !== 64 || signature.length !== 86));
      try {
        const { directory } = acceptDirectory(trust, [parsed.data], THOROUGH);
        t.equal(directory.version, 1);
        t.equal(given.document, first.document);
      } catch (error) {
        t.ok(error instanceof DirectoryError || error instanceof CryptoError, String(error));
        t.ok(error instanceof DirectoryError, "and the one error that is documented");
      }
    }),
    { numRuns: 300 },
  );
  t.end();
});
