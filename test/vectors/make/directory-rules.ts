/** Vectors of each rule of a directory that the first file leaves out: one document, one fault. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { type Signer, hash, signer } from "../primitives.ts";
import { type Fields, NOW, Office, type Signed, base64url, hex, versionOf } from "./directory.ts";

const SECOND_MS = 1_000;
const DAY_MS = 86_400_000;
const MALFORMED = "malformed";

export function directoryRules(): VectorFile {
  const c = new Collection("directory-rules");
  const office = new Office(c.subject);
  const { roots, members, recovery } = office;
  const hashOf = ({ document }: Signed) => hash("directory-hash", document);
  const trustIn = (keys: readonly Signer[], after?: Signed) => ({
    threshold: 2,
    keys: keys.map(({ publicKey }) => bytes(publicKey)),
    version: after === undefined ? 0 : versionOf(after),
    hash: bytes(after === undefined ? new Uint8Array(32) : hashOf(after)),
  });
  type Given = {
    readonly chain: readonly Signed[];
    readonly after?: Signed;
    readonly at?: number;
    readonly depth?: "quick" | "thorough";
    readonly keys?: readonly Signer[];
  };
  const put = (about: string, given: Given, result: { output: Json } | { error: string }) => {
    const { chain, after, at = NOW, depth = "quick", keys = roots } = given;
    const input = { trust: trustIn(keys, after), chain, depth, now: new Date(at).toISOString() };
    c.add(about, "accept-directory", input, result);
  };
  const accepted = (signed: Signed) => ({ output: { version: versionOf(signed), hash: bytes(hashOf(signed)) } });
  const rule = (about: string, changes: Fields, error: string, depth?: "thorough") =>
    put(about, { chain: [office.sign(office.document(changes))], ...(depth && { depth }) }, { error });
  const fine = (about: string, changes: Fields, depth?: "thorough") => {
    const signed = office.sign(office.document(changes));
    put(about, { chain: [signed], ...(depth && { depth }) }, accepted(signed));
  };
  const rootKeys = roots.map(({ publicKey }) => hex(publicKey));

  rule("version 0", { version: 0 }, MALFORMED);
  rule("a version above 32 bits", { version: 2 ** 32 }, MALFORMED);
  fine("the largest version", { version: 2 ** 32 - 1 });
  rule("another format", { format: "segel/2/directory" }, MALFORMED);
  rule("an end that is the beginning", { expires: "2026-11-25T00:00:00Z" }, MALFORMED);
  rule("an hour 24", { notBefore: "2026-11-24T24:00:00Z" }, MALFORMED);
  rule("parts of a second", { notBefore: "2026-11-25T00:00:00.0Z" }, MALFORMED);
  rule("a small z", { notBefore: "2026-11-25T00:00:00z" }, MALFORMED);
  rule("a previous hash in capitals", { previous: "AB".repeat(32) }, MALFORMED);
  rule("a threshold of 0", { roots: { threshold: 0, keys: rootKeys } }, MALFORMED);
  rule("a root twice", { roots: { threshold: 2, keys: [...rootKeys, rootKeys[0]] } }, MALFORMED);
  rule("no roots", { roots: { threshold: 1, keys: [] } }, MALFORMED);
  const many = Array.from({ length: 31 }, () => hex(signer(office.random.bytes(32)).publicKey));
  rule("33 roots", { roots: { threshold: 2, keys: [...rootKeys.slice(0, 2), ...many] } }, MALFORMED);
  rule(
    "a share of the recovery key twice",
    { recovery: { ...recovery, shares: ["ab".repeat(32), "ab".repeat(32)] } },
    MALFORMED,
  );
  rule("a recovery key in 0 shares", { recovery: { ...recovery, threshold: 1, shares: [] } }, MALFORMED);
  rule("a recovery threshold of 0", { recovery: { ...recovery, threshold: 0 } }, MALFORMED);
  rule("two channels with one id", { channels: [office.channel(), office.channel()] }, MALFORMED);

  const member = (about: string, changes: Fields, error: string, at = 3) =>
    rule(about, { members: members.with(at, { ...members[at], ...changes }) }, error);
  member("a role that does not exist", { roles: ["auditor"] }, MALFORMED);
  member("no role", { roles: [] }, MALFORMED);
  member("a role twice", { roles: ["administrator", "administrator"] }, "bad-member");
  member("a language of four letters", { names: { indo: "Sari" } }, MALFORMED);
  member("an empty name", { names: { id: "" } }, MALFORMED);
  member("a name of 201 characters", { names: { id: "a".repeat(201) } }, MALFORMED);
  member("a signing key one byte short", { signingKey: "ab".repeat(31) }, MALFORMED);
  member("an id of 15 bytes", { id: "ab".repeat(15) }, MALFORMED);
  member("a signature of 63 bytes", { signature: base64url(Buffer.alloc(63)) }, MALFORMED);
  member("an entry that ends when it begins", { validUntil: "2026-11-25T00:00:00Z" }, "bad-member");
  member("removed in a version to come", { removedIn: 2 }, "bad-member");
  member("an investigator without a sealing key", { sealingKey: null }, "bad-member", 0);
  member("a sealing key with padding", { sealingKey: `${String(members[0]!["sealingKey"])}==` }, MALFORMED, 0);
  member("a signing key that is a root's", { signingKey: rootKeys[0] }, "equal-keys");
  rule(
    "a recovery key that is a member's",
    { recovery: { ...recovery, publicKey: members[0]!["sealingKey"] } },
    "equal-keys",
  );
  const gone = members.with(3, { ...members[3], removedIn: 1 });
  fine("a removed member stays listed", { members: gone });
  fine("an entry that has ended", {
    members: members.with(3, { ...members[3], validFrom: "2024-01-01T00:00:00Z", validUntil: "2025-01-01T00:00:00Z" }),
  });
  fine("an entry that its member did not sign, by a reporter's quick look", {
    members: members.with(0, { ...members[0], roles: ["lead"] }),
  });
  rule(
    "a recovery key to which nothing can be sealed",
    { recovery: { ...recovery, publicKey: base64url(Buffer.alloc(1_216)) } },
    "bad-member",
    "thorough",
  );

  const channel = (about: string, changes: Fields, error = "bad-channel") =>
    rule(about, { channels: [office.channel(changes)] }, error);
  channel("no custodian", { custodians: [] });
  channel("an investigator as custodian", { custodians: office.ids(1), recipients: office.ids(0, 1), excludable: [] });
  channel("a custodian who is not listed", { custodians: ["77".repeat(16)] });
  channel("a recipient twice", { recipients: office.ids(0, 1, 0) });
  channel("somebody excludable twice", { excludable: office.ids(0, 0) });
  channel("more slots of an identity than 32", { identitySlots: 33 });
  channel("slots for nobody", { slots: 0 }, MALFORMED);
  channel("a profile with a capital", { deadlines: "Zi" }, MALFORMED);
  channel("a profile that begins with a digit", { deadlines: "9zi" }, MALFORMED);
  channel("a profile of 33 letters", { deadlines: "a".repeat(33) }, MALFORMED);
  const custodians = [office.member(["custodian"]), office.member(["custodian"])];
  rule(
    "more custodians than slots of an identity",
    {
      members: [...members, ...custodians],
      channels: [
        office.channel({
          custodians: [...office.ids(2), ...custodians.map(({ id }) => id)],
          identitySlots: 2,
        }),
      ],
    },
    "bad-channel",
  );
  rule("a removed custodian", { members: members.with(2, { ...members[2], removedIn: 1 }) }, "bad-channel");
  const both = office.member(["investigator", "custodian"]);
  rule(
    "a recipient who is a custodian of no channel",
    { members: [...members, both], channels: [office.channel({ recipients: [...office.ids(0), both["id"]] })] },
    "bad-channel",
  );

  // Acceptance, step by step.
  const first = office.sign(office.document());
  const fresh = [0, 1, 2].map(() => signer(office.random.bytes(32)));
  const next = (before: Signed, changes: Fields = {}, signers?: readonly Signer[]) =>
    office.sign(
      office.document({ version: versionOf(before) + 1, previous: hex(hashOf(before)), ...changes }),
      signers,
    );
  const second = next(first);
  put("the first use of a chain of two", { chain: [first, second] }, accepted(second));
  put("the first use begins anywhere", { chain: [second] }, accepted(second));
  put("a chain that leaves one out", { chain: [first, next(second)] }, { error: "gap" });
  put(
    "a chain whose second does not rest on its first",
    { chain: [first, next(first, { previous: "00".repeat(32) })] },
    { error: "two-views" },
  );
  put(
    "a chain of which the first is signed by one",
    { chain: [office.sign(office.document(), roots.slice(0, 1)), second] },
    { error: "too-few-signatures" },
  );
  put(
    "the remembered one needs no signature",
    { chain: [{ ...first, signatures: [] }], after: first },
    accepted(first),
  );
  const freshRoots = { threshold: 2, keys: fresh.map(({ publicKey }) => hex(publicKey)) };
  const rotated = next(first, { roots: freshRoots }, [...roots.slice(0, 2), ...fresh.slice(0, 2)]);
  const after = next(rotated, { roots: freshRoots }, fresh.slice(0, 2));
  put(
    "the roots of the remembered one are trusted, and no longer the built-in ones",
    { chain: [rotated, after], after: rotated },
    accepted(after),
  );
  put(
    "signed by roots that were replaced",
    { chain: [rotated, next(rotated, { roots: freshRoots })], after: rotated },
    { error: "too-few-signatures" },
  );
  put("no document at all", { chain: [], after: first }, { error: MALFORMED });
  const old = office.sign(office.document({ notBefore: "2026-09-01T00:00:00Z", expires: "2026-10-01T00:00:00Z" }));
  const now = next(old);
  put("only the dates of the last one count", { chain: [old, now] }, accepted(now));
  const [begins, ends] = [Date.parse("2026-11-25T00:00:00Z"), Date.parse("2026-12-30T00:00:00Z")];
  put("two days after the end, to the second", { chain: [first], at: ends + 2 * DAY_MS }, accepted(first));
  put("a second later", { chain: [first], at: ends + 2 * DAY_MS + SECOND_MS }, { error: "expired" });
  put("two days before the beginning", { chain: [first], at: begins - 2 * DAY_MS }, accepted(first));
  put("a second earlier", { chain: [first], at: begins - 2 * DAY_MS - SECOND_MS }, { error: "not-yet-valid" });
  const unsigned = { ...first, document: first.document.replace("segel/1", "segel/2") };
  put("signatures come before everything else", { chain: [unsigned] }, { error: "too-few-signatures" });
  const forged = {
    ...first,
    signatures: first.signatures.map((one, at) =>
      at === 1 ? { ...one, signature: base64url(Buffer.alloc(64)) } : one,
    ),
  };
  put("a signature of zeros", { chain: [forged] }, { error: "too-few-signatures" });

  // Who is sealed to on a day.
  const spans = members.map((entry, at) =>
    at === 0
      ? { ...entry, validUntil: "2026-12-10T00:00:00Z" }
      : at === 1
        ? { ...entry, validFrom: "2026-12-05T00:00:00Z" }
        : entry,
  );
  const third = office.member(["lead"]);
  const document = office.document({
    members: [...spans, third],
    channels: [office.channel({ recipients: [...office.ids(0, 1), third["id"]] })],
  });
  const day = (
    about: string,
    at: string,
    recipients: readonly unknown[],
    custodianIds: readonly unknown[] = office.ids(2),
  ) =>
    c.add(
      about,
      "readers-on-day",
      { document, channel: "c1".repeat(16), now: at },
      {
        output: recipients.length < 2 ? null : [recipients as string[], custodianIds as string[]],
      },
    );
  day("before the second member's entry begins, and two days", "2026-12-02T23:59:59Z", [
    members[0]!["id"],
    third["id"],
  ]);
  day("two days before it begins", "2026-12-03T00:00:00Z", [...office.ids(0, 1), third["id"]]);
  day("on the first member's last second", "2026-12-10T00:00:00Z", [...office.ids(0, 1), third["id"]]);
  day("a second later", "2026-12-10T00:00:01Z", [members[1]!["id"], third["id"]]);
  day("when nobody is valid the channel is closed", "2028-01-01T00:00:00Z", []);
  const pair = office.document({ members: spans });
  c.add(
    "while one of two is valid the channel is closed",
    "readers-on-day",
    { document: pair, channel: "c1".repeat(16), now: "2026-12-02T00:00:00Z" },
    { output: null },
  );
  channel("an administrator as custodian", { custodians: office.ids(3) });
  return c.file();
}
