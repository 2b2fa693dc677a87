/**
 * What a request changes, computed from the two documents and never taken from what it says of itself. Every field has
 * somebody here who tells of it: a new one does not compile without, and a difference that nobody tells is refused.
 */
import { type Bytes, fromHex } from "../../crypto/bytes.ts";
import { fromBase64url } from "../../protocol/encoding/base64url.ts";
import type { Role } from "../../protocol/rules/casework.ts";
import type { DirectoryDocument, ListedRecovery } from "../../protocol/directory/directory.ts";
import { CeremonyError } from "./refusal.ts";

type Document = DirectoryDocument;
type MemberEntry = Document["members"][number];
type ChannelEntry = Document["channels"][number];
type Names = Readonly<Record<string, string>>;

/** What stands in a sentence, for `words/changes.ts` to write. */
export type Told =
  | { readonly number: number }
  | { readonly text: string }
  /** RFC 3339, in UTC */
  | { readonly instant: string }
  | { readonly roles: readonly Role[] }
  /** Of one person or channel, in every language that its entry has */
  | { readonly names: Names }
  | { readonly people: readonly Names[] };

/** A key that becomes valid: its fingerprint is read aloud to its owner. */
export type NewKey = { readonly use: "signing" | "sealing" | "root" | "recovery"; readonly key: Bytes };

export type ChangeCode =
  | "dates"
  | "minimum-client"
  | "stewards"
  | "root-comes"
  | "root-goes"
  | "roots-needed"
  | "recovery-comes"
  | "recovery-replaced"
  | "recovery-split-anew"
  | "recovery-proved-by"
  | "recovery-proved-by-nothing"
  | "recovery-goes"
  | "member-comes"
  | "member-replaces"
  | "member-goes"
  | "member-returns"
  | "member-names"
  | "member-roles"
  | "member-signing-key"
  | "member-sealing-key"
  | "member-loses-sealing-key"
  | "member-valid"
  | "channel-comes"
  | "channel-goes"
  | "channel-names"
  | "readers-come"
  | "readers-go"
  | "custodians-come"
  | "custodians-go"
  | "recovery-reads"
  | "recovery-does-not-read"
  | "slots"
  | "identity-slots"
  | "excludable-come"
  | "excludable-go"
  | "deadlines";

export type Change = {
  readonly code: ChangeCode;
  readonly values: Readonly<Record<string, Told>>;
  readonly keys: readonly NewKey[];
};

function change(code: ChangeCode, values: Change["values"] = {}, keys: readonly NewKey[] = []): Change {
  return { code, values, keys };
}

/** One for each field: what is to be said where it differs. Nothing said is refused. */
type Tellers<Entry> = {
  readonly [Field in keyof Entry]-?: (before: Entry[Field] | undefined, after: Entry[Field]) => readonly Change[];
};

/** What the first directory is compared with. */
const NOTHING: Partial<Document> = { recovery: null, members: [], channels: [], minimumClient: 1 };
const NO_CHANNEL: Partial<ChannelEntry> = { recipients: [], custodians: [], excludable: [] };

/**
 * All that `after` changes, `before` undefined for the first directory. Version and `previous` are not told: whoever reads
 * the request has compared them. Throws CeremonyError `unsayable`.
 */
export function changesBetween(before: Partial<Document> | undefined, after: Document): Change[] {
  const told = tellFields<Document>(
    {
      format: nobody,
      version: nobody,
      previous: nobody,
      notBefore: nobody,
      expires: nobody,
      roots: tellRoots,
      recovery: (old = null, now) => tellRecovery(old, now),
      members: (old = [], now) => tellMembers(old, now, after.version),
      channels: (old = [], now) => tellChannels(old, now, after.members),
      stewards: (old = 0, now) => [change("stewards", { n: { number: now }, before: { number: old } })],
      minimumClient: (old = 1, now) => [change("minimum-client", { now: { number: now }, before: { number: old } })],
    },
    before ?? NOTHING,
    after,
    ["format", "version", "previous", "notBefore", "expires"],
  );
  // Both ends of a span are one sentence.
  if (isSame([before?.notBefore, before?.expires], [after.notBefore, after.expires])) return told;
  return [...told, change("dates", { from: { instant: after.notBefore }, until: { instant: after.expires } })];
}

/** Of a field that is told with another, or compared by whoever reads the request: by itself it has no sentence. */
const nobody = () => [];

