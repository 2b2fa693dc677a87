/** Vectors of published figures: their form, their hash, and what a member signs of them. */
import { Collection, type Json, type VectorFile, bytes } from "../format.ts";
import { Seeded, hash, list, signer } from "../primitives.ts";

const MALFORMED = { error: "malformed" } as const;
const ALTERED = { error: "altered" } as const;
type Result = { output: Json } | { error: string };

export function published(): VectorFile {
  const c = new Collection("published");
  const random = new Seeded(c.subject);
  const [memberId, directoryHash] = [random.bytes(16), random.bytes(32)];
  const [author, stranger] = [signer(random.bytes(32)), signer(random.bytes(32))];
  const fields = {
    format: "segel/1/figures-snapshot",
    sequence: 1,
    previous: "0".repeat(64),
    directory: { version: 7, hash: directoryHash.toString("hex") },
    period: "2026-H1",
    counted: "2026-07-20",
    threshold: 5,
    sharesFrom: 10,
    received: 42,
    ended: null as number | null,
    tables: [
      { by: "category", rows: [{ key: "suap", count: 20 }], rest: 22 as number | null },
      { by: "channel", rows: [{ key: "ab".repeat(16), names: { id: "Utama", en: "Main" }, count: 42 }], rest: null },
    ],
    followedUp: { formula: "closed-of-due", done: 12, of: 30 },
    medians: [{ of: "answer", weeks: 2 }],
    corrections: [] as object[],
  };
  const day = "2026-07-21";
  const look = (about: string, changed: object, result?: Result, by = author, on = day) => {
    const document = Buffer.from(JSON.stringify({ ...fields, ...changed }));
    const signed = list("figures-signature", hash("figures-snapshot", document), memberId, on);
    const given = { document: bytes(document), memberId: bytes(memberId), day, signingKey: bytes(author.publicKey) };
    c.add(
      about,
      "inspect-figures",
      { ...given, signature: bytes(by.sign(signed)) },
      result ?? { output: bytes(hash("figures-snapshot", document)) },
    );
  };
  look("figures of a half-year", {});
  look("of a quarter, with fewer reports than are told", { period: "2026-Q4", received: null, tables: [], medians: [] });
  look("with a correction", {
    sequence: 2,
    previous: "1".repeat(64),
    corrections: [{ sequence: 1, received: 42, tables: fields.tables.slice(0, 1) }],
  });
  look("signed by another key", {}, ALTERED, stranger);
  look("signed for another day", {}, ALTERED, author, "2026-07-22");
  look("a month", { period: "2026-07" }, MALFORMED);
  look("a fifth quarter", { period: "2026-Q5" }, MALFORMED);
  look("a threshold of two", { threshold: 2 }, MALFORMED);
  look("a table twice", { tables: [fields.tables[0], fields.tables[0]] }, MALFORMED);
  look("a table that tells nothing", { tables: [{ by: "category", rows: [], rest: 42 }] }, MALFORMED);
  look("a field more", { amount: 1 }, MALFORMED);
  return c.file();
}
