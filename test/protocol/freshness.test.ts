import t, { type Test } from "tap";
import { hex, utf8 } from "../../src/crypto/bytes.ts";
import { deriveSigningKeyPair, sign } from "../../src/crypto/secret/keys.ts";
import {
  type NewMember,
  instant,
  makeMember,
  nextDocument,
  signDirectory,
  stateFreshness,
} from "../../src/client/directory/organisation.ts";
import { DAY_MS } from "../../src/protocol/encoding/day.ts";
import {
  type DirectoryErrorCode,
  type SignedDirectory,
  directorySignatureInput,
  documentBytes,
  encodeDirectory,
  parseDirectory,
  signedDirectory,
} from "../../src/protocol/directory/directory.ts";
import {
  type SignedStatement,
  type StatementDocument,
  parseStatement,
  signedStatement,
  statementBytes,
  statementHashOf,
  statementSignatureInput,
} from "../../src/protocol/directory/statement.ts";
import { type Trust, acceptDirectory, firstUse } from "../../src/protocol/directory/trust.ts";
import { isOpen, isValidAt, mayBeLeftOut, validOf } from "../../src/protocol/directory/validity.ts";
import { makeOrganisation, signedOf } from "../support/organisation.ts";

const NOW = Date.parse("2026-11-25T08:00:00Z");
const base = makeOrganisation(NOW);
const [second, third] = [1, 2].map((number) =>
  makeMember({ id: `Lain ${number}`, en: `Other ${number}` }, [number === 1 ? "lead" : "administrator"], {
    now: NOW,
    fromVersion: 1,
  }),
) as [NewMember, NewMember];
const gone: NewMember = makeMember({ id: "Pergi", en: "Gone" }, ["lead"], { now: NOW, fromVersion: 1 });
const late: NewMember = makeMember({ id: "Nanti", en: "Later" }, ["lead"], { now: NOW + 90 * DAY_MS, fromVersion: 1 });
const { lead, administrator, rootSet, roots } = base;
const [investigator] = base.investigators as [NewMember];
const document = {
  ...base.document,
  members: [
    ...base.document.members,
    ...[second, third, late].map(({ entry }) => entry),
    { ...gone.entry, removedIn: 1 },
  ],
};
const bare = signDirectory(document, roots);
const first = stateFreshness(bare, [lead, administrator], NOW);
const trust = firstUse(rootSet);

const accept = (signed: SignedDirectory, { from = trust, now = NOW }: { from?: Trust; now?: number } = {}) =>
  acceptDirectory(from, [signed], { depth: "quick", now });
const refuses = (
  t: Test,
  code: DirectoryErrorCode,
  statements: readonly SignedStatement[],
  about: string,
  look: { from?: Trust; now?: number } = {},
) => t.throws(() => accept({ ...bare, statements: [...statements] }, look), { name: "DirectoryError", code }, about);

/** What anybody with these keys can sign, whatever the rules say. */
function craft(
  signers: readonly NewMember[],
  changes: Partial<StatementDocument> = {},
  like: SignedStatement = first.statements![0]!,
): SignedStatement {
  const bytes = utf8(JSON.stringify({ ...parseStatement(statementBytes(like)), ...changes }));
  const input = statementSignatureInput(bytes);
  return signedStatement(
    bytes,
    signers.map(({ entry, keys }) => ({
      member: entry.id,
      signature: sign(deriveSigningKeyPair(keys.signingSeed), input),
    })),
  );
}

t.test("a directory holds while two of its stewards have said so within 35 days", (t) => {
  const { directory, trust: seen } = accept(first);
  const { sequence, hash, suspended, closed } = directory.freshness!;
  t.same([sequence, suspended, closed], [1, [], []]);
  t.same(seen.statement, { sequence, hash });
  t.ok(accept(first, { now: NOW + 36.9 * DAY_MS }), "two days of clock error");
  t.end();
});