function tellFields<Entry extends object>(
  tellers: Tellers<Entry>,
  before: Partial<Entry> | undefined,
  after: Entry,
  toldElsewhere: readonly (keyof Entry)[],
): Change[] {
  const fields = new Set([...Object.keys(after), ...Object.keys(before ?? {})]) as Set<never> as ReadonlySet<
    keyof Entry
  >;
  return [...fields].flatMap((field) => {
    if (toldElsewhere.includes(field) || isSame(before?.[field], after[field])) return [];
    const told = Object.hasOwn(tellers, field) ? tellers[field](before?.[field], after[field]) : [];
    if (told.length === 0) throw new CeremonyError("unsayable");
    return told;
  });
}

function isSame(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** What came and what went. What stays keeps its order, and what comes stands behind it: another order has no sentence. */
function comings<Item>(before: readonly Item[], after: readonly Item[]): { come: Item[]; go: Item[] } {
  const come = after.filter((item) => !before.includes(item));
  const go = before.filter((item) => !after.includes(item));
  const kept = before.filter((item) => after.includes(item));
  if (!isSame([...kept, ...come], after)) throw new CeremonyError("unsayable");
  return { come, go };
}

function tellRoots(before: Document["roots"] | undefined, after: Document["roots"]): Change[] {
  const { come, go } = comings(before?.keys ?? [], after.keys);
  const rootKey = (key: string): NewKey => ({ use: "root", key: fromHex(key) });
  // The fingerprint of one that goes is shown as well: whoever holds it knows it by that.
  return [
    ...come.map((key) => change("root-comes", {}, [rootKey(key)])),
    ...go.map((key) => change("root-goes", {}, [rootKey(key)])),
    change("roots-needed", { n: { number: after.threshold }, of: { number: after.keys.length } }),
  ];
}

/** Of a share's hash, on its sheet and in a request: enough to tell sheets apart, and it opens nothing. */
export const SHOWN_OF_HASH = 8;

function tellRecovery(before: Document["recovery"], after: Document["recovery"]): Change[] {
  if (after === null) return [change("recovery-goes")];
  const key: NewKey = { use: "recovery", key: fromBase64url(after.publicKey) };
  // A custodian finds the beginning of the own share's hash on the sheet.
  const shares = after.shares.map((share) => share.slice(0, SHOWN_OF_HASH)).join(", ");
  const values = { n: { number: after.threshold }, of: { number: after.shares.length }, shares: { text: shares } };
  if (before === null) return [change("recovery-comes", values, [key]), ...tellAttestation(undefined, after)];
  const isOther = before.publicKey !== after.publicKey;
  const { attestationKey: _before, ...split } = before;
  const { attestationKey: _after, ...splitNow } = after;
  const isSplitAnew = !isSame(split, splitNow);
  return [
    ...(isSplitAnew ? [change(isOther ? "recovery-replaced" : "recovery-split-anew", values, [key])] : []),
    ...tellAttestation(before.attestationKey, after),
  ];
}

/** With it rehearsals are proved; a false one is refused by whoever puts the sheets together, and here it is seen before. */
function tellAttestation(before: string | undefined, { attestationKey: now }: ListedRecovery): Change[] {
  if (before === now) return [];
  if (now === undefined) return [change("recovery-proved-by-nothing")];
  return [change("recovery-proved-by", { mark: { text: now.slice(0, SHOWN_OF_HASH) } })];
}

function signingKey(key: string): NewKey {
  return { use: "signing", key: fromHex(key) };
}

function sealingKey(key: string | null): NewKey[] {
  return key === null ? [] : [{ use: "sealing", key: fromBase64url(key) }];
}

function tellMembers(before: readonly MemberEntry[], after: readonly MemberEntry[], version: number): Change[] {
  const idsOf = (members: readonly MemberEntry[]) => members.map(({ id }) => id);
  // Who is removed stays listed, so that what was signed can still be read.
  if (comings(idsOf(before), idsOf(after)).go.length > 0) throw new CeremonyError("unsayable");
  return after.flatMap((member) => {
    const old = before.find(({ id }) => id === member.id);
    return old === undefined ? tellNewMember(member, after) : tellMember(old, member, version);
  });
}

function tellNewMember(member: MemberEntry, all: readonly MemberEntry[]): Change[] {
  const { id, names, roles, validFrom, validUntil, removedIn, replaces, signature: _checked, ...keys } = member;
  if (removedIn !== null) throw new CeremonyError("unsayable");
  const { signingKey: signs, sealingKey: opens, ...untold } = keys;
  untold satisfies Readonly<Record<string, never>>;
  if (Object.keys(untold).length > 0) throw new CeremonyError("unsayable");
  const values = { names: { names }, roles: { roles }, from: { instant: validFrom }, until: { instant: validUntil } };
  const former = all.find((one) => one.id === replaces)?.names ?? {};
  return [
    change("member-comes", { ...values, id: { text: id } }, [signingKey(signs), ...sealingKey(opens)]),
    ...(replaces === undefined
      ? []
      : [change("member-replaces", { names: { names }, former: { names: former }, id: { text: replaces } })]),
  ];
}

function tellMember(before: MemberEntry, after: MemberEntry, version: number): Change[] {
  const who = { names: { names: after.names } };
  const told = tellFields<MemberEntry>(
    {
      id: nobody,
      signature: nobody,
      // Whose place somebody takes is said when they come, and not afterwards.
      replaces: nobody,
      validFrom: nobody,
      validUntil: nobody,
      names: (old = {}) => [change("member-names", { before: { names: old }, ...who })],
      roles: (old = [], now) => [change("member-roles", { ...who, before: { roles: old }, roles: { roles: now } })],
      signingKey: (_, now) => [change("member-signing-key", who, [signingKey(now)])],
      sealingKey: (_, now) => [
        change(now === null ? "member-loses-sealing-key" : "member-sealing-key", who, sealingKey(now)),
      ],
      removedIn: (old, now) => {
        if (now === null) return [change("member-returns", who)];
        return old === null && now === version ? [change("member-goes", who)] : [];
      },
    },
    before,
    after,
    // The signature is over roles and keys: where none of them has changed there is nothing to sign anew.
    ["validFrom", "validUntil", ...(isResigned(before, after) ? (["signature"] as const) : [])],
  );
  if (isSame([before.validFrom, before.validUntil], [after.validFrom, after.validUntil])) return told;
  const span = { from: { instant: after.validFrom }, until: { instant: after.validUntil } };
  return [...told, change("member-valid", { ...who, ...span })];
}

function isResigned(before: MemberEntry, after: MemberEntry): boolean {
  const signed = ({ roles, signingKey, sealingKey }: MemberEntry) => [roles, signingKey, sealingKey];
  return !isSame(signed(before), signed(after));
}

function tellChannels(
  before: readonly ChannelEntry[],
  after: readonly ChannelEntry[],
  members: readonly MemberEntry[],
): Change[] {
  const { go } = comings(
    before.map(({ id }) => id),
    after.map(({ id }) => id),
  );
  const gone = before.filter(({ id }) => go.includes(id));
  return [
    ...after.flatMap((channel) =>
      tellChannel(
        before.find(({ id }) => id === channel.id),
        channel,
        members,
      ),
    ),
    ...gone.map(({ names }) => change("channel-goes", { channel: { names } })),
  ];
}

function tellChannel(
  before: ChannelEntry | undefined,
  after: ChannelEntry,
  members: readonly MemberEntry[],
): readonly Change[] {
  const where = { channel: { names: after.names } };
  const named = (ids: readonly string[]) => ({
    people: ids.map((id) => members.find((member) => member.id === id)?.names ?? { id }),
  });
  const people =
    (comes: ChangeCode, goes: ChangeCode) =>
    (old: readonly string[] = [], now: readonly string[]) => {
      const { come, go } = comings(old, now);
      const told = (code: ChangeCode, ids: readonly string[]) =>
        ids.length === 0 ? [] : [change(code, { ...where, people: named(ids), all: named(now) })];
      return [...told(comes, come), ...told(goes, go)];
    };
  const count = (code: ChangeCode) => (old: number | undefined, now: number) => [
    change(code, { ...where, n: { number: now }, before: { number: old ?? 0 } }),
  ];
  return tellFields<ChannelEntry>(
    {
      id: (_, now) => [change("channel-comes", { ...where, id: { text: now } })],
      names: (old = {}) => [change("channel-names", { ...where, before: { names: old } })],
      recipients: people("readers-come", "readers-go"),
      custodians: people("custodians-come", "custodians-go"),
      recovery: (_, now) => [change(now ? "recovery-reads" : "recovery-does-not-read", where)],
      slots: count("slots"),
      identitySlots: count("identity-slots"),
      excludable: people("excludable-come", "excludable-go"),
      deadlines: (old = "", now) => [change("deadlines", { ...where, now: { text: now }, before: { text: old } })],
    },
    before ?? NO_CHANNEL,
    after,
    // Of a new one they stand in every sentence.
    before === undefined ? ["names"] : [],
  );
}
