/** Vectors of the directory: documents written by hand, signed by roots, accepted or refused. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, type Signer, hash, list, signer, wing } from "../primitives.ts";

export type Fields = Record<string, unknown>;
export type Signed = { document: string; signatures: { root: string; signature: string }[] };

const DAY_MS = 86_400_000;
export const NOW = Date.parse("2026-12-01T00:00:00Z");
export const hex = (value: Uint8Array) => Buffer.from(value).toString("hex");
export const base64url = (value: Uint8Array) => Buffer.from(value).toString("base64url");

/** An organisation of two investigators, a custodian and an administrator, with three roots. */
export class Office {
  readonly random: Seeded;
  readonly roots: readonly Signer[];
  readonly members: Fields[];
  readonly recovery: Fields;
  /** Members' signing keys by id */
  readonly signers = new Map<string, Signer>();
  constructor(name: string) {
    this.random = new Seeded(name);
    this.roots = [0, 1, 2].map(() => signer(this.random.bytes(32)));
    this.members = [
      this.member(["investigator"]),
      this.member(["investigator", "lead"]),
      this.member(["custodian"]),
      this.member(["administrator"]),
    ];
    this.recovery = {
      publicKey: base64url(wing(this.random.bytes(32)).publicKey),
      threshold: 2,
      shares: [0, 1, 2].map(() => hex(this.random.bytes(32))),
    };
  }

  member(roles: string[], changes: Fields = {}): Fields {
    const signing = signer(this.random.bytes(32));
    const sealing = roles.includes("administrator") ? null : wing(this.random.bytes(32)).publicKey;
    const id = this.random.bytes(16);
    this.signers.set(hex(id), signing);
    const signed = list("member", id, roles.join(" "), signing.publicKey, sealing ?? new Uint8Array());
    return {
      id: hex(id),
      roles,
      names: { id: "Sari", en: "Sari" },
      signingKey: hex(signing.publicKey),
      sealingKey: sealing === null ? null : base64url(sealing),
      validFrom: "2026-11-25T00:00:00Z",
      validUntil: "2027-11-26T00:00:00Z",
      removedIn: null,
      signature: base64url(signing.sign(signed)),
      ...changes,
    };
  }

  ids(...at: readonly number[]): unknown[] {
    return at.map((index) => this.members[index]!["id"]);
  }

  channel(changes: Fields = {}): Fields {
    return {
      id: "c1".repeat(16),
      names: { id: "Umum" },
      recipients: this.ids(0, 1),
      custodians: this.ids(2),
      recovery: true,
      slots: 8,
      identitySlots: 4,
      excludable: this.ids(0),
      deadlines: "default",
      ...changes,
    };
  }

  document(changes: Fields = {}): string {
    return JSON.stringify({
      format: "segel/1/directory",
      version: 1,
      previous: "00".repeat(32),
      notBefore: "2026-11-25T00:00:00Z",
      expires: "2026-12-30T00:00:00Z",
      roots: { threshold: 2, keys: this.roots.map(({ publicKey }) => hex(publicKey)) },
      recovery: this.recovery,
      members: this.members,
      channels: [this.channel()],
      minimumClient: 1,
      ...changes,
    });
  }

  sign(document: string, signers: readonly Signer[] = this.roots.slice(0, 2), purpose = "directory"): Signed {
    const input = list(purpose, document);
    return {
      document,
      signatures: signers.map((root) => ({ root: hex(root.publicKey), signature: base64url(root.sign(input)) })),
    };
  }
}

