/** Vectors of who reads a case: open parts, what they lead to, and how they cross the wire. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { type Part, Seeded, aead, concat, derive, hash, list, signer, slot, u32, wing } from "../primitives.ts";

const MALFORMED = { error: "malformed" } as const;
const ALTERED = { error: "altered" } as const;
const NOT_FOR_ME = { error: "not-for-me" } as const;
type Result = { output: Json } | { error: string };

export function readers(): VectorFile {
  const c = new Collection("readers");
  const random = new Seeded(c.subject);
  const [caseId, headHash, other] = [random.bytes(32), random.bytes(32), random.bytes(32)];
  const [mine, theirs] = [wing(random.bytes(32)), wing(random.bytes(32))];
  const [earlier, secret, wrong] = [random.bytes(32), random.bytes(32), random.bytes(32)];
  const accessOf = (team: Uint8Array) => signer(derive(team, "access-seed")).publicKey;
  const epochPrefix = (...fields: readonly Part[]) => list("epoch", ...fields);
  const prefix = epochPrefix(caseId, 1, headHash);
  const part = (named: Uint8Array, ...rest: readonly Uint8Array[]) => concat(u32(named.length), named, ...rest);
  const slotFor = (to: typeof mine, key: Uint8Array, place: Uint8Array = prefix) =>
    slot(place, to.publicKey, key, random.bytes(64));
  const dummies = Array.from({ length: 6 }, () => slotFor(wing(random.bytes(32)), random.bytes(32)));
  const middle = (team = secret, committed = secret, access = accessOf(team)) => [
    derive(committed, "epoch-commit", prefix),
    aead(derive(team, "earlier-key", prefix), random.bytes(24), earlier, prefix),
    access,
  ];
  const whole = part(prefix, ...middle(), slotFor(theirs, secret), slotFor(mine, secret), ...dummies);

  const open = (about: string, openPart: Uint8Array, result: Result) =>
    c.add(about, "open-epoch", { openPart: bytes(openPart), keys: [bytes(mine.seed)] }, result);
  open("a removal, for one of two who remain", whole, {
    output: { epoch: 1, teamSecret: bytes(secret), earlier: bytes(earlier), threadKey: bytes(derive(secret, "thread-key")) },
  });
  open("for nobody with these keys", part(prefix, ...middle(), slotFor(theirs, secret), slotFor(theirs, secret), ...dummies), NOT_FOR_ME);
  open("two slots for one reader", part(prefix, ...middle(), slotFor(mine, secret), slotFor(mine, secret), ...dummies), ALTERED);
  open("another secret for this reader than for the others", part(prefix, ...middle(), slotFor(theirs, secret), slotFor(mine, wrong), ...dummies), ALTERED);
  open("a commitment to another secret", part(prefix, ...middle(secret, wrong), slotFor(theirs, secret), slotFor(mine, secret), ...dummies), ALTERED);
  open("the access key of another secret", part(prefix, ...middle(secret, secret, accessOf(wrong)), slotFor(theirs, secret), slotFor(mine, secret), ...dummies), ALTERED);
  open("slots of another epoch", part(prefix, ...middle(), slotFor(theirs, secret), slotFor(mine, secret, epochPrefix(caseId, 2, headHash)), ...dummies), NOT_FOR_ME);
  open("slots of another case", part(prefix, ...middle(), slotFor(theirs, secret), slotFor(mine, secret, epochPrefix(other, 1, headHash)), ...dummies), NOT_FOR_ME);

  const inspect = (about: string, openPart: Uint8Array, result: Result) =>
    c.add(about, "inspect-open-part", { openPart: bytes(openPart) }, result);
  inspect("a removal, without a key", whole, {
    output: ["epoch", bytes(caseId), 1, bytes(headHash), bytes(accessOf(secret)), 8, bytes(hash("open-part", whole))],
  });
  inspect("seven slots", whole.subarray(0, -1168), MALFORMED);
  inspect("no slot", part(prefix, ...middle()), MALFORMED);
  inspect("a slot cut short", whole.subarray(0, -1), MALFORMED);
  inspect("epoch 0, which no record begins", part(epochPrefix(caseId, 0, headHash), ...middle(), ...Array.from({ length: 8 }, () => dummies[0]!)), MALFORMED);
  inspect("a prefix with a field more", part(epochPrefix(caseId, 1, headHash, other), ...middle(), ...dummies, ...dummies.slice(0, 2)), MALFORMED);
  inspect("a prefix longer than the bytes", concat(u32(99_999), prefix), MALFORMED);
  inspect("a prefix of another purpose", part(list("envelope", caseId, 1, headHash), ...middle(), ...dummies, ...dummies.slice(0, 2)), MALFORMED);
  inspect("nothing", new Uint8Array(), MALFORMED);

  const [from, to, contentKey] = [random.bytes(16), random.bytes(16), random.bytes(32)];
  const grantPrefix = list("grant", caseId, 1, from, to, headHash);
  const grantOf = (key = random.bytes(32), used = key, place: Uint8Array = grantPrefix, keys = concat(contentKey, secret)) => {
    const sealed = slotFor(mine, key, place);
    return part(grantPrefix, sealed, aead(derive(used, "grant-key", grantPrefix, sealed), random.bytes(24), keys, grantPrefix));
  };
  const given = grantOf();
  const receive = (about: string, openPart: Uint8Array, result: Result, keys = [mine]) =>
    c.add(about, "open-grant", { openPart: bytes(openPart), keys: keys.map(({ seed }) => bytes(seed)) }, result);
  receive("a grant: content key and team secret", given, {
    output: { epoch: 1, from: bytes(from), to: bytes(to), contentKey: bytes(contentKey), teamSecret: bytes(secret) },
  });
  receive("to an older key of the same member", given, {
    output: { epoch: 1, from: bytes(from), to: bytes(to), contentKey: bytes(contentKey), teamSecret: bytes(secret) },
  }, [theirs, mine]);
  receive("to somebody else", given, NOT_FOR_ME, [theirs]);
  receive("a slot of another place", grantOf(random.bytes(32), undefined, list("grant", other, 1, from, to, headHash)), NOT_FOR_ME);
  receive("a box under another key", grantOf(random.bytes(32), random.bytes(32)), ALTERED);
  inspect("a grant, without a key", given, { output: ["grant", bytes(caseId), 1, bytes(headHash), bytes(from), bytes(to), bytes(hash("open-part", given))] });
  inspect("a grant with one key alone", grantOf(undefined, undefined, undefined, contentKey), MALFORMED);
  inspect("a grant to an id of 15 bytes", part(list("grant", caseId, 1, from, to.subarray(1), headHash), given.subarray(4 + grantPrefix.length)), MALFORMED);

  const [handle, directoryHash, signature] = [random.bytes(16), random.bytes(32), random.bytes(64)];
  const [low, high] = [from, to].toSorted((a, b) => Buffer.compare(a, b)) as [Buffer, Buffer];
  const fields: readonly Part[] = [caseId, handle, 1, concat(low, high), accessOf(secret), hash("open-part", whole), 7, directoryHash, from];
  const statement = list("removal", ...fields);
  const read = (about: string, frame: Uint8Array, result: Result) =>
    c.add(about, "parse-removal-statement", { bytes: bytes(frame) }, result);
  read("a signed removal of two", statement, {
    output: [bytes(caseId), bytes(handle), 1, [bytes(low), bytes(high)], bytes(accessOf(secret)), bytes(hash("open-part", whole)), 7, bytes(directoryHash), bytes(from)],
  });
  read("of nobody: new keys alone", list("removal", ...fields.with(3, "")), {
    output: [bytes(caseId), bytes(handle), 1, [], bytes(accessOf(secret)), bytes(hash("open-part", whole)), 7, bytes(directoryHash), bytes(from)],
  });
  read("ids not in order", list("removal", ...fields.with(3, concat(high, low))), MALFORMED);
  read("an id twice", list("removal", ...fields.with(3, concat(low, low))), MALFORMED);
  read("a part of an id", list("removal", ...fields.with(3, low.subarray(1))), MALFORMED);
  read("a field less", list("removal", ...fields.slice(0, 8)), MALFORMED);

  const frame = (about: string, operation: string, made: Uint8Array, result: Result) =>
    c.add(about, operation, { bytes: bytes(made) }, result);
  const row = random.bytes(20);
  const day = "2026-11-29";
  frame("a row with its open part", "parse-rows", list("rows", list("row", 1, 4, day, row, given)), {
    output: [[1, 4, day, bytes(row), bytes(given)]],
  });
  frame("a removal on its way", "parse-epoch-row", list("open-row", row, whole, statement, signature), {
    output: [bytes(row), bytes(whole), bytes(statement), bytes(signature)],
  });
  frame("a removal that nobody signed", "parse-epoch-row", list("open-row", row, whole), MALFORMED);
  frame("a grant in the place of a removal", "parse-epoch-row", list("open-row", row, given, statement, signature), MALFORMED);
  frame("a grant on its way", "parse-grant-row", list("open-row", row, given), { output: [bytes(row), bytes(given)] });
  frame("a grant with a signature", "parse-grant-row", list("open-row", row, given, statement, signature), MALFORMED);
  frame("a page of newest epochs", "parse-epochs", list("epochs", handle, handle, whole), {
    output: [bytes(handle), [[bytes(handle), 1]]],
  });
  frame("a handle without its open part", "parse-epochs", list("epochs", "", handle), MALFORMED);
  frame("a page of grants", "parse-grants", list("grants", "", handle, row, given), {
    output: [null, [[bytes(handle), bytes(row), bytes(to)]]],
  });
  frame("a removal among grants", "parse-grants", list("grants", "", handle, row, whole), MALFORMED);
  frame("a page of removals", "parse-removals", list("removals", "", statement, signature), {
    output: [null, [[bytes(statement), bytes(signature)]]],
  });
  frame("a signature one byte short", "parse-removals", list("removals", "", statement, signature.subarray(1)), MALFORMED);
  return c.file();
}
