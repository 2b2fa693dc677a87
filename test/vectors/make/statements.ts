/** Vectors of the second format of a directory, and of what its stewards say of it. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { hash, list } from "../primitives.ts";
import { type Fields, NOW, Office, type Signed, base64url, hex } from "./directory.ts";

type Statement = { document: string; signatures: { member: string; signature: string }[] };

const DAY_MS = 86_400_000;
const ZEROS = "00".repeat(32);

export function statements(): VectorFile {
  const c = new Collection("statements");
  const office = new Office(c.subject);
  office.members.push(office.member(["lead"]), office.member(["administrator"], { removedIn: 1 }));
  const [investigator, lead, , administrator, second, removed] = office.members.map(({ id }) => String(id));
  const channel = "c1".repeat(16);
  const text = (changes: Fields = {}) =>
    JSON.stringify({
      ...(JSON.parse(office.document()) as Fields),
      format: "segel/2/directory",
      expires: "2027-12-30T00:00:00Z",
      stewards: 2,
      ...changes,
    });
  const directory = office.sign(text());
  const hashOf = ({ document }: Signed | Statement, purpose = "freshness-hash") => hash(purpose, document);
  const directoryHash = (signed: Signed) => hashOf(signed, "directory-hash");
  const both = [lead!, administrator!];
  const write = (changes: Fields = {}): string =>
    JSON.stringify({
      format: "segel/1/freshness",
      directory: { version: 1, hash: hex(directoryHash(directory)) },
      sequence: 1,
      previous: ZEROS,
      notBefore: "2026-11-30T00:00:00Z",
      expires: "2027-01-04T00:00:00Z",
      suspended: [],
      closed: [],
      ...changes,
    });
  const state = (changes: Fields = {}, by: readonly string[] = both, purpose = "freshness"): Statement => {
    const document = write(changes);
    const input = list(purpose, document);
    return {
      document,
      signatures: by.map((member) => ({ member, signature: base64url(office.signers.get(member)!.sign(input)) })),
    };
  };
  type Given = { chain?: readonly (Signed & { statements?: readonly Statement[] })[]; said?: readonly Statement[] } & {
    after?: Statement;
    at?: number;
  };
  const put = (
    about: string,
    { said = [], chain = [{ ...directory, statements: said }], after, at = NOW }: Given,
    result: { output: Json } | { error: string },
  ) => {
    const keys = office.roots.map(({ publicKey }) => bytes(publicKey));
    const seen = after && { sequence: JSON.parse(after.document).sequence as number, hash: hex(hashOf(after)) };
    const trust = {
      threshold: 2,
      keys,
      version: after === undefined ? 0 : 1,
      hash: bytes(after === undefined ? new Uint8Array(32) : directoryHash(directory)),
      ...(seen && { statement: seen }),
    };
    c.add(about, "accept-stated", { trust, chain, now: new Date(at).toISOString() } as Json as never, result);
  };
  const accepted = (last: Statement) => {
    const { sequence, suspended, closed } = JSON.parse(last.document) as Fields;
    return { output: { sequence, hash: hex(hashOf(last)), suspended, closed } as Json };
  };
  const refused = (error: string) => ({ error });

  const first = state();
  const suspended = [investigator!, second!].toSorted();
  const next = (changes: Fields = {}, by?: readonly string[]) =>
    state({ sequence: 2, previous: hex(hashOf(first)), ...changes }, by);
  const taking = next({ suspended, closed: [channel] });
  const after = (changes: Fields = {}, by?: readonly string[]) =>
    state({ sequence: 3, previous: hex(hashOf(taking)), suspended, closed: [channel], ...changes }, by);
  put("the first", { said: [first] }, accepted(first));
  put("the newest alone, at the first use", { said: [taking] }, accepted(taking));
  put("the one that follows the remembered one", { said: [first, taking], after: first }, accepted(taking));
  put("the third, which keeps what was taken", { said: [first, taking, after()], after: first }, accepted(after()));
  put("37 days later, by two days of clock error", { said: [first], at: NOW + 36 * DAY_MS - 1 }, accepted(first));
  put("a directory of the first format has none", { chain: [office.sign(office.document())] }, { output: null });

  put("none", {}, refused("no-statement"));
  put("none, where one is remembered", { after: first }, refused("statement-rollback"));
  put("an older one", { said: [first], after: taking }, refused("statement-rollback"));
  put("another first one", { said: [state({ closed: [channel] })], after: first }, refused("statement-two-views"));
  put("the remembered one left out", { said: [taking], after: first }, refused("statement-gap"));
  put("one between left out", { said: [first, after()], after: first }, refused("statement-gap"));
  put(
    "one that rests on another",
    { said: [first, next({ previous: "ab".repeat(32) })], after: first },
    refused("statement-two-views"),
  );
  put("a clock 38 days late", { said: [first], at: NOW + 37 * DAY_MS }, refused("statement-lapsed"));
  put(
    "one that begins in three days",
    { said: [state({ notBefore: "2026-12-04T00:00:00Z" })] },
    refused("statement-not-yet-valid"),
  );
  const few = refused("too-few-stewards");
  put("one steward", { said: [state({}, [lead!])] }, few);
  put("one steward twice", { said: [state({}, [lead!, lead!])] }, few);
  put("an investigator", { said: [state({}, [lead!, investigator!])] }, few);
  put("who was removed", { said: [state({}, [lead!, removed!])] }, few);
  put("signed for another purpose", { said: [state({}, both, "directory")] }, few);
  put("who is suspended by it", { said: [state({ suspended: [lead!] })] }, few);
  put("who was suspended before", { said: [first, taking, after({}, [lead!, second!])], after: first }, few);
  put(
    "whose entry has ended",
    { said: [state({ notBefore: "2027-11-27T00:00:00Z", expires: "2027-12-01T00:00:00Z" })] },
    few,
  );
  put("a suspension given back", { said: [first, taking, after({ suspended: [] })] }, refused("gives-back"));
  put("a channel opened again", { said: [first, taking, after({ closed: [] })] }, refused("gives-back"));
  const elsewhere = { version: 1, hash: "ab".repeat(32) };
  put("of another directory", { said: [state({ directory: elsewhere })] }, refused("other-directory"));
  const bad: readonly (readonly [string, Fields])[] = [
    ["36 days", { expires: "2027-01-05T00:00:00Z" }],
    ["no day", { expires: "2026-11-30T00:00:00Z" }],
    ["a member twice", { suspended: [investigator!, investigator!] }],
    ["members in the wrong order", { suspended: suspended.toReversed() }],
    ["somebody unknown", { suspended: ["ab".repeat(16)] }],
    ["a channel unknown", { closed: ["ab".repeat(16)] }],
    ["a first one that rests on another", { previous: "ab".repeat(32) }],
    ["number 0", { sequence: 0 }],
    ["a field more", { more: 1 }],
  ];
  for (const [about, changes] of bad) put(about, { said: [state(changes)] }, refused("bad-statement"));
  const stated = { statements: [first] };
  put(
    "a directory for 401 days",
    { chain: [{ ...office.sign(text({ expires: "2027-12-31T00:00:01Z" })), ...stated }] },
    refused("malformed"),
  );
  put("one steward is enough", { chain: [{ ...office.sign(text({ stewards: 1 })), ...stated }] }, refused("malformed"));
  put(
    "more stewards than there are",
    { chain: [{ ...office.sign(text({ stewards: 4 })), ...stated }] },
    refused("bad-stewards"),
  );
  return c.file();
}