export function directories(): VectorFile {
  const c = new Collection("directory");
  const office = new Office(c.subject);
  const { roots } = office;
  const first = office.sign(office.document());
  const hashOf = ({ document }: Signed) => hash("directory-hash", document);
  const trusted = { threshold: 2, keys: roots.map(({ publicKey }) => bytes(publicKey)) };
  type Given = { chain: readonly Signed[]; after?: Signed; at?: number; depth?: "quick" | "thorough" };
  const put = (
    about: string,
    { chain, after, at = NOW, depth = "thorough" }: Given,
    result: { output: Json } | { error: string },
  ) => {
    const trust = {
      ...trusted,
      version: after === undefined ? 0 : versionOf(after),
      hash: bytes(after === undefined ? new Uint8Array(32) : hashOf(after)),
    };
    c.add(about, "accept-directory", { trust, chain, depth, now: new Date(at).toISOString() }, result);
  };
  const accepted = (signed: Signed) => ({ output: { version: versionOf(signed), hash: bytes(hashOf(signed)) } });
  const next = (changes: Fields = {}, signers?: readonly Signer[]) =>
    office.sign(office.document({ version: 2, previous: hex(hashOf(first)), ...changes }), signers);
  const second = next();
  const fresh = [0, 1, 2].map(() => signer(office.random.bytes(32)));
  const freshRoots = { threshold: 2, keys: fresh.map(({ publicKey }) => hex(publicKey)) };

  put("the first use", { chain: [first] }, accepted(first));
  put("the remembered one again", { chain: [first], after: first }, accepted(first));
  put("the next one", { chain: [first, second], after: first }, accepted(second));
  put("two days of clock error are allowed", { chain: [first], at: NOW + 31 * DAY_MS }, accepted(first));
  const rotated = next({ roots: freshRoots }, [roots[0]!, roots[1]!, fresh[0]!, fresh[1]!]);
  put("new roots, signed by old and new ones", { chain: [rotated], after: first }, accepted(rotated));

  const few = "too-few-signatures";
  put("one signature of two", { chain: [office.sign(office.document(), roots.slice(0, 1))] }, { error: few });
  put("one root twice", { chain: [office.sign(office.document(), [roots[0]!, roots[0]!])] }, { error: few });
  put("one unknown signer", { chain: [office.sign(office.document(), [roots[0]!, fresh[0]!])] }, { error: few });
  put(
    "signed for another purpose",
    { chain: [office.sign(office.document(), undefined, "directory-hash")] },
    { error: few },
  );
  put(
    "a document that lowers its own threshold",
    { chain: [next({ roots: { threshold: 1, keys: trusted.keys } }, roots.slice(0, 1))], after: first },
    { error: few },
  );
  put(
    "new roots, signed by the old ones alone",
    { chain: [next({ roots: freshRoots })], after: first },
    { error: few },
  );
  put(
    "new roots, signed by the new ones alone",
    { chain: [next({ roots: freshRoots }, fresh.slice(0, 2))], after: first },
    { error: few },
  );
  put(
    "one letter changed after signing",
    { chain: [{ ...first, document: first.document.replace("Umum", "Umun") }] },
    { error: few },
  );
  put("an older one", { chain: [first], after: second }, { error: "rollback" });
  put(
    "the same version with another hash",
    { chain: [office.sign(office.document({ expires: "2026-12-31T00:00:00Z" }))], after: first },
    { error: "two-views" },
  );
  put(
    "a next one that rests on another",
    { chain: [next({ previous: "ab".repeat(32) })], after: first },
    { error: "two-views" },
  );
  put("a version left out", { chain: [next({ version: 3 })], after: first }, { error: "gap" });
  put("a clock 33 days late", { chain: [first], at: NOW + 33 * DAY_MS }, { error: "expired" });
  put("a clock in 2001", { chain: [first], at: Date.parse("2001-01-01T00:00:00Z") }, { error: "not-yet-valid" });
  put("a clock in 2040", { chain: [first], at: Date.parse("2040-01-01T00:00:00Z") }, { error: "expired" });

  const rule = (about: string, changes: Fields, error: string) =>
    put(about, { chain: [office.sign(office.document(changes))] }, { error });
  const channel = (about: string, changes: Fields, error = "bad-channel") =>
    rule(about, { channels: [office.channel(changes)] }, error);
  const { members } = office;
  channel("one person and the recovery key", { recipients: office.ids(0) });
  channel("a custodian among the recipients", { recipients: office.ids(0, 2), custodians: office.ids(2) });
  channel("an administrator among the recipients", { recipients: office.ids(0, 3) });
  channel("more recipients and recovery key than slots", { slots: 2 });
  channel("a recipient who is not listed", { recipients: [...office.ids(0), "77".repeat(16)] });
  channel("somebody excludable who does not read", { excludable: office.ids(3) });
  channel("more slots than 32", { slots: 33 });
  rule("a recovery key promised and not there", { recovery: null }, "bad-channel");
  rule("a removed recipient", { version: 5, members: members.with(0, { ...members[0], removedIn: 5 }) }, "bad-channel");
  rule(
    "two members with one signing key",
    { members: members.with(3, { ...members[3], signingKey: members[2]!["signingKey"] }) },
    "equal-keys",
  );
  rule(
    "two members with one sealing key",
    { members: members.with(1, { ...members[1], sealingKey: members[0]!["sealingKey"] }) },
    "equal-keys",
  );
  rule(
    "an administrator with a sealing key",
    { members: members.with(3, { ...members[3], sealingKey: base64url(wing(office.random.bytes(32)).publicKey) }) },
    "bad-member",
  );
  rule(
    "an entry that its member did not sign",
    { members: members.with(0, { ...members[0], roles: ["lead"] }) },
    "bad-member",
  );
  const unusable = office.member(["investigator"], { sealingKey: base64url(Buffer.alloc(1_216)) });
  rule(
    "a sealing key to which nothing can be sealed",
    { members: [...members, resigned(office, unusable)] },
    "bad-member",
  );
  rule("two members with one id", { members: members.with(3, { ...members[3], id: members[2]!["id"] }) }, "malformed");
  rule("a threshold above the number of roots", { roots: { threshold: 4, keys: trusted.keys } }, "malformed");
  rule("more shares needed than there are", { recovery: { ...office.recovery, threshold: 4 } }, "malformed");
  rule("an unknown field", { more: 1 }, "malformed");
  rule("a day that does not exist", { notBefore: "2026-02-30T00:00:00Z" }, "malformed");
  rule("a time with another zone", { notBefore: "2026-11-25T07:00:00+07:00" }, "malformed");
  rule("an end before the beginning", { expires: "2026-11-24T00:00:00Z" }, "malformed");
  rule("a client that is too old", { minimumClient: 2 }, "client-too-old");
  put("white space", { chain: [office.sign(office.document().replace("{", "{ "))] }, { error: "malformed" });
  put(
    "fields in another order",
    {
      chain: [
        office.sign(
          office
            .document()
            .replace(
              '"version":1,"previous":"' + "00".repeat(32) + '"',
              '"previous":"' + "00".repeat(32) + '","version":1',
            ),
        ),
      ],
    },
    { error: "malformed" },
  );
  put(
    "a field twice",
    { chain: [office.sign(office.document().replace('"version":1,', '"version":1,"version":1,'))] },
    { error: "malformed" },
  );
  return c.file();
}

export function versionOf({ document }: Signed): number {
  return (JSON.parse(document) as { version: number }).version;
}

/** The entry as its member would sign it: the key that cannot be used is the only fault. */
function resigned(office: Office, entry: Fields): Fields {
  const keys = signer(office.random.bytes(32));
  const signed = list(
    "member",
    Buffer.from(String(entry["id"]), "hex"),
    "investigator",
    keys.publicKey,
    Buffer.from(String(entry["sealingKey"]), "base64url"),
  );
  return { ...entry, signingKey: hex(keys.publicKey), signature: base64url(keys.sign(signed)) };
}