t.test("attack 93: none, an older one, another of the same number, one left out and a lapsed one are refused", (t) => {
  refuses(t, "no-statement", [], "none");
  const { trust: seen } = accept(first);
  const renewed = stateFreshness(first, [lead, second], NOW + DAY_MS);
  const again = stateFreshness(renewed, [second, administrator], NOW + 2 * DAY_MS);
  const { trust: later } = accept(renewed, { from: seen });
  t.equal(later.statement!.sequence, 2);
  t.equal(accept(again, { from: seen }).directory.freshness!.sequence, 3, "all of them are walked");
  refuses(t, "statement-rollback", first.statements!, "the one before", { from: later });
  refuses(t, "statement-rollback", [], "none, where one was seen", { from: later });
  const other = stateFreshness(bare, [lead, administrator], NOW + 1_000);
  refuses(t, "statement-two-views", other.statements!, "another first one", { from: seen });
  const [one, two, three] = again.statements!;
  refuses(t, "statement-gap", [one!, three!], "the second is left out", { from: seen });
  refuses(t, "statement-gap", [two!, three!], "the remembered one is left out", { from: seen });
  refuses(t, "statement-two-views", [other.statements![0]!, two!], "one that rests on another");
  refuses(t, "statement-gap", [one!, one!], "one twice");
  refuses(t, "statement-lapsed", first.statements!, "behind its end", { now: NOW + 37.1 * DAY_MS });
  const ahead = craft([lead, administrator], { notBefore: instant(NOW + 2.1 * DAY_MS) });
  refuses(t, "statement-not-yet-valid", [ahead], "before its beginning");
  t.end();
});

t.test("attack 92: who may not sign does not count, and nobody counts twice", (t) => {
  t.ok(accept({ ...bare, statements: [craft([lead, administrator])] }), "as it is made here, it would be right");
  refuses(t, "too-few-stewards", [craft([lead])], "one");
  refuses(t, "too-few-stewards", [craft([lead, lead])], "one twice");
  refuses(t, "too-few-stewards", [craft([lead, investigator])], "an investigator");
  refuses(t, "too-few-stewards", [craft([lead, base.custodians[0]!])], "a custodian");
  refuses(t, "too-few-stewards", [craft([lead, gone])], "who was removed");
  refuses(t, "too-few-stewards", [craft([lead, late])], "whose entry has not begun");
  refuses(t, "too-few-stewards", [craft([lead, makeOrganisation(NOW).lead])], "of another office");
  const own = [lead.entry.id];
  refuses(
    t,
    "too-few-stewards",
    [craft([lead, administrator], { suspended: own })],
    "who is suspended by this very one",
  );
  const signed = craft([lead, administrator]);
  const forged = {
    ...signed,
    document: signed.document.replace('"closed":[]', `"closed":["${document.channels[0]!.id}"]`),
  };
  refuses(t, "too-few-stewards", [forged], "signatures under other bytes");
  t.end();
});

t.test("attack 92: what was taken stays taken, and who was suspended signs no more", (t) => {
  const suspended = [second.entry.id, investigator.entry.id].toSorted();
  const closed = [document.channels[0]!.id];
  const taking = stateFreshness(first, [lead, administrator], NOW, { suspended, closed });
  t.ok(accept(taking));
  const last = taking.statements!.at(-1)!;
  const after = (changes: Partial<StatementDocument>, signers = [lead, administrator]) =>
    craft(signers, { sequence: 3, previous: nameOf(taking), ...changes }, last);
  const all = (one: SignedStatement) => [...taking.statements!, one];
  t.ok(accept({ ...bare, statements: all(after({})) }));
  refuses(t, "gives-back", all(after({ suspended: [investigator.entry.id] })), "a suspension is missing");
  refuses(t, "gives-back", all(after({ closed: [] })), "a closed channel is open again");
  refuses(t, "too-few-stewards", all(after({}, [lead, second])), "who was suspended by the one before");
  const next = signedOf(base, nextDocument(document, taking, NOW));
  t.notOk(
    acceptDirectory(trust, [taking, next], { depth: "quick", now: NOW }).directory.members.get(second.entry.id)!
      .isSuspended,
    "a new directory gives back",
  );
  t.end();
});

