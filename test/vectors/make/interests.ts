/** Vectors of declared interests, and of the record that a case was opened all the same. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, aead, concat, derive, list, pad, signer, slot, u32, wing } from "../primitives.ts";
import { readsOf } from "./records.ts";

const MALFORMED = { error: "malformed" } as const;
const ALTERED = { error: "altered" } as const;
type Result = { output: Json } | { error: string };

export function interests(): VectorFile {
  const c = new Collection("interests");
  const random = new Seeded(c.subject);
  const [memberId, other, directoryHash] = [random.bytes(16), random.bytes(16), random.bytes(32)];
  const [own, lead] = [wing(random.bytes(32)), wing(random.bytes(32))];
  const [author, stranger] = [signer(random.bytes(32)), signer(random.bytes(32))];
  const [secret, wrong] = [random.bytes(32), random.bytes(32)];
  const place = (id: Uint8Array, version: number) => list("declaration", id, version, 7, directoryHash);
  const prefix = place(memberId, 3);
  const content = Buffer.from(
    JSON.stringify({
      interests: [
        {
          id: "0011223344556677",
          kind: "family",
          nature: "actual",
          unit: "Dinas Perizinan",
          person: "Budi Santoso",
          note: "Adik kandung.",
          since: null,
          declared: "2026-11-29",
          ended: null,
        },
      ],
      sealedTo: [other.toString("hex")],
    }),
  );
  const slots = [lead, own, ...Array.from({ length: 6 }, () => wing(random.bytes(32)))].map((to, at) =>
    slot(prefix, to.publicKey, at < 2 ? secret : random.bytes(32), random.bytes(64)),
  );
  const made = ({ by = author, about = prefix, committed = secret, sealed = secret } = {}) => {
    const signature = by.sign(list("declaration-signature", about, content));
    const box = aead(
      derive(sealed, "declaration-key", prefix),
      random.bytes(24),
      pad(concat(signature, content), 16_384),
      prefix,
    );
    return concat(u32(prefix.length), prefix, derive(committed, "declaration-commit", prefix), box, ...slots);
  };
  const open = (about: string, declaration: Uint8Array, result: Result, key = own) =>
    c.add(
      about,
      "open-declaration",
      { declaration: bytes(declaration), keys: [bytes(key.seed)], signingKey: bytes(author.publicKey) },
      result,
    );
  const whole = made();
  const output = { output: [bytes(memberId), 3, 7, bytes(directoryHash), content.toString("utf8")] };
  open("a declaration, for its member", whole, output);
  open("the same, for somebody else", whole, { error: "not-for-me" }, wing(random.bytes(32)));
  open("signed by another key", made({ by: stranger }), ALTERED);
  open("signed as another version", made({ about: place(memberId, 2) }), ALTERED);
  open("a commitment to another key", made({ committed: wrong }), ALTERED);
  open("a box under another key", made({ sealed: wrong }), ALTERED);
  // What is wrong in its shape is refused before anything in it is looked at.
  const shape = (about: string, named: Uint8Array, slotBytes: number) =>
    open(about, concat(u32(named.length), named, new Uint8Array(32 + 16_424 + slotBytes)), MALFORMED);
  shape("seven slots", prefix, 7 * 1_168);
  shape("no slot", prefix, 0);
  shape("a slot cut short", prefix, 8 * 1_168 - 1);
  shape("version 0, which nobody declares", place(memberId, 0), 8 * 1_168);
  shape("an id of 15 bytes", place(memberId.subarray(1), 3), 8 * 1_168);
  shape("a prefix of another purpose", list("grant", memberId, 3, 7, directoryHash), 8 * 1_168);
  open("nothing", new Uint8Array(), MALFORMED);

  const interest = readsOf(c, "interest");
  const record = { interest: "0011223344556677", of: "family", reason: "Hanya nama yang sama." };
  interest.good("a case opened although an interest is declared", record);
  interest.good("a kind of a later version", { ...record, of: "friendship" });
  interest.bad("without its reason", { interest: record.interest, of: record.of });
  interest.bad("fields in another order", { of: record.of, interest: record.interest, reason: record.reason });
  interest.put("in the conversation", JSON.stringify(record), MALFORMED, "team");
  return c.file();
}
