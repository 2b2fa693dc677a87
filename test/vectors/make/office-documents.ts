/** Vectors of documents in which an office decides for itself. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, aead, concat, derive, hash, list, pad, signer, slot, u32, wing } from "../primitives.ts";

const MALFORMED = { error: "malformed" } as const;
const ALTERED = { error: "altered" } as const;
type Result = { output: Json } | { error: string };

export function officeDocuments(): VectorFile {
  const c = new Collection("office-documents");
  const random = new Seeded(c.subject);
  const [memberId, directoryHash, before] = [random.bytes(16), random.bytes(32), random.bytes(32)];
  const [lead, colleague] = [wing(random.bytes(32)), wing(random.bytes(32))];
  const [author, stranger] = [signer(random.bytes(32)), signer(random.bytes(32))];
  const [secret, wrong] = [random.bytes(32), random.bytes(32)];
  const zeros = new Uint8Array(32);
  const place = (kind: string, version: number, previous: Uint8Array, id: Uint8Array = memberId) =>
    list("office-document", kind, version, previous, id, 7, directoryHash);
  const document = (prefix: Uint8Array, payload: Uint8Array, by = author, signed = payload) =>
    concat(u32(prefix.length), prefix, by.sign(list("office-document-signature", prefix, signed)), payload);
  const law = Buffer.from(
    JSON.stringify({
      rules: [{ id: "lke-request-by", on: "2026-11-29", value: "06-30", source: "SE 5/2026" }],
    }),
  );
  const inspect = (about: string, given: Uint8Array, result: Result) =>
    c.add(
      about,
      "inspect-office-document",
      { document: bytes(given), signingKey: bytes(author.publicKey) },
      result,
    );
  const seen = (kind: string, version: number, previous: Uint8Array, given: Uint8Array, length: number) => ({
    output: [
      kind,
      version,
      bytes(previous),
      bytes(memberId),
      7,
      bytes(directoryHash),
      bytes(hash("office-document-hash", given)),
      length,
    ],
  });
  const first = document(place("law", 1, zeros), law);
  inspect("the first version, in clear", first, seen("law", 1, zeros, first, law.length));
  const second = document(place("law", 2, hash("office-document-hash", first)), law);
  inspect(
    "the second, which names the first",
    second,
    seen("law", 2, hash("office-document-hash", first), second, law.length),
  );
  inspect("signed by another key", document(place("law", 1, zeros), law, stranger), ALTERED);
  inspect("another content than was signed", document(place("law", 1, zeros), law, author, zeros), ALTERED);
  inspect("version 0", document(place("law", 0, zeros), law), MALFORMED);
  inspect("a first version behind another one", document(place("law", 1, before), law), MALFORMED);
  inspect("a second version behind none", document(place("law", 2, zeros), law), MALFORMED);
  inspect("no kind", document(place("", 1, zeros), law), MALFORMED);
  inspect("a kind of 33 bytes", document(place("x".repeat(33), 1, zeros), law), MALFORMED);
  inspect("an id of 15 bytes", document(place("law", 1, zeros, memberId.subarray(1)), law), MALFORMED);
  inspect("one field more", document(concat(place("law", 1, zeros), u32(0)), law), MALFORMED);
  inspect("cut within its signature", first.subarray(0, 4 + place("law", 1, zeros).length + 63), MALFORMED);
  inspect("nothing", new Uint8Array(), MALFORMED);

  const prefix = place("ledger", 3, before);
  const content = Buffer.from(
    JSON.stringify({
      content: { obstacles: [], evaluations: [], evidence: [], handOvers: [], evaluatedOn: "05-31" },
      sealedTo: [memberId.toString("hex")],
    }),
  );
  const slots = [lead, colleague, ...Array.from({ length: 6 }, () => wing(random.bytes(32)))].map((to, at) =>
    slot(prefix, to.publicKey, at < 2 ? secret : random.bytes(32), random.bytes(64)),
  );
  const sealed = ({ committed = secret, key = secret, size = 16_384, count = 8 } = {}) =>
    document(
      prefix,
      concat(
        derive(committed, "office-document-commit", prefix),
        u32(count),
        ...slots.slice(0, count),
        aead(derive(key, "office-document-key", prefix), random.bytes(24), pad(content, size), prefix),
      ),
    );
  const open = (about: string, given: Uint8Array, result: Result, key = lead) =>
    c.add(about, "open-office-document", { document: bytes(given), keys: [bytes(key.seed)] }, result);
  const whole = sealed();
  const output = { output: content.toString("utf8") };
  open("a sealed one, for a reader", whole, output);
  open("the same, for another one", whole, output, colleague);
  open("for nobody of them", whole, { error: "not-for-me" }, wing(random.bytes(32)));
  open("a commitment to another key", sealed({ committed: wrong }), ALTERED);
  open("a box under another key", sealed({ key: wrong }), ALTERED);
  open("a larger class than needed", sealed({ size: 65_536 }), MALFORMED);
  open("seven slots", sealed({ count: 7 }), MALFORMED);
  open("one in clear, taken for a sealed one", first, MALFORMED);

  const page = (about: string, given: Uint8Array, result: Result) =>
    c.add(about, "parse-office-documents", { bytes: bytes(given) }, result);
  page("a page of two, of which there are more", list("office-documents", 9, first, second), {
    output: [9, bytes(first), bytes(second)],
  });
  page("before the first", list("office-documents", 0), { output: [0] });
  page("without the number of the newest", list("office-documents"), MALFORMED);
  return c.file();
}