t.test("a statement of another directory, or in another form, is refused", (t) => {
  const { version, hash } = parseStatement(statementBytes(first.statements![0]!)).directory;
  const both = [lead, administrator];
  refuses(t, "other-directory", [craft(both, { directory: { version: version + 1, hash } })], "another version");
  refuses(t, "other-directory", [craft(both, { directory: { version, hash: "00".repeat(32) } })], "another hash");
  const malformed: Readonly<Record<string, Partial<StatementDocument>>> = {
    "36 days": { expires: instant(NOW + 36 * DAY_MS) },
    "no days": { expires: instant(NOW) },
    "a member twice": { suspended: [investigator.entry.id, investigator.entry.id] },
    "members out of order": { suspended: [investigator.entry.id, second.entry.id].toSorted().toReversed() },
    "somebody unknown": { suspended: ["ab".repeat(16)] },
    "a channel unknown": { closed: ["ab".repeat(16)] },
    "the first after another": { previous: "ab".repeat(32) },
    "number 0": { sequence: 0 },
    "a field more": { more: 1 } as object,
    "another format": { format: "segel/1/directory" as never },
  };
  for (const [about, changes] of Object.entries(malformed)) refuses(t, "bad-statement", [craft(both, changes)], about);
  t.end();
});

t.test("who is suspended reads nothing new and signs in no more, while what was done before stays", (t) => {
  const suspended = [investigator.entry.id];
  const { directory } = accept(stateFreshness(first, [lead, administrator], NOW, { suspended }));
  const member = directory.members.get(investigator.entry.id)!;
  t.notOk(isValidAt(member, NOW));
  t.equal(member.removedIn, null);
  t.notOk(validOf(directory, document.channels[0]!.recipients, NOW).includes(member.id));
  t.ok(mayBeLeftOut(directory, member), "a report without them hides nobody");
  t.end();
});

t.test("a closed channel takes nothing, and the other does", (t) => {
  const closed = [document.channels[0]!.id];
  const { directory } = accept(stateFreshness(first, [lead, administrator], NOW, { closed }));
  t.same(
    [...directory.channels.values()].map((channel) => isOpen(directory, channel, NOW)),
    [false, true],
  );
  t.end();
});

t.test("roots sign a directory that two stewards can confirm, for 400 days at most", (t) => {
  const refused = (changes: object, code: DirectoryErrorCode) =>
    t.throws(() => parseDirectory(encodeDirectory({ ...document, ...changes })), { code });
  refused({ expires: instant(NOW + 400 * DAY_MS + 1_000) }, "malformed");
  refused({ stewards: 6 }, "bad-stewards");
  t.throws(() => encodeDirectory({ ...document, stewards: 1 }), { code: "malformed" }, "one alone");
  const text = new TextDecoder().decode(documentBytes(bare));
  t.throws(() => parseDirectory(utf8(text.replace('"stewards":2', '"stewards":1'))), { code: "malformed" });
  t.end();
});

t.test("whoever was led by stewards is not led back to a directory that needs none", (t) => {
  const text = JSON.stringify({
    ...nextDocument(document, first, NOW),
    format: "segel/1/directory",
    stewards: undefined,
  });
  const input = directorySignatureInput(utf8(text));
  const old = signedDirectory(
    utf8(text),
    roots.map((root) => ({ root: root.publicKey, signature: sign(root, input) })),
  );
  t.throws(() => acceptDirectory(trust, [first, old], { depth: "quick", now: NOW }), { code: "no-statement" });
  t.equal(acceptDirectory(trust, [old], { depth: "quick", now: NOW }).directory.freshness, null, "of the first format");
  t.end();
});

function nameOf({ statements = [] }: SignedDirectory): string {
  return hex(statementHashOf(statementBytes(statements.at(-1)!)));
}
