/** Vectors of links between cases. */
import { Collection, type VectorFile } from "../format.ts";
import { Seeded } from "../primitives.ts";
import { readsOf } from "./records.ts";

export function links(): VectorFile {
  const c = new Collection("links");
  const id = new Seeded(c.subject).bytes(32).toString("hex");
  const link = readsOf(c, "link");
  link.good("two cases about one matter", { case: id, relation: "same-matter", reason: "Nama dan tanggalnya sama." });
  link.good("a link taken back", { case: id, relation: "none", reason: "Ternyata bukan." });
  link.good("a relation of a later version", { case: id, relation: "part-of", reason: "" });
  link.bad("a link to a case id that is too short", { case: id.slice(2), relation: "related", reason: "x" });
  link.bad("a link to a case id in capitals", { case: id.toUpperCase(), relation: "related", reason: "x" });
  link.bad("a link without its reason", { case: id, relation: "related" });
  link.bad("fields of a link in another order", { relation: "related", case: id, reason: "x" });
  link.put(
    "a link in the conversation",
    JSON.stringify({ case: id, relation: "related", reason: "x" }),
    { error: "malformed" },
    "team",
  );
  return c.file();
}
